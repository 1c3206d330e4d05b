"""What staff say of a giveaway that stands: ``proof 3``, ``reroll 3 1 never answered``, ``3``."""

import re
from dataclasses import dataclass

_ORDER = re.compile(
    r"(?P<what>list|proof|reroll|cancel|csv)?\s*#?(?P<number>\d{1,9})?(?:\s+(?P<place>\d{1,3}))?(?:\s+(?P<why>.+))?",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Order:
    """``what`` is "show" where only a number was given, and "list" with number 0 for all of them."""

    what: str
    number: int = 0
    place: int = 0
    why: str = ""


def read_order(line: str) -> Order | None:
    """Read it; None for what is rather a new giveaway, as ``3 books`` is."""
    found = _ORDER.fullmatch(line.strip())
    if found is None or not (found["what"] or found["number"]):
        return None
    what, number = (found["what"] or "show").lower(), int(found["number"] or 0)
    place, why = int(found["place"] or 0), " ".join((found["why"] or "").split())
    if what == "list" and not (number or place or why):
        return Order("list")
    fits = bool(number) and (what == "reroll" or not (place or why))
    return Order("show" if what == "list" else what, number, place, why) if fits else None
