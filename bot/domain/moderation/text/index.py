"""Everything a lexicon looks words up in, built once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.domain.moderation.text.letters import cyrillic_skeleton, latin_skeleton, squeezed
from bot.domain.moderation.text.spellings import spellings
from bot.domain.moderation.text.words import Entry, How, Severity, fold

SHORTEST_HIDDEN = 4
"""Words shorter than this are not looked for in two pieces: too many innocent pairs make one."""

Found = tuple[tuple[Entry, How], ...]


@dataclass(frozen=True, slots=True)
class Index:
    """The listed words by what they are looked up with; every key is folded.

    `whole`: a token as it stands (its keys again in `tokens`). `stems`: what may stand inside a token.
    `phrases`: the first two words, written together. `halves`: words that may stand in two pieces. `pairs`: the keys
    of both. `squeezed`: a word with no letter twice in a row. `skeletons`: the same through look-alike signs
    (`skeleton_ends`: their first and last letters).
    `masks`: first letter, last letter (or none) and length. `beginnings`: how words begin, three letters and more.
    `ordinary`: everyday words and pairs of words, which no disguise makes bad.
    """

    whole: Mapping[str, Found]
    stems: tuple[tuple[str, Entry], ...]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Entry], ...]]
    halves: Mapping[str, tuple[Entry, ...]]
    squeezed: Mapping[str, tuple[Entry, ...]]
    skeletons: Mapping[str, tuple[Entry, ...]]
    skeleton_ends: frozenset[str]
    masks: Mapping[tuple[str, str, int], tuple[Entry, ...]]
    pairs: frozenset[str]
    tokens: frozenset[str]
    beginnings: frozenset[str]
    ordinary: frozenset[str]
    longest: int


def build_index(entries: Iterable[Entry], ordinary: Iterable[str] = ()) -> Index:
    """Compile entries; the order in which they come decides nothing but the order of equal hits."""
    everyday = frozenset(map(fold, ordinary))
    words: list[Entry] = []
    phrases: defaultdict[str, list[tuple[tuple[str, ...], Entry]]] = defaultdict(list)
    stems: list[tuple[str, Entry]] = []
    for entry in dict.fromkeys(entries):
        if entry.kind == "word":
            words.append(entry)
        elif entry.kind == "stem":
            stems.append((entry.folded, entry))
        else:
            parts = tuple(entry.folded.split())
            phrases["".join(parts[:2])].append((parts, entry))
    halves = _by((entry.folded, entry) for entry in words if len(entry.word) >= SHORTEST_HIDDEN)
    whole = _whole(words, everyday)
    skeletons = _by((squeezed(_skeleton(entry.folded)), entry) for entry in words)
    return Index(
        whole=whole,
        stems=tuple(stems),
        phrases={key: tuple(found) for key, found in phrases.items()},
        halves=halves,
        squeezed=_by((squeezed(entry.folded), entry) for entry in words),
        skeletons=skeletons,
        skeleton_ends=frozenset(key[0] + key[-1] for key in skeletons),
        masks=_by_mask(words),
        pairs=frozenset(halves).union(phrases),
        tokens=frozenset(whole),
        beginnings=frozenset(entry.folded[:end] for entry in words for end in range(3, len(entry.word) + 1)),
        ordinary=everyday,
        longest=max((len(entry.word) for entry in words), default=0),
    )


def _skeleton(folded: str) -> str:
    return latin_skeleton(folded) if folded.isascii() else cyrillic_skeleton(folded)


def _whole(words: Iterable[Entry], everyday: frozenset[str]) -> dict[str, Found]:
    found: dict[str, list[tuple[Entry, How]]] = {}
    for entry in words:
        found.setdefault(entry.folded, []).append((entry, "plain"))
    taken = everyday.union(found)
    for entry in words:
        if entry.severity is Severity.STRONG:
            for spelling, how in spellings(entry.word):
                if spelling not in taken:
                    found.setdefault(spelling, []).append((entry, how))
    return {spelling: tuple(pairs) for spelling, pairs in found.items()}


def _by(pairs: Iterable[tuple[str, Entry]]) -> dict[str, tuple[Entry, ...]]:
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for key, entry in pairs:
        found[key].append(entry)
    return {key: tuple(entries) for key, entries in found.items()}


def _by_mask(words: Iterable[Entry]) -> dict[tuple[str, str, int], tuple[Entry, ...]]:
    found: defaultdict[tuple[str, str, int], list[Entry]] = defaultdict(list)
    for entry in words:
        folded = entry.folded
        for last in (folded[-1], ""):
            found[folded[0], last, len(folded)].append(entry)
    return {key: tuple(entries) for key, entries in found.items()}
