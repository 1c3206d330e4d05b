"""Commands as they are typed: ``/warn @Ala be kind`` becomes a path and values, read by each parameter's kind."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.core.arguments import named, read_value, take_value
from bot.core.attachments import Enclosure
from bot.core.commands import CommandSpec, Kind, Param
from bot.core.interactions import Fault, Missing, Unknown, Wrong
from bot.core.messages import Message
from bot.core.people import Member
from bot.core.text import File

_WORD = re.compile(r'"([^"]*)"|(\S+)')
_OUR_NAME = re.compile(r"^(/\S+?)@townkeeper(?:_?bot)?(?=\s|$)", re.IGNORECASE)
"""Telegram's own menus put the bot's name behind a command in a group."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was understood of a line."""

    path: str
    values: Mapping[str, object] = field(default_factory=dict[str, object])
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """What a line may point at: people by name, the message it replies to, and the file that came with it.

    ``enclosed`` is that file, or the one on the message, by reference.
    """

    find: Callable[[str], Member | None]
    reply: Message | None = None
    file: File | None = None
    enclosed: Enclosure | None = None


def parse(line: str, specs: Sequence[CommandSpec], around: Around) -> Typed:
    """Read a line that begins with a slash; the longest known path wins."""
    line = _OUR_NAME.sub(r"\1", line)
    spec = known(line, specs)
    if spec is None:
        name = next(iter(line[1:].split(maxsplit=1)), "")
        return Typed(name, fault=Unknown(name))
    named_by = _named_by(line[1:].casefold().split(), spec.path)
    words = line[1:].split(maxsplit=named_by)
    return _Reader(words[-1] if len(words) > named_by else "", around).read(spec)


def known(line: str, specs: Sequence[CommandSpec]) -> CommandSpec | None:
    """Find the command that a line begins with; ``/config_check`` and ``/config check`` are the same one."""
    words = _OUR_NAME.sub(r"\1", line).removeprefix("/").casefold().split()
    fitting = [s for s in specs if _named_by(words, s.path)]
    return max(fitting, key=lambda s: len(s.path.split()), default=None)


def _named_by(words: Sequence[str], path: str) -> int:
    """How many of ``words`` name the command; 0 where they name another."""
    parts = path.split()
    if list(words[: len(parts)]) == parts:
        return len(parts)
    return 1 if words[:1] == ["_".join(parts)] else 0


class _Reader:
    """Takes word after word off one line."""

    def __init__(self, rest: str, around: Around) -> None:
        self._rest = rest.strip()
        self._around = around
        self._values: dict[str, object] = {}
        self._author_taken = False

    def read(self, spec: CommandSpec) -> Typed:
        for at, param in enumerate(spec.params):
            wrong = self._take_named(spec.params)
            if wrong is None and param.name in self._values:
                continue
            fault = wrong or self._take(param, is_last=at == len(spec.params) - 1)
            if fault is not None:
                return Typed(spec.path, self._values, fault)
        if self._rest and spec.params:
            return Typed(spec.path, self._values, Wrong(spec.params[-1].name, self._rest))
        return Typed(spec.path, self._values)

    def _take_named(self, params: Sequence[Param]) -> Fault | None:
        """Take what the line names before it goes on, in whatever order; the fault of what cannot be read."""
        while found := named((p for p in params if p.name not in self._values), self._rest):
            is_person = found.param.kind is Kind.MEMBER
            taken = self._person(found.line) if is_person else take_value(found.param, found.line)
            if taken is None:
                return Wrong(found.param.name, found.word) if found.close else None
            self._values[found.param.name], self._rest = taken
        return None

    def _person(self, line: str) -> tuple[Member, str] | None:
        word, _, rest = line.partition(" ")
        found = self._around.find(word)
        return None if found is None else (found, rest.lstrip())

    def _take(self, param: Param, *, is_last: bool) -> Fault | None:
        around = {Kind.MESSAGE: self._around.reply, Kind.FILE: self._around.file, Kind.ENCLOSURE: self._around.enclosed}
        if param.kind in around:
            return self._put(param, around[param.kind])
        if param.kind is Kind.REST or (is_last and param.kind is Kind.TEXT and not self._rest.startswith('"')):
            given, self._rest = self._rest, ""
            return self._put(param, given or None)
        word, after = self._next()
        value = self._value(param, word)
        taken = take_value(param, self._rest) if param.kind is Kind.TERM else None
        if taken is not None:
            value, after = taken
        if value is not None:
            self._rest = after
            return self._put(param, value)
        author = None if self._around.reply is None or self._author_taken else self._around.reply.author
        if param.kind is Kind.MEMBER and author is not None:
            self._author_taken = True
            return self._put(param, author)
        if word and (param.required or is_last):
            return Wrong(param.name, word)
        return self._put(param, None)

    def _next(self) -> tuple[str, str]:
        found = _WORD.match(self._rest)
        if found is None:
            return "", ""
        return found[1] or found[2] or "", self._rest[found.end() :].lstrip()

    def _value(self, param: Param, word: str) -> object | None:
        if not word:
            return None
        return self._around.find(word) if param.kind is Kind.MEMBER else read_value(param, word)

    def _put(self, param: Param, value: object | None) -> Fault | None:
        if value is not None:
            self._values[param.name] = value
        return Missing(param.name) if value is None and param.required else None
