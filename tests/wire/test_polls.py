"""A poll on both messengers: one bot, two real clients, the loopback; closed while the bot was down, and a vote storm."""

import itertools
import random
from collections import Counter

import pytest

from tests.wire.both import MIRA, STAFF, TOWN
from tests.wire.telegram_state import Membership

pytestmark = [pytest.mark.wire, pytest.mark.long, pytest.mark.asyncio(loop_scope="module")]

CONFIG = """
community: {name: Riverside, languages: [en, pl], live: true}
places:
  lobby: {telegram: "@riverside", discord: "#general"}
  staff: {telegram: "-1002", discord: "#staff"}
team:
  moderators: {telegram: chat-admins, discord: "@Moderators"}
  managers: ["telegram:13"]
polls: {who: moderators, everywhere: on}
"""
VOTERS, ON_DISCORD, EACH = 1000, 20, 10
ids = itertools.count(100)


def member(telegram):
    person = next(ids)
    telegram.people.person(person, f"Member{person}")
    telegram.state.chats[TOWN].members[person] = Membership("member")
    return person


async def published(telegram, town, question):
    """Mira asks in the group; the card as it stands on either messenger."""
    telegram.people.say(TOWN, MIRA, f'/poll "{question}" here there nowhere')
    here = await telegram.until(lambda: [m for m in telegram.sent_to(TOWN) if question in m.get("text", "")])
    there = await telegram.until(lambda: [m for m in town.by_bot("general") if question in m.content])
    return here[0]["message_id"], there[0]


def newest(bot):
    """The number of the poll that was made last: which tests ran before this one is nobody's business."""
    return bot.rows("SELECT MAX(number) FROM polls")[0][0]


async def test_one_poll_on_both_messengers_has_one_result_and_ends_while_the_bot_is_down(telegram, discord, town, bot):
    card, other = await published(telegram, town, "Where to?")
    number = newest(bot)
    ana, dana = member(telegram), town.member("Dana")
    query = telegram.people.press(TOWN, card, ana, "1. here")
    answer = await telegram.until(lambda: telegram.state.callbacks[query])
    assert answer["text"] == "Your vote: here"
    pressed = await dana.press(other, "2. there")
    await discord.until(lambda: pressed.answered)
    assert pressed.private
    assert pressed.texts == ["Your vote: there"]

    def shown(words):
        on_telegram = telegram.state.chats[TOWN].messages[card]["text"]
        on_discord = next(m for m in town.by_bot("general") if m.id == other.id).content
        return all(words in text.replace("*", "") for text in (on_telegram, on_discord))

    await telegram.until(lambda: shown("2 people have voted, 2 without linked accounts"))
    assert shown("1 (50%)")
    bot.kill()
    bot.comes_due("poll-close", f"poll {number}")
    bot.start()
    await telegram.until(lambda: shown("This poll is closed."))
    assert "reply_markup" not in telegram.state.chats[TOWN].messages[card]

    def results():
        said = [m.get("text", "") for m in telegram.sent_to(TOWN)], [m.content for m in town.by_bot("general")]
        return [sum(f"Poll {number} is closed." in text for text in texts) for texts in said]

    await telegram.until(lambda: results() == [1, 1])
    await telegram.until(lambda: telegram.calls_of("sendDocument"), why="the picture")
    assert bot.rows("SELECT state FROM polls WHERE number = ?", number) == [("closed",)]
    assert results() == [1, 1]


async def test_ten_thousand_presses_of_a_thousand_people_are_counted_exactly(telegram, discord, town, bot):
    card, other = await published(telegram, town, "And now?")
    subject = f"poll {newest(bot)}"
    chance, final, queries = random.Random(6), {}, []
    labels = ("1. here", "2. there", "3. nowhere")

    def chosen(who):
        """Press any option; what was chosen already is taken back by that."""
        option = chance.randrange(3)
        final[who] = None if final.get(who) == option else option
        return labels[option]

    people = [member(telegram) for _ in range(VOTERS - ON_DISCORD)]
    guests = [town.member(f"Guest{n}") for n in range(ON_DISCORD)]
    plans = {guest.id: [chosen(guest.id) for _ in range(EACH)] for guest in guests}

    async def visits(guest):
        for label in plans[guest.id]:
            pressed, written = await guest.press(other, label), len(guest.dms)
            # Discord takes no answer after three seconds; in such a storm on a slow machine it comes in private.
            await discord.until(lambda pressed=pressed, written=written: pressed.answered or len(guest.dms) > written)

    async def on_discord():
        for guest in guests:
            await visits(guest)

    presses = [(person, n) for n in range(EACH) for person in people]
    buttons = {
        b["text"]: b["callback_data"]
        for row in telegram.state.chats[TOWN].messages[card]["reply_markup"]["inline_keyboard"]
        for b in row
    }
    for person, _ in presses:
        queries.append(telegram.people.press_data(TOWN, card, person, buttons[chosen(person)]))
    await on_discord()
    for first in range(0, len(queries), 100):
        part = queries[first : first + 100]
        await telegram.until(lambda part=part: all(telegram.state.callbacks[query] for query in part), why="answers")
    counts = dict(bot.rows("SELECT value, COUNT(*) FROM entries WHERE subject = ? GROUP BY value", subject))
    expected = Counter(str(option) for option in final.values() if option is not None)
    assert counts == dict(expected)
    total = sum(expected.values())
    await telegram.until(lambda: f"{total} people have voted" in telegram.state.chats[TOWN].messages[card]["text"])
    edits = [call for call in telegram.calls_of("editMessageText") if "And now?" in str(call)]
    assert len(edits) < 3 + (edits[-1].at - edits[0].at), "a card is edited once in a while"


async def test_a_planned_poll_comes_after_a_sleep_ends_with_a_picture_in_words_too_and_is_exported(
    telegram, discord, town, bot
):
    telegram.people.say(TOWN, MIRA, '/poll "Which colour?" red blue starts:3h')
    planned = "SELECT number FROM polls WHERE state = 'planned'"
    ((number,),) = await telegram.until(lambda: bot.rows(planned), why="a plan")
    assert not [m for m in telegram.sent_to(TOWN) if m.get("text", "").startswith("Which colour?")]
    bot.kill()
    bot.comes_due("poll-open", f"poll {number}")
    bot.start()

    def cards():
        here = [m for m in telegram.sent_to(TOWN) if m.get("text", "").startswith("Which colour?")]
        there = [m for m in town.by_bot("general") if "Which colour?" in m.content]
        return (here[0], there[0]) if here and there else None

    here, there = await telegram.until(cards, why="the poll on both")
    ana = member(telegram)
    query = telegram.people.press(TOWN, here["message_id"], ana, "2. blue")
    await telegram.until(lambda: telegram.state.callbacks[query], why="an answer")
    pressed = await town.member("Ewa").press(there, "2. blue")
    await discord.until(lambda: pressed.answered)

    async def asks(label):
        """Mira presses a button below what /polls shows."""
        telegram.people.say(STAFF, MIRA, f"/polls {number}")

        def shown():
            sent = [m for m in telegram.sent_to(STAFF) if "Which colour?" in m.get("text", "")]
            return sent if sent and label in str(sent[-1].get("reply_markup")) else None

        shown_last = (await telegram.until(shown, why=label))[-1]
        telegram.people.press(STAFF, shown_last["message_id"], MIRA, label)

    await asks("Close it now")

    def results():
        """The words, and the picture that stands with them, on each messenger."""
        words = [m["text"] for m in telegram.sent_to(TOWN) if f"Poll {number} is closed." in m.get("text", "")]
        drawn = [m for m in telegram.sent_to(TOWN) if m.get("document", {}).get("file_name") == f"poll-{number}.png"]
        there = [m for m in town.by_bot("general") if f"Poll {number} is closed." in m.content]
        return (words[0], drawn[0], there[0]) if words and drawn and there else None

    words, _, there = await telegram.until(results, why="the result")
    for text in (words, there.content):
        assert "“blue” wins" in text
        assert "2 (100%)" in text
    assert [file["filename"] for file in there.attachments] == [f"poll-{number}.png"]
    await asks("As a table (CSV)")

    def exported():
        return [d for name, d in telegram.state.files.values() if name == f"poll-{number}.csv"]

    (table,) = await telegram.until(exported, why="a table")
    assert table.decode("utf-8-sig").count("blue") >= 2
    assert f"Member{ana}" in table.decode("utf-8-sig")
