"""What was typed for a command's parameter, read."""

from typing import assert_never

from bot.core.commands import Kind, Param
from bot.core.durations import parse_duration
from bot.core.terms import MOST_WORDS, parse_term


def take_value(param: Param, line: str) -> tuple[object, str] | None:
    """Take a parameter's value off the start of a line, and give the rest; None when it does not begin with one.

    An end can be of several words (``friday 18:00``); of these the most that make sense are taken. ``lasts:2h`` names
    its parameter.
    """
    most = MOST_WORDS if param.kind is Kind.TERM else 1
    for many in range(min(most, len(line.split())), 0, -1):
        *words, rest = (*line.split(maxsplit=many), "")[: many + 1]
        value = read_value(param, " ".join(words))
        if value is not None:
            return value, rest
    return None


def read_value(param: Param, word: str) -> object | None:
    """Read what was given for a parameter that needs no look-up; None when it cannot be read."""
    given, word = word, word.removeprefix(f"{param.name}:")
    match param.kind:
        case Kind.TEXT | Kind.REST:
            return given
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
