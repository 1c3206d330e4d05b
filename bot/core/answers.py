"""Answers that the bot gave by itself, and what became of them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.core.ids import UserRef


class Outcome(StrEnum):
    """What became of an answer that the bot gave by itself."""

    GIVEN = "given"
    """Nobody has said anything yet; after a day she is taken to have gone away."""
    CONTAINED = "contained"
    """She said that it helped."""
    HANDED = "handed"
    """She asked for a person, or wrote to the team within a day."""
    FALSE = "false"
    """It counted as enough, and was not: she came to the team after all, or staff found it wrong."""


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer that the bot gave by itself, and what became of it; ``entry`` is its name in the config."""

    id: str
    entry: str
    user: UserRef
    at: datetime
    outcome: Outcome = Outcome.GIVEN
