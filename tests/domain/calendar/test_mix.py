"""What a calendar is made of."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar.mix import Mix, MixRule, Most, Planned, breaches, refuses

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ADS = Mix(at_most={"ads": Most(2, timedelta(days=7))})


def post(name, day, pillar="ads", owner="olga"):
    return Planned(name, NOON + timedelta(days=day), pillar, owner)


def said(mix, *posts):
    return [(one.rule, one.name, one.found, one.wanted) for one in breaches(mix, posts)]


def test_a_stretch_is_no_calendar_week():
    posts = [post("a", 0), post("b", 6), post("c", 6.9), post("d", 14)]
    assert said(ADS, *posts) == [(MixRule.AT_MOST, "c", "3", "2")]
    assert not said(ADS, post("a", 0), post("b", 3), post("c", 7))


def test_other_pillars_do_not_count():
    assert not said(ADS, post("a", 0), post("b", 1), post("c", 2, "news"))


@pytest.mark.parametrize(("owner", "rules"), [("", [MixRule.OWNER]), ("  ", [MixRule.OWNER]), ("olga", [])])
def test_somebody_answers_for_each_post(owner, rules):
    assert [one.rule for one in breaches(Mix(owned=True), [post("a", 0, owner=owner)])] == rules


def test_a_post_belongs_to_a_pillar():
    mix = Mix(pillars={"news": 0.5, "people": 0.5})
    assert said(mix, post("a", 0, "")) == [(MixRule.PILLAR, "a", "", "news, people")]


def test_shares_count_from_eight_posts_on():
    mix = Mix(pillars={"news": 0.5, "people": 0.5})
    many = [post(f"{n}", n, "news" if n < 6 else "people") for n in range(8)]
    assert said(mix, *many[:7]) == []
    assert said(mix, *many) == [(MixRule.SHARE, "0", "75%", "50%"), (MixRule.SHARE, "0", "25%", "50%")]
    assert said(mix, *many[:5], *(post(f"p{n}", 7, "people") for n in range(4))) == []


def test_each_stretch_is_judged_by_itself():
    mix = Mix(pillars={"news": 1.0}, over=timedelta(days=10))
    early = [post(f"{n}", n, "news") for n in range(8)]
    late = [post(f"l{n}", 20 + n / 10, "ads") for n in range(8)]
    assert MixRule.SHARE not in {one.rule for one in breaches(mix, early)}
    assert [one.name for one in breaches(mix, [*early, *late]) if one.rule is MixRule.SHARE] == ["l0"]


def test_a_post_is_refused_for_its_own_faults_only():
    planned = [post("a", 0), post("b", 1), post("c", 2)]
    assert not refuses(ADS, post("z", 30), planned)
    assert [one.name for one in refuses(ADS, post("z", 3), planned)] == ["z"]
    assert [one.rule for one in refuses(Mix(owned=True), post("z", 3, owner=""), planned)] == [MixRule.OWNER]
    assert not refuses(ADS, post("z", 3, "news"), planned)


def test_a_post_is_not_counted_against_itself():
    planned = [post("a", 0), post("b", 1)]
    assert not refuses(ADS, post("b", 2), planned)


@given(st.lists(st.integers(0, 30), max_size=12))
def test_what_is_approved_one_by_one_is_never_too_much(days):
    calendar = []
    for number, day in enumerate(days):
        one = post(f"{number}", day)
        if not refuses(ADS, one, calendar):
            calendar.append(one)
    assert not list(breaches(ADS, calendar))
