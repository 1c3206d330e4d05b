"""What people put into a gathering (a ballot, a lot, a seat), and the public cards that show how it stands.

A ``subject`` names the gathering, as that of a timer does: ``poll 12``.
"""

from dataclasses import dataclass

from bot.core.ids import MessageRef, UserRef


@dataclass(frozen=True, slots=True)
class Put:
    """What somebody put in. ``linked``: she has said which accounts are hers, so nobody can be counted twice."""

    value: str
    weight: int = 1
    linked: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody enters, changes her mind, or leaves (``put`` is None).

    ``who`` is the person, or for what is anonymous a keyed hash of her; then ``account`` and ``name`` stay empty.
    ``before`` is what stood there when it was decided; the ledger raises Conflict when something else does.
    """

    subject: str
    who: str
    put: Put | None
    before: Put | None = None
    account: UserRef | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class EntryMoved:
    """Two accounts became one person, or stopped being one: what ``who`` put in is ``into``'s now.

    Where both put something in the newer counts, and the other is gone.
    """

    subject: str
    who: str
    into: str
    linked: bool


@dataclass(frozen=True, slots=True)
class EntriesSealed:
    """It is over, and anonymous: only how often each value was put in is kept, of nobody."""

    subject: str


@dataclass(frozen=True, slots=True)
class CardShown:
    """This message of the bot's shows the gathering in public."""

    subject: str
    message: MessageRef


@dataclass(frozen=True, slots=True)
class CardsGone:
    """Nothing shows it any more."""

    subject: str
