"""Somebody says that a case is a mistake, until it is judged."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.core.ids import UserRef


class AppealState(StrEnum):
    """An appeal's life; about the case: it stands (upheld), was made milder (reduced), or taken back (overturned)."""

    FILED = "filed"
    TAKEN = "taken"
    UPHELD = "upheld"
    REDUCED = "reduced"
    OVERTURNED = "overturned"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Appeal:
    """Somebody says that a case is a mistake; numbered in one row with complaints.

    ``user`` is the account she appeals from, which need not be the one the case is about. ``due`` is when it must be
    judged, ``outcome`` the case that carried the judgement out, ``answer`` what the judge wrote. Written whole over the
    ``version`` that was read, like a complaint.
    """

    number: int
    case: int
    user: UserRef
    user_name: str
    at: datetime
    due: datetime
    text: str = ""
    state: AppealState = AppealState.FILED
    owner: UserRef | None = None
    owner_name: str = ""
    answer: str = ""
    outcome: int | None = None
    escalated: bool = False
    version: int = 0
