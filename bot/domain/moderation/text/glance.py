"""The first look at a text: almost all chat holds nothing listed, and each part of it is asked about only once.

Parts are words, and chunks with signs in them, which is what stands between blanks. Whether a word holds something, and
what a chunk holds, is remembered, for people say the same words all day. Memory decides nothing: with an empty one the
same is found.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, islice
from operator import add
from typing import TypeAlias

from bot.domain.moderation.text import signs
from bot.domain.moderation.text.across import ACROSS, says_something, threes
from bot.domain.moderation.text.alphabet import codes_of
from bot.domain.moderation.text.chunks import Held, Where, hidden_in
from bot.domain.moderation.text.index import Index
from bot.domain.moderation.text.known import LONGEST_KNOWN, MOST_KNOWN, PAIRS, SPELT, SUSPECT, TELLING, Known
from bot.domain.moderation.text.passes import UNREAD, WORD, Candidate, Seen, TooMuch, found_by
from bot.domain.moderation.text.reading import FOREIGN, Reading
from bot.domain.moderation.text.within import LETTERS, Meant, placed
from bot.domain.moderation.text.words import How

MOST_HELD = 50_000
"""Words that hold something and are remembered with that."""
_MANY_WORDS = 200  # of more, neighbours are asked all at once
_FOREIGN = codes_of(FOREIGN)
_FEW, _SHORT = 4, 500  # words that are looked for one by one, in so many characters
MOST_FOUND = 100
"""In one text: whoever says more has said enough, and what comes then is as if it had not been read."""
_NOTHING: tuple[Candidate, ...] = ()
_SIGNS_ONLY: tuple[list[str], bool, Where] = ([], False, None)
Told: TypeAlias = tuple[list[str], bool, Where] | None
"""Words that may hold something, whether neighbours are one together, and where signs may hide any, None for wherever
they could; None: nothing at all.
"""
Tells: TypeAlias = Callable[[bytes, bytes | None], Told]
"""Says of a text's `spaced` and `signed` where it is worth to look; nearly always nowhere."""


class Memory:
    """What was learnt with one index about words and chunks; each belongs to one thread at a time.

    `words` are kept by what they are, and the `guilty` ones, like `chunks`, with what they hold if they stand alone.
    `latest` is the text that was asked about last, with what was `found`: several rules ask about the same message.
    """

    def __init__(self, index: Index, tells: Tells | None = None) -> None:
        self.index = index
        self.tells = tells
        self.clear()

    def clear(self) -> None:
        """Forget everything."""
        self.words = Known(self.index)
        self.guilty: Meant = {}
        self.chunks: Held = {}
        self.latest: Reading | None = None
        self.found: tuple[Candidate, ...] = _NOTHING


def candidates_once(memory: Memory, reading: Reading) -> tuple[Candidate, ...]:
    """Give everything that any pass finds in a text; who asks again about the same reading gets the same answer.

    A text in which too much looks like something listed is not read to its end: `UNREAD` is the last that is given, and
    how it was written says why.
    """
    if memory.latest is not reading:
        memory.found, memory.latest = _all_of(memory, reading), reading
    return memory.found


def _all_of(memory: Memory, reading: Reading) -> tuple[Candidate, ...]:
    found: list[Candidate] = []
    ended: How | None = "too many strange characters" if reading.signs & signs.UNREAD else None
    try:
        looked = candidates(memory, reading)
        if looked is _NOTHING and ended is None:
            return _NOTHING
        found.extend(islice(looked, MOST_FOUND))
        if len(found) == MOST_FOUND:
            ended = "too many findings"
    except TooMuch:
        ended = "too many comparisons"
    return tuple(found) if ended is None else (*found, Candidate(0, 0, UNREAD, ended))


def candidates(memory: Memory, reading: Reading) -> Iterable[Candidate]:
    """Give everything that any pass finds in a text; nearly always that is an empty tuple.

    Raises TooMuch, perhaps after some were given, when it takes too many steps. What is remembered takes none.
    """
    told = _told(memory, reading)
    where = None if reading.signed is None else () if told is None else told[2]
    hides = reading.signs & signs.SIGNED and (where is None or bool(where))
    if told is None and not hides:
        return _NOTHING
    found: Iterable[Candidate] = _NOTHING if told is None else _among(memory, reading, told)
    return _with(found, hidden_in(memory.index, memory.chunks, reading, where)) if hides else found


def _with(found: Iterable[Candidate], more: Iterable[Candidate]) -> Iterable[Candidate]:
    return chain(found, more) if found and more else found or more


def _told(memory: Memory, reading: Reading) -> Told:
    is_spelt = reading.starts is None or not _may_hold_stems(memory.index, reading)
    if memory.tells is not None and reading.spaced is not None and is_spelt:
        return memory.tells(reading.spaced, reading.signed)
    known, words = memory.words, reading.words
    kinds = bytes(map(known.__getitem__, words))
    if len(known) > MOST_KNOWN:
        memory.words = known.grown_old()
    if TELLING.search(kinds) is None:
        return _SIGNS_ONLY
    suspects = [word for word, kind in zip(words, kinds, strict=True) if kind >= SUSPECT]
    return suspects, _are_one(memory.index, words, kinds), None


def _may_hold_stems(index: Index, reading: Reading) -> bool:
    """Whether a stem may stand in a word that a twin cannot spell; nothing else that is listed can."""
    if index.stem is None or _FOREIGN not in (reading.spaced or b""):
        return False
    return index.stem.search(reading.folded) is not None


def _among(memory: Memory, reading: Reading, told: tuple[list[str], bool, Where]) -> Iterable[Candidate]:
    """Look at those words that may hold something by themselves, and at neighbours that may say it together."""
    suspects, are_one, _ = told
    found: Iterable[Candidate] = _NOTHING
    if suspects and (held := _held(memory, set(suspects))):
        found = _standing(reading, held)
    if are_one:
        found = _with(found, found_by(ACROSS, memory.index, Seen(reading.folded, reading.words)))
    return found


def _standing(reading: Reading, held: Meant) -> Iterable[Candidate]:
    """Give what some words hold, where these words stand."""
    folded = reading.folded
    if len(held) > _FEW or len(folded) > _SHORT:
        return placed(Seen(folded, reading.words), held)
    found: list[Candidate] = []
    for word, meant in held.items():
        at, end = -1, 0
        while (at := folded.find(word, at + 1)) >= 0:
            end = at + len(word)
            if not (WORD.match(folded, end) or (at and WORD.match(folded, at - 1))):
                found += [Candidate(at, at + length, entry, how) for length, entry, how in meant]
    return found


def _are_one(index: Index, words: Sequence[str], kinds: bytes) -> bool:
    """Say whether two words are one together, or three that hardly have letters begin one; else nothing is across."""
    are_many = len(words) > _MANY_WORDS
    if not (are_many and index.pairs.isdisjoint(map(add, words, words[1:]))):
        for pair in PAIRS.finditer(kinds):
            if says_something(index, words, pair.start()):
                return True
    if are_many:
        return SPELT.search(kinds) is not None and not index.beginnings.isdisjoint(threes(words))
    for letter in SPELT.finditer(kinds):
        at = letter.start()
        if not index.beginnings.isdisjoint(("".join(words[at : at + 3]), "".join(words[max(at - 1, 0) : at + 2]))):
            return True
    return False


def _held(memory: Memory, words: set[str]) -> Meant:
    """Give what these words hold; of those that nobody said before it is found out now."""
    known = memory.words
    held = {word: memory.guilty[word] for word in words if word in memory.guilty}
    if new := {word for word in words.difference(held) if known.get(word, SUSPECT) >= SUSPECT}:
        together = " ".join(new)
        for start, end, entry, how in found_by(LETTERS, memory.index, Seen(together, list(new))):
            word = together[start:end]  # what looks at letter runs finds whole ones
            held.setdefault(word, []).append((end - start, entry, how))
        _remember(memory, new, held)
    return held


def _remember(memory: Memory, words: set[str], held: Meant) -> None:
    if len(memory.guilty) > MOST_HELD:
        memory.guilty.clear()
    if len(memory.words) > MOST_KNOWN:
        memory.words = memory.words.grown_old()
    known = memory.words
    for word in words:
        if word not in held:
            known.acquit(word)
        elif len(word) <= LONGEST_KNOWN:
            memory.guilty[word] = held[word]
