"""The ways a listed word is looked for, each behind a gate that ordinary chat seldom opens.

A gate may only ask what its search would need anyway, so that no gate ever changes an answer.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
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


Pass = Callable[[Index, Reading], Iterator[Candidate]]

_WORD = re.compile(r"[^\W\d_]+")
_THRICE = re.compile(r"([^\W\d_])\1\1")
_SIGN = re.compile(r"[0-9@$!|+€£¢]")
_LATIN, _CYRILLIC = re.compile("[a-z]"), re.compile("[а-я]")
_PIECE = re.compile(r"(?:[^\W_]|[@$!|+€£¢])+")
_MASK_SIGN = re.compile(r"[*#%^&~·•?_=]")
_MASKED = re.compile(r"[^\W\d_]+(?:[*#%^&~·•?_=]+[^\W\d_]+)+|[^\W\d_]{2,}[*#]{2,}|[^\W\d_]+[.-][^\W\d_]+")
_LONGEST_PIECE = 48  # a word with every letter stretched a little; longer ones are hashes, links and screams
_LONG_ENOUGH = 4  # letters that make a sign after them more likely a letter than an exclamation
_SENTENCE_END = re.compile(r"[.,;:!?…]\s|\n")
_CLOSE = 3  # characters that may stand between the pieces of one word


def whole_words(index: Index, reading: Reading) -> Iterator[Candidate]:
    """Tokens as they stand, and the spellings of them that are known beforehand."""
    if index.whole.keys().isdisjoint(reading.words):
        return
    for word in _WORD.finditer(reading.folded):
        for entry, how in index.whole.get(word[0], ()):
            yield Candidate(word.start(), word.end(), entry, how)


def stems_inside(index: Index, reading: Reading) -> Iterator[Candidate]:
    """Stems inside longer words, unless that word is one of the innocent ones."""
    for stem, entry in index.stems:
        if stem in reading.folded:
            for word in _WORD.finditer(reading.folded):
                if stem in word[0] and not any(innocent in word[0] for innocent in entry.within):
                    yield Candidate(word.start(), word.end(), entry, "inside")


def phrases_and_halves(index: Index, reading: Reading) -> Iterator[Candidate]:
    """Phrases, and words in two pieces: both begin with two neighbours that say something together."""
    pairs = list(map(add, reading.words, reading.words[1:]))
    if index.halves.keys().isdisjoint(pairs) and index.phrases.keys().isdisjoint(pairs):
        return
    tokens = list(_WORD.finditer(reading.folded))
    for spot, pair in enumerate(pairs):
        for parts, entry in index.phrases.get(pair, ()):
            if reading.words[spot : spot + len(parts)] == parts:
                yield Candidate(tokens[spot].start(), tokens[spot + len(parts) - 1].end(), entry, "plain")
        left, right = tokens[spot], tokens[spot + 1]
        gap = reading.folded[left.end() : right.start()]
        if pair in index.halves and _may_be_one(index, left[0], right[0], gap):
            for entry in index.halves[pair]:
                yield Candidate(left.start(), right.end(), entry, "split")


def spaced_letters(index: Index, reading: Reading) -> Iterator[Candidate]:
    """Words of which hardly two letters stand together."""
    words = reading.words
    sizes = list(map(len, words))
    if len(words) < 3 or min(map(add, map(add, sizes, sizes[1:]), sizes[2:])) > 4:
        return
    tokens = list(_WORD.finditer(reading.folded))
    for first, run in _short_runs(tokens):
        yield from _inside_run(index, tokens[first : first + run])


def signs_for_letters(index: Index, reading: Reading) -> Iterator[Candidate]:
    """Digits, signs and letters of another alphabet inside a word."""
    folded = reading.folded
    mixed = not folded.isascii() and _LATIN.search(folded) and _CYRILLIC.search(folded)
    if not mixed and not _SIGN.search(folded):
        return
    for piece in _PIECE.finditer(folded):
        for core in _cores(piece[0]):
            for entry in _by_skeleton(index, core):
                yield Candidate(piece.start(), piece.start() + len(core), entry, "leet")


def stretched_words(index: Index, reading: Reading) -> Iterator[Candidate]:
    """Words with a letter three times or more in a row."""
    if not _THRICE.search(reading.folded):
        return
    for word in _WORD.finditer(reading.folded):
        if _THRICE.search(word[0]):
            for entry in index.squeezed.get(squeezed(word[0]), ()):
                if stretches(word[0], entry.folded):
                    yield Candidate(word.start(), word.end(), entry, "stretched")


def masked_words(index: Index, reading: Reading) -> Iterator[Candidate]:
    """Words with signs in place of some letters."""
    for piece in _MASKED.finditer(reading.folded):
        if len(piece[0]) <= index.longest:
            for entry in _by_mask(index, piece[0]):
                yield Candidate(piece.start(), piece.end(), entry, "masked")


PASSES: tuple[Pass, ...] = (
    whole_words,
    stems_inside,
    phrases_and_halves,
    spaced_letters,
    signs_for_letters,
    stretched_words,
    masked_words,
)


def _may_be_one(index: Index, left: str, right: str, gap: str) -> bool:
    if len(gap) > _CLOSE or _SENTENCE_END.search(gap):
        return False
    return f"{left} {right}" not in index.ordinary


def _short_runs(tokens: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Give (first, count) of each row of close tokens that are short enough to be letters of one word."""
    first = 0
    for spot in range(1, len(tokens) + 1):
        if spot < len(tokens) and _go_together(tokens[spot - 1], tokens[spot]):
            continue
        if spot - first >= 3:
            yield first, spot - first
        first = spot


def _go_together(left: re.Match[str], right: re.Match[str]) -> bool:
    return len(left[0]) <= 3 and len(right[0]) <= 3 and right.start() - left.end() <= _CLOSE


def _inside_run(index: Index, tokens: list[re.Match[str]]) -> Iterator[Candidate]:
    for first in range(len(tokens) - 2):
        glued = tokens[first][0] + tokens[first + 1][0]
        for last in range(first + 2, len(tokens)):
            glued += tokens[last][0]
            count = last - first + 1
            if len(glued) > index.longest or 2 * count <= len(glued):
                break
            for entry, _ in index.whole.get(glued, ()):
                yield Candidate(tokens[first].start(), tokens[last].end(), entry, "split")


def _cores(piece: str) -> Iterator[str]:
    """Give what of a piece may be a word: signs at its end are an exclamation, or the last letter."""
    core = piece.rstrip("!|+")
    if len(core) <= _LONGEST_PIECE:
        if _is_mixed(core):
            yield core
        if len(core) < len(piece) and len(core) >= _LONG_ENOUGH:
            yield piece[: len(core) + 1]


def _is_mixed(core: str) -> bool:
    letters = [char for char in core if char.isalpha()]
    if len(letters) < len(core):
        return bool(letters)
    return bool(_LATIN.search(core) and _CYRILLIC.search(core))


def _by_skeleton(index: Index, core: str) -> Iterator[Entry]:
    for look in (latin_skeleton, cyrillic_skeleton):
        seen = look(core)
        for entry in index.skeletons.get(squeezed(seen), ()):
            short = len(entry.folded) < SHORTEST_HIDDEN and sum(map(str.isalpha, core)) < 2
            if not short and stretches(seen, look(entry.folded)):
                yield entry


def _by_mask(index: Index, piece: str) -> Iterator[Entry]:
    known = sum(map(str.isalpha, piece))
    last = piece[-1] if piece[-1].isalpha() else ""
    for entry in index.masks.get((piece[0], last, len(piece)), ()):
        if known >= 2 and all(a == b or not a.isalpha() for a, b in zip(piece, entry.folded, strict=True)):
            yield entry
