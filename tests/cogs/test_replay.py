"""/replay: managers learn in private whom the rules would have hit; nothing is done."""

from datetime import timedelta

import pytest

from bot.core.actions import Delete
from bot.core.decisions import Later
from bot.domain.moderation.policy import Mode
from bot.runtime.community import Privacy
from tests.build import ANN, BOB, BOSS, MOD
from tests.fakes.town import words

RECORDS = Privacy(record_for_replay=timedelta(days=30))


async def test_managers_hear_for_each_rule_whom_it_would_have_hit(town):
    bot = await town(words(mode=Mode.WATCH), privacy=RECORDS)
    for who, text in ((ANN, "blorp"), (BOB, "gnarf"), (ANN, "blorp again"), (ANN, "fine")):
        await bot.says(who, text)
    heard = await bot.asks(BOSS, "replay")
    assert "Messages looked at: 4" in heard
    assert "swearing (watch): 3 × · people: 2 (Ann, Bob)" in heard
    assert not bot.did(Delete)
    assert not await bot.cases()


async def test_only_what_lies_within_the_time_counts(town):
    bot = await town(words(mode=Mode.WATCH), privacy=RECORDS)
    await bot.says(ANN, "blorp")
    bot.clock.pass_by(days=2)
    await bot.says(ANN, "fine")
    heard = await bot.asks(BOSS, "replay", since=timedelta(days=1))
    assert "Messages looked at: 1" in heard
    assert "None of them fires" in heard


async def test_where_nothing_is_recorded_it_says_how_to_begin(town):
    quiet = await town(words())
    assert "record_for_replay" in await quiet.asks(BOSS, "replay")
    bot = await town(words(), privacy=RECORDS)
    assert "Nothing is recorded yet" in await bot.asks(BOSS, "replay")


async def test_moderators_and_members_may_not(town):
    bot = await town(words(), privacy=RECORDS)
    await bot.says(ANN, "blorp")
    for who in (ANN, MOD):
        assert "Messages looked at" not in await bot.asks(who, "replay")


async def test_only_so_much_is_read_and_so_many_rules_are_shown(town, monkeypatch):
    monkeypatch.setattr("bot.cogs.replay.MOST", 2)
    monkeypatch.setattr("bot.cogs.replay.SHOWN", 1)
    bot = await town(words(mode=Mode.WATCH), words(mode=Mode.WATCH, name="again"), privacy=RECORDS)
    for _ in range(3):
        await bot.says(ANN, "blorp")
    heard = await bot.asks(BOSS, "replay")
    assert "Messages looked at: 2" in heard
    assert "further rules: 1" in heard


@pytest.mark.parametrize("args", [{"asker": "x", "since": timedelta(1)}, {"asker": None, "since": 1}])
async def test_a_row_of_another_version_is_answered_with_nothing(town, args):
    bot = await town(words(), privacy=RECORDS)
    composer = bot.engine.registry.composers[Later("replay-told").composer]
    assert await composer[1](composer[0], None, (), args) == ()
