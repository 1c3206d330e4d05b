"""What is known of each word that was ever said here, as one small number: all words of a message are asked at once.

Most are plain. The others say where it is worth to look closer, and a pattern over the numbers of a whole message says
whether it is worth it at all.
"""

import re
from collections.abc import Mapping
from typing import Final

from bot.domain.moderation.text.index import ENDS, Index, halves
from bot.domain.moderation.text.letters import squeezed

PLAIN: Final = 0
HEAD: Final = 1
"""Listed words of two pieces, or phrases, begin so."""
TAIL: Final = 2
"""... or end so."""
SINGLE: Final = 4
"""One letter, of which words are spelt out."""
SUSPECT: Final = 8
"""It may hold something by itself."""

MOST_KNOWN = 100_000
"""Words that are remembered for sure, and twice as many at most: thirty megabytes, if people ever use so many."""
LONGEST_KNOWN = 32
"""Links and screams come once."""


def _with(bit: int) -> bytes:
    return b"[%s]" % b"".join(b"\\x%02x" % kind for kind in range(2 * SUSPECT) if kind & bit)


PAIRS: Final = re.compile(rb"%s(?=%s)" % (_with(HEAD), _with(TAIL)))
"""Two neighbours that may be one word."""
SPELT: Final = re.compile(rb"%s(?=.?%s)" % (_with(SINGLE), _with(SINGLE)), re.DOTALL)
"""Single letters close to each other, as in every word that is spelt out."""
TELLING: Final = re.compile(rb"%s|%s|%s" % (_with(SUSPECT), PAIRS.pattern, SPELT.pattern), re.DOTALL)
"""Any of that."""
_TWICE = re.compile(r"(.)\1")


class Known(dict[str, int]):
    """The kinds of words by word; who asks for a new one learns its kind, and it is kept unless it is a suspect."""

    __slots__ = ("_before", "_index")

    def __init__(self, index: Index, before: Mapping[str, int] | None = None) -> None:
        """Know nothing, except of words that were known ``before`` what they are."""
        super().__init__()
        self._index = index
        self._before: Mapping[str, int] = before or {}

    def __missing__(self, word: str) -> int:
        kind = self._before.get(word) if self._before else None
        if kind is None:
            kind = _kind_of(self._index, word)
            if kind >= SUSPECT:
                return kind
        if len(word) <= LONGEST_KNOWN:
            self[word] = kind
        return kind

    def acquit(self, word: str) -> None:
        """Remember of a suspect that it holds nothing."""
        if len(word) <= LONGEST_KNOWN:
            self[word] = _kind_of(self._index, word) & ~SUSPECT

    def grown_old(self) -> "Known":
        """Start anew, but go on to know what people still say; what was known before that is forgotten."""
        self._before = {}
        return Known(self._index, self)


def _kind_of(index: Index, word: str) -> int:
    """Say what it may be together with its neighbours, and whether `within.LETTERS` could find anything in it."""
    kind = SINGLE if len(word) == 1 else PLAIN
    if word[:ENDS] in index.heads:
        kind |= HEAD
    if word[-ENDS:] in index.tails:
        kind |= TAIL
    if word in index.tokens or (index.stem is not None and index.stem.search(word)):
        return kind | SUSPECT
    if word[:3] + word[-2:] in index.cut_ends and not index.tables.cut.keys().isdisjoint(halves(word, len(word) + 1)):
        return kind | SUSPECT
    if _TWICE.search(word) and squeezed(word) in index.squeezed:
        return kind | SUSPECT
    return kind
