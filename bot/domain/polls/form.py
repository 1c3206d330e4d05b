"""Which form a poll takes on a messenger: one of the messenger's own where it truly fits, else a card with buttons.

The law. A messenger's own poll shows who chose what, one ballot an account, and nothing else; so it fits only a poll
that is open, counts every ballot once, names its result by the most votes, and ends when the messenger can end it by
itself: it must close in time also while the bot is down.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.core.ids import DISCORD, TELEGRAM, Platform
from bot.core.polls import Poll, PollKind

NEARLY = timedelta(seconds=30)
"""So much later than it was asked for a poll may be put up, and still end on the hour."""


class Unfit(StrEnum):
    """Why a poll is held with buttons all the same."""

    ELSEWHERE = "elsewhere"
    """This messenger has no polls, or is none."""
    ANONYMOUS = "anonymous"
    COUNTED = "counted"
    """Ranking, weights or a quorum: the messenger would show another result than counts."""
    HIDDEN = "hidden"
    QUIZ = "quiz"
    OPTIONS = "options"
    LENGTH = "length"
    TIME = "time"
    """The messenger cannot end it at that moment by itself."""


@dataclass(frozen=True, slots=True)
class Native:
    """What a messenger takes for a poll of its own; lengths in UTF-16 units, which no counting exceeds."""

    options: int
    option: int
    question: int
    longest: timedelta
    shortest: timedelta
    step: timedelta
    """It lasts a whole number of these."""
    explanation: int | None = None
    """None: it has no quizzes."""


NATIVE: Mapping[Platform, Native] = {
    TELEGRAM: Native(
        12, 100, 300, timedelta(seconds=2_628_000), timedelta(seconds=5), timedelta(seconds=1), explanation=200
    ),
    DISCORD: Native(10, 55, 300, timedelta(days=32), timedelta(hours=1), timedelta(hours=1)),
}


def unfit(poll: Poll, platform: Platform, now: datetime) -> Unfit | None:
    """Why this poll cannot be one of the messenger's own, put up now; None when it can."""
    native = NATIVE.get(platform)
    return Unfit.ELSEWHERE if native is None else next(_reasons(poll, native, now), None)


def _reasons(poll: Poll, native: Native, now: datetime) -> Iterator[Unfit]:
    if poll.anonymous:
        yield Unfit.ANONYMOUS
    if poll.kind is PollKind.RANKED or poll.weighted or poll.quorum:
        yield Unfit.COUNTED
    if poll.hidden:
        yield Unfit.HIDDEN
    if poll.kind is PollKind.QUIZ and native.explanation is None:
        yield Unfit.QUIZ
    if len(poll.options) > native.options:
        yield Unfit.OPTIONS
    if _too_long(poll, native):
        yield Unfit.LENGTH
    if not _in_time(poll.closes_at - now, native):
        yield Unfit.TIME


def _too_long(poll: Poll, native: Native) -> bool:
    return (
        _units(poll.question) > native.question
        or max(map(_units, poll.options)) > native.option
        or _units(poll.explanation) > (native.explanation or 0)
    )


def _in_time(lasts: timedelta, native: Native) -> bool:
    if not native.shortest - NEARLY <= lasts <= native.longest:
        return False
    # A poll that was asked for for a day lasts a second less when it is put up a second later.
    return -lasts % native.step <= min(NEARLY, native.step)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
