"""How people say when a post comes again: "monday 10:00", "every 2 weeks friday 18:00", "month 1 9:00", "daily 8:00".

What is read becomes a rule of RFC 5545; who needs more writes such a rule: ``FREQ=MONTHLY;BYDAY=-1FR 17:00``.
"""

import re
from datetime import datetime, time, timedelta

from bot.domain.calendar.recurrence import NoRule, Recurrence

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BY_NAME = {name[:length]: code for name, code in zip(DAYS, _CODES, strict=True) for length in (3, len(name))}
_CLOCK = re.compile(r"(.*?)[ ,]+(?:at )?(\d{1,2}):(\d{2})")
_NTH = {"first": "1", "second": "2", "third": "3", "fourth": "4", "last": "-1"}
_UNIT = "days?|weekdays?|weeks?|months?|daily|weekly|monthly"
_EVERY = re.compile(rf"(?:every )?(?:(\d{{1,3}}|other) )?({_UNIT})(?: (.*))?")
_DAY_OF_MONTH = re.compile(r"(?:on )?(?:the )?(\d{1,2})(?:st|nd|rd|th)?|(?:on )?(?:the )?last day")
HELP = 'write "monday 10:00", "every 2 weeks friday 18:00", "monthly on the 1st 9:00" or "daily 8:00"'


def read_repeat(text: str, now: datetime) -> Recurrence:
    """Read a repetition that begins with the first such time after ``now`` (local, without a zone); raises NoRule."""
    whole = _CLOCK.fullmatch(" ".join(text.split()))
    if whole is None or int(whole[2]) > 23 or int(whole[3]) > 59:
        raise NoRule(f"say at what time: {HELP}")
    rule = whole[1].upper() if whole[1].upper().startswith("FREQ=") else _rule(whole[1].lower().strip(", "))
    start = datetime.combine(now.date(), time(int(whole[2]), int(whole[3])))
    return Recurrence(rule, start if start > now else start + timedelta(days=1))


def _rule(words: str) -> str:
    plain = words.removeprefix("every ")
    if nth := _nth(plain):
        return f"FREQ=MONTHLY;BYDAY={nth}"
    if days := _days(plain):
        return f"FREQ=WEEKLY;BYDAY={days}"
    found = _EVERY.fullmatch(words)
    if found is None:
        raise NoRule(f'"{words[:40]}" is no repetition: {HELP}')
    step = {"other": "2", None: "1"}.get(found[1], found[1])
    interval = "" if step == "1" else f";INTERVAL={step}"
    return _stepped(found[2].rstrip("s"), interval, found[3] or "")


def _stepped(unit: str, interval: str, rest: str) -> str:
    if unit == "weekday" and not rest and not interval:
        return "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    if unit in {"day", "daily"} and not rest:
        return f"FREQ=DAILY{interval}"
    if unit in {"week", "weekly"} and (days := _days(rest.removeprefix("on "))):
        return f"FREQ=WEEKLY{interval};BYDAY={days}"
    if unit in {"month", "monthly"}:
        if nth := _nth(rest.removeprefix("on ").removeprefix("the ")):
            return f"FREQ=MONTHLY{interval};BYDAY={nth}"
        if (day := _DAY_OF_MONTH.fullmatch(rest)) and 1 <= int(day[1] or 1) <= 31:
            return f"FREQ=MONTHLY{interval};BYMONTHDAY={int(day[1]) if day[1] else -1}"
    raise NoRule(f"on which day? {HELP}")


def _days(words: str) -> str:
    codes = [_BY_NAME.get(word) for word in re.split(r",? and |, ?| ", words)]
    return ",".join(dict.fromkeys(code for code in codes if code)) if all(codes) else ""


def _nth(words: str) -> str:
    first, _, day = words.partition(" ")
    day = day.removesuffix(" of the month")
    return _NTH[first] + _BY_NAME[day] if first in _NTH and day in _BY_NAME else ""
