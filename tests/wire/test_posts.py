"""A post of the calendar on both messengers: due while the bot was down, out once in each place, withdrawn by a button."""

import pytest

from tests.wire.both import MIRA, STAFF, TOWN

pytestmark = [pytest.mark.wire, pytest.mark.long, pytest.mark.asyncio(loop_scope="module")]

QUESTION = "What are you making this week?"
CONFIG = """
community: {name: Riverside, languages: [en, pl], live: true, timezone: Europe/Warsaw}
places:
  lobby: {telegram: "@riverside", discord: "#general"}
  staff: {telegram: "-1002", discord: "#staff"}
team:
  moderators: {telegram: chat-admins, discord: "@Moderators"}
  managers: ["telegram:13"]
calendar: {approval: on}
posts:
  - {name: week, every: "daily 3:30", in: lobby, text: {en: "What are you making this week?", pl: "Co robisz?"}}
  - {name: tools, every: "daily 4:30", in: lobby, text: {en: "Which tool is missing?"}}
"""


def said(telegram, town, words):
    """How often it stands on Telegram, and on Discord."""
    here = sum(m.get("text", "") == words for m in telegram.sent_to(TOWN))
    return here, sum(m.content == words for m in town.by_bot("general"))


async def planned(telegram, bot, name):
    """The number of this post, which stands in the calendar."""
    query = "SELECT number FROM posts WHERE title = ? AND state = 'scheduled'"
    ((number,),) = await telegram.until(lambda: bot.rows(query, name), why="a post in the calendar")
    return number


async def test_a_post_that_was_due_while_the_bot_was_down_goes_out_once_everywhere(telegram, town, bot):
    number = await planned(telegram, bot, "week")
    assert said(telegram, town, QUESTION) == (0, 0)
    bot.kill()
    bot.comes_due("post-due", f"post {number}")
    bot.start()
    await telegram.until(lambda: said(telegram, town, QUESTION) == (1, 1), why="the post in both places")
    sent = "SELECT COUNT(*) FROM post_copies WHERE state = 'sent' AND post = ?"
    await telegram.until(lambda: bot.rows(sent, number) == [(2,)], why="both copies on record")
    bot.kill()
    bot.start()
    telegram.people.say(STAFF, MIRA, "/calendar week")
    await telegram.until(lambda: any("week" in m.get("text", "") for m in telegram.sent_to(STAFF)), why="the calendar")
    assert said(telegram, town, QUESTION) == (1, 1)
    assert bot.rows("SELECT state FROM posts WHERE number = ?", number) == [("scheduled",)]


async def test_a_post_is_withdrawn_by_the_button_on_its_card(telegram, town, bot):
    number = await planned(telegram, bot, "tools")
    telegram.people.say(MIRA, MIRA, f"/post show {number}")

    def cards():
        return [m for m in telegram.sent_to(MIRA) if m.get("text", "").startswith(f"Post {number}: tools")]

    card = (await telegram.until(cards, why="the card"))[-1]
    telegram.people.press(MIRA, card["message_id"], MIRA, "Withdraw")
    state = "SELECT state FROM posts WHERE number = ?"
    await telegram.until(lambda: bot.rows(state, number) == [("withdrawn",)], why="it is withdrawn")
    due = "SELECT subject FROM timers WHERE kind = 'post-due' AND subject = ?"
    assert not bot.rows(due, f"post {number}")
