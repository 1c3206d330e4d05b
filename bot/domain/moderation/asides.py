"""What people do besides writing messages, read as if they had written it: titles of threads, and reactions."""

from datetime import datetime

from bot.core.ids import MessageRef, Place
from bot.core.messages import Message
from bot.core.people import Member
from bot.domain.moderation.sample import Sample, Source
from bot.domain.moderation.text.hosts import hosts
from bot.domain.moderation.text.reading import read


def title_sample(title: str, place: Place, by: Member, at: datetime, role: str = "") -> Sample:
    """Read what a thread is called; what there is to delete is the thread, not a message."""
    return Sample(Message(MessageRef(place, ""), by, title, at), read(title), hosts(title), role, source=Source.TITLE)


def reaction_sample(ref: MessageRef, emoji: str, by: Member, at: datetime, role: str = "") -> Sample:
    """Take a reaction as something its author did to a message; its text is the emoji."""
    return Sample(Message(ref, by, emoji, at), read(emoji), (), role, source=Source.REACTION)
