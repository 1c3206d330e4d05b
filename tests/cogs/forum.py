"""A forum on Discord in which the team reads what members write."""

from dataclasses import replace

from bot.core.capabilities import Capability
from bot.core.conversations import Priority
from bot.core.ids import DISCORD, ChannelRef, Place
from bot.core.people import Rank
from bot.core.text import Localised
from bot.runtime.care import Category
from tests.build import ANN, direct, person
from tests.fakes.town import GUILD, PLACES, messengers

FORUM = Place(ChannelRef(DISCORD, "d9"), GUILD)
WITH_FORUM = {**PLACES, "inbox": {DISCORD: "#inbox"}}
HOME = direct(ANN.user)
DEE = person("Dee", "81", Rank.MODERATOR, on=DISCORD)
CATEGORIES = {
    "billing": Category("billing", Localised({"en": "Money"}), "support", Priority.URGENT),
    "access": Category("access", Localised({"en": "Doors"}), fields=(("door", Localised({"en": "Which door?"})),)),
}


async def with_forum(town, **more):
    """A town whose team reads the inbox in a forum on Discord; Dee moderates there."""
    platforms = messengers()
    platforms[1].places["#inbox"] = FORUM
    platforms[1].members[GUILD, DEE.user] = DEE
    for platform in platforms:
        platform.can = replace(platform.can, has=platform.can.has | {Capability.THREADS})
    return await town(places=WITH_FORUM, platforms=platforms, **more)


async def writes(bot, text="I cannot get in", who=ANN):
    return await bot.says(who, text, direct(who.user))


def thread(bot):
    return next(reversed(bot.discord.threads))


async def talk(bot, number=1):
    return await bot.store.conversations.find(bot.key, number)


async def entries(bot, number=1):
    return await bot.store.conversations.entries(bot.key, number)
