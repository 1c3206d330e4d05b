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
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.domain.moderation.models.features import SCHEME, SIZE, Features, mark_number
from bot.domain.moderation.models.learnt import Learnt, sigmoid
from bot.domain.moderation.models.weights import KNOWN, WORD_BITS, Weights

MAGIC = b"TKLM"
VERSION = 1
ZERO = 128
"""The byte of a weight that says nothing: bytes know no sign."""
FEWEST_WORDS = 3
"""Of fewer different words nobody can tell whether they are this model's language; then marks alone may speak."""
_PIECES = WORD_BITS // 8 + SIZE
_LARGEST_HEADER = 1 << 20


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
    _heard: Weights = field(init=False, repr=False, compare=False)
    _weighs_words: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_number", {mark_number(name): weight for name, weight in self.marks.items()})
        object.__setattr__(self, "_heard", Weights(self.weights, self.known))
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
        if learnt is None and features.text is not None:
            _, _, strange, many = self._heard.weighed(features.text)
            return strange / many if many >= FEWEST_WORDS else 0.0
        told = self._heard.numbers(features)
        if len(told) < FEWEST_WORDS:
            return 0.0
        known = learnt.words | KNOWN if learnt is not None else KNOWN
        return sum(number not in known for number in told) / len(told)

    def _summed(self, features: Features) -> tuple[int, int]:
        """Give the sum of the bytes of all parts, and how many those are."""
        if features.text is None:
            return sum(map(self.weights.__getitem__, features.grams)), len(features.grams)
        return self._heard.weighed(features.text)[:2]

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
