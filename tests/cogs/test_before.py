"""What there was before an act: the one who acts hears what it replaces, what she ends, and who was quicker."""

from datetime import timedelta

import pytest

from bot.core.actions import Pardon, Whisper
from bot.core.terms import Term
from tests.build import ANN, BOSS, MOD
from tests.cogs.test_links import linked
from tests.fakes.town import D_STAFF, DANA, DORA, STAFF

HOUR, WEEK = Term(timedelta(hours=1)), Term(timedelta(days=7))


@pytest.mark.parametrize("act", ["mute", "ban"])
async def test_a_shorter_act_tells_what_longer_one_it_replaces(town, act):
    bot = await town()
    first = await bot.asks(MOD, act, member=ANN, lasts=WEEK)
    assert first.splitlines()[1:] == ["Until 2026-01-08 12:00 UTC"]
    shorter = await bot.asks(MOD, act, member=ANN, lasts=HOUR)
    assert shorter.splitlines()[1:] == [
        "Until 2026-01-01 13:00 UTC",
        "It takes the place of case 1, which would have lasted until 2026-01-08 12:00 UTC.",
    ]
    assert "takes the place" not in await bot.asks(MOD, act, member=ANN, lasts=WEEK)
    await bot.asks(MOD, act, member=ANN, lasts=Term())
    assert "case 4, which was for good" in await bot.asks(MOD, act, member=ANN, lasts=HOUR)


@pytest.mark.parametrize(("act", "heard"), [("unban", 0), ("unmute", 1)])
async def test_who_ends_what_never_was_hears_so_and_nobody_is_welcomed_back_who_is_here(town, act, heard):
    bot = await town()
    answer = await bot.asks(MOD, act, member=ANN)
    assert answer.splitlines()[1:] == ["On my record there was nothing to end."]
    # Somebody may have done it in the app: the messenger is asked all the same.
    assert len(bot.did(Pardon)) == 1
    assert len([told for told in bot.did(Whisper) if told.user == ANN.user]) == heard


async def test_who_wanted_another_length_hears_what_the_first_one_gave(town):
    bot = await town()
    await bot.asks(MOD, "ban", member=ANN, lasts=HOUR)
    assert "case 1 holds until 2026-01-01 13:00 UTC" in await bot.asks(BOSS, "ban", member=ANN)
    bot.clock.pass_by(seconds=4)
    assert "case 1 says the same" in await bot.asks(BOSS, "ban", member=ANN, lasts=HOUR)
    await bot.waits(minutes=1)
    await bot.asks(BOSS, "ban", member=ANN)
    assert "case 2 holds for good" in await bot.asks(MOD, "ban", member=ANN, lasts=HOUR)


async def test_nobody_changes_or_takes_back_what_is_about_her_other_account(town):
    bot = await town()
    await linked(bot, DANA, MOD)
    await bot.asks(DORA, "mute", member=DANA, lasts=HOUR, reason="loud")
    assert "to yourself" in await bot.asks(MOD, "case edit", STAFF, number="1", reason="a joke")
    assert "to yourself" in await bot.asks(MOD, "case edit", STAFF, number="1", lasts=WEEK)
    await bot.asks(MOD, "case", STAFF, which="1")
    await bot.presses(MOD, "button-undo", STAFF)
    assert not bot.did(Pardon)
    assert (await bot.case()).reason == "loud"


async def test_who_is_nobody_on_the_other_messenger_corrects_nothing_there(town):
    bot = await town()
    await bot.asks(DORA, "mute", member=DANA, lasts=HOUR, reason="loud")
    await bot.asks(MOD, "case edit", STAFF, number="1", reason="a joke")
    assert (await bot.case()).reason == "loud"
    assert "is changed" in await bot.asks(DORA, "case edit", D_STAFF, number="1", reason="very loud")
    assert "is changed" in await bot.asks(BOSS, "case edit", STAFF, number="1", reason="very, very loud")
