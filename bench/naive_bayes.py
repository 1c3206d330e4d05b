"""A naive Bayes over whole words with Laplace smoothing, as tg-spam has it: what many bots call a spam classifier."""

import math
import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"\w+")
_SHORTEST = 3


class NaiveBayes:
    """Learns from texts with labels; its score is the log-odds of spam."""

    def __init__(self, texts: Iterable[tuple[str, bool]]) -> None:
        self._words: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        self._texts = [0, 0]
        for text, label in texts:
            self._texts[label] += 1
            self._words[label].update(words(text))
        self._known = len(self._words[0] | self._words[1])
        self._sums = [sum(each.values()) for each in self._words]

    def score(self, text: str) -> float:
        """Above 0 for more likely than not."""
        prior = math.log((self._texts[1] + 1) / (self._texts[0] + 1))
        return prior + sum(self._weight(word) for word in words(text))

    def _weight(self, word: str) -> float:
        clean, spam = (
            (each[word] + 1) / (total + self._known) for each, total in zip(self._words, self._sums, strict=True)
        )
        return math.log(spam / clean)


def words(text: str) -> set[str]:
    """Give the different words of three letters or more."""
    return {word for word in _WORD.findall(text.casefold()) if len(word) >= _SHORTEST}
