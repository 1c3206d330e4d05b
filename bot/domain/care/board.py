"""The feedback board's law: one person, one vote; a merge moves no vote, so that undoing it loses none.

A vote belongs to the account that gave it and to the entry it was given for. It counts for the person whose account
that is now, and for the entry which that entry is merged into now: linking, unlinking, merging and undoing a merge
change what is counted and never what is kept.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeAlias, TypeGuard

from bot.core.feedback import Feedback, FeedbackKind, FeedbackState, FeedbackUnvote, FeedbackVote
from bot.core.ids import UserRef
from bot.core.people import Member
from bot.core.record import Timer, TimerOff
from bot.core.text import Say, say

LONGEST_TITLE = 80
MOST_WORDS = 1500
LONGEST_NOTE = 500
HOLD = timedelta(minutes=1)
"""How long a change of state can be taken back before anybody is told."""
TELL, TELLING, REFRESH, DIGEST = "feedback-tell", "feedback-telling", "feedback-refresh", "feedback-digest"
"""The kinds of timers: a change is told, then the next people hear of it; a card shows what is so; the week is over."""
BATCH = 20
PAUSE = timedelta(seconds=3)
"""So many people are told at once, and so long it rests between them."""
CHOOSABLE = (
    FeedbackState.OPEN,
    FeedbackState.PLANNED,
    FeedbackState.STARTED,
    FeedbackState.COMPLETED,
    FeedbackState.DECLINED,
)
VOTABLE = frozenset({FeedbackState.OPEN, FeedbackState.PLANNED, FeedbackState.STARTED})
"""What is over needs no more votes."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """A vote as it is kept, and whose it is now: accounts of the same ``person`` have one vote."""

    number: int
    user: UserRef
    person: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Author:
    """Who brought an entry, and who that is now."""

    user: UserRef
    person: str


@dataclass(frozen=True, slots=True)
class Standing:
    """An entry, how many people are for it, and when the last of them said so."""

    entry: Feedback
    votes: int
    latest: datetime | None = None


Move: TypeAlias = Feedback | Say
"""The entry after a move, or the phrase that says why it cannot be made."""


# --- votes


def subject_of(number: int) -> str:
    """What an entry is called among the things that have cards."""
    return f"feedback {number}"


def votes(ballots: Iterable[Ballot]) -> int:
    """Count people."""
    return len({one.person for one in ballots})


def stands(ballots: Iterable[Ballot], accounts: Collection[UserRef]) -> bool:
    """Whether whoever has these accounts is for it."""
    return any(one.user in accounts for one in ballots)


def given(number: int, user: UserRef, now: datetime) -> FeedbackVote:
    return FeedbackVote(number, user, now)


def withdrawn(ballots: Iterable[Ballot], accounts: Collection[UserRef]) -> tuple[FeedbackUnvote, ...]:
    """Take every vote of a person back, with whichever account and for whichever duplicate she gave it."""
    return tuple(FeedbackUnvote(one.number, one.user) for one in ballots if one.user in accounts)


def followers(authors: Iterable[Author], ballots: Iterable[Ballot]) -> tuple[UserRef, ...]:
    """Everybody who hears of a change: each person once, on the account she spoke up with first; in a fixed order."""
    first: dict[str, UserRef] = {}
    spoke = [(one.person, one.user) for one in authors] + [(one.person, one.user) for one in ballots]
    for person, user in spoke:
        first.setdefault(person, user)
    return tuple(sorted(first.values()))


def next_batch(people: Sequence[UserRef], after: str) -> tuple[tuple[UserRef, ...], str]:
    """Whom to tell next after this one, and after whom to go on; empty when all are told."""
    left = [one for one in people if str(one) > after]
    now = sorted(left, key=str)[:BATCH]
    return tuple(now), str(now[-1]) if len(left) > len(now) else ""


# --- entries


def submitted(number: int, kind: FeedbackKind, who: Member, words: tuple[str, str], now: datetime) -> Feedback:
    """Begin an entry with a title and words."""
    title, text = words
    return Feedback(
        number, kind, who.user, who.name, now, one_line(title)[:LONGEST_TITLE], text.strip()[:MOST_WORDS], now
    )


def one_line(text: str) -> str:
    return " ".join(text.split())


def is_on_the_board(entry: Feedback | None) -> TypeGuard[Feedback]:
    """Whether it can be seen: neither removed by staff, nor without words since its author was forgotten."""
    return entry is not None and entry.state is not FeedbackState.REMOVED and bool(entry.title)


def moved(entry: Feedback, state: FeedbackState, note: str, now: datetime) -> Move:
    """The team says how far it is."""
    note = note.strip()[:LONGEST_NOTE]
    if entry.merged_into is not None:
        return say("feedback-is-duplicate", number=entry.number, into=entry.merged_into)
    if (entry.state, entry.note) == (state, note):
        return say("feedback-is-so", number=entry.number, state=name_of(state))
    when = entry.moved_at if entry.state is state else now
    return replace(entry, state=state, note=note, moved_at=when)


def merged(entry: Feedback, into: Feedback, now: datetime) -> tuple[Feedback, Feedback] | Say:
    """It is the same as another one; ``into`` is where that one's own merges lead.

    Both are written: whoever moved the other one meanwhile was first, and no two merges can make a circle.
    """
    if entry.merged_into is not None:
        return say("feedback-is-duplicate", number=entry.number, into=entry.merged_into)
    if entry.number == into.number:
        return say("feedback-itself", number=entry.number)
    mine = replace(entry, state=FeedbackState.DUPLICATE, was=entry.state, merged_into=into.number, moved_at=now)
    return mine, into


def parted(entry: Feedback, now: datetime) -> Move:
    """A merge is undone: the entry is what it was, with the votes that were given for it."""
    if entry.merged_into is None:
        return say("feedback-no-duplicate", number=entry.number)
    return replace(entry, state=entry.was, merged_into=None, moved_at=now)


def removed(entry: Feedback, below: Iterable[Feedback], now: datetime) -> tuple[Feedback, ...]:
    """Take an entry off the board for good, without its words; what was merged into it stands for itself again."""
    gone = replace(
        entry,
        state=FeedbackState.REMOVED,
        told=FeedbackState.REMOVED,
        title="",
        text="",
        note="",
        author_name="",
        merged_into=None,
        moved_at=now,
    )
    return gone, *freed(entry, below, now)


def freed(entry: Feedback, below: Iterable[Feedback], now: datetime) -> tuple[Feedback, ...]:
    """What was merged right into an entry that goes away stands for itself again."""
    apart = (one for one in below if one.merged_into == entry.number)
    return tuple(replace(one, state=one.was, merged_into=None, moved_at=now) for one in apart)


def telling(entry: Feedback, now: datetime) -> Timer | TimerOff:
    """When those who are for it hear of its state, unless they know it already."""
    if entry.state is entry.told:
        return TimerOff(TELL, str(entry.number))
    return Timer(TELL, str(entry.number), now + HOLD)


def votes_of(count: int) -> Say:
    """So many votes, in words."""
    return say("feedback-votes", count=count)


def name_of(state: FeedbackState) -> Say:
    """What a state is called."""
    return say(f"feedback-state-{state}")
