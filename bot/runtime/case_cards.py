"""What follows for the cards of cases that staff see: a new one, or the one that stands is brought up to date."""

from bot.core.decisions import Later
from bot.core.ids import UserRef

SHOW, REFRESH = "case-card", "case-refresh"


def shows_case(number: int, about: UserRef, *, asks: bool = False) -> Later:
    """Show staff this case, in the turn of whom it is about; with ``asks`` the card asks them to decide."""
    return Later(SHOW, {"case": number, "asks": asks}, _turn(about))


def refreshes_case(number: int, about: UserRef) -> Later:
    """Bring its card up to date, if it has one."""
    return Later(REFRESH, {"case": number}, _turn(about))


def _turn(about: UserRef) -> str:
    """Cards about one person come one after the other, so that those of a burst find each other."""
    return f"card {about}"
