"""How long something lasts, in words of a language."""

from datetime import timedelta
from typing import Literal, TypeAlias

from babel import Locale
from babel.dates import format_timedelta

_Unit: TypeAlias = Literal["week", "day", "hour", "minute", "second"]
_SPANS: tuple[tuple[_Unit, timedelta], ...] = (
    ("day", timedelta(days=1)),
    ("hour", timedelta(hours=1)),
    ("minute", timedelta(minutes=1)),
    ("second", timedelta(seconds=1)),
)
_WEEK = timedelta(weeks=1)


def lasting(span: timedelta, locale: Locale) -> str:
    """Say how long ``span`` is, by its two largest units: "1 day 12 hours". Never rounds up; grammar: nominative."""
    left = max(span, timedelta(0))
    if left and not left % _WEEK:
        return _counted(left, "week", locale)
    said: list[str] = []
    for unit, size in _SPANS:
        rest = left % size
        if left - rest:
            said.append(_counted(left - rest, unit, locale))
        left = rest
    return " ".join(said[:2]) or _counted(timedelta(0), "second", locale)


def _counted(whole: timedelta, unit: _Unit, locale: Locale) -> str:
    """Count ``whole`` in this very unit: the threshold keeps Babel from choosing a larger one and rounding."""
    return format_timedelta(whole, granularity=unit, threshold=float("inf"), add_direction=False, locale=locale)
