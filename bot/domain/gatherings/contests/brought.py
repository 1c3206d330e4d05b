"""What somebody brings: words, a link, a file; and every reason why that is none."""

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.core.contests import Submission, SubmissionState
from bot.core.ids import UserRef
from bot.core.text import Say, say
from bot.domain.gatherings.reading import too_long

LONGEST_TEXT = 1000
LONGEST_LINK = 400
MOST = 200
"""So many can be in one contest."""
MOST_CHANGES = 10
"""So often can somebody take back what she brought, and bring something else."""
_ALIVE = (SubmissionState.WAITING, SubmissionState.IN)
_LINK = re.compile(r"https?://[^\s<>\"]+\.[^\s<>\"]+", re.IGNORECASE)


def faults(text: str, link: str, *, has_file: bool = False) -> Iterator[Say]:
    """Whatever is wrong with it."""
    if not (text or link or has_file):
        yield say("contest-empty")
    if link and (_LINK.fullmatch(link) is None or len(link) > LONGEST_LINK):
        yield say("contest-no-link", given=link[:60])
    long = too_long(text, LONGEST_TEXT)
    if long is not None:
        yield long


def link_in(text: str) -> bool:
    """Whether there is a link in these words."""
    return _LINK.search(text) is not None


def of(brought: Sequence[Submission], accounts: Sequence[UserRef]) -> tuple[Submission, ...]:
    """What one person has in it, with whichever of her accounts."""
    return tuple(one for one in brought if one.by in accounts and one.state in _ALIVE)


def used(brought: Sequence[Submission], accounts: Sequence[UserRef]) -> int:
    """How many of those that she may bring are used up: one that was disqualified is not made good by another."""
    out = sum(one.by in accounts and one.state is SubmissionState.DISQUALIFIED for one in brought)
    return len(of(brought, accounts)) + out


def too_many(brought: Sequence[Submission], accounts: Sequence[UserRef], most: int) -> Say | None:
    """Why nothing more is taken of somebody, if so: she has enough in it, changed her mind too often, or it is full."""
    if used(brought, accounts) >= most:
        return say("contest-enough", count=most)
    if sum(one.by in accounts for one in brought) >= most + MOST_CHANGES:
        return say("contest-too-often")
    return say("contest-full") if sum(one.state in _ALIVE for one in brought) >= MOST else None


def those_in(brought: Iterable[Submission]) -> tuple[Submission, ...]:
    """What is judged."""
    return tuple(one for one in brought if one.state is SubmissionState.IN)
