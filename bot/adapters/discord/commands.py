"""The core's commands as Discord application commands: native options, groups, autocomplete and context menus.

Limits: names 1-32 lower case, descriptions 1-100, 25 options, 25 choices
(https://docs.discord.com/developers/interactions/application-commands).
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import discord

from bot.adapters.discord import rights
from bot.core.commands import CommandSpec, Kind, Menu, Param
from bot.core.people import Rank
from bot.core.text import Say, Voices, plain, say

SLASH, USER_MENU, MESSAGE_MENU = 1, 2, 3
SUBCOMMAND, STRING, INTEGER, BOOLEAN, USER, ATTACHMENT = 1, 3, 4, 5, 6, 11
ITSELF = "show"
"""How a command is called natively that is also the name of a group: Discord allows only one of both."""

_DESCRIPTION = 100
_MENU_NAME = 32
_MOST = 25
_GUILD, _BOT_DM = 0, 1
_TYPES = {
    Kind.INTEGER: INTEGER,
    Kind.FLAG: BOOLEAN,
    Kind.MEMBER: USER,
    Kind.FILE: ATTACHMENT,
    Kind.ENCLOSURE: ATTACHMENT,
}
_SPANISH = ("es-ES", "es-419")
_KNOWN = frozenset(locale.value for locale in discord.Locale)

Payload = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Group:
    """The common first word of several commands."""

    name: str

    @property
    def help_key(self) -> str:
        return f"command-{self.name}"


class Offer:
    """What is offered natively, and which command is meant when it is used."""

    def __init__(self, specs: Sequence[CommandSpec], voices: Voices) -> None:
        self._voices = voices
        self._by_path: dict[tuple[str, ...], CommandSpec] = {}
        self._by_menu: dict[tuple[int, str], CommandSpec] = {}
        self.payload = self._compile(specs)

    @property
    def stamp(self) -> str:
        """A hash of everything Discord would be told."""
        return hashlib.sha256(json.dumps(self.payload, sort_keys=True).encode()).hexdigest()

    def by_path(self, path: Sequence[str]) -> CommandSpec | None:
        return self._by_path.get(tuple(path))

    def by_menu(self, kind: int, name: str) -> CommandSpec | None:
        return self._by_menu.get((kind, name))

    def _compile(self, specs: Sequence[CommandSpec]) -> list[Payload]:
        roots: dict[str, list[CommandSpec]] = {}
        for spec in specs:
            roots.setdefault(spec.path.split()[0], []).append(spec)
        slash = [self._root(name, members) for name, members in roots.items()]
        return [*slash, *(self._menu(spec, menu) for spec in specs for menu in spec.menus)]

    def _root(self, name: str, members: list[CommandSpec]) -> Payload:
        lowest = min(spec.rank for spec in members)
        if len(members) == 1 and members[0].path == name:
            self._by_path[name,] = members[0]
            return _top(SLASH, name, lowest) | self._words(members[0]) | {"options": self._options(members[0])}
        subcommands = [self._subcommand(spec) for spec in members]
        return _top(SLASH, name, lowest) | self._words(_Group(name)) | {"options": subcommands}

    def _subcommand(self, spec: CommandSpec) -> Payload:
        root, *rest = spec.path.split()
        name = "-".join(rest) or ITSELF
        self._by_path[root, name] = spec
        return {"type": SUBCOMMAND, "name": name, **self._words(spec), "options": self._options(spec)}

    def _menu(self, spec: CommandSpec, menu: Menu) -> Payload:
        kind = MESSAGE_MENU if menu is Menu.MESSAGE else USER_MENU
        title = say(f"menu-{spec.path.replace(' ', '-')}")
        name = self._in("en", title)[:_MENU_NAME]
        self._by_menu[kind, name] = spec
        names = {locale: text[:_MENU_NAME] for locale, text in self._localised(title).items()}
        return _top(kind, name, spec.rank) | {"name_localizations": names, "contexts": [_GUILD]}

    def _options(self, spec: CommandSpec) -> list[Payload]:
        """Required options come first: Discord insists."""
        ordered = sorted(spec.params, key=_is_optional)
        return [self._option(param) for param in ordered][:_MOST]

    def _option(self, param: Param) -> Payload:
        made: Payload = {"type": _TYPES.get(param.kind, STRING), "name": option_name(param)}
        made |= self._words(param) | {"required": not _is_optional(param)}
        if param.choices:
            made["choices"] = [{"name": choice, "value": choice} for choice in param.choices[:_MOST]]
        if param.between is not None:
            made |= {"min_value": param.between.low, "max_value": param.between.high}
        if param.suggest is not None or param.kind in {Kind.DURATION, Kind.TERM}:
            made["autocomplete"] = True
        return made

    def _words(self, of: CommandSpec | Param | _Group) -> Payload:
        line = say(of.help_key)
        return {
            "description": _cut(self._in("en", line)) or "…",
            "description_localizations": {locale: _cut(text) for locale, text in self._localised(line).items() if text},
        }

    def _localised(self, line: Say) -> dict[str, str]:
        return {locale: self._in(language, line) for language in self._voices.languages for locale in locales(language)}

    def _in(self, language: str, line: Say) -> str:
        return plain(self._voices.of(language)(line))


def locales(language: str) -> Iterable[str]:
    """Discord's locales for one of our languages; Albanian is not among its 32, English is the default."""
    if language == "es":
        return _SPANISH
    return (language,) if language in _KNOWN else ()


def option_name(param: Param) -> str:
    return param.name.lower()


def suggestions(param: Param, typed: str) -> list[str]:
    """What to offer while somebody types into an option."""
    if param.suggest is not None:
        return list(param.suggest(typed))[:_MOST]
    if param.kind in {Kind.DURATION, Kind.TERM}:
        offered = _SPANS if param.kind is Kind.DURATION else (*_SPANS, "tomorrow 8:00", "friday 18:00", "forever")
        return [span for span in offered if span.startswith(typed.strip().lower())] or [typed.strip()[:100]]
    return []


_SPANS = ("10m", "30m", "1h", "6h", "12h", "1d", "3d", "7d", "14d", "28d")


def _is_optional(param: Param) -> bool:
    return not param.required


def _top(kind: int, name: str, rank: Rank) -> Payload:
    held = rights.native(rank)
    return {
        "type": kind,
        "name": name,
        "default_member_permissions": None if held is None else str(held.value),
        # What needs a rank has a meaning only where ranks are.
        "contexts": [_GUILD, _BOT_DM] if held is None else [_GUILD],
        "integration_types": [0],
    }


def _cut(text: str) -> str:
    return text if len(text) <= _DESCRIPTION else text[: _DESCRIPTION - 1] + "…"
