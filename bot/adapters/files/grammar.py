"""The small phrases of the config file: "mute 10m", "2 strikes", "short public line for 60s".

Every reader raises ValueError with a sentence that tells what to write instead.
"""

import re
from collections.abc import Callable
from datetime import time, timedelta
from difflib import get_close_matches
from typing import Literal, cast
from zoneinfo import ZoneInfo

from bot.core.durations import parse_duration
from bot.core.ids import UserRef
from bot.domain.moderation.models.languages import CODES
from bot.domain.moderation.policy import Act, Do

LONGEST_RECORDING = timedelta(days=30)
SHORTEST_PATIENCE, LONGEST_PATIENCE = timedelta(hours=1), timedelta(days=60)

_STRIKES = re.compile(r"(\d{1,3}) strikes?")
_PUBLIC_LINE = re.compile(r"short public line for (.+)")
_DEEDS = ("delete", "warn", "mute 10m", "kick", "ban", "ban 7d", "ask moderators")
_ACTS = {"delete": Act.DELETE, "warn": Act.WARN, "kick": Act.KICK, "ban": Act.BAN, "ask moderators": Act.ASK}
_LASTING = {"mute": Act.MUTE, "ban": Act.BAN}
_PEOPLE_IDS = re.compile(r"(discord|telegram):[1-9]\d{0,19}")
_PERCENT = re.compile(r"(\d{1,3}) ?%")
_TIME_OF_DAY = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_BETWEEN = re.compile(r"(\d{1,2}:\d\d) ?[-–] ?(\d{1,2}:\d\d)")
_ROLE = re.compile(r"\d{1,20}|chat-admins")
_FEWEST_MARKS = 4
_CURLY = tuple("“”„")


def duration(value: object) -> timedelta:
    """Read `10m` or `1d12h`."""
    if isinstance(value, timedelta):
        return value
    span = parse_duration(value) if isinstance(value, str) else None
    if span is None:
        raise ValueError('this should be a span of time such as "10m", "1d12h" or "90d"')
    return span


def deed(value: object) -> Do:
    """Read one thing a rule does: `delete`, `mute 10m`, `ask moderators`."""
    if isinstance(value, Do):
        return value
    written = " ".join(str(value).split())
    if act := _ACTS.get(written):
        return Do(act)
    name, _, rest = written.partition(" ")
    if (act := _LASTING.get(name)) and rest:
        return Do(act, duration(rest))
    if name == "mute":
        raise ValueError('say for how long, such as "mute 10m"')
    raise ValueError(one_of(written, _DEEDS))


def rung(value: object) -> Do:
    """Read what a step of the ladder does: as `deed`, but there is no message to delete."""
    done = deed(value)
    if done.act is Act.DELETE:
        raise ValueError('the ladder is about people: "warn", "mute 1h", "kick", "ban" or "ask moderators"')
    return done


def strikes(key: object) -> int:
    """Read `3 strikes`."""
    found = _STRIKES.fullmatch(" ".join(str(key).split()))
    if not found or not int(found[1]):
        raise ValueError(f'"{key}" should be a number of strikes, such as "2 strikes", or "forget after"')
    return int(found[1])


def public_line(value: object) -> timedelta | None:
    """Read what is said where somebody cannot be reached in private; None for nothing."""
    if isinstance(value, timedelta):
        return value
    if value is None or value in {"nothing", "off"}:
        return None
    found = _PUBLIC_LINE.fullmatch(" ".join(str(value).split()))
    if not found:
        raise ValueError('this should be "short public line for 60s" or "nothing"')
    return duration(found[1])


def switch(value: object) -> object:
    """Take `true` and `yes` for on, `false` and `no` for off: people write either."""
    if isinstance(value, bool):
        return "on" if value else "off"
    return {"yes": "on", "no": "off"}.get(value, value) if isinstance(value, str) else value


def no(value: object) -> object:
    """Take `false` and `no` for off, where there is more than one way to say yes."""
    return "off" if switch(value) == "off" else value


def written(value: object) -> object:
    """Take a number for the text it was written as: ids and years need no quotes."""
    if isinstance(value, str) and value[:1] in _CURLY:
        raise ValueError('curly quotation marks are part of the text: type straight ones, "..."')
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def off_or_span(value: object) -> timedelta | None:
    """Read `off` (None) or a span of time, for which recorded chat may be kept at most."""
    span = None if value is None or switch(value) == "off" else duration(value)
    if span is not None and span > LONGEST_RECORDING:
        raise ValueError(f"chat is recorded for at most {LONGEST_RECORDING.days}d")
    return span


def patience(value: object) -> timedelta:
    """Read how long people have for something."""
    span = duration(value)
    if not SHORTEST_PATIENCE <= span <= LONGEST_PATIENCE:
        raise ValueError(f"this should be from 1h to {LONGEST_PATIENCE.days}d")
    return span


def off_or_patience(value: object) -> timedelta | Literal["off"]:
    """Read `off`, or how often people hear of something."""
    return "off" if switch(value) == "off" else patience(value)


def cog_setting(value: object) -> bool | dict[str, object]:
    """Read what the file says of one cog: on, off, or its own settings."""
    if isinstance(value, dict):
        return cast("dict[str, object]", value)
    if (said := switch(value)) in {"on", "off"}:
        return said == "on"
    raise ValueError('this should be "on", "off", or the settings of that cog')


def timezone(value: str) -> str:
    """Read the name of a time zone."""
    try:
        ZoneInfo(value)
    except (ValueError, OSError, LookupError):
        raise ValueError(f'"{value}" is not a time zone; they look like "Europe/Warsaw" or "UTC"') from None
    return value


def account(value: object) -> UserRef:
    """Read `discord:204255221017214977`: ids, because names can be taken over."""
    if isinstance(value, UserRef):
        return value
    if not isinstance(value, str) or not _PEOPLE_IDS.fullmatch(value):
        raise ValueError('this should be an account such as "discord:204255221017214977"; /whoami answers with yours')
    return UserRef.parse(value)


def percent(value: object) -> float:
    """Read `70%` as a share."""
    found = _PERCENT.fullmatch(str(value))
    if not found or not 0 < int(found[1]) <= 100:
        raise ValueError('this should be a share such as "70%"')
    return int(found[1]) / 100


def time_of_day(value: object) -> time:
    """Read `09:00`."""
    found = _TIME_OF_DAY.fullmatch(str(value).strip())
    if not found:
        raise ValueError('a time of day looks like "09:00"')
    return time(int(found[1]), int(found[2]))


def between(value: object) -> tuple[time, time]:
    """Read `22:00-06:00`."""
    found = _BETWEEN.fullmatch(str(value).strip())
    if not found:
        raise ValueError('this should be a time of day such as "22:00-06:00"')
    start, end = time_of_day(found[1]), time_of_day(found[2])
    if start == end:
        raise ValueError("it begins when it ends, so it is never that time; leave it out for the whole day")
    return start, end


def marks(value: object) -> object:
    """Read `on`, or how many marks upon one letter are too many."""
    said = switch(value)
    if said == "off":
        raise ValueError('a rule is switched off by "mode: off"')
    return _FEWEST_MARKS if said == "on" else value


def several(value: object) -> object:
    """Take one thing for a list of one."""
    return [value] if isinstance(value, str) else value


def any_or_several(value: object) -> object:
    """Take `any` for a list that names none, and one thing for a list of one."""
    return [] if value == "any" else several(value)


def choice(*allowed: str) -> Callable[[str], str]:
    """Make a reader of one out of some words."""

    def read(written: str) -> str:
        if written not in allowed:
            raise ValueError(one_of(written, allowed))
        return written

    return read


def spoken(value: str) -> str:
    """Read the code of a language that the bot can tell from others."""
    if value not in CODES:
        raise ValueError(f'"{value}" is no language that can be told; they are written {", ".join(CODES)}')
    return value


def role(value: str) -> str:
    """Read a role by its id: names change, and whoever may change them would choose whom rules spare."""
    if not _ROLE.fullmatch(value):
        raise ValueError(f'"{value}" should be the id of a role: on Discord copy it from the role\'s menu, '
                         "on Telegram there is only chat-admins")  # fmt: skip
    return value


def one_of(written: str, allowed: tuple[str, ...]) -> str:
    """Say that ``written`` is none of ``allowed``, and which it may have been meant to be."""
    near = get_close_matches(written, allowed, 1, 0.6)
    listed = ", ".join(f'"{name}"' for name in allowed)
    return f'"{written}" is not one of {listed}' + (f'; did you mean "{near[0]}"?' if near else "")
