"""What a messenger itself lets people do, before any bot hears of it."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.adapters.playground.world import GENERAL, STAFF, Person, Side, Standing, is_private, person_of
from bot.core.doors import Right
from bot.core.people import Rank


@dataclass(frozen=True, slots=True)
class Went:
    """It was done; ``opens`` is the chat that the messenger shows next, ``who`` the person who came."""

    post: int | None = None
    opens: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class Blocked:
    """The messenger does not allow it; ``why`` is a sentence for the page."""

    why: str


Outcome: TypeAlias = Went | Blocked
NOBODY = Blocked("There is nobody of this name.")


def may_see(person: Person | None, chat: str) -> Blocked | None:
    """Say why this person cannot see the chat; None when they can."""
    if person is None:
        return NOBODY
    if is_private(chat):
        return None if person_of(chat) == person.id else Blocked("This chat is somebody else's.")
    if person.standing is not Standing.INSIDE:
        return Blocked(f"{person.name} is not in Riverside Makers.")
    if chat == STAFF and person.rank < Rank.MODERATOR:
        return Blocked(f"{person.name} cannot see #staff.")
    return None if chat in {GENERAL, STAFF} else Blocked("There is no such chat.")


def may_write(side: Side, person: Person | None, chat: str, text: str) -> Blocked | None:
    """Say why this person cannot write this there; None when they can."""
    blocked = may_see(person, chat)
    if blocked is not None or person is None:
        return blocked
    if not text.strip():
        return Blocked("There is nothing to send.")
    if person.muted_until is not None and not is_private(chat) and person.is_muted(side.now()):
        return Blocked(f"{person.name} is muted until {person.muted_until:%Y-%m-%d %H:%M} UTC.")
    if Right.SPEAK in side.shut and chat == GENERAL and person.rank < Rank.MODERATOR:
        return Blocked("Nobody but the moderators may write here now.")
    return None
