"""The ways a listed word or phrase is written across blanks, signs and line ends."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import add

from bot.domain.moderation.text.index import SHORTEST_HIDDEN, Index
from bot.domain.moderation.text.passes import Candidate, Pass, Seen

_SENTENCE_END = re.compile(r"[.,;:!?…]\s")
_SPELT_OUT = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,2}[\W_]{1,3}[^\W\d_]{1,2}[\W_]{1,3}[^\W\d_]")
_FOR_PAIRS, _FOR_SPELLING = 3, 2  # steps
TOLD_BY = 3
"""Words by which a phrase is known; two are often everyday ones."""
_CLOSE = 3  # characters that may stand between the pieces of one word
_LETTERS_OF_THREE = 4  # three neighbours with no more letters than this may begin a spaced word


def _has_pair(index: Index, seen: Seen) -> bool:
    return not index.pairs.isdisjoint(map(add, seen.words, seen.words[1:]))


def says_something(index: Index, words: Sequence[str], spot: int) -> bool:
    """Say whether a phrase begins with two neighbours, or both are one word, if only they stand close enough."""
    left, right = words[spot], words[spot + 1]
    pair = left + right
    if pair not in index.pairs:
        return False
    for entry in index.among(index.tables.phrases, pair):
        begun = entry.folded.split()[:TOLD_BY]
        if list(words[spot : spot + len(begun)]) == begun:
            return True
    return bool(index.plain(pair)) and f"{left} {right}" not in index.ordinary


def _pairs(index: Index, seen: Seen) -> Iterator[Candidate]:
    """Phrases, and words in two pieces: both begin with two neighbours that say something together."""
    words = seen.words
    for spot, pair in enumerate(map(add, words, words[1:])):
        if pair not in index.pairs:
            continue
        seen.take(_FOR_PAIRS)
        for entry in index.among(index.tables.phrases, pair):
            parts = entry.folded.split()
            if list(words[spot : spot + len(parts)]) == parts:
                yield seen.candidate(spot, spot + len(parts) - 1, entry, "plain")
        if _may_be_one(index, words[spot], words[spot + 1], seen.gaps[spot + 1]):
            for entry in index.plain(pair):
                yield seen.candidate(spot, spot + 1, entry, "split")


def _has_spaced(index: Index, seen: Seen) -> bool:
    return not index.beginnings.isdisjoint(threes(seen.words))


def _spaced(index: Index, seen: Seen) -> Iterator[Candidate]:
    """Words of which hardly two letters stand together."""
    begun = list(threes(seen.words))
    known = {each for each in index.beginnings.intersection(begun) if len(each) <= _LETTERS_OF_THREE}
    if not known or not _SPELT_OUT.search(seen.folded):
        return
    gaps = seen.gaps
    close = set(filter(_are_close, set(gaps)))
    for start, glued in enumerate(begun):
        if glued in known and gaps[start + 1] in close and gaps[start + 2] in close:
            seen.take(_FOR_SPELLING)
            yield from _spelt_out(index, seen, start, glued)


ACROSS = (Pass(_has_pair, _pairs), Pass(_has_spaced, _spaced))


@lru_cache(maxsize=4096)
def _are_close(gap: str) -> bool:
    return len(gap) <= _CLOSE and not any(map(str.isdigit, gap))


def _may_be_one(index: Index, left: str, right: str, gap: str) -> bool:
    if len(left) + len(right) < SHORTEST_HIDDEN or not _are_close(gap) or _SENTENCE_END.search(gap):
        return False
    return f"{left} {right}" not in index.ordinary


def threes(words: Sequence[str]) -> Iterator[str]:
    """Give every three neighbours as one."""
    return map(add, map(add, words, words[1:]), words[2:])


def _spelt_out(index: Index, seen: Seen, start: int, glued: str) -> Iterator[Candidate]:
    """Put close pieces to the first three while they begin a word and are at most two letters each on average."""
    last = start + 2
    while len(glued) < 2 * (last - start + 1) and glued in index.beginnings:
        if glued in index.tokens:
            for entry, _ in index.listed(glued):
                yield seen.candidate(start, last, entry, "split")
        last += 1
        if last == len(seen.words) or not _are_close(seen.gaps[last]):
            return
        seen.take()
        glued += seen.words[last]
