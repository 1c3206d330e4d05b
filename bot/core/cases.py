"""The record's cases: who, what, which guideline, and everything that was added to them later."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.core.actions import Sanction
from bot.core.ids import MessageRef, Place, SpaceRef, UserRef
from bot.core.why import Explanation


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was seen: the saved text, the part of it that broke the rule where it is known, and a link to it."""

    text: str
    found: str = ""
    message: MessageRef | None = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One numbered entry of the record: who, what, which guideline, evidence.

    ``by`` None means the bot's own rules. ``undoes`` names the case that this one takes back. ``strikes`` is what
    it adds to the ladder. What really happened stands in the receipts of the case's intents, not here.
    """

    number: int
    space: SpaceRef
    user: UserRef
    user_name: str
    sanction: Sanction
    at: datetime
    by: UserRef | None = None
    by_name: str = ""
    strikes: int = 0
    guideline: str = ""
    rule: str = ""
    reason: str = ""
    evidence: tuple[Evidence, ...] = ()
    until: datetime | None = None
    place: Place | None = None
    undoes: int | None = None
    config: str = ""


@dataclass(frozen=True, slots=True)
class CaseEvidence:
    """More of the same burst, added to a case that stands already."""

    number: int
    evidence: Evidence


class EntryKind(StrEnum):
    """What was added to a case after it was filed."""

    NOTE = "note"
    REASON = "reason"
    """Its reason was written anew."""
    GUIDELINE = "guideline"
    """It is about another guideline; the texts are their keys."""
    UNTIL = "until"
    """It lasts longer or shorter; the texts are moments (see ``moment_of``)."""
    ALONG = "along"
    """Another case was changed together with it: the text is that one's number."""


@dataclass(frozen=True, slots=True)
class CaseEntry:
    """Something people added to a case; ``before`` is what stood there, and a Conflict when it is otherwise now."""

    number: int
    kind: EntryKind
    text: str
    by: UserRef
    by_name: str
    at: datetime
    before: str = ""


def until_text(until: datetime | None) -> str:
    """A moment as an entry keeps it; empty for good."""
    return "" if until is None else until.isoformat()


def moment_of(text: str) -> datetime | None:
    """Read it back."""
    return datetime.fromisoformat(text) if text else None


@dataclass(frozen=True, slots=True)
class Claim:
    """Whoever is first: until then nobody else files a second case under this name, unless the first is taken back."""

    name: str
    case: int
    by: UserRef
    at: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Search:
    """What to look for in the record; everything that is given must fit.

    ``text`` is searched for in reasons, whatever its case. For pages, as
    case numbers: ``before``, ``after``, and ``floor``, below which nothing is looked at.
    """

    user: UserRef | None = None
    by: UserRef | None = None
    sanction: Sanction | None = None
    guideline: str = ""
    text: str = ""
    since: datetime | None = None
    until: datetime | None = None
    floor: int | None = None
    before: int | None = None
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Explained:
    """Why a case was filed, kept beside it."""

    number: int
    why: Explanation
    at: datetime


@dataclass(frozen=True, slots=True)
class Overturned:
    """People found that a rule was wrong about a case, which counts against the rule."""

    number: int
    rule: str
    at: datetime
