"""A small linear model that ships as one file of bytes, knows when it does not know, and takes lessons on top.

Use::

    model = Linear.parse(raw)                                   # once; raises ValueError for broken bytes
    features = Features.of(reading.folded, marks)               # 20-60 us for a chat message, 2 ms at the very most
    model.score(features)                                       # 0..1, None where it knows too few of the words
    learnt = Learnt()
    learnt.learn(model, features, label=True)                   # a moderator's verdict; True: it is what we look for
    model.score(features, learnt)

The score is the probability that the text is what the model looks for, as calibrated on its training texts (Platt).
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

from bot.domain.moderation.models.features import BIAS, SCHEME, SIZE, Features, mark_number

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
_FASTER = 3.0
_KNOWN_BY_HEART = 0.01


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


class Learnt:
    """What a community's own lessons add to a model; made anew from the lessons at every start.

    ``rate`` is how much one lesson may move the weight of a mark; words learn faster (both measured on few lessons).
    A lesson that the model knew already moves nothing. The words of lessons are known from then on.
    """

    __slots__ = ("_squares", "deltas", "rate", "words")

    def __init__(self, rate: float = 0.3) -> None:
        self.deltas: dict[int, float] = {}
        self.words: set[int] = set()
        self.rate = rate
        self._squares: dict[int, float] = {}

    def learn(self, model: "Linear", features: Features, *, label: bool) -> int:
        """Take one lesson (AdaGrad on the logistic loss). Answers with how many weights it moved."""
        self.words |= features.words
        error = _sigmoid(model.margin(features, self)) - label
        if abs(error) < _KNOWN_BY_HEART:
            return 0
        part = error / math.sqrt(len(features.grams) or 1)
        for number in features.grams:
            self._move(number, part, self.rate * _FASTER)
        for number in features.marks:
            self._move(number, error, self.rate)
        self._move(BIAS, error, self.rate)
        return len(features.grams) + len(features.marks) + 1

    def _move(self, number: int, gradient: float, rate: float) -> None:
        square = self._squares.get(number, 0.0) + gradient * gradient
        self._squares[number] = square
        self.deltas[number] = self.deltas.get(number, 0.0) - rate * gradient / math.sqrt(square)


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

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_number", {mark_number(name): weight for name, weight in self.marks.items()})

    def score(self, features: Features, learnt: Learnt | None = None) -> float | None:
        """How probable it is, 0..1; None where too many of the words are unknown, both here and to the lessons."""
        if self.unknown(features, learnt) > self.about.most_unknown:
            return None
        return _sigmoid(self.margin(features, learnt))

    def margin(self, features: Features, learnt: Learnt | None = None) -> float:
        """Give the calibrated log-odds: above 0 for more probable than not. Never abstains."""
        grams = features.grams
        total, marks = (sum(map(self.weights.__getitem__, grams)) - ZERO * len(grams)) * self.scale, self.bias
        by_number = self._by_number
        for mark in features.marks:
            marks += by_number.get(mark, 0.0)
        own = marks + total / math.sqrt(len(grams) or 1)
        return self.slope * own + self.offset + (_added(features, learnt.deltas) if learnt and learnt.deltas else 0.0)

    def unknown(self, features: Features, learnt: Learnt | None = None) -> float:
        """Give the share of its words that no training text and no lesson held, 0 where too few words could tell."""
        words, known = features.words, self.known
        if len(words) < FEWEST_WORDS:
            return 0.0
        if learnt is not None:
            words = words - learnt.words
        strange = sum(not (known[a >> 3] >> (a & 7) & 1 and known[b >> 3] >> (b & 7) & 1) for a, b in map(_two, words))
        return strange / len(features.words)

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


def known_words(words: Collection[int]) -> bytes:
    """Make the set of bits that tells these word numbers (``Features.words``) again."""
    bits = bytearray(WORD_BITS // 8)
    for one, other in map(_two, words):
        bits[one >> 3] |= 1 << (one & 7)
        bits[other >> 3] |= 1 << (other & 7)
    return bytes(bits)


def _two(word: int) -> tuple[int, int]:
    return word % WORD_BITS, word * 0x9E3779B1 >> 9 & WORD_BITS - 1


def _added(features: Features, deltas: Mapping[int, float]) -> float:
    parts = sum(deltas[number] for number in features.grams & deltas.keys())
    whole = deltas.get(BIAS, 0.0) + sum(deltas.get(number, 0.0) for number in features.marks)
    return whole + parts / math.sqrt(len(features.grams) or 1)


def _sigmoid(margin: float) -> float:
    if margin >= 0:
        return 1 / (1 + math.exp(-min(margin, 60.0)))
    odds = math.exp(max(margin, -60.0))
    return odds / (1 + odds)


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
