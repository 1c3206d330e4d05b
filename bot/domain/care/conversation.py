"""A conversation's life: every move is a pure function that gives the rows to write, or the reason why not."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.core.attachments import Enclosure
from bot.core.conversations import Conversation, Fate, Priority, TalkEntry, TalkKind, TalkState
from bot.core.people import Member
from bot.core.record import Timer
from bot.core.text import Say, say
from bot.domain.care.moves import (
    CLOSE,
    MOST_LABELS,
    MOST_WORDS,
    WAKE,
    Move,
    Moved,
    Words,
    entry_of,
    happened,
    unset,
    with_entry,
)

LONGEST_LABEL = 32
SILENCE = timedelta(days=1)
"""After so long without a word what the bot answered by itself is over."""


def opened(number: int, who: Member, now: datetime, **more: Any) -> Conversation:  # noqa: ANN401  # its own fields
    """Begin one; it becomes part of the record with its first entry."""
    return Conversation(number, who.user, who.name, now, now, language=who.locale, **more)


def heard(talk: Conversation, who: Member, words: Words, now: datetime) -> Move:
    """The member says something: whatever it was put off by ends, and it is the team's turn."""
    if talk.blocked:
        return say("inbox-blocked")
    name = "" if talk.is_nameless else who.name
    entry = entry_of(talk, TalkKind.MEMBER, now, words, who.user, name, Fate.NEW)
    back = replace(
        talk,
        person=who.user,
        person_name=name,
        language=who.locale or talk.language,
        state=TalkState.OPEN,
        waiting_since=talk.waiting_since or now,
        until=None,
        closes_at=None,
    )
    moved = with_entry(back, now, entry)
    if talk.state is not TalkState.RESOLVED:
        return replace(moved, timers=unset(talk))
    return happened(moved, "reopened", now)


def left_to_bot(moved: Moved, now: datetime) -> Moved:
    """The bot has answered what she said: it waits for nobody, and is over when she says nothing more."""
    closes = now + SILENCE
    waits = replace(moved.now, state=TalkState.PENDING, waiting_since=None, closes_at=closes)
    return replace(moved, now=waits, timers=(*moved.timers, Timer(CLOSE, str(waits.number), closes)))


def bot_has(talk: Conversation) -> bool:
    """Whether nobody but the bot has said anything to her."""
    return talk.state is TalkState.PENDING and talk.answered_at is None


def wanted(talk: Conversation, now: datetime) -> Moved | None:
    """She wants a person: it is the team's turn. None where it is already, or where nobody listens to her."""
    with_team = talk.state in {TalkState.OPEN, TalkState.SNOOZED}
    if with_team or talk.blocked or talk.merged_into is not None:
        return None
    waits = replace(talk, state=TalkState.OPEN, waiting_since=now, touched_at=now, closes_at=None)
    moved = Moved(waits, timers=unset(talk))
    return happened(moved, "reopened", now) if talk.state is TalkState.RESOLVED else moved


def unheard(talk: Conversation, who: Member, words: Words, now: datetime) -> Moved:
    """She is blocked: what she says is kept for the record, and shown to nobody until she is not any more."""
    name = "" if talk.is_nameless else who.name
    return with_entry(talk, now, entry_of(talk, TalkKind.MEMBER, now, words, who.user, name))


def edited(talk: Conversation, entry: TalkEntry, words: Words, now: datetime) -> Move:
    """The member changed what she had said; what it was before stays in the record."""
    if words.text[:MOST_WORDS] == entry.text and not added(entry.enclosures, words.enclosures):
        return say("inbox-unchanged")
    before = entry_of(talk, TalkKind.EVENT, now, Words(entry.text), entry.by, entry.by_name, Fate.KEPT, "edited")
    moved = with_entry(talk, now, before)
    now_it_is = replace(entry, text=words.text[:MOST_WORDS], carries=words.carries, enclosures=words.enclosures)
    return replace(moved, said=(now_it_is, *moved.said))


def added(before: tuple[Enclosure, ...], now: tuple[Enclosure, ...]) -> tuple[int, ...]:
    """Which files are new, by their place; a messenger may give the same file another id each time."""
    known = {(file.name, file.size) for file in before}
    return tuple(at for at, file in enumerate(now) if (file.name, file.size) not in known)


def noted(talk: Conversation, by: Member, words: Words, now: datetime) -> Moved:
    """Something among the team."""
    return with_entry(talk, now, entry_of(talk, TalkKind.NOTE, now, words, by.user, by.name))


def claimed(talk: Conversation, by: Member, now: datetime) -> Move:
    """Somebody takes care of it, unless somebody else does already."""
    if talk.owner == by.user:
        return say("inbox-yours", number=talk.number)
    if talk.owner is not None:
        return say("inbox-taken", number=talk.number, who=owner(talk))
    if talk.state is TalkState.RESOLVED:
        return say("inbox-over", number=talk.number)
    mine = replace(talk, owner=by.user, owner_name=by.name)
    return happened(Moved(mine), "claimed", now, by)


def handed(talk: Conversation, by: Member, to: Member, note: str, now: datetime) -> Move:
    """Somebody else takes care of it from now on; the note tells why."""
    if talk.merged_into is not None:
        return say("inbox-merged", number=talk.number, into=talk.merged_into)
    if talk.state is TalkState.RESOLVED:
        return say("inbox-over", number=talk.number)
    if talk.owner == to.user:
        return say("inbox-taken", number=talk.number, who=owner(talk))
    theirs = replace(talk, owner=to.user, owner_name=to.name)
    moved = happened(Moved(theirs), "handed", now, by, to.name)
    return moved.and_then(noted(moved.now, by, Words(note), now)) if note.strip() else moved


def freed(talk: Conversation, now: datetime) -> Moved:
    """Whoever took care of it has left: somebody else has to, and a snooze of hers ends."""
    free = replace(talk, owner=None, owner_name="")
    if talk.state is TalkState.SNOOZED:
        free = replace(free, state=TalkState.OPEN, until=None)
    return replace(
        happened(Moved(free), "freed", now, detail=talk.owner_name), timers=unset(replace(talk, closes_at=None))
    )


def snoozed(talk: Conversation, by: Member, span: timedelta, now: datetime) -> Move:
    """Put it off; it comes back by itself, or when the member writes."""
    if talk.state is TalkState.RESOLVED:
        return say("inbox-over", number=talk.number)
    asleep = replace(talk, state=TalkState.SNOOZED, until=now + span)
    moved = happened(Moved(asleep), "snoozed", now, by, f"{now + span:%Y-%m-%d %H:%M} UTC")
    return replace(moved, timers=(Timer(WAKE, str(talk.number), now + span),))


def woken(talk: Conversation, now: datetime) -> Moved | None:
    """The snooze is over; None when it was over before."""
    if talk.state is not TalkState.SNOOZED or talk.until is None or talk.until > now:
        return None
    return happened(Moved(replace(talk, state=TalkState.OPEN, until=None)), "woken", now)


def ranked(talk: Conversation, by: Member, priority: Priority, now: datetime) -> Move:
    """How urgent it is."""
    if talk.priority is priority:
        return say("inbox-unchanged")
    return happened(Moved(replace(talk, priority=priority)), "priority", now, by, priority.value)


def labelled(talk: Conversation, by: Member, label: str, now: datetime) -> Move:
    """Put a label on, or take it off where it is on."""
    word = " ".join(label.lower().split())[:LONGEST_LABEL]
    if not word:
        return say("inbox-empty")
    if word in talk.labels:
        rest = tuple(one for one in talk.labels if one != word)
        return happened(Moved(replace(talk, labels=rest)), "unlabelled", now, by, word)
    if len(talk.labels) >= MOST_LABELS:
        return say("inbox-labels-full", most=MOST_LABELS)
    return happened(Moved(replace(talk, labels=(*talk.labels, word))), "labelled", now, by, word)


def resolved(talk: Conversation, by: Member | None, now: datetime) -> Move:
    """It is over, until the member writes again."""
    if talk.state is TalkState.RESOLVED:
        return say("inbox-over", number=talk.number)
    over = replace(talk, state=TalkState.RESOLVED, waiting_since=None, until=None, closes_at=None)
    return replace(happened(Moved(over), "resolved", now, by), timers=unset(talk))


def closing(talk: Conversation, by: Member, span: timedelta, now: datetime) -> Move:
    """It will be over then, unless the member writes before."""
    if talk.state is TalkState.RESOLVED:
        return say("inbox-over", number=talk.number)
    at = now + span
    moved = happened(Moved(replace(talk, closes_at=at)), "closing", now, by, f"{at:%Y-%m-%d %H:%M} UTC")
    return replace(moved, timers=(Timer(CLOSE, str(talk.number), at),))


def closed(talk: Conversation, now: datetime) -> Moved | None:
    """The time for a scheduled close has come; None when it was called off."""
    if talk.closes_at is None or talk.closes_at > now:
        return None
    moved = resolved(talk, None, now)
    return moved if isinstance(moved, Moved) else None


def merged(
    talk: Conversation, into: Conversation, by: Member, now: datetime, *, same_person: bool
) -> tuple[Moved, Moved] | Say:
    """Two conversations of one person become one; both moves, that of the one which ends first."""
    if talk.report is not None or into.report is not None:
        return say("complaint-stays", number=talk.number)
    if talk.number == into.number or into.merged_into is not None:
        return say("inbox-unknown", number=into.number)
    if talk.merged_into is not None:
        return say("inbox-merged", number=talk.number, into=talk.merged_into)
    if not same_person:
        return say("inbox-other-person", number=into.number)
    gone = replace(talk, state=TalkState.RESOLVED, waiting_since=None, until=None, closes_at=None)
    gone = replace(gone, merged_into=into.number)
    ends = replace(happened(Moved(gone), "merged", now, by, str(into.number)), timers=unset(talk))
    waits = [at for at in (talk.waiting_since, into.waiting_since) if at is not None]
    kept = replace(_both(talk, into), waiting_since=min(waits, default=None))
    moved = Moved(kept)
    if talk.waiting_since is not None:
        # Her words are as good as written there: they end a snooze, call a close off, and open it again.
        moved = Moved(replace(kept, state=TalkState.OPEN, until=None, closes_at=None), timers=unset(into))
    return ends, happened(moved, "merged-here", now, by, str(talk.number))


def _both(talk: Conversation, into: Conversation) -> Conversation:
    """What either of them had: its labels, the greater urgency, an owner, and that she is blocked."""
    hers = talk if into.owner is None else into
    return replace(
        into,
        labels=tuple(dict.fromkeys((*into.labels, *talk.labels)))[:MOST_LABELS],
        priority=max(talk.priority, into.priority, key=list(Priority).index),
        owner=hers.owner,
        owner_name=hers.owner_name,
        answered_at=into.answered_at or talk.answered_at,
        blocked=into.blocked or talk.blocked,
    )


def blocked(talk: Conversation, by: Member, now: datetime) -> Moved:
    """From now on what this person writes reaches nobody, or reaches the team again; the history stays."""
    what = "unblocked" if talk.blocked else "blocked"
    return happened(Moved(replace(talk, blocked=not talk.blocked)), what, now, by)


def owner(talk: Conversation) -> str:
    """Who takes care of it, for a phrase: by name, for who reads it may be on the other messenger."""
    return talk.owner_name
