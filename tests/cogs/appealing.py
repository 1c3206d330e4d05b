"""A town in which somebody was banned and appeals."""

from bot.core.people import Rank
from tests.build import ANN, person
from tests.fakes.town import LOBBY, STAFF, words

LEA = person("Lea", "20", Rank.MODERATOR)


async def town_with(town, *rules, **more):
    """A town with a second moderator."""
    bot = await town(*rules, **more)
    for space in (LOBBY.space, STAFF.space):
        bot.telegram.members[space, LEA.user] = LEA
    return bot


async def appealed(town, *, text="I was quoting", **more):
    bot = await town_with(town, words(), **more)
    await bot.says(ANN, "blorp")
    await bot.presses(ANN, "button-appeal")
    await bot.fills(ANN, text=text)
    return bot


async def judges(bot, who, how, place=STAFF, **values):
    await bot.presses(who, f"button-{how}", place)
    return await bot.fills(who, **values)


async def appeal(bot, number=1):
    return await bot.store.fairness.appeals.find(bot.key, number)
