"""A deadline follows what it is about; reminders come at their points, each once, and never before their time."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.conversations import Conversation, TalkState
from bot.core.levels import Deadline, Duty, Goal, Matter
from bot.core.record import Timer, TimerOff
from bot.core.text import Mention, plain, say
from bot.domain.care.duty import Colleague, is_on_duty, said_of_duty, standing, whose_turn
from bot.domain.care.hours import Hours, Shift
from bot.domain.care.levels import (
    LADDER,
    LEVEL,
    Audience,
    Levels,
    Targets,
    Wait,
    follow,
    next_step,
    of_subject,
    reached,
    subject,
    waits_of,
)
from bot.domain.care.reminders import SHOWN, Facts, Waiting, digest, reminder, waiting
from tests.build import ANN, BOB, MOD, NOON, later
from tests.fakes.town import VOICES

FOUR = Levels(usual=Targets(timedelta(hours=4)), steps=LADDER)
WARSAW = ZoneInfo("Europe/Warsaw")
OFFICE = Hours(WARSAW, (Shift(frozenset(range(5)), time(9), time(17)),))
TALK = Conversation(1, ANN.user, "Ann", NOON, NOON, waiting_since=NOON)
WAIT = Wait(Matter.CONVERSATION, 1, Goal.ANSWER, NOON)
DUE = Deadline(Matter.CONVERSATION, 1, Goal.ANSWER, NOON, later(hours=4), wakes_at=later(hours=3))


def told(body):
    return plain(VOICES.of("en")(body))


def test_a_wait_begins_a_deadline_with_its_timer():
    assert follow(None, WAIT, FOUR, NOON) == (DUE, Timer(LEVEL, "conversation 1 answer", later(hours=3)))
    assert of_subject(subject(DUE)) == (Matter.CONVERSATION, 1, Goal.ANSWER)


def test_what_did_not_change_is_not_written_again():
    assert follow(DUE, WAIT, FOUR, later(hours=1)) == ()
    assert follow(None, replace(WAIT, since=None), FOUR, NOON) == ()
    assert follow(replace(DUE, ended_at=NOON), replace(WAIT, since=None), FOUR, NOON) == ()


def test_an_answer_ends_it_and_the_timer_with_it():
    over, off = follow(DUE, replace(WAIT, since=None), FOUR, later(hours=2))
    assert (over.ended_at, over.wakes_at, off) == (later(hours=2), None, TimerOff(LEVEL, "conversation 1 answer"))


def test_a_new_question_begins_anew_and_the_way_to_the_end_does_not():
    after = replace(WAIT, since=later(hours=3))
    renewed, _ = follow(replace(DUE, stage=2), after, FOUR, later(hours=3))
    assert (renewed.stage, renewed.due) == (0, later(hours=7))
    solution = replace(DUE, goal=Goal.SOLUTION)
    assert follow(solution, replace(after, goal=Goal.SOLUTION), FOUR, later(hours=3)) == ()


def test_without_a_target_there_is_no_deadline_any_more():
    none = Levels(usual=Targets(None))
    assert follow(None, WAIT, none, NOON) == ()
    over, _ = follow(DUE, replace(WAIT, since=later(hours=1)), none, later(hours=1))
    assert over.ended_at == later(hours=1)


def test_a_snooze_puts_the_next_reminder_off_and_her_turn_puts_all_off():
    until = later(hours=9)
    put_off, timer = follow(DUE, replace(WAIT, rests=True, until=until), FOUR, NOON)
    assert (put_off.wakes_at, timer.due, put_off.due) == (until, until, DUE.due)
    hers, off = follow(DUE, replace(WAIT, rests=True), FOUR, NOON)
    assert (hers.wakes_at, type(off)) == (None, TimerOff)
    assert follow(hers, WAIT, FOUR, later(hours=1))[0] == DUE


def test_steps_come_at_their_points_and_several_at_once_after_a_long_night():
    whom, rows = reached(DUE, FOUR, later(hours=3))
    assert (whom, rows[0].stage, rows[1].due) == ((Audience.OWNER,), 1, later(hours=4))
    whom, rows = reached(DUE, FOUR, later(hours=5))
    assert (whom, rows[0].stage, rows[1].due) == ((Audience.OWNER, Audience.TEAM), 2, later(hours=6))
    whom, rows = reached(rows[0], FOUR, later(days=2))
    assert (whom, rows) == (
        (Audience.MANAGERS,),
        (replace(DUE, stage=3, wakes_at=None), TimerOff(LEVEL, subject(DUE))),
    )
    assert reached(rows[0], FOUR, later(days=9))[0] == ()
    assert next_step(rows[0], FOUR) is None


@pytest.mark.parametrize(
    ("since", "points"),
    [
        ("2026-03-27 15:00", ["2026-03-30 09:00", "2026-03-30 10:00", "2026-03-30 12:00"]),
        ("2026-10-23 14:00", ["2026-10-26 10:00", "2026-10-26 11:00", "2026-10-26 13:00"]),
    ],
)
def test_points_lie_in_open_hours_whatever_the_clocks_do(since, points):
    """On Friday at 16:00 in Warsaw there is one hour left before a weekend in which the clocks change."""
    levels = replace(FOUR, hours=OFFICE)
    began = datetime.fromisoformat(since).replace(tzinfo=UTC)
    deadline, timer = follow(None, replace(WAIT, since=began), levels, began)
    met = [timer.due]
    for _ in range(2):
        _, (deadline, timer) = reached(deadline, levels, timer.due)
        met.append(timer.due)
    assert [f"{at:%Y-%m-%d %H:%M}" for at in met] == points
    assert deadline.due == met[1]


def test_another_config_moves_no_deadline_that_was_given():
    shut = replace(FOUR, hours=replace(OFFICE, shifts=(Shift(frozenset({6}), time(3), time(4)),)))
    assert next_step(replace(DUE, stage=1), shut) >= DUE.due
    assert next_step(DUE, shut) <= DUE.due


@pytest.mark.parametrize(
    ("changes", "answer", "solution", "rests"),
    [
        ({}, NOON, NOON, False),
        ({"state": TalkState.PENDING, "waiting_since": None}, None, None, True),
        (
            {"state": TalkState.PENDING, "waiting_since": None, "answered_at": later(hours=1)},
            None,
            later(hours=1),
            True,
        ),
        ({"state": TalkState.SNOOZED, "until": later(hours=2)}, NOON, NOON, True),
        ({"state": TalkState.RESOLVED}, None, None, False),
        ({"blocked": True}, None, None, False),
        ({"blocked": True, "report": 3}, NOON, NOON, False),
        ({"merged_into": 2}, None, None, False),
    ],
)
def test_what_a_conversation_waits_for(changes, answer, solution, rests):
    first, second = waits_of(replace(TALK, **changes))
    assert (first.since, second.since, second.rests) == (answer, solution, rests)
    assert first.until == second.until == changes.get("until")


def test_a_category_has_its_own_target_where_it_names_one():
    levels = replace(FOUR, own={"money": Targets(timedelta(minutes=30))})
    assert levels.target(Goal.ANSWER, "money") == timedelta(minutes=30)
    assert levels.target(Goal.SOLUTION, "money") is None
    assert levels.target(Goal.ANSWER, "doors") == timedelta(hours=4)


# --- who is on duty


@pytest.mark.parametrize(
    ("duty", "clock", "on"),
    [
        (None, "12:00", True),
        (None, "18:00", False),
        (Duty(MOD.user), "12:00", True),
        (Duty(MOD.user, off=True), "12:00", False),
        (Duty(MOD.user, start=time(22), end=time(7)), "23:00", True),
        (Duty(MOD.user, start=time(22), end=time(7)), "12:00", False),
    ],
)
def test_ones_own_hours_count_before_those_of_the_community(duty, clock, on):
    now = datetime.fromisoformat(f"2026-06-01 {clock}").replace(tzinfo=WARSAW)
    assert is_on_duty(duty, OFFICE, now) is on


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("on", Duty(MOD.user)),
        (" OFF ", Duty(MOD.user, off=True)),
        ("22:00-07:30", Duty(MOD.user, start=time(22), end=time(7, 30))),
        ("9:00 – 17:00", Duty(MOD.user, start=time(9), end=time(17))),
        ("09:00-09:00", None),
        ("25:00-26:00", None),
        ("sometimes", None),
    ],
)
def test_hours_are_read(text, said):
    assert said_of_duty(text, MOD.user) == said


def test_how_it_stands_is_told():
    own = Duty(MOD.user, start=time(9), end=time(17))
    assert standing(None, on=True) == say("duty-now")
    assert standing(Duty(MOD.user), on=False) == say("duty-not-now")
    assert standing(Duty(MOD.user, off=True), on=False) == say("duty-off")
    assert standing(own, on=True) == say("duty-now-own", start="09:00", end="17:00")
    assert standing(own, on=False) == say("duty-not-now-own", start="09:00", end="17:00")


def test_the_turn_goes_to_the_fewest_then_the_longest_idle_then_by_name_of_the_account():
    one, other = Colleague(BOB.user, "Bob", 1, NOON), Colleague(MOD.user, "Mo", 1, later(hours=1))
    assert whose_turn([other, one]) == one
    assert whose_turn([one, replace(other, open=0)]).user == MOD.user
    assert whose_turn([replace(one, last=None), replace(other, last=None)]).user == MOD.user
    assert whose_turn([one, replace(other, last=None)]).user == MOD.user
    assert whose_turn([]) is None


# --- how it looks


def test_a_reminder_names_what_waits_since_when_and_who_should_look():
    words = told(reminder(DUE, Facts("Ann", "Mo", "https://chat.example/1"), Mention(MOD.user, "Mo")))
    assert words.splitlines() == [
        "Conversation 1 with Ann waits for an answer. It was due by 2026-01-01 16:00 UTC.",
        "Mo takes care of it.",
        "Mo, can you look?",
        "https://chat.example/1",
    ]
    bare = told(reminder(replace(DUE, goal=Goal.SOLUTION), Facts(reported=True)))
    assert bare.splitlines() == [
        "Complaint 1 is not settled. It was due by 2026-01-01 16:00 UTC.",
        "Nobody takes care of it.",
    ]


def test_the_list_of_the_day_begins_with_what_is_late_and_counts_the_rest():
    line = waiting(replace(TALK, owner=MOD.user, owner_name="Mo"), "https://chat.example/1", late=False)
    late = Waiting(9, NOON, late=True, reported=True)
    words = told(digest([line, late], 2)).splitlines()
    assert words == [
        "2 matters wait for the team:",
        "Overdue: #9 · complaint · - · since 2026-01-01 12:00 UTC",
        "#1 (https://chat.example/1) · Ann · Mo · since 2026-01-01 12:00 UTC",
    ]
    many = told(digest([line] * (SHOWN + 5), SHOWN + 5)).splitlines()
    assert (len(many), many[-1]) == (SHOWN + 2, "And 5 more: /inbox shows them.")
    asleep = waiting(replace(TALK, waiting_since=None, touched_at=later(hours=1)), "", late=True)
    assert asleep.since == later(hours=1)
