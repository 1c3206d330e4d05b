"""What the core asks of the world. Adapters answer; tests answer with memory."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import IO, Protocol, TypeAlias

from bot.core.actions import Action
from bot.core.attachments import Enclosure
from bot.core.capabilities import Capabilities
from bot.core.commands import CommandSpec
from bot.core.events import Event
from bot.core.ids import MessageRef, Place, Platform, SpaceRef, UserRef
from bot.core.people import Member
from bot.core.receipts import Attempt
from bot.core.text import Voice, Voices

Sink: TypeAlias = Callable[[Event], Awaitable[None]]
"""Takes one event; when it returns, whatever was decided is safely in the store, and the event may be confirmed."""


class ChatPlatform(Protocol):
    """One chat network, as seen from the core."""

    @property
    def name(self) -> Platform:
        """The name that refs of this network carry in the record."""
        ...

    @property
    def dialect(self) -> Platform:
        """The name it has in config files: ``discord`` or ``telegram``, also for the playground's two."""
        ...

    async def run(self, sink: Sink, ready: Callable[[], Awaitable[None]]) -> None:
        """Connect and feed events to ``sink`` until cancelled; call ``ready`` after each (re)connect.

        Raises PlatformRefused when it makes no sense to try again: a bad token, a missing intent.
        """
        ...

    async def perform(self, action: Action, voice: Voice, nonce: str, content: IO[bytes] | None = None) -> Attempt:
        """Carry out one lowered action; refuse, never raise, what the platform forbids.

        ``voice`` speaks the reader's language. ``nonce`` (at most 25 characters) is the same for every attempt at
        the same intent, for platforms that deduplicate by it. ``content`` is what the action's enclosure holds; without
        it the platform has the file itself, which it offers as ``Capability.RESEND``.
        """
        ...

    async def fetch(self, enclosure: Enclosure, limit: int, into: IO[bytes]) -> Attempt:
        """Write the bytes of a file of this platform; never more than ``limit``, else TOO_LARGE. Never raises.

        Trouble is never ``maybe_done``: what was written before counts for nothing.
        """
        ...

    async def capabilities(self, place: Place) -> Capabilities:
        """What this bot can do in this place, with the rights it has there now."""
        ...

    async def member(self, space: SpaceRef, user: UserRef) -> Member | None:
        """Look a person up, asking the platform when the cache does not know; None when it says there is none."""
        ...

    def seen(self, space: SpaceRef, user: UserRef) -> Member | None:
        """The same from what is remembered of her, without asking anybody; None says nothing about her."""
        ...

    async def find_place(self, name: str) -> Place | None:
        """Resolve what a manager wrote under ``places``: a #name, an @name, a link or an id."""
        ...

    async def find_role(self, name: str, spaces: Sequence[SpaceRef]) -> str | None:
        """Resolve a role a manager wrote under ``team``; the answer is what Member.roles holds."""
        ...

    def publish(self, commands: Sequence[CommandSpec], voices: Voices) -> None:
        """Offer these commands from the next connect on (at once when connected), with help in every language.

        Called before ``run``, and again when the config switches a cog on or off.
        """
        ...

    def paste(self, place: Place) -> str:
        """How a manager writes this place in the config file."""
        ...

    def link(self, message: MessageRef) -> str:
        """Where people jump to a message; empty where the network has no such address."""
        ...


class PlatformRefused(Exception):  # noqa: N818  # it reads as what happened
    """The platform will not have us; ``remedy`` is a plain sentence with the fix, fit for a terminal."""

    def __init__(self, remedy: str) -> None:
        super().__init__(remedy)
        self.remedy = remedy


class Clock(Protocol):
    """The only one who knows what time it is."""

    def now(self) -> datetime:
        """The time as an aware UTC datetime."""
        ...


class Shelf(Protocol):
    """Small things an adapter must remember over a restart, under names of its own."""

    async def get(self, name: str) -> str | None: ...

    async def put(self, name: str, value: str) -> None: ...

    async def drop(self, name: str) -> None: ...
