"""A pretend world with a bot of three lines: it remembers what it was told, and does what a test says."""

import asyncio
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

from bot.adapters.playground.platform import PlaygroundPlatform
from bot.adapters.playground.story import Story
from bot.adapters.playground.world import World
from bot.core.ids import DISCORD, TELEGRAM, UserRef
from bot.core.text import Lines, Rich, Say


class StoppedClock:
    def __init__(self):
        self.time = datetime(2026, 1, 1, 12, tzinfo=UTC)

    def now(self):
        return self.time

    def forward(self, **span):
        self.time += timedelta(**span)


class BareVoice:
    """Says the key, so that a test sees which phrase was meant."""

    language = "en"

    def __call__(self, body):
        match body:
            case Rich(spans):
                return spans
            case Say(key):
                return (key,)
            case Lines(parts):
                return tuple(span for part in parts for span in self(part))


class BareVoices:
    languages = ("en",)

    def of(self, language):
        return BareVoice()


VOICE = BareVoice()


def rich(*spans):
    return Rich(spans)


class Stage:
    def __init__(self, *specs, answer=None):
        self.clock = StoppedClock()
        self.world = World(self.clock)
        self.story = Story(self.world)
        self.discord = PlaygroundPlatform(self.world, DISCORD)
        self.telegram = PlaygroundPlatform(self.world, TELEGRAM)
        self.platforms = (self.discord, self.telegram)
        self.events = []
        self.answer = answer
        for platform in self.platforms:
            platform.publish(specs, BareVoices())

    @asynccontextmanager
    async def playing(self):
        tasks = [asyncio.create_task(self._run(p)) for p in self.platforms]
        try:
            yield self
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def heard(self):
        for platform in self.platforms:
            await asyncio.wait_for(platform.handled(), 30)
        return self.events

    async def _run(self, platform):
        async def sink(event):
            self.events.append(event)
            if self.answer is not None:
                await self.answer(platform, event)

        async def ready():
            pass

        await platform.run(sink, ready)


def who(platform, name):
    return platform.side.named(name)


def user(platform, name):
    return UserRef(platform.name, who(platform, name).id)


def posts(platform, chat="general"):
    return [p for p in platform.side.posts.values() if p.chat == chat]
