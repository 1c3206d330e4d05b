"""The lessons of one model in one community, in their order, and what they add up to.

What is kept are the lessons, not the weights: so a verdict that was overturned is unlearnt without a trace, newer
shipped weights take the same lessons, and the same lessons always add up to the same.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol, TypeAlias

from bot.core.lessons import Lesson
from bot.domain.moderation.models.features import SCHEME, Features
from bot.domain.moderation.models.learnt import Learnt
from bot.domain.moderation.models.linear import Linear
from bot.domain.moderation.sample import Sample

MOST_LESSONS = 200
"""The newest count: a community changes, and going through all of them must not take long."""
BESIDE = 4
"""Messages that nobody minded, taken along with each verdict: without them a few verdicts shout down everything."""
RATE = 0.1
"""How far one lesson moves a model; measured on half of a chat that it was not trained on, told on the other half."""
_REPEATED = 3
"""How often lessons are gone through: with more, they are learnt by heart and no better understood."""

Bases: TypeAlias = Callable[[str], Linear | None]
"""The shipped model of a variant (a language), if there is one."""
_Example: TypeAlias = tuple[Features, bool]


@dataclass(slots=True)
class Taught:
    """What one model has been taught here; triggers hold it, and it fills as verdicts come in.

    ``rate`` is how far one lesson moves it (the more it knows already, the less is good), ``beside`` how many messages
    that nobody minded go with each verdict.
    """

    name: str
    learnt: Mapping[str, Learnt] = field(default_factory=dict[str, Learnt])
    rate: float = RATE
    beside: int = BESIDE

    def of(self, variant: str = "") -> Learnt | None:
        """Give what was learnt for a variant of the model."""
        return self.learnt.get(variant)


class Pupil(Protocol):
    """A trigger whose model learns here."""

    @property
    def taught(self) -> Taught: ...

    def score(self, seen: Sample) -> float | None:
        """What the model gives a message, None where it abstains."""
        ...

    def lesson(self, seen: Sample) -> tuple[str, Features]:
        """What a verdict on a message teaches: the variant of the model it counts for, and what is learnt from."""
        ...

    def base(self, variant: str) -> Linear | None:
        """Give the weights that lessons of a variant are added to; None where there are none any more."""
        ...


class Lessons:
    """Every lesson of a model that counts now. ``take`` adds one, or takes another's place about the same message."""

    def __init__(self, rows: Iterable[Lesson] = ()) -> None:
        self._rows: dict[str, Lesson] = {}
        for row in sorted(rows, key=_order):
            self.take(row)

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, about: str) -> bool:
        return about in self._rows

    def features(self) -> list[Features]:
        """What the verdicts that count were about; what cannot be read is left out."""
        newest = sorted(self._rows.values(), key=_order)[-MOST_LESSONS:]
        return [features for row in newest for features in _read(row.features)]

    def take(self, row: Lesson) -> None:
        """Add a lesson; one without a label takes back what was said about its message."""
        self._rows.pop(row.about, None)
        if row.label is not None and row.scheme == SCHEME:
            self._rows[row.about] = row

    def learnt(self, bases: Bases, rate: float = RATE) -> dict[str, Learnt]:
        """Add them up, each variant for itself; one without a model learns nothing. Takes up to half a second."""
        newest = sorted(self._rows.values(), key=_order)[-MOST_LESSONS:]
        out: dict[str, Learnt] = {}
        for variant in sorted({row.variant for row in newest}):
            base = bases(variant)
            if base is not None:
                out[variant] = _added([row for row in newest if row.variant == variant], base, rate)
        return out


def _order(row: Lesson) -> tuple[datetime, str]:
    return row.at, row.about


def _added(rows: Sequence[Lesson], base: Linear, rate: float) -> Learnt:
    learnt = Learnt(rate)
    examples = list(_examples(rows))
    for _ in range(_REPEATED):
        for features, label in examples:
            learnt.learn(base, features, label=label)
    return learnt


def _examples(rows: Iterable[Lesson]) -> Iterator[_Example]:
    """The verdicts in turn, each with what stood beside it; what cannot be read is left out."""
    for row in rows:
        for packed, label in ((row.features, bool(row.label)), *((one, False) for one in row.beside)):
            yield from ((features, label) for features in _read(packed))


def _read(packed: bytes) -> Iterator[Features]:
    try:
        yield Features.unpacked(packed)
    except ValueError:
        return
