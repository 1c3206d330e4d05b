"""From what was typed to a poll, or every reason why it cannot be one."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from bot.core.moments import NoMoment, Planned, read_moment, refused
from bot.core.polls import PollKind
from bot.core.text import Say, say, visible
from bot.domain.polls.line import Typed
from bot.domain.polls.settings import Settings, read_settings

LONGEST_QUESTION = 300
LONGEST_OPTION = 100
LONGEST_EXPLANATION = 200
"""What Telegram takes for polls of its own."""
MOST_OPTIONS = 20
"""A message of Discord has room for twenty-five buttons in five rows, one of which is for other things."""
SHORTEST = timedelta(minutes=1)
LONGEST = timedelta(days=90)
"""No longer than buttons live."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A poll that is in order; ``twice``: it begins or ends at an hour that comes twice, the first time."""

    question: str
    options: tuple[str, ...]
    settings: Settings
    opens_at: datetime
    closes_at: datetime
    twice: bool = False


@dataclass(frozen=True, slots=True)
class House:
    """What the community decided: how long a poll is open, and its clock."""

    close_after: timedelta
    zone: tzinfo


def drafted(typed: Typed, now: datetime, house: House) -> Draft | tuple[Say, ...]:
    """Judge what was typed; with faults, all of them."""
    settings = read_settings(typed.how)
    question = " ".join(visible(typed.question).split())
    options = tuple(" ".join(option.split()) for option in typed.options if visible(option))
    faults = [*_question(question), *_options(options)]
    if isinstance(settings, Say):
        return (*faults, settings)
    faults += _quiz(settings, len(options))
    times = _times(settings, now, house)
    if not isinstance(times, tuple):
        return (*faults, times)
    if faults:
        return tuple(faults)
    opens, closes = times
    return Draft(question, options, settings, opens.at, closes.at, opens.twice or closes.twice)


def _question(question: str) -> Iterator[Say]:
    if not question:
        yield say("poll-fault-no-question")
    if len(question) > LONGEST_QUESTION:
        yield say("poll-fault-question-long", count=len(question), most=LONGEST_QUESTION)


def _options(options: tuple[str, ...]) -> Iterator[Say]:
    if len(options) < 2:
        yield say("poll-fault-few-options", count=len(options))
    if len(options) > MOST_OPTIONS:
        yield say("poll-fault-many-options", count=len(options), most=MOST_OPTIONS)
    long = next((option for option in options if len(option) > LONGEST_OPTION), None)
    if long is not None:
        yield say("poll-fault-option-long", option=long[:40], count=len(long), most=LONGEST_OPTION)
    twice = next((option for option, many in Counter(o.casefold() for o in options).items() if many > 1), None)
    if twice is not None:
        yield say("poll-fault-twice", option=twice[:60])


def _quiz(settings: Settings, options: int) -> Iterator[Say]:
    if settings.kind is PollKind.QUIZ and not (settings.right is not None and 0 <= settings.right < options):
        yield say("poll-fault-right", most=options)
    if len(settings.because) > LONGEST_EXPLANATION:
        yield say("poll-fault-because-long", count=len(settings.because), most=LONGEST_EXPLANATION)


def _times(settings: Settings, now: datetime, house: House) -> tuple[Planned, Planned] | Say:
    opens = read_moment(settings.starts, now, house.zone) if settings.starts else Planned(now)
    if isinstance(opens, NoMoment):
        return refused(opens, settings.starts)
    # A span counts from the opening on, a day and time is one whenever that is.
    closes = read_moment(settings.closes, opens.at, house.zone) if settings.closes else None
    if isinstance(closes, NoMoment):
        return refused(closes, settings.closes)
    closes = closes or Planned(opens.at + house.close_after)
    lasts = closes.at - opens.at
    if not SHORTEST <= lasts <= LONGEST:
        return say("poll-fault-lasts", shortest=SHORTEST, longest=LONGEST)
    return opens, closes
