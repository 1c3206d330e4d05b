"""A member's complaint about somebody, from its first word to its outcome."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.core.cases import Evidence
from bot.core.ids import SpaceRef, UserRef


class ComplaintState(StrEnum):
    """What the moderators say of a reported message; ``taken`` stands in old rows only.

    ``closed`` is the end of a conversation that nobody gave a verdict in.
    """

    OPEN = "open"
    TAKEN = "taken"
    UPHELD = "upheld"
    DECLINED = "declined"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Complaint:
    """What a conversation with the team is about that began with a reported message, and what became of it.

    ``conversation`` has its owner, states and deadlines; None for one from before complaints were conversations.
    Written whole: ``version`` is what was read, the ledger stores ``version + 1`` and refuses when somebody else
    was first. ``for_managers`` marks one about a moderator; ``others`` reported the same message and hear the
    outcome too; ``rules`` are those of the community that the message broke when it was reported.
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
    conversation: int | None = None
    rules: tuple[str, ...] = ()

    @property
    def known_as(self) -> int:
        """The number by which people know it."""
        return self.number if self.conversation is None else self.conversation
