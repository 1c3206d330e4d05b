"""The ways a listed word or phrase is written across blanks, signs and line ends."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import add

from bot.domain.moderation.text.index import SHORTEST_HIDDEN, Index
from bot.domain.moderation.text.passes import Candidate, Pass, Seen

_SENTENCE_END = re.compile(r"[.,;:!?…]\s")
_CLOSE = 3  # characters that may stand between the pieces of one word
_PIECES = 3  # from this many pieces on a word counts as spaced out; fewer are pairs
_LETTERS_OF_SPACED = 4  # three neighbours with no more letters than this may begin a spaced word
_SINGLES = 2  # of three such neighbours two are single letters
_SINGLE = frozenset("abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщъыьэюя")


def has_pair(index: Index, words: Sequence[str]) -> bool:
    """Say whether two neighbours say something together."""
    return not index.pairs.isdisjoint(map(add, words, words[1:]))


def has_spaced(words: Sequence[str]) -> bool:
    """Say whether a word may be spelt out, one or two letters at a time."""
    if sum(map(_SINGLE.__contains__, words)) < _SINGLES or len(words) < _PIECES:
        return False
    sizes = list(map(len, words))
    fewest: int = min(map(add, map(add, sizes, sizes[1:]), sizes[2:]))
    return fewest <= _LETTERS_OF_SPACED


def _has_pair(index: Index, seen: Seen) -> bool:
    return has_pair(index, seen.words)


def _pairs(index: Index, seen: Seen) -> Iterator[Candidate]:
    """Phrases, and words in two pieces: both begin with two neighbours that say something together."""
    tokens = seen.tokens
    for spot, (left, right) in enumerate(pairwise(tokens)):
        pair = left[0] + right[0]
        if pair not in index.pairs:
            continue
        for entry in index.among(index.tables.phrases, pair):
            parts = entry.folded.split()
            if seen.words[spot : spot + len(parts)] == parts:
                yield Candidate(left.start(), tokens[spot + len(parts) - 1].end(), entry, "plain")
        if _may_be_one(index, left[0], right[0], seen.folded[left.end() : right.start()]):
            for entry in index.plain(pair):
                yield Candidate(left.start(), right.end(), entry, "split")


def _has_spaced(_: Index, seen: Seen) -> bool:
    return has_spaced(seen.words)


def _spaced(index: Index, seen: Seen) -> Iterator[Candidate]:
    """Words of which hardly two letters stand together."""
    tokens = seen.tokens
    for first, last in _short_runs(seen):
        for start in range(first, last - 1):
            yield from _spelt_out(index, tokens, start, last)


ACROSS = (Pass(_has_pair, _pairs), Pass(_has_spaced, _spaced))


def _are_close(gap: str) -> bool:
    return len(gap) <= _CLOSE and not any(map(str.isdigit, gap))


def _may_be_one(index: Index, left: str, right: str, gap: str) -> bool:
    if len(left) + len(right) < SHORTEST_HIDDEN or not _are_close(gap) or _SENTENCE_END.search(gap):
        return False
    return f"{left} {right}" not in index.ordinary


def _short_runs(seen: Seen) -> Iterator[tuple[int, int]]:
    """Give (first, past the last) of each row of close tokens, short enough to be pieces of one word."""
    first, tokens = 0, seen.tokens
    for spot in range(1, len(tokens) + 1):
        if spot < len(tokens) and _go_together(seen.folded, tokens[spot - 1], tokens[spot]):
            continue
        if spot - first >= _PIECES:
            yield first, spot
        first = spot


def _go_together(folded: str, left: re.Match[str], right: re.Match[str]) -> bool:
    return len(left[0]) <= 3 and len(right[0]) <= 3 and _are_close(folded[left.end() : right.start()])


def _spelt_out(index: Index, tokens: list[re.Match[str]], start: int, last: int) -> Iterator[Candidate]:
    glued = tokens[start][0] + tokens[start + 1][0]
    for spot in range(start + 2, last):
        glued += tokens[spot][0]
        most = _LETTERS_OF_SPACED if spot == start + 2 else 2 * (spot - start) + 1
        if glued not in index.beginnings or len(glued) > most:
            return
        for entry, _ in index.listed(glued):
            yield Candidate(tokens[start].start(), tokens[spot].end(), entry, "split")
