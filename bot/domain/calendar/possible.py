"""Can a rule ever come true? The library looks for the next day until the year 9999, so it is asked first.

Every day of ten years is held against the parts of the rule that name days; what no day fits never comes.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

DAYS = 3660
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NTH = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_NUMBERS = re.compile(r"[+-]?\d{1,3}(,[+-]?\d{1,3})*")


def why_never(parts: Mapping[str, str], start: datetime) -> str | None:
    """Why this rule never comes true, or cannot be understood; None when it does."""
    for name in ("BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS"):
        if name in parts and not _NUMBERS.fullmatch(parts[name]):
            return f"{name} is a list of numbers"
    read = [_NTH.fullmatch(day) for day in parts.get("BYDAY", "").split(",") if day]
    if not all(read):
        return "BYDAY is a list of days such as MO or -1FR"
    nth = [int(one[1]) for one in read if one and one[1]]
    if any(not 1 <= abs(number) <= (5 if parts["FREQ"] == "MONTHLY" else 53) for number in nth):
        return "there is no such day"
    if nth and (parts["FREQ"] not in {"MONTHLY", "YEARLY"} or {"BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"} & parts.keys()):
        return "a day such as -1FR goes with months and years, without other days"
    if "BYSETPOS" in parts and (parts.keys() & {"BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"} or not _is_near(parts)):
        return "BYSETPOS goes with FREQ=MONTHLY and BYDAY, from -4 to 4"
    fits = _fits(parts, start, {_CODES.index(one[2]) for one in read if one})
    first = start.date()
    return None if any(fits(first + timedelta(days=n)) for n in range(DAYS)) else "such a day never comes"


def _is_near(parts: Mapping[str, str]) -> bool:
    if parts["FREQ"] != "MONTHLY" or "BYDAY" not in parts:
        return False
    return all(1 <= abs(int(number)) <= 4 for number in parts["BYSETPOS"].split(","))


def _fits(parts: Mapping[str, str], start: datetime, weekdays: set[int]) -> Callable[[date], bool]:
    months, monthdays = _numbers(parts, "BYMONTH"), _numbers(parts, "BYMONTHDAY")
    yeardays, weeks = _numbers(parts, "BYYEARDAY"), _numbers(parts, "BYWEEKNO")
    if not (monthdays or yeardays or weeks or weekdays):
        if parts["FREQ"] == "YEARLY":
            months = months or {start.month}
        if parts["FREQ"] in {"YEARLY", "MONTHLY"}:
            monthdays = {start.day}
    step = int(parts.get("INTERVAL", 1))

    def fits(day: date) -> bool:
        return (
            _period(parts["FREQ"], day, start) % step == 0
            and (not months or day.month in months)
            and (not monthdays or day.day in monthdays or day.day - _length(day) - 1 in monthdays)
            and (not yeardays or bool({day.timetuple().tm_yday, _from_behind(day)} & yeardays))
            and (not weeks or day.isocalendar().week in weeks)
            and (not weekdays or day.weekday() in weekdays)
        )

    return fits


def _period(frequency: str, day: date, start: datetime) -> int:
    """How many years, months, weeks or days after the first."""
    first = start.date()
    match frequency:
        case "YEARLY":
            return day.year - first.year
        case "MONTHLY":
            return (day.year - first.year) * 12 + day.month - first.month
        case "WEEKLY":
            return (day - first + timedelta(days=first.weekday())).days // 7
        case _:
            return (day - first).days


def _numbers(parts: Mapping[str, str], name: str) -> set[int]:
    return {int(number) for number in parts.get(name, "").split(",") if number}


def _length(day: date) -> int:
    following = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    return (following - timedelta(days=1)).day


def _from_behind(day: date) -> int:
    return (day - date(day.year + 1, 1, 1)).days
