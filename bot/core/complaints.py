"""A member's complaint about somebody, from its first word to its outcome."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.core.cases import Evidence
from bot.core.ids import SpaceRef, UserRef


class ComplaintState(StrEnum):
    """A complaint's life: open, taken by somebody, settled."""

    OPEN = "open"
    TAKEN = "taken"
    UPHELD = "upheld"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Complaint:
    """One complaint from its first word to its outcome; what is about nobody is a Conversation.

    Written whole: ``version`` is what was read, the ledger stores ``version + 1`` and refuses when somebody else
    was first. ``for_managers`` marks one about a moderator; ``others`` reported the same message and hear the
    outcome too.
    """

    number: int
    reporter: UserRef
    reporter_name: str
    at: datetime
    text: str = ""
    space: SpaceRef | None = None
    about: UserRef | None = None
    about_name: str = ""
    evidence: tuple[Evidence, ...] = ()
    for_managers: bool = False
    state: ComplaintState = ComplaintState.OPEN
    owner: UserRef | None = None
    owner_name: str = ""
    case: int | None = None
    others: tuple[UserRef, ...] = ()
    version: int = 0
