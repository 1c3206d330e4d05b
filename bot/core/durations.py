"""Spans of time as people write them: ``10m``, ``1d12h``, ``90 min``."""

import re
from datetime import timedelta

_UNITS = {
    "s": timedelta(seconds=1),
    "m": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "d": timedelta(days=1),
    "w": timedelta(weeks=1),
}
_PIECE = re.compile(r"(\d{1,6})\s*(seconds?|secs?|minutes?|mins?|hours?|days?|weeks?|[smhdw])\s*", re.IGNORECASE)
LONGEST = timedelta(days=3660)


def parse_duration(text: str) -> timedelta | None:
    """Read a span; None for what is none, is zero, or is longer than ten years."""
    whole = timedelta(0)
    at = 0
    text = text.strip()
    while at < len(text):
        piece = _PIECE.match(text, at)
        if piece is None:
            return None
        whole += int(piece[1]) * _UNITS[piece[2][0].lower()]
        if whole > LONGEST:  # at once: a long enough line of pieces would overflow
            return None
        at = piece.end()
    return whole or None
