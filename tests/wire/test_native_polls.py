"""Polls of the messengers' own on the wire: one result, votes of the time when the bot was down, and an end over a deadline."""

import itertools
import sqlite3
from contextlib import closing

import pytest

from tests.wire import telegram_faults
from tests.wire.both import MIRA, TOWN
from tests.wire.discord_faults import Fault, Moment
from tests.wire.telegram_state import Membership

pytestmark = [pytest.mark.wire, pytest.mark.long, pytest.mark.asyncio(loop_scope="module")]

CONFIG = """
community: {name: Riverside, languages: [en], live: true}
places:
  lobby: {telegram: "@riverside", discord: "#general"}
team: {moderators: {telegram: chat-admins, discord: "@Moderators"}, managers: ["telegram:13"]}
polls: {who: moderators, everywhere: on, native: auto}
"""
ids = itertools.count(100)


def member(telegram):
    person = next(ids)
    telegram.people.person(person, f"Member{person}")
    telegram.state.chats[TOWN].members[person] = Membership("member")
    return person


def polls_of(telegram, town, question):
    """The messengers' own polls with this question: the message on Telegram, and the one on Discord."""
    here = [m for m in telegram.sent_to(TOWN) if m.get("poll", {}).get("question") == question]
    there = [m for m in town.by_bot("general") if m.poll is not None and m.poll.question == question]
    return (here[0]["message_id"], there[0]) if here and there else None


def ballots(bot, number):
    return dict(bot.rows(f"SELECT value, COUNT(*) FROM entries WHERE subject = 'poll {number}' GROUP BY value"))


async def noted(telegram, bot):
    """Wait until it is on record where both polls stand, and where the cards below them do; the newest poll's number."""
    ((number,),) = bot.rows("SELECT MAX(number) FROM polls")
    cards = f"SELECT COUNT(*) FROM cards WHERE subject LIKE 'poll {number}%'"
    await telegram.until(lambda: bot.rows(cards) == [(4,)], why="both polls and their cards on record")
    return number


async def test_votes_on_both_messengers_also_while_the_bot_is_down_are_one_result(telegram, discord, town, bot):
    telegram.people.say(TOWN, MIRA, '/poll "Where to?" here there nowhere')
    here, there = await telegram.until(lambda: polls_of(telegram, town, "Where to?"), why="both polls")
    number = await noted(telegram, bot)
    dana, cy = town.member("Dana"), town.member("Cy")
    telegram.people.vote(TOWN, here, member(telegram), 0)
    dana.vote(there, 2)
    await telegram.until(lambda: ballots(bot, number) == {"0": 1, "2": 1}, why="a ballot from each")

    def shown(words):
        """The card below either poll says so, and has no buttons."""
        cards = [m for m in telegram.sent_to(TOWN) if m.get("reply_to_message", {}).get("message_id") == here]
        others = [m for m in town.by_bot("general") if (m.reference or {}).get("message_id") == str(there.id)]
        said = [cards[0]["text"] if cards else "", others[0].content if others else ""]
        return all(words in text.replace("*", "") for text in said) and "reply_markup" not in cards[0]

    await telegram.until(lambda: shown("2 people have voted, 2 without linked accounts"), why="one result")
    bot.kill()
    telegram.people.vote(TOWN, here, member(telegram), 1)
    cy.vote(there, 1)
    dana.vote(there)
    bot.start()
    await telegram.until(lambda: ballots(bot, number) == {"0": 1, "1": 2}, why="what was voted meanwhile")


async def test_killed_between_a_poll_and_its_answer_one_stands_on_each_and_no_vote_is_lost(
    telegram, discord, town, bot
):
    telegram.trouble.add("sendPoll", telegram_faults.HangAfter())
    sends = Fault("hanging", "POST", r"/channels/\d+/messages", seconds=3600, moment=Moment.AFTER_EFFECT)
    discord.fail(sends)
    telegram.people.say(TOWN, MIRA, '/poll "Which way?" up down')
    first, there = await telegram.until(lambda: polls_of(telegram, town, "Which way?"), why="both polls")
    bot.kill()
    town.member("Fay").vote(there, 1)
    telegram.people.vote(TOWN, first, member(telegram), 1)
    telegram.people.say(TOWN, MIRA, "and?")
    bot.start()
    number = await noted(telegram, bot)
    await telegram.until(lambda: ballots(bot, number) == {"1": 2}, why="the votes of the time between")
    (here,) = [m for m in telegram.sent_to(TOWN) if m.get("poll", {}).get("question") == "Which way?"]
    assert here["message_id"] != first
    assert [m for m in town.by_bot("general") if m.poll and m.poll.question == "Which way?"] == [there]
    telegram.people.vote(TOWN, here["message_id"], member(telegram), 0)
    await telegram.until(lambda: ballots(bot, number) == {"0": 1, "1": 2}, why="a ballot from each")


async def test_over_a_deadline_that_passed_while_it_was_down_every_vote_before_it_counts(telegram, discord, town, bot):
    telegram.people.say(TOWN, MIRA, '/poll "And when?" now later')
    here, there = await telegram.until(lambda: polls_of(telegram, town, "And when?"), why="both polls")
    number = await noted(telegram, bot)
    bot.kill()
    telegram.people.vote(TOWN, here, member(telegram), 0)
    town.member("Eve").vote(there, 0)
    with closing(sqlite3.connect(bot.data / "townkeeper.db")) as database, database:
        late = "UPDATE timers SET due_at = '2020-01-01 00:00:00.000000' WHERE kind = 'poll-close' AND subject = ?"
        assert database.execute(late, (f"poll {number}",)).rowcount == 1
    bot.start()
    closed = [("closed",)]
    await telegram.until(
        lambda: bot.rows("SELECT state FROM polls WHERE number = ?", number) == closed, why="the end of the poll"
    )
    assert ballots(bot, number) == {"0": 2}
    assert telegram.state.chats[TOWN].messages[here]["poll"]["is_closed"]
    assert there.poll.finalized

    def results():
        texts = [m.get("text", "") for m in telegram.sent_to(TOWN)], [m.content for m in town.by_bot("general")]
        return [sum(f"Poll {number} is closed." in text and "“now” wins" in text for text in said) for said in texts]

    await telegram.until(lambda: results() == [1, 1], why="the result, once on each")
    assert not telegram.faults
    assert discord.gaps == []
