"""From what was typed to an event, or every reason why it cannot be one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo

from bot.core.meetings import MeetingKind
from bot.core.moments import NoMoment, Planned, read_moment, refused
from bot.core.terms import parse_term
from bot.core.text import Say, say, visible

LONGEST_TITLE, LONGEST_PLACE, LONGEST_ABOUT = 100, 100, 900
"""What Discord takes for events of its own, and some room for our own words."""
SHORTEST, LONGEST = timedelta(minutes=1), timedelta(days=14)
MOST_SEATS = 100_000

_SETTING = re.compile(r"\s*([^\W\d_]{4,20})\s*:\s*(.*?)\s*")
_KEYWORDS = {
    **dict.fromkeys(["seats", "miejsca", "места", "plazas", "vende"], "seats"),
    **dict.fromkeys(["kind", "rodzaj", "вид", "тип", "tipo", "lloji"], "kind"),
    **dict.fromkeys(["repeats", "powtarza", "повтор", "repite", "përsëritet", "perseritet"], "repeats"),
}
_KINDS = {
    **{kind.value: kind for kind in MeetingKind},
    **dict.fromkeys(["spotkanie", "встреча", "reunión", "reunion", "takim"], MeetingKind.MEETING),
    **dict.fromkeys(["вебинар", "uebinar"], MeetingKind.WEBINAR),
    **dict.fromkeys(["stream", "эфир", "directo", "drejtpërdrejt"], MeetingKind.LIVE),
    **dict.fromkeys(["офлайн", "presencial"], MeetingKind.OFFLINE),
    **dict.fromkeys(["test-drive", "test drive", "тест-драйв", "jazda próbna"], MeetingKind.DRIVE),
}
_RULES = {
    **dict.fromkeys(["daily", "codziennie", "ежедневно", "diario", "përditë"], "FREQ=DAILY"),
    **dict.fromkeys(["weekly", "co tydzień", "еженедельно", "semanal", "çdo javë"], "FREQ=WEEKLY"),
    **dict.fromkeys(["monthly", "co miesiąc", "ежемесячно", "mensual", "çdo muaj"], "FREQ=MONTHLY"),
}
_NEVER = frozenset(["", "no", "none", "off", "0", "-", "=", "nie", "нет", "jo"])


@dataclass(frozen=True, slots=True)
class Typed:
    """What stood in the form, nothing of it judged yet."""

    title: str = ""
    starts: str = ""
    ends: str = ""
    where: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class More:
    """What was said in the last field: settings on lines of their own, and all else is the description."""

    about: str = ""
    seats: int = 0
    kind: MeetingKind = MeetingKind.MEETING
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """An event that is in order; ``twice``: it begins or ends at an hour that comes twice, the first time."""

    title: str
    where: str
    more: More
    starts_at: datetime
    ends_at: datetime
    twice: bool = False


@dataclass(frozen=True, slots=True)
class House:
    """What the community decided: how long an event lasts, and its clock."""

    lasts: timedelta
    zone: tzinfo


def drafted(typed: Typed, now: datetime, house: House) -> Draft | tuple[Say, ...]:
    """Judge what was typed; with faults, all of them."""
    title, where = (" ".join(visible(words).split()) for words in (typed.title, typed.where))
    faults = [*_lengths(title, where)]
    more = read_more(typed.more)
    if isinstance(more, tuple):
        faults += more
    times = _times(typed, now, house)
    if isinstance(times, Say):
        faults.append(times)
    if faults or isinstance(times, Say) or isinstance(more, tuple):
        return tuple(faults)
    starts, ends, twice = times
    return Draft(title, where, more, starts, ends, twice)


def read_more(text: str) -> More | tuple[Say, ...]:
    """Part settings from the description; with faults, all of them."""
    more, about = More(), list[str]()
    faults: list[Say] = []
    for line in text.splitlines():
        found = _SETTING.fullmatch(line)
        name = _KEYWORDS.get(found[1].casefold(), "") if found else ""
        read = _set(more, name, found[2]) if found and name else None
        match read:
            case None:
                about.append(line.rstrip())
            case Say():
                faults.append(read)
            case _:
                more = read
    told = "\n".join(about).strip()
    if len(told) > LONGEST_ABOUT:
        faults.append(say("event-fault-about-long", count=len(told), most=LONGEST_ABOUT))
    return tuple(faults) or replace(more, about=told)


def _set(more: More, name: str, value: str) -> More | Say:
    given = value.casefold()
    match name:
        case "seats":
            seats = int(given) if given.isdecimal() and len(given) < 8 else 0
            return replace(more, seats=seats) if 1 <= seats <= MOST_SEATS else say("event-fault-seats", most=MOST_SEATS)
        case "kind":
            kind = _KINDS.get(given)
            return say("event-fault-kind", given=value[:40]) if kind is None else replace(more, kind=kind)
        case _:
            return replace(more, rule="" if given in _NEVER else _RULES.get(given, value.upper()))


def _lengths(title: str, where: str) -> Iterator[Say]:
    if not title:
        yield say("event-fault-no-title")
    if len(title) > LONGEST_TITLE:
        yield say("event-fault-title-long", count=len(title), most=LONGEST_TITLE)
    if not where:
        yield say("event-fault-no-place")
    if len(where) > LONGEST_PLACE:
        yield say("event-fault-place-long", count=len(where), most=LONGEST_PLACE)


def _times(typed: Typed, now: datetime, house: House) -> tuple[datetime, datetime, bool] | Say:
    starts = read_moment(typed.starts, now, house.zone)
    if isinstance(starts, NoMoment):
        return refused(starts, typed.starts)
    if not typed.ends.strip():
        return starts.at, starts.at + house.lasts, starts.twice
    # A span counts from the start on, and so does a mere time of the day.
    ends = read_moment(typed.ends, starts.at, house.zone)
    if ends is NoMoment.PAST or (isinstance(ends, Planned) and _is_before(typed.ends, starts.at, now, house.zone)):
        return say("event-fault-ends-before", given=typed.ends[:60])
    if isinstance(ends, NoMoment):
        return refused(ends, typed.ends)
    if not SHORTEST <= ends.at - starts.at <= LONGEST:
        return say("event-fault-lasts", shortest=SHORTEST, longest=LONGEST)
    return starts.at, ends.at, starts.twice or ends.twice


def _is_before(text: str, starts: datetime, now: datetime, zone: tzinfo) -> bool:
    """Whether the day that was named lies before the start: a weekday, or a date without its year."""
    term = parse_term(text)
    if term is None or (term.weekday is None and term.on is None and term.days is None):
        return False
    meant = term.until(now, zone)
    return meant is not None and meant <= starts
