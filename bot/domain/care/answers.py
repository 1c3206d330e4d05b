"""Answers that managers wrote: found when it is sure which one is meant, and none otherwise."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from bot.core.text import Localised
from bot.domain.care.faq_index import Index

THRESHOLD = 0.47
"""Below it nothing is answered: chosen on one half of the test sets in five languages, and judged on the other."""
MARGIN = 0.1
"""When two entries are closer than this nobody knows which one is meant."""
MEANT, MEANT_MARGIN = 0.55, 0.08
"""The same for what a model compares by its meaning; chosen and judged on the same halves."""
SAME = 0.85
"""Questions of two entries that are so alike are one question asked twice."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer and how people ask for it, by language.

    ``owner`` is who knows whether it is still true, ``review`` until when it was promised to be. ``mark`` changes with
    whatever is written in the entry: an answer that was found wrong is silent until then.
    """

    key: str
    questions: Mapping[str, tuple[str, ...]]
    answer: Localised
    owner: str = ""
    source: str = ""
    review: date | None = None
    mark: str = ""

    def title(self, languages: Sequence[str]) -> str:
        """How it is asked for in the first of these languages that it knows."""
        known = next((self.questions[one] for one in languages if one in self.questions), None)
        return (known or next(iter(self.questions.values())))[0]


@dataclass(frozen=True, slots=True)
class Sure:
    """This entry, asked for in this language."""

    key: str
    language: str
    score: float


@dataclass(frozen=True, slots=True)
class Unsure:
    """Nothing is like it, or two are; ``nearest`` is what came nearest, for people alone."""

    nearest: tuple[str, ...] = ()
    score: float = 0.0


Found: TypeAlias = Sure | Unsure


class Book:
    """Every question of a config by language, as pairs of an entry's key and its wording; built once."""

    def __init__(self, wordings: Mapping[str, Iterable[tuple[str, str]]]) -> None:
        self._indexes = {language: Index(language, told) for language, told in sorted(wordings.items())}

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Book":
        told: dict[str, list[tuple[str, str]]] = {}
        for entry in entries:
            for language, questions in entry.questions.items():
                told.setdefault(language, []).extend((entry.key, one) for one in questions)
        return cls(told)

    def ask(self, text: str, languages: Sequence[str] = (), threshold: float = THRESHOLD) -> Found:
        """Look in these languages first, in their order, then in the others; the first that is sure counts."""
        order = dict.fromkeys((*languages, *self._indexes))
        unsure = Unsure()
        for language in order:
            index = self._indexes.get(language)
            found = unsure if index is None else _judged(index.best(text), language, threshold)
            if isinstance(found, Sure):
                return found
            unsure = max(unsure, found, key=lambda one: one.score)
        return unsure

    def near(self, text: str, languages: Sequence[str], most: int) -> tuple[str, ...]:
        """The entries that share anything with this, the nearest first, whichever language they are asked for in."""
        scores: dict[str, float] = {}
        for language in dict.fromkeys((*languages, *self._indexes)):
            for score, key in self._indexes[language].best(text)[:most] if language in self._indexes else ():
                scores[key] = max(score, scores.get(key, 0.0))
        return tuple(sorted(scores, key=lambda key: (-scores[key], key))[:most])

    def twins(self, entries: Iterable[Entry]) -> Iterator[tuple[str, str, str]]:
        """Pairs of entries, and the question of the first one that the second answers too."""
        seen: set[frozenset[str]] = set()
        for entry in entries:
            for language, questions in entry.questions.items():
                for text in questions:
                    for score, key in self._indexes[language].best(text)[:3]:
                        pair = frozenset((entry.key, key))
                        if key != entry.key and score >= SAME and pair not in seen:
                            seen.add(pair)
                            yield entry.key, key, text


def meant(scored: Iterable[tuple[float, str]], language: str) -> Found:
    """What wordings near to a question by their meaning say, as pairs of nearness and an entry's key."""
    scores: dict[str, float] = {}
    for score, key in scored:
        scores[key] = max(score, scores.get(key, -1.0))
    best = sorted(((score, key) for key, score in scores.items()), key=lambda pair: (-pair[0], pair[1]))
    return _judged(best, language, MEANT, MEANT_MARGIN)


def _judged(best: Sequence[tuple[float, str]], language: str, threshold: float, margin: float = MARGIN) -> Found:
    if not best:
        return Unsure()
    score, key = best[0]
    second = best[1][0] if len(best) > 1 else 0.0
    if score >= threshold and score - second >= margin:
        return Sure(key, language, score)
    return Unsure(tuple(key for _, key in best[:3]), score)
