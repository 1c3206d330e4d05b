"""What whoever acts hears about what there was before, as tables."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import Sanction
from bot.core.cases import Case
from bot.core.people import Rank
from bot.domain.cases.order import WINDOW, Before, Order, done, is_idle, was_first
from tests.build import ANN, BOB, MOD, NOON, SPACE

HOUR, DAY = NOON + timedelta(hours=1), NOON + timedelta(days=1)
CASE = Case(7, SPACE, ANN.user, "Ann", Sanction.MUTE, NOON, by=MOD.user, by_name="Mo", until=HOUR)
GUEST = replace(ANN, rank=Rank.GUEST)


def held(until):
    return Before(0, replace(CASE, number=6, until=until))


@pytest.mark.parametrize(
    ("case", "before", "keys"),
    [
        (CASE, Before(), ["card-until"]),
        (CASE, Before(2), ["card-until", "act-before"]),
        (CASE, held(DAY), ["card-until", "act-instead"]),
        (CASE, held(None), ["card-until", "act-instead-forever"]),
        (CASE, held(HOUR), ["card-until"]),
        (replace(CASE, until=DAY), held(HOUR), ["card-until"]),
        (replace(CASE, until=None), held(None), ["mute-renewed"]),
        (replace(CASE, sanction=Sanction.UNMUTE, until=None), held(DAY), []),
        (replace(CASE, sanction=Sanction.UNMUTE, until=None), Before(), ["act-nothing-to-end"]),
    ],
)
def test_the_answer_says_what_one_should_know_beside_it(case, before, keys):
    assert [line.key for line in done(case, before).parts[1:]] == keys


@pytest.mark.parametrize(
    ("first", "wished", "key"),
    [
        (HOUR, HOUR, "act-first"),
        (HOUR, HOUR + WINDOW, "act-first"),
        (None, None, "act-first"),
        (HOUR, DAY, "act-first-until"),
        (HOUR, None, "act-first-until"),
        (None, DAY, "act-first-forever"),
    ],
)
def test_who_is_second_hears_what_the_first_one_gave_if_that_was_not_the_same(first, wished, key):
    assert was_first(replace(CASE, until=first), BOB.user, wished).key == key


@pytest.mark.parametrize(
    ("member", "sanction", "before", "idle"),
    [
        (ANN, Sanction.UNBAN, Before(), True),
        (ANN, Sanction.UNBAN, held(None), False),
        (GUEST, Sanction.UNBAN, Before(), False),
        (ANN, Sanction.UNMUTE, Before(), False),
    ],
)
def test_only_who_is_here_and_was_never_banned_need_not_hear_that_she_may_come_back(member, sanction, before, idle):
    assert is_idle(Order(member, sanction), before) is idle
