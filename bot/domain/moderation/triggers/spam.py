"""What a model takes for spam, as far as it knows the language, and what moderators taught it here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.domain.moderation.history import History
from bot.domain.moderation.models.features import Features
from bot.domain.moderation.models.linear import Linear
from bot.domain.moderation.models.spam_marks import NAMES, alphabet_of, marks_of
from bot.domain.moderation.models.taught import Taught
from bot.domain.moderation.sample import Sample
from bot.domain.moderation.triggers.hit import Hit

MODEL = "spam"
_REASONS = 3


@dataclass(frozen=True, slots=True)
class Spam:
    """Fires on what is spam with a probability of ``at_least``; it abstains where it knows too few of the words.

    ``taught`` fills as moderators give verdicts in this community. The score is a second opinion about newcomers and
    first messages, and no proof: it reads words, not what is meant. ``model`` reads what is written in Latin letters;
    other alphabets that have a model of their own stand in ``alphabets`` (``spam_marks.alphabet_of``).
    """

    at_least: float
    model: Linear = field(repr=False, compare=False)
    taught: Taught = field(default_factory=lambda: Taught(MODEL), repr=False, compare=False)
    alphabets: Mapping[str, Linear] = field(default_factory=dict[str, Linear], repr=False, compare=False)
    kind: Literal["spam"] = "spam"

    def find(self, seen: Sample, history: History) -> Hit | None:
        """Give the score, and the marks that spoke for it most."""
        del history
        variant, features = self.lesson(seen)
        score = self._in(variant).score(features, self.taught.of(variant))
        if score is None or score < self.at_least:
            return None
        return Hit(f"{score:.0%}", _reasons(self._in(variant), features), (seen.message.ref,), score=score)

    def score(self, seen: Sample) -> float | None:
        """How probable it is that this is spam, 0..1; None where the model abstains."""
        variant, features = self.lesson(seen)
        return self._in(variant).score(features, self.taught.of(variant))

    def lesson(self, seen: Sample) -> tuple[str, Features]:
        """What a verdict on the message teaches: the alphabet whose model it counts for, and what is learnt from."""
        alphabet = alphabet_of(seen)
        variant = alphabet if alphabet in self.alphabets else ""
        return variant, Features.of(seen.reading.folded, marks_of(seen))

    def base(self, variant: str) -> Linear | None:
        """Give the weights that lessons of a variant are added to; None for an alphabet that has none."""
        return self.alphabets.get(variant) if variant else self.model

    def _in(self, variant: str) -> Linear:
        return self.alphabets.get(variant, self.model)


def _reasons(model: Linear, features: Features) -> str:
    """Marks only: single words say little, and would teach how to get past."""
    spoke = (name for name, weight in model.reasons(features, NAMES) if weight > 0)
    return ", ".join(name for name, _ in zip(spoke, range(_REASONS), strict=False))
