"""Logistic regression on hashed features in plain Python: minutes for what a library does in seconds, and no library.

AdaGrad, one example at a time in an order that is drawn again for each pass; what is right already is passed over.
"""

import math
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.moderation.models.features import BIAS, SIZE, Features, mark_number
from bot.domain.moderation.models.linear import ZERO, About, Linear
from bot.domain.moderation.models.weights import known_words

Example: TypeAlias = tuple[Features, bool]
_LARGEST = 127


@dataclass(frozen=True, slots=True)
class Ways:
    """How to train. ``balance`` 1 lets both answers weigh the same in sum, 0 lets each example weigh the same."""

    passes: int = 8
    rate: float = 0.3
    seed: int = 1
    balance: float = 0.0
    enough: float = 0.02
    shrink: float = 2e-5


class Weights:
    """Weights that are being trained: full numbers, one for each feature."""

    def __init__(self) -> None:
        self.grams = [0.0] * SIZE
        self.marks: dict[int, float] = {}
        self.bias = 0.0

    def margin(self, features: Features) -> float:
        """Give the log-odds as they are."""
        grams = features.grams
        parts = sum(map(self.grams.__getitem__, grams)) / math.sqrt(len(grams) or 1)
        return self.bias + parts + sum(self.marks.get(mark, 0.0) for mark in features.marks)


def train(examples: Sequence[Example], ways: Ways | None = None) -> Weights:
    """Fit weights to the examples."""
    ways = ways or Ways()
    weights = Weights()
    squares = [1e-4] * SIZE
    mark_squares: dict[int, float] = {}
    source = random.Random(ways.seed)  # noqa: S311 - for a repeatable order
    costs = _costs(examples, ways.balance)
    order = list(range(len(examples)))
    for turn in range(ways.passes):
        source.shuffle(order)
        rate = ways.rate / (1 + turn / 4)
        for at in order:
            _step(weights, squares, mark_squares, examples[at], costs, rate, ways)
    return weights


def _step(
    weights: Weights,
    squares: list[float],
    mark_squares: dict[int, float],
    example: Example,
    costs: tuple[float, float],
    rate: float,
    ways: Ways,
) -> None:
    features, label = example
    error = sigmoid(weights.margin(features)) - label
    if abs(error) < ways.enough:
        return
    error *= costs[label]
    grams, keep = weights.grams, 1 - rate * ways.shrink
    gradient = error / math.sqrt(len(features.grams) or 1)
    square, step, root = gradient * gradient, rate * gradient, math.sqrt
    for number in features.grams:
        squares[number] = total = squares[number] + square
        grams[number] = grams[number] * keep - step / root(total)
    for number in features.marks:
        mark_squares[number] = mark_squares.get(number, 1.0) + error * error
        weights.marks[number] = weights.marks.get(number, 0.0) * keep - rate * error / root(mark_squares[number])
    mark_squares[BIAS] = mark_squares.get(BIAS, 1.0) + error * error
    weights.bias -= rate * error / root(mark_squares[BIAS])


def _costs(examples: Sequence[Example], balance: float) -> tuple[float, float]:
    yes = sum(label for _, label in examples)
    both = (len(examples) - yes, yes)
    no, yes_ = ((len(examples) / (2 * max(1, many))) ** balance for many in both)
    return no, yes_


def calibrated(margins: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Fit the two numbers that turn margins into probabilities (Platt 1999, by Newton's method)."""
    slope, offset = 1.0, 0.0
    yes = sum(label for _, label in margins)
    high, low = (yes + 1) / (yes + 2), 1 / (len(margins) - yes + 2)
    for _ in range(40):
        one = two = cross = at_slope = at_offset = 1e-9
        for margin, label in margins:
            chance = sigmoid(slope * margin + offset)
            error, weight = chance - (high if label else low), chance * (1 - chance)
            at_slope += error * margin
            at_offset += error
            one += weight * margin * margin
            two += weight
            cross += weight * margin
        scale = one * two - cross * cross
        if abs(scale) < 1e-12:
            break
        slope -= (two * at_slope - cross * at_offset) / scale
        offset -= (one * at_offset - cross * at_slope) / scale
    return slope, offset


def packed(
    weights: Weights, about: About, marks: Iterable[str], known: Iterable[int], platt: tuple[float, float]
) -> Linear:
    """Make the model that ships: a byte for each weight."""
    largest = max(map(abs, weights.grams)) or 1.0
    scale = largest / _LARGEST
    whole = bytes(round(weight / scale) + ZERO for weight in weights.grams)
    named = {name: round(weights.marks.get(mark_number(name), 0.0), 4) for name in marks}
    return Linear(about, whole, known_words(frozenset(known)), scale, weights.bias, named, *platt)


def frequent_words(examples: Iterable[Example], least: int = 2) -> frozenset[int]:
    """Give the words that stand in so many texts at least."""
    seen = Counter(word for features, _ in examples for word in features.words)
    return frozenset(word for word, many in seen.items() if many >= least)


def sigmoid(margin: float) -> float:
    """Turn log-odds into a probability."""
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, margin))))
