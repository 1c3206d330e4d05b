"""The first look at a text: almost all chat holds nothing listed, and each chunk of it is asked about only once.

A chunk is what stands between blanks. What is known of it is the words in it, and what the passes within found there;
that is remembered, for people say the same words all day. Memory decides nothing: with an empty one the same is found.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, islice

from bot.domain.moderation.text.across import ACROSS, has_joint
from bot.domain.moderation.text.index import Index
from bot.domain.moderation.text.passes import WORD, Candidate, Pass, Seen
from bot.domain.moderation.text.within import WITHIN

MOST_KNOWN = 100_000
"""Chunks that are remembered: about ten megabytes, if people ever use so many."""

_LONGEST_KNOWN = 32  # links and screams come once
_MOST_ASKED = 20  # new chunks of one text that are asked one by one: a bound on hostile ones
_SUSPECT = "!"  # before the words of a chunk that holds something
_STRANGE = "?"  # instead of the words of a chunk that was not learnt
_NOTHING: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Memory:
    """What was learnt of chunks with one index: their words, and what was found in those that hold something.

    It belongs to one thread at a time.
    """

    words: dict[str, str] = field(default_factory=dict[str, str])
    held: dict[str, tuple[Candidate, ...]] = field(default_factory=dict[str, tuple[Candidate, ...]])


def candidates(index: Index, memory: Memory, folded: str) -> Iterable[Candidate]:
    """Give everything that any pass finds in a folded text; nearly always that is an empty tuple."""
    chunks = folded.split()
    try:
        told = " ".join(map(memory.words.__getitem__, chunks))
    except KeyError:
        _learn(index, memory, chunks)
        # What was too long or too much to learn is strange.
        told = " ".join([memory.words.get(chunk, _STRANGE) for chunk in chunks])
    if _STRANGE in told:
        return chain(_anew(index, memory, folded), _found(ACROSS, index, Seen(folded)))
    words = told.replace(_SUSPECT, "").split()
    within = _remembered(memory, chunks, folded) if _SUSPECT in told else _NOTHING
    if has_joint(index, words):
        return chain(within, _found(ACROSS, index, Seen(folded, words)))
    return within


def _found(passes: Iterable[Pass], index: Index, seen: Seen) -> Iterator[Candidate]:
    for each in passes:
        if each.gate(index, seen):
            yield from each.look(index, seen)


def _remembered(memory: Memory, chunks: list[str], folded: str) -> Iterator[Candidate]:
    """Give what is held by the chunks, at the places where they stand."""
    end = 0
    for chunk in chunks:
        start = folded.index(chunk, end)
        end = start + len(chunk)
        for each in memory.held.get(chunk, _NOTHING):
            yield replace(each, start=each.start + start, end=each.end + start)


def _anew(index: Index, memory: Memory, folded: str) -> Iterator[Candidate]:
    """Look through all that is not known to hold nothing."""
    pieces: list[str] = []
    end = 0
    for chunk in folded.split():
        start = folded.index(chunk, end)
        is_innocent = memory.words.get(chunk, _STRANGE)[:1] not in {_STRANGE, _SUSPECT}
        pieces += (" " * (start - end), " " * len(chunk) if is_innocent else chunk)
        end = start + len(chunk)
    return _found(WITHIN, index, Seen("".join(pieces)))


def _learn(index: Index, memory: Memory, chunks: list[str]) -> None:
    new = [chunk for chunk in dict.fromkeys(chunks) if chunk not in memory.words and len(chunk) <= _LONGEST_KNOWN]
    if not new:
        return
    learnt = {chunk: _words(chunk) for chunk in new[:_MOST_ASKED]}
    held: dict[str, tuple[Candidate, ...]] = {}
    if any(True for _ in _found(WITHIN, index, Seen(" ".join(learnt), " ".join(learnt.values()).split()))):
        found = {chunk: tuple(_found(WITHIN, index, Seen(chunk))) for chunk in learnt}
        held = {chunk: each for chunk, each in found.items() if each}
    if len(memory.words) + len(learnt) > MOST_KNOWN:
        # The oldest go first; whatever of them people still say is soon learnt again.
        for chunk in list(islice(memory.words, MOST_KNOWN // 2)):
            del memory.words[chunk]
            memory.held.pop(chunk, None)
    memory.held.update(held)
    memory.words.update({chunk: _SUSPECT + words if chunk in held else words for chunk, words in learnt.items()})


def _words(chunk: str) -> str:
    return chunk if chunk.isalpha() else " ".join(WORD.findall(chunk))
