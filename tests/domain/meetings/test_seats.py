"""The wait list: never more than there are seats, and whoever waited longest comes first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.meetings.seats import ANSWERS, MAYBE, NO, WAIT, YES, answered, free, left_by, put

presses = st.lists(st.tuples(st.integers(0, 7), st.sampled_from(ANSWERS)), max_size=60)


class Hall:
    """What the cog does with the pure rules; ``entries`` keep the order in which they were changed last."""

    def __init__(self, seats):
        self.seats = seats
        self.entries: dict[int, str] = {}
        self.joined: list[int] = []
        self.promoted: list[int] = []

    def many(self, value):
        return sum(one == value for one in self.entries.values())

    def press(self, who, wants):
        was = self.entries.get(who, "")
        now = answered(self.seats, self.many(YES), self.many(WAIT), was, wants)
        if now == was:
            return
        self.put(who, now)
        for _ in range(free(self.seats, self.many(YES), self.many(WAIT)) if left_by(was, now) else 0):
            first = next(who for who, value in self.entries.items() if value == WAIT)
            assert first == self.joined[0]
            self.promoted.append(first)
            self.put(first, YES)

    def put(self, who, value):
        self.entries.pop(who, None)
        self.entries[who] = value
        if who in self.joined:
            self.joined.remove(who)
        if value == WAIT:
            self.joined.append(who)


@given(st.integers(1, 4), presses)
def test_there_are_never_more_than_seats_and_nobody_waits_beside_a_free_one(seats, moves):
    hall = Hall(seats)
    for who, wants in moves:
        hall.press(who, wants)
        assert hall.many(YES) <= seats
        assert not (hall.many(WAIT) and hall.many(YES) < seats)


@given(presses)
def test_without_seats_everybody_has_one(moves):
    hall = Hall(0)
    for who, wants in moves:
        hall.press(who, wants)
    assert not hall.many(WAIT)


def test_who_waits_gets_all_the_seats_there_are_once_their_number_is_lifted():
    assert free(0, 5, 7) == 7
    assert free(9, 5, 7) == 4
    assert free(3, 5, 7) == 0
    assert put(YES, linked=True).linked


@pytest.mark.parametrize(
    ("was", "now", "seats"), [(YES, NO, 1), (YES, MAYBE, 1), (YES, YES, 0), (WAIT, NO, 0), (NO, YES, 0), ("", NO, 0)]
)
def test_only_who_had_a_seat_and_comes_no_more_leaves_one(was, now, seats):
    assert left_by(was, now) == seats
