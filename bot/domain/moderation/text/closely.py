"""A text read character by character: what holds anything that ordinary chat in five languages does not."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain, compress, count, islice, repeat

from bot.domain.moderation.text.letters import ACCENTED, NATIVE, THEMSELVES, shown

MOST_STRANGE = 500
"""Different characters of one text that are looked up; the longest tables of signs that people post hold fewer."""
_BEGINNING = 500
MOST_MARKS = 400
"""Marks upon letters of other alphabets that are looked at."""

_STRANGE = re.compile(rf"[^\t\n\r -~{NATIVE}{NATIVE.upper()}{THEMSELVES}]")
_MARKED = {flat: letter for letter in sorted(ACCENTED) if len(flat := unicodedata.normalize("NFD", letter)) > 1}
"""The letters of the five languages by how they are written with a mark of its own."""
_BOTH_CASES = {**_MARKED, **{flat.upper(): letter.upper() for flat, letter in _MARKED.items()}}
_MARKS = frozenset(flat[-1] for flat in _MARKED)
_MARK = re.compile(f"[{''.join(sorted(_MARKS))}]")
_NOTHING = "\u200b"


def closely(text: str) -> tuple[str, tuple[int, ...], bool]:
    """Give what a reader sees, where each character of it came from, and whether all of it was looked up.

    With more than `MOST_STRANGE` in it, only its beginning is read: nobody needs so many but to hide something.
    """
    is_marked = _MARK.search(text) is not None
    if is_marked:
        text = _composed(text)
    different = "".join(dict.fromkeys(text))
    is_whole = len(strange := _STRANGE.findall(different)) <= MOST_STRANGE
    if not is_whole:
        text = text[:_BEGINNING]
        strange = _STRANGE.findall(different := "".join(dict.fromkeys(text)))
    table = dict(zip(different, map(str.lower, different), strict=True))
    table.update(zip(strange, map(shown, strange), strict=True))
    pieces = list(map(table.__getitem__, text))
    longest = max(map(len, table.values()), default=1)
    if longest == 1 and "" not in table.values():
        return "".join(pieces), tuple(range(len(text))), is_whole
    starts = list(compress(range(len(text)), pieces))
    if is_marked:
        _put_marks(pieces, text, starts)
    if longest > 1:
        starts = list(chain.from_iterable(map(repeat, count(), map(len, pieces))))
    return "".join(pieces), tuple(starts), is_whole


def _composed(text: str) -> str:
    """Write letters with a mark of its own as one, and keep every other character where it is."""
    for flat, letter in _BOTH_CASES.items():
        text = text.replace(flat, letter + _NOTHING)
    return text


def _put_marks(pieces: list[str], text: str, seen: Sequence[int]) -> None:
    """Put marks upon the last character that is seen before them, where that makes a letter of the five languages."""
    for mark in islice(_MARK.finditer(text), MOST_MARKS):
        before = bisect_left(seen, mark.start()) - 1
        if before >= 0:
            piece = pieces[seen[before]]
            pieces[seen[before]] = piece[:-1] + _MARKED.get(piece[-1] + mark[0], piece[-1])
