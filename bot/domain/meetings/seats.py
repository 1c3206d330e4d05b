"""Who has a seat and who waits for one: the wait list moves in the order in which people joined it."""

from bot.core.gatherings import Put

YES, MAYBE, NO, WAIT = "yes", "maybe", "no", "wait"
ANSWERS = (YES, MAYBE, NO)


def answered(seats: int, taken: int, waiting: int, was: str, wants: str) -> str:
    """What becomes of an answer: who wants to come and finds no seat, or others waiting before her, waits."""
    if wants != YES or was == YES or not seats:
        return wants
    return WAIT if was == WAIT or waiting or taken >= seats else YES


def free(seats: int, taken: int, waiting: int) -> int:
    """How many of those who wait can come now."""
    return min(waiting, max(0, seats - taken)) if seats else waiting


def left_by(was: str, now: str) -> int:
    """How many seats become free by this change of mind."""
    return 1 if was == YES and now != YES else 0


def put(value: str, *, linked: bool) -> Put:
    return Put(value, 1, linked)
