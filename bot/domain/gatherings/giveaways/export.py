"""What staff get of a giveaway as a table: who entered with which code, and what became of it; never the seed."""

from collections.abc import Sequence

from bot.core.giveaways import Giveaway
from bot.core.sheets import sheet
from bot.core.text import File

Row = tuple[str, str, str, bool]
"""Name, account, code, and whether she has linked accounts."""


def as_csv(giveaway: Giveaway, entries: Sequence[Row]) -> File:
    """Give one line for each entry, the oldest first."""
    became = {one.code: "claimed" if one.claimed else "won" for one in giveaway.won}
    became |= {one.code: f"passed over: {one.why}" for one in giveaway.passed}
    rows: list[Sequence[object]] = [("name", "account", "code", "linked", "result")]
    for name, account, code, linked in entries:
        rows.append((name, account, code, "yes" if linked else "no", became.get(code, "")))
    return File(f"giveaway-{giveaway.number}.csv", sheet(rows))
