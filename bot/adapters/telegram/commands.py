"""Offer the core's commands in Telegram's menus, and read them back out of text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)

from bot.adapters.telegram.chats import Raw
from bot.adapters.telegram.texts import own_text, slice_of
from bot.core.arguments import named, take_value
from bot.core.commands import CommandSpec, Kind, Param
from bot.core.interactions import Fault, Missing, Wrong
from bot.core.people import Rank
from bot.core.text import Voices, plain, say

MOST_COMMANDS = 100
LONGEST_NAME = 32
LONGEST_HELP = 256
_COMMAND = re.compile(r"/([A-Za-z0-9_]+)(?:@([A-Za-z0-9_]+))?(?:\s+(.*))?", re.DOTALL)
_PERSON = re.compile(r"@([A-Za-z][A-Za-z0-9_]{2,31})|(?:telegram:|tg://user\?id=)?(\d{5,19})")
_MARKER = "\x01"
_PUT_IN = re.compile(_MARKER + r"(\d+)")


def native_name(path: str) -> str:
    """A path as Telegram allows it: ``config check`` is ``config_check``."""
    return path.replace(" ", "_").replace("-", "_").lower()[:LONGEST_NAME]


# ---- menus


@dataclass(frozen=True, slots=True)
class MenuPage:
    """What one kind of people sees in one language; an empty language stands for all others."""

    scope: BotCommandScope
    language: str
    entries: tuple[BotCommand, ...]


def menu_pages(specs: Sequence[CommandSpec], voices: Voices) -> Iterator[MenuPage]:
    """Members see theirs in groups and in private, administrators see everything in groups."""
    everyone = [spec for spec in specs if spec.rank < Rank.HELPER]
    offers = (
        (BotCommandScopeAllPrivateChats(), everyone),
        (BotCommandScopeAllGroupChats(), everyone),
        (BotCommandScopeAllChatAdministrators(), specs),
    )
    # Telegram takes two-letter languages only; the page without one is for everybody else.
    languages = ("", *(code for code in voices.languages if len(code) == 2))
    for language in languages:
        for scope, offered in offers:
            entries = tuple(_entry(spec, voices, language or "en") for spec in offered)
            yield MenuPage(scope, language, entries[:MOST_COMMANDS])


def _entry(spec: CommandSpec, voices: Voices, language: str) -> BotCommand:
    shown = plain(voices.of(language)(say(spec.help_key)))
    return BotCommand(native_name(spec.path), shown[:LONGEST_HELP] or spec.path)


# ---- reading


@dataclass(frozen=True, slots=True)
class Typed:
    """A command as it was typed: its name, the bot it names, and the rest of the line.

    People picked from Telegram's list have no @name; they stand in ``rest`` as a marker with their id, and
    ``names`` says how they were shown.
    """

    name: str
    bot: str
    rest: str
    names: Mapping[str, str] = field(default_factory=dict[str, str])


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


def typed(message: Raw) -> Typed | None:
    """The command that a message is, if it is one."""
    text = own_text(message)
    if not text.startswith("/"):
        return None
    names: dict[str, str] = {}
    for entity in reversed(message.get("entities") or message.get("caption_entities") or ()):
        if entity.get("type") == "text_mention":
            marker = f"{_MARKER}{entity['user']['id']}"
            names[marker] = slice_of(text, entity)
            text = _replaced(text, entity, marker)
    found = _COMMAND.fullmatch(text.strip())
    return Typed(found[1].lower(), (found[2] or "").lower(), found[3] or "", names) if found else None


class CommandBook:
    """Finds commands by what people type."""

    def __init__(self, specs: Sequence[CommandSpec]) -> None:
        self._specs = {native_name(spec.path): spec for spec in specs}

    def find(self, line: Typed) -> tuple[CommandSpec, Typed] | None:
        """The command and its arguments; ``/config check`` is ``/config_check``."""
        word, _, rest = line.rest.strip().partition(" ")
        longer = self._specs.get(native_name(f"{line.name} {word}")) if word else None
        if longer:
            return longer, Typed(line.name, line.bot, rest, line.names)
        spec = self._specs.get(line.name)
        return (spec, line) if spec else None


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
        taken = take_value(param, self.rest)
        if taken is None:
            # ``/ban @ann being loud``: an optional span that is none belongs to the reason after it.
            skips = not param.required and any(p.kind in {Kind.TEXT, Kind.REST} for p in later)
            return None if skips else Wrong(param.name, self._shown(word))
        value, self.rest = taken
        return self._shown(value) if isinstance(value, str) else value

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


def _replaced(text: str, entity: Raw, by: str) -> str:
    units = text.encode("utf-16-le")
    start, end = 2 * int(entity["offset"]), 2 * (int(entity["offset"]) + int(entity["length"]))
    before, after = units[:start].decode("utf-16-le", "replace"), units[end:].decode("utf-16-le", "replace")
    left = "" if before[-1:].isspace() else " "
    right = "" if after[:1].isspace() else " "
    return f"{before}{left}{by}{right}{after}"
