"""What a community's own lessons add to a model, as few single numbers that lie over its weights."""

import math
from typing import Protocol

from bot.domain.moderation.models.features import BIAS, Features, parts_of

_FASTER = 3.0
_KNOWN_BY_HEART = 0.01
_REMEMBERED = 1 << 15


class Judge(Protocol):
    """The model that takes lessons."""

    def margin(self, features: Features, learnt: "Learnt | None" = None) -> float:
        """Give the log-odds, with what was learnt already."""
        ...


class Learnt:
    """What a community's own lessons add to a model; made anew from the lessons at every start.

    ``rate`` is how much one lesson may move the weight of a mark; words learn faster (both measured on few lessons).
    A lesson that the model knew already moves nothing. The words of lessons are known from then on.
    """

    __slots__ = ("_heard", "_squares", "deltas", "rate", "words")

    def __init__(self, rate: float = 0.3) -> None:
        self.deltas: dict[int, float] = {}
        self.words: set[int] = set()
        self.rate = rate
        self._squares: dict[int, float] = {}
        self._heard: dict[str, float] = {}

    def added(self, features: Features, root: float) -> float:
        """Give what the lessons add to the log-odds of a text; ``root`` is that of how many parts it has."""
        deltas = self.deltas
        if not deltas:
            return 0.0
        get = deltas.get
        whole = get(BIAS, 0.0) + sum(get(number, 0.0) for number in features.marks)
        if features.text is None:
            parts = sum(get(number, 0.0) for number in features.grams)
        else:
            parts = sum(get(number, 0.0) for number in features.pairs)
            heard = self._heard
            for word in features.tokens:
                added = heard.get(word)
                parts += self._of(word) if added is None else added
        return whole + parts / root

    def _of(self, word: str) -> float:
        if len(self._heard) >= _REMEMBERED:
            self._heard.clear()
        self._heard[word] = added = sum(self.deltas.get(number, 0.0) for number in parts_of(word))
        return added

    def learn(self, model: Judge, features: Features, *, label: bool) -> int:
        """Take one lesson (AdaGrad on the logistic loss). Answers with how many weights it moved."""
        self.words |= features.words
        error = sigmoid(model.margin(features, self)) - label
        if abs(error) < _KNOWN_BY_HEART:
            return 0
        self._heard.clear()
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


def sigmoid(margin: float) -> float:
    """Turn log-odds into a probability."""
    if margin >= 0:
        return 1 / (1 + math.exp(-min(margin, 60.0)))
    odds = math.exp(max(margin, -60.0))
    return odds / (1 + odds)
