"""A conversation goes to another department, and departments say how far they are."""

from dataclasses import replace
from datetime import datetime

from bot.core.conversations import Conversation, TalkEntry, TalkKind, TalkState
from bot.core.deliveries import Progress
from bot.core.people import Member
from bot.core.record import TimerOff
from bot.core.text import say
from bot.domain.care.conversation import noted, resolved
from bot.domain.care.department import Department
from bot.domain.care.moves import CLOSE, WAKE, Move, Moved, Words


def passed(talk: Conversation, by: Member, to: Department, note: str, now: datetime) -> Move:
    """Somebody else's queue has it from now on: nobody owns it yet, and the member waits for an answer."""
    if talk.report is not None:
        return say("complaint-stays", number=talk.number)
    if talk.merged_into is not None:
        return say("inbox-merged", number=talk.number, into=talk.merged_into)
    if talk.state is TalkState.RESOLVED:
        return say("inbox-over", number=talk.number)
    if talk.department == to.key:
        return say("department-same", number=talk.number, department=to.title)
    theirs = replace(
        talk,
        department=to.key,
        owner=None,
        owner_name="",
        state=TalkState.OPEN,
        waiting_since=talk.waiting_since or now,
        until=None,
        closes_at=None,
    )
    due = ((WAKE, talk.until), (CLOSE, talk.closes_at))
    timers = tuple(TimerOff(kind, str(talk.number)) for kind, at in due if at is not None)
    moved = replace(_event(theirs, "handed", to.key, now, by), timers=timers)
    return moved.and_then(noted(moved.now, by, Words(note), now)) if note.strip() else moved


def progressed(talk: Conversation, progress: Progress, detail: str, now: datetime, by: Member | None = None) -> Move:
    """A department says how far it is; what it says is over is resolved."""
    if talk.state is TalkState.RESOLVED:
        return say("inbox-over", number=talk.number)
    said = _event(talk, "progress", detail, now, by)
    if not progress.is_over:
        return said
    over = resolved(said.now, by, now)
    assert isinstance(over, Moved)
    return said.and_then(over)


def _event(talk: Conversation, what: str, detail: str, now: datetime, by: Member | None) -> Moved:
    who, name = (None, "") if by is None else (by.user, by.name)
    entry = TalkEntry(talk.number, talk.entries + 1, TalkKind.EVENT, now, detail, who, name, what)
    return Moved(replace(talk, entries=entry.seq, touched_at=now), (entry,))
