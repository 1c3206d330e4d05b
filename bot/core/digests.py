"""Who wants which news in private, and that she agreed to it."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.ids import UserRef


@dataclass(frozen=True, slots=True)
class DigestWish:
    """She agreed ``at`` that moment, to these ``terms``, to get news about these interests."""

    user: UserRef
    interests: tuple[str, ...]
    terms: str
    at: datetime


@dataclass(frozen=True, slots=True)
class DigestEnded:
    """She took it back; nothing is kept of it."""

    user: UserRef


@dataclass(frozen=True, slots=True)
class DigestTried:
    """Whether a digest reached her. Who cannot be reached ``most`` times in a row is dropped; nobody is added by it."""

    user: UserRef
    reached: bool
    most: int
