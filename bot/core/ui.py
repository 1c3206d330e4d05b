"""Things people can press, pick and fill in."""

from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True)
class Reveal(Press):
    """Show what could not be shown in public; the runtime answers it privately itself."""

    body: Body
    rows: Rows = ()
