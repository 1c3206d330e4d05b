"""The rules of a community, as its managers wrote them in the config file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta, tzinfo
from enum import StrEnum, auto
from typing import TypeAlias

from bot.core.actions import Sanction
from bot.core.ids import UserRef
from bot.core.people import Rank
from bot.domain.moderation.sample import Source
from bot.domain.moderation.triggers import Counting, Links, LookAlikes, Spam, Trigger

MESSAGES = frozenset({Source.MESSAGE})
SHORTEST_MEMORY = timedelta(minutes=5)


class Mode(StrEnum):
    """``watch`` decides and tells staff, but acts on nothing."""

    OFF = "off"
    WATCH = "watch"
    ON = "on"


class Act(StrEnum):
    """What a rule may do by itself, next to what the ladder adds."""

    DELETE = auto()
    WARN = auto()
    MUTE = auto()
    KICK = auto()
    BAN = auto()
    ASK = auto()


@dataclass(frozen=True, slots=True)
class Do:
    """One thing to do; ``lasts`` only for a mute (and a ban that ends)."""

    act: Act
    lasts: timedelta | None = None


class OnFailure(StrEnum):
    """What becomes of a message when the rule itself breaks over it."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Hours:
    """A time of day in the community's own time zone, from ``start`` up to ``end``; it may go over midnight."""

    start: time
    end: time
    zone: tzinfo

    def hold(self, at: datetime) -> bool:
        """Whether it is that time of day."""
        now = at.astimezone(self.zone).time()
        if self.start <= self.end:
            return self.start <= now < self.end
        return now >= self.start or now < self.end


@dataclass(frozen=True, slots=True)
class Only:
    """Conditions under which a rule looks at a message at all; all that are named must hold.

    What a messenger does not tell never holds: without knowing when a member joined, ``member_for_less_than`` does
    not, and the same goes for the age of the account and for the number of messages of whoever was here before the
    bot. An edit counts as the message that it changes.
    """

    member_for_less_than: timedelta | None = None
    places: frozenset[str] = frozenset()
    account_younger_than: timedelta | None = None
    first_messages: int = 0
    hours: Hours | None = None
    crisis: int = 0
    """From this level of the community's crisis on; 0: always."""


ALWAYS = Only()


@dataclass(frozen=True, slots=True)
class Rule:
    """When ``trigger`` fires on somebody whom it does not spare: do what it says and count strikes for the ladder.

    It spares ranks from ``spares`` on, and whoever holds one of these roles or is one of these accounts.
    """

    name: str
    trigger: Trigger
    do: tuple[Do, ...] = (Do(Act.DELETE), Do(Act.WARN))
    guideline: str = ""
    mode: Mode = Mode.WATCH
    strikes: int = 1
    spares: Rank = Rank.HELPER
    only: Only = ALWAYS
    line: int = 0
    """Where it stands in the config file, so that an explanation can point there."""
    looks_at: frozenset[Source] = MESSAGES
    spared_roles: frozenset[str] = frozenset()
    spared_users: frozenset[UserRef] = frozenset()
    on_failure: OnFailure = OnFailure.OPEN
    floor: float | None = None
    """The share of its decisions that should stand; the community's own if None."""
    watches_by_itself: bool = False
    """Below its floor it is made to watch at once, instead of being proposed for that."""


def guards_against_scams(rule: Rule) -> bool:
    """Whether switching it off by itself would be just what some people wish for: invitations, fake links, spam."""
    match rule.trigger:
        case Links(what=what):
            return what != "all"
        case LookAlikes() | Spam():
            return True
        case _:
            return False


@dataclass(frozen=True, slots=True)
class Step:
    """From this many strikes on, this sanction; ``asks`` puts it before the moderators instead."""

    strikes: int
    sanction: Sanction
    lasts: timedelta | None = None
    asks: bool = False


Ladder: TypeAlias = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Policy:
    """All rules, and what strikes lead to: ``ladder`` counts every strike, ``ladders`` those of one guideline."""

    rules: tuple[Rule, ...] = ()
    ladder: Ladder = ()
    forget_after: timedelta | None = None
    ladders: Mapping[str, Ladder] = field(default_factory=dict[str, Ladder])

    def step_for(self, strikes: int) -> Step | None:
        """The highest step that ``strikes`` has reached."""
        return highest(self.ladder, strikes)

    @property
    def newcomers(self) -> int | None:
        """How many messages of a newcomer are counted for its rules; None where no rule asks who is new."""
        asked = [
            rule.only.first_messages for rule in self.rules if rule.mode is not Mode.OFF and _asks_who_is_new(rule)
        ]
        return max(asked, default=None)

    @property
    def memory(self) -> timedelta:
        """How far back its rules look; nothing older needs to be remembered."""
        spans = [rule.trigger.within for rule in self.rules if isinstance(rule.trigger, Counting)]
        return max([SHORTEST_MEMORY, *spans])


def _asks_who_is_new(rule: Rule) -> bool:
    return bool(rule.only.first_messages) or rule.only.member_for_less_than is not None


def highest(ladder: Ladder, strikes: int) -> Step | None:
    """The highest step of a ladder that ``strikes`` has reached."""
    reached = [step for step in ladder if step.strikes <= strikes]
    return max(reached, key=lambda step: step.strikes, default=None)
