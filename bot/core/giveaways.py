"""A giveaway as the record keeps it: what is drawn, who may enter, the promised seed, and what the draw has decided."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.core.ids import Place, UserRef
from bot.core.people import Rank


class GiveawayState(StrEnum):
    OPEN = "open"
    DRAWN = "drawn"
    """Entries are frozen. Who wins is settled one by one, as long as people do not claim."""
    CANCELLED = "cancelled"


class Unfit(StrEnum):
    """Why somebody cannot enter, or is passed over at the draw; in the proof it stands in these words."""

    LEFT = "left"
    BANNED = "banned"
    MUTED = "muted"
    ACCOUNT_NEW = "account too new"
    JOINED_LATELY = "member for too short a time"
    RANK = "rank too low"
    ROLE = "without the role"
    UNLINKED = "no linked accounts"
    WITHDRAWN = "withdrew her data"
    INVITED = "invited a false account"
    TWICE = "won with another account"
    UNCLAIMED = "not claimed in time"


@dataclass(frozen=True, slots=True)
class Conditions:
    """Who may enter. ``answers`` are the right ones to ``question``; a span of zero and an empty text ask nothing.

    ``invites``: nobody whom she brought in is banned, or gone again.
    """

    member_for: timedelta = timedelta(0)
    account_for: timedelta = timedelta(0)
    rank: Rank = Rank.MEMBER
    role: str = ""
    linked: bool = False
    question: str = ""
    answers: tuple[str, ...] = ()
    invites: bool = False


@dataclass(frozen=True, slots=True)
class Prized:
    """An entry that won. ``until``: she has to claim before; before the draw is told, both are as they stand here."""

    code: str
    until: datetime | None = None
    claimed: bool = False

    @property
    def is_told(self) -> bool:
        return self.claimed or self.until is not None


@dataclass(frozen=True, slots=True)
class PassedOver:
    """An entry that came first and does not win, with the reason as the proof says it.

    ``had_won``: it was hers, and went on; whoever it was does not win again, with whichever of her accounts.
    """

    code: str
    why: str
    had_won: bool = False


@dataclass(frozen=True, slots=True)
class Giveaway:
    """One giveaway, wherever it is shown; ``subject`` is its name among entries, cards and timers.

    ``name`` stands in the proof and goes into the draw. ``seed`` is known to the store alone until the draw: it is in
    no log and no export; what is published at the start is its ``commitment``. ``won`` and ``passed`` stand in the
    order of their places.
    """

    number: int
    name: str
    by: UserRef
    by_name: str
    prize: str
    winners: int
    opens_at: datetime
    closes_at: datetime
    places: tuple[Place, ...]
    conditions: Conditions
    claim_within: timedelta
    commitment: str
    state: GiveawayState = GiveawayState.OPEN
    won: tuple[Prized, ...] = ()
    passed: tuple[PassedOver, ...] = ()
    entrants: int = 0
    seed: str = field(default="", repr=False)
    version: int = 0

    @property
    def subject(self) -> str:
        return f"giveaway {self.number}"

    @property
    def settled(self) -> frozenset[str]:
        """Every entry about which something is decided: it is never drawn again."""
        return frozenset({*(one.code for one in self.won), *(one.code for one in self.passed)})

    def moved(self, **changes: object) -> "Giveaway":
        """The next version, with these changes."""
        return replace(self, version=self.version + 1, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class ListFrozen:
    """The codes of all who entered, kept as they stood when it closed; they name nobody."""

    giveaway: int
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EntriesForgotten:
    """Whose entries they were is not known any more; the frozen list stays."""

    subject: str
