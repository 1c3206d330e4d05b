"""Declare a command once; each adapter offers it in its native form."""

import inspect
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum, auto
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    TypeAlias,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from bot.core.attachments import Enclosure
from bot.core.decisions import Decision
from bot.core.messages import Message
from bot.core.people import Member, Rank
from bot.core.terms import Term
from bot.core.text import File

Handler: TypeAlias = Callable[..., Awaitable[Decision]]
HandlerT = TypeVar("HandlerT", bound=Handler)
Suggester: TypeAlias = Callable[[str], Sequence[str]]


class Kind(StrEnum):
    """What a parameter is, and so which native control asks for it."""

    TEXT = auto()
    REST = auto()
    INTEGER = auto()
    FLAG = auto()
    DURATION = auto()
    TERM = auto()
    """When something ends: a span, a day and time, or never."""
    CHOICE = auto()
    MEMBER = auto()
    MESSAGE = auto()
    FILE = auto()
    """A small text file, read at once."""
    ENCLOSURE = auto()
    """Any file, by reference."""


class Menu(StrEnum):
    """Where else a command is offered: in the menu of a message or of a person."""

    MESSAGE = auto()
    MEMBER = auto()
    BOTH = auto()


@dataclass(frozen=True, slots=True)
class Rest:
    """``Annotated[str, Rest()]``: everything up to the end of the line."""


@dataclass(frozen=True, slots=True)
class Suggest:
    """``Annotated[str, Suggest(fn)]``: offer these while the person types."""

    give: Suggester


@dataclass(frozen=True, slots=True)
class Between:
    """``Annotated[int, Between(1, 100)]``."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Param:
    """One argument. ``name`` is also the last part of its Fluent key: ``param-<name>``."""

    name: str
    kind: Kind
    required: bool = True
    choices: tuple[str, ...] = ()
    suggest: Suggester | None = None
    between: Between | None = None

    @property
    def help_key(self) -> str:
        return f"param-{self.name.replace('_', '-')}"


@dataclass(frozen=True, slots=True)
class CommandSpec:
    """A command as data: everything a platform needs to offer it.

    ``target`` names the MEMBER parameter on whom it acts: the runtime judges rank against that person too.
    ``asks`` says that the handler may answer with a form, so a platform must not defer first.
    ``hides`` says that the command's own message is taken away where it would expose who gave it.
    """

    path: str
    params: tuple[Param, ...]
    rank: Rank
    private: bool
    handler: Handler = field(compare=False)
    target: str = ""
    asks: bool = False
    hides: bool = False
    menu: Menu | None = None

    @property
    def help_key(self) -> str:
        """The Fluent key of the one-line description."""
        return f"command-{self.path.replace(' ', '-')}"

    @property
    def menus(self) -> tuple[Menu, ...]:
        """The menus in which it is offered, one by one."""
        if self.menu is Menu.BOTH:
            return (Menu.MEMBER, Menu.MESSAGE)
        return () if self.menu is None else (self.menu,)

    def usage(self) -> str:
        """The command as one would type it: ``/mute <member> <duration> [reason]``."""
        shown = (f"<{p.name}>" if p.required else f"[{p.name}]" for p in self.params)
        return " ".join([f"/{self.path}", *shown])


def command(
    path: str,
    *,
    rank: Rank = Rank.MEMBER,
    private: bool = True,
    target: str = "",
    asks: bool = False,
    hides: bool = False,
    menu: Menu | None = None,
) -> Callable[[HandlerT], HandlerT]:
    """Mark a cog's method as a command. ``path`` may name a group: ``"config check"``.

    Raises TypeError when a parameter's type has no native control, or ``target`` names no member.
    """

    def mark(handler: HandlerT) -> HandlerT:
        params = read_params(handler)
        if target and not any(p.name == target and p.kind is Kind.MEMBER for p in params):
            raise TypeError(f"{path}: no member parameter is called {target!r}")
        spec = CommandSpec(path, params, rank, private, handler, target, asks, hides, menu)
        handler.__command__ = spec  # type: ignore[attr-defined]  # pyright: ignore[reportFunctionMemberAccess]
        return handler

    return mark


def read_params(handler: Handler) -> tuple[Param, ...]:
    """Read a handler's typed signature, past ``self`` and the context."""
    hints = get_type_hints(handler, include_extras=True)
    declared = list(inspect.signature(handler).parameters.values())
    return tuple(_read(p.name, hints[p.name], p.default is p.empty) for p in declared[2:])


_PLAIN: dict[Any, Kind] = {
    str: Kind.TEXT,
    int: Kind.INTEGER,
    bool: Kind.FLAG,
    timedelta: Kind.DURATION,
    Term: Kind.TERM,
    Member: Kind.MEMBER,
    Message: Kind.MESSAGE,
    File: Kind.FILE,
    Enclosure: Kind.ENCLOSURE,
}


def _read(name: str, hint: Any, required: bool) -> Param:  # noqa: ANN401  # a type hint may be anything
    hint, extras = _bared(hint)
    if get_origin(hint) is Literal:
        return Param(name, Kind.CHOICE, required, choices=get_args(hint))
    try:
        kind = _PLAIN[hint]
    except KeyError:
        raise TypeError(f"parameter {name!r}: no native control for {hint!r}") from None
    if any(isinstance(e, Rest) for e in extras):
        kind = Kind.REST
    suggest = next((e.give for e in extras if isinstance(e, Suggest)), None)
    between = next((e for e in extras if isinstance(e, Between)), None)
    return Param(name, kind, required, suggest=suggest, between=between)


def _bared(hint: Any) -> tuple[Any, tuple[Any, ...]]:  # noqa: ANN401
    """Take ``Annotated`` and ``| None`` off, whichever is outside; a union of more stays, and has no control."""
    if get_origin(hint) is Annotated:
        inner, *extras = get_args(hint)
        bare, more = _bared(inner)
        return bare, (*extras, *more)
    if get_origin(hint) in {Union, UnionType}:
        kinds = [a for a in get_args(hint) if a is not NoneType]
        return _bared(kinds[0]) if len(kinds) == 1 else (hint, ())
    return hint, ()


def spec_of(method: object) -> CommandSpec | None:
    """The command that ``method`` was marked as, if any."""
    return cast("CommandSpec | None", getattr(method, "__command__", None))
