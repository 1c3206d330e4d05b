"""Discord as the core sees it: one ChatPlatform, put together from the parts beside it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import IO

import discord

from bot.adapters.discord import names, rights
from bot.adapters.discord.answering import Answering
from bot.adapters.discord.budget import AnswerBudget, IdentifyBudget
from bot.adapters.discord.client import Client
from bot.adapters.discord.commands import Offer
from bot.adapters.discord.doors import Doors
from bot.adapters.discord.endpoints import lead_to
from bot.adapters.discord.files import Downloads
from bot.adapters.discord.filters import Filters
from bot.adapters.discord.intake import Intake, Parts
from bot.adapters.discord.lanes import Lanes
from bot.adapters.discord.line import Line, channel_id
from bot.adapters.discord.moderating import Moderating
from bot.adapters.discord.native_polls import NativePolls
from bot.adapters.discord.outbound import Outbound
from bot.adapters.discord.patience import Patience
from bot.adapters.discord.people import People
from bot.adapters.discord.refusals import FAILURES
from bot.adapters.discord.supervisor import Supervisor
from bot.adapters.discord.tickets import Tickets
from bot.adapters.discord.watermarks import Watermarks
from bot.core.actions import Action
from bot.core.attachments import Enclosure
from bot.core.capabilities import Capabilities
from bot.core.commands import CommandSpec
from bot.core.ids import DISCORD, MessageRef, Place, Platform, SpaceRef, UserRef
from bot.core.people import Member
from bot.core.ports import Clock, Shelf, Sink
from bot.core.receipts import Attempt
from bot.core.text import Voice, Voices

_TREE = "discord-tree"
_PATIENT = Patience()

log = logging.getLogger(__name__)


class DiscordPlatform:
    """Implements ChatPlatform with discord.py."""

    name: Platform = DISCORD
    dialect: Platform = DISCORD

    def __init__(
        self,
        token: str,
        shelf: Shelf,
        clock: Clock,
        api_url: str | None = None,
        gateway_url: str | None = None,
        patience: Patience = _PATIENT,
    ) -> None:
        self._token = token
        self._shelf = shelf
        self._clock = clock
        self._urls = (api_url, gateway_url)
        self._patience = patience
        self.line = Line()
        self.people = People(self.line)
        self._tickets = Tickets(patience)
        self._filters = Filters(self.line)
        self._names = names.Names(self.line)
        self._polls = NativePolls(self.line, self.people, shelf, clock.now)
        self._outbound = Outbound(
            self.line,
            Answering(self._tickets, patience),
            Moderating(self.line, clock),
            self._filters,
            self._polls,
            Doors(self.line, self._names, clock),
        )
        self._answers = AnswerBudget(clock)
        self._identifies = IdentifyBudget(shelf, clock)
        self._supervisor = Supervisor(self._live, patience)
        self._watermarks = Watermarks(shelf, clock)
        self._offer: Offer | None = None
        self._telling = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()
        self._intake: Intake | None = None
        # discord.py writes people's words into its log at DEBUG.
        logging.getLogger("discord").setLevel(logging.INFO)

    async def run(self, sink: Sink, ready: Callable[[], Awaitable[None]]) -> None:
        """Connect and feed events until cancelled; PlatformRefused for a bad token or a missing intent."""
        lanes = Lanes(sink)

        async def connected() -> None:
            try:
                await ready()
            except Exception:  # the boundary of one connect: without its places the bot must not listen
                log.exception("the bot could not get ready; connecting anew")
                await self.line.client.close()
                return
            self._supervisor.well()
            lanes.open()
            self._spawn(self._settle_in())

        self._intake = Intake(self._hearing(), lanes, self._offered, connected)
        await self._watermarks.load()
        await self._polls.open(lanes)
        flusher = asyncio.create_task(self._flush())
        try:
            await self._supervisor.run()
        finally:
            flusher.cancel()
            await self._stop_tasks()
            await lanes.close()
            await self._tickets.close()
            await self._watermarks.flush()

    async def perform(self, action: Action, voice: Voice, nonce: str, content: IO[bytes] | None = None) -> Attempt:
        return await self._outbound.perform(action, voice, nonce, content)

    async def fetch(self, enclosure: Enclosure, limit: int, into: IO[bytes]) -> Attempt:
        return await Downloads(self.line).fetch(enclosure, limit, into)

    async def capabilities(self, place: Place) -> Capabilities:
        if place.is_direct:
            return rights.in_private()
        if not self.line.connected:
            # Nothing is known now: the attempt itself shall fail, and be made again, rather than be lowered away.
            return rights.in_channel(discord.Permissions.all())
        guild = self.line.guild(place.space)
        if guild is None or guild.unavailable:
            return rights.nothing()
        channel = guild.get_channel_or_thread(channel_id(place))
        if channel is None:
            # A place that names the space alone (a ban), or a thread nobody has spoken in.
            return rights.in_channel(guild.me.guild_permissions)
        held = channel.permissions_for(guild.me)
        return rights.in_channel(
            held,
            is_thread=isinstance(channel, discord.Thread),
            is_forum=isinstance(channel, discord.ForumChannel),
            has_threads=isinstance(channel, discord.Thread | discord.ForumChannel | discord.TextChannel),
        )

    async def member(self, space: SpaceRef, user: UserRef) -> Member | None:
        client = self.line.client  # raises when offline: "not there" is only what Discord says
        guild = client.get_guild(int(space.native))
        found = None if guild is None else await self.people.find(guild, int(user.native))
        own = client.user is not None and user.native == str(client.user.id)
        return replace(found, untouchable=True) if found is not None and own else found

    def seen(self, space: SpaceRef, user: UserRef) -> Member | None:
        """The member as her last payload showed her."""
        return self.people.seen(int(space.native), int(user.native))

    async def find_place(self, name: str) -> Place | None:
        return await self._names.place(name)

    async def find_role(self, name: str, spaces: Sequence[SpaceRef]) -> str | None:
        return self._names.role(name, spaces)

    def publish(self, commands: Sequence[CommandSpec], voices: Voices) -> None:
        self._offer = Offer(commands, voices)
        if self.line.connected:
            self._spawn(self._register())

    def paste(self, place: Place) -> str:
        return names.paste(place)

    def link(self, message: MessageRef) -> str:
        spot = message.place.thread or message.place.channel.native
        space = "@me" if message.place.space is None else message.place.space.native
        return f"https://discord.com/channels/{space}/{spot}/{message.native}"

    def _hearing(self) -> Parts:
        return Parts(
            self.line,
            self._tickets,
            self.people,
            self._filters,
            self._polls,
            self._watermarks,
            self._clock,
            self._patience,
        )

    def _offered(self) -> Offer:
        if self._offer is None:
            raise RuntimeError("publish() comes before run()")
        return self._offer

    async def _live(self) -> None:
        """One life of a client."""
        if self._intake is None:
            raise RuntimeError("run() makes the intake")
        gateway = lead_to(*self._urls)
        client = Client(self._intake, self._identifies, self._answers, patience=self._patience, gateway=gateway)
        self.line.take(client)
        try:
            async with client:
                await client.start(self._token)
        finally:
            self.line.drop()

    async def _settle_in(self) -> None:
        """After each (re)connect: offer the commands, read what was missed."""
        await self._register()
        if self._intake is not None:
            await self._intake.catch_up()

    async def _register(self) -> None:
        """Tell Discord the commands, but only when they are not what it was told last."""
        async with self._telling:  # between telling and noting what was told, what is noted is not what it knows
            offer = self._offer
            if offer is None:
                return
            try:
                client = self.line.client
                stamp = f"{client.application_id}:{offer.stamp}"
                if await self._shelf.get(_TREE) == stamp:
                    return
                await client.http.bulk_upsert_global_commands(int(client.application_id or 0), offer.payload)
                await self._shelf.put(_TREE, stamp)
            except FAILURES as failure:
                log.warning("the commands could not be offered, until the next connect: %s", failure)

    async def _flush(self) -> None:
        while True:
            await asyncio.sleep(self._patience.between_flushes)
            await self._watermarks.flush()

    def _spawn(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _stop_tasks(self) -> None:
        for task in list(self._tasks):
            task.cancel()
        with suppress(asyncio.CancelledError):
            await asyncio.gather(*self._tasks, return_exceptions=True)
