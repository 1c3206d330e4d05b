"""Whoever heard of an act hears that it was taken back, and what holds now; whoever did not is left in peace."""

from datetime import timedelta

import pytest

from bot.core.actions import Pardon
from bot.core.receipts import Refusal, Refused
from bot.core.terms import Term
from tests.build import ANN, BOSS, MOD, direct
from tests.cogs.test_links import spreading
from tests.fakes.town import DANA, STAFF

HOUR, WEEK = Term(timedelta(hours=1)), Term(timedelta(days=7))
BACK = "The team has taken case 1 in Riverside back: it counts no more."


@pytest.mark.parametrize(
    ("act", "more", "freed"),
    [
        ("warn", {}, []),
        ("kick", {}, []),
        ("mute", {"lasts": HOUR}, ["You can write in Riverside again."]),
        ("ban", {}, ["You are welcome in Riverside again."]),
    ],
)
async def test_she_is_told_that_it_counts_no_more_and_what_she_may_again(town, act, more, freed):
    bot = await town()
    await bot.asks(MOD, act, member=ANN, **more)
    await bot.presses(MOD, "button-undo", STAFF)
    assert bot.told(ANN.user)[-1].splitlines() == [BACK, *freed]
    assert len(bot.told(ANN.user)) == 2


async def test_she_hears_what_holds_instead(town):
    bot = await town()
    await bot.asks(MOD, "mute", member=ANN, lasts=WEEK)
    await bot.asks(MOD, "mute", member=ANN, lasts=HOUR)
    await bot.presses(MOD, "button-undo", STAFF)
    assert "You cannot write in Riverside until 2026-01-08" in bot.told(ANN.user)[-1]
    await bot.asks(MOD, "unmute", member=ANN)
    await bot.asks(MOD, "case", STAFF, which="last")
    await bot.presses(MOD, "button-undo", STAFF)
    assert bot.told(ANN.user)[-1] == "You cannot write in Riverside until 2026-01-08 12:00 UTC."


async def test_an_end_of_nothing_is_taken_back_without_a_word(town):
    bot = await town()
    await bot.asks(MOD, "unmute", member=ANN)
    heard = len(bot.told(ANN.user))
    await bot.presses(MOD, "button-undo", STAFF)
    assert len(bot.told(ANN.user)) == heard


async def test_who_never_heard_of_it_hears_nothing_of_its_end(town):
    bot = await town()
    await bot.asks(MOD, "note", member=ANN, reason="late again")
    await bot.presses(MOD, "button-undo", STAFF)
    assert bot.told(ANN.user) == []


async def test_she_is_promised_nothing_that_the_messenger_would_not_do(town):
    bot = await town()
    await bot.asks(MOD, "mute", member=ANN, lasts=HOUR)
    bot.telegram.fails(Pardon, Refused(Refusal.FORBIDDEN))
    assert "would not lift it" in await bot.presses(MOD, "button-undo", STAFF)
    assert len(bot.told(ANN.user)) == 1


async def test_who_appealed_hears_it_once_as_the_outcome(town):
    bot = await town()
    await bot.asks(MOD, "mute", member=ANN, lasts=HOUR)
    await bot.asks(ANN, "appeal", direct(ANN.user), number=1, text="it was not me")
    await bot.asks(BOSS, "case", STAFF, which="1")
    await bot.presses(BOSS, "button-undo", STAFF)
    assert not any("counts no more" in words for words in bot.told(ANN.user))
    assert "appeal" in bot.told(ANN.user)[-1]


async def test_what_is_made_milder_on_both_is_told_once_on_each(town):
    bot = await spreading(town)
    await bot.asks(MOD, "ban", member=ANN, lasts=WEEK)
    await bot.asks(ANN, "appeal", direct(ANN.user), number=1, text="it was not me")
    await bot.presses(BOSS, "button-reduce", STAFF)
    before = len(bot.told(DANA.user))
    await bot.fills(BOSS, lasts="2 dni")
    assert len(bot.told(DANA.user)) == before + 1
    assert "banned from Riverside until 2026-01-03" in bot.told(DANA.user)[-1]


async def test_the_linked_account_that_was_told_hears_it_too(town):
    bot = await spreading(town)
    await bot.asks(MOD, "ban", member=ANN)
    await bot.presses(MOD, "button-undo", STAFF)
    assert bot.told(DANA.user)[-1].startswith("The team has taken case 2 in Riverside back")
