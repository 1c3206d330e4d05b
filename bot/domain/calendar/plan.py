"""What a config says of the calendar."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.core.posts import Missed
from bot.core.text import Localised
from bot.domain.calendar.quiet import Hours


@dataclass(frozen=True, slots=True)
class Standing:
    """A post that comes again and stands in the config; ``every`` as a manager writes it."""

    key: str
    every: str
    roles: tuple[str, ...]
    text: Localised
    holds: bool = True
    pillar: str = ""
    owner: str = ""


Standings: TypeAlias = tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """``approval``: nothing goes out before a second person has agreed. In ``quiet`` hours posts wait."""

    approval: bool = False
    quiet: Hours | None = None
    missed: Missed = Missed.LATE
    standing: Standings = ()
