"""What answers a question: somebody else's reply, or a helper who speaks after it; nobody answers herself."""

from dataclasses import replace

import pytest

from bot.core.people import Rank
from bot.domain.care.waiting import MOST, Waiting, answered, asked, read, written
from tests.build import ANN, BOB, MOD, ROOM, post, ref

FIRST, SECOND = Waiting("1", "", ANN.user), Waiting("2", "t9", BOB.user)
HELPER = replace(BOB, rank=Rank.HELPER)
THERE = replace(ROOM, thread="t9")


def test_what_waits_is_read_as_it_was_written():
    assert read(written((FIRST, SECOND))) == (FIRST, SECOND)
    assert written(()) is None
    assert read(None) == ()


def test_only_the_latest_questions_of_a_channel_are_kept_in_mind():
    many = tuple(Waiting(str(n), "", ANN.user) for n in range(MOST))
    message = post("Where?", by=BOB, place=THERE)
    assert asked(many, message) == (*many[1:], Waiting(message.ref.native, "t9", BOB.user))


@pytest.mark.parametrize(
    ("message", "over"),
    [
        (post("here", by=BOB, reply_to=ref("1")), (FIRST,)),
        (post("here", by=ANN, reply_to=ref("1")), ()),
        (post("here", by=BOB, reply_to=ref("7")), ()),
        (post("here", by=BOB), ()),
        (post("here", by=ANN), ()),
        (post("here", by=HELPER), (FIRST,)),
        (post("here", by=MOD, place=THERE), (SECOND,)),
        (post("here", by=HELPER, place=THERE), ()),
        (post("here", by=MOD, reply_to=ref("7")), ()),
    ],
)
def test_what_answers_a_question(message, over):
    assert answered((FIRST, SECOND), message) == over
