"""An index of questions in one language: words by how rare they are, found again inflected and misspelt."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from bot.domain.care.wording import LIGHT, words

LIKE = 0.55
"""Words that share less of their letters are different words."""
TWISTED = 0.85
LIGHT_COUNTS = 0.12
"""What a word that every question holds counts, beside one that says what it is about."""
CANDIDATES = 24
MOST_LOOKED_AT = 1_500
MOST_WORDS = 40
PRIOR = 60
"""A short list knows little of how rare words are: it is weighed as if there were so many questions more."""


@dataclass(frozen=True, slots=True)
class Question:
    """One wording; ``key`` is the entry that answers it."""

    key: str
    terms: Mapping[str, float]
    weight: float


class Index:
    """Built once, then only read. It does not matter in which order the wordings come.

    ``language`` may name several, with spaces between them, where nobody knows which one a wording is in.
    """

    def __init__(self, language: str, wordings: Iterable[tuple[str, str]]) -> None:
        self._light = frozenset[str]().union(*(LIGHT.get(one, ()) for one in language.split()))
        known = sorted({(key, tuple(words(text))) for key, text in wordings})
        self._wordings = [(key, told) for key, told in known if told]
        seen = Counter(word for _, told in self._wordings for word in set(told))
        self._size = len(self._wordings) + PRIOR
        self._unknown = log(1 + (self._size + 0.5) / 0.5)
        self._rarity = {word: log(1 + (self._size - n + 0.5) / (n + 0.5)) for word, n in seen.items()}
        self._questions = [self._question(key, told) for key, told in self._wordings]
        self._postings: dict[str, list[int]] = {}
        for at, one in enumerate(self._questions):
            for word in one.terms:
                self._postings.setdefault(word, []).append(at)
        self._shapes = {word: _grams(word) for word in sorted(seen) if word not in self._light}
        self._by_letters: dict[str, list[str]] = {}
        self._by_gram: dict[str, list[str]] = {}
        for word, grams in self._shapes.items():
            self._by_letters.setdefault("".join(sorted(word)), []).append(word)
            for gram in sorted(grams):
                if len(gram) == _LONG:
                    self._by_gram.setdefault(gram, []).append(word)

    def __len__(self) -> int:
        return len(self._questions)

    def best(self, text: str) -> Sequence[tuple[float, str]]:
        """Entries by how much of this question they hold and how much of theirs it holds, from 0 to 1; best first."""
        asked = list(dict.fromkeys(words(text)))[:MOST_WORDS]
        likes = {word: self._like(word) for word in asked}
        weights = {word: self._weight(word, likes[word]) for word in asked}
        total = sum(weights.values())
        scored: dict[str, float] = {}
        for at in self._candidates(likes, weights):
            one = self._questions[at]
            score = _score(one, likes, weights, total)
            scored[one.key] = max(score, scored.get(one.key, 0.0))
        return sorted(((score, key) for key, score in scored.items()), key=lambda pair: (-pair[0], pair[1]))

    def _question(self, key: str, told: Sequence[str]) -> Question:
        terms = {word: self._rarity[word] * self._share(word) for word in told}
        return Question(key, terms, sum(terms.values()))

    def _share(self, word: str) -> float:
        return LIGHT_COUNTS if word in self._light else 1.0

    def _weight(self, word: str, likes: Mapping[str, float]) -> float:
        likeness, best = max(((like, other) for other, like in likes.items()), default=(0.0, ""))
        known = self._rarity.get(best, self._unknown)
        return (likeness * known + (1 - likeness) * self._unknown) * self._share(word)

    def _like(self, word: str) -> dict[str, float]:
        """Every word of the index that is like this one, and how much."""
        found = {word: 1.0} if word in self._rarity else {}
        if word in self._light:
            return found
        # Fingers that were too quick: the letters are right, their order is not.
        twisted = self._by_letters.get("".join(sorted(word)), ()) if len(word) > _LONG else ()
        found |= {other: TWISTED for other in twisted if other != word}
        mine = _grams(word)
        shared = Counter(other for gram in mine if len(gram) == _LONG for other in self._by_gram.get(gram, ()))
        for other, n in shared.items():
            if other == word or (n < 2 and len(word) > _SHORT):
                continue
            like = _likeness(word, other, mine, self._shapes[other])
            if like >= LIKE:
                found[other] = max(like, found.get(other, 0.0))
        return found

    def _candidates(self, likes: Mapping[str, Mapping[str, float]], weights: Mapping[str, float]) -> list[int]:
        """The questions worth a closer look: rare words first, for frequent ones alone lead to half of the book."""
        telling = sorted(
            (word for word in likes if word not in self._light),
            key=lambda word: (sum(len(self._postings.get(other, ())) for other in likes[word]), word),
        )
        if not telling:
            telling = sorted(likes, key=lambda word: (len(self._postings.get(word, ())), word))[:1]
        worth: dict[int, float] = {}
        looked_at = 0
        for word in telling:
            if looked_at > MOST_LOOKED_AT:
                break
            best: dict[int, float] = {}
            for other, like in likes[word].items():
                postings = self._postings.get(other, ())
                looked_at += len(postings)
                for at in postings:
                    if like > best.get(at, 0.0):
                        best[at] = like
            for at, like in best.items():
                worth[at] = worth.get(at, 0.0) + like * weights[word] / self._questions[at].weight
        return sorted(worth, key=lambda at: (-worth[at], at))[:CANDIDATES]


_LONG = 3
_SHORT = 5


def _grams(word: str) -> frozenset[str]:
    marked = f"_{word}_"
    return frozenset(marked[at : at + n] for n in (2, _LONG) for at in range(len(marked) - n + 1))


def _likeness(one: str, other: str, mine: frozenset[str], its: frozenset[str]) -> float:
    """By letters in common; a common beginning counts more, for that is where inflected words keep their sense."""
    dice = 2 * len(mine & its) / (len(mine) + len(its))
    same = 0
    for mark, its_mark in zip(one, other, strict=False):
        if mark != its_mark:
            break
        same += 1
    return max(dice, same / max(len(one), len(other)) if same >= _SHORT - 1 else 0.0)


def _score(
    one: Question, likes: Mapping[str, Mapping[str, float]], weights: Mapping[str, float], total: float
) -> float:
    held, covered = 0.0, dict.fromkeys(one.terms, 0.0)
    for word, found in likes.items():
        best = 0.0
        for other, like in found.items():
            if other in covered:
                covered[other] = max(covered[other], like)
                best = max(best, like)
        held += weights[word] * best
    theirs = sum(weight * covered[word] for word, weight in one.terms.items()) / one.weight
    ours = held / total
    return (2 * ours + theirs) / 3
