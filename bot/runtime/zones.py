"""Clocks by the names that people give them: ``Europe/Warsaw``, or just ``warsaw``."""

from functools import cache
from zoneinfo import ZoneInfo, available_timezones


def read_zone(text: str) -> str | None:
    """The IANA name that somebody means; None for what is no clock, or could be several."""
    wanted = "_".join(text.split()).casefold()
    return _names().get(wanted) or None


def zone_of(name: str | None, default: str) -> ZoneInfo:
    """The clock of this name; the default where there is none, or the host no longer knows it."""
    return ZoneInfo(name if name is not None and name in available_timezones() else default)


@cache
def _names() -> dict[str, str]:
    """Whole names, and cities that only one name ends with."""
    whole = {name for name in available_timezones() if not name.startswith(("posix/", "right/", "SystemV/", "Etc/"))}
    known: dict[str, str] = {}
    for name in sorted(name for name in whole if "/" in name):
        city = name.rpartition("/")[2].casefold()
        known[city] = "" if city in known else name
    return known | {name.casefold(): name for name in whole}
