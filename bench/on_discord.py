"""Discord without a network: raw gateway events for the bare discord.py and for the whole bot."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import islice
from typing import Any

import discord

from bench.chatter import Said, chatter
from bench.engine import CHANNEL, GUILD, STAFF_CHANNEL, MemoryShelf, account
from bench.timing import Batch, Contender
from bot.adapters.discord.budget import AnswerBudget, IdentifyBudget
from bot.adapters.discord.client import Client, intents
from bot.adapters.discord.commands import Offer
from bot.adapters.discord.filters import Filters
from bot.adapters.discord.intake import Intake, Parts
from bot.adapters.discord.lanes import Lanes
from bot.adapters.discord.line import Line
from bot.adapters.discord.native_polls import NativePolls
from bot.adapters.discord.patience import Patience
from bot.adapters.discord.people import People
from bot.adapters.discord.tickets import Tickets
from bot.adapters.discord.watermarks import Watermarks
from bot.core.events import Event
from bot.runtime.clock import SystemClock
from bot.runtime.engine import Engine

_ME = {"id": "424242424242424242", "username": "townkeeper", "discriminator": "0", "avatar": None, "bot": True}
_START = datetime(2026, 3, 1, 9, tzinfo=UTC)
_PATIENCE = Patience(settling=0.01)
_EVERYONE = str(discord.Permissions(view_channel=True, send_messages=True, read_message_history=True).value)


class DiscordSide:
    """Three clients that know the same server; ``open`` first."""

    def __init__(self, engine: Engine, seed: int) -> None:
        self._engine = engine
        self._seed = seed
        self._count = _Count()
        self._bare = _Bare(self._count)
        self._lanes = Lanes(self._decided), Lanes(self._heard)
        self._bot, self._parser = map(self._client, self._lanes)

    async def open(self) -> None:
        """Log in, as far as the clients can tell."""
        clients = (self._bare, self._bot, self._parser)
        for client in clients:
            await client._async_setup_hook()  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
            for name, data in (("READY", _ready()), ("GUILD_CREATE", _guild())):
                _parse(client, name, data)
        async with asyncio.timeout(5):
            await asyncio.gather(*(client.wait_until_ready() for client in clients))
        for lanes in self._lanes:
            lanes.open()

    async def close(self) -> None:
        for lanes in self._lanes:
            await lanes.close()

    def contenders(self) -> list[Contender]:
        """The library alone, the library with our reading of its messages, and the whole bot."""
        return [
            Contender("discord library", self._talk(), partial(self._feed, self._bare)),
            Contender("discord parsing", self._talk(), partial(self._feed, self._parser)),
            Contender("discord bot", self._talk(), partial(self._feed, self._bot)),
        ]

    def payload(self, said: Said) -> dict[str, Any]:
        """One message as Discord sends it."""
        message = _message(said)
        if said.answers is not None:
            replied = _message(Said(said.answers, said.author + 1, "Tom", "see you there", None))
            there = {"message_id": replied["id"], "channel_id": str(CHANNEL), "guild_id": str(GUILD)}
            message |= {"type": 19, "referenced_message": replied, "message_reference": there}
        return message

    async def take(self, payload: dict[str, Any]) -> None:
        """Let the whole bot deal with one message."""
        await self._feed(self._bot, [payload])

    def _talk(self) -> "_Talk":
        return _Talk(self, chatter(self._seed))

    async def _feed(self, client: discord.Client, batch: Batch) -> None:
        done = self._count.until(len(batch))
        for payload in batch:
            _parse(client, "MESSAGE_CREATE", payload)
        async with asyncio.timeout(30):
            await done.wait()

    async def _decided(self, event: Event) -> None:
        await self._engine.take(event)
        self._count.one()

    async def _heard(self, _event: Event) -> None:
        self._count.one()

    def _client(self, lanes: Lanes) -> Client:
        clock, line, shelf = SystemClock(), Line(), MemoryShelf()
        offer = Offer(self._engine.offered(), self._engine.parts.voices)
        polls, watermarks = NativePolls(line, People(line), shelf, clock.now), Watermarks(shelf, clock)
        parts = Parts(line, Tickets(_PATIENCE), People(line), Filters(line), polls, watermarks, clock, _PATIENCE)
        intake = Intake(parts, lanes, lambda: offer, _nothing)
        client = Client(intake, IdentifyBudget(shelf, clock), AnswerBudget(clock), patience=_PATIENCE)
        line.take(client)
        return client


class _Count:
    """Rings when so many messages have been dealt with."""

    def __init__(self) -> None:
        self._left = 0
        self._done = asyncio.Event()

    def until(self, number: int) -> asyncio.Event:
        self._left = number
        self._done.clear()
        return self._done

    def one(self) -> None:
        self._left -= 1
        if self._left == 0:
            self._done.set()


class _Bare(discord.Client):
    """What everybody pays who uses discord.py: the same settings as ours, and a handler that does nothing."""

    def __init__(self, count: _Count) -> None:
        super().__init__(
            intents=intents(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            guild_ready_timeout=_PATIENCE.settling,
        )
        self._count = count

    async def on_message(self, message: discord.Message) -> None:
        del message
        self._count.one()


class _Talk:
    """Goes on where it stopped, so that no message comes twice."""

    def __init__(self, side: DiscordSide, source: Iterator[Said]) -> None:
        self._side = side
        self._source = source

    def __call__(self, size: int) -> Batch:
        return [self._side.payload(said) for said in islice(self._source, size)]


async def _nothing() -> None:
    """Connected, and nothing to find out."""


def _parse(client: discord.Client, name: str, data: dict[str, Any]) -> None:
    client._connection.parsers[name](data)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]


def _message(said: Said) -> dict[str, Any]:
    at = _START + timedelta(seconds=said.number)
    return {
        "id": str(discord.utils.time_snowflake(at)),  # from which discord.py reads when it was sent
        "channel_id": str(CHANNEL),
        "guild_id": str(GUILD),
        "type": 0,
        "content": said.text,
        "author": {
            "id": str(account(said.author)),
            "username": f"member_{said.author}",
            "global_name": said.name,
            "discriminator": "0",
            "avatar": None,
        },
        "member": {
            "nick": None,
            "roles": [str(GUILD + 5)],
            "joined_at": "2024-05-01T10:00:00.000000+00:00",
            "deaf": False,
            "mute": False,
            "flags": 0,
            "pending": False,
        },
        "timestamp": at.isoformat(),
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "components": [],
        "pinned": False,
        "flags": 0,
        "nonce": None,
    }


def _ready() -> dict[str, Any]:
    return {
        "v": 10,
        "user": dict(_ME),
        "guilds": [{"id": str(GUILD), "unavailable": True}],
        "session_id": "bench",
        "resume_gateway_url": "wss://gateway.invalid",
        "application": {"id": _ME["id"], "flags": 0},
    }


def _guild() -> dict[str, Any]:
    roles = [_role(GUILD, "@everyone", _EVERYONE, 0), _role(GUILD + 5, "Makers", "0", 1)]
    channels = [
        {"id": str(number), "type": 0, "name": name, "position": 0, "permission_overwrites": _none(), "nsfw": False}
        for number, name in ((CHANNEL, "general"), (STAFF_CHANNEL, "staff"))
    ]
    since = "2024-05-01T10:00:00+00:00"
    me = {"user": dict(_ME), "roles": _none(), "joined_at": since, "deaf": False, "mute": False, "flags": 0}
    return {
        "id": str(GUILD),
        "name": "Riverside Makers",
        "owner_id": "1",
        "roles": roles,
        "channels": channels,
        "threads": [],
        "members": [me],
        "member_count": 200,
        "emojis": [],
        "stickers": [],
        "features": [],
        "preferred_locale": "en-US",
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "premium_tier": 0,
        "system_channel_flags": 0,
        "afk_timeout": 300,
        "voice_states": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
    }


def _none() -> list[Any]:
    return []


def _role(number: int, name: str, permissions: str, position: int) -> dict[str, Any]:
    return {
        "id": str(number),
        "name": name,
        "permissions": permissions,
        "position": position,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }
