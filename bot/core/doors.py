"""What everybody may do in a space, who comes in, and how fast it talks: the levers of a storm and of a gate."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeAlias

from bot.core.ids import Place, SpaceRef, UserRef


class Right(StrEnum):
    """One thing that everybody may do in a space, unless it is shut."""

    SPEAK = "speak"
    LINKS = "links"
    MEDIA = "media"
    INVITE = "invite"
    JOIN = "join"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What everybody was allowed before anything was shut.

    ``native`` is the adapter's own, like the inside of a ref; ``paces`` are the slow modes of the places asked about.
    """

    native: str
    paces: tuple[tuple[Place, timedelta], ...] = ()


@dataclass(frozen=True, slots=True)
class Survey:
    """Find out what everybody may do in a space; the receipt carries the snapshot, and nothing is changed.

    It comes before the first SetRights, whose receipt could be lost: what was surveyed is written down first.
    """

    space: SpaceRef
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class SetRights:
    """Let everybody do what stood in ``before``, except ``shut``; with nothing shut all is as it was.

    ``opened`` is what an earlier one shut and this one gives back: no other setting is touched. A platform that can
    ends it by itself at ``until``, should the bot be gone by then.
    """

    space: SpaceRef
    before: Snapshot
    shut: frozenset[Right] = frozenset()
    opened: frozenset[Right] = frozenset()
    until: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SetPace:
    """Let everybody write once in ``every`` in this place; zero is as often as they like."""

    place: Place
    every: timedelta
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Admit:
    """Let somebody in who asked to join, or send them away."""

    space: SpaceRef
    user: UserRef
    welcome: bool = True
    reason: str = ""


@dataclass(frozen=True, slots=True)
class GiveRole:
    """Give a role, or take it away; ``role`` is its native id, or its name as a manager writes it."""

    space: SpaceRef
    user: UserRef
    role: str
    take: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Invite:
    """Make a link by which people ask to join; the receipt carries it. ``ends`` is an older one that is over then."""

    space: SpaceRef
    ends: str = ""


DoorAction: TypeAlias = Survey | SetRights | SetPace | Admit | GiveRole | Invite
