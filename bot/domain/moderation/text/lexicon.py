"""The reviewed words of some languages, compiled once, that find themselves in a text."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from itertools import islice

from bot.domain.moderation.text.across import ACROSS
from bot.domain.moderation.text.glance import Memory, Tells, candidates_once
from bot.domain.moderation.text.index import Index, build_index
from bot.domain.moderation.text.passes import UNREAD, Candidate
from bot.domain.moderation.text.reading import Reading, Span
from bot.domain.moderation.text.within import WITHIN
from bot.domain.moderation.text.words import TOO_MANY, Entry, How, Severity, WordHit, fold

PASSES = (*WITHIN, *ACROSS)

_BEFORE = re.compile(r"(?:.*[\W\d_])?([^\W\d_]+)[\W_]{1,2}$", re.DOTALL)
_AFTER = re.compile(r"[\W_]{1,2}([^\W\d_]+)(?:[\W_]{1,2}([^\W\d_]+))?")
_FAR = 30  # characters beside a word that are looked at for its neighbours
_QUOTED = 100  # characters of a text that was not read to its end
_MOST = 50  # hits of one message that are looked at: enough for any verdict, and a bound on hostile ones


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Build one with `Lexicon.of`; finding costs the same whether it holds a hundred words or ten thousand."""

    index: Index
    tells: Tells | None = field(default=None, repr=False, compare=False)
    """The compiled twin of the first look-up, made of the same index; None for that in Python."""
    memory: Memory = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "memory", Memory(self.index, self.tells))

    @classmethod
    def of(cls, entries: Iterable[Entry], ordinary: Iterable[str] = ()) -> "Lexicon":
        """Compile entries; `ordinary` are everyday words, and pairs of them, that no disguise makes bad."""
        return cls(build_index(entries, ordinary))

    def unmistakable(self, languages: Collection[str], at_least: Severity = Severity.STRONG) -> tuple[Entry, ...]:
        """Give the listed words at least this strong that are so whatever their accents, capitals and neighbours."""
        return tuple(
            entry
            for entry in self.index.entries
            if entry.severity >= at_least
            and entry.language in languages
            and not (entry.accents or entry.name or entry.folded in self.index.innocent)
        )

    def find(
        self,
        reading: Reading,
        languages: Collection[str],
        at_least: Severity = Severity.STRONG,
        except_: Collection[str] = (),
    ) -> tuple[WordHit, ...]:
        """Give the listed words in a text by place, the longest where several overlap.

        `except_` are words, in any spelling, that this community allows: both what is written and the listed word
        are looked up in it. A text that hides so much that it was not read to its end, and shows nothing that counts
        before, is called `TOO_MANY` whatever the languages, and `how` names the bound: nobody writes so but to hide
        something.
        """
        memory = self.memory
        found = memory.found if memory.latest is reading else candidates_once(memory, reading)
        if not found:
            return ()
        allowed = frozenset(map(fold, except_))
        seen = (
            candidate
            for candidate in found
            if candidate.entry.severity >= at_least
            and candidate.entry.language in languages
            and _stands(reading, candidate, allowed)
            and not _is_meant_otherwise(self.index, reading.folded, candidate)
        )
        chosen = tuple(_hit(reading, each) for each in _apart(islice(seen, _MOST), len(reading.folded)))
        return (_unread(reading, found[-1].how),) if not chosen and found[-1].entry is UNREAD else chosen


def _stands(reading: Reading, candidate: Candidate, allowed: frozenset[str]) -> bool:
    entry = candidate.entry
    if entry.accents and not entry.keeps_its_accents(reading.plain[candidate.start : candidate.end]):
        return False
    if entry.name and reading.text[reading.span(candidate.start, candidate.end).start].isupper():
        return False
    if not allowed:
        return True
    written = reading.folded[candidate.start : candidate.end]
    return allowed.isdisjoint((written, entry.folded, fold(entry.shown)))


def _is_meant_otherwise(index: Index, folded: str, candidate: Candidate) -> bool:
    """Say whether the word is an everyday one beside its neighbour, as in *Moby Dick*."""
    start, end = candidate.start, candidate.end
    written = folded[start:end]
    if written not in index.innocent:
        return False
    before = _BEFORE.match(folded, max(start - _FAR, 0), start)
    after = _AFTER.match(folded, end, end + _FAR)
    beside = [f"{before[1]} {written}"] if before else []
    if after:
        beside += [f"{written} {after[1]}", f"{written} {after[1]} {after[2]}"]
    return not index.ordinary.isdisjoint(beside)


def _apart(candidates: Iterable[Candidate], length: int) -> list[Candidate]:
    """Choose what does not overlap: what stands there as it is before what only two words make, longer first."""
    chosen: list[Candidate] = []
    ranked = sorted(candidates, key=_rank)
    if len(ranked) < 2:  # as nearly always
        return ranked
    taken = bytearray(length)
    for candidate in ranked:
        here = slice(candidate.start, candidate.end)
        if not any(taken[here]):
            taken[here] = b"1" * (candidate.end - candidate.start)
            chosen.append(candidate)
    return sorted(chosen, key=lambda c: c.start)


def _rank(candidate: Candidate) -> tuple[bool, int, int, int, str, str, str]:
    entry = candidate.entry
    length = candidate.end - candidate.start
    # A listed word as it stands says more than a stem that it begins with. The others decide nothing but that the same
    # is chosen in whatever order they were found.
    name = ("" if candidate.how == "plain" else candidate.how, entry.language, entry.word)
    return (candidate.how == "split", -length, -entry.severity, candidate.start, *name)


def _unread(reading: Reading, how: How) -> WordHit:
    span = Span(0, min(len(reading.text), _QUOTED))
    return WordHit(TOO_MANY, "", Severity.STRONG, span, reading.quote(span), how)


def _hit(reading: Reading, candidate: Candidate) -> WordHit:
    entry, span = candidate.entry, reading.span(candidate.start, candidate.end)
    return WordHit(entry.shown, entry.language, entry.severity, span, reading.quote(span), candidate.how)
