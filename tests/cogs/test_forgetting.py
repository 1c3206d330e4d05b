"""Who asked to be forgotten is nowhere in the bot's memory either, and nothing of hers stands on the board."""

import asyncio
import re
from collections import deque
from collections.abc import Mapping

from bot.core.decisions import Decision
from bot.core.feedback import FeedbackState
from bot.core.ids import UserRef
from bot.core.privacy import Forget
from bot.core.text import Localised
from bot.domain.care.answers import Book
from bot.domain.moderation.sample import Source
from bot.domain.storm.plan import Plan
from bot.runtime.care import Board, Faq
from bot.runtime.community import Agree, Welcome
from tests.build import BOB, MOD, direct, person
from tests.cogs.ideas import D_IDEAS, IDEAS, WITH_BOARD, brings, cards, merges, with_board
from tests.cogs.test_faq import DOGS
from tests.fakes.town import LOBBY, words
from tests.waiting import until

ZOE = person("Zoe Unmistakable", "70411223344")
HOME = direct(ZOE.user)
WORDS = "Behemoth the cat"


async def with_a_board(town, *rules, **more):
    platforms = with_board()
    platforms[0].members[LOBBY.space, ZOE.user] = ZOE
    return await town(*rules, places=WITH_BOARD, feedback=Board("ideas", per_day=50), platforms=platforms, **more)


async def forgotten(bot):
    await bot.asks(ZOE, "mydata", HOME, what="delete")
    await bot.presses(ZOE, "button-forget-me", HOME)


async def test_her_cards_lose_her_words_at_once_and_her_votes_count_no_more(town):
    bot = await with_a_board(town)
    await brings(bot, ZOE, WORDS, "and more of it")
    await brings(bot, BOB, "Paint")
    await bot.presses(ZOE, "button-feedback-vote")
    await bot.waits(seconds=10)
    assert any("2 votes" in card for card in cards(bot))
    await forgotten(bot)
    for place in (IDEAS, D_IDEAS):
        assert not any("Behemoth" in card or "more of it" in card for card in cards(bot, place))
    await bot.waits(seconds=10)
    assert [card for card in cards(bot) if "Paint" in card and "1 vote" in card]


async def test_what_was_merged_into_hers_stands_for_itself_again(town):
    bot = await with_a_board(town)
    await brings(bot, ZOE, WORDS)
    await brings(bot, ZOE, "Hats for cats")
    await brings(bot, BOB, "Paint")
    await merges(bot, MOD, 3, 1)
    await merges(bot, MOD, 2, 1)
    await forgotten(bot)
    await bot.waits(seconds=10)
    assert (await bot.store.feedback.find(bot.key, 3)).state is FeedbackState.OPEN
    assert [one.entry.number for one in await bot.store.feedback.standings(bot.key)] == [3]
    assert [card for card in cards(bot) if "Paint" in card and "The same as" not in card]


async def test_a_card_that_was_on_its_way_loses_her_words_when_it_arrives(town):
    bot = await with_a_board(town)
    arrives = bot.discord.holds(D_IDEAS)
    brought = asyncio.create_task(brings(bot, ZOE, WORDS))
    await until(lambda: cards(bot, IDEAS))
    wish = Forget((ZOE.user,), ("gone:1",), (ZOE.name,), bot.clock.now())
    await bot.store.ledger.commit(bot.key, "", Decision(rows=(wish,)), bot.clock.now())
    arrives.set()
    await brought
    for place in (IDEAS, D_IDEAS):
        assert cards(bot, place)
        assert not any("Behemoth" in card for card in cards(bot, place))


def memory(root):
    """Everything that the bot's own objects hold on to: texts and accounts, with the way there."""
    seen, waits = {id(root)}, [("", root)]
    while waits:
        way, held = waits.pop()
        if isinstance(held, str | UserRef):
            yield way, held
            continue
        for name, value in _inside(held):
            if isinstance(value, str | UserRef) or id(value) not in seen:
                seen.add(id(value))
                waits.append((f"{way}.{name}", value))


def _inside(held):
    if isinstance(held, Mapping):
        return [(f"[{nth}]", one) for nth, pair in enumerate(held.items()) for one in pair]
    if isinstance(held, list | tuple | set | frozenset | deque):
        return [(f"[{nth}]", one) for nth, one in enumerate(held)]
    if not type(held).__module__.startswith(("bot.runtime", "bot.cogs", "bot.core", "bot.domain")):
        return []
    names = {*getattr(held, "__dict__", ()), *(name for kind in type(held).__mro__ for name in _slots(kind))}
    return [(name, getattr(held, name)) for name in names if name not in ELSEWHERE | CONFIG and hasattr(held, name)]


def _slots(kind):
    slots = getattr(kind, "__slots__", ())
    return (slots,) if isinstance(slots, str) else slots


ELSEWHERE = {"parts", "_host", "_voices", "_platforms", "platforms", "_trace", "_outbox", "delivery"}
"""The store and the messengers are looked at by other tests."""
CONFIG = {"community", "policy", "_policy", "_plan", "fitted", "plan", "pupils", "lessons"}
"""What managers wrote, and what follows from that alone: large, and nobody's."""

IS_NEW = re.compile(r"\._(arrived|said)\.")
"""When somebody came in is kept by intent: who could make herself old would walk past every rule about newcomers."""


def hers(bot):
    told = ("Unmistakable", "Behemoth", ZOE.user.native)
    return [way for way, held in memory(bot.engine) if held == ZOE.user or any(one in str(held) for one in told)]


async def lives_here(bot):
    """Do everything of which the bot remembers something."""
    await bot.joins(ZOE)
    await bot.presses(ZOE, "button-agree", LOBBY)
    await bot.says(ZOE, WORDS)
    await bot.says(ZOE, f"{WORDS} blorp")
    await bot.says(ZOE, f"How do I feed {WORDS}?")
    await bot.says(ZOE, WORDS, HOME)
    await bot.asks(ZOE, "language", language="pl")
    await brings(bot, ZOE, WORDS)
    await brings(bot, BOB, "Another cat")
    await bot.presses(ZOE, "button-feedback-vote")
    await bot.presses(ZOE, "button-feedback-more", IDEAS)


async def test_nothing_in_memory_knows_her_any_more(town):
    greeting = Welcome(Localised({"en": "Hi {name}"}), Agree.ASKED)
    faq = Faq((DOGS,), book=Book.of((DOGS,)), places=("lobby",))
    looks = words(looks_at=frozenset({Source.MESSAGE, Source.NAME}))
    bot = await with_a_board(town, looks, welcome=greeting, faq=faq, storm=Plan(), gate=None)
    await lives_here(bot)
    known = "\n".join(hers(bot))
    for memory_of in ("_interactions", "languages", "_ring", "_minds", "_waiting"):
        assert memory_of in known, f"{memory_of} is not where this looks for it:\n{known}"
    await forgotten(bot)
    await bot.waits(minutes=12)
    left = [way for way in hers(bot) if not IS_NEW.search(way)]
    assert left == []
