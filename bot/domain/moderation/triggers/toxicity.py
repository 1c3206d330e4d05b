"""Attacks on people: a score out of a model, the listed words, who is meant, and what was taught here."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal, Protocol, TypeAlias

from bot.domain.moderation.history import History
from bot.domain.moderation.models.features import Features, tells
from bot.domain.moderation.models.languages import Tongues
from bot.domain.moderation.models.linear import FEWEST_WORDS, Linear
from bot.domain.moderation.models.taught import Taught
from bot.domain.moderation.models.toxicity import features_of, marks_of, plain_model, plain_score, said, score_of
from bot.domain.moderation.sample import Sample
from bot.domain.moderation.text.lexicon import Lexicon
from bot.domain.moderation.text.words import TOO_MANY, Severity, WordHit
from bot.domain.moderation.triggers.hit import Hit
from bot.domain.moderation.triggers.words import Finder

MODEL = "toxicity"
"""What lessons of this model are filed under; their variant is the language."""
Models: TypeAlias = Callable[[str], Linear | None]
"""The model that ships for a language, if one does."""
_RATE, _BESIDE = 0.05, 1
"""Measured by `bench/toxicity.py`: greater steps unlearn what a model knew, more clean messages drown the verdicts."""
_QUOTED = 60
_MOST_UNKNOWN = 0.6


class Ear(Protocol):
    """Whatever tells languages apart: the table, or one that is read when it is first needed."""

    def likeliest(self, text: str, among: Collection[str]) -> str: ...


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was made of one message: the score, the language that it was read in, and the listed words in it."""

    score: float
    language: str
    words: tuple[WordHit, ...] = ()


@dataclass(frozen=True, slots=True)
class Toxicity:
    """Fires on a message whose score is ``at_least`` so much, 0..1.

    English and Polish have a model that ships. For other ``languages`` the score comes of the listed words of every
    severity, of who is meant, and of what moderators taught the bot here, which adds to the models too.
    """

    at_least: float
    languages: tuple[str, ...]
    lexicon: Finder = field(default_factory=lambda: Lexicon.of(()), repr=False, compare=False)
    models: Models = field(default=lambda _: None, repr=False, compare=False)
    ear: Ear = field(default_factory=lambda: Tongues({}), repr=False, compare=False)
    taught: Taught = field(default_factory=lambda: Taught(MODEL, rate=_RATE, beside=_BESIDE), repr=False, compare=False)
    kind: Literal["toxicity"] = "toxicity"

    def find(self, seen: Sample, history: History) -> Hit | None:
        """Give the strongest listed word, or how the message begins; the score, and what it is made of."""
        del history
        found = self.judgement(seen)
        if found.score < self.at_least:
            return None
        worst = max(found.words, key=lambda word: word.severity, default=None)
        shown = worst.original if worst else seen.text[:_QUOTED].strip()
        made_of = f"{found.language}: {' + '.join(self.basis(found.language))}"
        return Hit(shown, made_of, (seen.message.ref,), score=found.score)

    def score(self, seen: Sample) -> float:
        """How toxic the message is, 0..1."""
        return self.judgement(seen).score

    def judgement(self, seen: Sample) -> Judgement:
        """Read the message in the language that its words are known in; where that is open, in what says most."""
        found = self.lexicon.find(seen.reading, self.languages, Severity.MILD)
        words = tuple(word for word in found if word.word != TOO_MANY)  # which nobody was called
        score, language = max([(self._in(one, seen, words), one) for one in self._spoken_in(seen)], key=_score)
        return Judgement(score, language, words)

    def lesson(self, seen: Sample) -> tuple[str, Features]:
        """What a verdict on the message teaches: the language it counts for, and what is learnt from."""
        found = self.judgement(seen)
        return found.language, self._features(found.language, seen, found.words)

    def base(self, variant: str) -> Linear | None:
        """Give the weights that lessons in a language are added to."""
        return (self.models(variant) or plain_model()) if variant in self.languages else None

    def basis(self, language: str) -> tuple[str, ...]:
        """Name what the score of a language is made of."""
        model = () if self.models(language) is None else ("model",)
        verdicts = () if self.taught.of(language) is None else ("verdicts",)
        return (*model, "words", "addressee", *verdicts)

    def _spoken_in(self, seen: Sample) -> Sequence[str]:
        if len(self.languages) == 1:
            return self.languages
        features = Features.of(said(seen.reading.folded))
        if len(list(islice(filter(tells, features.tokens), FEWEST_WORDS))) < FEWEST_WORDS:
            return self.languages
        models = ((language, self.models(language)) for language in self.languages)
        strange = {language: model.unknown(features) for language, model in models if model is not None}
        best = min(strange, key=strange.__getitem__, default="")
        if best and strange[best] <= _MOST_UNKNOWN:
            return (best,)
        others = [language for language in self.languages if language not in strange]
        likeliest = self.ear.likeliest(seen.text, others) if len(others) > 1 else ""
        return (likeliest,) if likeliest else others or self.languages

    def _in(self, language: str, seen: Sample, words: tuple[WordHit, ...]) -> float:
        model, learnt = self.models(language), self.taught.of(language)
        if model is None and learnt is None:
            return plain_score(marks_of(seen.reading, words, language, is_called=_is_called(seen)))
        return score_of(model, self._features(language, seen, words), learnt)

    def _features(self, language: str, seen: Sample, words: tuple[WordHit, ...]) -> Features:
        return features_of(seen.reading, words, language, is_called=_is_called(seen))


def _score(judged: tuple[float, str]) -> float:
    return judged[0]


def _is_called(seen: Sample) -> bool:
    """Whether it answers somebody or names somebody."""
    message = seen.message
    return message.reply_to is not None or bool(message.mentions or message.unknown_mentions)
