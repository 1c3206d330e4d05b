"""What holds of somebody's mutes and bans."""

from dataclasses import replace

import pytest

from bot.core.actions import Sanction
from bot.core.cases import Case
from bot.domain.cases.standing import outlasts
from tests.build import ANN, NOON, SPACE, later

BAN = Case(1, SPACE, ANN.user, "Ann", Sanction.BAN, NOON)


@pytest.mark.parametrize(
    ("ends", "until", "longer"),
    [
        (None, None, True),
        (None, later(days=1), True),
        (later(days=2), later(days=1), True),
        (later(days=1), later(days=1), True),
        (later(days=1), later(days=2), False),
        (later(days=1), None, False),
    ],
)
def test_a_ban_outlasts_what_ends_no_later(ends, until, longer):
    assert outlasts(replace(BAN, until=ends), until) is longer


def test_nothing_outlasts_nothing():
    assert not outlasts(None, None)
    assert not outlasts(None, later(days=1))
