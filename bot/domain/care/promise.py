"""A moderator's word that the member hears more by a certain time: given, kept or broken."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.conversations import Conversation, Fate, TalkEntry, TalkKind, TalkState
from bot.core.levels import Promise, PromiseState
from bot.core.people import Member
from bot.core.record import Row, Timer, TimerOff
from bot.core.text import Say, say
from bot.domain.care.moves import Moved

SOON, OVER = "promise-soon", "promise-over"
"""The kinds of timers: somebody has to hurry, and the time is over."""
NOTICE = timedelta(minutes=10)
"""How long before its time the one who gave it is reminded."""
LONGEST = timedelta(days=30)


def promised(talk: Conversation, by: Member, until: datetime, now: datetime) -> tuple[Moved, Promise] | Say:
    """Give one's word; whoever does so for a conversation that nobody owns owns it."""
    if talk.merged_into is not None:
        return say("inbox-merged", number=talk.number, into=talk.merged_into)
    if talk.state is TalkState.RESOLVED:
        return say("inbox-over", number=talk.number)
    if not now < until <= now + LONGEST:
        return say("promise-when", longest=LONGEST)
    if talk.owner is None:
        talk = replace(talk, owner=by.user, owner_name=by.name)
    detail = f"{until:%Y-%m-%d %H:%M} UTC"
    seq = talk.entries + 1
    entry = TalkEntry(talk.number, seq, TalkKind.EVENT, now, detail, by.user, by.name, "promised")
    moved = Moved(replace(talk, entries=seq, touched_at=now), (entry,))
    return moved, Promise(talk.number, by.user, by.name, now, until)


def rows_of(promise: Promise, now: datetime) -> tuple[Row, ...]:
    """The promise with its timers; those of an older one are replaced."""
    subject, soon = str(promise.conversation), promise.until - NOTICE
    hurry = Timer(SOON, subject, soon) if soon > now else TimerOff(SOON, subject)
    return promise, hurry, Timer(OVER, subject, promise.until)


def is_kept_by(promise: Promise, entry: TalkEntry) -> bool:
    """Whether this is the answer that was promised: one of the team that goes out, and was written after it."""
    goes_out = entry.kind is TalkKind.TEAM and entry.fate is Fate.NEW
    return promise.state is PromiseState.OPEN and goes_out and entry.at >= promise.at


def settled(promise: Promise, state: PromiseState) -> tuple[Row, ...]:
    """It is over, and nobody is reminded."""
    subject = str(promise.conversation)
    return replace(promise, state=state), TimerOff(SOON, subject), TimerOff(OVER, subject)
