"""What staff can press on the card of a storm."""

from dataclasses import dataclass

from bot.core.ui import Press


@dataclass(frozen=True, slots=True)
class CalmDown(Press):
    """End this storm now."""

    number: int


@dataclass(frozen=True, slots=True)
class Sift(Press):
    """Show whom this would befall of all who came in with this storm."""

    number: int
    how: str


@dataclass(frozen=True, slots=True)
class SiftThem(Press):
    """Do it to exactly these people, as ``pack_people`` wrote them down."""

    number: int
    how: str
    people: str
