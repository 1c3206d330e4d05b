"""Heat: levels by count and window, memory that does not grow, and a way back that does not flutter."""

from datetime import timedelta

import pytest

from bot.domain.storm.heat import Heat
from bot.domain.storm.plan import UNPLANNED, Cause, Level, Limit, Plan, Playbook
from tests.build import later

PLAN = Plan(
    {
        1: Level({Cause.JOINS: Limit(4, timedelta(seconds=60))}, ("fire",), Playbook(timedelta(seconds=5))),
        3: Level({Cause.JOINS: Limit(8, timedelta(seconds=60))}, ("Fire", "help"), Playbook(holds_posts=False)),
    }
)


def test_a_level_is_reached_by_so_many_in_its_window():
    heat = Heat(PLAN)
    assert [heat.note(Cause.JOINS, later(seconds=n)) for n in range(8)] == [0, 0, 0, 1, 1, 1, 1, 3]


def test_those_who_come_one_by_one_raise_nothing():
    heat = Heat(PLAN)
    assert {heat.note(Cause.JOINS, later(seconds=25 * n)) for n in range(50)} == {0}


def test_what_no_level_counts_is_not_remembered():
    heat = Heat(PLAN)
    assert heat.note(Cause.REPORTS, later()) == 0
    assert Heat(UNPLANNED).note(Cause.JOINS, later()) == 0
    assert Heat(UNPLANNED).is_calm(1, later())


@pytest.mark.parametrize(("seconds", "calm"), [(10, False), (60, False), (61, True)])
def test_it_is_calm_only_when_not_even_half_of_the_limit_is_reached(seconds, calm):
    heat = Heat(PLAN)
    for _ in range(4):
        heat.note(Cause.JOINS, later())
    assert heat.is_calm(1, later(seconds=seconds)) is calm
    assert heat.is_calm(0, later(seconds=10))


def test_memory_does_not_grow_with_a_storm():
    heat = Heat(PLAN)
    for number in range(10_000):
        heat.note(Cause.JOINS, later(seconds=number / 1000))
    assert sum(len(seen) for seen in heat._seen.values()) == 8


def test_a_plan_knows_its_levels():
    assert PLAN.highest == 3
    assert PLAN.below(3) == 1
    assert PLAN.below(1) == 0
    assert PLAN.playbook(2) == PLAN.levels[1].playbook
    assert PLAN.playbook(0) == Playbook()
    assert PLAN.words == ("fire", "help")
    assert [PLAN.holds_posts(level) for level in (0, 1, 3)] == [False, True, False]
