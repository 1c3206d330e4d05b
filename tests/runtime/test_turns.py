"""Steps that must not overtake each other: turns, also after a crash."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from bot.core.decisions import Intent, Later
from bot.runtime.cog import Cog, composes
from tests.fakes.town import D_LOBBY, LOBBY
from tests.runtime.steps import carry, note


class Speaker(Cog):
    """Says its words in the lobby; a later of the same turn may follow out of it."""

    name = "speaker"

    @composes("speak")
    async def speak(self, scene, report, args):
        says = [Intent(note(text=word)) for word in args["words"]]
        then = Later("speak", {"words": args["then"], "then": ()}, turn="talk") if args["then"] else None
        return (*says, Intent(then)) if then else says


def speaking(*said, then=()):
    return Later("speak", {"words": said, "then": then}, turn="talk")


async def test_a_turn_may_go_on_in_what_grew_from_it(town):
    bot = await town(cogs=(Speaker,))
    async with asyncio.timeout(30):
        await carry(bot, speaking("one", then=("two",)))
    assert bot.sends(LOBBY) == ["one", "two"]


async def test_what_a_crash_left_of_a_turn_goes_on_before_what_came_later(town):
    bot = await town(cogs=(Speaker,))
    gate = bot.telegram.holds(LOBBY)
    await carry(bot, speaking("one", "two"), wait=False)
    for _ in range(50):
        await asyncio.sleep(0)
    await carry(bot, note(D_LOBBY, "first of all"), speaking("three"), wait=False)
    for _ in range(50):
        await asyncio.sleep(0)
    await bot.engine.outbox.drain(timedelta(0))  # killed while "one" was on its way
    gate.set()
    assert await bot.engine.outbox.recover() >= 2
    async with asyncio.timeout(30):
        await bot.engine.outbox.idle()
    said = [word for word in bot.sends(LOBBY) if word != "one"]
    assert said == ["two", "three"]


async def test_two_turns_that_want_each_other_after_a_crash_do_not_wait_for_ever(town):
    bot = await town(cogs=(Speaker,))
    gate = bot.telegram.holds(LOBBY)
    other = replace(speaking("c"), turn="other")
    for steps in ((speaking("a"), other), (replace(other, args={"words": ("b",), "then": ()}), speaking("d"))):
        await carry(bot, *steps, wait=False)
        for _ in range(50):
            await asyncio.sleep(0)
    await bot.engine.outbox.drain(timedelta(0))
    gate.set()
    await bot.engine.outbox.recover()
    async with asyncio.timeout(30):
        await bot.engine.outbox.idle()
    assert {"c", "d"} <= set(bot.sends(LOBBY))
