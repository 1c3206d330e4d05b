"""Little pictures in grey, drawn without any library: rows of bytes become a PNG."""

import zlib
from base64 import b64encode
from collections.abc import Sequence

from bot.core.text import File

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
    "%": "11001 11010 00010 00100 01000 01011 10011",
    ".": "00000 00000 00000 00000 00000 01100 01100",
    "?": "01110 10001 00001 00110 00100 00000 00100",
}
"""Signs of five by seven."""


def png(name: str, rows: Sequence[bytes | bytearray]) -> File:
    """Rows of equal length, one byte for each dot (0 is black), as a file."""
    width, height = len(rows[0]), len(rows)
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([8, 0, 0, 0, 0])
    data = zlib.compress(b"".join(b"\0" + bytes(row) for row in rows))
    chunks = ((b"IHDR", head), (b"IDAT", data), (b"IEND", b""))
    made = b"\x89PNG\r\n\x1a\n" + b"".join(
        len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big") for kind, body in chunks
    )
    return File(name, b64encode(made).decode(), is_encoded=True)
