"""The result as a picture: a bar for each option, by its number; names and counts stand in the text beside it."""

from bot.core.pixels import GLYPHS, png
from bot.core.text import File
from bot.domain.polls.result import Counted

SCALE = 3
WIDTH = 640
BAR = 12 * SCALE
LEFT = 22 * SCALE
RIGHT = 34 * SCALE
WHITE, PALE, DARK, BLACK = 255, 225, 110, 20


def picture(counted: Counted, number: int) -> File:
    """Draw bars; the winners' are darker."""
    height = len(counted.votes) * BAR + 4 * SCALE
    rows = [bytearray([WHITE]) * WIDTH for _ in range(height)]
    room = WIDTH - LEFT - RIGHT
    for option in range(len(counted.votes)):
        top = option * BAR + 3 * SCALE
        share = min(1.0, counted.share(option))
        _box(rows, (LEFT, top), (room, 8 * SCALE), PALE)
        _box(rows, (LEFT, top), (round(room * share), 8 * SCALE), BLACK if option in counted.winners else DARK)
        _write(rows, str(option + 1), 3 * SCALE, top)
        _write(rows, f"{share:.0%}", LEFT + room + 4 * SCALE, top)
    return png(f"poll-{number}.png", rows)


def _box(rows: list[bytearray], corner: tuple[int, int], size: tuple[int, int], shade: int) -> None:
    (left, top), (wide, high) = corner, size
    for row in rows[top : top + high]:
        row[left : left + wide] = bytes([shade]) * wide


def _write(rows: list[bytearray], words: str, left: int, top: int) -> None:
    for place, sign in enumerate(words):
        for y, line in enumerate(GLYPHS[sign].split()):
            for x, bit in enumerate(line):
                if bit == "1":
                    _box(rows, (left + (place * 6 + x) * SCALE, top + y * SCALE), (SCALE, SCALE), BLACK)
