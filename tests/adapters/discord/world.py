"""A running adapter and what it heard: the memory that stands in for the rest of the bot."""

import asyncio
from contextlib import asynccontextmanager
from datetime import datetime
from typing import TypeVar

from bot.adapters.discord.patience import Patience
from bot.adapters.discord.platform import DiscordPlatform
from bot.core.ids import DISCORD, ChannelRef, MessageRef, Place, SpaceRef, UserRef
from bot.core.text import Bold, Lines, Localised, Rich, Say
from bot.runtime.clock import SystemClock
from tests.wire.discord_server import DiscordServer

EventT = TypeVar("EventT")


class MemoryShelf:
    """A Shelf that forgets when the test ends; every write is counted."""

    def __init__(self, **kept: str) -> None:
        self.kept = {name.replace("_", "-"): value for name, value in kept.items()}
        self.writes: list[str] = []

    async def get(self, name: str) -> str | None:
        return self.kept.get(name)

    async def put(self, name: str, value: str) -> None:
        self.writes.append(name)
        self.kept[name] = value

    async def drop(self, name: str) -> None:
        self.kept.pop(name, None)


class StoppedClock:
    """A clock that stands where it is put."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at


class KeyVoice:
    """Says a phrase's key and arguments instead of a sentence, so that tests need no locale files."""

    def __init__(self, language: str = "en") -> None:
        self.language = language

    def __call__(self, body):
        match body:
            case Say(key, args):
                return (" ".join([key, *(str(value) for value in args.values())]),)
            case Localised(texts):
                return (texts.get(self.language, next(iter(texts.values()))),)
            case Rich(spans):
                return spans
            case Lines(parts):
                spoken = [span for part in parts for span in (*self(part), "\n")]
                return tuple(spoken[:-1])
        raise TypeError(body)


class KeyVoices:
    languages = ("en", "pl", "ru", "es", "sq")

    def of(self, language: str) -> KeyVoice:
        return _Tagged(language)


class _Tagged(KeyVoice):
    """Puts the language before the key, to tell descriptions apart."""

    def __call__(self, body):
        first, *rest = super().__call__(body)
        return (f"{self.language} {first}", *rest)


def rich(*spans) -> Rich:
    return Rich(spans)


def bold(text: str) -> Rich:
    return Rich((Bold(text),))


class Listener:
    """The sink and the ready-call of one running platform."""

    def __init__(self) -> None:
        self.heard: list[object] = []
        self.ready = 0
        self.task: asyncio.Task[None] | None = None

    async def sink(self, event: object) -> None:
        self.heard.append(event)

    async def on_ready(self) -> None:
        self.ready += 1

    def of(self, kind: type[EventT]) -> list[EventT]:
        return [event for event in self.heard if isinstance(event, kind)]


def build(server: DiscordServer, *, specs=(), shelf=None, voices=None, **waits) -> DiscordPlatform:
    """The adapter, not yet connected; its patience is short."""
    patience = Patience(**{"first_pause": 0.05, "deadline": 10.0, "settling": 0.05, **waits})
    urls = (server.api_url, server.gateway_url)
    platform = DiscordPlatform(server.token, shelf or MemoryShelf(), SystemClock(), *urls, patience)
    platform.publish(specs, voices or KeyVoices())
    return platform


@asynccontextmanager
async def running(server: DiscordServer, *, listener: Listener | None = None, **options):
    """The adapter, connected to this server; the listener hears its events."""
    platform, listener = build(server, **options), listener or Listener()
    before = listener.ready
    task = listener.task = asyncio.create_task(platform.run(listener.sink, listener.on_ready))
    try:
        await server.until(lambda: task.done() or listener.ready > before, what="a ready adapter")
        if task.done():
            task.result()
        yield platform, listener
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def place(town, channel: str) -> Place:
    return Place(ChannelRef(DISCORD, str(town.channel(channel).id)), space(town))


def space(town) -> SpaceRef:
    return SpaceRef(DISCORD, str(town.id))


def user(person) -> UserRef:
    return UserRef(DISCORD, str(person.id))


def ref(town, channel: str, message) -> MessageRef:
    return MessageRef(place(town, channel), str(message.id))
