"""The first look at a text: its letters, and what else may be in it, told by which signs stand beside which.

`look` is also compiled (`compiled/`); what is written here is what it means.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple, TypeAlias

from bot.domain.moderation.text import signs
from bot.domain.moderation.text.alphabet import (
    ALL,
    FOLD,
    LETTERS,
    codes_of,
    decoded,
    encoded,
    roughly_encoded,
    table,
    with_gaps,
)
from bot.domain.moderation.text.domains import BREAKS, DOT_NAMES, EDGES, PUNYCODE, SURE, WITH_PATH
from bot.domain.moderation.text.letters import is_unusual, unaccented

Look: TypeAlias = tuple[int, bytes, int | None, bytes | None]
"""Signs (`signs.py`); the folded letters with blanks for all else, a byte each; the mark, if it is known already; and
the whole folded text, where a sign may hide something in it.
"""

WORDS: Final = table({char: unaccented(char.casefold()) for char in LETTERS}, " ")
UNMARKED: Final = codes_of(LETTERS + " \n\t\r,")
"""What tells nothing."""
_GROUPS: Final = {"0": "0123456789@$€£¢", "!": "!|+", "*": "*#", "?": "?%^&~·•_=", ".": ".-", "`": "`\\>"}
"""Signs that stand for letters, that may do so, that hide them, that hide one in a word, that part it, that mark up."""


def _classes(*, latin: str, cyrillic: str) -> bytes:
    """What passes for letters, blanks, and each group of signs by which words are hidden, as one character."""
    made = {char: group for group, chars in _GROUPS.items() for char in chars}
    made |= {char: cyrillic if "а" <= unaccented(char.casefold()) <= "я" else latin for char in LETTERS}
    return table(made | {char: " " for char in ALL if char.isspace()}, ",")


HIDE: Final = _classes(latin="a", cyrillic="a")
MEET: Final = _classes(latin="l", cyrillic="c")
LINK: Final = table(
    {char: "w" for char in ALL if char.isalnum() or char == "_" or not char.isascii()}
    | {char: char for char in ".:%/ "}
    | dict.fromkeys("\t\n\r", " ")
    | dict.fromkeys("[({<", "("),
    "|",
)
HIDING: Final = {
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
LINKING: Final = {
    "%": (b"%w",),  # what is escaped may be a dot
    "(": (b"(.", b"(:", b"( .", b"( :"),
    "./": (b"w .w", b"w. w", b"w . w"),
}
"""Where signs stand so that a link may be made of them: blanks beside a dot need a path."""
DOTTED: Final = b"w.w"
"""No host is without a dot like this, but what is between blanks must also end like a domain, or hold more signs."""
_BLANKS = "".join(char for char in ALL if char.isspace())
CHUNKS: Final = table({char: unaccented(char.casefold()) for char in ALL} | dict.fromkeys(BREAKS + _BLANKS, " "))
INTRICATE: Final = codes_of("/%:@\\№…")  # the last two are several signs to a browser
EDGES_CODES: Final = codes_of(EDGES)
ENDINGS: Final = frozenset(codes_of(unaccented(ending)) for ending in SURE | WITH_PATH)
MEETING: Final = (b"lc", b"cl")
DOTS: Final = codes_of(" ".join(map(unaccented, DOT_NAMES))).split()
"""What a dot is called, as a word."""
_SPELT: Final = {"@": ((b"@here", signs.EVERYBODY), (b"@everyone", signs.EVERYBODY)), ":": ((b"tg:", signs.LINKISH),)}
"""What is looked for as it is spelt where a sign stands anywhere."""
_CAPITALS: Final = table({char: "A" for char in ALL if char.isupper()}, " ")
NOT_SAID: Final = codes_of("/<@#`")
"""Where these are, some letters are not the author's choice: links, mentions, code."""
NUMBER, GAP = 7, 2
BETWEEN: Final = codes_of(" \u00a0().-")
"""Signs within a number, as many as `GAP` between two digits."""
_NUMBER: Final = re.compile(rb"[0-9](?:[%s]{0,%d}[0-9]){%d}" % (re.escape(BETWEEN), GAP, NUMBER - 1))


class Clues(NamedTuple):
    """What the signs of a text tell by themselves, and beside what else they would tell more."""

    surely: int
    hiding: tuple[bytes, ...] = ()
    linking: tuple[bytes, ...] = ()
    spelt: tuple[tuple[bytes, int], ...] = ()
    is_dotted: bool = False


def look(text: str) -> Look | None:
    """Look at a text; None if it holds anything that ordinary chat in five languages does not."""
    raw = encoded(text)
    if raw is not None:
        return _look_at(raw)
    if is_unusual(text):
        return None
    raw = roughly_encoded(text)  # it is all there but for emoji
    return _look_at(raw, raw.count(b"?") - text.count("?"), len(text) - len(raw))


def words_of(spaced: bytes) -> tuple[str, ...]:
    """Give the letter runs of the folded text."""
    return tuple(decoded(spaced).split())


def hidden(folded_text: str) -> Iterator[slice]:
    """Give where what stands between blanks holds a sign beside a letter, in a text that is not `MIXED`."""
    classes = with_gaps(folded_text).translate(HIDE)
    for place in _HIDDEN.finditer(classes):
        yield slice(classes.rfind(b" ", 0, place.start()) + 1, place.end())


def _look_at(raw: bytes, pictures: int = 0, joiners: int = 0) -> Look:
    spaced = raw.translate(WORDS)
    marks = raw.translate(None, UNMARKED)
    found = _among_marks(raw, marks, pictures) if marks else signs.NOTHING
    if raw.translate(_CAPITALS).count(b"A") >= signs.MANY_CAPITALS:
        found |= _capitals(raw, spaced, marks)
    if len(raw) + joiners >= signs.LONG_TEXT or raw.count(b"\n") >= signs.MANY_LINES - 1:
        found |= signs.LONG
    # To bytes only Latin letters are lower-case ones.
    if b"vv" in spaced or (not spaced.isascii() and spaced.islower() and _do_alphabets_meet(raw)):
        found |= signs.SIGNED | signs.MIXED
    if any(map(spaced.__contains__, DOTS)) and not frozenset(spaced.split()).isdisjoint(DOTS):
        found |= signs.LINKISH
    return found, spaced, None, raw.translate(FOLD) if found & signs.SIGNED and not joiners else None


def _among_marks(raw: bytes, marks: bytes, pictures: int) -> int:
    # Which signs there are is nearly always known; in which order they stand is new with every message.
    found = _found_beside(raw, _clues(frozenset(marks)))
    if len(marks) >= NUMBER and _NUMBER.search(raw):
        found |= signs.DIGITS
    if pictures or found & signs.PICTURES:
        found |= signs.PICTURES
        if pictures + raw.count(b"<") >= signs.MANY:
            found |= signs.MANY_PICTURES
    return found


def _found_beside(raw: bytes, clues: Clues) -> int:
    found = clues.surely
    if clues.hiding and _has_any(raw.translate(HIDE), clues.hiding):
        found |= signs.SIGNED
    if clues.linking and _has_any(raw.translate(LINK), clues.linking):
        found |= signs.LINKISH
    if clues.is_dotted and DOTTED in raw.translate(LINK) and any(map(_is_likely, raw.translate(CHUNKS).split())):
        found |= signs.LINKISH
    if clues.spelt:
        folded = raw.translate(FOLD)
        for word, sign in clues.spelt:
            if word in folded:
                found |= sign
    return found


def _is_likely(chunk: bytes) -> bool:
    """Say whether what stands between blanks may be a link; `links.py` asks the same."""
    if b"." not in chunk:
        return False
    if len(chunk.translate(None, INTRICATE)) < len(chunk):
        return True
    name = chunk.strip(EDGES_CODES).partition(b"?")[0].partition(b"#")[0]
    ending = name.rstrip(EDGES_CODES).rpartition(b".")[2]
    return ending in ENDINGS or ending.startswith(PUNYCODE.encode())


def _has_any(classes: bytes, places: tuple[bytes, ...]) -> bool:
    for place in places:  # noqa: SIM110  # any() takes twice as long, and this is asked about every message
        if place in classes:
            return True
    return False


@lru_cache(maxsize=4096)
def _clues(marks: frozenset[int]) -> Clues:
    raw = bytes(marks)
    surely = signs.AT if b"@" in raw else signs.NOTHING
    if b"<" in raw:
        surely |= signs.PICTURES
    hiding = (HIDING.get(group, ()) for group in sorted(set(raw.translate(HIDE).decode())))
    kinds = set(raw.translate(LINK).decode())
    linking = (places for needed, places in LINKING.items() if kinds.issuperset(needed))
    spelt = (words for sign, words in _SPELT.items() if sign.encode() in raw)
    return Clues(surely, tuple(chain(*hiding)), tuple(chain(*linking)), tuple(chain(*spelt)), b"." in raw)


def _capitals(raw: bytes, spaced: bytes, marks: bytes) -> int:
    capitals, letters = raw.translate(_CAPITALS).count(b"A"), len(spaced) - spaced.count(b" ")
    is_all_said = len(marks.translate(None, NOT_SAID)) == len(marks)
    return signs.CAPITALS if is_all_said and signs.LOUD_SHARE * capitals < letters else signs.CAPITALS | signs.LOUD


def _do_alphabets_meet(raw: bytes) -> bool:
    places = raw.translate(MEET)
    return any(meeting in places for meeting in MEETING)
