"""Messages in a language that is not spoken here."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Literal, Protocol

from bot.domain.moderation.history import History
from bot.domain.moderation.models.languages import NAMES, Tongues
from bot.domain.moderation.sample import Sample
from bot.domain.moderation.triggers.hit import Hit

_QUOTED = 60


class Ear(Protocol):
    """Whatever tells languages apart: the table, or one that is read when it is first needed."""

    def stranger(self, text: str, spoken: Collection[str]) -> str: ...


@dataclass(frozen=True, slots=True)
class Speaks:
    """Fires on a message of five different words or more that is surely in none of the ``languages`` (by code).

    Short, mixed and doubtful messages pass, and so does what people say between languages.
    """

    languages: tuple[str, ...]
    ear: Ear = field(default_factory=lambda: Tongues({}), repr=False, compare=False)
    kind: Literal["speaks"] = "speaks"

    def find(self, seen: Sample, history: History) -> Hit | None:
        """Give how the message begins, and which language it is in."""
        del history
        code = self.ear.stranger(seen.text, self.languages)
        if not code:
            return None
        return Hit(seen.text[:_QUOTED].strip(), f"{NAMES[code]} ({code})", (seen.message.ref,))
