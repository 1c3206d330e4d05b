"""The rules of a community, as its managers wrote them in the config file."""

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum, auto

from bot.core.actions import Sanction
from bot.core.people import Rank
from bot.domain.moderation.triggers import Trigger


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


@dataclass(frozen=True, slots=True)
class Only:
    """Conditions under which a rule looks at a message at all; an empty condition is always true.

    Without knowing when a member joined, ``member_for_less_than`` does not apply.
    """

    member_for_less_than: timedelta | None = None
    places: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Rule:
    """When ``trigger`` fires on somebody below ``spares``: do what it says and count strikes for the ladder."""

    name: str
    trigger: Trigger
    do: tuple[Do, ...] = (Do(Act.DELETE), Do(Act.WARN))
    guideline: str = ""
    mode: Mode = Mode.WATCH
    strikes: int = 1
    spares: Rank = Rank.HELPER
    only: Only = field(default_factory=Only)
    line: int = 0
    """Where it stands in the config file, so that an explanation can point there."""


@dataclass(frozen=True, slots=True)
class Step:
    """From this many strikes on, this sanction; ``asks`` puts it before the moderators instead."""

    strikes: int
    sanction: Sanction
    lasts: timedelta | None = None
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Policy:
    rules: tuple[Rule, ...] = ()
    ladder: tuple[Step, ...] = ()
    forget_after: timedelta | None = None

    def step_for(self, strikes: int) -> Step | None:
        """The highest step that ``strikes`` has reached."""
        reached = [s for s in self.ladder if s.strikes <= strikes]
        return max(reached, key=lambda s: s.strikes, default=None)
