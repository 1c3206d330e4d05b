"""A message read once; every trigger works on the same reading."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from bot.core.ids import ChannelRef, MessageRef, Place, SpaceRef
from bot.core.messages import Message
from bot.core.people import Member
from bot.domain.moderation.text import signs
from bot.domain.moderation.text.hosts import Host, hosts
from bot.domain.moderation.text.reading import MOST_CHARACTERS, Reading, read


class Source(StrEnum):
    """What was read: something a member posted, what somebody or a thread is called, or a reaction."""

    MESSAGE = "messages"
    NAME = "names"
    TITLE = "titles"
    REACTION = "reactions"


class Sample(NamedTuple):  # made for every message, as a reading is
    """The message, everything a reader could see in it as one text, and what was read there.

    ``role`` is what the place is called in the config (lobby, news ...). ``signs`` are those of the text and of what
    came with it; a trigger that needs others need not be asked. An edit is judged, but it is no new message.
    A newcomer's name is read as if it had been posted; there is nothing to delete then.
    """

    message: Message
    reading: Reading
    hosts: tuple[Host, ...]
    role: str = ""
    is_edit: bool = False
    source: Source = Source.MESSAGE
    signs: int = signs.ALL

    @property
    def text(self) -> str:
        """All that was read, parts on lines of their own; spans of evidence point into it."""
        return self.reading.text


def sample(message: Message, role: str = "", *, is_edit: bool = False) -> Sample:
    """Read ``message`` once."""
    text = "\n".join((message.text, *message.also)) if message.also else message.text
    reading = read(text)
    told = reading.signs
    found = hosts(text, message.links) if message.links or told & signs.LINKISH else ()
    return Sample(message, reading, found, role, is_edit, Source.MESSAGE, told | _signs(message, told, bool(found)))


def _signs(message: Message, told: int, linked: bool) -> int:
    """What is known of a message beside what its text told."""
    if told & signs.LONG and len(message.text) > MOST_CHARACTERS:
        return signs.ALL
    found = signs.NOTHING
    if message.also and told & signs.CAPITALS:
        found = signs.LOUD  # beside much else that is written small
    if linked:
        found |= signs.LINKED
    if message.mentions or message.mentions_everyone or message.unknown_mentions:
        found |= signs.CALLS
    if message.carries or message.attachments:
        found |= signs.CARRIES
    if message.forwarded or message.via_bot or message.author.is_channel:
        found |= signs.BROUGHT
    return found


def name_sample(member: Member, space: SpaceRef, at: datetime) -> Sample:
    """Read what a newcomer is called, the name and the @name."""
    nowhere = MessageRef(Place(ChannelRef(space.platform, space.native), space), "")
    text = f"{member.name}\n@{member.handle}" if member.handle else member.name
    return Sample(Message(nowhere, member, text, at), read(text), hosts(text), source=Source.NAME)
