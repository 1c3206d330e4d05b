"""The arguments of a command that was typed on Telegram: read as far as the line goes, looked up by others."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.adapters.telegram.commands import MARKER, Typed
from bot.core.arguments import named, take_value
from bot.core.commands import CommandSpec, Kind, Param
from bot.core.interactions import Fault, Missing, Wrong

_PERSON = re.compile(r"@([A-Za-z][A-Za-z0-9_]{2,31})|(?:telegram:|tg://user\?id=)?(\d{5,19})")

_PUT_IN = re.compile(MARKER + r"(\d+)")


@dataclass(frozen=True, slots=True)
class Whom:
    """A member as the line names them: by number, by @name, or as the author of the replied-to message."""

    number: int | None = None
    handle: str = ""


class Replied:
    """Stands for the replied-to message until it is looked at."""


class AnyFile:
    """Stands for the file that came with the line, by reference."""


class Attached:
    """Stands for the file that came with the line, until it is fetched."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The arguments by name; people and messages still have to be looked up.

    ``has_prose`` tells that the line holds words of the person's own, which rules have to see.
    """

    values: Mapping[str, object]
    fault: Fault | None = None
    has_prose: bool = False


def read(spec: CommandSpec, line: Typed, *, replied: bool, attached: bool = False, encloses: bool = False) -> Reading:
    """Read ``/warn @ann 2h being loud``; a reply stands for its author, or for the message itself."""
    reader = _Reader(line, replied, attached, encloses)
    values: dict[str, object] = {}
    for place, param in enumerate(spec.params):
        wrong = reader.named(spec.params, values)
        if wrong is None and param.name in values:
            continue
        value = wrong or reader.value(param, later=spec.params[place + 1 :])
        if isinstance(value, Missing | Wrong):
            return Reading(values, value, has_prose=True)
        if value is not None:
            values[param.name] = value
    prose = any(p.kind in {Kind.TEXT, Kind.REST} and p.name in values for p in spec.params)
    return Reading(values, None, prose or bool(reader.rest))


class _Reader:
    """Takes one argument after the other from the line."""

    def __init__(self, line: Typed, replied: bool, attached: bool, encloses: bool) -> None:
        self.rest = line.rest.strip()
        self._names = line.names
        self._replied = replied
        self._author_free = replied
        self._attached = attached
        self._encloses = encloses

    def named(self, params: Sequence[Param], values: dict[str, object]) -> Wrong | None:
        """Take what the line names before it goes on, in whatever order; the fault of what cannot be read."""
        while found := named((p for p in params if p.name not in values), self.rest):
            is_person = found.param.kind is Kind.MEMBER
            taken = _person(found.line) if is_person else take_value(found.param, found.line)
            if taken is None:
                return Wrong(found.param.name, self._shown(found.word)) if found.close else None
            values[found.param.name], self.rest = taken
        return None

    def value(self, param: Param, later: Sequence[Param]) -> object | None:
        """The argument's value, a fault, or None for an optional one that was left out."""
        match param.kind:
            case Kind.MESSAGE:
                return Replied() if self._replied else _absent(param)
            case Kind.FILE:
                return Attached() if self._attached else _absent(param)
            case Kind.ENCLOSURE:
                return AnyFile() if self._encloses else _absent(param)
            case Kind.MEMBER:
                return self._member(param)
            case Kind.REST:
                words, self.rest = self._shown(self.rest), ""
                return words or _absent(param)
            case _:
                return self._word(param, later)

    def _member(self, param: Param) -> object | None:
        found = _person(self.rest)
        if found is not None:
            whom, self.rest = found
            return whom
        word, _ = _first(self.rest)
        if self._author_free:
            self._author_free = False  # one person: ``/cases`` with two would else take her for both
            return Whom()
        return Wrong(param.name, self._shown(word)) if word and param.required else _absent(param)

    def _word(self, param: Param, later: Sequence[Param]) -> object | None:
        word, _ = _first(self.rest)
        if not word:
            return _absent(param)
        taken = None if self._is_span(param, later) else take_value(param, self.rest)
        if taken is None:
            # ``/ban @ann being loud``: an optional span that is none belongs to the reason after it.
            skips = not param.required and any(p.kind in {Kind.TEXT, Kind.REST} for p in later)
            return None if skips else Wrong(param.name, self._shown(word))
        value, self.rest = taken
        return self._shown(value) if isinstance(value, str) else value

    def _is_span(self, param: Param, later: Sequence[Param]) -> bool:
        """Whether a number begins a time that may come instead of it: ``/purge 10 minutes``."""
        if param.kind is not Kind.INTEGER or param.required:
            return False
        return any(p.kind is Kind.DURATION and take_value(p, self.rest) is not None for p in later)

    def _shown(self, words: str) -> str:
        """Put the names of people back where the markers stand."""
        return _PUT_IN.sub(lambda found: self._names.get(found[0], found[1]), words).strip()


def _person(line: str) -> tuple[Whom, str] | None:
    """Whom the first word of a line names, and the rest of it."""
    word, rest = _first(line)
    marked, written = _PUT_IN.fullmatch(word), _PERSON.fullmatch(word)
    if marked:
        return Whom(int(marked[1])), rest
    if written:
        return Whom(int(written[2]) if written[2] else None, written[1] or ""), rest
    return None


def _absent(param: Param) -> Missing | None:
    return Missing(param.name) if param.required else None


def _first(words: str) -> tuple[str, str]:
    parts = words.split(maxsplit=1)
    return (parts[0] if parts else "", parts[1] if len(parts) > 1 else "")
