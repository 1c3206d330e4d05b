"""A text read once, the way its writer hoped only people would read it, with the way back to what was written."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from bot.domain.moderation.text import alphabet, signs
from bot.domain.moderation.text.letters import is_unusual, shown, unaccented, with_mark

MOST_CHARACTERS = 6000
"""What is read of a text: more than either platform lets a member write."""

_WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the original text, from `start` up to but not including `end`."""

    start: int
    end: int


class Reading(NamedTuple):  # made for every message, and three times as fast as a frozen dataclass
    """The text, and what a reader sees in it.

    `plain` is lower case without anything invisible; `folded` is the same without diacritics, and both have the
    same length. `words` are the letter runs of `folded`, `signs` what else may be in it (`text/signs.py`). `starts`
    tells where each character of `plain` came from, None when it is simply the same place.
    """

    text: str
    plain: str
    folded: str
    words: tuple[str, ...]
    signs: int
    starts: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> Span:
        """Give the part of the original that a part of `plain` was read from."""
        if self.starts is None:
            return Span(start, end)
        following = self.starts[end] if end < len(self.starts) else len(self.text)
        last = self.starts[end - 1] + 1
        while last < following and not shown(self.text[last]):
            last += 1
        return Span(self.starts[start], last)

    def quote(self, span: Span) -> str:
        """Give the original substring."""
        return self.text[span.start : span.end]


def read(text: str) -> Reading:
    """Read a text in one linear pass; what lies beyond `MOST_CHARACTERS` is not read."""
    text = text[:MOST_CHARACTERS]
    raw = alphabet.encoded(text)
    if raw is not None:
        if text.isascii():
            plain = folded = text.lower()
        else:
            plain, folded = alphabet.lowered(raw), alphabet.folded(raw)
        return Reading(text, plain, folded, tuple(alphabet.words(raw)), alphabet.signs_of(raw, folded))
    if is_unusual(text):
        return _closely(text)
    plain = text.casefold()
    folded = unaccented(plain)
    raw = alphabet.roughly_encoded(text)  # it is all there but for emoji
    return Reading(text, plain, folded, tuple(alphabet.words(raw)), signs.PICTURES | alphabet.signs_of(raw, folded))


def _closely(text: str) -> Reading:
    out: list[str] = []
    starts: list[int] = []
    for index, seen in enumerate(map(shown, text)):
        if len(seen) == 1:  # as nearly always
            out.append(seen)
            starts.append(index)
        elif seen:
            out.extend(seen)
            starts.extend([index] * len(seen))
        elif out:
            out[-1] = with_mark(out[-1], text[index])
    plain = "".join(out)
    folded = unaccented(plain)
    words = tuple(_WORDS.findall(folded))
    return Reading(text, plain, folded, words, signs.IN_TEXT | signs.UNUSUAL, tuple(starts))
