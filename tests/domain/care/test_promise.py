"""A moderator's word: what it does, when it is kept, and what cannot be promised."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.conversations import Conversation, Fate, TalkEntry, TalkKind, TalkState
from bot.core.levels import Promise, PromiseState
from bot.core.record import Timer, TimerOff
from bot.domain.care.promise import LONGEST, OVER, SOON, is_kept_by, promised, rows_of, settled
from tests.build import ANN, BOB, MOD, NOON, later

TALK = Conversation(3, ANN.user, "Ann", NOON, NOON, entries=1, waiting_since=NOON)
WORD = Promise(3, MOD.user, "Mo", NOON, later(hours=3))


def test_a_word_is_kept_on_record_and_makes_one_the_owner():
    moved, word = promised(TALK, MOD, later(hours=3), NOON)
    assert word == WORD
    assert (moved.now.owner, moved.now.entries) == (MOD.user, 2)
    assert (moved.said[0].what, moved.said[0].text) == ("promised", "2026-01-01 15:00 UTC")
    hers = replace(TALK, owner=BOB.user, owner_name="Bob")
    moved, _ = promised(hers, MOD, later(hours=3), NOON)
    assert moved.now.owner == BOB.user


@pytest.mark.parametrize(
    ("changes", "until", "key"),
    [
        ({"state": TalkState.RESOLVED}, later(hours=1), "inbox-over"),
        ({"merged_into": 9}, later(hours=1), "inbox-merged"),
        ({}, NOON, "promise-when"),
        ({}, NOON + LONGEST + timedelta(seconds=1), "promise-when"),
    ],
)
def test_what_cannot_be_promised(changes, until, key):
    said = promised(replace(TALK, **changes), MOD, until, NOON)
    assert said.key == key


def test_somebody_is_reminded_ten_minutes_before_unless_it_is_sooner():
    assert rows_of(WORD, NOON) == (WORD, Timer(SOON, "3", later(hours=2, minutes=50)), Timer(OVER, "3", later(hours=3)))
    short = replace(WORD, until=later(minutes=5))
    assert rows_of(short, NOON) == (short, TimerOff(SOON, "3"), Timer(OVER, "3", later(minutes=5)))


@pytest.mark.parametrize(
    ("entry", "kept"),
    [
        ({}, True),
        ({"fate": Fate.HELD}, False),
        ({"kind": TalkKind.NOTE}, False),
        ({"at": later(minutes=-1)}, False),
    ],
)
def test_an_answer_keeps_it_once_it_goes_out(entry, kept):
    said = TalkEntry(3, 4, TalkKind.TEAM, later(minutes=1), "hello", MOD.user, "Mo", fate=Fate.NEW)
    assert is_kept_by(WORD, replace(said, **entry)) is kept
    assert not is_kept_by(replace(WORD, state=PromiseState.BROKEN), said)


def test_what_is_over_reminds_nobody():
    over, soon, end = settled(WORD, PromiseState.KEPT)
    assert (over.state, soon, end) == (PromiseState.KEPT, TimerOff(SOON, "3"), TimerOff(OVER, "3"))
