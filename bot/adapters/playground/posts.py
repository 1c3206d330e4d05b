"""What stands in a chat: posts, with their buttons and forms."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.core.text import File, RichText

BOT = "townkeeper"
BOT_NAME = "Townkeeper"


class Kind(StrEnum):
    """How a post looks: an ordinary message, a pop-up over the window, or a line of the messenger itself."""

    MESSAGE = "message"
    POPUP = "popup"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class Key:
    """One button under a post, ready to be shown; ``deep`` opens the private chat with the bot."""

    label: RichText
    token: str = ""
    url: str = ""
    tone: str = "plain"
    deep: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """One question of a form, ready to be shown."""

    name: str
    label: RichText
    long: bool
    required: bool
    longest: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form under a post, waiting to be filled in."""

    token: str
    title: RichText
    submit: RichText
    blanks: tuple[Blank, ...]


@dataclass(frozen=True, slots=True)
class Post:
    """Something that was said. ``only`` is the one person who can see it; ``deleted_by`` says that it is gone."""

    id: int
    chat: str
    author: str
    text: RichText
    at: datetime
    kind: Kind = Kind.MESSAGE
    keys: tuple[tuple[Key, ...], ...] = ()
    sheet: Sheet | None = None
    reply_to: int | None = None
    only: str = ""
    files: tuple[File, ...] = ()
    edits: int = 0
    deleted_by: str = ""

    @property
    def by_bot(self) -> bool:
        return self.author == BOT
