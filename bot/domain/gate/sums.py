"""A little sum as a picture, drawn here and known to nobody else; and in words for people who cannot see it."""

from dataclasses import dataclass

from bot.core.pixels import GLYPHS, png
from bot.core.text import File

SCALE = 6


@dataclass(frozen=True, slots=True)
class Sum:
    """Two numbers from 1 to 9, and six answers of which one is right."""

    left: int
    right: int
    choices: tuple[int, ...]

    @property
    def answer(self) -> int:
        return self.left + self.right

    @property
    def words(self) -> str:
        return f"{self.left} + {self.right} = ?"


def made_of(noise: bytes) -> Sum:
    """A sum out of random bytes, at least 16."""
    left, right = 1 + noise[0] % 9, 1 + noise[1] % 9
    choices = [left + right]
    for byte in (*noise[2:], *range(2, 20)):
        other = 2 + byte % 17
        if other not in choices and len(choices) < 6:
            choices.append(other)
    at = noise[2] % len(choices)
    choices[0], choices[at] = choices[at], choices[0]
    return Sum(left, right, tuple(choices))


def picture(words: str, noise: bytes) -> File:
    """The words as a PNG in grey, each sign a little off its line, with specks; ``noise`` makes every one different."""
    signs = [sign for sign in words if sign in GLYPHS]
    width, height = (len(signs) * 7 + 2) * SCALE, 13 * SCALE
    rows = [bytearray(b"\xff" * width) for _ in range(height)]
    for place, sign in enumerate(signs):
        drop = noise[place % len(noise)] % (3 * SCALE)
        for y, line in enumerate(GLYPHS[sign].split()):
            for x, bit in enumerate(line):
                if bit == "1":
                    _block(rows, (place * 7 + x + 1) * SCALE, y * SCALE + drop + SCALE, noise[(x + y) % len(noise)])
    for speck, byte in enumerate(noise * 12):
        x, y = (speck * 37 + byte * 11) % width, (speck * 53 + byte * 7) % height
        rows[y][x] = byte // 2
    return png("sum.png", rows)


def _block(rows: list[bytearray], left: int, top: int, shade: int) -> None:
    for row in rows[top : top + SCALE]:
        row[left : left + SCALE] = bytes([shade // 3]) * SCALE
