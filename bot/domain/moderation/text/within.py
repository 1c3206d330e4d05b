"""The ways a listed word is written without a blank in it: none of these passes ever looks across one."""

import re
from collections.abc import Iterator

from bot.domain.moderation.text.index import SHORTEST_HIDDEN, Index, halves, mask, may_be_left_out
from bot.domain.moderation.text.letters import cyrillic_skeleton, latin_skeleton, squeezed, stretches
from bot.domain.moderation.text.passes import Candidate, Pass, Seen
from bot.domain.moderation.text.words import Entry, How, Severity

_MIXED = re.compile("[a-z][а-я]|[а-я][a-z]")
_PIECE = re.compile(r"[a-zа-я0-9@$!|+€£¢]+")
_SIGNED_GATE = re.compile(r"[0-9@$€£¢](?<=[a-zа-я!|+].)|[0-9@$!|+€£¢](?=[a-zа-я])")
_SIGNED = re.compile(r"(?<![a-zа-я0-9@$!|+€£¢])[a-zа-я]*+[0-9@$!|+€£¢][a-zа-я0-9@$!|+€£¢]*+")
_TWO_FOR_ONE = "vv"  # for w
_PICTURES = r"\u2190-\u21ff\u2600-\u27bf\u2b50\U0001f300-\U0001f64f\U0001f680-\U0001faff"
_MASKS = rf"*#%^&~·•?_=@{_PICTURES}"
_MASKED_GATE = re.compile(rf"[{_MASKS}.-](?<=[a-zа-я].)[a-zа-я{_MASKS}]")
_MASKED = re.compile(rf"(?<![a-zа-я])[a-zа-я]++(?:(?:[{_MASKS}]++[a-zа-я]++)+|[.-][a-zа-я]++|[*#]{{2,}}+)")
# Groups are never repeated possessively: Python before 3.11.5 then finds something else.
_MARK = r"(?:[*_~|`\\]|<[^<>\s]{1,24}>)"
_MARKED_GATE = re.compile(r"[*_~|`\\>][a-zа-я]")
_MARKED = re.compile(rf"(?<![a-zа-я])[a-zа-я]++(?:{_MARK}+[a-zа-я]++){{1,16}}")
_MARKS = re.compile(rf"{_MARK}+")
_TWICE = re.compile(r"([a-zа-я])\1")
_RUNS = re.compile(r"([^\W\d_])\1+")
_THRICE = re.compile(r"([a-zа-я])\1\1")
_SHORTEST_PIECE = 3
_LONGEST_PIECE = 48  # a word with every letter stretched a little; longer ones are hashes, links and screams


def _has_whole(index: Index, seen: Seen) -> bool:
    return not index.tokens.isdisjoint(seen.words)


def _whole(index: Index, seen: Seen) -> Iterator[Candidate]:
    """Tokens as they stand, and the spellings of them that are known beforehand."""
    for word in seen.tokens:
        if word[0] in index.tokens:
            for entry, how in index.listed(word[0]):
                yield Candidate(word.start(), word.end(), entry, how)


def _has_stem(index: Index, seen: Seen) -> bool:
    return any(map(seen.folded.__contains__, index.stem_texts))


def _stems(index: Index, seen: Seen) -> Iterator[Candidate]:
    """Stems inside longer words, unless that word is one of the innocent ones."""
    present = [(stem, entry) for stem, entry in index.stems if stem in seen.folded]
    for word in seen.tokens:
        for stem, entry in present:
            if stem in word[0] and not any(innocent in word[0] for innocent in entry.within):
                yield Candidate(word.start(), word.end(), entry, "inside")


def _has_signs(index: Index, seen: Seen) -> bool:
    if not index.skeleton_ends:
        return False
    if _TWO_FOR_ONE in seen.folded or _SIGNED_GATE.search(seen.folded):
        return True
    return not seen.folded.isascii() and _MIXED.search(seen.folded) is not None


def _signs(index: Index, seen: Seen) -> Iterator[Candidate]:
    """Digits, signs and letters of another alphabet inside a word."""
    look_for = _PIECE if _TWO_FOR_ONE in seen.folded or _MIXED.search(seen.folded) else _SIGNED
    meant: dict[str, list[tuple[int, Entry]]] = {}  # a hostile text repeats itself
    for piece in look_for.finditer(seen.folded):
        if piece[0] not in meant:
            meant[piece[0]] = [(len(core), each) for core in _cores(piece[0]) for each in _by_skeleton(index, core)]
        for length, entry in meant[piece[0]]:
            yield Candidate(piece.start(), piece.start() + length, entry, "leet")


def _has_twice(index: Index, seen: Seen) -> bool:
    if not _TWICE.search(seen.folded):
        return False
    # All at once, for one call costs less than one for each token; what has nothing twice is whole, not squeezed.
    once = set(_RUNS.sub(r"\1", " ".join(seen.words)).split()).difference(seen.words)
    return not index.squeezed.isdisjoint(once)


def _repeated(index: Index, seen: Seen) -> Iterator[Candidate]:
    """Words with letters that stand there twice or more often."""
    meant: dict[str, list[tuple[Entry, How]]] = {}  # a hostile text repeats itself
    for word in seen.tokens:
        token = word[0]
        if token not in meant:
            alike = index.among(index.tables.squeezed, squeezed(token)) if _TWICE.search(token) else ()
            meant[token] = [(entry, how) for entry in alike if (how := _repeats(index, token, entry))]
        for entry, how in meant[token]:
            yield Candidate(word.start(), word.end(), entry, how)


def _has_mask(_: Index, seen: Seen) -> bool:
    return _MASKED_GATE.search(seen.folded) is not None


def _masked(index: Index, seen: Seen) -> Iterator[Candidate]:
    """Words with signs in place of some letters."""
    meant: dict[str, list[Entry]] = {}  # a hostile text repeats itself
    for piece in _MASKED.finditer(seen.folded):
        # `**Ann**` is bold, `Ann**` hides two letters.
        is_bold = piece[0][-1] == seen.folded[piece.start() - 1 : piece.start()]
        if len(piece[0]) <= index.longest and not is_bold:
            if piece[0] not in meant:
                meant[piece[0]] = _by_mask(index, piece[0])
            for entry in meant[piece[0]]:
                yield Candidate(piece.start(), piece.end(), entry, "masked")


def _has_mark(_: Index, seen: Seen) -> bool:
    return _MARKED_GATE.search(seen.folded) is not None


def _marked(index: Index, seen: Seen) -> Iterator[Candidate]:
    """Words with markup inside, which a reader never sees."""
    for piece in _MARKED.finditer(seen.folded):
        bare = _MARKS.sub("", piece[0])
        if len(bare) >= SHORTEST_HIDDEN and _is_markup(piece[0]):
            for entry, _ in index.listed(bare):
                yield Candidate(piece.start(), piece.end(), entry, "marked up")


def _has_cut(index: Index, seen: Seen) -> bool:
    return not index.cut_ends.isdisjoint([token[:3] + token[-2:] for token in seen.words])


def _cut(index: Index, seen: Seen) -> Iterator[Candidate]:
    """Strong words with one letter inside left out."""
    for word in seen.tokens:
        token = word[0]
        if token[:3] + token[-2:] not in index.cut_ends or token in index.tokens or token in index.ordinary:
            continue
        for half in halves(token, len(token) + 1):
            for entry in index.among(index.tables.cut, half):
                if _lacks_one(token, entry.folded):
                    yield Candidate(word.start(), word.end(), entry, "cut")


LETTERS = (Pass(_has_whole, _whole), Pass(_has_stem, _stems), Pass(_has_twice, _repeated), Pass(_has_cut, _cut))
"""These look at each letter run by itself."""

SIGNS = (Pass(_has_signs, _signs), Pass(_has_mask, _masked), Pass(_has_mark, _marked))
"""These look at what stands between blanks, and find nothing where `signs.SIGNED` is not set."""

WITHIN = (*LETTERS, *SIGNS)


def _cores(piece: str) -> list[str]:
    """Give what of a piece may be a word: signs at its end are an exclamation, or one of them the last letter."""
    core = piece.rstrip("!|+")
    if not (_SHORTEST_PIECE <= len(core) <= _LONGEST_PIECE and _is_mixed(core)):
        return []
    return [core, piece[: len(core) + 1]] if len(core) < len(piece) else [core]


def _is_mixed(core: str) -> bool:
    if not core.isalpha():
        return any(map(str.isalpha, core))
    return _TWO_FOR_ONE in core or _MIXED.search(core) is not None


def _by_skeleton(index: Index, core: str) -> list[Entry]:
    found = list(_by_looks(index, core))
    if _TWO_FOR_ONE in core:
        found += _by_looks(index, core.replace(_TWO_FOR_ONE, "w"))
    return found


def _by_looks(index: Index, core: str) -> Iterator[Entry]:
    # Without a Cyrillic letter nobody reads it as Russian.
    for look in (latin_skeleton,) if core.isascii() else (latin_skeleton, cyrillic_skeleton):
        seen = look(core)
        second = seen[1] if seen[1] != seen[0] else squeezed(seen)[1:2]
        if seen[0] + second + seen[-1] not in index.skeleton_ends:
            continue
        for entry in index.among(index.tables.skeletons, squeezed(seen)):
            short = len(entry.folded) < SHORTEST_HIDDEN and sum(map(str.isalpha, core)) < 2
            if not short and stretches(seen, look(entry.folded)):
                yield entry


def _repeats(index: Index, token: str, entry: Entry) -> How | None:
    """Say how a token repeats letters of a word; one doubled letter alone could be another word."""
    more = len(token) - len(entry.folded)
    if more < 1 or not stretches(token, entry.folded):
        return None
    if _THRICE.search(token):
        return "stretched"
    long_enough = len(entry.folded) >= SHORTEST_HIDDEN and (more > 1 or entry.severity is Severity.STRONG)
    return "doubled" if long_enough and token not in index.ordinary else None


def _by_mask(index: Index, piece: str) -> list[Entry]:
    key = mask(piece, piece[-1] if piece[-1].isalpha() else "")
    if key not in index.tables.masks or sum(map(str.isalpha, piece)) < 2:
        return []
    return [entry for entry in index.among(index.tables.masks, key) if _fits(piece, entry.folded)]


def _fits(piece: str, word: str) -> bool:
    return all(a == b or not a.isalpha() for a, b in zip(piece, word, strict=True))


def _is_markup(piece: str) -> bool:
    """Say whether this is more than two words with one sign between them, as names in programs have it."""
    marks = _MARKS.findall(piece)
    return len(marks) > 1 or len(marks[0]) > 1 or marks[0] == "\\"


def _lacks_one(token: str, word: str) -> bool:
    spot = next((i for i, (a, b) in enumerate(zip(token, word, strict=False)) if a != b), len(token))
    return 0 < spot < len(token) and token[spot:] == word[spot + 1 :] and may_be_left_out(word, spot)
