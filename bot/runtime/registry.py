"""What the cogs of this process answer to, found once and looked up by kind."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from bot.core.commands import CommandSpec
from bot.core.events import Event
from bot.core.record import Row
from bot.core.ui import Press
from bot.runtime.cog import Cog, Composer, EventHandler, FormHandler, PressHandler, marks_of
from bot.runtime.community import Community

Handler: TypeAlias = tuple[Cog, EventHandler]


@dataclass(frozen=True, slots=True)
class Registry:
    """Handlers with the cogs they belong to. Two cogs that claim the same thing are refused when it is built."""

    cogs: tuple[Cog, ...]
    commands: dict[str, tuple[Cog, CommandSpec]] = field(default_factory=dict[str, tuple[Cog, CommandSpec]])
    guards: dict[type[Event], list[Handler]] = field(default_factory=dict[type[Event], list[Handler]])
    events: dict[type[Event], list[Handler]] = field(default_factory=dict[type[Event], list[Handler]])
    presses: dict[type[Press], tuple[Cog, PressHandler]] = field(
        default_factory=dict[type[Press], tuple[Cog, PressHandler]]
    )
    forms: dict[type[Press], tuple[Cog, FormHandler]] = field(
        default_factory=dict[type[Press], tuple[Cog, FormHandler]]
    )
    witnesses: dict[type[Row], list[Handler]] = field(default_factory=dict[type[Row], list[Handler]])
    composers: dict[str, tuple[Cog, Composer]] = field(default_factory=dict[str, tuple[Cog, Composer]])
    timers: dict[str, Handler] = field(default_factory=dict[str, Handler])

    def offered(self, communities: Iterable[Community]) -> list[tuple[Cog, CommandSpec]]:
        """The commands that are on in at least one community, by path."""
        wanted = tuple(communities)
        return [
            self.commands[path]
            for path in sorted(self.commands)
            if any(is_on(self.commands[path][0], community) for community in wanted)
        ]


def register(cogs: Sequence[Cog]) -> Registry:
    """Find every marked method; raises ValueError when two cogs claim the same command, press or name."""
    registry = Registry(tuple(cogs))
    for cog in cogs:
        for spec in cog.commands():
            _claim(registry.commands, spec.path, (cog, spec))
        for kind, method in marks_of(type(cog), "guard"):
            registry.guards.setdefault(kind, []).append((cog, method))
        for kind, method in marks_of(type(cog), "event"):
            registry.events.setdefault(kind, []).append((cog, method))
        for kind, method in marks_of(type(cog), "witness"):
            registry.witnesses.setdefault(kind, []).append((cog, method))
        for role, table in _exclusive(registry):
            for subject, method in marks_of(type(cog), role):
                _claim(table, subject, (cog, method))
    return registry


class Listeners:
    """Who hears of an event of each kind in each community, cogs that are off left out; known after the first."""

    def __init__(self, handlers: Mapping[type[Event], Sequence[Handler]]) -> None:
        self._handlers = handlers
        self._known: dict[tuple[str, type[Event]], tuple[Community, tuple[Handler, ...]]] = {}

    def of(self, kind: type[Event], community: Community) -> tuple[Handler, ...]:
        """The handlers in the order of their cogs, as the community's config is now."""
        known = self._known.get((community.key, kind))
        if known is not None and known[0] is community:
            return known[1]
        handlers = tuple(one for one in self._handlers.get(kind, ()) if is_on(one[0], community))
        self._known[community.key, kind] = community, handlers
        return handlers


def is_on(cog: Cog, community: Community) -> bool:
    """Whether this community wants the cog: on unless its config says ``off``."""
    return cog.essential or community.cogs.get(cog.name, True) is not False


def presses_of(cogs: Iterable[type[Cog]]) -> tuple[type[Press], ...]:
    """Every kind of press that any cog handles: what the codec must know."""
    kinds = {kind: None for cog in cogs for role in ("press", "form") for kind, _ in marks_of(cog, role)}
    return tuple(kinds)


def _exclusive(registry: Registry) -> tuple[tuple[str, dict[Any, Any]], ...]:
    return (
        ("press", registry.presses),
        ("form", registry.forms),
        ("composer", registry.composers),
        ("timer", registry.timers),
    )


def _claim(table: dict[Any, Any], subject: object, claim: tuple[Cog, object]) -> None:
    taken = table.setdefault(subject, claim)
    if taken is not claim:
        raise ValueError(f"cogs {taken[0].name!r} and {claim[0].name!r} both claim {subject!r}")
