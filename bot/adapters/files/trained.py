"""Reads the tables and weights that ship with the bot: each once, and not before a rule asks for it."""

from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

from bot.domain.moderation.models.languages import Tongues
from bot.domain.moderation.models.linear import Linear

WEIGHTS = Path(__file__).with_name("weights")


@lru_cache(maxsize=1)
def tongues() -> Tongues:
    """Give the table that tells languages apart. Reading it takes 50 ms."""
    return Tongues.parse(WEIGHTS.joinpath("languages.bin").read_bytes())


@lru_cache(maxsize=2)
def spam_model(alphabet: str = "") -> Linear:
    """Give the weights that tell spam in Latin letters, or in another alphabet that has its own."""
    name = f"spam_{alphabet}.bin" if alphabet else "spam.bin"
    return Linear.parse(WEIGHTS.joinpath(name).read_bytes())


@lru_cache(maxsize=8)
def toxicity_model(language: str) -> Linear | None:
    """Give the weights that tell attacks in a language; None for one whose texts none may be trained on."""
    path = WEIGHTS.joinpath(f"toxicity_{language}.bin")
    return Linear.parse(path.read_bytes()) if path.exists() else None


class LazyTongues:
    """The same, read with the first question."""

    def stranger(self, text: str, spoken: Collection[str]) -> str:
        """Answer as the table does."""
        return tongues().stranger(text, spoken)

    def likeliest(self, text: str, among: Collection[str]) -> str:
        """Answer as the table does."""
        return tongues().likeliest(text, among)
