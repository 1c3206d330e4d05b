"""The ways a listed word is looked for, each behind a gate that ordinary chat seldom opens.

A gate only asks what its search needs anyway, so that no gate ever changes an answer. All patterns are linear: a
letter run is entered at its start and never given back.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from operator import add

from bot.domain.moderation.text.index import SHORTEST_HIDDEN, Index
from bot.domain.moderation.text.letters import cyrillic_skeleton, latin_skeleton, squeezed, stretches
from bot.domain.moderation.text.reading import Reading
from bot.domain.moderation.text.words import Entry, How


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that may stand at a place of the folded text."""

    start: int
    end: int
    entry: Entry
    how: How


@dataclass(frozen=True, slots=True)
class Pass:
    """One way to look: `gate` says cheaply whether `look` could find anything."""

    gate: Callable[[Index, Reading], bool]
    look: Callable[[Index, Reading], Iterator[Candidate]]


_WORD = re.compile(r"[^\W\d_]+")
_THRICE = re.compile(r"([a-zа-я])\1\1")
_SINGLE = frozenset("abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщъыьэюя")
_MIXED = re.compile("[a-z][а-я]|[а-я][a-z]")
_PIECE = re.compile(r"[a-zа-я0-9@$!|+€£¢]+")
_SIGNED_GATE = re.compile(r"[0-9@$€£¢](?<=[a-zа-я].)|[0-9@$!|+€£¢](?=[a-zа-я])")
_SIGNED = re.compile(r"(?<![a-zа-я0-9@$!|+€£¢])[a-zа-я]*+[0-9@$!|+€£¢][a-zа-я0-9@$!|+€£¢]*+")
_MASKED_GATE = re.compile(r"[*#%^&~·•?_=.-](?<=[a-zа-я].)[a-zа-я*#%^&~·•?_=]")
_MASKED = re.compile(r"(?<![a-zа-я])[a-zа-я]++(?:(?:[*#%^&~·•?_=]++[a-zа-я]++)++|[.-][a-zа-я]++|[*#]{2,}+)")
_SHORTEST_PIECE = 3
_LONGEST_PIECE = 48  # a word with every letter stretched a little; longer ones are hashes, links and screams
_SENTENCE_END = re.compile(r"[.,;:!?…]\s|\n")
_CLOSE = 3  # characters that may stand between the pieces of one word
_PIECES = 3  # from this many pieces on a word counts as spaced out; two are `halves`
_LETTERS_OF_SPACED = 4  # three neighbours with no more letters than this may begin a spaced word


def _has_whole(index: Index, reading: Reading) -> bool:
    return not index.tokens.isdisjoint(reading.words)


def _whole(index: Index, reading: Reading) -> Iterator[Candidate]:
    """Tokens as they stand, and the spellings of them that are known beforehand."""
    for word in _WORD.finditer(reading.folded):
        for entry, how in index.whole.get(word[0], ()):
            yield Candidate(word.start(), word.end(), entry, how)


def _has_stem(index: Index, reading: Reading) -> bool:
    folded = reading.folded
    for stem, _ in index.stems:  # noqa: SIM110 - any() costs twice as much here
        if stem in folded:
            return True
    return False


def _stems(index: Index, reading: Reading) -> Iterator[Candidate]:
    """Stems inside longer words, unless that word is one of the innocent ones."""
    present = [(stem, entry) for stem, entry in index.stems if stem in reading.folded]
    for word in _WORD.finditer(reading.folded):
        for stem, entry in present:
            if stem in word[0] and not any(innocent in word[0] for innocent in entry.within):
                yield Candidate(word.start(), word.end(), entry, "inside")


def _has_pair(index: Index, reading: Reading) -> bool:
    return not index.pairs.isdisjoint(map(add, reading.words, reading.words[1:]))


def _pairs(index: Index, reading: Reading) -> Iterator[Candidate]:
    """Phrases, and words in two pieces: both begin with two neighbours that say something together."""
    tokens = list(_WORD.finditer(reading.folded))
    for spot, (left, right) in enumerate(pairwise(tokens)):
        pair = left[0] + right[0]
        for parts, entry in index.phrases.get(pair, ()):
            if reading.words[spot : spot + len(parts)] == parts:
                yield Candidate(left.start(), tokens[spot + len(parts) - 1].end(), entry, "plain")
        gap = reading.folded[left.end() : right.start()]
        if pair in index.halves and _may_be_one(index, left[0], right[0], gap):
            for entry in index.halves[pair]:
                yield Candidate(left.start(), right.end(), entry, "split")


def _has_spaced(index: Index, reading: Reading) -> bool:
    words = reading.words
    if len(words) < _PIECES or not index.whole or _SINGLE.isdisjoint(words):
        return False
    sizes = list(map(len, words))
    fewest: int = min(map(add, map(add, sizes, sizes[1:]), sizes[2:]))
    return fewest <= _LETTERS_OF_SPACED


def _spaced(index: Index, reading: Reading) -> Iterator[Candidate]:
    """Words of which hardly two letters stand together."""
    tokens = list(_WORD.finditer(reading.folded))
    for first, last in _short_runs(reading.folded, tokens):
        for start in range(first, last - 1):
            yield from _spelt_out(index, tokens, start, last)


def _has_signs(index: Index, reading: Reading) -> bool:
    folded = reading.folded
    if not index.skeletons:
        return False
    return bool(_SIGNED_GATE.search(folded)) or (not folded.isascii() and bool(_MIXED.search(folded)))


def _signs(index: Index, reading: Reading) -> Iterator[Candidate]:
    """Digits, signs and letters of another alphabet inside a word."""
    look_for = _PIECE if _MIXED.search(reading.folded) else _SIGNED
    for piece in look_for.finditer(reading.folded):
        for core in _cores(piece[0]):
            for entry in _by_skeleton(index, core):
                yield Candidate(piece.start(), piece.start() + len(core), entry, "leet")


def _has_stretch(_: Index, reading: Reading) -> bool:
    return _THRICE.search(reading.folded) is not None


def _stretched(index: Index, reading: Reading) -> Iterator[Candidate]:
    """Words with a letter three times or more in a row."""
    for word in _WORD.finditer(reading.folded):
        if _THRICE.search(word[0]):
            for entry in index.squeezed.get(squeezed(word[0]), ()):
                if stretches(word[0], entry.folded):
                    yield Candidate(word.start(), word.end(), entry, "stretched")


def _has_mask(_: Index, reading: Reading) -> bool:
    return _MASKED_GATE.search(reading.folded) is not None


def _masked(index: Index, reading: Reading) -> Iterator[Candidate]:
    """Words with signs in place of some letters."""
    for piece in _MASKED.finditer(reading.folded):
        if len(piece[0]) <= index.longest:
            for entry in _by_mask(index, piece[0]):
                yield Candidate(piece.start(), piece.end(), entry, "masked")


PASSES = (
    Pass(_has_whole, _whole),
    Pass(_has_stem, _stems),
    Pass(_has_pair, _pairs),
    Pass(_has_spaced, _spaced),
    Pass(_has_signs, _signs),
    Pass(_has_stretch, _stretched),
    Pass(_has_mask, _masked),
)


def _are_close(gap: str) -> bool:
    return len(gap) <= _CLOSE and not any(map(str.isdigit, gap))


def _may_be_one(index: Index, left: str, right: str, gap: str) -> bool:
    if not _are_close(gap) or _SENTENCE_END.search(gap):
        return False
    return f"{left} {right}" not in index.ordinary


def _short_runs(folded: str, tokens: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Give (first, past the last) of each row of close tokens, short enough to be pieces of one word."""
    first = 0
    for spot in range(1, len(tokens) + 1):
        if spot < len(tokens) and _go_together(folded, tokens[spot - 1], tokens[spot]):
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
        if glued not in index.beginnings or len(glued) >= 2 * (spot - start + 1):
            return
        for entry, _ in index.whole.get(glued, ()):
            yield Candidate(tokens[start].start(), tokens[spot].end(), entry, "split")


def _cores(piece: str) -> Iterator[str]:
    """Give what of a piece may be a word: signs at its end are an exclamation, or one of them the last letter."""
    core = piece.rstrip("!|+")
    if _SHORTEST_PIECE <= len(core) <= _LONGEST_PIECE and _is_mixed(core):
        yield core
        if len(core) < len(piece):
            yield piece[: len(core) + 1]


def _is_mixed(core: str) -> bool:
    letters = sum(map(str.isalpha, core))
    return 0 < letters < len(core) or _MIXED.search(core) is not None


def _by_skeleton(index: Index, core: str) -> Iterator[Entry]:
    # Without a Cyrillic letter nobody reads it as Russian.
    for look in (latin_skeleton,) if core.isascii() else (latin_skeleton, cyrillic_skeleton):
        seen = look(core)
        if seen[0] + seen[-1] not in index.skeleton_ends:
            continue
        for entry in index.skeletons.get(squeezed(seen), ()):
            short = len(entry.folded) < SHORTEST_HIDDEN and sum(map(str.isalpha, core)) < 2
            if not short and stretches(seen, look(entry.folded)):
                yield entry


def _by_mask(index: Index, piece: str) -> Iterator[Entry]:
    last = piece[-1] if piece[-1].isalpha() else ""
    if sum(map(str.isalpha, piece)) < 2:
        return
    for entry in index.masks.get((piece[0], last, len(piece)), ()):
        if all(a == b or not a.isalpha() for a, b in zip(piece, entry.folded, strict=True)):
            yield entry
