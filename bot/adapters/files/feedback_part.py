"""The config file's `feedback:`: where the board is, how much a person may bring, and the report of the week."""

from datetime import time, timedelta
from typing import Annotated, Literal

from pydantic import Field

from bot.adapters.files.fields import Clock, Duration, Slug
from bot.adapters.files.section import Section
from bot.runtime.care import Board, Digest

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


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
