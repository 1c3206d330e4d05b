"""What is wrong with a config file, said so that a person finds the place and knows what to write instead."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

_SECRET_KEY = re.compile(r"(?i)((?:token|secret|passw(?:or)?d|api[_-]?key)[\"']?\s*[:=]\s*)\S.*")
# A Telegram bot token, and a Discord one (user id, stamp and MAC, each base64).
_SECRET = re.compile(r"\b\d{6,12}:[\w-]{30,}|\b[\w-]{20,30}\.[\w-]{5,8}\.[\w-]{25,}|\bwhsec_[\w+/=]{16,}")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_WIDEST = 160
_OTHER_WORDS: dict[str, tuple[str, ...]] = {
    "action": ("do",),
    "actions": ("do",),
    "acton": ("do",),
    "channels": ("places",),
    "enabled": ("mode", "live"),
    "examples": ("match",),
    "lang": ("language",),
    "regex": ("pattern",),
    "severity": ("from",),
    "time": ("within", "timezone"),
    "type": ("words", "links", "messages", "pattern"),
}
"""What people coming from other bots write, and what stands for it here."""
_SHOULD = {
    "string_type": "this should be text; put it in quotes if it looks like a number",
    "int_type": "this should be a whole number",
    "int_parsing": "this should be a whole number",
    "int_from_float": "this should be a whole number",
    "bool_type": "this should be true or false",
    "bool_parsing": "this should be true or false",
    "list_type": "this should be a list: [one, two]",
    "dict_type": "this should hold settings of its own: {name: value}",
    "model_type": "this should hold settings of its own: {name: value}",
    "model_attributes_type": "this should hold settings of its own: {name: value}",
}
_PLAINLY = (
    ("Input should", "this should"),
    ("should have at", "should hold at"),
    ("greater than or equal to", "at least"),
    ("less than or equal to", "at most"),
    ("greater than", "more than"),
)
"""How pydantic says it, and how people do."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing to put right; ``line`` and ``column`` count from 1."""

    line: int
    column: int
    message: str
    hint: str = ""


class Refused(Exception):  # noqa: N818 - it is an answer to a person, with every fault at once
    """A file that cannot be used; ``faults`` are sorted, one for a place, and hold no secret."""

    def __init__(self, name: str, text: str, faults: Iterable[Fault]) -> None:
        self.name = name
        self.text = text
        by_place: dict[tuple[int, int], Fault] = {}
        for fault in faults:  # the first thing said about a place is the most to the point
            by_place.setdefault((fault.line, fault.column), fault)
        self.faults = tuple(sorted(by_place.values()))
        super().__init__(self.shown())

    def shown(self) -> str:
        """Everything that is wrong, and how many things that are."""
        many = len(self.faults)
        return "\n\n".join([*self.blocks(), f"{many} problem{'s' if many > 1 else ''}"])

    def blocks(self) -> list[str]:
        """Show each fault with its lines, a caret and a suggestion."""
        lines = self.text.splitlines()
        return [_show(self.name, lines, fault) for fault in self.faults]

    def as_data(self) -> list[dict[str, str | int]]:
        """Give the faults to a program."""
        return [
            {
                "file": self.name,
                "line": f.line,
                "column": f.column,
                "message": _harmless(f.message),
                "hint": _harmless(f.hint),
            }
            for f in self.faults
        ]


def did_you_mean(written: object, allowed: Iterable[str]) -> str:
    """Suggest the nearest of ``allowed``; where none is near and they are few, name them all."""
    names = list(allowed)
    word = str(written).casefold()
    near = [name for name in names if name in _OTHER_WORDS.get(word, ())] or get_close_matches(word, names, 1, 0.6)
    if near:
        return f'did you mean "{near[0]}"?'
    return "possible here: " + ", ".join(names) if 0 < len(names) <= 20 else ""


def plainly(kind: str, said: str) -> str:
    """Put what pydantic says of a value, and of what kind that is, into plain words."""
    said = _SHOULD.get(kind) or said.removeprefix("Value error, ")
    for theirs, ours in _PLAINLY:
        said = said.replace(theirs, ours)
    return said


def redact(line: str) -> str:
    """Take out of a line of the file what is, or looks like, a token or password, and what would upset a terminal."""
    return _harmless(_SECRET_KEY.sub(r"\1***", line))


def looks_secret(value: str) -> bool:
    return _SECRET.search(value) is not None


def _harmless(text: str) -> str:
    return _UNPRINTABLE.sub("\ufffd", _SECRET.sub("***", text))


def _show(name: str, lines: list[str], fault: Fault) -> str:
    out = [f"{name}:{fault.line}:{fault.column}: {_harmless(fault.message)}"]
    for number in range(max(1, fault.line - 1), min(len(lines), fault.line + 1) + 1):
        shown = redact(lines[number - 1])
        out.append(f"{number:>5} | {shown[:_WIDEST]}".rstrip())
        if number == fault.line and fault.column <= _WIDEST:
            out.append(f"      | {' ' * (fault.column - 1)}^")
    if fault.hint:
        out.append(f"      = {_harmless(fault.hint)}")
    return "\n".join(out)
