"""Who comes and who came, as a table for staff."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

from bot.core.meetings import Meeting
from bot.core.text import File

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for a formula at the start of a cell."""


@dataclass(frozen=True, slots=True)
class Guest:
    """One person; ``answer`` is empty for who came without having said so."""

    name: str
    account: str
    answer: str
    came: bool


def as_csv(meeting: Meeting, guests: Iterable[Guest]) -> File:
    """Give one line for each person."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["name", "account", "answer", "came"])
    writer.writerows([_safe(g.name), g.account, g.answer, "yes" if g.came else "no"] for g in guests)
    return File(f"event-{meeting.number}.csv", out.getvalue())


def _safe(words: str) -> str:
    return f"'{words}" if words.startswith(_FORMULA) else words
