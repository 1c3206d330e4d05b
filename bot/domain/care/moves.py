"""What every move of a conversation is made of: its rows, what was said, and a line that tells what happened."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from bot.core.attachments import Enclosure
from bot.core.conversations import Conversation, Fate, TalkEntry, TalkKind
from bot.core.ids import MessageRef, UserRef
from bot.core.messages import Message
from bot.core.people import Member
from bot.core.record import Row, Timer, TimerOff
from bot.core.text import Say

WAKE, CLOSE = "inbox-wake", "inbox-close"
"""The kinds of timers: a snooze is over, a close that nobody wrote against."""
MOST_WORDS = 4000
"""Characters of one entry that are kept; no messenger shows more in one message."""
MOST_LABELS = 10


@dataclass(frozen=True, slots=True)
class Moved:
    """The conversation after a move, what is added to its record, and the timers that follow from it."""

    now: Conversation
    said: tuple[TalkEntry, ...] = ()
    timers: tuple[Timer | TimerOff, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        return (self.now, *self.said, *self.timers)

    def and_then(self, other: "Moved") -> "Moved":
        """Both moves as one; the other began where this one ended."""
        return Moved(other.now, self.said + other.said, self.timers + other.timers)


Move: TypeAlias = Moved | Say
"""A move, or the phrase that says why it cannot be made."""


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody wrote; an entry takes of it as much as every messenger shows."""

    text: str
    message: MessageRef | None = None
    carries: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()

    @property
    def is_too_long(self) -> bool:
        """Whether the end of it is not kept, which whoever wrote it has to be told."""
        return len(self.text) > MOST_WORDS

    @property
    def is_empty(self) -> bool:
        return not (self.text or self.carries or self.enclosures)


def words_of(message: Message) -> Words:
    """A message with what hangs on it: its files, and in words whatever else there is (a poll and its question)."""
    files = message.enclosures
    sent_on, names = {file.kind for file in files}, {file.name for file in files}
    kinds = sorted(kind.value for kind in message.carries - sent_on)
    others = message.attachments - len(files)
    many = (f"{others} files",) if others > len(kinds) else ()
    lines = [line[:200] for line in message.also if line not in names]
    return Words(message.text, message.ref, (*many, *kinds, *lines[:10]), files)


def happened(moved: Moved, what: str, now: datetime, by: Member | None = None, detail: str = "") -> Moved:
    """The same move, with a line in the record that says what happened."""
    who: UserRef | None = None if by is None else by.user
    name = "" if by is None else by.name
    # It is told by the card and by the answer; the entry is for the record.
    entry = entry_of(moved.now, TalkKind.EVENT, now, Words(detail), who, name, Fate.KEPT, what)
    return moved.and_then(with_entry(moved.now, now, entry))


def entry_of(
    talk: Conversation,
    kind: TalkKind,
    now: datetime,
    words: Words,
    by: UserRef | None,
    name: str,
    fate: Fate = Fate.KEPT,
    what: str = "",
) -> TalkEntry:
    """The next entry of a conversation, with as many words as are kept."""
    said = TalkEntry(talk.number, talk.entries + 1, kind, now, words.text[:MOST_WORDS], by, name, what, fate)
    return replace(said, message=words.message, carries=words.carries, enclosures=words.enclosures)


def with_entry(talk: Conversation, now: datetime, entry: TalkEntry) -> Moved:
    """The conversation with one entry more."""
    return Moved(replace(talk, entries=entry.seq, touched_at=now), (entry,))


def unset(talk: Conversation) -> tuple[TimerOff, ...]:
    """Ends whatever would wake or close it by itself."""
    timers = ((WAKE, talk.until), (CLOSE, talk.closes_at))
    return tuple(TimerOff(kind, str(talk.number)) for kind, at in timers if at is not None)
