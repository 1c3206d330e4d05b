"""Chat in five languages fits into one byte a character, and bytes are read many times faster than text.

Nothing here decides anything: what does not fit is read the long way, and both ways say the same.
"""

import codecs
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Any, Final, NamedTuple

from bot.domain.moderation.text import signs
from bot.domain.moderation.text.letters import EVERYDAY_SIGNS, JOINERS, NATIVE, unaccented

_ASCII = {code: chr(code) for code in (9, 10, 13, *range(32, 127))}  # keep their own numbers
_OTHERS = dict(enumerate(dict.fromkeys(EVERYDAY_SIGNS + NATIVE + NATIVE.upper()), start=128))
_CHARACTERS: Final = {**_ASCII, **_OTHERS}
# What is undefined must be U+FFFE, and the first must be U+0000, or the codec takes a slow way; nobody writes that.
# Typed as anything: the stubs do not know that the codec takes a string, which is its quick way.
_DECODING: Final[Any] = "\0" + "".join(_CHARACTERS.get(code, "\ufffe") for code in range(1, 256))
_ENCODING: Final = codecs.charmap_build(_DECODING)
_CODES: Final = {char: code for code, char in _CHARACTERS.items()}


def _table(made: dict[str, str], otherwise: str | None = None) -> bytes:
    """A table for `bytes.translate`: what each character becomes, the rest itself or one other."""
    codes = bytearray(range(256) if otherwise is None else [_CODES[otherwise]] * 256)
    for char, other in made.items():
        codes[_CODES[char]] = _CODES[other]
    return bytes(codes)


def _codes(chars: str) -> bytes:
    return bytes(_CODES[char] for char in chars)


_ALL: Final = "".join(_CODES)
_LETTERS: Final = "".join(char for char in _ALL if char.isalpha())
_LOWER: Final = _table({char: char.casefold() for char in _ALL})
_FOLD: Final = _table({char: unaccented(char.casefold()) for char in _ALL})
_WORDS: Final = _table({char: unaccented(char.casefold()) for char in _LETTERS}, " ")
_ASCII_CODES: Final = bytes(_ASCII)
_GROUPS: Final = {"0": "0123456789@$€£¢", "!": "!|+", "*": "*#", "?": "?%^&~·•_=", ".": ".-", "`": "`\\>"}
"""Signs that stand for letters, that may do so, that hide them, that hide one in a word, that part it, that mark up."""
_UNMARKED: Final = _codes(_LETTERS + " \n\t\r,")


def _classes(*, latin: str, cyrillic: str) -> bytes:
    """What passes for letters, blanks, and each group of signs by which words are hidden, as one character."""
    made = {char: group for group, chars in _GROUPS.items() for char in chars}
    made |= {char: cyrillic if "а" <= unaccented(char.casefold()) <= "я" else latin for char in _LETTERS}
    return _table(made | {char: " " for char in _ALL if char.isspace()}, ",")


_SIGNED: Final = _classes(latin="a", cyrillic="a")
_MIXED: Final = _classes(latin="l", cyrillic="c")
_LINKED: Final = _table(
    {char: "w" for char in _ALL if char.isalnum() or char == "_" or not char.isascii()}
    | {char: char for char in ".:%/ "}
    | dict.fromkeys("\t\n\r", " ")
    | dict.fromkeys("[({<", "("),
    "|",
)
_HIDING: Final = {
    "0": (b"0a", b"a0"),
    "!": (b"!0", b"!a"),
    "*": (b"*a", b"a**"),
    "?": (b"?a",),
    "`": (b"`a",),
    ".": (b"a.a",),
}
"""Where a sign of each group stands beside a letter in a way that may stand for a letter, or hide one."""
_HIDDEN: Final = re.compile(rb"(?:0a|0(?<=a0)|!0|!a|\*a|\*(?<=a\*)\*|\?a|`a|\.(?<=a\.)a)[^ ]*+")
"""The same, each beginning with its sign, and what follows up to the next blank."""
_LINKING: Final = {
    ".": (b"w.w",),
    "%": (b"%w",),  # what is escaped may be a dot
    "(": (b"(.", b"(:", b"( .", b"( :"),
    "./": (b"w .w", b"w. w", b"w . w"),
}
"""Where signs stand so that a link may be made of them: no host is without a dot, and blanks beside it need a path."""
_CAPITALS: Final = _table({char: "A" for char in _ALL if char.isupper()}, " ")
_NUMBER: Final = re.compile(rb"[0-9](?:[^0-9]{0,2}[0-9]){6}")
_SHORTEST_NUMBER: Final = 7


class Clues(NamedTuple):
    """What the signs of a text tell by themselves, and beside what else they would tell more."""

    surely: int
    hiding: tuple[bytes, ...] = ()
    linking: tuple[bytes, ...] = ()


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
    return codecs.charmap_encode(text, "replace", _ENCODING)[0]


def lowered(raw: bytes) -> str:
    """Give the text in lower case."""
    return codecs.charmap_decode(raw.translate(_LOWER), "strict", _DECODING)[0]


def folded(raw: bytes) -> str:
    """Give the text in lower case and without diacritics."""
    return codecs.charmap_decode(raw.translate(_FOLD), "strict", _DECODING)[0]


def words_and_signs(raw: bytes) -> tuple[tuple[str, ...], int]:
    """Give the letter runs of the folded text, and what else may be in it (`text/signs.py`)."""
    spaced = raw.translate(_WORDS)
    # What is Latin folds to ASCII, and is decoded at a glance.
    is_latin = spaced.isascii()
    words = spaced.decode("ascii") if is_latin else codecs.charmap_decode(spaced, "strict", _DECODING)[0]
    found = _signs_of(raw)
    # To bytes only Latin letters are lower-case ones.
    if b"vv" in spaced or (not is_latin and spaced.islower() and _is_mixed(raw)):
        found |= signs.SIGNED | signs.MIXED
    return tuple(words.split()), found


def _signs_of(raw: bytes) -> int:
    marks = raw.translate(None, _UNMARKED)
    # Which signs there are is nearly always known; in which order they stand is new with every message.
    found = _found_beside(raw, _clues(frozenset(marks))) if marks else signs.NOTHING
    if len(marks) >= _SHORTEST_NUMBER and _NUMBER.search(marks):
        found |= signs.DIGITS
    if raw.translate(_CAPITALS).count(b"A") >= signs.MANY_CAPITALS:
        found |= signs.CAPITALS
    return found


def _found_beside(raw: bytes, clues: Clues) -> int:
    found, hiding, linking = clues
    if hiding:
        classes = raw.translate(_SIGNED)
        for place in hiding:
            if place in classes:
                found |= signs.SIGNED
                break
    if linking:
        classes = raw.translate(_LINKED)
        for place in linking:
            if place in classes:
                return found | signs.LINKISH
    return found


@lru_cache(maxsize=4096)
def _clues(marks: frozenset[int]) -> Clues:
    raw = bytes(marks)
    surely = signs.AT if b"@" in raw else signs.NOTHING
    if b"<" in raw:
        surely |= signs.PICTURES
    hiding = (_HIDING.get(group, ()) for group in sorted(set(raw.translate(_SIGNED).decode())))
    kinds = set(raw.translate(_LINKED).decode())
    linking = (places for needed, places in _LINKING.items() if kinds.issuperset(needed))
    return Clues(surely, tuple(chain.from_iterable(hiding)), tuple(chain.from_iterable(linking)))


def hidden(folded_text: str) -> Iterator[slice]:
    """Give where what stands between blanks holds a sign beside a letter, in a text that is not `MIXED`."""
    classes = codecs.charmap_encode(folded_text, "replace", _ENCODING)[0].translate(_SIGNED)
    for place in _HIDDEN.finditer(classes):
        yield slice(classes.rfind(b" ", 0, place.start()) + 1, place.end())


def _is_mixed(raw: bytes) -> bool:
    """Say whether Latin and Cyrillic letters are neighbours."""
    places = raw.translate(_MIXED)
    return b"lc" in places or b"cl" in places
