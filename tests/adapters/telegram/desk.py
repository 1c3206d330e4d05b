"""What an adapter needs around it: a clock, a shelf, voices, and a sink that remembers."""

import asyncio
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from bot.adapters.telegram.platform import TelegramPlatform
from bot.adapters.telegram.polling import Patience
from bot.core.commands import CommandSpec, Kind, Menu, Param
from bot.core.ids import TELEGRAM, ChannelRef, MessageRef, Place, SpaceRef, UserRef
from bot.core.people import Rank
from bot.core.text import Lines, Rich, Say

QUICK = Patience(first=0.01, most=0.05)
ANA, BOB, MIRA, CREW, STAFF = 11001, 12001, 13001, -1001001, -1002002


def now():
    return datetime.now(UTC)  # noqa: TID251 - a fake clock would disagree with the server's


class RealClock:
    def now(self):
        return now()


class MemoryShelf:
    def __init__(self):
        self.kept = {}

    async def get(self, name):
        return self.kept.get(name)

    async def put(self, name, value):
        self.kept[name] = value

    async def drop(self, name):
        self.kept.pop(name, None)


class PlainVoice:
    """Speaks keys: ``say("help")`` becomes "help", in Polish "help (pl)"."""

    def __init__(self, language="en"):
        self.language = language

    def __call__(self, body):
        match body:
            case Rich(spans):
                return spans
            case Lines(parts):
                return tuple(span for part in parts for span in (*self(part), "\n"))
            case Say(key):
                return (key if self.language == "en" else f"{key} ({self.language})",)
        raise AssertionError(body)


class PlainVoices:
    languages = ("en", "pl")

    def of(self, language):
        return PlainVoice(language if language in self.languages else "en")


def user(number):
    return UserRef(TELEGRAM, str(number))


def space(number):
    return SpaceRef(TELEGRAM, str(number))


def place(number, thread=None):
    return Place(ChannelRef(TELEGRAM, str(number)), space(number) if number < 0 else None, thread)


def message_ref(chat, number):
    return MessageRef(place(chat), str(number))


def text(words):
    return Rich((words,))


async def _handler(*_):
    raise NotImplementedError


def spec(path, *params, rank=Rank.MEMBER, **fields):
    return CommandSpec(path, params, rank, private=True, handler=_handler, **fields)


MEMBER = Param("member", Kind.MEMBER)
MESSAGE = Param("message", Kind.MESSAGE)
REASON = Param("reason", Kind.REST, required=False)
SPAN = Param("duration", Kind.DURATION)
MAYBE_SPAN = Param("duration", Kind.DURATION, required=False)
LANGUAGE = Param("language", Kind.CHOICE, choices=("en", "pl"))
SPECS = (
    spec("help"),
    spec("language", LANGUAGE),
    spec("report", Param("message", Kind.MESSAGE, required=False), REASON, hides=True, menu=Menu.MESSAGE),
    spec("warn", MEMBER, REASON, rank=Rank.MODERATOR, target="member"),
    spec("mute", MEMBER, SPAN, REASON, rank=Rank.MODERATOR, target="member"),
    spec("ban", MEMBER, MAYBE_SPAN, REASON, rank=Rank.MODERATOR, target="member"),
    spec("config check", rank=Rank.MANAGER),
    spec("case-note", Param("number", Kind.INTEGER), REASON, rank=Rank.MODERATOR),
)


class Desk:
    """A platform at work: the events it gave, and ways to make its sink fail."""

    def __init__(self, server, shelf=None):
        self.server = server
        self.shelf = shelf or MemoryShelf()
        self.platform = TelegramPlatform(server.token, self.shelf, RealClock(), server.url, QUICK)
        self.platform.publish(SPECS, PlainVoices())
        self.events = []
        self.readies = 0
        self.failing = 0
        self.fault = RuntimeError("this event is too much")
        self.entered = asyncio.Event()
        self.gate = asyncio.Event()
        self.gate.set()

    async def sink(self, event):
        self.entered.set()
        await self.gate.wait()
        if self.failing:
            self.failing -= 1
            raise self.fault
        self.events.append(event)

    async def ready(self):
        self.readies += 1

    async def perform(self, action):
        return await self.platform.perform(action, PlainVoice(), "nonce")

    async def next(self, kind, count=1):
        """Wait for so many events of a kind; the last of them."""
        await self.server.until(lambda: len(self.of(kind)) >= count, why=f"{count} {kind.__name__}")
        return self.of(kind)[count - 1]

    def of(self, kind):
        return [event for event in self.events if isinstance(event, kind)]


@asynccontextmanager
async def at_work(server, shelf=None):
    """The platform connected and polling, for the length of a test."""
    desk = Desk(server, shelf)
    task = asyncio.create_task(desk.platform.run(desk.sink, desk.ready))
    try:
        await server.until(lambda: task.done() or (desk.readies and server.updates._poller), why="the first poll")
        if task.done():
            task.result()
        yield desk
    finally:
        task.cancel()
        await asyncio.wait([task])
