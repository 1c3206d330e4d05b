"""What people type after a command, word by word: values of the kinds that need no look-up, and named parameters."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from bot.core.commands import Kind, Param
from bot.core.durations import parse_duration
from bot.core.terms import MOST_WORDS, parse_term

_NAMED = frozenset({Kind.INTEGER, Kind.DURATION, Kind.TERM, Kind.CHOICE, Kind.FLAG, Kind.MEMBER})


@dataclass(frozen=True, slots=True)
class Named:
    """A parameter that a line names first (``until:monday``), and the line after that.

    ``close`` tells that what is given stands right beside the colon: then it cannot be meant as prose.
    """

    param: Param
    line: str
    close: bool

    @property
    def word(self) -> str:
        """The first word that was given for it."""
        return next(iter(self.line.split(maxsplit=1)), "")


def named(params: Iterable[Param], line: str) -> Named | None:
    """Find which of these parameters the line names first, if any; those that take free words cannot be named."""
    name, colon, after = line.partition(":")
    found = next((p for p in params if colon and p.name == name.lower() and p.kind in _NAMED), None)
    return None if found is None else Named(found, after.lstrip(), close=after[:1].strip() != "")


def take_value(param: Param, line: str) -> tuple[object, str] | None:
    """Take a parameter's value off the start of a line, and give the rest; None when it does not begin with one.

    A time can be of several words (``friday 18:00``, ``10 minutes``); of these the most that make sense are taken.
    """
    most = MOST_WORDS if param.kind in {Kind.TERM, Kind.DURATION} else 1
    for many in range(min(most, len(line.split())), 0, -1):
        *words, rest = (*line.split(maxsplit=many), "")[: many + 1]
        value = read_value(param, " ".join(words))
        if value is not None:
            return value, rest
    return None


def read_value(param: Param, word: str) -> object | None:
    """Read what was given for a parameter that needs no look-up; None when it cannot be read."""
    match param.kind:
        case Kind.TEXT | Kind.REST:
            return word
        case Kind.INTEGER:
            return _integer(param, word)
        case Kind.DURATION | Kind.TERM:
            return parse_duration(word) if param.kind is Kind.DURATION else parse_term(word)
        case Kind.CHOICE:
            return next((c for c in param.choices if c.lower() == word.lower()), None)
        case Kind.FLAG:
            return {"on": True, "yes": True, "off": False, "no": False}.get(word.lower())
        case Kind.MEMBER | Kind.MESSAGE | Kind.FILE | Kind.ENCLOSURE:
            return None
    assert_never(param.kind)


def _integer(param: Param, word: str) -> int | None:
    if not word.removeprefix("-").isascii() or not word.removeprefix("-").isdigit() or len(word) > 18:
        return None
    value = int(word)
    span = param.between
    return value if span is None or span.low <= value <= span.high else None
