"""Chat in five languages fits into one byte a character, and bytes are read many times faster than text.

Nothing here decides anything: what does not fit is read the long way, and both ways say the same.
"""

import codecs
from typing import Any, Final

from bot.domain.moderation.text.letters import EVERYDAY_SIGNS, JOINERS, NATIVE, unaccented

ASCII: Final = {code: chr(code) for code in (9, 10, 13, *range(32, 127))}  # keep their own numbers
_OTHERS = dict(enumerate(dict.fromkeys(EVERYDAY_SIGNS + NATIVE + NATIVE.upper()), start=128))
CHARACTERS: Final = {**ASCII, **_OTHERS}
# What is undefined must be U+FFFE, and the first must be U+0000, or the codec takes a slow way; nobody writes that.
# Typed as anything: the stubs do not know that the codec takes a string, which is its quick way.
_DECODING: Final[Any] = "\0" + "".join(CHARACTERS.get(code, "\ufffe") for code in range(1, 256))
_ENCODING: Final = codecs.charmap_build(_DECODING)
CODES: Final = {char: code for code, char in CHARACTERS.items()}
ALL: Final = "".join(CODES)
LETTERS: Final = "".join(char for char in ALL if char.isalpha())


def table(made: dict[str, str], otherwise: str | None = None) -> bytes:
    """Give a table for `bytes.translate`: what each character becomes, the rest itself or one other."""
    codes = bytearray(range(256) if otherwise is None else [CODES[otherwise]] * 256)
    for char, other in made.items():
        codes[CODES[char]] = CODES[other]
    return bytes(codes)


def codes_of(chars: str) -> bytes:
    """Give the codes of characters that have one."""
    return bytes(CODES[char] for char in chars)


_LOWER: Final = table({char: char.casefold() for char in ALL})
FOLD: Final = table({char: unaccented(char.casefold()) for char in ALL})
"""Lower case, without diacritics."""
_ASCII_CODES: Final = bytes(ASCII)
_HIGH: Final = codes_of("".join(filter(str.isupper, ALL)))
_LOW: Final = codes_of("".join(filter(str.islower, ALL)))


def encoded(text: str) -> bytes | None:
    """Give one byte for each character, or None for a text that holds any other."""
    if text.isascii():
        raw = text.encode()
        return raw if text.isprintable() or not raw.translate(None, _ASCII_CODES) else None
    raw = codecs.charmap_encode(text, "ignore", _ENCODING)[0]
    return raw if len(raw) == len(text) and 0 not in raw else None


def roughly_encoded(text: str) -> bytes:
    """Give one byte for each character, a question mark for those that have none; nothing for joiners of emoji.

    Nobody sees a joiner, and browsers leave it out of an address.
    """
    for joiner in JOINERS:
        text = text.replace(joiner, "")
    return with_gaps(text)


def with_gaps(text: str) -> bytes:
    """Give one byte for each character, a question mark for those that have none."""
    return codecs.charmap_encode(text, "replace", _ENCODING)[0]


def decoded(raw: bytes) -> str:
    """Give back what was encoded."""
    return raw.decode("ascii") if raw.isascii() else codecs.charmap_decode(raw, "strict", _DECODING)[0]


def lowered(raw: bytes) -> str:
    """Give the text in lower case."""
    return decoded(raw.translate(_LOWER))


def folded(raw: bytes) -> str:
    """Give the text in lower case and without diacritics."""
    return decoded(raw.translate(FOLD))


def cases_of(text: str) -> tuple[int, int]:
    """Count capitals and small letters."""
    raw = encoded(text)
    if raw is None:
        return sum(map(str.isupper, text)), sum(map(str.islower, text))
    return len(raw) - len(raw.translate(None, _HIGH)), len(raw) - len(raw.translate(None, _LOW))
