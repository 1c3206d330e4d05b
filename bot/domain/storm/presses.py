"""What staff can press on the card of a storm."""

from dataclasses import dataclass

from bot.core.ui import Press


@dataclass(frozen=True, slots=True)
class CalmDown(Press):
    """End this storm now."""

    number: int


@dataclass(frozen=True, slots=True)
class Sift(Press):
    """Do this to everybody who came in with this storm."""

    number: int
    how: str
