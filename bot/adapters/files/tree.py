"""A config file as plain values, and for each of them its line and column."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from bot.adapters.files.faults import Fault, Refused, looks_secret
from bot.adapters.files.stumbles import Spot
from bot.adapters.files.yaml_steps import Kind, Step, UnreadableError, steps

Path: TypeAlias = tuple[str | int, ...]
Value: TypeAlias = "bool | int | float | str | list[Value] | dict[str, Value] | None"

MOST_BYTES = 256 * 1024
MOST_LINES = 20_000
LONGEST_LINE = 8 * 1024
REMEDY = (
    "secrets never stand in this file: write TOWNKEEPER_DISCORD__TOKEN=... or TOWNKEEPER_TELEGRAM__TOKEN=... "
    "into .env, and get a new one from the messenger, since this one was in the open"
)

_AS_UTF8 = "save it as UTF-8: editors offer that under Save as, or Encoding"
_SECRET_NAMES = re.compile(r"(?i)(^|[_-])(token|secret|passw(or)?d|api[_-]?key)$")
_INTEGER = re.compile(r"[-+]?\d{1,20}")
_FLOAT = re.compile(r"[-+]?(\d{1,30}\.\d{0,30}|\.\d{1,30}|\d{1,30})([eE][-+]?\d{1,2})?")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a key stands and where its value begins."""

    key: Spot
    value: Spot


@dataclass(frozen=True, slots=True)
class Tree:
    """What a file says, and where it says it."""

    name: str
    text: str
    value: Value
    marks: dict[Path, Mark]
    faults: tuple[Fault, ...] = ()
    """What is wrong whatever the settings mean: doubled keys, secrets, invisible characters."""


def read_tree(data: bytes, name: str) -> Tree:
    """Read ``data``; raises Refused where it breaks the grammar or a limit."""
    text = _decode(data, name)
    reader = _Reader()
    try:
        value = reader.document(text)
    except UnreadableError as error:
        raise Refused(name, text, [*reader.faults, error.fault]) from None
    return Tree(name, text, value, reader.marks, tuple(reader.faults))


def _decode(data: bytes, name: str) -> str:
    if len(data) > MOST_BYTES:
        raise Refused(name, "", [Fault(1, 1, f"the file is larger than {MOST_BYTES // 1024} KiB")])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = data.count(b"\n", 0, error.start) + 1, error.start - data.rfind(b"\n", 0, error.start)
        raise Refused(name, "", [Fault(line, column, "the file is not UTF-8 text", _AS_UTF8)]) from None
    rows = text.split("\n")
    if len(rows) > MOST_LINES:
        raise Refused(name, "", [Fault(MOST_LINES, 1, f"the file has more than {MOST_LINES} lines")])
    faults = [fault for number, row in enumerate(rows, 1) for fault in _faults_of(row.removesuffix("\r"), number)]
    if faults:
        raise Refused(name, text, faults[:20])
    return text


def _faults_of(row: str, number: int) -> Iterator[Fault]:
    if len(row) > LONGEST_LINE:
        yield Fault(number, LONGEST_LINE, f"this line is longer than {LONGEST_LINE} characters")
    if bad := _INVISIBLE.search(row):
        what = f"the character U+{ord(bad[0]):04X} does not belong into this file"
        hint = "save it with ordinary line ends (LF)" if bad[0] == "\r" else "take it out"
        yield Fault(number, bad.start() + 1, what, hint)


@dataclass(slots=True)
class _Reader:
    marks: dict[Path, Mark] = field(default_factory=dict[Path, Mark])
    faults: list[Fault] = field(default_factory=list[Fault])

    def document(self, text: str) -> Value:
        stream = steps(text)
        first = next(stream, None)
        if first is None:
            return {}
        value = self._value(first, stream, ())
        for _ in stream:  # to the end: what is wrong after the document counts too
            pass
        return value

    def _value(self, step: Step, stream: Iterator[Step], path: Path) -> Value:
        match step.kind:
            case Kind.MAPPING:
                return self._mapping(stream, path)
            case Kind.SEQUENCE:
                return self._sequence(stream, path)
            case _:
                text = self._text(step)
                return _resolve(text) if step.is_plain else text

    def _mapping(self, stream: Iterator[Step], path: Path) -> dict[str, Value]:
        out: dict[str, Value] = {}
        for key in stream:
            if key.kind is Kind.END:
                return out
            name = self._key(key)
            step = next(stream)
            here = (*path, name)
            if name in out:
                what = f'"{name}" stands here twice: first on line {self.marks[here].key[0]}'
                self.faults.append(Fault(*key.at, what, "keep one of them"))
            is_empty = step.kind is Kind.SCALAR and step.is_plain and not step.text
            self.marks[here] = Mark(key.at, key.at if is_empty else step.at)
            value = self._value(step, stream, here)
            if _SECRET_NAMES.search(name) and value not in (None, "", {}):
                self.faults.append(Fault(*key.at, f'"{name}" is a secret', REMEDY))
            out.setdefault(name, value)
        return out

    def _key(self, key: Step) -> str:
        if key.kind is not Kind.SCALAR:
            raise UnreadableError(key.at, "a name before a colon is expected here, not a list or a mapping")
        if key.is_plain and key.text == "<<":
            raise UnreadableError(key.at, "merge keys (<<) are not used here: write the settings out")
        return self._text(key)

    def _sequence(self, stream: Iterator[Step], path: Path) -> list[Value]:
        out: list[Value] = []
        for step in stream:
            if step.kind is Kind.END:
                break
            here = (*path, len(out))
            self.marks[here] = Mark(step.at, step.at)
            out.append(self._value(step, stream, here))
        return out

    def _text(self, step: Step) -> str:
        if bad := _INVISIBLE.search(step.text):
            what = f"this text holds the character U+{ord(bad[0]):04X}, which nobody can see"
            self.faults.append(Fault(*step.at, what))
        if looks_secret(step.text):
            self.faults.append(Fault(*step.at, "this looks like a bot's token", REMEDY))
        return step.text


def _resolve(text: str) -> Value:
    """Give a bare word its meaning in YAML 1.2: `no` and `22:30` are text, `010` is ten."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text
