"""What signs hide in chunks, which is what stands between blanks: what a chunk holds is remembered.

A chunk that is known to hold nothing is not looked at again; where there are many, memory is not asked.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice
from typing import TypeAlias

from bot.domain.moderation.text import signs
from bot.domain.moderation.text.index import Index
from bot.domain.moderation.text.known import LONGEST_KNOWN
from bot.domain.moderation.text.look import hidden
from bot.domain.moderation.text.passes import Candidate, Seen, found_by
from bot.domain.moderation.text.reading import Reading
from bot.domain.moderation.text.within import MOST_PLACES, SIGNS

MOST_CHUNKS = 50_000
"""Chunks that are remembered."""
_MANY_CHUNKS = 64  # of more, each is looked at, known or not: to remember so many costs more than to look
_MOST_LEARNT = 20  # found in new chunks: more than that comes once, too
_CHUNK = re.compile(r"\S+")
_NOTHING: tuple[Candidate, ...] = ()
Where: TypeAlias = Sequence[slice] | None
"""The chunks that may hold something; None for all in which a sign stands beside a letter."""
Held: TypeAlias = dict[str, tuple[Candidate, ...]]
"""What is known of chunks, with what they hold if they stand alone."""


def hidden_in(index: Index, known: Held, reading: Reading, where: Where) -> Iterable[Candidate]:
    """Look through the chunks in which a sign may hide something."""
    folded = reading.folded
    if where is None:
        where = list(islice(_hiding(reading), _MANY_CHUNKS + 1))
        if len(where) > _MANY_CHUNKS:
            return found_by(SIGNS, index, Seen(folded, ()))
    elif len(where) > _MANY_CHUNKS:
        return found_by(SIGNS, index, Seen(_alone(folded, where), ()))
    chunks = list(map(folded.__getitem__, where))
    try:
        held = list(map(known.__getitem__, chunks))
        return _remembered(known, chunks, where) if any(held) else _NOTHING
    except KeyError:
        if _learn(index, known, chunks):
            return _remembered(known, chunks, where)
    asked = [place for place, chunk in zip(where, chunks, strict=True) if known.get(chunk, True)]
    return found_by(SIGNS, index, Seen(_alone(folded, asked), ()))


def _hiding(reading: Reading) -> Iterator[slice]:
    if reading.signs & signs.MIXED:
        return (slice(*chunk.span()) for chunk in _CHUNK.finditer(reading.folded))
    return hidden(reading.folded)


def _remembered(known: Held, chunks: list[str], where: Iterable[slice]) -> Iterator[Candidate]:
    """Give what is held by the chunks, at the places where they stand."""
    left = {chunk: MOST_PLACES // len(held) or 1 for chunk in set(chunks) if (held := known[chunk])}
    for chunk, place in zip(chunks, where, strict=True):
        if left.get(chunk):
            left[chunk] -= 1
            for each in known[chunk]:
                yield Candidate(each.start + place.start, each.end + place.start, each.entry, each.how)


def _alone(folded: str, where: Iterable[slice]) -> str:
    """Write some chunks where they stand, and blanks for all else."""
    pieces: list[str] = []
    end = 0
    for place in where:
        pieces += (" " * (place.start - end), folded[place])
        end = place.stop
    return "".join(pieces)


def _learn(index: Index, known: Held, chunks: list[str]) -> bool:
    """Ask what new chunks hold; answers whether now all of them are known."""
    new = [chunk for chunk in dict.fromkeys(chunks) if chunk not in known]
    asked = [chunk for chunk in new if len(chunk) <= LONGEST_KNOWN]
    held: Held = dict.fromkeys(asked, _NOTHING)
    found = list(islice(found_by(SIGNS, index, Seen(" ".join(asked), ())), _MOST_LEARNT + 1))
    if found:
        if len(asked) < len(new) or len(found) > _MOST_LEARNT:
            return False  # all of them are looked at together anyway
        _share_out(held, asked, found)
    is_full = len(known) + len(held) > MOST_CHUNKS
    if is_full:
        # The oldest go first; whatever of them people still say is soon learnt again.
        for chunk in list(islice(known, MOST_CHUNKS // 2)):
            del known[chunk]
    known.update(held)
    return len(asked) == len(new) and not is_full


def _share_out(held: Held, chunks: list[str], found: Iterable[Candidate]) -> None:
    """Note what was found in chunks that stand side by side, for each of them as if it stood alone."""
    starts = list(accumulate((len(chunk) + 1 for chunk in chunks), initial=0))
    for one in found:
        place = bisect_right(starts, one.start) - 1
        start, chunk = starts[place], chunks[place]
        held[chunk] += (Candidate(one.start - start, one.end - start, one.entry, one.how),)
