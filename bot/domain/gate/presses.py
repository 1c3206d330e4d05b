"""What newcomers press at the gate. No answer stands in a button's token: it waits in the row."""

from dataclasses import dataclass

from bot.core.ids import SpaceRef
from bot.core.ui import Press


@dataclass(frozen=True, slots=True)
class Enter(Press):
    """I am new here, let me in: whoever waits may press it."""

    space: SpaceRef


@dataclass(frozen=True, slots=True)
class Answered(Press):
    """The question of the community, answered in a form."""

    space: SpaceRef


@dataclass(frozen=True, slots=True)
class Guess(Press):
    """One of the numbers under a sum."""

    space: SpaceRef
    is_right: bool


@dataclass(frozen=True, slots=True)
class NewLink(Press):
    """Make another link by which people ask to join; the one before is good no more."""

    space: SpaceRef


@dataclass(frozen=True, slots=True)
class InWords(Press):
    """The same sum for somebody who cannot see the picture."""

    space: SpaceRef
