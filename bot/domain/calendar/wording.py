"""How people say when a post comes again: "monday 10:00", "every 2 weeks friday 18:00", "month 1 9:00", "daily 8:00".

What is read becomes a rule of RFC 5545; who needs more writes such a rule: ``FREQ=MONTHLY;BYDAY=-1FR 17:00``.
"""

import re
from datetime import datetime, time, timedelta

from bot.domain.calendar.recurrence import NoRule, Recurrence, begins
from bot.domain.calendar.spoken import CODES, said

_CLOCK = re.compile(r"(.*?)[ ,]+(?:at )?(\d{1,2})[:.](\d{2})")
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_DAY = "|".join(CODES)
_NTH_DAY = re.compile(rf"({'|'.join(_NTH)}) ({_DAY})(?: month)?")
_EVERY_NTH = re.compile(rf"every (other|second|third|fourth) ({_DAY})")
_DAYS = re.compile(rf"(?:{_DAY})(?: (?:{_DAY}))*")
_EVERY = re.compile(r"(?:(\d{1,3}|other|second) )?(day|weekday|week|month|daily|weekly|monthly)(?: (.*))?")
_DAY_OF_MONTH = re.compile(r"(?:day )?(\d{1,2})(?: day)?|last day")
_MONTHLY = re.compile(r"(.*(?= every)|last day)(?: every)? month")
_INTERVAL = re.compile(r";INTERVAL=\d+")
HELP = 'write "monday 10:00", "every 2 weeks friday 18:00", "monthly on the 1st 9:00" or "daily 8:00"'


def read_repeat(text: str, now: datetime) -> Recurrence:
    """Read a repetition that begins with the first such time after ``now`` (local, without a zone); raises NoRule."""
    whole = _CLOCK.fullmatch(" ".join(text.split()))
    if whole is None or int(whole[2]) > 23 or int(whole[3]) > 59:
        raise NoRule(f"say at what time: {HELP}")
    rule = whole[1].upper() if whole[1].upper().startswith("FREQ=") else _rule(whole[1])
    today = datetime.combine(now.date(), time(int(whole[2]), int(whole[3])))
    # Every second one counts from the first that comes, whatever week or month this is.
    each = Recurrence(_INTERVAL.sub("", rule), today if today > now else today + timedelta(days=1))
    return Recurrence(rule, begins(each))


def _rule(words: str) -> str:
    meant = _MONTHLY.sub(r"every month \1", said(words))
    if every := _EVERY_NTH.fullmatch(meant):
        return f"FREQ=WEEKLY;INTERVAL={_NTH.get(every[1], 2)};BYDAY={every[2]}"
    plain = meant.removeprefix("every ")
    if nth := _nth(plain):
        return f"FREQ=MONTHLY;BYDAY={nth}"
    if days := _days(plain):
        return f"FREQ=WEEKLY;BYDAY={days}"
    found = _EVERY.fullmatch(plain)
    if found is None:
        raise NoRule(f'"{words[:40]}" is no repetition: {HELP}')
    step = {"other": "2", "second": "2", None: "1"}.get(found[1], found[1])
    interval = "" if step == "1" else f";INTERVAL={step}"
    return _stepped(found[2], interval, found[3] or "")


def _stepped(unit: str, interval: str, rest: str) -> str:
    if unit == "weekday" and not rest and not interval:
        return "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    if unit in {"day", "daily"} and not rest:
        return f"FREQ=DAILY{interval}"
    if unit in {"week", "weekly"} and (days := _days(rest)):
        return f"FREQ=WEEKLY{interval};BYDAY={days}"
    if unit in {"month", "monthly"}:
        if nth := _nth(rest):
            return f"FREQ=MONTHLY{interval};BYDAY={nth}"
        if (day := _DAY_OF_MONTH.fullmatch(rest)) and 1 <= int(day[1] or 1) <= 31:
            return f"FREQ=MONTHLY{interval};BYMONTHDAY={int(day[1]) if day[1] else -1}"
    raise NoRule(f"on which day? {HELP}")


def _days(meant: str) -> str:
    return ",".join(dict.fromkeys(meant.split())) if _DAYS.fullmatch(meant) else ""


def _nth(meant: str) -> str:
    found = _NTH_DAY.fullmatch(meant)
    return f"{_NTH[found[1]]}{found[2]}" if found else ""
