"""What a community decided about care: the inbox of its team, the answers of the FAQ, the board of ideas."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time, timedelta

from bot.core.conversations import Priority
from bot.core.text import Localised
from bot.domain.care.answers import Book, Entry
from bot.domain.care.levels import Levels
from bot.domain.care.phrased import Model


@dataclass(frozen=True, slots=True)
class Category:
    """What somebody can write to the team about; the answers to ``fields`` (name and question) become the message.

    ``department`` names who takes care of such matters, and is kept with the conversation.
    """

    key: str
    title: Localised
    department: str = ""
    priority: Priority = Priority.NORMAL
    fields: tuple[tuple[str, Localised], ...] = ()


@dataclass(frozen=True, slots=True)
class Inbox:
    """How members reach the team, and the role of the ``place`` where it is shown.

    ``signed``: answers carry the name of who wrote them, beside the community's.
    Without categories there is one queue. ``canned`` are answers to be sent by name.
    """

    place: str = "inbox"
    signed: bool = False
    categories: Mapping[str, Category] = field(default_factory=dict[str, Category])
    canned: Mapping[str, Localised] = field(default_factory=dict[str, Localised])
    levels: Levels = field(default_factory=Levels)


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """Whether members are asked how it was, and whether their words may be asked for to be shown to others."""

    ask: bool = True
    reviews: bool = False


@dataclass(frozen=True, slots=True)
class Faq:
    """Answers the bot may give by itself, and the roles of places where it looks out for questions nobody answers.

    ``unanswered`` is how long it leaves them to people first. ``model`` may word an answer where the bot is not sure;
    None unless the community agreed to that. ``book`` finds the entries.
    """

    entries: tuple[Entry, ...] = ()
    places: tuple[str, ...] = ()
    unanswered: timedelta = timedelta(minutes=10)
    model: Model | None = None
    book: Book = field(default_factory=lambda: Book({}), compare=False, repr=False)

    def entry(self, key: str) -> Entry | None:
        return next((one for one in self.entries if one.key == key), None)


@dataclass(frozen=True, slots=True)
class Digest:
    """A report of the week: the role of the ``place`` where it is said, and when (0 is Monday)."""

    place: str
    weekday: int = 0
    at: time = time(9)


@dataclass(frozen=True, slots=True)
class Board:
    """Where ideas and problems are shown, how many a person may bring within a day, and what counts as forgotten."""

    place: str = "board"
    per_day: int = 3
    digest: Digest | None = None
    stale: timedelta = timedelta(days=60)
