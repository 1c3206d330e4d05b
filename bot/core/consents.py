"""Acts beyond somebody's hourly share, which wait for a second person."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.core.ids import SpaceRef, UserRef


class HeldState(StrEnum):
    """What became of an act that waits for a second person."""

    WAITING = "waiting"
    CONSENTED = "consented"
    REFUSED = "refused"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Held:
    """An act beyond somebody's hourly share, which waits for a second person; ``order`` is what to do, as data."""

    number: int
    space: SpaceRef
    by: UserRef
    by_name: str
    act: str
    at: datetime
    order: Mapping[str, object] = field(default_factory=dict[str, object])
    state: HeldState = HeldState.WAITING
    second: UserRef | None = None
    second_name: str = ""
    version: int = 0
