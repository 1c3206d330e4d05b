"""Tables for spreadsheets, and back: CSV in which nothing that people wrote can be taken for a formula."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for a formula at the start of a cell."""


def sheet(rows: Iterable[Sequence[object]]) -> str:
    """Write rows as RFC 4180 has it; texts that begin like a formula get an apostrophe before them."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([_harmless(cell) for cell in row] for row in rows)
    return out.getvalue()


def rows_of(text: str) -> Iterator[dict[str, str]]:
    """Read what ``sheet`` wrote, or a spreadsheet: each row by the names of the first; raises ValueError for none."""
    try:
        for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")):
            yield {name.strip().lower(): _plain(cell) for name, cell in row.items() if name and isinstance(cell, str)}
    except csv.Error as fault:
        raise ValueError(str(fault)) from None


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULAS) else cell


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULAS) else cell
