"""The jury of a contest: who is of it, what it sees page by page, and how staff see how far it is."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.contests import Judges
from bot.core.ids import TELEGRAM, UserRef
from bot.core.people import Rank
from bot.core.text import say
from bot.domain.gatherings.contests import jury
from bot.domain.gatherings.contests.presses import JudgeSubmission
from tests.build import ANN, BOB, MOD, NOON
from tests.domain.gatherings.river import FILE, contest, submission, texts
from tests.fakes.town import DANA


def test_who_is_of_the_jury():
    assert jury.belongs(Judges((ANN.user,)), DANA, (DANA.user, ANN.user))
    assert jury.belongs(Judges(roles=("77",)), replace(ANN, roles=frozenset({"77"})), (ANN.user,))
    assert jury.belongs(Judges(rank=Rank.MODERATOR), MOD, (MOD.user,))
    assert not jury.belongs(Judges(rank=Rank.MODERATOR), ANN, (ANN.user,))
    assert not jury.belongs(Judges((BOB.user,)), ANN, (ANN.user,))


def test_the_jury_goes_on_to_what_it_has_not_judged():
    those = (submission(1), submission(2, file=FILE), submission(3))
    assert jury.page(contest(), those, {1: 5}, None).at == 1
    assert jury.page(contest(), those, {1: 5, 2: 5, 3: 5}, None).at == 0
    assert jury.page(contest(), those, {}, 3).at == 2
    assert jury.page(contest(), those, {}, 9).at == 0
    body, rows = jury.shown(jury.page(contest(), those, {1: 5}, 2), ANN.user)
    assert "contest-file" in texts(body)
    assert [len(row) for row in rows] == [5, 5, 3]
    body, rows = jury.shown(jury.page(contest(), those[:1], {1: 5}, None), ANN.user)
    assert "contest-judged-all" in texts(body)
    assert [len(row) for row in rows] == [5, 5]
    assert texts(jury.shown(jury.page(contest(), (), {}, None), ANN.user)[0]) == ["contest-nothing-to-judge"]


def test_a_jury_is_shown_with_whoever_is_behind_first_and_not_all_of_a_crowd():
    crowd = [jury.Juror(UserRef(TELEGRAM, str(n)), f"J{n:02d}", n % 3, 2) for n in range(40)]
    shown = jury.progress(crowd).parts
    assert [part.args["judged"] for part in shown[1:-1]] == sorted(one.judged for one in crowd)[: jury.LISTED]
    assert shown[-1] == say("contest-jury-more", count=10)
    assert jury.progress(crowd[:2]).parts[1:] == (
        say("contest-jury-one", who="J00", judged=0, count=2),
        say("contest-jury-one", who="J01", judged=1, count=2),
    )
    assert jury.progress(()) == say("contest-jury-unknown")


@pytest.mark.parametrize(("many", "at", "back", "on"), [(2, 0, 2, 2), (3, 0, 3, 2), (3, 1, 1, 3), (3, 2, 2, 1)])
def test_the_pages_of_a_jury_are_turned_one_by_one_and_round_and_round(many, at, back, on):
    those = tuple(map(submission, range(1, many + 1)))
    _, rows = jury.shown(jury.page(contest(), those, {}, those[at].number), ANN.user)
    assert [button.press for button in rows[-1]] == [JudgeSubmission(1, back), JudgeSubmission(1, on)]


def test_how_many_more_there_are_of_a_jury_is_said_only_where_there_are_more():
    crowd = [jury.Juror(UserRef(TELEGRAM, str(n)), f"J{n:02d}", 0, 2) for n in range(jury.LISTED + 1)]
    assert "contest-jury-more" in texts(jury.progress(crowd))
    assert "contest-jury-more" not in texts(jury.progress(crowd[:-1]))


@pytest.mark.parametrize(
    ("lasts", "before"),
    [
        (timedelta(days=9), timedelta(days=1)),
        (timedelta(days=3), timedelta(days=1)),
        (timedelta(hours=36), timedelta(hours=12)),
    ],
)
def test_a_jury_is_reminded_a_day_before_its_end_or_with_a_third_of_a_shorter_time_left(lasts, before):
    judged = contest(judged_until=NOON + lasts)
    assert jury.reminded_at(judged, NOON) == judged.judged_until - before
