"""Many newcomers at once are a wave."""

from bot.domain.welcome.wave import MANY, Wave
from tests.build import later


def test_many_within_half_a_minute_are_a_wave():
    wave = Wave()
    assert [wave.swells(later(seconds=n)) for n in range(MANY)] == [False] * (MANY - 1) + [True]
    assert wave.is_high(later(seconds=20))
    assert not wave.is_high(later(seconds=31))


def test_a_community_says_how_many_are_many():
    wave = Wave()
    assert [wave.swells(later(seconds=n), 3) for n in range(4)] == [False, False, True, True]


def test_who_was_not_greeted_is_counted_and_greeted_together():
    wave = Wave()
    assert [wave.hold() for _ in range(3)] == [True, False, False]
    assert wave.passes() == 3
    assert wave.passes() == 1, "after a restart nobody knows how many"
    assert wave.hold()
