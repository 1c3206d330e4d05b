"""What was told before the messenger refused the act is taken back: when, to whom, and in the way it was told."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import Punish, Sanction, Send, Whisper
from bot.core.cases import Case
from bot.core.receipts import Done, Refusal, Refused
from bot.core.text import say
from bot.domain.cases.card import receipt_line
from bot.domain.cases.notice import Manner, correction, tell
from bot.domain.cases.order import Order, out_of_reach, steps_of
from tests.build import ANN, BOB, NOON, ROOM, SPACE, ref

CASE = Case(7, SPACE, ANN.user, "Ann", Sanction.KICK, NOON)
KICK = Punish(SPACE, ANN.user, Sanction.KICK)
TOLD = tell(CASE, "Riverside", None, Manner())
ALOUD = tell(CASE, "Riverside", None, Manner(aloud=ROOM, stays=timedelta(seconds=20)))
LINE = tell(CASE, "Riverside", None, Manner(private=False, aloud=ROOM, stays=timedelta(seconds=20)))
NO = Refused(Refusal.OUTRANKED)


def corrected(*report):
    return correction(CASE, "Riverside", report)


@pytest.mark.parametrize("why", [Refusal.OUTRANKED, Refusal.FORBIDDEN, Refusal.UNSUPPORTED])
def test_who_was_told_hears_that_it_was_refused(why):
    told = corrected((TOLD, Done()), (KICK, Refused(why)))
    assert told == Whisper(ANN.user, say("corrected-kick", community="Riverside", case=7), important=True)


@pytest.mark.parametrize(
    "report",
    [
        ((TOLD, Done()), (KICK, Done())),
        ((TOLD, Refused(Refusal.UNREACHABLE)), (KICK, NO)),
        ((KICK, NO),),
        ((TOLD, Done()), (KICK, Refused(Refusal.GONE))),
        ((TOLD, Done()), (KICK, Refused(Refusal.UNREACHABLE))),
        ((TOLD, Done()), (replace(KICK, user=BOB.user), NO)),
        ((replace(TOLD, user=BOB.user), Done()), (replace(LINE, reader=BOB.user), Done(ref())), (KICK, NO)),
    ],
    ids=["done", "never told", "no notice", "she left", "nobody knows", "refused for another", "another was told"],
)
def test_nothing_is_said_where_it_happened_or_she_heard_nothing(report):
    assert corrected(*report) is None


def test_it_goes_the_way_the_notice_went():
    for told in (
        corrected((ALOUD, Done(aloud=True)), (KICK, NO)).otherwise,
        corrected((LINE, Done(ref())), (KICK, NO)),
    ):
        assert isinstance(told, Send)
        assert (told.place, told.body.key, told.vanish_after) == (ROOM, "line-notice-for-you", timedelta(seconds=20))
        (button,) = told.rows[0]
        assert (button.only, button.press.body.key) == (ANN.user, "corrected-kick")


@pytest.mark.parametrize(
    ("receipt", "key"),
    [
        (Done(), "did-corrected"),
        (Done(aloud=True), "did-corrected-aloud"),
        (Refused(Refusal.UNREACHABLE), "did-corrected-refused"),
        (None, "did-corrected-pending"),
    ],
)
def test_the_card_tells_it_from_the_notice(receipt, key):
    assert receipt_line(corrected((TOLD, Done()), (KICK, NO)), receipt).key == key


@pytest.mark.parametrize(
    ("sanction", "why"),
    [
        *((act, None) for act in (Sanction.NOTE, Sanction.WARN, Sanction.UNMUTE, Sanction.UNBAN)),
        *((act, "act-out-of-reach") for act in (Sanction.MUTE, Sanction.KICK, Sanction.SOFTBAN, Sanction.BAN)),
    ],
)
def test_only_what_the_messenger_must_do_is_out_of_reach(sanction, why):
    there = replace(ANN, out_of_reach=True)
    assert out_of_reach(Order(ANN, sanction)) is None
    said = out_of_reach(Order(there, sanction))
    assert (said and said.key) == why
    steps = steps_of(Order(there, sanction), replace(CASE, sanction=sanction), "Riverside", Manner())
    assert any(isinstance(step, Whisper) for step in steps) == (why is None and sanction is not Sanction.NOTE)
