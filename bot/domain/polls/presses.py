"""What people press at a poll."""

from dataclasses import dataclass

from bot.core.ids import Place
from bot.core.ui import Press


@dataclass(frozen=True, slots=True)
class Vote(Press):
    """This option; ``option`` is its index."""

    poll: int
    option: int


@dataclass(frozen=True, slots=True)
class Unvote(Press):
    """Everything I chose here."""

    poll: int


@dataclass(frozen=True, slots=True)
class NewPoll(Press):
    """The form of a new poll; ``place`` is where it was asked for, wherever the form is filled in."""

    place: Place


@dataclass(frozen=True, slots=True)
class ManagePoll(Press):
    """Close a poll, or take away one that is planned, or get its ballots."""

    poll: int
    how: str
