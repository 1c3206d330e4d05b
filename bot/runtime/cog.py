"""The base of every feature, and the marks that say which of its methods answer what."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from inspect import getmembers_static
from typing import Any, ClassVar, Self, TypeAlias, TypeVar, cast

from bot.core.commands import CommandSpec, spec_of
from bot.core.decisions import Decision, Intent, Report
from bot.core.events import Event
from bot.core.record import Row
from bot.core.ui import Press
from bot.runtime.context import Context, Scene
from bot.runtime.services import Services

EventHandler: TypeAlias = Callable[[Any, Scene, Any], Awaitable[Decision]]
PressHandler: TypeAlias = Callable[[Any, Context, Any], Awaitable[Decision]]
FormHandler: TypeAlias = Callable[[Any, Context, Any, Mapping[str, str]], Awaitable[Decision]]
Composer: TypeAlias = Callable[[Any, Scene, Report, Mapping[str, Any]], Awaitable[Sequence[Intent] | Decision]]
MethodT = TypeVar("MethodT", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Mark:
    """What a method was marked as: ``role`` is guard, event, witness, press, form, composer or timer."""

    role: str
    subjects: tuple[Any, ...]


def guards(*kinds: type[Event]) -> Callable[[MethodT], MethodT]:
    """Look at these events before anybody else; a decision that stops keeps them from the rest."""
    return _mark("guard", kinds)


def on(*kinds: type[Event]) -> Callable[[MethodT], MethodT]:
    """React to these events, once no guard stopped them."""
    return _mark("event", kinds)


def witnesses(*kinds: type[Row]) -> Callable[[MethodT], MethodT]:
    """Add to decisions, of whatever cog, that write rows of these kinds; what is added is written with them."""
    return _mark("witness", kinds)


def pressed(*kinds: type[Press]) -> Callable[[MethodT], MethodT]:
    """Answer buttons that carry these presses; authorised already when the method is called."""
    return _mark("press", kinds)


def filled(*kinds: type[Press]) -> Callable[[MethodT], MethodT]:
    """Take forms that were submitted under these presses."""
    return _mark("form", kinds)


def composes(name: str) -> Callable[[MethodT], MethodT]:
    """Compose a Later of this name from the receipts before it."""
    return _mark("composer", (name,))


def due(kind: str) -> Callable[[MethodT], MethodT]:
    """Act when a timer of this kind fires."""
    return _mark("timer", (kind,))


class Cog:
    """A feature that can be switched on and off in the config file.

    Subclasses name themselves, say what they need in ``create``, and mark methods. Handlers decide and return; they
    await only reads.
    """

    name: ClassVar[str]
    essential: ClassVar[bool] = False
    """An essential cog cannot be switched off."""
    locales: ClassVar[str] = ""
    """A folder ``<language>/*.ftl`` with the phrases of somebody else's cog; ours stand in ``locales/``."""

    @classmethod
    def create(cls, services: Services) -> Self:
        """Build the cog from the services it needs; the default needs none."""
        del services
        return cls()

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Take over into memory what was just written; called after every commit that wrote rows."""

    def commands(self) -> Iterator[CommandSpec]:
        """The commands that this cog declares, in the order of their names."""
        yield from _found(type(self)).commands


def marks_of(kind: type[Cog], role: str) -> tuple[tuple[Any, Any], ...]:
    """Every (subject, method) pair of a kind of cog that is marked with ``role``."""
    return _found(kind).marks.get(role, ())


@dataclass(frozen=True, slots=True)
class _Found:
    """What a kind of cog declares, by the names of its methods."""

    commands: tuple[CommandSpec, ...]
    marks: Mapping[str, tuple[tuple[Any, Any], ...]]


def _found(kind: type[Cog]) -> _Found:
    known = _FOUND.get(kind)
    if known is None:
        members = [member for _, member in getmembers_static(kind, callable)]
        specs = map(spec_of, members)
        known = _FOUND[kind] = _Found(tuple(spec for spec in specs if spec is not None), _marked(members))
    return known


_FOUND: dict[type[Cog], _Found] = {}
"""Scanning a class takes longer than a message; classes do not change."""


def _marked(members: Sequence[Any]) -> Mapping[str, tuple[tuple[Any, Any], ...]]:
    found: dict[str, tuple[tuple[Any, Any], ...]] = {}
    for member in members:
        mark = cast("Mark | None", getattr(member, "__mark__", None))
        if mark is not None:
            found[mark.role] = found.get(mark.role, ()) + tuple((subject, member) for subject in mark.subjects)
    return found


def _mark(role: str, subjects: tuple[Any, ...]) -> Callable[[MethodT], MethodT]:
    def mark(method: MethodT) -> MethodT:
        method.__mark__ = Mark(role, subjects)  # type: ignore[attr-defined]  # pyright: ignore[reportFunctionMemberAccess]
        return method

    return mark
