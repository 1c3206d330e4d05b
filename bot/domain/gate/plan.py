"""How newcomers show that they are people, and what happens until they have."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from bot.core.capabilities import Capability
from bot.core.ids import DISCORD, Platform
from bot.core.text import Localised


class Kind(StrEnum):
    """What a newcomer is asked for."""

    BUTTON = "button"
    QUESTION = "question"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class GatePlan:
    """``role`` is given to whoever passed, ``unverified`` taken: names of roles by messenger, where it has any.

    Who has not passed after ``within``, or has failed ``tries`` times, is removed, and may come back.
    """

    ask: Kind = Kind.BUTTON
    question: Localised | None = None
    answers: tuple[str, ...] = ()
    tries: int = 3
    within: timedelta = timedelta(minutes=10)
    role: Mapping[Platform, str] = field(default_factory=dict[Platform, str])
    unverified: Mapping[Platform, str] = field(default_factory=dict[Platform, str])
    hides_joins: bool = False
    hides_leaves: bool = False

    def leans_on(self, platform: Platform) -> frozenset[Capability]:
        """What the bot must be able to do there: to remove who fails, to let in who asks, to keep the others quiet."""
        if platform != DISCORD:
            return frozenset({Capability.KICK, Capability.MUTE, Capability.ADMIT})
        roles = platform in self.role or platform in self.unverified
        return frozenset({Capability.KICK, Capability.ROLES if roles else Capability.DELETE})


def is_right(given: str, answers: tuple[str, ...]) -> bool:
    """Whether an answer is one of those that count: capitals, blanks and a full stop do not matter."""
    return _bare(given) in {_bare(answer) for answer in answers}


def _bare(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .!?\"'")
