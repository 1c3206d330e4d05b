"""Who is new stays new over a restart; rules that break are logged once, with the place."""

import logging
from collections import deque
from datetime import timedelta

from bot.core.actions import Delete
from bot.domain.moderation.policy import Act, Do, Mode, Only, Rule
from bot.domain.moderation.triggers import Links
from bot.runtime import faults
from bot.runtime.faults import Faults
from tests.build import ANN, BOB
from tests.domain.moderation.test_conditions import Broken
from tests.fakes.town import LOBBY, words

FIRST = Rule("first", Links(), (Do(Act.DELETE),), "kind", Mode.ON, strikes=0, only=Only(first_messages=2))
DAY = Rule(
    "day", Links(), (Do(Act.DELETE),), "kind", Mode.ON, strikes=0, only=Only(member_for_less_than=timedelta(days=1))
)


async def test_the_first_messages_are_counted_on_after_a_restart(town, tmp_path):
    bot = await town(FIRST, file=tmp_path / "town.db")
    await bot.joins(BOB)
    await bot.says(BOB, "hello")
    again = await town(FIRST, file=tmp_path / "town.db", clock=bot.clock)
    second = await again.says(BOB, "https://example.com/2")
    await again.says(BOB, "https://example.com/3")
    third = await town(FIRST, file=tmp_path / "town.db", clock=bot.clock)
    await third.says(BOB, "https://example.com/4")
    await third.says(ANN, "https://example.com/ann")
    assert [d.messages for d in again.did(Delete)] == [(second,)]
    assert not third.did(Delete)


async def test_who_came_in_lately_is_new_after_a_restart_too(town, tmp_path):
    bot = await town(DAY, file=tmp_path / "town.db")
    await bot.joins(BOB)
    bot.clock.pass_by(hours=23)
    again = await town(DAY, file=tmp_path / "town.db", clock=bot.clock)
    await again.says(BOB, "https://example.com/")
    bot.clock.pass_by(hours=2)
    await again.says(BOB, "https://example.com/")
    assert len(again.did(Delete)) == 1


async def test_where_no_rule_asks_who_is_new_nothing_is_kept(town):
    bot = await town(words())
    await bot.joins(BOB)
    await bot.says(BOB, "hello")
    assert await bot.store.arrivals.of(bot.key) == ()


async def test_an_edit_is_no_further_message(town):
    bot = await town(FIRST)
    await bot.joins(BOB)
    ref = await bot.says(BOB, "hello")
    await bot.edits(BOB, ref, "hello!")
    assert [one.said for one in await bot.store.arrivals.of(bot.key)] == [1]
    assert ref.place == LOBBY


async def test_a_rule_that_breaks_is_logged_once_with_the_place_and_without_words(town, caplog):
    bot = await town(Rule("broken", Broken(), mode=Mode.ON))
    with caplog.at_level(logging.ERROR):
        await bot.says(ANN, "secret break one")
        await bot.says(ANN, "secret break two")
    logged = [r.getMessage() for r in caplog.records if "rule broken" in r.getMessage()]
    assert len(logged) == 1
    assert "test_conditions.py" in logged[0]
    assert "secret" not in logged[0]
    (cog,) = (one for one in bot.engine.registry.cogs if one.name == "automod")
    assert list(cog._faults.counts.values()) == [2]


def test_only_so_many_ways_of_breaking_are_told_apart(monkeypatch):
    monkeypatch.setattr(faults, "MANY", 1)
    counted = Faults()
    counted.note("oaks", deque([("a", ValueError("x"))]))
    counted.note("oaks", deque([("b", ValueError("x")), ("c", ValueError("x"))]))
    assert sorted(counted.counts.values()) == [1, 2]
