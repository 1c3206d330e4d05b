"""Everything a lexicon looks words up in, built once and made of nothing but texts and numbers."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from bot.domain.moderation.text.letters import cyrillic_skeleton, latin_skeleton, squeezed
from bot.domain.moderation.text.spellings import spellings
from bot.domain.moderation.text.words import Entry, How, Severity, fold

SHORTEST_HIDDEN = 4
"""Words shorter than this are not looked for in two pieces: too many innocent pairs make one."""

SHORTEST_CUT = 5
"""Words shorter than this are not looked for with a letter left out: *shit* would be *sit* and *hit*."""

ENDS = 4
"""Letters by which the beginning and the end of a piece are known."""

_VOWELS = frozenset("aeiouyаеиоуыэюя")
HOWS: tuple[How, ...] = get_args(How)

Numbers = Mapping[str, Sequence[int]]
"""Places in `entries` by what they are looked up with."""


@dataclass(frozen=True, slots=True)
class Tables:
    """The listed words by what they are looked up with: plain data that can be written down and read back.

    `whole`: a token as it stands; its numbers say how it was written as well. `phrases`: the first two words, written
    together. `squeezed`: a word with no letter twice in a row. `skeletons`: the same through look-alike signs.
    `masks`: first letter, last letter (or none) and length. `cut`: what stays of a word with one letter left out
    (`halves`); `cut_ends`: how such a word begins and ends. `beginnings`: how words begin, three letters and more.
    `ordinary`: everyday words and pairs of words, which no disguise makes bad.
    """

    whole: Numbers
    phrases: Numbers
    squeezed: Numbers
    skeletons: Numbers
    masks: Numbers
    cut: Numbers
    cut_ends: Sequence[str]
    beginnings: Sequence[str]
    ordinary: Sequence[str]


@dataclass(frozen=True, slots=True)
class Index:
    """The entries, their tables, and sets that say quickly what is in none of them; every key is folded.

    `folded` are the entries as they are compared. `stems` may stand inside a token, and `stem` finds any of them;
    `pairs` are the keys of `phrases` and the words that may stand in two pieces, `heads` and `tails` how the pieces
    begin and end (`ENDS` letters at most); `innocent` the words that are everyday ones beside some neighbour.
    """

    entries: tuple[Entry, ...]
    folded: tuple[str, ...]
    tables: Tables
    stems: tuple[tuple[str, Entry], ...]
    stem_texts: tuple[str, ...]
    stem: re.Pattern[str] | None
    tokens: frozenset[str]
    pairs: frozenset[str]
    heads: frozenset[str]
    tails: frozenset[str]
    squeezed: frozenset[str]
    cut_ends: frozenset[str]
    beginnings: frozenset[str]
    ordinary: frozenset[str]
    innocent: frozenset[str]
    longest: int

    def listed(self, key: str) -> list[tuple[Entry, How]]:
        """Give the words that a whole token is, and how they are written in it."""
        return [(self.entries[code >> 4], HOWS[code & 15]) for code in self.tables.whole.get(key, ())]

    def plain(self, key: str) -> list[Entry]:
        """Give the words that are spelt so."""
        return [entry for entry, how in self.listed(key) if how == "plain"]

    def among(self, table: Numbers, key: str) -> list[Entry]:
        """Give the words that a table holds under a key."""
        return [self.entries[number] for number in table.get(key, ())]


def build_index(entries: Iterable[Entry], ordinary: Iterable[str] = ()) -> Index:
    """Compile entries; the order in which they come decides nothing but the order of equal hits."""
    kept = tuple(dict.fromkeys(entries))
    words = [(number, entry, entry.folded) for number, entry in enumerate(kept) if entry.kind == "word"]
    everyday = frozenset(map(fold, ordinary))
    tables = Tables(
        whole=_whole(words, everyday),
        phrases=_by(
            ("".join(entry.folded.split()[:2]), number) for number, entry in enumerate(kept) if entry.kind == "phrase"
        ),
        squeezed=_by((squeezed(folded), number) for number, _, folded in words),
        skeletons=_by((squeezed(skeleton(folded)), number) for number, _, folded in words),
        masks=_by((mask(folded, last), number) for number, _, folded in words for last in (folded[-1], "")),
        cut=_by(
            (half, number)
            for number, entry, folded in words
            if _may_be_cut(entry)
            for half in halves(folded, len(folded))
        ),
        cut_ends=sorted({end for _, entry, folded in words if _may_be_cut(entry) for end in _cut_ends(folded)}),
        beginnings=sorted({folded[:end] for _, _, folded in words for end in range(3, len(folded) + 1)}),
        ordinary=sorted(everyday),
    )
    return with_tables(kept, tables)


def with_tables(entries: tuple[Entry, ...], tables: Tables) -> Index:
    """Put an index together from entries and the tables that were once made of them."""
    all_folded = tuple(entry.folded for entry in entries)
    words = [folded for entry, folded in zip(entries, all_folded, strict=True) if entry.kind == "word"]
    stems = tuple((entry.folded, entry) for entry in entries if entry.kind == "stem")
    pairs = frozenset(word for word in words if len(word) >= SHORTEST_HIDDEN).union(tables.phrases)
    return Index(
        entries=entries,
        folded=all_folded,
        tables=tables,
        stems=stems,
        stem_texts=tuple(stem for stem, _ in stems),
        stem=re.compile("|".join(re.escape(stem) for stem, _ in stems)) if stems else None,
        tokens=frozenset(tables.whole),
        pairs=pairs,
        heads=frozenset(pair[:end] for pair in pairs for end in range(1, min(len(pair), ENDS + 1))),
        tails=frozenset(pair[-end:] for pair in pairs for end in range(1, min(len(pair), ENDS + 1))),
        squeezed=frozenset(tables.squeezed),
        cut_ends=frozenset(tables.cut_ends),
        beginnings=frozenset(tables.beginnings),
        ordinary=frozenset(tables.ordinary),
        innocent=frozenset(word for pair in tables.ordinary if " " in pair for word in pair.split()),
        longest=max(map(len, words), default=0),
    )


def skeleton(folded: str) -> str:
    """Give a listed word the way a token with look-alike signs is read."""
    return latin_skeleton(folded) if folded.isascii() else cyrillic_skeleton(folded)


def mask(token: str, last: str) -> str:
    """Give the key of `masks` for a word of which the first letter, perhaps the last, and the length are known."""
    return f"{token[0]}{last}{len(token)}"


def halves(folded: str, length: int) -> tuple[str, str]:
    """Give two keys for a word of a length; one of them is the same when a letter inside is left out."""
    middle = length // 2
    return folded[:middle] + "-" + folded[-1], folded[0] + "-" + folded[middle - length :]


def may_be_left_out(word: str, spot: int) -> bool:
    """Say whether people leave this letter out: a vowel, or one of two; without another it is another word."""
    return word[spot] in _VOWELS or word[spot] in {word[spot - 1], word[spot + 1]}


def _whole(words: Iterable[tuple[int, Entry, str]], everyday: frozenset[str]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, _, folded in words:
        found[folded].append(_coded(number, "plain"))
    taken = everyday.union(found)
    for number, entry, _ in words:
        if entry.severity is Severity.STRONG:
            for spelling, how in spellings(entry.word):
                if spelling not in taken:
                    found[spelling].append(_coded(number, how))
    return dict(found)


def _may_be_cut(entry: Entry) -> bool:
    """Say whether a word is looked for with a letter left out: only what is strong, long enough and plain."""
    return entry.severity is Severity.STRONG and len(entry.word) >= SHORTEST_CUT and not entry.accents


def _cut_ends(folded: str) -> Iterator[str]:
    for spot in range(1, len(folded) - 1):
        if may_be_left_out(folded, spot):
            cut = folded[:spot] + folded[spot + 1 :]
            yield cut[:3] + cut[-2:]


def _coded(number: int, how: How) -> int:
    return number << 4 | HOWS.index(how)


def _by(pairs: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for key, number in pairs:
        found[key].append(number)
    return dict(found)
