"""A little sum as a picture, drawn here and known to nobody else; and in words for people who cannot see it."""

import zlib
from base64 import b64encode
from dataclasses import dataclass

from bot.core.text import File

SCALE = 6
GLYPHS = {
    "0": "01110 10001 10011 10101 11001 10001 01110",
    "1": "00100 01100 00100 00100 00100 00100 01110",
    "2": "01110 10001 00001 00110 01000 10000 11111",
    "3": "01110 10001 00001 00110 00001 10001 01110",
    "4": "00010 00110 01010 10010 11111 00010 00010",
    "5": "11111 10000 11110 00001 00001 10001 01110",
    "6": "00110 01000 10000 11110 10001 10001 01110",
    "7": "11111 00001 00010 00100 01000 01000 01000",
    "8": "01110 10001 10001 01110 10001 10001 01110",
    "9": "01110 10001 10001 01111 00001 00010 01100",
    "+": "00000 00100 00100 11111 00100 00100 00000",
    "=": "00000 00000 11111 00000 11111 00000 00000",
    "?": "01110 10001 00001 00110 00100 00000 00100",
}


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
    return File("sum.png", b64encode(_png(rows, width, height)).decode(), is_encoded=True)


def _block(rows: list[bytearray], left: int, top: int, shade: int) -> None:
    for row in rows[top : top + SCALE]:
        row[left : left + SCALE] = bytes([shade // 3]) * SCALE


def _png(rows: list[bytearray], width: int, height: int) -> bytes:
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([8, 0, 0, 0, 0])
    data = zlib.compress(b"".join(b"\0" + bytes(row) for row in rows))
    chunks = ((b"IHDR", head), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big") for kind, body in chunks
    )
