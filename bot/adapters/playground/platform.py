"""A pretend messenger behind the same protocol as the real ones: the bot cannot tell the difference."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import IO

from bot.adapters.playground import rights
from bot.adapters.playground.inbound import Inbound
from bot.adapters.playground.outbound import Outbound
from bot.adapters.playground.tickets import Tickets
from bot.adapters.playground.world import GENERAL, MODERATORS, STAFF, STAFF_GROUP, World
from bot.core.actions import Action
from bot.core.attachments import Enclosure
from bot.core.capabilities import Capabilities
from bot.core.commands import CommandSpec
from bot.core.events import Event
from bot.core.ids import DISCORD, MessageRef, Place, Platform, SpaceRef, UserRef
from bot.core.people import Member, Rank
from bot.core.ports import Sink
from bot.core.receipts import Attempt, Done, Refusal, Refused
from bot.core.text import Voice, Voices, plain, say

_STAFFS_OWN = ("staff", "mod", "manage", "admin", "team", "/c/", "/channels/")
"""What the name of a staff place contains: a word, or a link to where nobody is let in by name."""
log = logging.getLogger(__name__)


class PlaygroundPlatform:
    """One side of the world."""

    def __init__(self, world: World, dialect: Platform) -> None:
        self.side = world.side(dialect)
        self._events: asyncio.Queue[Event] = asyncio.Queue()
        tickets = Tickets()
        self.inbound = Inbound(self.side, tickets, self._events.put_nowait)
        self._outbound = Outbound(self.side, tickets, self._events.put_nowait, self.inbound.left)
        self._voices: Voices | None = None
        self._known: dict[str, str] = {}

    @property
    def name(self) -> Platform:
        return self.side.name

    @property
    def dialect(self) -> Platform:
        return self.side.dialect

    async def run(self, sink: Sink, ready: Callable[[], Awaitable[None]]) -> None:
        """Hand over what people do, in order, until cancelled."""
        await ready()
        while True:
            event = await self._events.get()
            try:
                await sink(event)
            except Exception:  # one inbound event must not end the stream
                log.exception("the event %s failed; the next one goes on", getattr(event, "key", ""))
            finally:
                self._events.task_done()

    async def handled(self) -> None:
        """Wait until the bot has decided about everything that was done so far."""
        await self._events.join()

    async def perform(self, action: Action, voice: Voice, nonce: str, content: IO[bytes] | None = None) -> Attempt:
        return self._outbound.perform(action, voice, nonce, content)

    async def fetch(self, enclosure: Enclosure, limit: int, into: IO[bytes]) -> Attempt:
        file = self.side.kept.find(enclosure.native)
        if file is None:
            return Refused(Refusal.GONE, "the playground was started anew")
        if len(file.data) > limit:
            return Refused(Refusal.TOO_LARGE, f"more than {limit} bytes")
        into.write(file.data)
        return Done()

    async def capabilities(self, place: Place) -> Capabilities:
        return rights.capabilities(self.dialect, direct=place.is_direct)

    async def member(self, space: SpaceRef, user: UserRef) -> Member | None:
        return self._member(space, user)

    def _member(self, space: SpaceRef, user: UserRef) -> Member | None:
        person = self.side.people.get(user.native)
        if person is None or space.platform != self.name:
            return None
        if space.native == STAFF_GROUP and person.role.rank < Rank.MODERATOR:
            return None
        return self.side.member(person)

    def seen(self, space: SpaceRef, user: UserRef) -> Member | None:
        """Here everybody is known."""
        return self._member(space, user)

    async def find_place(self, name: str) -> Place | None:
        """Resolve any name at all, so that every community's config plays here."""
        chat = self._known.get(name)
        if chat is None:
            chat = STAFF if any(part in name.casefold() for part in _STAFFS_OWN) else GENERAL
        return self.side.place(chat)

    async def find_role(self, name: str, spaces: Sequence[SpaceRef]) -> str | None:  # noqa: ARG002  # the port's shape
        """Whatever the moderators are called: the playground has one such role."""
        return MODERATORS

    def publish(self, commands: Sequence[CommandSpec], voices: Voices) -> None:
        self.inbound.specs = tuple(commands)
        self._voices = voices

    def know(self, places: Mapping[str, Mapping[Platform, str]]) -> None:
        """Learn from the config which role each name has, so that nothing must be guessed from the name."""
        for role, names in places.items():
            if self.dialect in names:
                self._known.setdefault(names[self.dialect], STAFF if role in {"staff", "managers"} else GENERAL)

    def paste(self, place: Place) -> str:
        chat = self.side.chat(place)
        if chat is None or place.is_direct:
            return str(place.channel)
        return f"#{chat}" if self.dialect == DISCORD else f"@{place.channel.native}"

    def link(self, message: MessageRef) -> str:
        del message
        return ""

    def offered(self) -> tuple[tuple[CommandSpec, str], ...]:
        """The commands of now with their help in English, which the page itself speaks."""
        if self._voices is None:
            return ()
        voice = self._voices.of("en")
        return tuple((spec, plain(voice(say(spec.help_key)))) for spec in self.inbound.specs)

    def menu(self) -> tuple[tuple[str, str], ...]:
        """Commands in the menu of a message, with their labels; Telegram has no such menu."""
        if self._voices is None or self.dialect != DISCORD:
            return ()
        voice = self._voices.of("en")
        listed = (spec for spec in self.inbound.specs if spec.menu is not None)
        return tuple((spec.path, plain(voice(say(f"menu-{spec.path.replace(' ', '-')}")))) for spec in listed)
