"""The first look at a text: almost all chat holds nothing listed, and each part of it is asked about only once.

Parts are words, and chunks with signs in them, which is what stands between blanks. Whether a word holds something, and
what a chunk holds, is remembered, for people say the same words all day. Memory decides nothing: with an empty one the
same is found.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from operator import add
from typing import TypeAlias

from bot.domain.moderation.text import signs
from bot.domain.moderation.text.across import ACROSS, says_something, threes
from bot.domain.moderation.text.index import Index
from bot.domain.moderation.text.known import LONGEST_KNOWN, MOST_KNOWN, PAIRS, SPELT, SUSPECT, TELLING, Known
from bot.domain.moderation.text.look import hidden
from bot.domain.moderation.text.passes import UNREAD, WORD, Candidate, Pass, Seen, TooMuch
from bot.domain.moderation.text.reading import Reading
from bot.domain.moderation.text.within import LETTERS, MOST_PLACES, SIGNS, Meant, placed

MOST_HELD = 50_000
"""Chunks that are remembered, and words that hold something."""
_MANY_WORDS = 200  # of more, neighbours are asked all at once
_MOST_ASKED = 20  # new chunks of one text that are asked one by one: a bound on hostile ones
_FEW, _SHORT = 4, 500  # words that are looked for one by one, in so many characters
_NOTHING: tuple[Candidate, ...] = ()
_SIGNS_ONLY: tuple[list[str], bool, bool] = ([], False, True)
Told: TypeAlias = tuple[list[str], bool, bool] | None
"""Words that may hold something, whether neighbours are one together, whether signs may hide any; None: nothing."""
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
        self.chunks: dict[str, tuple[Candidate, ...]] = {}
        self.latest: Reading | None = None
        self.found: tuple[Candidate, ...] = _NOTHING


def candidates_once(memory: Memory, reading: Reading) -> tuple[Candidate, ...]:
    """Give everything that any pass finds in a text; who asks again about the same reading gets the same answer.

    A text in which too much looks like something listed is not read to its end: `UNREAD` is the last that is given.
    """
    if memory.latest is not reading:
        memory.found, memory.latest = _all_of(memory, reading), reading
    return memory.found


def _all_of(memory: Memory, reading: Reading) -> tuple[Candidate, ...]:
    found: list[Candidate] = []
    try:
        looked = candidates(memory, reading)
        if looked is _NOTHING and not reading.signs & signs.UNREAD:
            return _NOTHING
        found.extend(looked)
        is_whole = not reading.signs & signs.UNREAD
    except TooMuch:
        is_whole = False
    return tuple(found) if is_whole else (*found, UNREAD)


def candidates(memory: Memory, reading: Reading) -> Iterable[Candidate]:
    """Give everything that any pass finds in a text; nearly always that is an empty tuple.

    Raises TooMuch, perhaps after some were given, when it takes too many steps. What is remembered takes none.
    """
    told = _told(memory, reading)
    hides = reading.signs & signs.SIGNED and (reading.signed is None or (told is not None and told[2]))
    if told is None and not hides:
        return _NOTHING
    found: Iterable[Candidate] = _NOTHING if told is None else _among(memory, reading, told)
    if hides:
        folded = reading.folded
        chunks = folded.split() if reading.signs & signs.MIXED else list(map(folded.__getitem__, hidden(folded)))
        found = _with(found, _hidden(memory, chunks, folded))
    return found


def _with(found: Iterable[Candidate], more: Iterable[Candidate]) -> Iterable[Candidate]:
    return chain(found, more) if found and more else found or more


def _found(passes: Iterable[Pass], index: Index, seen: Seen) -> Iterator[Candidate]:
    for each in passes:
        if each.gate(index, seen):
            yield from each.look(index, seen)


def _told(memory: Memory, reading: Reading) -> Told:
    if memory.tells is not None and reading.spaced is not None:
        return memory.tells(reading.spaced, reading.signed)
    known, words = memory.words, reading.words
    kinds = bytes(map(known.__getitem__, words))
    if len(known) > MOST_KNOWN:
        memory.words = known.grown_old()
    if TELLING.search(kinds) is None:
        return _SIGNS_ONLY
    suspects = [word for word, kind in zip(words, kinds, strict=True) if kind >= SUSPECT]
    return suspects, _are_one(memory.index, words, kinds), True


def _among(memory: Memory, reading: Reading, told: tuple[list[str], bool, bool]) -> Iterable[Candidate]:
    """Look at those words that may hold something by themselves, and at neighbours that may say it together."""
    suspects, are_one, _ = told
    found: Iterable[Candidate] = _NOTHING
    if suspects and (held := _held(memory, set(suspects))):
        found = _standing(reading, held)
    if are_one:
        found = _with(found, _found(ACROSS, memory.index, Seen(reading.folded, reading.words)))
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
        for start, end, entry, how in _found(LETTERS, memory.index, Seen(together, list(new))):
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


def _hidden(memory: Memory, chunks: list[str], folded: str) -> Iterable[Candidate]:
    """Look through the chunks in which a sign may hide something."""
    try:
        held = list(map(memory.chunks.__getitem__, chunks))
        if any(held):
            return _remembered(memory, chunks, folded)
    except KeyError:
        if _learn(memory, chunks):
            return _remembered(memory, chunks, folded)
        return _anew(memory, chunks, folded)
    return _NOTHING


def _remembered(memory: Memory, chunks: list[str], folded: str) -> Iterator[Candidate]:
    """Give what is held by the chunks, at the places where they stand."""
    left = {chunk: MOST_PLACES // len(held) or 1 for chunk in set(chunks) if (held := memory.chunks[chunk])}
    for chunk, start in _places(chunks, folded):
        if left.get(chunk):
            left[chunk] -= 1
            for each in memory.chunks[chunk]:
                yield Candidate(each.start + start, each.end + start, each.entry, each.how)


def _anew(memory: Memory, chunks: list[str], folded: str) -> Iterator[Candidate]:
    """Look through all chunks that are not known to hold nothing."""
    pieces: list[str] = []
    end = 0
    for chunk, start in _places(chunks, folded):
        if memory.chunks.get(chunk, True):
            pieces += (" " * (start - end), chunk)
            end = start + len(chunk)
    return _found(SIGNS, memory.index, Seen("".join(pieces), ()))


def _places(chunks: list[str], folded: str) -> Iterator[tuple[str, int]]:
    at = 0
    for chunk in chunks:
        at = folded.index(chunk, at)
        yield chunk, at
        at += len(chunk)


def _learn(memory: Memory, chunks: list[str]) -> bool:
    """Ask what new chunks hold; answers whether now all of them are known."""
    new = [chunk for chunk in dict.fromkeys(chunks) if chunk not in memory.chunks]
    asked = [chunk for chunk in new if len(chunk) <= LONGEST_KNOWN][:_MOST_ASKED]
    held: dict[str, tuple[Candidate, ...]] = dict.fromkeys(asked, _NOTHING)
    if any(True for _ in _found(SIGNS, memory.index, Seen(" ".join(asked), ()))):
        if len(asked) < len(new):
            return False  # all of them are looked at together anyway
        held = {chunk: tuple(_found(SIGNS, memory.index, Seen(chunk, ()))) for chunk in asked}
    is_full = len(memory.chunks) + len(held) > MOST_HELD
    if is_full:
        # The oldest go first; whatever of them people still say is soon learnt again.
        for chunk in list(islice(memory.chunks, MOST_HELD // 2)):
            del memory.chunks[chunk]
    memory.chunks.update(held)
    return len(asked) == len(new) and not is_full
