"""The config file's `feedback:`: where the board is, how much a person may bring, and the report of the week."""

import re
from datetime import time, timedelta
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from bot.adapters.files.fields import Duration, Slug
from bot.adapters.files.section import Section
from bot.runtime.community import Board, Digest

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


def clock(value: object) -> time:
    """Read a time of day as it is written: 09:00."""
    read = _CLOCK.fullmatch(value.strip()) if isinstance(value, str) else None
    if read is None:
        raise ValueError('a time of day looks like "09:00", in quotes')
    return time(int(read[1]), int(read[2]))


Clock = Annotated[
    time, BeforeValidator(clock), WithJsonSchema({"type": "string", "pattern": _CLOCK.pattern, "examples": ["09:00"]})
]


class WeekPart(Section):
    """A report of the week."""

    in_: Annotated[Slug, Field(alias="in")] = "staff"
    """The place where it is said: staff, or one of yours."""
    day: Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] = "monday"
    """On which day, by the community's clock."""
    at: Clock = time(9)
    """At what time."""


class FeedbackPart(Section):
    """A board of ideas and problems."""

    in_: Annotated[Slug, Field(alias="in")] = "board"
    """The place where every entry is a card with a button to vote: on Discord, on Telegram, or on both."""
    per_day: Annotated[int, Field(ge=1, le=100)] = 3
    """How many entries one person may bring within 24 hours."""
    digest: WeekPart | None = None
    """A report of the week: what is new, most wanted, moved, and forgotten. None if left out."""
    stale: Duration = timedelta(days=60)
    """An entry that was neither voted for nor moved for so long counts as forgotten."""

    def settings(self) -> Board:
        week = self.digest
        digest = None if week is None else Digest(week.in_, WEEKDAYS.index(week.day), week.at)
        return Board(self.in_, self.per_day, digest, self.stale)
