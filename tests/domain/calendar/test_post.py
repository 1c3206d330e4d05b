"""A post on its way, and the law that nothing goes out that nobody agreed to."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.ids import TELEGRAM, UserRef
from bot.core.posts import Approval, Missed, Post, PostState, Wording
from bot.core.record import Timer, TimerOff
from bot.domain.calendar import post as moves
from bot.domain.calendar.body import body
from bot.domain.calendar.recurrence import Recurrence
from tests.build import person

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
EVA, ODA = person("Eva", "1"), person("Oda", "2")
LATER = NOON + timedelta(days=1)


def post(**more):
    fields = {"wordings": (Wording("Hello"),), "roles": ("news",), **more}
    return Post(1, "Hello", EVA.user, "Eva", **fields)


def agreed(one, *, by=ODA, alone=False):
    return moves.agreed(moves.submitted(one, NOON), by, NOON, alone=alone)


def test_agreement_is_for_words_places_and_times():
    fine = agreed(moves.timed(post(), LATER))
    assert fine.state is PostState.SCHEDULED
    assert moves.may_go_out(fine, needs_approval=True)
    for other in (
        replace(fine, wordings=(Wording("Hallo"),)),
        replace(fine, roles=("news", "lobby")),
        moves.timed(fine, LATER + timedelta(hours=1)),
        replace(fine, rule="FREQ=DAILY", start="2026-03-02T12:00"),
    ):
        assert not moves.may_go_out(other, needs_approval=True)
        assert moves.changed(other, needs_approval=True).state is PostState.DRAFT
        assert moves.may_go_out(other, needs_approval=False)
    assert moves.changed(replace(fine, title="Else"), needs_approval=True).state is PostState.SCHEDULED


def test_without_a_time_it_waits_for_one():
    assert agreed(post()).state is PostState.APPROVED


def test_where_nobody_has_to_agree_a_change_leaves_it_scheduled():
    scheduled = replace(moves.timed(post(), LATER), state=PostState.SCHEDULED)
    assert moves.changed(scheduled, needs_approval=False) == scheduled
    assert moves.changed(moves.submitted(post(), NOON), needs_approval=False).state is PostState.DRAFT
    out = replace(scheduled, state=PostState.PUBLISHED)
    assert moves.changed(out, needs_approval=True) == out


def test_what_stands_in_the_config_is_agreed_to():
    assert moves.may_go_out(post(source="config week", state=PostState.SCHEDULED), needs_approval=True)


@pytest.mark.parametrize(
    ("same", "colleagues", "minutes", "said"),
    [
        (False, 3, 0, None),
        (True, 1, 60, "post-own"),
        (True, 0, 9, "post-wait"),
        (True, 0, 10, None),
    ],
)
def test_four_eyes_where_there_are_four(same, colleagues, minutes, said):
    waits = moves.submitted(post(), NOON)
    found = moves.objection(waits, colleagues, NOON + timedelta(minutes=minutes), same=same)
    assert (found and found.key) == said


def test_without_a_time_of_submission_the_wait_begins_now():
    assert moves.objection(post(), 0, NOON, same=True).key == "post-wait"


def test_a_repetition_moves_on_past_what_was_missed():
    daily = Recurrence("FREQ=DAILY", datetime(2026, 3, 1, 12))  # noqa: DTZ001
    one = moves.repeated(post(state=PostState.SCHEDULED), daily, UTC, NOON)
    assert one.at == LATER
    assert moves.recurrence_of(one) == daily
    assert moves.moved_on(one, UTC, LATER + timedelta(days=3)).at == LATER + timedelta(days=4)
    assert moves.moved_on(one, UTC, NOON).at == LATER + timedelta(days=1)
    assert moves.recurrence_of(post()) is None


def test_a_repetition_is_by_the_clock_of_one_zone_also_in_the_night_in_which_clocks_jump():
    warsaw = ZoneInfo("Europe/Warsaw")
    early = Recurrence("FREQ=DAILY", datetime(2026, 3, 1, 2, 30))  # noqa: DTZ001
    one = moves.repeated(post(), early, warsaw, datetime(2026, 3, 28, 12, tzinfo=UTC))
    assert f"{one.at.astimezone(warsaw):%d %H:%M}" == "29 03:30"
    assert moves.is_by_clock(one, warsaw)
    assert not moves.is_by_clock(one, ZoneInfo("America/New_York"))
    assert moves.is_by_clock(moves.timed(post(), LATER), warsaw)


def test_what_comes_once_is_over_then():
    assert moves.moved_on(moves.timed(post(), NOON), UTC, NOON).state is PostState.PUBLISHED
    over = Recurrence("FREQ=DAILY;COUNT=1", datetime(2026, 3, 1, 12))  # noqa: DTZ001
    assert moves.repeated(post(), over, UTC, NOON) is None


@pytest.mark.parametrize(
    ("minutes", "missed"), [(0, None), (10, None), (11, Missed.ASK), (-5, None), (60 * 24 * 9, Missed.ASK)]
)
def test_late_is_later_than_a_restart(minutes, missed):
    one = moves.timed(post(missed=Missed.ASK), NOON)
    assert moves.when_missed(one, NOON + timedelta(minutes=minutes)) is missed


def test_without_a_time_nothing_is_missed():
    assert moves.when_missed(post(), NOON) is None


def test_what_is_scheduled_wakes_the_bot_and_nothing_else_does():
    scheduled = agreed(moves.timed(post(), LATER))
    assert moves.timer_of(scheduled) == Timer(moves.DUE, "post 1", LATER, {"number": 1, "at": LATER})
    assert moves.timer_of(scheduled, NOON) == moves.timer_of(scheduled)
    assert moves.timer_of(scheduled, LATER).args["since"] == LATER
    assert moves.timer_of(moves.withdrawn(scheduled)) == TimerOff(moves.DUE, "post 1")
    assert moves.timer_of(replace(post(), state=PostState.SCHEDULED)) == TimerOff(moves.DUE, "post 1")


def test_withdrawn_is_agreed_to_by_nobody():
    assert moves.withdrawn(agreed(post())).approval is None


STEPS = st.lists(
    st.sampled_from(["submit", "agree", "words", "time", "places", "out", "withdraw", "forge", "schedule"]), max_size=25
)


@given(STEPS)
def test_nothing_that_nobody_agreed_to_goes_out(steps):
    """A plain list of what was agreed to, beside the moves."""
    one, read = moves.timed(post(), LATER), set()
    for number, step in enumerate(steps):
        match step:
            case "submit":
                one = moves.submitted(one, NOON)
            case "agree" if one.state is PostState.REVIEW:
                one = moves.agreed(one, ODA, NOON, alone=False)
                read.add((one.wordings, one.roles, one.at))
            case "words":
                one = moves.changed(replace(one, wordings=(Wording(f"{number}"),)), needs_approval=True)
            case "time":
                one = moves.changed(moves.timed(one, LATER + timedelta(hours=number)), needs_approval=True)
            case "places":
                one = moves.changed(replace(one, roles=(f"p{number}",)), needs_approval=True)
            case "forge":
                one = replace(one, approval=Approval(UserRef(TELEGRAM, "9"), "X", NOON, "0" * 32))
            case "schedule":
                one = replace(one, state=PostState.SCHEDULED)
            case "withdraw":
                one = moves.withdrawn(one)
            case _:
                pass
        if moves.may_go_out(one, needs_approval=True):
            assert (one.wordings, one.roles, one.at) in read


def test_the_words_of_a_messenger_count_before_those_for_all():
    words = (
        Wording("Hello"),
        Wording("Cześć", "pl"),
        Wording("Hi, chat", platform="telegram"),
        Wording(" ", "ru"),
        Wording("Siema", "pl", "discord"),
    )
    assert body(post(wordings=words), "telegram", "en").texts == {"en": "Hi, chat", "pl": "Cześć"}
    assert list(body(post(wordings=words), "discord", "pl").texts.items()) == [("pl", "Siema")]
    assert body(post(wordings=(Wording("only there", platform="discord"),)), "telegram", "en") is None
