"""Service levels: how long the team has, who is reminded when, and how a deadline follows what it is about."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from enum import StrEnum

from bot.core.conversations import Conversation, TalkState
from bot.core.levels import Deadline, Goal, Matter
from bot.core.record import Row, Timer, TimerOff
from bot.domain.care.hours import Hours

LEVEL = "inbox-level"
"""The kind of timers that remind."""
USUAL = timedelta(hours=24)
"""How long the team has for an answer where the config does not say."""


class Audience(StrEnum):
    """Who is reminded."""

    OWNER = "owner"
    TEAM = "team"
    MANAGERS = "managers"


@dataclass(frozen=True, slots=True)
class Step:
    """After this share of the time that there is, these people are reminded; each step once."""

    share: float
    to: Audience


ONE_REMINDER = (Step(1.0, Audience.TEAM),)
LADDER = (Step(0.75, Audience.OWNER), Step(1.0, Audience.TEAM), Step(1.5, Audience.MANAGERS))


@dataclass(frozen=True, slots=True)
class Targets:
    """How much open time there is for the first reply, and until it is resolved; None: as everywhere, or no limit."""

    first_reply: timedelta | None = None
    resolved_in: timedelta | None = None

    def of(self, goal: Goal) -> timedelta | None:
        return self.first_reply if goal is Goal.ANSWER else self.resolved_in


@dataclass(frozen=True, slots=True)
class Levels:
    """What the config says; ``own`` are the targets of single categories.

    ``last`` is the role of the place that is told in the end. At ``digest`` of every day the team reads one list of
    what waits, and only what is urgent pings before. ``balanced`` gives new ones to whoever has the fewest.
    """

    hours: Hours = field(default_factory=Hours)
    usual: Targets = Targets(USUAL)
    own: Mapping[str, Targets] = field(default_factory=dict[str, Targets])
    steps: tuple[Step, ...] = ONE_REMINDER
    last: str = "managers"
    digest: time | None = None
    balanced: bool = False

    def target(self, goal: Goal, category: str = "") -> timedelta | None:
        """The open time there is for this."""
        own = self.own.get(category)
        found = None if own is None else own.of(goal)
        return self.usual.of(goal) if found is None else found


@dataclass(frozen=True, slots=True)
class Wait:
    """What a deadline is to follow: since when somebody waits, and whether reminders rest, and until when they do.

    ``rests`` without ``until`` is the member's turn, with it a snooze.
    """

    matter: Matter
    number: int
    goal: Goal
    since: datetime | None
    category: str = ""
    rests: bool = False
    until: datetime | None = None


def waits_of(talk: Conversation) -> tuple[Wait, Wait]:
    """What the person of a conversation waits for: an answer, and an end."""
    # Whose words are not taken any more may still have reported something that somebody has to decide.
    silenced = talk.blocked and talk.report is None
    over = talk.state is TalkState.RESOLVED or silenced or talk.merged_into is not None
    asleep = talk.state is TalkState.SNOOZED
    until = talk.until if asleep else None
    answer = None if over else talk.waiting_since
    # What the bot answers by itself is nobody's task until a person is asked.
    asked = not over and (talk.waiting_since is not None or talk.answered_at is not None)
    ends = talk.waiting_since or talk.answered_at if asked else None
    rests = asleep or talk.state is TalkState.PENDING
    return (
        Wait(Matter.CONVERSATION, talk.number, Goal.ANSWER, answer, talk.category, asleep, until),
        Wait(Matter.CONVERSATION, talk.number, Goal.SOLUTION, ends, talk.category, rests, until),
    )


def follow(known: Deadline | None, wait: Wait, levels: Levels, now: datetime) -> tuple[Row, ...]:
    """What has to be written so that the deadline is what the wait says: begun, moved, put off or ended."""
    running = known if known is not None and known.runs else None
    if wait.since is None:
        return () if running is None else ended(running, now)
    target = levels.target(wait.goal, wait.category)
    # A later answer does not begin the way to the end anew; a new question begins the wait for an answer anew.
    renewed = running is not None and wait.goal is Goal.ANSWER and running.since != wait.since
    if running is None or renewed:
        if target is None:
            return () if running is None else ended(running, now)
        due = levels.hours.add(wait.since, target)
        running = Deadline(wait.matter, wait.number, wait.goal, wait.since, due, wait.category)
    wakes_at = next_step(running, levels, wait)
    if running == known and wakes_at == running.wakes_at:
        return ()
    return _set(replace(running, wakes_at=wakes_at))


def next_step(deadline: Deadline, levels: Levels, wait: Wait | None = None) -> datetime | None:
    """When somebody has to be reminded next; None when nobody has to."""
    if deadline.stage >= len(levels.steps) or (wait is not None and wait.rests and wait.until is None):
        return None
    at = _step_at(deadline, levels, deadline.stage)
    return at if wait is None or wait.until is None else max(at, wait.until)


def reached(deadline: Deadline, levels: Levels, now: datetime) -> tuple[tuple[Audience, ...], tuple[Row, ...]]:
    """Whom to remind now, and what to write so that nobody is reminded of the same twice.

    After a time in which the bot was down several steps may be due at once.
    """
    stage = deadline.stage
    while stage < len(levels.steps) and _step_at(deadline, levels, stage) <= now:
        stage += 1
    after = replace(deadline, stage=stage)
    whom = tuple(step.to for step in levels.steps[deadline.stage : stage])
    return whom, _set(replace(after, wakes_at=next_step(after, levels)))


def ended(deadline: Deadline, now: datetime) -> tuple[Row, ...]:
    """It happened, in time or not."""
    return _set(replace(deadline, ended_at=now, wakes_at=None))


def subject(deadline: Deadline) -> str:
    """What its timer is called."""
    return f"{deadline.matter} {deadline.number} {deadline.goal}"


def of_subject(text: str) -> tuple[Matter, int, Goal]:
    """Which deadline a timer belongs to."""
    matter, number, goal = text.split(" ")
    return Matter(matter), int(number), Goal(goal)


def _step_at(deadline: Deadline, levels: Levels, stage: int) -> datetime:
    # From the deadline that was given, so that another config later does not move what was promised.
    share = levels.steps[stage].share
    whole = levels.hours.between(deadline.since, deadline.due)
    at = levels.hours.add(deadline.since, whole * share)
    return min(at, deadline.due) if share < 1 else max(at, deadline.due)


def _set(deadline: Deadline) -> tuple[Row, ...]:
    if deadline.wakes_at is None:
        return deadline, TimerOff(LEVEL, subject(deadline))
    return deadline, Timer(LEVEL, subject(deadline), deadline.wakes_at)
