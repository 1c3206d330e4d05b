"""Names of things: who, where, which message.

A ref is opaque: only the adapter that minted it may read its ``native`` part.
"""

from dataclasses import dataclass
from typing import NewType, Self

Platform = NewType("Platform", str)
"""A chat network, by the name it has in the record; the playground's networks have names of their own."""

DISCORD = Platform("discord")
TELEGRAM = Platform("telegram")


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A platform's own id, kept together with the platform it belongs to."""

    platform: Platform
    native: str

    def __str__(self) -> str:
        return f"{self.platform}:{self.native}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read back what ``str(ref)`` wrote; raises ValueError for anything else."""
        platform, colon, native = text.partition(":")
        if not (platform and colon and native):
            raise ValueError(f"{text!r} is not of the form platform:id")
        return cls(Platform(platform), native)


class UserRef(Ref):
    """An account of a person, a bot, or a channel that posts as itself."""

    __slots__ = ()


class SpaceRef(Ref):
    """Where membership and rights live: a Discord guild, a Telegram group."""

    __slots__ = ()


class ChannelRef(Ref):
    """Where messages are posted: a Discord channel, a Telegram chat."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Place:
    """One spot in which something can be said; without a space it is a private chat."""

    channel: ChannelRef
    space: SpaceRef | None = None
    thread: str | None = None

    @property
    def is_direct(self) -> bool:
        return self.space is None

    @property
    def platform(self) -> Platform:
        return self.channel.platform


@dataclass(frozen=True, slots=True)
class MessageRef:
    """One message, addressable for edit, reply and delete."""

    place: Place
    native: str
