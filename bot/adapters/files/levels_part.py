"""The config file's service levels: how long the team has, when it works, and who is reminded."""

# ruff: noqa: RUF012  # pydantic copies defaults, and the linter does not know our base class for a model

import re
from collections.abc import Mapping
from datetime import time, timedelta, tzinfo
from typing import Annotated, Literal, cast

from pydantic import BeforeValidator, Field, WithJsonSchema

from bot.adapters.files.faq_part import Day
from bot.adapters.files.fields import Clock, OnOff, Slug
from bot.adapters.files.grammar import duration, switch, time_of_day
from bot.adapters.files.section import Section
from bot.domain.care.hours import EVERY_DAY, Hours, Shift
from bot.domain.care.levels import LADDER, ONE_REMINDER, USUAL, Levels, Targets
from bot.runtime.care import Satisfaction

SHORTEST, LONGEST = timedelta(minutes=1), timedelta(days=60)
MOST_SHIFTS = 20
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SHIFT = re.compile(r"(?:([a-z]{3})(?: ?[-–] ?([a-z]{3}))? )?(\d{1,2}:\d\d) ?[-–] ?(\d{1,2}:\d\d)")
_WRONG = 'hours look like "mon-fri 09:00-17:00", "sat 10:00-14:00", "22:00-06:00" or "always"'


def hours(value: object) -> tuple[Shift, ...]:
    """Read one shift or several: a text with commas, or a list."""
    if value == "always":
        return ()
    listed = cast("list[object]", value) if isinstance(value, list) else str(value).split(",")
    if not 0 < len(listed) <= MOST_SHIFTS:
        raise ValueError(_WRONG)
    return tuple(_shift(" ".join(str(one).lower().split())) for one in listed)


def _shift(text: str) -> Shift:
    found = _SHIFT.fullmatch(text)
    if found is None:
        raise ValueError(_WRONG)
    first, last, start, end = found.groups()
    return Shift(_days(first, last), time_of_day(start), time(0) if end == "24:00" else time_of_day(end))


def _days(first: str | None, last: str | None) -> frozenset[int]:
    if first is None:
        return EVERY_DAY
    named = [day for day in (first, last) if day is not None]
    if not {*named} <= {*WEEK}:
        raise ValueError(f"days are {', '.join(WEEK)}")
    start, end = WEEK.index(named[0]), WEEK.index(named[-1])
    return frozenset((start + step) % 7 for step in range((end - start) % 7 + 1))


def target(value: object) -> timedelta:
    """Read how long the team has."""
    span = duration(value)
    if not SHORTEST <= span <= LONGEST:
        raise ValueError(f"this should be from 1m to {LONGEST.days}d")
    return span


def off_or_target(value: object) -> timedelta | Literal["off"]:
    """Read `off`, or how long the team has."""
    return "off" if switch(value) == "off" else target(value)


_SPAN = {"type": "string", "examples": ["30m", "4h", "3d"]}
Target = Annotated[timedelta, BeforeValidator(target), WithJsonSchema(_SPAN)]
OffOrTarget = Annotated[
    timedelta | Literal["off"], BeforeValidator(off_or_target), WithJsonSchema({**_SPAN, "examples": ["off", "4h"]})
]
_ONE_SHIFT = {"type": "string", "examples": ["mon-fri 09:00-17:00", "22:00-06:00", "always"]}
OpenHours = Annotated[
    tuple[Shift, ...],
    BeforeValidator(hours),
    WithJsonSchema({"anyOf": [_ONE_SHIFT, {"type": "array", "items": _ONE_SHIFT, "minItems": 1}]}),
]


class TargetsPart(Section):
    """How long the team has for one category."""

    first_reply: Target | None = None
    """Open time until somebody answers; as in `inbox` if left out."""
    resolved_in: Target | None = None
    """Open time until it is resolved; as in `inbox` if left out."""

    @property
    def targets(self) -> Targets:
        return Targets(self.first_reply, self.resolved_in)


class LevelsPart(Section):
    """How long the team has, and who is reminded."""

    hours: OpenHours = ()
    """When the team works, by the community's clock: "mon-fri 09:00-17:00", several with commas. Always if left out."""
    holidays: Annotated[list[Day], Field(max_length=400)] = []
    """Days on which nobody works: [2026-12-25]."""
    first_reply: OffOrTarget | None = None
    """Open time until somebody answers; 24h if left out, or off. Named, the owner is reminded before it is over."""
    resolved_in: Target | None = None
    """Open time until it is resolved; no limit if left out."""
    then_remind: Slug | None = None
    """The place that is told when half as much time again is over: managers if left out, or each of them in private."""
    assign: Literal["by hand", "balanced"] = "by hand"
    """balanced: new conversations go to whoever is on duty and has the fewest."""
    digest: Clock | None = None
    """A time of day: what is not urgent then waits for one list a day, in `staff`."""

    def levels(self, zone: tzinfo, own: Mapping[str, Targets]) -> Levels:
        """What it means; ``own`` are the targets of categories."""
        first = USUAL if self.first_reply is None else None if self.first_reply == "off" else self.first_reply
        named = {key: targets for key, targets in own.items() if targets != Targets()}
        asked = (self.first_reply, self.resolved_in, self.then_remind)
        return Levels(
            Hours(zone, self.hours, frozenset(self.holidays)),
            Targets(first, self.resolved_in),
            named,
            LADDER if named or any(one is not None for one in asked) else ONE_REMINDER,
            self.then_remind or Levels().last,
            self.digest,
            self.assign == "balanced",
        )


class SatisfactionPart(Section):
    ask: OnOff = True
    """Is a member asked how it was, once a conversation is resolved? At most once in 30 days each."""
    reviews: OnOff = False
    """May somebody who was content be asked whether her words can be shown to others?"""

    @property
    def settings(self) -> Satisfaction:
        return Satisfaction(self.ask, self.reviews)
