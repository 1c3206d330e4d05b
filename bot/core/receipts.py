"""How an action went: done, refused with a reason, or trouble that may pass."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TypeAlias

from bot.core.doors import Snapshot
from bot.core.ids import MessageRef


class Refusal(StrEnum):
    """Why a platform would not do it: expected, and told to a human."""

    FORBIDDEN = "forbidden"
    OUTRANKED = "outranked"
    GONE = "gone"
    UNREACHABLE = "unreachable"
    UNSUPPORTED = "unsupported"
    TOO_LATE = "too-late"
    TOO_LARGE = "too-large"


@dataclass(frozen=True, slots=True)
class Done:
    """It happened. ``aloud`` marks a whisper that had to become a short public line without its content.

    ``found`` is what a Survey found, ``interested`` how many the messenger counts for an event of its own, ``link``
    what an Invite made; ``doubled`` that the same may stand there a second time, for an answer was lost.
    """

    message: MessageRef | None = None
    aloud: bool = False
    found: Snapshot | None = None
    interested: int | None = None
    link: str = ""
    doubled: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    why: Refusal
    detail: str = ""


Receipt: TypeAlias = Done | Refused


@dataclass(frozen=True, slots=True)
class Trouble:
    """The network or the platform failed; ``maybe_done`` says that it may have happened all the same."""

    detail: str
    maybe_done: bool
    retry_after: timedelta | None = None


Attempt: TypeAlias = Receipt | Trouble
"""What an adapter answers; the outbox turns trouble into a receipt in the end."""
