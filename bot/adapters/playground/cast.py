"""Who lives in the playground."""

from dataclasses import dataclass

from bot.core.ids import DISCORD, TELEGRAM, Platform
from bot.core.people import Rank


@dataclass(frozen=True, slots=True)
class Role:
    """A part to play; ``language`` is what the messenger is set to, ``started`` that they wrote to the bot before."""

    name: str
    handle: str
    language: str
    rank: Rank = Rank.MEMBER
    started: bool = False


CAST: dict[Platform, tuple[Role, ...]] = {
    DISCORD: (
        Role("Ala", "ala", "pl"),
        Role("Mo", "mo", "en"),
        Role("Ivan", "ivan", "ru"),
        Role("Nadia", "nadia", "en", Rank.MODERATOR),
        Role("Robin", "robin", "en", Rank.OWNER),
    ),
    TELEGRAM: (
        Role("Tomek", "tomek", "pl"),
        Role("Elira", "elira", "sq", started=True),
        Role("Sam", "sam", "en"),
        Role("Marta", "marta", "pl", Rank.MODERATOR, started=True),
        Role("Kim", "kim", "en", Rank.OWNER, started=True),
    ),
}
NEWCOMERS: dict[Platform, tuple[Role, ...]] = {
    DISCORD: (
        Role("Lucía", "lucia", "es"),
        Role("Noor", "noor", "en"),
        Role("Dmitri", "dmitri", "ru"),
    ),
    TELEGRAM: (
        Role("Besnik", "besnik", "sq"),
        Role("Zofia", "zofia", "pl"),
        Role("Inés", "ines", "es"),
    ),
}
LANGUAGES = {"en": "English", "pl": "Polish", "ru": "Russian", "es": "Spanish", "sq": "Albanian"}
