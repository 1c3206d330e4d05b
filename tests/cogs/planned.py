"""Posts of the calendar as staff write them, and what became of them."""

from tests.build import MOD
from tests.fakes.town import D_STAFF, DORA, STAFF


async def writes(bot, who=MOD, **values):
    place = D_STAFF if who is DORA else STAFF
    await bot.asks(who, "post new", place)
    return await bot.fills(who, **{"title": "Hello", "text": "Come along.", "when": "2h", **values})


async def post(bot, number=1):
    return await bot.store.posts.find(bot.key, number)


async def copies(bot, number=1):
    return {one.place: one.state for one in await bot.store.posts.copies(bot.key, number)}
