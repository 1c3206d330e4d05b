"""A town with a board of ideas on both messengers, and what people do there."""

from bot.core.ids import DISCORD, TELEGRAM, ChannelRef, Place
from bot.runtime.care import Board
from tests.build import direct
from tests.fakes.town import GUILD, LOBBY, PLACES, messengers

IDEAS = Place(ChannelRef(TELEGRAM, "5"), LOBBY.space)
D_IDEAS = Place(ChannelRef(DISCORD, "d5"), GUILD)
WITH_BOARD = {**PLACES, "ideas": {TELEGRAM: "#ideas", DISCORD: "#ideas"}}


def with_board():
    telegram, discord = messengers()
    telegram.places["#ideas"], discord.places["#ideas"] = IDEAS, D_IDEAS
    return telegram, discord


async def board(town, *rules, plan=None, **more):
    """A town with a board on both messengers."""
    more.setdefault("platforms", with_board())
    return await town(*rules, places=WITH_BOARD, feedback=plan or Board("ideas", per_day=50), **more)


async def brings(bot, who, title, text="", kind="idea"):
    await bot.asks(who, "feedback")
    await bot.presses(who, f"button-feedback-{kind}")
    return await bot.fills(who, title=title, text=text)


async def entry(bot, number=1):
    return await bot.store.feedback.find(bot.key, number)


async def counts(bot):
    return {one.entry.number: one.votes for one in await bot.store.feedback.standings(bot.key)}


def cards(bot, place=IDEAS):
    return [shown.words for shown in bot.standing(place)]


async def sees(bot, who, number):
    """Open an entry from the list."""
    await bot.asks(who, "feedback", words=f"#{number}")
    return await bot.presses(who, f"{number}", direct(who.user))


async def merges(bot, who, number, into):
    await sees(bot, who, number)
    await bot.presses(who, "button-feedback-merge")
    return await bot.fills(who, into=f"#{into}")
