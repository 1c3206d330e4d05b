"""Which messages are best asked about: those that a model is least sure of, and no two of them alike.

Fifty verdicts on what a model doubts teach it more than fifty on what it shows anyway (docs/models.md has the figures).
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from bot.domain.moderation.models.features import Features

ALIKE = 0.5
"""Share of their parts that two texts have in common, above which a verdict on one says enough of the other."""

Doubtful: TypeAlias = tuple[Features, float]
"""A text and its log-odds, also where the model would abstain: a language it does not know is worth asking about."""


def least_sure(found: Sequence[Doubtful], answered: Iterable[Features]) -> Iterator[int]:
    """Give the places of texts to ask about, the best first, none like an ``answered`` or an earlier one."""
    known = [frozenset(one.grams) for one in answered]
    for at in sorted(range(len(found)), key=lambda one: (abs(found[one][1]), one)):
        grams = frozenset(found[at][0].grams)
        if not any(_likeness(grams, other) > ALIKE for other in known):
            known.append(grams)
            yield at


def _likeness(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / math.sqrt(len(one) * len(other) or 1)
