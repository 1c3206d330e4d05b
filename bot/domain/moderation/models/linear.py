"""A small linear model that ships as one file of bytes, knows when it does not know, and takes lessons on top.

Use::

    model = Linear.parse(raw)                                   # once; raises ValueError for broken bytes
    features = Features.of(reading.folded, marks)
    model.score(features)                                       # 0..1, None where it knows too few of the words
    learnt = Learnt()
    learnt.learn(model, features, label=True)                   # a moderator's verdict; True: it is what we look for
    model.score(features, learnt)

The score is the probability that the text is what the model looks for, as calibrated on its training texts (Platt).
The sum is one over words, so what each word adds is remembered, and a message costs a look-up a word: some 10 us where
most words were heard before, half a millisecond for the worst that anybody can write.
The shipped weights never change: what a community taught lies over them as few single numbers (``Learnt``), which
follow from its lessons alone, so that a lesson is unlearnt by leaving it out. A file is made by ``Linear.pack`` and
holds: the magic, a version, the length of a header, the header (JSON: languages, licences, numbers, marks), then,
compressed, ``SIZE`` weights of one byte and a set of bits that tells known words.
"""

import json
import math
import zlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.domain.moderation.models.features import SCHEME, SIZE, Features, mark_number, number_of, parts_of, tells
from bot.domain.moderation.models.learnt import Learnt, sigmoid

MAGIC = b"TKLM"
VERSION = 1
ZERO = 128
"""The byte of a weight that says nothing: bytes know no sign."""
WORD_BITS = 1 << 19
"""Bits of the set of known words; with 20,000 words of two bits each it takes one unknown word in 150 for known."""
FEWEST_WORDS = 3
"""Of fewer different words nobody can tell whether they are this model's language; then marks alone may speak."""
_PIECES = WORD_BITS // 8 + SIZE
_LARGEST_HEADER = 1 << 20
_REMEMBERED = 1 << 15
_HIGH = 32
_LOW = (1 << _HIGH) - 1
_KNOWN, _SAYS_NOTHING = -1, -2  # in the place of the number of an unknown word
_NEITHER = frozenset({_KNOWN, _SAYS_NOTHING})


@dataclass(frozen=True, slots=True)
class About:
    """What people should know of a model: its name, what it was trained on, in which languages, and the licences.

    ``version`` names these weights; ``most_unknown`` is the share of unknown words above which it abstains.
    """

    name: str
    version: str
    languages: tuple[str, ...]
    credit: str
    most_unknown: float = 0.6


@dataclass(frozen=True, slots=True)
class Linear:
    """The model: a byte for each number of a feature (less 128, times ``scale``), a weight for each mark, and a bias.

    ``slope`` and ``offset`` turn what they sum up to into a probability.
    """

    about: About
    weights: bytes = field(repr=False, compare=False)
    known: bytes = field(repr=False, compare=False)
    scale: float
    bias: float
    marks: Mapping[str, float] = field(default_factory=dict[str, float])
    slope: float = 1.0
    offset: float = 0.0
    _by_number: Mapping[int, float] = field(init=False, repr=False, compare=False)
    _sums: "_Sums" = field(init=False, repr=False, compare=False)
    _words: "_Words" = field(init=False, repr=False, compare=False)
    _weighs_words: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_number", {mark_number(name): weight for name, weight in self.marks.items()})
        object.__setattr__(self, "_sums", _Sums(self.weights))
        object.__setattr__(self, "_words", _Words(self.known))
        object.__setattr__(self, "_weighs_words", self.weights.count(ZERO) < SIZE)

    def score(self, features: Features, learnt: Learnt | None = None) -> float | None:
        """How probable it is, 0..1; None where too many of the words are unknown, both here and to the lessons."""
        most = self.about.most_unknown
        if most < 1 and self.unknown(features, learnt) > most:
            return None
        return sigmoid(self.margin(features, learnt))

    def margin(self, features: Features, learnt: Learnt | None = None) -> float:
        """Give the calibrated log-odds: above 0 for more probable than not. Never abstains."""
        marks, by_number = self.bias, self._by_number
        for mark in features.marks:
            marks += by_number.get(mark, 0.0)
        if learnt is None and not self._weighs_words:
            return self.slope * marks + self.offset
        total, many = self._summed(features)
        root = math.sqrt(many or 1)
        own = self.slope * (marks + (total - ZERO * many) * self.scale / root) + self.offset
        return own if learnt is None else own + learnt.added(features, root)

    def unknown(self, features: Features, learnt: Learnt | None = None) -> float:
        """Give the share of its words that no training text and no lesson held, 0 where too few words could tell."""
        if features.tokens is None:
            told = [number for number in features.words if not self._words.knows(number)]
            many = len(features.words)
        else:
            told = list(map(self._words.__getitem__, features.tokens))
            many = len(told) - told.count(_SAYS_NOTHING)
        if many < FEWEST_WORDS:
            return 0.0
        if learnt is None:
            return (len(told) - told.count(_KNOWN) - told.count(_SAYS_NOTHING)) / many
        known = learnt.words | _NEITHER
        return sum(number not in known for number in told) / many

    def _summed(self, features: Features) -> tuple[int, int]:
        """Give the sum of the bytes of all parts, and how many those are."""
        weight_of = self.weights.__getitem__
        if features.tokens is None:
            return sum(map(weight_of, features.grams)), len(features.grams)
        both = sum(map(self._sums.__getitem__, features.tokens))
        return sum(map(weight_of, features.pairs)) + (both & _LOW), len(features.pairs) + (both >> _HIGH)

    def reasons(self, features: Features, names: Iterable[str]) -> tuple[tuple[str, float], ...]:
        """Which of these marks spoke for it or against it, the strongest first."""
        spoke = ((name, self.marks.get(name, 0.0)) for name in names if mark_number(name) in features.marks)
        return tuple(sorted(spoke, key=lambda one: -abs(one[1])))

    def pack(self) -> bytes:
        """Write the file."""
        about = self.about
        header: dict[str, Any] = {
            "name": about.name,
            "version": about.version,
            "languages": list(about.languages),
            "credit": about.credit,
            "most_unknown": about.most_unknown,
            "scheme": SCHEME,
            "scale": self.scale,
            "bias": self.bias,
            "slope": self.slope,
            "offset": self.offset,
            "marks": dict(self.marks),
        }
        head = json.dumps(header, sort_keys=True).encode()
        body = zlib.compress(self.weights + self.known, 9)
        return MAGIC + bytes((VERSION,)) + len(head).to_bytes(4, "little") + head + body

    @classmethod
    def parse(cls, raw: bytes) -> "Linear":
        """Read a file. Raises ValueError for what is broken, or made for another version."""
        start, version = raw[: len(MAGIC)], raw[len(MAGIC) : len(MAGIC) + 1]
        if start != MAGIC or version != bytes((VERSION,)):
            raise ValueError("these are no weights that this version can read")
        begin = len(MAGIC) + 5
        length = int.from_bytes(raw[begin - 4 : begin], "little")
        if length > _LARGEST_HEADER:
            raise ValueError("the header of the weights is broken")
        try:
            return _built(json.loads(raw[begin : begin + length]), _inflated(raw[begin + length :]))
        except (KeyError, TypeError, AttributeError, zlib.error) as broken:
            raise ValueError(f"the weights are broken: {broken}") from broken


class _Sums(dict[str, int]):
    """What a model thinks of each word that was said lately: the sum of its bytes, and above it how many those are."""

    def __init__(self, weights: bytes) -> None:
        super().__init__()
        self._weights = weights

    def __missing__(self, token: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        grams = parts_of(token)
        self[token] = both = sum(map(self._weights.__getitem__, grams)) | len(grams) << _HIGH
        return both


class _Words(dict[str, int]):
    """The numbers of words that were said lately and stood in no training text."""

    def __init__(self, known: bytes) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, token: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        number = _SAYS_NOTHING
        if tells(token):
            number = number_of(token)
            number = _KNOWN if self.knows(number) else number
        self[token] = number
        return number

    def knows(self, number: int) -> bool:
        """Whether a training text held the word with this number, or one that looks like it here."""
        known, (one, other) = self._known, _two(number)
        return bool(known[one >> 3] >> (one & 7) & 1 and known[other >> 3] >> (other & 7) & 1)


def known_words(words: Collection[int]) -> bytes:
    """Make the set of bits that tells these word numbers (``Features.words``) again."""
    bits = bytearray(WORD_BITS // 8)
    for one, other in map(_two, words):
        bits[one >> 3] |= 1 << (one & 7)
        bits[other >> 3] |= 1 << (other & 7)
    return bytes(bits)


def _two(word: int) -> tuple[int, int]:
    return word % WORD_BITS, word * 0x9E3779B1 >> 9 & WORD_BITS - 1


def _inflated(body: bytes) -> bytes:
    inflater = zlib.decompressobj()
    pieces = inflater.decompress(body, _PIECES + 1)
    if len(pieces) != _PIECES or not inflater.eof:
        raise ValueError("the weights are cut off, or have another size")
    return pieces


def _built(header: Mapping[str, Any], pieces: bytes) -> Linear:
    if header["scheme"] != SCHEME:
        raise ValueError("the weights were made for another way to read texts")
    about = About(
        str(header["name"]),
        str(header["version"]),
        tuple(map(str, header["languages"])),
        str(header["credit"]),
        float(header["most_unknown"]),
    )
    return Linear(
        about,
        pieces[:SIZE],
        pieces[SIZE:],
        float(header["scale"]),
        float(header["bias"]),
        {str(name): float(weight) for name, weight in header["marks"].items()},
        float(header["slope"]),
        float(header["offset"]),
    )
