"""What the compiled twin of the first look is told: every table that it works with, made of the ones in Python."""

import re
from array import array
from collections.abc import Callable, Iterable
from itertools import chain
from typing import Protocol, TypeAlias

from bot.domain.moderation.text import signs
from bot.domain.moderation.text.across import TOLD_BY
from bot.domain.moderation.text.alphabet import ALL, CHARACTERS, CODES, FOLD, LETTERS, encoded, table, with_gaps
from bot.domain.moderation.text.glance import Tells
from bot.domain.moderation.text.index import Index
from bot.domain.moderation.text.letters import JOINERS, PICTURES, cyrillic_skeleton, latin_skeleton
from bot.domain.moderation.text.look import (
    BETWEEN,
    CHUNKS,
    DOTS,
    DOTTED,
    EDGES_CODES,
    ENDINGS,
    GAP,
    HIDE,
    HIDING,
    INTRICATE,
    LINK,
    LINKING,
    MEET,
    MEETING,
    NOT_SAID,
    NUMBER,
    UNMARKED,
    WORDS,
    Look,
)
from bot.domain.moderation.text.passes import MOST_STEPS
from bot.domain.moderation.text.reading import FEWEST_LETTERS, FEWEST_WORDS
from bot.domain.moderation.text.within import ENDING, INSTEAD, MARKS, MASKS, PARTS, STARS

Tables: TypeAlias = tuple[bytes, ...]
_PICTURE, _JOINER = 1, 2  # codes that no character has
_LETTER, _UPPER, _UNMARKED, _DIGIT, _NAME, _UNSAID, _INTRICATE, _EDGE = 1, 2, 4, 8, 16, 32, 64, 128
_ALWAYS, _WITH_SLASH, _WITH_ENDING = 1, 2, 4


class Twin(Protocol):
    """The compiled module (`compiled/`); what it makes answers as its counterpart in Python does."""

    def eye(self, tables: Tables, numbers: tuple[int, ...], /) -> Callable[[str], Look | None]: ...

    def lists(self, tables: Tables, numbers: tuple[int, ...], /) -> Tells: ...

    def parts(self, word: str, mask: int, /) -> tuple[int, ...] | None: ...

    def spelt(self, text: str, numbers: tuple[int, int, int, int], /) -> tuple[tuple[str, ...], frozenset[int]]: ...

    def weigher(
        self, weights: bytes, known: bytes, numbers: tuple[int, int, int, int, int], /
    ) -> Callable[[str], tuple[int, int, int, int]]: ...


def look_of(twin: Twin) -> Callable[[str], Look | None]:
    """Make the twin of `look.look`."""
    hiding = _patterns(HIDE, ",", ((place, _ALWAYS) for place in chain(*HIDING.values())), 4)
    with_slash = frozenset(LINKING["./"])
    linking = [(place, _WITH_SLASH if place in with_slash else _ALWAYS) for place in chain(*LINKING.values())]
    linking.append((DOTTED, _WITH_ENDING))
    # An extra class for the letter of which two look like another one.
    meet = bytes(ord("v") if folded == "v" else kind for kind, folded in zip(MEET, map(chr, FOLD), strict=True))
    meeting = [*MEETING, b"vc", b"cv", b"vv"]
    return twin.eye(
        (
            _codes(),
            WORDS,
            FOLD,
            _kinds(),
            *hiding,
            *_patterns(LINK, "|", linking, 3),
            *_patterns(bytes(kind if chr(kind) in "lcv" else 0 for kind in meet), "\0", ((m, 1) for m in meeting), 2),
            b"\n".join(DOTS),
            CHUNKS,
            b"\n".join(ENDINGS),
            BETWEEN,
        ),
        (
            signs.MANY_CAPITALS,
            signs.LOUD_SHARE,
            signs.MANY,
            NUMBER,
            GAP,
            FEWEST_WORDS,
            FEWEST_LETTERS,
            signs.LONG_TEXT,
            signs.MANY_LINES,
        ),
    )


def tells_of(twin: Twin, index: Index) -> Tells:
    """Make the twin of the first look-up in an index."""
    phrases = [entry.folded.split() for entry in index.entries if entry.kind == "phrase"]
    sets: tuple[Iterable[str], ...] = (
        index.tokens,
        index.cut_ends,
        index.tables.cut,
        index.squeezed,
        index.pairs,
        index.beginnings,
        (f"{key} {len(held)}" for key, held in index.tables.skeletons.items()),
        (entry.folded for entry in index.entries if entry.kind == "word"),
        ("".join(phrase[:TOLD_BY]) for phrase in phrases),
        (pair.replace(" ", "-") for pair in index.ordinary),
    )
    # Each key with the words it stands for; of their letters those without a code fit only what is hidden.
    masks = "".join(
        f"{key} {' '.join(map(index.folded.__getitem__, held))}\n" for key, held in index.tables.masks.items()
    )
    stems = "".join(f"{stem}\n" for stem in index.stem_texts)
    return twin.lists(
        (
            *map(_lines, sets),
            with_gaps(masks),
            with_gaps(stems),
            _sign_kinds(),
            _translated(latin_skeleton),
            _translated(cyrillic_skeleton),
            _letters(),
        ),
        (index.longest, MOST_STEPS),
    )


def _lines(words: Iterable[str]) -> bytes:
    """Write words one a line; those with letters that have no code stand in no text that is asked about."""
    raw = encoded("\n".join(words))
    return raw if raw is not None else b"\n".join(code for word in words if (code := encoded(word)) is not None)


def _codes() -> bytes:
    """The code of each character, by its number in Unicode."""
    codes = bytearray(ord(PICTURES[-1][1]) + 1)
    for char, code in CODES.items():
        codes[ord(char)] = code
    for first, last in PICTURES:
        for number in range(ord(first), ord(last) + 1):
            codes[number] = _PICTURE
    for joiner in JOINERS:
        codes[ord(joiner)] = _JOINER
    return bytes(codes)


def _letters() -> bytes:
    return array("H", [ord(CHARACTERS.get(code, " ")) for code in range(256)]).tobytes()


def _kinds() -> bytes:
    kinds = bytearray(256)
    for char, code in CODES.items():
        kinds[code] = (
            _LETTER * (char in LETTERS)
            | _UPPER * char.isupper()
            | _UNMARKED * (code in UNMARKED)
            | _DIGIT * (char in "0123456789")
            | _NAME * char.isalnum()
            | _UNSAID * (code in NOT_SAID)
            | _INTRICATE * (code in INTRICATE)
            | _EDGE * (code in EDGES_CODES)
        )
    return bytes(kinds)


def _sign_kinds() -> bytes:
    groups = ("a-zа-я", INSTEAD, ENDING, MASKS, STARS, PARTS, MARKS, r"\s")
    kinds = bytearray(256)
    for bit, group in enumerate(groups):
        for char in re.findall(f"[{group}]", ALL):
            kinds[CODES[char]] |= 1 << bit
    return bytes(kinds)


def _translated(look: Callable[[str], str]) -> bytes:
    return table({char: look(char) for char in ALL})


def _patterns(classes: bytes, nothing: str, found: Iterable[tuple[bytes, int]], shift: int) -> tuple[bytes, bytes]:
    """Number the classes, `nothing` first, and mark every row of them that ends with a pattern."""
    number = {ord(nothing): 0}
    for kind in classes:
        number.setdefault(kind, len(number))
    every = [(_row(map(number.__getitem__, pattern), shift), shift * len(pattern), bit) for pattern, bit in found]
    longest = max(width for _, width, _ in every)
    places = bytearray(1 << longest)
    for row, width, bit in every:
        for before in range(1 << (longest - width)):
            places[before << width | row] |= bit
    return bytes(map(number.__getitem__, classes)), bytes(places)


def _row(kinds: Iterable[int], shift: int) -> int:
    row = 0
    for kind in kinds:
        row = row << shift | kind
    return row
