"""What trips the parser of YAML, told in plain words: where it is, what stands there, and what to write instead.

The parser names its own tokens, and often a place further down than the slip. People who write a config by hand slip in
few ways; those are told apart here by what the parser said and by the lines around it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from bot.adapters.files.faults import Fault

Spot: TypeAlias = tuple[int, int]
"""A line and a column, both counted from 1."""

_SIGN = re.compile(r"found character '(?P<sign>[^'\\])' that cannot start")
_ESCAPE = re.compile(r"unknown escape character '(?P<letter>.)'")
_GOT = re.compile(r"but (?:got|found) '(?P<token>[^']*)'")
_VALUE = re.compile(r"[^,}\]#\n]*")
_CLOSING = {"{": "}", "[": "]"}
_LONGEST_NAME = 40
_END, _TEXT = "<stream end>", "<scalar>"
"""Tokens of the parser."""


@dataclass(frozen=True, slots=True)
class Stumble:
    """What the parser said at ``at``, within something that ``began`` further up."""

    rows: tuple[str, ...]
    said: str
    at: Spot
    began: Spot | None

    def row(self, line: int) -> str:
        return self.rows[line - 1] if 0 < line <= len(self.rows) else ""

    def told(self) -> Fault:
        """The slip that explains it best."""
        for look in _LOOKS:
            fault = look(self)
            if fault:
                return fault
        hint = "look at this line and the one above: brackets, quotation marks, colons, and where the lines begin"
        return Fault(*self.at, f"this is not valid YAML: {self.said}", hint)


def _tab(trip: Stumble) -> Fault | None:
    if "'\\t'" not in trip.said:
        return None
    return Fault(*trip.at, "a tab stands here; only spaces can move a line in", "put two spaces in its place")


def _sign(trip: Stumble) -> Fault | None:
    found = _SIGN.search(trip.said)
    if not found:
        return None
    value = _VALUE.match(trip.row(trip.at[0])[trip.at[1] - 1 :])
    written = value[0].strip() if value else found["sign"]
    return Fault(*trip.at, f"no value begins with {found['sign']}", f'put it in quotes: "{written}"')


def _escape(trip: Stumble) -> Fault | None:
    found = _ESCAPE.search(trip.said)
    if not found:
        return None
    what = f"\\{found['letter']} means nothing between double quotes"
    return Fault(*trip.at, what, "put the text in single quotes: '...'")


def _open_quotes(trip: Stumble) -> Fault | None:
    if "quoted" not in trip.said or not trip.began:
        return None
    return Fault(*trip.began, "the quotation mark that opens here is never closed", "end the text with the same mark")


def _bracket(trip: Stumble) -> Fault | None:
    if not trip.said.startswith("expected ',' or") or not trip.began:
        return None
    line, column = trip.began
    opening = trip.row(line)[column - 1 : column]
    closing = _CLOSING.get(opening, "a closing bracket")
    got = _GOT.search(trip.said)
    if got and got["token"] in _CLOSING.values():
        return Fault(*trip.at, f"this should be {closing}, to close the {opening} before")
    if trip.at[0] == line and not (got and got["token"] == _END):
        return Fault(*trip.at, f"a comma or {closing} is missing before this", "commas stand between values")
    hint = f"end it with {closing}"
    if "#" in trip.row(line)[column:]:
        hint = '# begins a remark: put what begins with it in quotes, such as "#general"'
    return Fault(line, column, f"the {opening} that opens here is not closed", hint)


def _no_colon(trip: Stumble) -> Fault | None:
    if "expected '<document start>'" in trip.said:  # the one line above all names is not a name
        first = next((n for n in range(1, trip.at[0]) if trip.row(n).strip()[:1] not in {"", "#"}), trip.at[0])
        return _colon_after(trip, first)
    if "could not find expected ':'" not in trip.said or not trip.began:
        return None
    return _colon_after(trip, trip.began[0])


def _colon_too_many(trip: Stumble) -> Fault | None:
    if "mapping values are not allowed" not in trip.said:
        return None
    line, column = trip.at
    before = trip.row(line)[: column - 1]
    name, colon, rest = before.strip().partition(": ")
    if colon:
        begin = before.index(rest) + 1 if rest else column
        text = trip.row(line)[begin - 1 :].strip()
        hint = (
            f'put the text in quotes: {name}: "{text}"' if '"' not in text else f"put the text in quotes: {name}: '...'"
        )
        return Fault(line, begin, "a second colon in one line", hint)
    above = next((n for n in range(line - 1, 0, -1) if trip.row(n).strip()), 0)
    if above and ":" not in trip.row(above):
        return _colon_after(trip, above)
    begin = len(before) - len(before.lstrip()) + 1
    what = "this line is moved in, though the line above has its value already"
    return Fault(line, begin, what, "let it begin in the same column as the line above")


def _colon_after(trip: Stumble, line: int) -> Fault:
    row = trip.row(line)
    name = row.strip()
    hint = f"write {name}:" if len(name) <= _LONGEST_NAME else "a colon stands between a name and its value"
    return Fault(line, len(row) - len(row.lstrip()) + 1, "a colon is missing after this name", hint)


def _out_of_line(trip: Stumble) -> Fault | None:
    got = _GOT.search(trip.said)
    if not trip.said.startswith("expected <block end>") or not got:
        return None
    token = got["token"]
    if token == _TEXT:
        what = "text follows a quotation mark that closes"
        return Fault(*trip.at, what, "put all of it in one pair of quotes, or close the ones above")
    if token in {",", "}", "]"}:
        return Fault(
            *trip.at, f"nothing here goes with {token}", "is there a colon after the name, and a bracket that opens?"
        )
    what = "this line begins in another column than the lines it belongs with"
    return Fault(*trip.at, what, "let lines that belong together begin in the same column")


def _list(trip: Stumble) -> Fault | None:
    if "sequence entries are not allowed" not in trip.said:
        return None
    return Fault(*trip.at, "no list begins here", "begin it on a line of its own, or write [one, two]")


_LOOKS: tuple[Callable[[Stumble], Fault | None], ...] = (
    *(_tab, _sign, _escape, _open_quotes, _bracket),
    *(_no_colon, _colon_too_many, _out_of_line, _list),
)
