"""Polls of the messengers' own: put up where they fit, counted as one, ended in time, and made up for after a gap."""

import asyncio
from dataclasses import replace
from itertools import count

import pytest

from bot.core.actions import Send
from bot.core.ids import DISCORD
from bot.core.native_polls import ClosePoll, Manner, OpenPoll, PollRecounted, PollVoted, Voter
from bot.core.people import Rank
from bot.core.polls import PollState
from bot.core.receipts import Refusal, Refused
from bot.runtime.polls import Natives, PollPlan
from tests.build import ANN, BOB
from tests.cogs.test_polls import asked, cards, link, option, poll, tally, votes
from tests.fakes.town import D_LOBBY, DANA, DORA, LOBBY, words

_numbers = count(1)


@pytest.fixture
def plan():
    return PollPlan(Rank.MEMBER, native=Natives.AUTO)


@pytest.fixture
async def bot(town, plan):
    return await town(words(), polls=plan, timezone="Europe/Warsaw")


def own(bot, platform="telegram"):
    (message,) = getattr(bot, platform).polls
    return message


async def chooses(bot, who, *options, manner=Manner.WHOLE, platform="telegram"):
    ref = own(bot, platform)
    await bot.take(PollVoted(f"vote/{next(_numbers)}", ref, who, options, manner, bot.clock.now()))


async def recounts(bot, **voters):
    known = {"dana": DANA, "dora": DORA}
    found = {known[name].user: Voter(name.title(), options) for name, options in voters.items()}
    await bot.take(PollRecounted(f"recount/{next(_numbers)}", own(bot, "discord"), bot.clock.now(), found))


async def test_a_poll_that_fits_is_the_messengers_own_alone_and_its_votes_are_ballots(bot):
    await asked(bot)
    assert not cards(bot)
    (put_up,) = bot.did(OpenPoll)
    assert (put_up.question, put_up.options, put_up.several) == ("Where?", ("here", "there"), False)
    await chooses(bot, BOB, 0)
    await chooses(bot, ANN, 0)
    await chooses(bot, ANN, 1)
    assert await tally(bot) == {"0": 1, "1": 1}
    await chooses(bot, BOB)
    await chooses(bot, BOB, 7)
    assert await tally(bot) == {"1": 1}
    await bot.waits(hours=24)
    assert [message.place for message in (close.message for close in bot.did(ClosePoll))] == [LOBBY]
    assert (await poll(bot)).state is PollState.OPEN  # its last votes may be on their way
    await bot.waits(seconds=10)
    assert (await poll(bot)).state is PollState.CLOSED
    assert "“there” wins" in bot.sends(LOBBY)[-1]
    assert bot.did(Send)[-1].reply_to.native.startswith("poll")


async def test_votes_that_were_on_their_way_when_it_ended_count_and_later_ones_do_not(bot):
    await asked(bot)
    message = own(bot)
    await bot.waits(hours=24)
    await bot.take(PollVoted("late", message, BOB, (0,), Manner.WHOLE, bot.clock.now()))
    await bot.waits(seconds=10)
    await bot.take(PollVoted("later", message, ANN, (1,), Manner.WHOLE, bot.clock.now()))
    assert await tally(bot) == {"0": 1}


async def test_both_messengers_have_their_own_poll_and_below_it_the_one_result(bot):
    await asked(bot, "Where? here there everywhere:yes")
    await link(bot, BOB, DANA)
    await chooses(bot, BOB, 0)
    await chooses(bot, DORA, 1, platform="discord", manner=Manner.ADDED)
    await chooses(bot, DANA, 1, platform="discord", manner=Manner.ADDED)
    assert await tally(bot) == {"1": 2}  # of her two votes the later one
    await bot.waits(seconds=2)
    for place in (LOBBY, D_LOBBY):
        (card,) = [one for one in bot.standing(place) if "there" in one.words]
        assert "2 people have voted, 1 without linked accounts" in card.words
        assert not card.rows
    await bot.waits(hours=24)
    await bot.waits(seconds=10)
    for place in (LOBBY, D_LOBBY):
        assert "“there” wins" in bot.sends(place)[-1]
    assert not bot.telegram.polls
    assert not bot.discord.polls


async def test_where_the_messenger_takes_none_there_are_buttons(bot):
    bot.telegram.fails(OpenPoll, Refused(Refusal.FORBIDDEN))
    await asked(bot, "Where? here there everywhere:yes")
    assert [card.ref.place for card in cards(bot)] == [LOBBY]
    await votes(bot, BOB, 0)
    await chooses(bot, DORA, 0, platform="discord", manner=Manner.ADDED)
    await bot.waits(seconds=2)
    assert option(cards(bot)[0], 0)
    assert await tally(bot) == {"0": 2}


async def test_what_was_missed_in_a_gap_is_made_up_for_and_newer_ballots_of_elsewhere_stand(bot):
    await asked(bot, "Where? here there everywhere:yes")
    await link(bot, BOB, DANA)
    await chooses(bot, DANA, 0, platform="discord", manner=Manner.ADDED)
    await chooses(bot, BOB, 1)  # the same person, later
    await recounts(bot, dana=(0,), dora=(0,))
    assert await tally(bot) == {"0": 1, "1": 1}
    await recounts(bot, dana=(0,), dora=(1,))
    assert await tally(bot) == {"1": 2}
    await recounts(bot)
    assert await tally(bot) == {"1": 1}
    before = len(bot.did(Send))
    await recounts(bot)
    assert len(bot.did(Send)) == before


async def test_a_name_that_nobody_knew_is_filled_in_by_the_list_of_voters(bot):
    await asked(bot, "Where? here there", DORA, D_LOBBY)
    await chooses(bot, replace(DANA, name=""), 0, platform="discord", manner=Manner.ADDED)
    await recounts(bot, dana=(0,))
    (entry,) = [entry async for entry in bot.store.gatherings.entries(bot.key, "poll 1")]
    assert (entry.name, entry.account) == ("Dana", str(DANA.user))
    assert entry.account.startswith(DISCORD)


async def test_a_vote_in_a_poll_that_is_nobodys_changes_nothing(bot):
    await asked(bot)
    stranger = replace(own(bot), native="999")
    await bot.take(PollVoted("k", stranger, BOB, (0,), Manner.WHOLE, bot.clock.now()))
    await bot.take(PollRecounted("l", stranger, bot.clock.now(), {BOB.user: Voter("Bob", (0,))}))
    assert await tally(bot) == {}


@pytest.mark.parametrize(
    ("native", "line", "own_polls", "said"),
    [
        (Natives.ASKED, "Where? here there", 0, ""),
        (Natives.ASKED, "Where? here there native:yes", 1, ""),
        (Natives.ASKED, "Where? here there native:yes anonymous:yes", 0, "show who chose what"),
        (Natives.AUTO, "Where? here there native:no", 0, ""),
        (Natives.NEVER, "Where? here there native:yes", 0, "always held with buttons"),
    ],
)
async def test_it_is_asked_for_as_the_config_says_and_why_not_is_told(town, native, line, own_polls, said):
    bot = await town(words(), polls=PollPlan(Rank.MEMBER, native=native))
    told = await asked(bot, line)
    assert said in told
    assert ("button" in told) is bool(said)
    assert len(bot.did(OpenPoll)) == own_polls


async def test_closed_by_hand_the_messenger_ends_its_own_too(bot):
    await asked(bot)
    await chooses(bot, BOB, 0)
    await bot.presses(ANN, "button-poll-close")
    assert bot.did(ClosePoll)
    await bot.waits(seconds=10)
    assert "“here” wins" in bot.sends(LOBBY)[-1]


async def test_one_that_was_put_up_when_all_was_over_is_ended_at_once(bot):
    held = bot.telegram.holds(LOBBY)
    asking = asyncio.create_task(asked(bot))
    async with asyncio.timeout(20):
        while await poll(bot) is None:  # noqa: ASYNC110  # a condition with a deadline
            await asyncio.sleep(0)
    bot.clock.pass_by(hours=25)
    await bot.engine.scheduler.fire_due()
    held.set()
    await asking
    assert (await poll(bot)).state is PollState.CLOSED
    assert bot.did(OpenPoll)
    assert not bot.telegram.polls


async def test_a_planned_poll_whose_whole_time_was_missed_is_not_published(bot):
    await asked(bot, "Where? here there starts:2h closes:1h")
    bot.clock.pass_by(hours=4)
    await bot.waits(seconds=1)
    assert (await poll(bot)).state is PollState.WITHDRAWN
    assert any("was not published" in told for told in bot.told(ANN.user))
    assert not bot.did(OpenPoll)
