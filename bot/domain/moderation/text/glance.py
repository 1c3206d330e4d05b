"""The first look at a text: almost all chat holds nothing listed, and each chunk of it is asked about only once.

A chunk is what stands between blanks. What is known of it is the words in it, or that it needs a closer look; that is
remembered, for people say the same words all day. What is remembered decides nothing: a text that needs no closer
look is one in which no pass would find anything.
"""

import re
from itertools import islice

from bot.domain.moderation.text.across import ACROSS, has_pair, has_spaced
from bot.domain.moderation.text.index import Index
from bot.domain.moderation.text.passes import WORD, Pass, Seen
from bot.domain.moderation.text.within import WITHIN

MOST_KNOWN = 100_000
"""Chunks that are remembered: about ten megabytes, if people ever use so many."""

_LONGEST_KNOWN = 32  # links and screams come once
_MOST_ASKED = 20  # new chunks of one text that are looked at: a bound on hostile ones
_SUSPECT = "!"
_BLANK = re.compile(r"(\s)")


def worth_a_look(index: Index, known: dict[str, str], folded: str) -> list[tuple[Pass, Seen]]:
    """Give the passes that may find something and what each shall see; nearly always there are none.

    `known` is what was learnt of chunks with this index, and is learnt on.
    """
    chunks = folded.split()
    try:
        told = " ".join(map(known.__getitem__, chunks))
    except KeyError:
        _learn(index, known, chunks)
        # What is too long or too much to learn needs the closer look; so does what another thread just forgot.
        told = " ".join([known.get(chunk, _SUSPECT) for chunk in chunks])
    words = told.split()
    if _SUSPECT in words:
        suspects, everything = Seen(_without_innocent(known, folded)), Seen(folded)
        return [*_open(WITHIN, index, suspects), *_open(ACROSS, index, everything)]
    if has_pair(index, words) or has_spaced(index, words):
        return _open(ACROSS, index, Seen(folded, words))
    return []


def _open(passes: tuple[Pass, ...], index: Index, seen: Seen) -> list[tuple[Pass, Seen]]:
    return [(each, seen) for each in passes if each.gate(index, seen)]


def _without_innocent(known: dict[str, str], folded: str) -> str:
    """Put blanks in place of all chunks that are known to hold nothing."""
    pieces = _BLANK.split(folded)
    return "".join([piece if known.get(piece, _SUSPECT) == _SUSPECT else " " * len(piece) for piece in pieces])


def _learn(index: Index, known: dict[str, str], chunks: list[str]) -> None:
    new = [chunk for chunk in dict.fromkeys(chunks) if chunk not in known and len(chunk) <= _LONGEST_KNOWN]
    learnt = {chunk: _words(chunk) for chunk in new[:_MOST_ASKED]}
    if _holds(index, Seen(" ".join(learnt), " ".join(learnt.values()).split())):
        learnt = {chunk: _SUSPECT if _holds(index, Seen(chunk)) else words for chunk, words in learnt.items()}
    if len(known) + len(learnt) > MOST_KNOWN:
        # The oldest go first; whatever of them people still say is soon learnt again.
        for chunk in list(islice(known, MOST_KNOWN // 2)):
            known.pop(chunk, None)
    known.update(learnt)


def _holds(index: Index, seen: Seen) -> bool:
    for each in WITHIN:
        if each.gate(index, seen):
            for _ in each.look(index, seen):
                return True
    return False


def _words(chunk: str) -> str:
    return chunk if chunk.isalpha() else " ".join(WORD.findall(chunk))
