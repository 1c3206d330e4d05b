"""A text read once, the way its writer hoped only people would read it, with the way back to what was written."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.domain.moderation.text import alphabet, signs
from bot.domain.moderation.text.closely import closely
from bot.domain.moderation.text.letters import NATIVE, PICTURES, latin_skeleton, shown, unaccented
from bot.domain.moderation.text.look import WORDS, Look, look, words_of

MOST_CHARACTERS = 6000
"""What is read of a text: more than either platform lets a member write."""

FEWEST_WORDS = 2
"""One alone ("ok", "hello") is what everybody says all day, ..."""
FEWEST_LETTERS = 14
"""... but so many letters in a row count without a second word: some languages write no spaces."""

_WORDS = re.compile(r"[^\W\d_]+")
_MIXED = re.compile("[a-z][а-я]|[а-я][a-z]")
"""Where two alphabets meet, letters may stand for others that look like them."""
FOREIGN = "ñ"
"""What stands among bytes for letters that no byte stands for: no folded text holds it."""
_GAP = ","
_SPACED = bytes(code if code == alphabet.CODES[FOREIGN] else word for code, word in enumerate(WORDS))
_PICTURES = "".join(f"{first}-{last}" for first, last in PICTURES)
_NUMBERED = re.compile("[\u2776-\u2793]")
"""Pictures that are numbers, too: they mask letters as pictures do, and belong to words as numbers do."""
_FOREIGN = re.compile(rf"[^\W\d_a-z{NATIVE}{_PICTURES}]")
_UNNAMED = re.compile(f"[^{re.escape(alphabet.ALL)}{_PICTURES}]")


_look: Callable[[str], Look | None] = look


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the original text, from `start` up to but not including `end`."""

    start: int
    end: int


class Reading:
    """The text, and what a reader sees in it.

    `plain` is lower case without anything invisible; `folded` is the same without diacritics, and both have the
    same length. `words` are the letter runs of `folded`, `signs` what else may be in it (`signs.py`). `starts` tells
    where each character of `plain` came from, None when it is simply the same place. `spaced` and `signed` are words
    and text as bytes (`look.Look`).

    Nobody asks for more than signs and mark of most messages: the rest is made when somebody does.
    """

    __slots__ = ("_folded", "_mark", "_plain", "_words", "signed", "signs", "spaced", "starts", "text")

    def __init__(
        self,
        text: str,
        found: int,
        spaced: bytes | None = None,
        mark: int | None = None,
        signed: bytes | None = None,
    ) -> None:
        self.text = text
        self.signs = found
        self.spaced = spaced
        self.signed = signed
        self.starts: tuple[int, ...] | None = None
        self._mark = mark
        self._words: tuple[str, ...] | None = None
        self._plain: str | None = None
        self._folded: str | None = None

    @classmethod
    def closely(cls, text: str, plain: str, starts: tuple[int, ...], *, is_whole: bool = True) -> "Reading":
        """Take what was read character by character, which may hold anything."""
        reading = cls(text, signs.IN_TEXT | signs.UNUSUAL | (signs.NOTHING if is_whole else signs.UNREAD))
        folded = unaccented(plain)
        reading.starts, reading._plain, reading._folded = starts, plain, folded
        reading.signed = _coded(folded)
        words = _NUMBERED.sub(FOREIGN, folded)
        reading.spaced = (reading.signed if words == folded else _coded(words)).translate(_SPACED)
        return reading

    @property
    def words(self) -> tuple[str, ...]:
        if self._words is None:
            spaced = self.spaced if self.starts is None else None
            self._words = tuple(_WORDS.findall(self.folded)) if spaced is None else words_of(spaced)
        return self._words

    @property
    def mark(self) -> int:
        """All letters as one number, the same for whatever reads the same; 0 for too few to be a repeat of anything."""
        if self._mark is None:
            self._mark = self._marked()
        return self._mark

    def _marked(self) -> int:
        words = self.words
        if len(words) < FEWEST_WORDS and (not words or len(words[0]) < FEWEST_LETTERS):
            return 0
        text = "".join(words)
        if not text.isascii() and _MIXED.search(text):
            text = latin_skeleton(text)
        raw = alphabet.encoded(text)
        return hash(text) if raw is None else hash(raw)

    @property
    def plain(self) -> str:
        if self._plain is None:
            raw = alphabet.encoded(self.text)
            self._plain = self.text.casefold() if raw is None else alphabet.lowered(raw)
        return self._plain

    @property
    def folded(self) -> str:
        if self._folded is None:
            raw = None if self._plain is not None else alphabet.encoded(self.text)
            self._folded = unaccented(self.plain) if raw is None else alphabet.folded(raw)
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
    seen = _look(text)
    return _closely(text) if seen is None else Reading(text, *seen)


def read_with(look: Callable[[str], Look | None]) -> None:
    """Let something else take the first look from now on: the compiled twin of `look.look`, or that itself."""
    global _look  # noqa: PLW0603  # one for the whole process, set when it starts
    _look = look


def _coded(folded: str) -> bytes:
    return alphabet.with_gaps(_UNNAMED.sub(_GAP, _FOREIGN.sub(FOREIGN, folded)))


def _closely(text: str) -> Reading:
    plain, starts, is_whole = closely(text)
    return Reading.closely(text, plain, starts, is_whole=is_whole)
