"""Things people can press, pick and fill in."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from enum import StrEnum
from typing import TypeAlias

from bot.core.ids import SpaceRef, UserRef
from bot.core.people import Rank
from bot.core.text import Body


class Press:
    """What a button means. Subclass as a frozen dataclass of values the codec knows.

    The button itself carries only a row's id and a MAC (at most 64 bytes); the values wait in that row,
    so a press is authorised anew, works after a restart, and cannot be forged.
    """

    __slots__ = ()


class Tone(StrEnum):
    """How a button feels; platforms without colours show none."""

    PLAIN = "plain"
    GOOD = "good"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Button:
    """A press, and who may make it.

    ``rank`` is judged in ``space`` (the target's) when one is given, else where the button stands.
    ``private`` says that its answer is for the presser's eyes and too much for a pop-up: lowering turns such a button
    into a ``deep`` link into the private chat where the place itself cannot answer privately.
    A button with a ``name`` keeps its token whenever the message is edited; name it for good, as ``poll 12 yes``.
    ``token`` is filled in by the runtime just before the button is sent.
    """

    label: Body
    press: Press
    tone: Tone = Tone.PLAIN
    rank: Rank = Rank.GUEST
    space: SpaceRef | None = None
    only: UserRef | None = None
    private: bool = False
    once: bool = False
    lasts: timedelta = timedelta(days=90)
    deep: bool = False
    token: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class LinkButton:
    label: Body
    url: str


Row: TypeAlias = tuple[Button | LinkButton, ...]
Rows: TypeAlias = tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a form; ``longest`` in characters, ``value`` what was typed before."""

    name: str
    label: Body
    long: bool = False
    required: bool = True
    longest: int = 1000
    value: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A modal on Discord, questions one by one on Telegram."""

    title: Body
    fields: tuple[Field, ...]
    submit: Button = field()

    def refilled(self, values: Mapping[str, str]) -> "Form":
        """The same form with what was typed already standing in it."""
        return replace(self, fields=tuple(replace(f, value=values.get(f.name, f.value)) for f in self.fields))


@dataclass(frozen=True, slots=True)
class Reveal(Press):
    """Show what could not be shown in public; the runtime answers it privately itself."""

    body: Body
    rows: Rows = ()


@dataclass(frozen=True, slots=True)
class Refill(Press):
    """Put a form up again, with what was typed in it; the runtime does so itself."""

    form: Form
