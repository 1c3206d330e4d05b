"""A text read once, the way its writer hoped only people would read it, with the way back to what was written."""

import re
from dataclasses import dataclass

from bot.domain.moderation.text.letters import is_unusual, shown, unaccented, with_mark

MOST_CHARACTERS = 6000
"""What is read of a text: more than either platform lets a member write."""

_WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the original text, from `start` up to but not including `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """The text, and what a reader sees in it.

    `plain` is lower case without anything invisible; `folded` is the same without diacritics, and both have the
    same length. `starts` tells where each character of `plain` came
    from, None when it is simply the same place.
    """

    text: str
    plain: str
    folded: str
    starts: tuple[int, ...] | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """Give the letter runs of `folded`."""
        return tuple(_WORDS.findall(self.folded))

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
    if not is_unusual(text):
        plain = text.casefold()
        return Reading(text, plain, unaccented(plain))
    return _closely(text)


def _closely(text: str) -> Reading:
    out: list[str] = []
    starts: list[int] = []
    for index, char in enumerate(text):
        seen = shown(char)
        if not seen and out:
            out[-1] = with_mark(out[-1], char)
        for letter in seen:
            out.append(letter)
            starts.append(index)
    plain = "".join(out)
    return Reading(text, plain, unaccented(plain), tuple(starts))
