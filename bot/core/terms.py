"""When something ends, as people write it: ``1d12h``, ``friday 18:00``, ``tomorrow``, ``24.12. 9:00``, ``forever``."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from bot.core.durations import UNITS, parse_duration

MOST_WORDS = 6
"""The longest way to write one: ``hasta el viernes a las 18:00``."""

WEEKDAYS = (
    "monday mon poniedziałek poniedzialek poniedziałku lunes понедельник понедельника hënë hene hënën hëna",
    "tuesday tue wtorek wtorku martes вторник вторника martë marte martën marta",
    (
        "wednesday wed środa środę środy sroda srode miércoles miercoles среда среду среды "
        "mërkurë merkure mërkurën mërkura"
    ),
    "thursday thu czwartek czwartku jueves четверг четверга enjte enjten enjtja",
    "friday fri piątek piątku piatek viernes пятница пятницу пятницы premte premten premtja",
    "saturday sat sobota sobotę soboty sobote sábado sabado суббота субботу субботы shtunë shtune shtunën shtuna",
    "sunday sun niedziela niedzielę niedzieli niedziele domingo воскресенье воскресенья diel dielë dielën diela",
)
"""The names of each day, from Monday on, in every language."""
_DAYS = {
    **dict.fromkeys(["today", "dziś", "dzis", "dzisiaj", "hoy", "сегодня", "sot"], 0),
    **dict.fromkeys(["tomorrow", "jutro", "jutra", "mañana", "manana", "завтра", "nesër", "neser"], 1),
}
_WEEKDAY = {name: number for number, names in enumerate(WEEKDAYS) for name in names.split()}
_ALWAYS = (
    "forever, permanent, permanently, always, for good, zawsze, na stałe, siempre, навсегда, насовсем, "
    "përgjithmonë, gjithmonë"
)
_FOREVER = frozenset(_ALWAYS.split(", "))
_LEAD = re.compile(
    r"\A(?:(?:until|till|for|in|on|do|w|we|na|до|в|во|на|через|hasta|el|por|para|en|deri|më|për|pas|e|të)\s+){1,2}",
    re.IGNORECASE,
)
"""What people say before a time: "in 2h", "w piątek", "в пятницу", "hasta el viernes", "deri të premten"."""
_AT = re.compile(r"\A(?:at|o|в|(?:a )?las?|në(?: orën)?)\s+")
"""What they say before a clock."""
_ONE = re.compile(r"\A(?:for (?:an?|one)|na|на|por una?|për një)\s+([^\W\d_]{3,})\Z")
"""One of a unit: "for an hour", "na tydzień", "на час"; a bare word would rather be the first of a reason."""
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})")
_HALF_DAY = re.compile(r"(\d{1,2})(?:[:.](\d{2}))? ?([ap])\.?m\.?")
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SHORT_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})?")
_LEAP = 2024
_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Term:
    """A span from now on, or a day and time by the community's own clock; without any of these: for good.

    ``days`` counts from today, ``weekday`` from Monday (0), ``on`` is year, month, day (year 0: the next one).
    """

    span: timedelta | None = None
    days: int | None = None
    weekday: int | None = None
    on: tuple[int, int, int] | None = None
    clock: tuple[int, int] | None = None

    @property
    def is_forever(self) -> bool:
        return self == Term()

    def until(self, now: datetime, zone: tzinfo) -> datetime | None:
        """The moment it ends, in UTC; None when it does not. It may lie in the past: ``today 9:00`` in the evening.

        Where the clocks jump over that time it is the moment they would have shown it, where it comes twice the first.
        """
        if self.is_forever:
            return None
        if self.span is not None:
            return now + self.span
        day = self._day(now.astimezone(zone).date())
        ends = _moment(day, self.clock, zone)
        if ends <= now and self.days is None and (self.on is None or not self.on[0]):
            return _moment(self._day_after(day), self.clock, zone)
        return ends

    def ago(self, now: datetime, zone: tzinfo) -> datetime | None:
        """The moment it began, when it is said of the past: so long ago, or the last such day; None for always.

        Only a day with its year may lie in the future.
        """
        if self.is_forever:
            return None
        if self.span is not None:
            return now - self.span
        return _moment(self._past_day(now, zone), self.clock, zone)

    def passed(self, now: datetime, zone: tzinfo) -> datetime | None:
        """The moment it is over, when it is said of the past: a day without a clock counts to its end."""
        began = self.ago(now, zone)
        if began is None or self.span is not None or self.clock is not None:
            return began
        return _moment(min(self._past_day(now, zone), date.max - _DAY) + _DAY, None, zone)

    def _past_day(self, now: datetime, zone: tzinfo) -> date:
        day = self._day(now.astimezone(zone).date())
        while _moment(day, self.clock, zone) > now and not (self.on is not None and self.on[0]):
            day = self._day_before(day)
        return day

    def _day(self, today: date) -> date:
        if self.on is not None:
            year, month, day = self.on
            return _date(year or today.year, month, day)
        if self.weekday is not None:
            return today + timedelta(days=(self.weekday - today.weekday()) % 7)
        return today + timedelta(days=self.days or 0)

    def _day_after(self, day: date) -> date:
        """The next day that is written the same way."""
        if self.on is not None:
            return _date(day.year + 1, day.month, day.day)
        return day + (_WEEK if self.weekday is not None else _DAY)

    def _day_before(self, day: date) -> date:
        """The last day before that is written the same way."""
        if self.on is not None:
            return _date(day.year - 1, self.on[1], self.on[2])
        return day - (_WEEK if self.weekday is not None else _DAY)


def parse_term(text: str) -> Term | None:
    """Read when something ends; None for what is no such thing."""
    given = " ".join(text.lower().split())
    words = _LEAD.sub("", given)
    if {words, given} & _FOREVER:
        return Term()
    one = _ONE.match(given)
    span = parse_duration(words) if one is None else UNITS.get(one[1])
    if span is not None:
        return Term(span)
    first, _, rest = words.partition(" ")
    day = _read_day(first.rstrip(","))
    if day is None:
        return _with_clock(Term(), words)
    return _with_clock(day, rest) if rest else day


def _read_day(word: str) -> Term | None:
    if word in _DAYS:
        return Term(days=_DAYS[word])
    if word in _WEEKDAY:
        return Term(weekday=_WEEKDAY[word])
    whole, short = _DATE.fullmatch(word), _SHORT_DATE.fullmatch(word)
    if whole:
        return _dated(int(whole[1]), int(whole[2]), int(whole[3]))
    if short:
        return _dated(int(short[3] or 0), int(short[2]), int(short[1]))
    return None


def _dated(year: int, month: int, day: int) -> Term | None:
    try:
        date(year or _LEAP, month, day)
    except ValueError:
        return None
    return Term(on=(year, month, day))


def _with_clock(day: Term, words: str) -> Term | None:
    clock = _read_clock(_AT.sub("", words))
    return None if clock is None else Term(days=day.days, weekday=day.weekday, on=day.on, clock=clock)


def _read_clock(words: str) -> tuple[int, int] | None:
    found = _CLOCK.fullmatch(words)
    if found is not None:
        hour, minute = int(found[1]), int(found[2])
        return (hour, minute) if hour <= 23 and minute <= 59 else None  # a clock's own limits
    halved = _HALF_DAY.fullmatch(words)
    if halved is None:
        return None
    hour, minute = int(halved[1]), int(halved[2] or 0)
    return (hour % 12 + 12 * (halved[3] == "p"), minute) if 1 <= hour <= 12 and minute <= 59 else None


def _moment(day: date, clock: tuple[int, int] | None, zone: tzinfo) -> datetime:
    """The moment in UTC; the first or the last of all where it would lie in the year 0 or 10,000 there."""
    try:
        return datetime.combine(day, time(*(clock or (0, 0))), zone).astimezone(UTC)
    except OverflowError:
        return datetime.min.replace(tzinfo=UTC) if day.year == 1 else datetime.max.replace(tzinfo=UTC)


def _date(year: int, month: int, day: int) -> date:
    """The 29th of February of a common year is the 1st of March."""
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month + 1, 1)
