"""Asking a language model to word an answer from the FAQ: off unless a community agreed to it in its config."""

from collections import deque
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from bot.core.decisions import Later
from bot.core.ids import UserRef
from bot.domain.care.answers import Entry
from bot.domain.care.phrased import MOST_ENTRIES, Model, Phrased, believed, prompt
from bot.runtime.context import Scene
from bot.runtime.faq import Finder

ASK_MODEL = "faq-ask-model"
"""The composer that asks: not in a handler, for everybody else of the community would wait behind it."""
AN_HOUR = timedelta(hours=1)


class LanguageModel(Protocol):
    """Something that continues a conversation in words. Within limits of time, size and address, whatever happens."""

    async def answer(self, model: Model, messages: Sequence[Mapping[str, str]]) -> str | None:
        """What it said; None where nothing came that can be used."""
        ...


class Phrasing:
    """Decides whether a question may be put to the model, and puts it."""

    def __init__(self, finder: Finder, model: LanguageModel | None) -> None:
        self._finder = finder
        self._model = model
        self._asked: dict[str, deque[datetime]] = {}

    async def begun(
        self, scene: Scene, question: str, who: tuple[UserRef, str], more: Mapping[str, object]
    ) -> Later | None:
        """The step that asks the model about this; None where nobody agreed to that, or nothing in the FAQ is near.

        ``who`` is the asker and her locale, ``more`` what whoever waits for the answer has to know then.
        """
        if self._model is None or scene.community.faq.model is None:
            return None
        languages = await self._finder.languages(scene, *who)
        near = scene.community.faq.book.near(question, languages, MOST_ENTRIES)
        left = [key for key in near if await self._stands(scene, key)]
        if not left:
            return None
        asked = {"question": question, "entries": tuple(left), "language": languages[0], "user": who[0], **more}
        return Later(ASK_MODEL, asked)

    async def ask(self, scene: Scene, question: str, keys: Sequence[str], language: str) -> Phrased | None:
        """What the model says, if it may be said; None too where it was asked often enough within an hour."""
        plan, entries = scene.community.faq.model, self.entries(scene, keys)
        if self._model is None or plan is None or not entries or not self._may_ask(scene, plan):
            return None
        said = await self._model.answer(plan, prompt(question, language, entries))
        return None if said is None else believed(said, language, entries)

    def entries(self, scene: Scene, keys: Sequence[str]) -> tuple[Entry, ...]:
        """Those of these entries that are still there."""
        return tuple(one for one in map(scene.community.faq.entry, keys) if one is not None)

    async def _stands(self, scene: Scene, key: str) -> bool:
        entry = scene.community.faq.entry(key)
        return entry is not None and not await self._finder.is_wrong(scene, entry)

    def _may_ask(self, scene: Scene, plan: Model) -> bool:
        asked = self._asked.setdefault(scene.community.key, deque())
        while asked and asked[0] <= scene.now - AN_HOUR:
            asked.popleft()
        if len(asked) >= plan.per_hour:
            return False
        asked.append(scene.now)
        return True
