"""The config file's `inbox:`: where members' messages are read, and what they can be about."""

# ruff: noqa: RUF012  # pydantic copies defaults, and the linter does not know our base class for a model

from collections.abc import Mapping
from datetime import tzinfo
from typing import Annotated, Literal

from pydantic import Field

from bot.adapters.files.fields import OnOff, Slug, Text
from bot.adapters.files.levels_part import LevelsPart, TargetsPart
from bot.adapters.files.localised import localised
from bot.core.conversations import Priority
from bot.runtime.care import Category, Inbox


class CategoryPart(TargetsPart):
    title: Text | None = None
    """What members choose; the key if left out."""
    department: Slug | None = None
    """Who takes care of such matters."""
    priority: Literal["low", "normal", "high", "urgent"] = "normal"
    """How soon the team should look. Answers in urgent matters can be taken back for a minute."""
    fields: Annotated[dict[Slug, Text], Field(max_length=5)] = {}
    """Questions to ask, in this order; one question for everything if left out."""

    def settings(self, key: str, own: str, forms: Mapping[str, Mapping[str, Text]]) -> Category:
        """What it means; ``forms`` are the questions of departments, which stand in where it asks none."""
        asked = self.fields or forms.get(self.department or "", {})
        return Category(
            key,
            localised(self.title or {own: key}, own),
            self.department or "",
            Priority(self.priority),
            tuple((name, localised(question, own)) for name, question in asked.items()),
        )


class InboxPart(LevelsPart):
    in_: Annotated[Slug, Field(alias="in")] = "inbox"
    """The place where the team reads it: best a forum, where each conversation is a thread. staff if there is none."""
    signed: OnOff = False
    """Do answers carry the name of the moderator who wrote them? Otherwise only the community's."""
    categories: Annotated[dict[Slug, CategoryPart], Field(max_length=20)] = {}
    """What members can write about; without any there is one queue."""

    def settings(
        self, own: str, zone: tzinfo, forms: Mapping[str, Mapping[str, Text]], canned: Mapping[str, Text]
    ) -> Inbox:
        """What it means, with the questions of departments and the answers to be sent by name."""
        return Inbox(
            self.in_,
            self.signed,
            {key: part.settings(key, own, forms) for key, part in self.categories.items()},
            {key: localised(text, own) for key, text in canned.items()},
            self.levels(zone, {key: part.targets for key, part in self.categories.items()}),
        )
