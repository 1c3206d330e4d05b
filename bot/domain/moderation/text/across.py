"""The ways a listed word or phrase is written across blanks, signs and line ends."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import add

from bot.domain.moderation.text.index import SHORTEST_HIDDEN, Index
from bot.domain.moderation.text.passes import Candidate, Pass, Seen

_SENTENCE_END = re.compile(r"[.,;:!?…]\s")
_CLOSE = 3  # characters that may stand between the pieces of one word
_LETTERS_OF_THREE = 4  # three neighbours with no more letters than this may begin a spaced word


def has_joint(index: Index, words: Sequence[str]) -> bool:
    """Say whether two neighbours together are something that any pass across would go on from."""
    return not index.joints.isdisjoint([word + after for word, after in pairwise(words) if word in index.heads])


def _has_pair(index: Index, seen: Seen) -> bool:
    return not index.pairs.isdisjoint(map(add, seen.words, seen.words[1:]))


def _pairs(index: Index, seen: Seen) -> Iterator[Candidate]:
    """Phrases, and words in two pieces: both begin with two neighbours that say something together."""
    tokens = seen.tokens
    for spot, (left, right) in enumerate(pairwise(tokens)):
        pair = left[0] + right[0]
        if pair not in index.pairs:
            continue
        for entry in index.among(index.tables.phrases, pair):
            parts = entry.folded.split()
            if list(seen.words[spot : spot + len(parts)]) == parts:
                yield Candidate(left.start(), tokens[spot + len(parts) - 1].end(), entry, "plain")
        if _may_be_one(index, left[0], right[0], seen.folded[left.end() : right.start()]):
            for entry in index.plain(pair):
                yield Candidate(left.start(), right.end(), entry, "split")


def _has_spaced(index: Index, seen: Seen) -> bool:
    return not index.beginnings.isdisjoint(_threes(seen.words))


def _spaced(index: Index, seen: Seen) -> Iterator[Candidate]:
    """Words of which hardly two letters stand together."""
    for start, begun in enumerate(_threes(seen.words)):
        if len(begun) <= _LETTERS_OF_THREE and begun in index.beginnings:
            yield from _spelt_out(index, seen, start)


ACROSS = (Pass(_has_pair, _pairs), Pass(_has_spaced, _spaced))


@lru_cache(maxsize=4096)
def _are_close(gap: str) -> bool:
    return len(gap) <= _CLOSE and not any(map(str.isdigit, gap))


def _may_be_one(index: Index, left: str, right: str, gap: str) -> bool:
    if len(left) + len(right) < SHORTEST_HIDDEN or not _are_close(gap) or _SENTENCE_END.search(gap):
        return False
    return f"{left} {right}" not in index.ordinary


def _threes(words: Sequence[str]) -> Iterator[str]:
    """Give every three neighbours as one."""
    return map(add, map(add, words, words[1:]), words[2:])


def _spelt_out(index: Index, seen: Seen, start: int) -> Iterator[Candidate]:
    """Put close pieces together for as long as they begin a word and are at most two letters each on average."""
    tokens, glued = seen.tokens, seen.words[start]
    for spot in range(start + 1, len(tokens)):
        glued += seen.words[spot]
        if not _are_close(seen.folded[tokens[spot - 1].end() : tokens[spot].start()]):
            return
        if spot == start + 1:
            continue
        if len(glued) >= 2 * (spot - start + 1) or glued not in index.beginnings:
            return
        for entry, _ in index.listed(glued):
            yield Candidate(tokens[start].start(), tokens[spot].end(), entry, "split")
