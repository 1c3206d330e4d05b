"""Ranks are an order, and equals do not stand above each other."""

from itertools import pairwise

import pytest

from bot.core.people import Rank
from tests.build import person


def test_ranks_rise_from_guest_to_owner():
    assert [r.name for r in sorted(Rank)] == ["GUEST", "MEMBER", "TRUSTED", "HELPER", "MODERATOR", "MANAGER", "OWNER"]


@pytest.mark.parametrize(("lower", "higher"), list(pairwise(Rank)))
def test_only_a_higher_rank_outranks(lower, higher):
    one, two = person("One", "1", lower), person("Two", "2", higher)
    assert two.outranks(one)
    assert not one.outranks(two)
    assert not one.outranks(one)
