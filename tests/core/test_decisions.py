"""What was decided, and what may honestly be said about it afterwards."""

import pytest

from bot.core.actions import Audience, Delete, Pardon, Punish, Sanction, Send, Whisper
from bot.core.decisions import NOTHING, Decision, Intent, Later, Reply, answer_for, decide, refusal, was_told
from bot.core.receipts import Done, Refusal, Refused
from bot.core.record import Note
from bot.core.text import Say, say
from tests.build import ANN, BOB, MOD, ROOM, SPACE, asker, ref

NOTE = Note("greeting", "last", "1")
SEND = Send(ROOM, say("hi"))
DELETE = Delete((ref("1"),))
MUTE = Punish(SPACE, BOB.user, Sanction.MUTE)
PARDON = Pardon(SPACE, BOB.user, Sanction.MUTE)
TELL = Whisper(BOB.user, say("sanction-mute"))
TO = asker(MOD)
REPLY = Reply(TO, say("mute-done"), untold=say("mute-done-untold"), refused=say("mute-refused", who="Bob"))
FORBIDDEN = Refused(Refusal.FORBIDDEN)


def test_nothing_is_empty_and_anything_else_is_not():
    assert NOTHING.is_empty
    assert decide(stop=True).is_empty
    assert not decide(SEND).is_empty
    assert not decide(rows=[NOTE]).is_empty


def test_deciding_keeps_the_order_of_steps_and_binds_them_to_the_case():
    later = Later("compose-card", {"case": 7})
    decision = decide(DELETE, SEND, later, rows=[NOTE], case=7)
    assert decision == Decision((NOTE,), (Intent(DELETE, 7), Intent(SEND, 7), Intent(later, 7)))
    assert not decision.stop


def test_two_decisions_become_one_the_first_one_first():
    both = decide(DELETE, rows=[NOTE]).and_then(decide(SEND, stop=True))
    assert both == Decision((NOTE,), (Intent(DELETE), Intent(SEND)), stop=True)
    assert decide(SEND, stop=True).and_then(NOTHING).stop
    assert NOTHING.and_then(NOTHING) == NOTHING


@pytest.mark.parametrize(("private", "audience"), [(True, Audience.ONLY_ACTOR), (False, Audience.EVERYONE)])
def test_an_asker_is_answered_where_and_how_she_asked(private, audience):
    answer = asker(ANN, private=private, among_staff=True).answer(say("pong"))
    assert (answer.actor, answer.place, answer.audience, answer.among_staff) == (ANN.user, ROOM, audience, True)


@pytest.mark.parametrize(
    ("report", "said"),
    [
        ([], say("mute-done")),
        ([(DELETE, Done()), (TELL, Done()), (MUTE, Done())], say("mute-done")),
        ([(DELETE, FORBIDDEN), (TELL, Done()), (MUTE, Done())], say("mute-done")),
        ([(TELL, Refused(Refusal.UNREACHABLE)), (MUTE, Done())], say("mute-done-untold")),
        ([(TELL, Done(aloud=True)), (MUTE, Done())], say("mute-done-untold")),
        ([(TELL, Done()), (MUTE, FORBIDDEN)], say("mute-refused", who="Bob", why=say("refusal-forbidden"))),
        ([(TELL, FORBIDDEN), (MUTE, Refused(Refusal.GONE))], say("mute-refused", who="Bob", why=say("refusal-gone"))),
        ([(PARDON, Done())], say("mute-done")),
        ([(PARDON, FORBIDDEN)], say("mute-refused", who="Bob", why=say("refusal-forbidden"))),
        (
            [(MUTE, Refused(Refusal.TOO_LATE)), (PARDON, FORBIDDEN)],
            say("mute-refused", who="Bob", why=say("refusal-too-late")),
        ),
    ],
)
def test_nobody_is_told_what_did_not_happen(report, said):
    assert answer_for(REPLY, report) == TO.answer(said)


def test_a_reply_without_words_for_trouble_says_the_only_thing_it_has():
    bare = Reply(TO, say("report-sent"))
    assert answer_for(bare, [(TELL, FORBIDDEN), (MUTE, FORBIDDEN)]) == TO.answer(say("report-sent"))


def test_a_whisper_that_became_a_public_line_has_not_told_anybody():
    assert was_told(Done())
    assert not was_told(Done(aloud=True))
    assert not was_told(FORBIDDEN)


@pytest.mark.parametrize("why", Refusal)
def test_every_refusal_has_a_phrase(why):
    assert refusal(why) == Say(f"refusal-{why.value}")
