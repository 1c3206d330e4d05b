"""Cases that stand beside each other on both messengers: which was first, and what is said of it."""

from bot.core.record import Note
from bot.core.text import Say, say
from bot.runtime.stores import Notes

COG = "spreading"
"""In whose name the notes are kept: under a case's number those that were filed beside it."""


def filed_beside(number: int, first: int | None) -> Note:
    """Write down, or forget, beside which case this one was filed."""
    return Note(COG, f"of {number}", None if first is None else str(first))


async def apart(notes: Notes, community: str, number: int) -> Say | None:
    """That the case beside which this one was filed stays as it is; None for one that was filed by itself.

    What is done to the first of them happens to both. What is done to the other concerns that one alone: each
    messenger has moderators of its own.
    """
    first = await notes.note(community, COG, f"of {number}")
    return None if first is None else say("case-apart", case=int(first))
