"""A poll whose answer was lost stands once in the end; where the first one is out of reach its votes are not lost."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.core.native_polls import OpenPoll, PollVoted
from bot.core.receipts import Done, Refused, Trouble
from tests.adapters.telegram.desk import ANA, BOB, CREW, PlainVoice, at_work, message_ref, place
from tests.contracts.chat_offer import MemoryShelf
from tests.wire import telegram_faults as trouble


def where(question="Where?", options=("here", "there")):
    now = datetime.now(UTC)  # noqa: TID251  # the server's clock is the real one
    return OpenPoll(place(CREW), question, options, now + timedelta(days=1))


def polls(server):
    return [message["message_id"] for message in server.sent_to(CREW) if "poll" in message]


async def puts_up(desk, action, name="intent-1"):
    return await desk.platform.perform(action, PlainVoice(), name)


def talks(server):
    for number in range(12):
        server.people.say(CREW, BOB, f"talk {number}")


@pytest.fixture
def shelf():
    return MemoryShelf()


@pytest.fixture
async def lost(server, shelf):
    """The answer to a poll was lost together with the process; the action, and the message that nobody knows."""
    action = where()
    server.trouble.add("sendPoll", trouble.CutAfter())
    async with at_work(server, shelf) as desk:
        lost = await puts_up(desk, action)
        assert isinstance(lost, Trouble)
        assert lost.maybe_done
    return action, polls(server)[0]


async def test_the_first_one_is_taken_away_and_a_vote_in_it_counts(server, shelf, lost):
    action, first = lost
    server.people.say(CREW, ANA, "where do we go?")
    votes = lambda params: params["message_id"] == first and server.people.vote(CREW, first, ANA, 1) is None  # noqa: E731
    async with at_work(server, shelf) as desk:
        server.trouble.add("stopPoll", trouble.Cut(), when=votes)  # at the last moment; nothing goes wrong
        receipt = await puts_up(desk, action)
        (second,) = polls(server)
        assert receipt == Done(message_ref(CREW, second))
        vote = await desk.next(PollVoted)
        assert (vote.message, vote.options) == (receipt.message, (1,))
        assert not desk.platform._polls._lost._lost


async def test_one_out_of_reach_is_told_of_counted_and_taken_away_when_somebody_points_at_it(server, shelf, lost):
    action, first = lost
    talks(server)
    async with at_work(server, shelf) as desk:
        receipt = await puts_up(desk, action)
        assert receipt.doubled
        assert polls(server) == [first, int(receipt.message.native)]
        server.people.vote(CREW, first, ANA, 0)
        assert (await desk.next(PollVoted)).message == receipt.message
        server.people.say(CREW, BOB, "what is this?", reply_to=first)
        await server.until(lambda: polls(server) == [int(receipt.message.native)], why="the end of the first one")
        server.people.say(CREW, BOB, "and this?", reply_to=int(receipt.message.native))
        await desk.next(PollVoted)
        assert not server.state.chats[CREW].messages[int(receipt.message.native)]["poll"]["is_closed"]


async def test_another_poll_of_the_same_words_stays(server, shelf, lost):
    action, first = lost
    async with at_work(server, shelf) as desk:
        other = await puts_up(desk, where(), "intent-2")
        mine = await puts_up(desk, action)
        assert polls(server) == [int(other.message.native), int(mine.message.native)]
        assert first not in polls(server)


async def test_of_a_vote_in_one_of_several_lost_polls_nobody_knows_where_it_belongs(server, shelf, lost):
    action, first = lost
    talks(server)
    async with at_work(server, shelf) as desk:
        server.trouble.add("sendPoll", trouble.CutAfter())
        await puts_up(desk, where("When?", ("now",)), "intent-2")
        talks(server)
        receipt = await puts_up(desk, action)
        assert receipt.doubled
        server.people.vote(CREW, first, ANA, 0)
        server.people.vote(CREW, first, BOB, 1)  # only one of the two has a second option
        assert (await desk.next(PollVoted)).by.name == "Bob"


async def test_what_was_answered_is_not_put_up_again(server, desk):
    action = where()
    receipt = await puts_up(desk, action)
    assert await puts_up(desk, action) == receipt
    assert len(polls(server)) == 1


async def test_what_telegram_refused_stands_nowhere(server, desk):
    server.trouble.add("sendPoll", trouble.Answers(400, "Bad Request: POLL_OPTION_INVALID"))
    assert isinstance(await puts_up(desk, where()), Refused)
    assert not (await puts_up(desk, where())).doubled
    assert not server.calls_of("stopPoll")
