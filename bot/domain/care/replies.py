"""Answers to a member: held for a while in which they can be taken back, and then out of the team's hands."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.attachments import Enclosure
from bot.core.conversations import Conversation, Fate, Priority, TalkEntry, TalkKind, TalkState
from bot.core.people import Member
from bot.core.record import Timer, TimerOff
from bot.core.text import say
from bot.domain.care.moves import MOST_LABELS, MOST_WORDS, Move, Moved, Words, entry_of, happened, with_entry

SEND = "inbox-send"
"""The kind of timer at which a held answer goes out."""
HEATED = "heated"
"""The label of a conversation in which words fall that break a rule."""
HOLD = timedelta(seconds=10)
HEATED_HOLD = timedelta(seconds=60)
"""How long a reply can be taken back; longer where things are heated."""


def drafted(talk: Conversation, by: Member, text: str, now: datetime, enclosures: tuple[Enclosure, ...] = ()) -> Move:
    """Answer the member: it goes out when the time to take it back is over. Whoever answers first owns it."""
    words = Words(text.strip(), enclosures=enclosures)
    if words.is_empty:
        return say("inbox-empty")
    if words.is_too_long:
        return say("inbox-too-long", most=MOST_WORDS)
    if talk.merged_into is not None:
        return say("inbox-merged", number=talk.number, into=talk.merged_into)
    if talk.owner is None:
        talk = replace(talk, owner=by.user, owner_name=by.name)
    entry = entry_of(talk, TalkKind.TEAM, now, words, by.user, by.name, Fate.HELD)
    return replace(with_entry(talk, now, entry), timers=(Timer(SEND, draft(entry), now + hold(talk)),))


def hold(talk: Conversation) -> timedelta:
    """How long an answer can be taken back."""
    return HEATED_HOLD if talk.priority is Priority.URGENT or HEATED in talk.labels else HOLD


def heated(talk: Conversation) -> Conversation:
    """Say that it is: the label tells it to the team, who take it off when it has cooled down."""
    full = HEATED in talk.labels or len(talk.labels) >= MOST_LABELS
    return talk if full else replace(talk, labels=(*talk.labels, HEATED))


def draft(entry: TalkEntry) -> str:
    """What the timer of a held answer is called."""
    return f"{entry.conversation}/{entry.seq}"


def undone(talk: Conversation, entry: TalkEntry, by: Member, now: datetime) -> Move:
    """Take a held answer back."""
    if entry.fate is Fate.UNDONE:
        return say("inbox-undone")
    if entry.fate is not Fate.HELD:
        return say("inbox-too-late")
    moved = happened(Moved(talk), "undone", now, by)
    return Moved(moved.now, (replace(entry, fate=Fate.UNDONE), *moved.said), (TimerOff(SEND, draft(entry)),))


def released(talk: Conversation, entry: TalkEntry, now: datetime, asked: datetime | None = None) -> Moved | None:
    """The time to take it back is over: the answer goes out, and it is the member's turn. None if it is not held.

    What she ``asked`` after it was written is not answered by it: since then she waits. Nor does it end the wait where
    nobody takes care of it any more: it was handed to a department meanwhile, or its owner has left.
    """
    if entry.fate is not Fate.HELD:
        return None
    # Who reported a message waits for the verdict, whatever she is asked or told before.
    waits = asked if talk.report is None and talk.owner is not None else talk.waiting_since
    ours = talk.state in {TalkState.OPEN, TalkState.SNOOZED} and talk.report is None and waits is None
    after = replace(
        talk,
        state=TalkState.PENDING if ours else talk.state,
        answered_at=talk.answered_at or now,
        waiting_since=waits,
        touched_at=now,
    )
    return Moved(after, (replace(entry, fate=Fate.NEW),))
