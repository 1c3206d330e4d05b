"""A crash between decision and effect, or in the middle of one: what is done again, and what is not."""

from contextlib import AsyncExitStack

import pytest

from bot.core.actions import Delete, Punish, Sanction, Send
from bot.core.decisions import decide
from bot.runtime.queue import State
from tests.build import ANN, MOD, ref
from tests.fakes.clock import StillClock
from tests.fakes.town import D_LOBBY, LOBBY, STAFF, messengers, open_town
from tests.runtime.steps import LOST, note, states


async def crashed_and_started_again(file, *steps, sending=False, hours=0):
    """Commit with one bot that never acts; then start another on the same file, and let it finish."""
    clock = StillClock()
    platforms = messengers()
    async with AsyncExitStack() as stack:
        dead = await open_town(stack, platforms=platforms, file=file, clock=clock)
        queued = await dead.store.ledger.commit(dead.key, "key", decide(*steps), clock.now())
        if sending:
            for item in queued:
                await dead.store.ledger.sending(item.id)
    clock.pass_by(hours=hours)
    stack = AsyncExitStack()
    bot = await open_town(stack, platforms=platforms, file=file, clock=clock)
    await bot.engine.recover()
    await bot.engine.outbox.idle()
    return bot, queued, stack


async def test_after_a_crash_between_commit_and_effect_it_happens_once(tmp_path):
    bot, queued, stack = await crashed_and_started_again(tmp_path / "bot.db", note(), Delete((ref("m1", LOBBY),)))
    async with stack:
        assert bot.sends(LOBBY) == ["hello"]
        assert await states(bot, queued) == [(State.DONE, 1), (State.DONE, 1)]
        await bot.engine.recover()
        await bot.engine.outbox.idle()
        assert len(bot.ledger) == 2


async def test_after_a_crash_in_the_middle_of_sending_nobody_knows(tmp_path):
    bot, queued, stack = await crashed_and_started_again(tmp_path / "bot.db", note(), sending=True)
    async with stack:
        assert not bot.ledger
        assert await states(bot, queued) == [(State.UNKNOWN, 0)]


async def test_after_such_a_crash_what_matters_is_repeated_visibly(tmp_path):
    bot, _, stack = await crashed_and_started_again(tmp_path / "bot.db", note(important=True), sending=True)
    async with stack:
        assert bot.sends(LOBBY) == ["(repeat)\nhello"]


async def test_what_was_repeated_once_is_not_marked_twice(tmp_path):
    clock, platforms = StillClock(), messengers()
    platforms[0].fails(Send, LOST)
    async with AsyncExitStack() as stack:
        dead = await open_town(stack, platforms=platforms, file=tmp_path / "bot.db", clock=clock)
        (item,) = await dead.store.ledger.commit(dead.key, "key", decide(note(important=True)), clock.now())
        await dead.store.ledger.sending(item.id)
    async with AsyncExitStack() as stack:
        bot = await open_town(stack, platforms=platforms, file=tmp_path / "bot.db", clock=clock)
        await bot.engine.recover()
        await bot.engine.outbox.idle()
        assert bot.sends(LOBBY) == ["(repeat)\nhello"]


@pytest.mark.parametrize(("hours", "expected"), [(0, ["hello"]), (1, [])])
async def test_a_nonce_lets_it_be_sent_again_only_while_it_holds(tmp_path, hours, expected):
    bot, _, stack = await crashed_and_started_again(tmp_path / "bot.db", note(D_LOBBY), sending=True, hours=hours)
    async with stack:
        assert bot.sends(D_LOBBY) == expected


async def test_what_is_natural_is_simply_done_again_after_a_crash(tmp_path):
    act = Punish(LOBBY.space, ANN.user, Sanction.BAN)
    bot, _, stack = await crashed_and_started_again(tmp_path / "bot.db", act, sending=True)
    async with stack:
        assert bot.telegram.sanctions == {(LOBBY.space, ANN.user): Sanction.BAN}


async def test_a_whole_story_goes_on_after_a_crash_without_anything_twice(tmp_path):
    clock, platforms = StillClock(), messengers()
    async with AsyncExitStack() as stack:
        bot = await open_town(stack, platforms=platforms, file=tmp_path / "bot.db", clock=clock)
        platforms[0].fails(Punish, ZeroDivisionError())
        await bot.asks(MOD, "ban", member=ANN)
        assert platforms[0].sanctions == {}
    async with AsyncExitStack() as stack:
        bot = await open_town(stack, platforms=platforms, file=tmp_path / "bot.db", clock=clock)
        await bot.engine.recover()
        await bot.engine.outbox.idle()
        assert platforms[0].sanctions == {(LOBBY.space, ANN.user): Sanction.BAN}
        assert len(bot.told(ANN.user)) == 1
        assert bot.told(MOD.user) == ["Ann was banned: case 1."]
        assert len(bot.standing(STAFF)) == 1
