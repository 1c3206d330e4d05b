"""A conversation's life, move by move."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.attachments import Attachment
from bot.core.conversations import Fate, Priority, TalkKind, TalkState
from bot.core.record import Timer, TimerOff
from bot.core.text import Say
from bot.domain.care import conversation as care
from bot.domain.care import moves, replies
from bot.domain.care.moves import Moved, Words
from tests.build import ANN, BOB, MOD, NOON, later, person, post

DORA = person("Dora", "80")
HOUR = timedelta(hours=1)


def a_talk(**changes):
    return replace(care.opened(3, replace(ANN, locale="pl"), NOON), version=1, **changes)


def why(move):
    assert isinstance(move, Say)
    return move.key


def said(moved):
    return [(entry.kind, entry.what or entry.text) for entry in moved.said]


def test_a_message_is_the_next_entry_and_makes_it_the_teams_turn():
    talk = a_talk(state=TalkState.PENDING, entries=4)
    moved = care.heard(talk, ANN, Words("help"), NOON)
    (entry,) = moved.said
    assert (entry.conversation, entry.seq, entry.kind, entry.fate, entry.by) == (
        3,
        5,
        TalkKind.MEMBER,
        Fate.NEW,
        ANN.user,
    )
    assert (moved.now.entries, moved.now.state, moved.now.waiting_since) == (5, TalkState.OPEN, NOON)
    again = care.heard(moved.now, BOB, Words("more"), later(minutes=1))
    assert again.now.waiting_since == NOON
    assert (again.now.person, again.now.person_name, again.now.language) == (BOB.user, "Bob", "pl")
    assert again.timers == ()
    assert moved.rows == (moved.now, entry)


def test_a_message_ends_a_snooze_and_calls_a_close_off():
    talk = a_talk(state=TalkState.SNOOZED, until=later(hours=1), closes_at=later(hours=2))
    moved = care.heard(talk, ANN, Words("help"), NOON)
    assert (moved.now.until, moved.now.closes_at) == (None, None)
    assert moved.timers == (TimerOff(moves.WAKE, "3"), TimerOff(moves.CLOSE, "3"))


def test_a_resolved_one_reopens_and_a_blocked_one_does_not_listen():
    moved = care.heard(a_talk(state=TalkState.RESOLVED), ANN, Words("again"), NOON)
    assert said(moved) == [(TalkKind.MEMBER, "again"), (TalkKind.EVENT, "reopened")]
    assert moved.now.state is TalkState.OPEN
    assert why(care.heard(a_talk(blocked=True), ANN, Words("hi"), NOON)) == "inbox-blocked"
    kept = care.unheard(a_talk(blocked=True), ANN, Words("hi"), NOON)
    assert [entry.fate for entry in kept.said] == [Fate.KEPT]


def test_words_are_cut_and_tell_what_hung_on_the_message():
    many = post("x" * 9000, attachments=30, carries=frozenset({Attachment.PHOTO}), also=("plan.pdf",))
    words = moves.words_of(many)
    assert words.carries == ("30 files", "photo", "plan.pdf")
    assert words.message == many.ref
    assert len(care.heard(a_talk(), ANN, words, NOON).said[0].text) == moves.MOST_WORDS
    assert moves.words_of(post("x")).carries == ()


def test_what_the_bot_answered_waits_for_nobody_and_is_over_after_a_day():
    heard = care.heard(a_talk(), ANN, Words("when?"), NOON)
    tried = care.left_to_bot(heard, NOON)
    assert (tried.now.state, tried.now.waiting_since, tried.now.closes_at) == (TalkState.PENDING, None, later(days=1))
    assert (tried.said, tried.timers) == (heard.said, (Timer(moves.CLOSE, "3", later(days=1)),))
    assert care.bot_has(tried.now)
    assert not care.bot_has(replace(tried.now, answered_at=NOON))
    assert not care.bot_has(heard.now)


def test_whoever_wants_a_person_waits_for_the_team_unless_she_does_already():
    tried = care.left_to_bot(care.heard(a_talk(), ANN, Words("when?"), NOON), NOON).now
    moved = care.wanted(tried, later(hours=1))
    assert (moved.now.state, moved.now.waiting_since, moved.now.closes_at) == (TalkState.OPEN, later(hours=1), None)
    assert (moved.said, moved.timers) == ((), (TimerOff(moves.CLOSE, "3"),))
    again = care.wanted(care.closed(tried, later(days=1)).now, later(days=2))
    assert (again.now.state, again.now.waiting_since, said(again)) == (
        TalkState.OPEN,
        later(days=2),
        [(TalkKind.EVENT, "reopened")],
    )
    for talk in (a_talk(), replace(tried, blocked=True), a_talk(state=TalkState.RESOLVED, merged_into=4)):
        assert care.wanted(talk, NOON) is None


def test_an_edit_keeps_what_stood_there_before():
    first = care.heard(a_talk(), ANN, Words("helf"), NOON)
    (entry,) = first.said
    moved = care.edited(first.now, entry, Words("help", carries=("photo",)), later(seconds=5))
    assert [(e.seq, e.text, e.what) for e in moved.said] == [(1, "help", ""), (2, "helf", "edited")]
    assert moved.said[0].carries == ("photo",)
    assert why(care.edited(first.now, entry, Words("helf"), NOON)) == "inbox-unchanged"


def test_a_note_is_never_sent():
    moved = care.noted(a_talk(), MOD, Words("careful"), NOON)
    assert (moved.said[0].kind, moved.said[0].fate) == (TalkKind.NOTE, Fate.KEPT)


def test_who_claims_first_owns_it():
    moved = care.claimed(a_talk(), MOD, NOON)
    assert (moved.now.owner, moved.now.owner_name) == (MOD.user, "Mo")
    assert said(moved) == [(TalkKind.EVENT, "claimed")]
    late = care.claimed(moved.now, BOB, NOON)
    assert (why(late), late.args["who"]) == ("inbox-taken", "Mo")
    assert why(care.claimed(moved.now, MOD, NOON)) == "inbox-yours"
    assert why(care.claimed(a_talk(state=TalkState.RESOLVED), MOD, NOON)) == "inbox-over"
    assert care.owner(a_talk()) == ""


def test_handing_over_takes_a_note_along():
    moved = care.handed(a_talk(owner=MOD.user), MOD, DORA, "she knows billing", NOON)
    assert said(moved) == [(TalkKind.EVENT, "handed"), (TalkKind.NOTE, "she knows billing")]
    assert (moved.now.owner, moved.now.entries) == (DORA.user, 2)
    assert [entry.text for entry in care.handed(a_talk(), MOD, DORA, " ", NOON).said] == ["Dora"]
    assert why(care.handed(moved.now, MOD, DORA, "", NOON)) == "inbox-taken"
    assert why(care.handed(a_talk(state=TalkState.RESOLVED), MOD, DORA, "", NOON)) == "inbox-over"
    gone = a_talk(state=TalkState.RESOLVED, merged_into=4)
    assert why(care.handed(gone, MOD, DORA, "", NOON)) == "inbox-merged"


def test_who_leaves_leaves_it_to_the_others():
    free = care.freed(a_talk(owner=MOD.user, owner_name="Mo"), NOON)
    assert (free.now.owner, free.now.owner_name, free.timers) == (None, "", ())
    assert [(e.what, e.text) for e in free.said] == [("freed", "Mo")]
    asleep = a_talk(owner=MOD.user, state=TalkState.SNOOZED, until=later(hours=1), closes_at=later(hours=2))
    woken = care.freed(asleep, NOON)
    assert (woken.now.state, woken.now.until, woken.now.closes_at) == (TalkState.OPEN, None, later(hours=2))
    assert woken.timers == (TimerOff(moves.WAKE, "3"),)


def test_a_snooze_ends_by_itself_once():
    moved = care.snoozed(a_talk(), MOD, HOUR, NOON)
    assert (moved.now.state, moved.now.until) == (TalkState.SNOOZED, later(hours=1))
    assert moved.timers == (Timer(moves.WAKE, "3", later(hours=1)),)
    woken = care.woken(moved.now, later(hours=1))
    assert (woken.now.state, said(woken)) == (TalkState.OPEN, [(TalkKind.EVENT, "woken")])
    assert care.woken(moved.now, NOON) is None
    assert care.woken(woken.now, later(hours=1)) is None
    assert care.woken(replace(moved.now, until=None), later(hours=1)) is None
    assert why(care.snoozed(a_talk(state=TalkState.RESOLVED), MOD, HOUR, NOON)) == "inbox-over"


def test_priority_and_labels():
    assert care.ranked(a_talk(), MOD, Priority.HIGH, NOON).now.priority is Priority.HIGH
    assert why(care.ranked(a_talk(), MOD, Priority.NORMAL, NOON)) == "inbox-unchanged"
    on = care.labelled(a_talk(), MOD, "  Late  Payment ", NOON)
    assert on.now.labels == ("late payment",)
    off = care.labelled(on.now, MOD, "late payment", NOON)
    assert (off.now.labels, said(off)) == ((), [(TalkKind.EVENT, "unlabelled")])
    assert why(care.labelled(a_talk(), MOD, "  ", NOON)) == "inbox-empty"
    full = a_talk(labels=tuple("abcdefghij"))
    assert why(care.labelled(full, MOD, "k", NOON)) == "inbox-labels-full"
    assert replies.heated(full) is full


@pytest.mark.parametrize(
    ("talk", "seconds"),
    [(a_talk(), 10), (a_talk(priority=Priority.URGENT), 60), (replies.heated(replies.heated(a_talk())), 60)],
)
def test_an_answer_waits_before_it_goes_out(talk, seconds):
    moved = replies.drafted(talk, MOD, " Hello! ", NOON)
    (entry,) = moved.said
    assert (entry.kind, entry.fate, entry.text) == (TalkKind.TEAM, Fate.HELD, "Hello!")
    assert moved.timers == (Timer(replies.SEND, "3/1", later(seconds=seconds)),)
    assert moved.now.owner == MOD.user


def test_who_owns_it_keeps_it_when_somebody_else_answers():
    assert replies.drafted(a_talk(owner=DORA.user), MOD, "Hello", NOON).now.owner == DORA.user


@pytest.mark.parametrize(
    ("talk", "text", "key"), [(a_talk(), "  ", "inbox-empty"), (a_talk(merged_into=9), "hi", "inbox-merged")]
)
def test_what_cannot_be_answered(talk, text, key):
    assert why(replies.drafted(talk, MOD, text, NOON)) == key


def test_an_answer_can_be_taken_back_until_it_goes_out():
    held = replies.drafted(a_talk(), MOD, "Hello", NOON)
    (entry,) = held.said
    back = replies.undone(held.now, entry, MOD, later(seconds=9))
    assert back.said[0].fate is Fate.UNDONE
    assert back.timers == (TimerOff(replies.SEND, "3/1"),)
    assert why(replies.undone(back.now, back.said[0], MOD, later(seconds=9))) == "inbox-undone"
    out = replies.released(held.now, entry, later(seconds=10))
    assert out.said[0].fate is Fate.NEW
    assert (out.now.state, out.now.answered_at, out.now.waiting_since) == (TalkState.PENDING, later(seconds=10), None)
    assert why(replies.undone(out.now, out.said[0], MOD, later(seconds=11))) == "inbox-too-late"
    assert replies.released(out.now, out.said[0], later(seconds=11)) is None
    asked = replies.released(held.now, entry, later(seconds=10), later(seconds=5))
    assert (asked.now.state, asked.now.waiting_since) == (TalkState.OPEN, later(seconds=5)), "she wrote meanwhile"
    passed_on = replace(held.now, owner=None, waiting_since=NOON)
    handed = replies.released(passed_on, entry, later(seconds=10))
    assert (handed.now.state, handed.now.waiting_since) == (TalkState.OPEN, NOON), "somebody else has to answer"


def test_an_answer_after_the_end_does_not_reopen_it():
    held = replies.drafted(a_talk(state=TalkState.RESOLVED, answered_at=NOON), MOD, "Bye", NOON)
    out = replies.released(held.now, held.said[0], later(seconds=10))
    assert (out.now.state, out.now.answered_at) == (TalkState.RESOLVED, NOON)


def test_resolving_ends_everything_that_waited():
    talk = a_talk(until=later(hours=1), waiting_since=NOON)
    moved = care.resolved(talk, MOD, NOON)
    assert (moved.now.state, moved.now.waiting_since) == (TalkState.RESOLVED, None)
    assert moved.timers == (TimerOff(moves.WAKE, "3"),)
    assert why(care.resolved(moved.now, MOD, NOON)) == "inbox-over"


def test_a_scheduled_close_comes_true_unless_it_was_called_off():
    moved = care.closing(a_talk(), MOD, HOUR, NOON)
    assert moved.timers == (Timer(moves.CLOSE, "3", later(hours=1)),)
    assert care.closed(moved.now, NOON) is None
    assert care.closed(moved.now, later(hours=1)).now.state is TalkState.RESOLVED
    called_off = care.heard(moved.now, ANN, Words("wait"), later(minutes=1))
    assert care.closed(called_off.now, later(hours=1)) is None
    assert care.closed(replace(moved.now, state=TalkState.RESOLVED), later(hours=1)) is None
    assert why(care.closing(a_talk(state=TalkState.RESOLVED), MOD, HOUR, NOON)) == "inbox-over"


def test_two_of_one_person_become_one():
    talk = a_talk(labels=("paid",), waiting_since=NOON, until=NOON)
    into = a_talk(number=4, labels=("late", "paid"), state=TalkState.SNOOZED, until=NOON)
    gone, kept = care.merged(talk, into, MOD, NOON, same_person=True)
    assert (gone.now.state, gone.now.merged_into) == (TalkState.RESOLVED, 4)
    assert gone.timers == (TimerOff(moves.WAKE, "3"),)
    assert (kept.now.labels, kept.now.waiting_since, kept.now.state) == (("late", "paid"), NOON, TalkState.OPEN)
    assert kept.timers == (TimerOff(moves.WAKE, "4"),)
    _, quiet = care.merged(a_talk(), replace(into, state=TalkState.PENDING), MOD, NOON, same_person=True)
    assert (quiet.now.state, quiet.now.waiting_since) == (TalkState.PENDING, None)


def test_what_waits_in_a_merged_one_opens_the_other_again_and_calls_its_close_off():
    over = a_talk(number=4, state=TalkState.RESOLVED)
    closing = a_talk(number=4, state=TalkState.PENDING, closes_at=later(hours=1))
    for into, timers in ((over, ()), (closing, (TimerOff(moves.CLOSE, "4"),))):
        _, kept = care.merged(a_talk(waiting_since=NOON), into, MOD, NOON, same_person=True)
        assert (kept.now.state, kept.now.closes_at, kept.timers) == (TalkState.OPEN, None, timers)
    _, quiet = care.merged(a_talk(), closing, MOD, NOON, same_person=True)
    assert (quiet.now.closes_at, quiet.timers) == (closing.closes_at, ())


def test_a_merge_keeps_the_owner_the_greater_urgency_and_that_somebody_is_blocked():
    talk = a_talk(owner=MOD.user, owner_name="Mo", priority=Priority.URGENT, blocked=True, answered_at=NOON)
    _, kept = care.merged(talk, a_talk(number=4, priority=Priority.LOW), MOD, NOON, same_person=True)
    assert (kept.now.owner, kept.now.owner_name, kept.now.priority) == (MOD.user, "Mo", Priority.URGENT)
    assert (kept.now.blocked, kept.now.answered_at) == (True, NOON)
    hers = a_talk(number=4, owner=DORA.user, owner_name="Dora", priority=Priority.HIGH)
    _, kept = care.merged(a_talk(owner=MOD.user, owner_name="Mo"), hers, MOD, NOON, same_person=True)
    assert (kept.now.owner, kept.now.owner_name, kept.now.priority) == (DORA.user, "Dora", Priority.HIGH)


@pytest.mark.parametrize(
    ("talk", "into", "same", "key"),
    [
        (a_talk(), a_talk(), True, "inbox-unknown"),
        (a_talk(), a_talk(number=4, merged_into=5), True, "inbox-unknown"),
        (a_talk(merged_into=5), a_talk(number=4), True, "inbox-merged"),
        (a_talk(), a_talk(number=4), False, "inbox-other-person"),
    ],
)
def test_what_cannot_be_merged(talk, into, same, key):
    assert why(care.merged(talk, into, MOD, NOON, same_person=same)) == key


def test_blocking_keeps_the_history_and_can_be_taken_back():
    moved = care.blocked(a_talk(entries=7), MOD, NOON)
    assert (moved.now.blocked, moved.now.entries, said(moved)) == (True, 8, [(TalkKind.EVENT, "blocked")])
    assert not care.blocked(moved.now, MOD, NOON).now.blocked


def test_moves_add_up():
    first = care.claimed(a_talk(), MOD, NOON)
    second = care.snoozed(first.now, MOD, HOUR, NOON)
    both = first.and_then(second)
    assert (both.now, both.said, both.timers) == (second.now, first.said + second.said, second.timers)
    assert isinstance(both, Moved)
