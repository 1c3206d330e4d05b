"""Looks an answer up by what a question means, where its words were not enough; only with a model on this machine."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from bot.domain.care.answers import Sure, meant
from bot.runtime.care import Faq
from bot.runtime.community import Community

log = logging.getLogger(__name__)

PATIENCE = 2.0
"""Seconds that a question waits for the questions of a config to be read; who asks before gets the ordinary way."""


class Likeness(Protocol):
    """Texts that were read, to be compared with questions."""

    def to(self, question: str) -> Sequence[float]:
        """How near the question is to each text, from -1 to 1, in their order. May block for milliseconds."""
        ...


class Encoder(Protocol):
    """Reads texts for what they mean, on this machine."""

    @property
    def languages(self) -> frozenset[str]:
        """The languages that it knows."""
        ...

    def read(self, texts: Sequence[str]) -> Likeness:
        """Read them. May block for long."""
        ...


Read: TypeAlias = Mapping[str, tuple[tuple[str, ...], Likeness]]
"""By language the keys of entries, one for each wording, and the wordings."""


@dataclass(frozen=True, slots=True)
class _Reading:
    faq: Faq
    task: asyncio.Task[Read]


class Meanings:
    """Reads the questions of each config once, in a thread; without an encoder it knows of nothing."""

    def __init__(self, encoder: Encoder | None) -> None:
        self._encoder = encoder
        self._readings: dict[str, _Reading] = {}
        self._turn = asyncio.Lock()

    async def find(self, community: Community, question: str, languages: Sequence[str]) -> Sure | None:
        """The entry that means the same, in the first of these languages that is sure; None where none is.

        The first is the asker's own: where the model does not know that one, it knows nothing of her question.
        """
        if self._encoder is None or languages[0] not in self._encoder.languages:
            return None
        try:
            async with asyncio.timeout(PATIENCE):
                read = await asyncio.shield(self._reading(self._encoder, community).task)
        except TimeoutError:
            return None
        for language in languages:
            if language in read:
                keys, likeness = read[language]
                async with self._turn:  # a model is not asked by two at once
                    scores = await asyncio.to_thread(_scores, likeness, question, len(keys))
                found = meant(zip(scores, keys, strict=True), language)
                if isinstance(found, Sure):
                    return found
        return None

    def _reading(self, encoder: Encoder, community: Community) -> _Reading:
        known = self._readings.get(community.key)
        if known is None or known.faq is not community.faq:
            task = asyncio.create_task(asyncio.to_thread(_read, encoder, community.faq), name="meanings")
            known = self._readings[community.key] = _Reading(community.faq, task)
        return known


def _read(encoder: Encoder, faq: Faq) -> Read:
    told: dict[str, list[tuple[str, str]]] = {}
    for entry in faq.entries:
        for language, questions in entry.questions.items():
            if language in encoder.languages:
                told.setdefault(language, []).extend((entry.key, one) for one in questions)
    try:
        return {
            language: (tuple(key for key, _ in pairs), encoder.read([text for _, text in pairs]))
            for language, pairs in told.items()
        }
    except Exception as why:  # noqa: BLE001  # the boundary of one model: words alone count where it does not work
        log.warning("The model of meanings does not work; questions are found by their words alone: %r", why)
        return {}


def _scores(likeness: Likeness, question: str, many: int) -> Sequence[float]:
    try:
        return likeness.to(question)
    except Exception as why:  # noqa: BLE001  # the boundary of one model: words alone count where it does not work
        log.warning("The model of meanings could not read a question; its words alone count: %r", why)
        return (0.0,) * many
