"""The real bot in the playground: who kicks an administrator hears at once that it cannot be, and she hears nothing."""

import asyncio
from contextlib import AsyncExitStack

import pytest

from bot.adapters.playground.platform import PlaygroundPlatform
from bot.adapters.playground.world import GENERAL, World, private
from bot.core.ids import DISCORD, TELEGRAM
from tests.adapters.playground.stage import posts, who
from tests.fakes.clock import StillClock
from tests.fakes.town import open_town, riverside

PLACES = {
    "lobby": {DISCORD: "#general", TELEGRAM: "@riverside_makers"},
    "staff": {DISCORD: "#staff", TELEGRAM: "@riverside_staff"},
}


@pytest.mark.parametrize(("dialect", "boss", "moderator"), [(DISCORD, "Robin", "Nadia"), (TELEGRAM, "Kim", "Marta")])
async def test_nobody_is_told_of_a_kick_that_cannot_be(dialect, boss, moderator):
    clock = StillClock()
    world = World(clock)
    sides = {name: PlaygroundPlatform(world, name) for name in (TELEGRAM, DISCORD)}
    async with AsyncExitStack() as stack:
        bot = await open_town(stack, riverside(places=PLACES), platforms=tuple(sides.values()), clock=clock)
        side = sides[dialect]
        side.inbound.post(who(side, boss).id, GENERAL, f"/kick @{moderator.lower()} enough")
        running = asyncio.create_task(side.run(bot.take, lambda: asyncio.sleep(0)))
        await asyncio.wait_for(side.handled(), 30)
        running.cancel()
        assert not posts(side, private(who(side, moderator).id))
        heard = [str(post.text) for post in side.side.posts.values() if post.by_bot]
        assert any("does not let me mute, kick or ban them" in words for words in heard), heard
        assert not await bot.store.cases.last(bot.key)
