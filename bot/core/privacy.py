"""What is kept about people, for how long, and that somebody wants hers to be gone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.core.ids import UserRef


class Ends(StrEnum):
    """What ends the time in which something is kept."""

    AGED = "aged"
    """Its time is over: the nightly purge takes it."""
    WORDLESS = "wordless"
    """Its words go when their time is over; the bare fact goes with what it belongs to, or when she asks."""
    DONE = "done"
    """It is used, replaced or over."""
    ASKED = "asked"
    """She changes it, or asks for her data to be gone."""


@dataclass(frozen=True, slots=True)
class Keeps:
    """How long something is kept: ``option`` is the key below ``privacy:`` in the config, ``span`` a fixed time."""

    ends: Ends
    option: str = ""
    span: timedelta | None = None


class Leaves(StrEnum):
    """What becomes of it when she asks for her data to be gone."""

    GONE = "gone"
    """It is deleted."""
    NAMELESS = "nameless"
    """The fact stays under a made-up account, without her name and without words."""
    STAYS = "stays"
    """It holds nobody, or names people only while something is done."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of thing that is kept, as people are told about it; ``tables`` are where it stands."""

    subject: str
    keeps: tuple[Keeps, ...]
    leaves: Leaves
    tables: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Forget:
    """Whoever has these accounts wants to be forgotten; ``aliases`` are what stands in their place from now on."""

    accounts: tuple[UserRef, ...]
    aliases: tuple[str, ...]
    names: tuple[str, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class ForgetRest:
    """What could not go at once, because it was still needed, goes if it is not needed any more."""

    at: datetime


def forgotten(rows: Iterable[object]) -> frozenset[UserRef]:
    """The accounts that are forgotten when these rows are written; whoever remembers people lets go of them, too."""
    return frozenset(account for row in rows if isinstance(row, Forget) for account in row.accounts)
