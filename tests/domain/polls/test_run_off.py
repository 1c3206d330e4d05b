"""Instant run-off against elections that everybody knows, and the law of ties line by line."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.polls.run_off import run_off

MEMPHIS, NASHVILLE, CHATTANOOGA, KNOXVILLE = range(4)
TENNESSEE = {
    (MEMPHIS, NASHVILLE, CHATTANOOGA, KNOXVILLE): 42,
    (NASHVILLE, CHATTANOOGA, KNOXVILLE, MEMPHIS): 26,
    (CHATTANOOGA, KNOXVILLE, NASHVILLE, MEMPHIS): 15,
    (KNOXVILLE, CHATTANOOGA, NASHVILLE, MEMPHIS): 17,
}
"""The capital of Tennessee, the textbooks' example: Knoxville wins, though few like it most."""

KISS, WRIGHT, MONTROLL = range(3)
BURLINGTON = {
    (MONTROLL, KISS, WRIGHT): 1332,
    (MONTROLL, WRIGHT, KISS): 767,
    (MONTROLL,): 455,
    (KISS, MONTROLL, WRIGHT): 2043,
    (KISS, WRIGHT, MONTROLL): 371,
    (KISS,): 568,
    (WRIGHT, MONTROLL, KISS): 1513,
    (WRIGHT, KISS, MONTROLL): 495,
    (WRIGHT,): 1289,
}
"""The last three of a mayoral election of 2009: who would beat each of the others goes first."""


def test_the_capital_of_tennessee_is_knoxville():
    result = run_off(TENNESSEE, 4)
    assert result.rounds[0] == {MEMPHIS: 42, NASHVILLE: 26, CHATTANOOGA: 15, KNOXVILLE: 17}
    assert result.rounds[1] == {MEMPHIS: 42, NASHVILLE: 26, KNOXVILLE: 32}
    assert result.rounds[2] == {MEMPHIS: 42, KNOXVILLE: 58}
    assert result.gone == (CHATTANOOGA, NASHVILLE)
    assert result.winners == (KNOXVILLE,)


def test_ballots_that_name_nobody_who_is_left_no_longer_count():
    result = run_off(BURLINGTON, 3)
    assert result.gone == (MONTROLL,)
    assert result.rounds[1] == {KISS: 4314, WRIGHT: 4064}
    assert result.winners == (KISS,)
    assert sum(result.rounds[1].values()) == sum(BURLINGTON.values()) - 455


@pytest.mark.parametrize(
    ("ballots", "options", "gone", "winners", "why"),
    [
        ({}, 3, (), (), "nobody voted"),
        ({(1,): 0}, 2, (), (), "only votes that were taken back"),
        ({(1,): 1}, 3, (), (1,), "one ballot is more than half"),
        ({(0,): 3, (1,): 2, (2,): 1}, 3, (2,), (0,), "exactly half is not enough: 3 of 6, then 3 of 5"),
        ({(0,): 2, (1,): 2}, 2, (), (0, 1), "two are level: a tie, people decide"),
        ({(0,): 1, (1,): 1, (2,): 1}, 3, (), (0, 1, 2), "three are level"),
        ({(0,): 3, (1,): 3, (2,): 1}, 3, (2,), (0, 1), "level at the end"),
        ({(0,): 5, (1,): 2, (2,): 2, (3,): 2}, 4, (3,), (0,), "never differed: the last in the poll goes"),
        (
            {(0,): 9, (1,): 8, (2, 3): 3, (3, 2): 4, (4, 2): 1},
            5,
            (4, 2, 3),
            (0,),
            "2 and 3 are level in the second round; 2 had fewer in the first and goes, though 3 stands last in the poll",
        ),
        (
            {(0,): 20, (1,): 19, (2, 3): 5, (3, 2): 4, (4, 2): 1, (4,): 2, (5, 3): 2},
            6,
            (5, 4, 2, 3),
            (0,),
            "2 and 3 are level in the third round; 2 had fewer in the second, which counts more than the first",
        ),
    ],
)
def test_ties_are_broken_as_the_law_says(ballots, options, gone, winners, why):
    result = run_off(ballots, options)
    assert (result.gone, result.winners) == (gone, winners), why


rankings = st.integers(2, 5).flatmap(
    lambda n: st.tuples(
        st.just(n),
        st.dictionaries(
            st.permutations(range(n)).flatmap(lambda p: st.integers(1, n).map(lambda k: tuple(p[:k]))),
            st.integers(0, 9),
        ),
    )
)


@given(rankings)
def test_it_ends_and_names_only_who_was_voted_for_whatever_the_ballots(case):
    options, ballots = case
    result = run_off(ballots, options)
    assert result == run_off(dict(reversed(ballots.items())), options), "the order of ballots must not matter"
    assert len(result.rounds) == len(result.gone) + 1 <= options
    assert not set(result.winners) & set(result.gone)
    assert bool(result.winners) == any(ballots.values())
    for one, after in zip(result.rounds, result.rounds[1:], strict=False):
        assert set(after) < set(one)
        assert sum(after.values()) <= sum(one.values())


def test_with_two_options_it_is_a_plain_majority():
    for a, b in permutations(range(1, 6), 2):
        assert run_off({(0, 1): a, (1, 0): b}, 2).winners == ((0,) if a > b else (1,))
