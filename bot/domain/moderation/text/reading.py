"""A text read once, the way its writer hoped only people would read it, with the way back to what was written."""

import re
from dataclasses import dataclass

from bot.domain.moderation.text import alphabet, signs
from bot.domain.moderation.text.closely import closely
from bot.domain.moderation.text.letters import is_unusual, shown, unaccented

MOST_CHARACTERS = 6000
"""What is read of a text: more than either platform lets a member write."""

_WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the original text, from `start` up to but not including `end`."""

    start: int
    end: int


class Reading:
    """The text, and what a reader sees in it.

    `plain` is lower case without anything invisible; `folded` is the same without diacritics, and both have the
    same length. `words` are the letter runs of `folded`, `signs` what else may be in it (`text/signs.py`). `starts`
    tells where each character of `plain` came from, None when it is simply the same place.

    Nobody asks for more than words and signs of most messages: the rest is made when somebody does.
    """

    __slots__ = ("_folded", "_plain", "_raw", "signs", "starts", "text", "words")

    def __init__(self, text: str, words: tuple[str, ...], found: int, raw: bytes | None = None) -> None:
        self.text = text
        self.words = words
        self.signs = found
        self.starts: tuple[int, ...] | None = None
        self._raw = raw
        self._plain: str | None = None
        self._folded: str | None = None

    @classmethod
    def closely(cls, text: str, plain: str, starts: tuple[int, ...], *, is_whole: bool = True) -> "Reading":
        """Take what was read character by character, which may hold anything."""
        folded = unaccented(plain)
        told = signs.NOTHING if is_whole else signs.UNREAD
        reading = cls(text, tuple(_WORDS.findall(folded)), signs.IN_TEXT | signs.UNUSUAL | told)
        reading.starts, reading._plain, reading._folded = starts, plain, folded
        return reading

    @property
    def plain(self) -> str:
        if self._plain is None:
            self._plain = self.text.casefold() if self._raw is None else alphabet.lowered(self._raw)
        return self._plain

    @property
    def folded(self) -> str:
        if self._folded is None:
            self._folded = unaccented(self.plain) if self._raw is None else alphabet.folded(self._raw)
        return self._folded

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
        words, found = alphabet.words_and_signs(raw)
        return Reading(text, words, found, raw)
    if is_unusual(text):
        return _closely(text)
    words, found = alphabet.words_and_signs(alphabet.roughly_encoded(text))  # it is all there but for emoji
    return Reading(text, words, signs.PICTURES | found)


def _closely(text: str) -> Reading:
    plain, starts, is_whole = closely(text)
    return Reading.closely(text, plain, starts, is_whole=is_whole)
