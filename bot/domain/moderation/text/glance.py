"""The first look at a text: almost all chat holds nothing listed, and each part of it is asked about only once.

Parts are words, and chunks with signs in them, which is what stands between blanks. Whether a word holds something, and
what a chunk holds, is remembered, for people say the same words all day. Memory decides nothing: with an empty one the
same is found.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice

from bot.domain.moderation.text import signs
from bot.domain.moderation.text.across import ACROSS, has_joint
from bot.domain.moderation.text.index import Index
from bot.domain.moderation.text.passes import UNREAD, Candidate, Pass, Seen, TooMuch
from bot.domain.moderation.text.reading import Reading
from bot.domain.moderation.text.within import LETTERS, SIGNS

MOST_KNOWN = 50_000
"""Words that are remembered for sure, and twice as many at most: some ten megabytes, if people ever use so many."""

_LONGEST_KNOWN = 32  # links and screams come once
_MOST_ASKED = 20  # new chunks of one text that are asked one by one: a bound on hostile ones
AROUND = ".,:;?…'\"()[]{}<>«»„“”‘’"
"""Signs that hide nothing where they stand around a word: only inside one, or beside another sign, they may."""
_NOTHING: tuple[Candidate, ...] = ()


@dataclass(slots=True)
class Memory:
    """What was learnt with one index: words that hold nothing (lately, and before) or something, and what chunks hold.

    `latest` is the text that was asked about last, with what was `found`: several rules ask about the same message. It
    belongs to one thread at a time.
    """

    innocent: set[str] = field(default_factory=set[str])
    before: set[str] = field(default_factory=set[str])
    guilty: set[str] = field(default_factory=set[str])
    chunks: dict[str, tuple[Candidate, ...]] = field(default_factory=dict[str, tuple[Candidate, ...]])
    latest: Reading | None = field(default=None, compare=False)
    found: tuple[Candidate, ...] = field(default=(), compare=False)

    def clear(self) -> None:
        """Forget everything."""
        self.innocent, self.before, self.guilty = set(), set(), set()
        self.chunks.clear()
        self.latest = None


def candidates_once(index: Index, memory: Memory, reading: Reading) -> tuple[Candidate, ...]:
    """Give everything that any pass finds in a text; who asks again about the same reading gets the same answer.

    A text in which too much looks like something listed is not read to its end: `UNREAD` is the last that is given.
    """
    if memory.latest is not reading:
        found: list[Candidate] = []
        try:
            found.extend(candidates(index, memory, reading))
        except TooMuch:
            found.append(UNREAD)
        memory.found, memory.latest = tuple(found), reading
    return memory.found


def candidates(index: Index, memory: Memory, reading: Reading) -> Iterable[Candidate]:
    """Give everything that any pass finds in a text; nearly always that is an empty tuple.

    Raises TooMuch, perhaps after some were given, when it takes too many steps. What is remembered takes none.
    """
    words = reading.words
    found: Iterable[Candidate] = _NOTHING
    new = {word for word in words if word not in memory.innocent}
    if new and (guilty := _guilty(index, memory, new)):
        found = _found(LETTERS, index, Seen(reading.folded, list(guilty), guilty))
    if reading.signs & signs.SIGNED:
        chunks = reading.folded.split()
        if not reading.signs & signs.MIXED:
            chunks = [chunk for chunk in chunks if not chunk.strip(AROUND).isalpha()]
        found = _with(found, _hidden(index, memory, chunks, reading.folded))
    if has_joint(index, words):
        found = _with(found, _found(ACROSS, index, Seen(reading.folded, words)))
    return found


def _with(found: Iterable[Candidate], more: Iterable[Candidate]) -> Iterable[Candidate]:
    return chain(found, more) if found and more else found or more


def _found(passes: Iterable[Pass], index: Index, seen: Seen) -> Iterator[Candidate]:
    for each in passes:
        if each.gate(index, seen):
            yield from each.look(index, seen)


def _guilty(index: Index, memory: Memory, words: set[str]) -> set[str]:
    """Give the words that hold something by themselves; all others are innocent from now on."""
    guilty = words & memory.guilty
    known = words & memory.before
    new = words - guilty - known if guilty or known else words
    if new:
        joined = " ".join(new)
        # What looks at letter runs finds whole ones.
        held = {joined[each.start : each.end] for each in _found(LETTERS, index, Seen(joined, list(new)))}
        _remember(memory, new - held if held else new, held)
        guilty |= held
    if known:
        memory.innocent |= known
    return guilty


def _remember(memory: Memory, innocent: set[str], guilty: set[str]) -> None:
    if len(memory.innocent) > MOST_KNOWN:
        # What nobody says any more is forgotten in the end; whatever people still say moves back.
        memory.before, memory.innocent = memory.innocent, set()
    if len(memory.guilty) > MOST_KNOWN:
        memory.guilty.clear()
    memory.innocent.update([word for word in innocent if len(word) <= _LONGEST_KNOWN])
    memory.guilty.update([word for word in guilty if len(word) <= _LONGEST_KNOWN])


def _hidden(index: Index, memory: Memory, chunks: list[str], folded: str) -> Iterable[Candidate]:
    """Look through the chunks in which a sign may hide something."""
    try:
        held = list(map(memory.chunks.__getitem__, chunks))
        if any(held):
            return _remembered(memory, chunks, folded)
    except KeyError:
        if _learn(index, memory, chunks):
            return _remembered(memory, chunks, folded)
        return _anew(index, memory, chunks, folded)
    return _NOTHING


def _remembered(memory: Memory, chunks: list[str], folded: str) -> Iterator[Candidate]:
    """Give what is held by the chunks, at the places where they stand."""
    for chunk, start in _places(chunks, folded):
        for each in memory.chunks[chunk]:
            yield Candidate(each.start + start, each.end + start, each.entry, each.how)


def _anew(index: Index, memory: Memory, chunks: list[str], folded: str) -> Iterator[Candidate]:
    """Look through all chunks that are not known to hold nothing."""
    pieces: list[str] = []
    end = 0
    for chunk, start in _places(chunks, folded):
        if memory.chunks.get(chunk, True):
            pieces += (" " * (start - end), chunk)
            end = start + len(chunk)
    return _found(SIGNS, index, Seen("".join(pieces), ()))


def _places(chunks: list[str], folded: str) -> Iterator[tuple[str, int]]:
    at = 0
    for chunk in chunks:
        at = folded.index(chunk, at)
        yield chunk, at
        at += len(chunk)


def _learn(index: Index, memory: Memory, chunks: list[str]) -> bool:
    """Ask what new chunks hold; answers whether now all of them are known."""
    new = [chunk for chunk in dict.fromkeys(chunks) if chunk not in memory.chunks]
    asked = [chunk for chunk in new if len(chunk) <= _LONGEST_KNOWN][:_MOST_ASKED]
    held: dict[str, tuple[Candidate, ...]] = dict.fromkeys(asked, _NOTHING)
    if any(True for _ in _found(SIGNS, index, Seen(" ".join(asked), ()))):
        held = {chunk: tuple(_found(SIGNS, index, Seen(chunk, ()))) for chunk in asked}
    is_full = len(memory.chunks) + len(held) > MOST_KNOWN
    if is_full:
        # The oldest go first; whatever of them people still say is soon learnt again.
        for chunk in list(islice(memory.chunks, MOST_KNOWN // 2)):
            del memory.chunks[chunk]
    memory.chunks.update(held)
    return len(asked) == len(new) and not is_full
