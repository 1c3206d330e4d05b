"""What staff say of something that stands: ``proof 3``, ``reroll 3 1 never answered``, ``3``."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Order:
    """``what`` is "show" where only a number was given, and "list" with number 0 for all of them."""

    what: str
    number: int = 0
    place: int = 0
    why: str = ""


class Orders:
    """The verbs that are known; ``judges`` is the one that takes a place and a reason as well."""

    def __init__(self, judges: str, *verbs: str) -> None:
        self._judges = judges
        self._order = re.compile(
            rf"(?P<what>list|{'|'.join((judges, *verbs))})?\s*#?(?P<number>\d{{1,9}})?"
            r"(?:\s+(?P<place>\d{1,3}))?(?:\s+(?P<why>.+))?",
            re.IGNORECASE | re.DOTALL,
        )

    def read(self, line: str) -> Order | None:
        """Read it; None for what is rather something new, as ``3 books`` is."""
        found = self._order.fullmatch(line.strip())
        if found is None or not (found["what"] or found["number"]):
            return None
        what, number = (found["what"] or "show").lower(), int(found["number"] or 0)
        place, why = int(found["place"] or 0), " ".join((found["why"] or "").split())
        if what == "list" and not (number or place or why):
            return Order("list")
        fits = bool(number) and (what == self._judges or not (place or why))
        return Order("show" if what == "list" else what, number, place, why) if fits else None


GIVEAWAY = Orders("reroll", "proof", "cancel", "csv")
CONTEST = Orders("disqualify", "cancel", "csv")
