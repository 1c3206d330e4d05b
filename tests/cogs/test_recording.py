"""Chat is recorded only where a community asks for it, and only what its rules would judge."""

from dataclasses import replace
from datetime import timedelta

from bot.core.people import Rank
from bot.runtime.community import Privacy
from tests.build import ANN, BOB, BOSS, MOD, direct
from tests.fakes.town import LOBBY, STAFF, words

ON = Privacy(record_for_replay=timedelta(days=7))


async def recorded(bot):
    long_ago = bot.clock.now() - timedelta(days=30)
    return [one async for one in bot.store.recordings.since(bot.key, long_ago)]


async def test_nothing_is_recorded_unless_somebody_asked(town):
    bot = await town(words())
    await bot.says(ANN, "hello")
    assert await recorded(bot) == []


async def test_what_rules_judge_is_recorded_also_what_they_remove(town):
    bot = await town(words(), privacy=ON)
    ref = await bot.says(ANN, "hello")
    await bot.says(BOB, "blorp")
    await bot.edits(ANN, ref, "hello!")
    told = await recorded(bot)
    assert [(one.message.text, one.message.author.name, one.role, one.is_edit) for one in told] == [
        ("hello", "Ann", "lobby", False),
        ("blorp", "Bob", "lobby", False),
        ("hello!", "Ann", "lobby", True),
    ]
    assert await bot.case() is not None


async def test_the_rank_that_config_gives_is_recorded(town):
    bot = await town(words(), privacy=ON)
    await bot.says(replace(BOSS, rank=Rank.MEMBER), "hello")
    assert (await recorded(bot))[0].message.author.rank is Rank.MANAGER


async def test_staff_among_themselves_bots_and_private_chats_are_not_recorded(town):
    bot = await town(words(), privacy=ON)
    await bot.says(MOD, "between us", STAFF)
    await bot.says(replace(ANN, is_bot=True), "beep", LOBBY)
    await bot.says(ANN, "just you and me", direct(ANN.user))
    assert await recorded(bot) == []
