"""The ways a listed word is written without a blank in it: none of these passes ever looks across one."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from bot.domain.moderation.text.index import SHORTEST_HIDDEN, Index, halves
from bot.domain.moderation.text.letters import cyrillic_skeleton, latin_skeleton, squeezed, stretches
from bot.domain.moderation.text.likeness import few_of, how_it_repeats, lacks_one, letters_shown
from bot.domain.moderation.text.passes import WORD, Candidate, Pass, Seen
from bot.domain.moderation.text.words import Entry, How

_MIXED = re.compile("[a-z][а-я]|[а-я][a-z]")
INSTEAD, ENDING = "0-9@$!|+€£¢", "!|+"
"""Signs that stand for letters; of them those that are an exclamation, too."""
# Pieces hold a letter; which is seen at their start, and only there.
_START = rf"(?<![a-zа-я{INSTEAD}])(?=[{INSTEAD}]*[a-zа-я])"
_PIECE = re.compile(rf"{_START}[a-zа-я{INSTEAD}]+")
_SIGNED_GATE = re.compile(rf"[0-9@$€£¢](?<=[a-zа-я!|+].)|[{INSTEAD}](?=[a-zа-я])")
_SIGNED = re.compile(rf"{_START}[a-zа-я]*+[{INSTEAD}][a-zа-я{INSTEAD}]*+")
_TWO_FOR_ONE = "vv"  # for w
_CYRILLIC = "а"  # the first of them
_ALL_LETTERS = "abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщъыьэюя"
_PICTURES = r"\u2190-\u21ff\u2600-\u27bf\u2b50\U0001f300-\U0001f64f\U0001f680-\U0001faff"
_MASKS = rf"*#%^&~·•?_=@{_PICTURES}"
MASKS, STARS, PARTS, MARKS = r"*#%\^&~·•?_=@", "*#", ".-", r"*_~|`\\"
"""Signs that stand for any letter, those of them that hide the end of a word, that part one, that mark up."""
_MASKED_GATE = re.compile(rf"[{_MASKS}.-](?<=[a-zа-я].)[a-zа-я{_MASKS}]")
_MASKED = re.compile(rf"(?<![a-zа-я])[a-zа-я]++(?:(?:[{_MASKS}]++[a-zа-я]++)+|[.-][a-zа-я]++(?<!\b.[.-].)|[*#]{{2,}}+)")
# Groups are never repeated possessively: Python before 3.11.5 then finds something else.
_MARK = r"(?:[*_~|`\\]|<[^<>\s]{1,24}>)"
_MARKED_GATE = re.compile(r"[*_~|`\\>][a-zа-я]")
_MARKED = re.compile(rf"(?<![a-zа-я])[a-zа-я]++(?:{_MARK}+[a-zа-я]++){{1,16}}")
_MARKS = re.compile(rf"{_MARK}+")
_TWICE = re.compile(r"([a-zа-я])\1")
_SHORTEST_PIECE = 3
_LONGEST_PIECE = 48  # a word with every letter stretched a little; longer ones are hashes, links and screams
_FOR_RUNS = 4  # steps: letters are counted one by one
MOST_PLACES = 40
"""Where one and the same word is shown, fewer of what may be several words."""

Meant: TypeAlias = dict[str, list[tuple[int, Entry, How]]]
"""What is meant by how it is written, and by how many letters of that. Walls repeat themselves: each is asked once."""


def _has_whole(index: Index, seen: Seen) -> bool:
    return not index.tokens.isdisjoint(seen.words)


def _whole(index: Index, seen: Seen) -> Iterator[Candidate]:
    """Tokens as they stand, and the spellings of them that are known beforehand."""
    found = index.tokens.intersection(seen.words)
    return placed(seen, {word: [(len(word), *one) for one in index.listed(word)] for word in found})


def _has_stem(index: Index, seen: Seen) -> bool:
    return any(map(seen.folded.__contains__, index.stem_texts))


def _stems(index: Index, seen: Seen) -> Iterator[Candidate]:
    """Stems inside longer words, unless that word is one of the innocent ones."""
    meant: Meant = {}
    for stem, entry in index.stems:
        if stem in seen.folded:
            for word in {word for word in seen.words if stem in word}:
                seen.take()
                if not any(innocent in word for innocent in entry.within):
                    _note(meant, word, len(word), "inside", (entry,))
    return placed(seen, meant)


def _has_twice(index: Index, seen: Seen) -> bool:
    return bool(index.squeezed) and _TWICE.search(seen.folded) is not None


def _repeated(index: Index, seen: Seen) -> Iterator[Candidate]:
    """Words with letters that stand there twice or more often."""
    meant: Meant = {}
    words = list(set(seen.words))
    # All at once: one call costs less than one for each.
    for word, once in zip(words, squeezed(" ".join(words)).split(), strict=True):
        if once in index.squeezed and once != word:
            alike = index.among(index.tables.squeezed, once)
            seen.take(_FOR_RUNS * len(alike))
            for entry in alike:
                if how := how_it_repeats(index, word, entry):
                    _note(meant, word, len(word), how, (entry,))
    return placed(seen, meant)


def _has_cut(index: Index, seen: Seen) -> bool:
    return not index.cut_ends.isdisjoint([token[:3] + token[-2:] for token in seen.words])


def _cut(index: Index, seen: Seen) -> Iterator[Candidate]:
    """Strong words with one letter inside left out."""
    meant: Meant = {}
    for word in set(seen.words):
        if word[:3] + word[-2:] not in index.cut_ends or word in index.tokens or word in index.ordinary:
            continue
        alike = [number for half in halves(word, len(word) + 1) for number in index.tables.cut.get(half, ())]
        seen.take(1 + len(alike))
        fitting = [index.entries[number] for number in alike if lacks_one(word, index.folded[number])]
        _note(meant, word, len(word), "cut", fitting)
    return placed(seen, meant)


LETTERS = (Pass(_has_whole, _whole), Pass(_has_stem, _stems), Pass(_has_twice, _repeated), Pass(_has_cut, _cut))
"""These look at each letter run by itself."""


def _has_signs(index: Index, seen: Seen) -> bool:
    if not index.tables.skeletons:
        return False
    if _TWO_FOR_ONE in seen.folded or _SIGNED_GATE.search(seen.folded):
        return True
    return not seen.folded.isascii() and _MIXED.search(seen.folded) is not None


def _signs(index: Index, seen: Seen) -> Iterator[Candidate]:
    """Digits, signs and letters of another alphabet inside a word."""
    look_for = _PIECE if _TWO_FOR_ONE in seen.folded or _MIXED.search(seen.folded) else _SIGNED
    cores = _cores(set(look_for.findall(seen.folded)))
    meant: Meant = {}
    _read_by_looks(index, seen, latin_skeleton, cores, meant)
    # Without a Cyrillic letter nobody reads it as Russian.
    _read_by_looks(index, seen, cyrillic_skeleton, [core for core in cores if not core[1].isascii()], meant)
    return placed(seen, meant, look_for.finditer(seen.folded))


def _has_mask(_: Index, seen: Seen) -> bool:
    return _MASKED_GATE.search(seen.folded) is not None


def _masked(index: Index, seen: Seen) -> Iterator[Candidate]:
    """Words with signs in place of some letters."""
    meant: Meant = {}
    for piece in set(_MASKED.findall(seen.folded)):
        if len(piece) <= index.longest:
            last = piece[-1] if piece[-1].isalpha() else ""
            numbers = index.tables.masks.get(f"{piece[0]}{last}{len(piece)}")
            # One letter alone is no evidence.
            if numbers is not None and (last or piece[1].isalpha()):
                _note(meant, piece, len(piece), "masked", _fitting(index, seen, piece, numbers))
    # `**Ann**` is bold, `Ann**` hides two letters.
    folded = seen.folded
    pieces = (
        one
        for one in _MASKED.finditer(folded)
        if one[0] in meant and folded[one.start() - 1 : one.start()] != one[0][-1]
    )
    return placed(seen, meant, pieces)


def _has_mark(_: Index, seen: Seen) -> bool:
    return _MARKED_GATE.search(seen.folded) is not None


def _marked(index: Index, seen: Seen) -> Iterator[Candidate]:
    """Words with markup inside, which a reader never sees."""
    meant: Meant = {}
    pieces = list(set(_MARKED.findall(seen.folded)))
    for piece, bare in zip(pieces, _MARKS.sub("", " ".join(pieces)).split(), strict=True):
        if bare in index.tokens and len(bare) >= SHORTEST_HIDDEN and _is_markup(piece):
            _note(meant, piece, len(piece), "marked up", (entry for entry, _ in index.listed(bare)))
    return placed(seen, meant, _MARKED.finditer(seen.folded))


SIGNS = (Pass(_has_signs, _signs), Pass(_has_mask, _masked), Pass(_has_mark, _marked))
"""These look at what stands between blanks, and find nothing where `signs.SIGNED` is not set."""

WITHIN = (*LETTERS, *SIGNS)


def _note(meant: Meant, written: str, length: int, how: How, entries: Iterable[Entry]) -> None:
    for entry in entries:
        meant.setdefault(written, []).append((length, entry, how))


def placed(seen: Seen, meant: Meant, pieces: Iterable[re.Match[str]] | None = None) -> Iterator[Candidate]:
    """Give what is meant where it stands; nobody needs to be shown the same word everywhere in a wall of it."""
    if not meant:
        return
    places = {written: MOST_PLACES // len(held) or 1 for written, held in meant.items()}
    left = sum(places.values())
    for piece in WORD.finditer(seen.folded) if pieces is None else pieces:
        written = piece[0]
        if places.get(written):
            places[written] -= 1
            left -= 1
            for length, entry, how in meant[written]:
                yield Candidate(piece.start(), piece.start() + length, entry, how)
            if not left:
                return


def _cores(pieces: Iterable[str]) -> list[tuple[str, str]]:
    """Give what of each piece may be a word, beside the piece.

    Signs at its end are an exclamation, or one of them the last letter.
    """
    bare = ((piece, piece.rstrip(ENDING)) for piece in pieces)
    cores = [(piece, core) for piece, core in bare if _SHORTEST_PIECE <= len(core) <= _LONGEST_PIECE]
    return cores + [(piece, piece[: len(core) + 1]) for piece, core in cores if len(core) < len(piece)]


def _is_mixed(piece: str) -> bool:
    """Say whether it holds signs, letters of two alphabets, or two that look like one."""
    core = piece.rstrip(ENDING)
    return not core.isalpha() or (min(core) < _CYRILLIC and not core.isascii()) or _TWO_FOR_ONE in core


def _read_by_looks(
    index: Index, seen: Seen, look: Callable[[str], str], cores: list[tuple[str, str]], meant: Meant
) -> None:
    """Note which words some cores are to the eye; nearly none is any, and that is asked of all at once."""
    reads = [(piece, len(core), core) for piece, core in cores]
    if _TWO_FOR_ONE in seen.folded:
        twice = [each for each in reads if _TWO_FOR_ONE in each[2]]
        reads += [(piece, length, core.replace(_TWO_FOR_ONE, "w")) for piece, length, core in twice]
    eyes = look(" ".join([read for _, _, read in reads])).split()
    keys = squeezed(" ".join(eyes)).split()
    skeletons = index.tables.skeletons
    for (piece, length, read), eye, key in zip(reads, eyes, keys, strict=True):
        if key not in skeletons or not _is_mixed(piece):
            continue
        for entry in index.among(skeletons, key):
            seen.take(_FOR_RUNS)
            short = len(entry.folded) < SHORTEST_HIDDEN and sum(map(str.isalpha, read)) < 2
            if not short and stretches(eye, look(entry.folded)):
                _note(meant, piece, length, "leet", (entry,))


def _fitting(index: Index, seen: Seen, piece: str, numbers: Sequence[int]) -> list[Entry]:
    head = piece[: len(piece) - len(piece.lstrip(_ALL_LETTERS))]
    if len(head) >= _SHORTEST_PIECE and head not in index.beginnings:
        return []
    seen.take(1 + len(numbers) // 16)
    folded = index.folded
    alike = [number for number in numbers if folded[number].startswith(head)]
    seen.take(len(alike) // 2)
    shown = letters_shown(piece)
    return few_of([index.entries[number] for number in alike if shown(folded[number]) == shown(piece)])


def _is_markup(piece: str) -> bool:
    """Say whether this is more than two words with one sign between them, as names in programs have it."""
    marks = _MARKS.findall(piece)
    return len(marks) > 1 or len(marks[0]) > 1 or marks[0] == "\\"
