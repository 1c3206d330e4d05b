"""A complaint's life and its card: pure, as tables."""

from dataclasses import replace

import pytest

from bot.core.cases import Evidence
from bot.core.complaints import Complaint, ComplaintState
from bot.core.people import Rank
from bot.domain.care.complaint import (
    MOST_WORDS,
    Open,
    card,
    card_rows,
    is_settled,
    joined,
    outcome,
    reporters,
    settled,
    taken,
    waiting_line,
)
from tests.build import ANN, BOB, BOSS, MOD, NOON, ROOM, SPACE, ref
from tests.domain.cases.test_cases import keys

PLAIN = Complaint(3, ANN.user, "Ann", NOON)
ABOUT = replace(PLAIN, about=BOB.user, about_name="Bob", space=SPACE, evidence=(Evidence("bad", message=ref("m")),))
APPEAL = replace(PLAIN, case=7, evidence=(Evidence("x", message=ref("m")),))


def test_its_life():
    one = taken(ABOUT, MOD)
    assert (one.state, one.owner, one.owner_name) == (ComplaintState.TAKEN, MOD.user, "Mo")
    done = settled(one, BOSS, upheld=True, case=9)
    assert (done.state, done.owner, done.case) == (ComplaintState.UPHELD, BOSS.user, 9)
    assert settled(APPEAL, MOD, upheld=False).case == 7
    assert [is_settled(c) for c in (ABOUT, one, done, settled(one, MOD, upheld=False))] == [False, False, True, True]
    assert outcome(done).key == "outcome-upheld"


def test_others_join_once_and_their_words_stand_beside_the_first():
    both = joined(joined(replace(ABOUT, text="one"), BOB.user, " two "), BOB.user)
    assert (both.others, both.text) == ((BOB.user,), "one\ntwo")
    assert joined(both, ANN.user).others == (BOB.user,)
    assert reporters(both) == (ANN.user, BOB.user)
    assert len(joined(both, ANN.user, "x" * 9000).text) == MOST_WORDS


@pytest.mark.parametrize(
    ("complaint", "named", "expected"),
    [
        (PLAIN, False, ["complaint-title", "complaint-state-open"]),
        (PLAIN, True, ["complaint-title", "complaint-by", "complaint-state-open"]),
        (replace(PLAIN, text="x"), False, ["complaint-title", "Rich", "complaint-state-open"]),
        (ABOUT, False, ["complaint-title-about", "complaint-message", "Rich", "complaint-state-open"]),
        (replace(PLAIN, others=(BOB.user,)), False, ["complaint-title", "complaint-reporters", "complaint-state-open"]),
        (taken(PLAIN, MOD), False, ["complaint-title", "complaint-state-taken"]),
        (settled(PLAIN, MOD, upheld=False), False, ["complaint-title", "complaint-state-declined"]),
    ],
)
def test_what_staff_read(complaint, named, expected):
    assert keys(card(complaint, name_reporter=named)) == expected


@pytest.mark.parametrize(
    ("complaint", "expected"),
    [
        (PLAIN, ["take", "decline", "uphold"]),
        (ABOUT, ["delete", "warn", "mute", "ban", "take", "decline"]),
        (replace(ABOUT, evidence=()), ["warn", "mute", "ban", "take", "decline"]),
        (taken(ABOUT, MOD), ["delete", "warn", "mute", "ban", "decline"]),
        (APPEAL, ["take", "decline", "uphold"]),
        (settled(ABOUT, MOD, upheld=True), []),
    ],
)
def test_what_staff_can_press(complaint, expected):
    rows = card_rows(complaint, SPACE)
    assert [button.press.how for row in rows for button in row] == expected
    assert {(b.rank, b.space) for row in rows for b in row} <= {(Rank.MODERATOR, SPACE)}


def test_what_is_about_a_moderator_is_for_managers():
    about_staff = replace(ABOUT, for_managers=True)
    assert {b.rank for row in card_rows(about_staff, SPACE) for b in row} == {Rank.MANAGER}
    line = waiting_line(ROOM, about_staff)
    assert keys(line.body) == ["complaint-waits"]
    assert set(line.body.args) == {"number"}
    assert (line.rows[0][0].press, line.rows[0][0].rank) == (Open(3), Rank.MANAGER)
