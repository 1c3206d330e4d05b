"""What leaves the messengers: letters to a department's own systems, each of them a row that knows how far it got."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.core.conversations import Conversation


class Way(StrEnum):
    """How a department is written to."""

    WEBHOOK = "webhook"
    MAIL = "mail"


class Occasion(StrEnum):
    """Why it is written to: the kind of news."""

    OPENED = "opened"
    HANDED = "handed"
    REOPENED = "reopened"
    MESSAGE = "message"
    RESOLVED = "resolved"


class Progress(StrEnum):
    """What a department says of a matter; the member hears of it."""

    RECEIVED = "received"
    WORKING = "working"
    WAITING = "waiting"
    RESOLVED = "resolved"
    DECLINED = "declined"

    @property
    def is_over(self) -> bool:
        return self in {Progress.RESOLVED, Progress.DECLINED}


class LetterState(StrEnum):
    """Where a letter is: it waits for its next try, it arrived, or nobody tries any more."""

    WAITING = "waiting"
    DONE = "done"
    DEAD = "dead"


@dataclass(frozen=True, slots=True)
class Letter:
    """One thing to tell one department in one way; what was said is read from the record when it is sent.

    ``id`` is the idempotency key: every try carries it. ``seq`` is the conversation's last entry that belongs to it.
    """

    id: str
    conversation: int
    department: str
    way: Way
    occasion: Occasion
    seq: int
    at: datetime


@dataclass(frozen=True, slots=True)
class LetterTried:
    """How a try ended: it arrived, it waits until ``due``, or it is dead. ``why`` never holds what was said."""

    id: str
    state: LetterState
    due: datetime
    why: str = ""


@dataclass(frozen=True, slots=True)
class LetterRevived:
    """Somebody wants a dead letter to be tried again, from the beginning, under the same key."""

    id: str
    due: datetime


def letter(community: str, talk: Conversation, way: Way, occasion: Occasion, seq: int, at: datetime) -> Letter:
    """Write to the department of a conversation; the same news always has the same id."""
    # When it began, too: a record that starts anew counts from 1 again, and receivers remember ids.
    about = f"{community}/{talk.number}/{talk.at.isoformat()}/{talk.department}/{way}/{occasion}/{seq}"
    name = "msg_" + hashlib.sha256(about.encode()).hexdigest()[:32]
    return Letter(name, talk.number, talk.department, way, occasion, seq, at)
