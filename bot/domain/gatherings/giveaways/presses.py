"""What people press at a giveaway."""

from dataclasses import dataclass

from bot.core.ids import Place
from bot.core.ui import Press


@dataclass(frozen=True, slots=True)
class EnterGiveaway(Press):
    """I want to take part; also the form with the answer to its question."""

    giveaway: int


@dataclass(frozen=True, slots=True)
class ClaimPrize(Press):
    """I have won and want it."""

    giveaway: int


@dataclass(frozen=True, slots=True)
class GetProof(Press):
    """Everything that is needed to draw again."""

    giveaway: int


@dataclass(frozen=True, slots=True)
class NewGiveaway(Press):
    """The form of a new giveaway; ``place`` is where it was asked for, wherever the form is filled in."""

    place: Place


@dataclass(frozen=True, slots=True)
class ManageGiveaway(Press):
    """Cancel it, see who is in, or get that as a file."""

    giveaway: int
    how: str
