"""An appeal's life, whatever happens to it in whatever order; and exactly one act taken back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.actions import Pardon, Punish, Sanction
from bot.core.appeals import AppealState
from bot.core.cases import Case
from bot.core.people import Rank
from bot.core.record import Timer, TimerOff
from bot.domain.cases.appeal import (
    DUE,
    MOST_WORDS,
    OPEN,
    REMIND,
    VERDICTS,
    Bench,
    Found,
    Judging,
    filed,
    hindrance,
    is_appealable,
    is_enough,
    is_open,
    judged,
    late,
    newest_first,
    recusal,
    taken,
    timers,
    withdrawn,
)
from bot.domain.cases.appeal_card import (
    again,
    appeal_card,
    appeal_rows,
    outcome,
    plea_form,
    standing,
    verdict_form,
)
from bot.domain.cases.notice import Disagree
from bot.domain.cases.reversal import Judge, is_milder, is_reducible, reducing
from tests.build import ANN, BOB, BOSS, MOD, NOON, SPACE, later

DAYS = timedelta(days=3)
HOUR = timedelta(hours=1)
MILD = Case(1, SPACE, ANN.user, "Ann", Sanction.WARN, NOON, by=MOD.user, by_name="Mo")


def an_appeal():
    return filed(5, MILD, ANN, " I was quoting ", now=NOON, deadline=DAYS)


# --- the lifecycle -----------------------------------------------------------------------------------------------

MOVES = st.one_of(
    st.just(("take",)),
    st.just(("withdraw",)),
    st.tuples(st.just("judge"), st.sampled_from(sorted(VERDICTS))),
    st.tuples(st.just("late"), st.integers(0, 200)),
)


def moved(appeal, move):
    match move:
        case ("take",):
            return taken(appeal, MOD)
        case ("withdraw",):
            return withdrawn(appeal)
        case ("judge", how):
            return judged(appeal, BOSS, how, "because", 9)
        case ("late", hours):
            return late(appeal, later(hours=hours), DAYS)


@given(st.lists(MOVES, max_size=12))
def test_whatever_happens_an_appeal_ends_once_and_stays_what_it_is_about(moves):
    appeal, ended = an_appeal(), []
    for move in moves:
        before = appeal
        appeal = moved(appeal, move)
        if not is_open(before):
            assert appeal is before
        elif not is_open(appeal):
            ended.append(appeal.state)
        assert (appeal.number, appeal.case, appeal.user, appeal.text, appeal.at, appeal.version) == (
            5,
            1,
            ANN.user,
            "I was quoting",
            NOON,
            0,
        )
        assert appeal.due >= before.due
        assert appeal.escalated >= before.escalated
        assert (appeal.outcome is None) or appeal.state in set(VERDICTS.values())
        if appeal.state is AppealState.EXPIRED:
            assert appeal.escalated
    assert len(ended) <= 1
    assert (appeal.state in OPEN) == (not ended)


@given(st.lists(MOVES, max_size=8), st.one_of(st.none(), st.timedeltas(HOUR, timedelta(days=9))))
def test_what_is_open_has_a_deadline_ahead_and_what_is_over_has_no_timer(moves, remind):
    appeal = an_appeal()
    for move in moves:
        appeal = moved(appeal, move)
    rows = timers(appeal, NOON, remind)
    assert {row.kind for row in rows} == {DUE, REMIND}
    assert all(row.subject == "5" for row in rows)
    set_ = {row.kind: row.due for row in rows if isinstance(row, Timer)}
    if not is_open(appeal):
        assert set_ == {}
        return
    assert set_[DUE] == appeal.due
    assert (REMIND in set_) == (remind is not None and NOON + remind < appeal.due)


def test_who_takes_it_second_does_not_take_it_away():
    assert taken(taken(an_appeal(), MOD), BOSS).owner == MOD.user


def test_the_managers_have_as_long_again_and_then_it_expires():
    assert late(an_appeal(), NOON, DAYS) == an_appeal()
    asked = late(an_appeal(), later(days=3), DAYS)
    assert (asked.escalated, asked.due, asked.state) == (True, later(days=6), AppealState.FILED)
    assert late(asked, later(days=6), DAYS).state is AppealState.EXPIRED


def test_words_have_a_limit():
    long = filed(1, MILD, ANN, "x" * 5000, now=NOON, deadline=DAYS)
    assert len(long.text) == MOST_WORDS
    assert len(judged(long, MOD, "stand", "y" * 5000).answer) == MOST_WORDS


@pytest.mark.parametrize(("text", "enough"), [("", False), ("  ?!1 ", False), ("no.", False), ("why", True)])
def test_a_plea_has_words(text, enough):
    assert is_enough(text) is enough


# --- who may appeal ----------------------------------------------------------------------------------------------


def found(**more):
    return Found(**{"accounts": (ANN.user,), **more})


def key(why):
    return None if why is None else why.key


@pytest.mark.parametrize(
    ("case", "known", "why"),
    [
        (MILD, found(), None),
        (None, found(), "appeal-no-case"),
        (MILD, found(accounts=(BOB.user,)), "appeal-no-case"),
        (MILD, found(accounts=(BOB.user, ANN.user)), None),
        (replace(MILD, undoes=3, sanction=Sanction.NOTE), found(), "appeal-no-case"),
        (replace(MILD, undoes=3, sanction=Sanction.MUTE), found(), None),
        (MILD, found(undone_by=7), "appeal-undone"),
        (MILD, found(last=an_appeal()), "appeal-waits"),
        (MILD, found(last=taken(an_appeal(), MOD)), "appeal-waits"),
        (MILD, found(last=withdrawn(an_appeal())), None),
        (MILD, found(last=replace(an_appeal(), state=AppealState.EXPIRED)), None),
        (MILD, found(last=judged(an_appeal(), MOD, "stand")), "appeal-judged-already"),
        (MILD, found(last=judged(an_appeal(), MOD, "reduce")), "appeal-judged-already"),
    ],
)
def test_who_may_appeal_against_what(case, known, why):
    assert key(hindrance(case, known, 1)) == why


def test_only_what_stands_can_be_chosen():
    back = replace(MILD, number=3, sanction=Sanction.NOTE, undoes=2)
    assert [c.number for c in newest_first([MILD, replace(MILD, number=2), back, replace(MILD, number=4)])] == [4, 1]
    assert not is_appealable(back)
    assert not is_appealable(replace(MILD, sanction=Sanction.NOTE))  # a moderator wrote something down
    assert is_appealable(replace(MILD, sanction=Sanction.NOTE, by=None))  # a rule removed a message
    assert not is_appealable(replace(MILD, sanction=Sanction.UNBAN))


# --- who may judge -----------------------------------------------------------------------------------------------


def bench(who, *others, manager=False):
    return Bench((who.user,), manager, [str(o.user) for o in others])


@pytest.mark.parametrize(
    ("appeal", "judge", "why"),
    [
        (an_appeal(), bench(BOB, MOD), None),
        (an_appeal(), bench(ANN, MOD), "error-self"),
        (replace(an_appeal(), user=BOB.user), bench(BOB, MOD), "error-self"),
        (an_appeal(), bench(MOD, BOB), "appeal-own-act"),
        (an_appeal(), bench(MOD, BOB, manager=True), "appeal-own-act"),
        (an_appeal(), bench(MOD), None),
        (replace(an_appeal(), escalated=True), bench(MOD, BOB), "appeal-own-act"),
        (replace(an_appeal(), escalated=True), bench(MOD, BOB, manager=True), None),
    ],
)
def test_who_acted_does_not_judge_where_there_is_somebody_else(appeal, judge, why):
    assert key(recusal(appeal, MILD, judge)) == why


# --- made milder -------------------------------------------------------------------------------------------------


def a_ban(number, until=None, **more):
    return replace(MILD, number=number, sanction=Sanction.BAN, until=until, strikes=1, **more)


def at(now=NOON):
    return Judge(99, BOSS.user, "Bea", now)


def test_a_reduced_sanction_ends_earlier_counted_from_its_beginning():
    done = reducing(a_ban(1), timedelta(days=2), [a_ban(1)], at(later(days=1)))
    assert (done.case.until, done.case.undoes, done.case.sanction) == (later(days=2), 1, Sanction.BAN)
    assert (done.case.number, done.case.by, done.case.strikes) == (99, BOSS.user, 1)
    assert done.actions == (Punish(SPACE, ANN.user, Sanction.BAN, "case 1 was cut short", later(days=2)),)
    assert [row.due for row in done.rows if isinstance(row, Timer)] == [later(days=2)]


def test_what_would_be_over_by_now_is_lifted_and_stays_on_record():
    over = reducing(a_ban(1), HOUR, [a_ban(1)], at(later(days=1)))
    assert [type(a) for a in over.actions] == [Pardon]
    assert (over.case.sanction, over.case.until, over.case.strikes) == (Sanction.NOTE, None, 1)


def test_a_newer_act_of_the_same_kind_is_not_touched():
    covered = reducing(a_ban(1), timedelta(days=2), [a_ban(2), a_ban(1)], at(later(days=1)))
    assert (covered.actions, covered.rows, covered.case.sanction) == ((), (), Sanction.NOTE)
    assert reducing(a_ban(1), HOUR, [a_ban(2), a_ban(1)], at(later(days=1))).actions == ()


def test_an_older_one_comes_into_force_again():
    older = a_ban(1, later(days=5))
    done = reducing(a_ban(2), HOUR, [a_ban(2), older], at(later(days=1)))
    assert [(type(a), a.until) for a in done.actions] == [(Punish, later(days=5))]


@pytest.mark.parametrize(("until", "lasts", "milder"), [(None, DAYS, True), (1, HOUR, False), (2, HOUR, True)])
def test_milder_is_shorter(until, lasts, milder):
    assert is_milder(a_ban(1, until and later(hours=until)), lasts) is milder


def test_only_what_lasts_can_be_cut_short():
    assert is_reducible(a_ban(1), NOON)
    assert not is_reducible(MILD, NOON)
    assert not is_reducible(a_ban(1, NOON), NOON)


# --- the card and the words --------------------------------------------------------------------------------------


def keys(body):
    return [part.key for part in body.parts if hasattr(part, "key")]


def test_the_card_says_what_happened_and_what_she_says():
    text = appeal_card(an_appeal(), replace(MILD, rule="flood", reason="x"))
    assert keys(text)[:4] == ["appeal-title", "card-title-warn", "card-by", "appeal-by-rule"]
    assert "appeal-state-filed" in keys(text)
    assert "appeal-until" in keys(text)
    done = appeal_card(judged(late(an_appeal(), later(days=3), DAYS), MOD, "stand", "no"), replace(MILD, by=None))
    assert "appeal-until" not in keys(done)
    assert "appeal-escalated" in keys(appeal_card(late(an_appeal(), later(days=3), DAYS), MILD))


def test_the_card_offers_what_can_be_done():
    labels = [[b.label.key for b in row] for row in appeal_rows(an_appeal(), MILD, reducible=True)]
    assert labels == [["button-overturn", "button-reduce", "button-stand"], ["button-take"]]
    mine = taken(an_appeal(), MOD)
    assert [len(row) for row in appeal_rows(mine, MILD, reducible=False)] == [2]
    assert appeal_rows(withdrawn(mine), MILD, reducible=True) == ()


def test_forms_keep_what_was_typed():
    form = plea_form(Disagree(1, "kept"), ANN.user)
    assert (form.fields[0].value, form.submit.only) == ("kept", ANN.user)
    reduce = verdict_form(an_appeal(), MILD, Judging(5, "reduce", "soon"))
    assert [(f.name, f.value) for f in reduce.fields] == [("lasts", "soon"), ("answer", "")]
    assert (reduce.submit.rank, reduce.submit.space) == (Rank.MODERATOR, SPACE)
    assert [f.name for f in verdict_form(an_appeal(), MILD, Judging(5, "stand")).fields] == ["answer"]
    body, ((button,),) = again(outcome(an_appeal()), Disagree(1), "typed", form.submit)
    assert (button.press, len(body.parts)) == (Disagree(1, "typed"), 2)
    assert len(again(outcome(an_appeal()), Disagree(1), "", form.submit)[0].parts) == 1


def test_she_hears_how_it_stands_and_how_it_ended():
    _, ((button,),) = standing(an_appeal())
    assert button.only == ANN.user
    told = outcome(judged(an_appeal(), MOD, "overturn", "sorry"), refused=True)
    assert keys(told) == ["appeal-outcome-overturned", "appeal-not-lifted"]
    assert TimerOff(DUE, "5") in timers(withdrawn(an_appeal()), NOON, None)
