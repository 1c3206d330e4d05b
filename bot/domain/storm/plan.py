"""What a community means by a storm, and what it does about one: levels from 1 to 3, each with a playbook."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from bot.core.capabilities import Capability
from bot.core.doors import Right
from bot.core.text import Localised


class Cause(StrEnum):
    """What raised the level."""

    JOINS = "joins"
    MESSAGES = "messages"
    REPORTS = "reports"
    WORDS = "words"
    MODERATOR = "moderator"


class Newcomers(StrEnum):
    """What befalls those who came in with a storm, or just before it."""

    LEAVE = "leave"
    ASK = "ask"
    GATE = "gate"
    MUTE = "mute"
    KICK = "kick"


@dataclass(frozen=True, slots=True)
class Limit:
    """So many within so long."""

    count: int
    within: timedelta


@dataclass(frozen=True, slots=True)
class Playbook:
    """What is done while a level lasts.

    ``pace`` is how often one may write: the platform's slow mode where it has one, and the bot's own throttle
    everywhere. ``statement`` is said in the lobby. ``holds_posts`` tells scheduled posts and feeds to wait.
    """

    pace: timedelta | None = None
    shut: frozenset[Right] = frozenset()
    no_links: bool = False
    statement: Localised | None = None
    calls_staff: bool = True
    holds_posts: bool = True


@dataclass(frozen=True, slots=True)
class Level:
    """When it begins by itself, if ever, and its playbook. ``words`` counts messages that hold one of ``says``."""

    limits: Mapping[Cause, Limit] = field(default_factory=dict[Cause, Limit])
    says: tuple[str, ...] = ()
    playbook: Playbook = field(default_factory=Playbook)


_SIFTING = {
    Newcomers.MUTE: frozenset({Capability.MUTE}),
    Newcomers.KICK: frozenset({Capability.KICK}),
    Newcomers.ASK: frozenset({Capability.MUTE, Capability.KICK}),
}
BY_HAND = Level(playbook=Playbook(timedelta(seconds=30), frozenset({Right.JOIN, Right.INVITE}), no_links=True))
"""What ``/raid on`` does where nobody configured anything."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A community's levels. ``calm_after`` is how long it must be calm before a level is left."""

    levels: Mapping[int, Level] = field(default_factory=lambda: {1: BY_HAND})
    newcomers: Newcomers = Newcomers.ASK
    look_back: timedelta = timedelta(minutes=10)
    calm_after: timedelta = timedelta(minutes=10)
    longest: timedelta = timedelta(hours=12)

    def playbook(self, level: int) -> Playbook:
        """The playbook of a level; of the nearest one below where this one is not configured."""
        below = [number for number in self.levels if number <= level]
        return self.levels[max(below)].playbook if below else Playbook()

    def below(self, level: int) -> int:
        """The next calmer level."""
        return max((number for number in self.levels if number < level), default=0)

    def holds_posts(self, crisis: int) -> bool:
        """Whether scheduled posts and feeds should wait at this level of a crisis."""
        return crisis > 0 and self.playbook(crisis).holds_posts

    @property
    def leans_on(self) -> frozenset[Capability]:
        """What the bot must be able to do for all its levels, where a messenger has such a thing."""
        books = [level.playbook for level in self.levels.values()]
        needed = {Capability.DELETE} if any(book.no_links or book.pace for book in books) else set[Capability]()
        needed |= {Capability.RIGHTS} if any(book.shut for book in books) else set()
        needed |= {Capability.PACE} if any(book.pace for book in books) else set()
        return frozenset(needed | _SIFTING.get(self.newcomers, frozenset()))

    @property
    def highest(self) -> int:
        return max(self.levels, default=0)

    @property
    def words(self) -> tuple[str, ...]:
        """Every word that some level listens for."""
        return tuple(dict.fromkeys(word.casefold() for level in self.levels.values() for word in level.says))


UNPLANNED = Plan()
