"""Which form a poll takes where: a table of what fits a messenger's own poll."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.ids import DISCORD, TELEGRAM, Platform
from bot.core.native_polls import Manner
from bot.core.polls import Poll, PollKind
from bot.domain.polls.choice import voted
from bot.domain.polls.form import Unfit, unfit
from tests.build import ANN, NOON, ROOM

HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)
POLL = Poll(1, ANN.user, "Ann", "Q?", ("a", "b"), PollKind.ONE, NOON, NOON + 24 * HOUR, (ROOM,))


def many(number):
    return tuple(map(str, range(number)))


@pytest.mark.parametrize(
    ("change", "telegram", "discord"),
    [
        ({}, None, None),
        ({"kind": PollKind.SEVERAL}, None, None),
        ({"kind": PollKind.RANKED}, Unfit.COUNTED, Unfit.COUNTED),
        ({"weighted": True}, Unfit.COUNTED, Unfit.COUNTED),
        ({"quorum": 3}, Unfit.COUNTED, Unfit.COUNTED),
        ({"anonymous": True}, Unfit.ANONYMOUS, Unfit.ANONYMOUS),
        ({"hidden": True}, Unfit.HIDDEN, Unfit.HIDDEN),
        ({"kind": PollKind.QUIZ, "right": 0, "explanation": "x" * 200}, None, Unfit.QUIZ),
        ({"kind": PollKind.QUIZ, "right": 0, "explanation": "🌻" * 101}, Unfit.LENGTH, Unfit.QUIZ),
        ({"options": many(10)}, None, None),
        ({"options": many(12)}, None, Unfit.OPTIONS),
        ({"options": many(13)}, Unfit.OPTIONS, Unfit.OPTIONS),
        ({"options": ("a", "x" * 55)}, None, None),
        ({"options": ("a", "x" * 56)}, None, Unfit.LENGTH),
        ({"options": ("a", "🌻" * 51)}, Unfit.LENGTH, Unfit.LENGTH),
        ({"question": "🌻" * 150}, None, None),
        ({"question": "🌻" * 151}, Unfit.LENGTH, Unfit.LENGTH),
        ({"closes_at": NOON + HOUR}, None, None),
        ({"closes_at": NOON + HOUR - 20 * SECOND}, None, None),
        ({"closes_at": NOON + HOUR / 2}, None, Unfit.TIME),
        ({"closes_at": NOON + 3.5 * HOUR}, None, Unfit.TIME),
        ({"closes_at": NOON + timedelta(days=30)}, None, None),
        ({"closes_at": NOON + timedelta(days=32)}, Unfit.TIME, None),
        ({"closes_at": NOON + timedelta(days=33)}, Unfit.TIME, Unfit.TIME),
    ],
)
def test_what_fits_where(change, telegram, discord):
    poll = replace(POLL, **change)
    assert (unfit(poll, TELEGRAM, NOON), unfit(poll, DISCORD, NOON)) == (telegram, discord)
    assert unfit(poll, Platform("elsewhere"), NOON) is Unfit.ELSEWHERE


@pytest.mark.parametrize(
    ("kind", "before", "options", "manner", "after"),
    [
        (PollKind.ONE, (0,), (1,), Manner.WHOLE, (1,)),
        (PollKind.ONE, (0,), (), Manner.WHOLE, ()),
        (PollKind.ONE, (0,), (1,), Manner.ADDED, (1,)),
        (PollKind.ONE, (1,), (0,), Manner.TAKEN, (1,)),
        (PollKind.ONE, (1,), (1,), Manner.TAKEN, ()),
        (PollKind.SEVERAL, (2,), (0,), Manner.ADDED, (0, 2)),
        (PollKind.SEVERAL, (0, 2), (2,), Manner.ADDED, (0, 2)),
        (PollKind.SEVERAL, (0, 2), (0,), Manner.TAKEN, (2,)),
        (PollKind.SEVERAL, (), (2, 1), Manner.WHOLE, (1, 2)),
        (PollKind.QUIZ, (), (1,), Manner.WHOLE, (1,)),
        (PollKind.QUIZ, (0,), (1,), Manner.WHOLE, (0,)),
    ],
)
def test_a_vote_makes_a_choice_and_twice_the_same_one(kind, before, options, manner, after):
    once = voted(kind, before, options, manner)
    assert once == after
    assert voted(kind, once, options, manner) == after
