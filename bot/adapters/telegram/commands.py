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
from bot.core.commands import CommandSpec
from bot.core.people import Rank
from bot.core.text import Voices, plain, say

MOST_COMMANDS = 100
LONGEST_NAME = 32
LONGEST_HELP = 256
_COMMAND = re.compile(r"/([A-Za-z0-9_]+)(?:@([A-Za-z0-9_]+))?(?:\s+(.*))?", re.DOTALL)
MARKER = "\x01"
"""Stands before the id of somebody picked from Telegram's list, who may have no @name."""


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


def typed(message: Raw) -> Typed | None:
    """The command that a message is, if it is one."""
    text = own_text(message)
    if not text.startswith("/"):
        return None
    names: dict[str, str] = {}
    for entity in reversed(message.get("entities") or message.get("caption_entities") or ()):
        if entity.get("type") == "text_mention":
            marker = f"{MARKER}{entity['user']['id']}"
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


def _replaced(text: str, entity: Raw, by: str) -> str:
    units = text.encode("utf-16-le")
    start, end = 2 * int(entity["offset"]), 2 * (int(entity["offset"]) + int(entity["length"]))
    before, after = units[:start].decode("utf-16-le", "replace"), units[end:].decode("utf-16-le", "replace")
    left = "" if before[-1:].isspace() else " "
    right = "" if after[:1].isspace() else " "
    return f"{before}{left}{by}{right}{after}"
