"""A message as the core reads it, with every text that a reader could see."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.attachments import Attachment, Enclosure
from bot.core.ids import MessageRef, Place, UserRef
from bot.core.people import Member


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it was posted.

    ``text`` is what the author wrote (or the caption). ``also`` holds every other text a reader could see:
    embeds, polls, button labels, forwarded snapshots, quotes, file names. ``links`` are targets pulled out of
    markup, ``mentions`` the people named, and ``unknown_mentions`` counts names that the platform did not tell
    the account of. ``carries`` is what kinds of things hang on it, ``via_bot`` the @name of the bot that wrote it in
    the author's name. ``mentions_everyone``: everybody here is called.
    ``enclosures`` are the files that hang on it, as far as they can be sent on.
    """

    ref: MessageRef
    author: Member
    text: str
    sent_at: datetime
    also: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    mentions: tuple[UserRef, ...] = ()
    attachments: int = 0
    reply_to: MessageRef | None = None
    forwarded: bool = False
    carries: frozenset[Attachment] = frozenset()
    unknown_mentions: int = 0
    mentions_everyone: bool = False
    via_bot: str = ""
    enclosures: tuple[Enclosure, ...] = ()

    @property
    def place(self) -> Place:
        return self.ref.place
