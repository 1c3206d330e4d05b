"""Polls of the messengers' own: put up, ended, and what people vote there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from bot.core.ids import MessageRef, Place, UserRef
from bot.core.people import Member


@dataclass(frozen=True, slots=True)
class OpenPoll:
    """Put up a poll of the messenger's own, in which everybody sees who chose what; the receipt's message is the poll.

    Its words are its author's and said as they are. With ``right``, the index of an option, it is a quiz. It ends by
    itself at ``closes_at``.
    """

    place: Place
    question: str
    options: tuple[str, ...]
    closes_at: datetime
    several: bool = False
    right: int | None = None
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class ClosePoll:
    """End it now; where the messenger can say who voted what, a ``PollRecounted`` comes before the receipt."""

    message: MessageRef


class Manner(StrEnum):
    """What the options of a vote are."""

    WHOLE = "whole"
    """All that she chooses now; none: she took her vote back."""
    ADDED = "added"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class PollVoted:
    """Somebody voted in a poll of the messenger's own that this bot put up; ``options`` are indices."""

    key: str
    message: MessageRef
    by: Member
    options: tuple[int, ...]
    manner: Manner
    at: datetime


@dataclass(frozen=True, slots=True)
class Voter:
    """What somebody chose, as the messenger lists it."""

    name: str
    options: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PollRecounted:
    """Everybody's votes in such a poll, as the messenger has them now: nobody else has voted there."""

    key: str
    message: MessageRef
    at: datetime
    voters: Mapping[UserRef, Voter] = field(default_factory=dict[UserRef, Voter])


PollAction: TypeAlias = OpenPoll | ClosePoll
PollEvent: TypeAlias = PollVoted | PollRecounted
