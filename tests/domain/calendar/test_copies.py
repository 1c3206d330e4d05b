"""A post in its places: what is sent, changed and taken away, and what became of each copy."""

from dataclasses import replace

import pytest

from bot.core.actions import Delete, Edit
from bot.core.ids import DISCORD, TELEGRAM
from bot.core.posts import CopyState, Post, PostCopy, Wording
from bot.core.receipts import Done, Refusal, Refused
from bot.domain.calendar.copies import deletions, edits, is_to_retry, not_changed, sends, sent, taken_away
from tests.build import NOON, ref, room

HERE, THERE = room("t", on=TELEGRAM), room("d", on=DISCORD)
POST = Post(1, "Tea", None, "", (Wording("Come along.", "", "telegram"),), ("lobby",))
STANDS = PostCopy(1, NOON, HERE, CopyState.SENT, ref("1", place=HERE))


def test_a_messenger_without_words_gets_nothing():
    assert [send.place for send in sends(POST, (HERE, THERE), "en", None)] == [HERE]
    elsewhere = PostCopy(1, NOON, THERE, CopyState.SENT, ref("2", place=THERE))
    assert [edit.message for edit in edits(POST, (STANDS, elsewhere), "en", None)] == [STANDS.message]


@pytest.mark.parametrize(
    ("receipt", "state", "why"),
    [
        (Done(ref("1")), CopyState.SENT, ""),
        (Done(), CopyState.UNKNOWN, ""),
        (Refused(Refusal.FORBIDDEN), CopyState.FAILED, "forbidden"),
    ],
)
def test_what_became_of_it_in_a_place(receipt, state, why):
    copy = sent(POST, NOON, HERE, receipt)
    assert (copy.state, copy.why) == (state, why)
    assert is_to_retry(copy) is (state is CopyState.FAILED)


@pytest.mark.parametrize(
    ("receipt", "state"),
    [
        (Done(), CopyState.WITHDRAWN),
        (Refused(Refusal.GONE), CopyState.WITHDRAWN),
        (Refused(Refusal.TOO_LATE), CopyState.FAILED),
    ],
)
def test_what_is_gone_is_gone_and_what_stays_can_be_taken_away_again(receipt, state):
    lost = PostCopy(1, NOON, THERE, CopyState.FAILED, None, "gone")
    (delete,) = deletions(POST, (STANDS, lost))
    (after,) = taken_away((STANDS, lost, replace(STANDS, message=ref("9"))), [(delete, receipt)])
    assert after.state is state
    assert len(deletions(POST, (after,))) == (state is CopyState.FAILED)
    assert not is_to_retry(after)


def test_refused_edits_are_counted():
    edit, delete = Edit(ref("1"), POST.title), Delete((ref("1"),))
    report = [(edit, Refused(Refusal.TOO_LATE)), (edit, Done()), (delete, Refused(Refusal.TOO_LATE))]
    assert not_changed(report) == 1


def test_words_in_several_languages_come_with_a_button_for_ones_own():
    both = replace(POST, wordings=(Wording("Come along."), Wording("Chodź.", "pl")))
    (send,) = sends(both, (HERE,), "en", None)
    assert len(send.rows) == 1
    (plain,) = sends(POST, (HERE,), "en", None)
    assert plain.rows == ()
