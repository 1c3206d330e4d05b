"""What the client hears, put on the lane of its space and read there."""

import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import discord

from bot.adapters.discord import inbound, reading
from bot.adapters.discord.commands import Offer, suggestions
from bot.adapters.discord.filters import BLOCK, Filters
from bot.adapters.discord.lanes import Job, Lanes
from bot.adapters.discord.line import Line, direct, place_of
from bot.adapters.discord.native_polls import NativePolls
from bot.adapters.discord.patience import Patience
from bot.adapters.discord.people import People, from_member, from_payload, user_ref
from bot.adapters.discord.refusals import FAILURES
from bot.adapters.discord.tickets import Manner, Tickets
from bot.adapters.discord.watermarks import Watermarks
from bot.core.commands import CommandSpec
from bot.core.events import Event
from bot.core.ids import UserRef
from bot.core.ports import Clock

FRESH = timedelta(hours=24)
"""How long after joining a finished screening still counts as an arrival."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Parts:
    """What of the adapter takes part in hearing, whatever life of it this is."""

    line: Line
    tickets: Tickets
    people: People
    filters: Filters
    polls: NativePolls
    watermarks: Watermarks
    clock: Clock
    patience: Patience


class Intake:
    """Implements the client's ``Ears`` for one life of the adapter."""

    def __init__(
        self, parts: Parts, lanes: Lanes, offer: Callable[[], Offer], connected: Callable[[], Awaitable[None]]
    ) -> None:
        self._line = parts.line
        self._lanes = lanes
        self._tickets = parts.tickets
        self._people = parts.people
        self._filters = parts.filters
        self._polls = parts.polls
        self._watermarks = parts.watermarks
        self._now = parts.clock.now
        self._offer = offer
        self._on_connected = connected
        self._reader = reading.Reader(parts.line, parts.people, parts.patience)
        self._pending: set[tuple[int, int]] = set()

    def new_session(self) -> None:
        self._watermarks.begin_gap()

    async def connected(self) -> None:
        await self._on_connected()

    def posted(self, message: discord.Message) -> None:
        if message.type is discord.MessageType.new_member and message.guild is not None:
            self._put(message.guild.id, inbound.arrival_line(message))
            return
        if not inbound.is_spoken(message, self._line.me):
            return
        mark = partial(self._watermarks.note, message.channel.id, message.id) if message.guild else None
        self._lanes.put(_lane_of(message), partial(inbound.posted, message, self._people), mark)

    def edited(self, message: discord.Message) -> None:
        if inbound.is_spoken(message, self._line.me):
            self._lanes.put(_lane_of(message), partial(inbound.edited, message, self._people))

    def audited(self, payload: Mapping[str, Any]) -> None:
        guild_id, by = int(payload["guild_id"]), int(payload.get("user_id") or 0)
        known = self._people.seen(guild_id, by)
        ended = inbound.lifted(payload, "" if known is None else known.name, self._now())
        if ended is not None and by not in {0, self._line.me}:
            self._put(guild_id, ended)

    def deleted(self, guild_id: int | None, channel_id: int, messages: Iterable[int]) -> None:
        if guild_id is None:
            return  # a private conversation is named by its person, whom a deletion does not name
        channel = self._line.client.get_channel(channel_id)
        parent = channel.parent_id if isinstance(channel, discord.Thread) else None
        here = place_of(channel_id, guild_id, parent)
        for message in messages:
            self._put(guild_id, inbound.deleted(here, message, self._now()))

    def blocked(self, execution: discord.AutoModAction) -> None:
        if execution.action.type.value == BLOCK:
            self._lanes.put(str(execution.guild_id), partial(self._blocked, execution))

    def reacted(self, payload: discord.RawReactionActionEvent) -> None:
        if isinstance(payload.member, discord.Member) and payload.user_id != self._line.me:
            by = self._people.note(payload.member.guild.id, from_member(payload.member))
            channel = payload.member.guild.get_channel_or_thread(payload.channel_id)
            self._put(payload.member.guild.id, inbound.reacted(payload, by, channel, self._now()))

    def voted(self, payload: discord.RawPollVoteActionEvent, *, added: bool) -> None:
        event = self._polls.voted(payload, added=added)
        if event is not None and payload.guild_id is not None:
            self._put(payload.guild_id, event)

    def titled(self, thread: discord.Thread, *, renamed: bool) -> None:
        if thread.owner_id != self._line.me:
            self._lanes.put(str(thread.guild.id), partial(self._titled, thread, thread.name, renamed=renamed))

    def joined(self, member: discord.Member) -> None:
        read = self._people.note(member.guild.id, from_member(member))
        if member.pending:
            # They see nothing yet: they arrive when the space's own screening is finished.
            self._pending.add((member.guild.id, member.id))
            return
        self._put(member.guild.id, inbound.joined(member.guild.id, read, self._now()))

    def member_changed(self, payload: Mapping[str, Any]) -> None:
        guild = self._line.client.get_guild(int(payload["guild_id"]))
        if guild is None:
            return
        read = from_payload(guild, payload)
        key = (guild.id, int(read.user.native))
        known = self._people.seen(*key)
        if key[1] == self._line.me:
            self._people.forget(guild.id)  # another role of the bot's own: others are in its reach now, or no more
        self._people.note(guild.id, read)
        if payload.get("pending"):
            self._pending.add(key)
        elif key in self._pending or (known is None and self._is_fresh(read.joined_at)):
            # Unknown since a restart: the event's key tells whether they were greeted before.
            self._pending.discard(key)
            self._put(guild.id, inbound.joined(guild.id, read, self._now()))
        elif known is None or (known.name, known.handle) != (read.name, read.handle):
            # Of somebody not seen since the start nobody knows what they were called; the event's key tells.
            self._put(guild.id, inbound.renamed(guild.id, read, self._now()))

    def left(self, guild_id: int, user_id: int) -> None:
        self._people.forget(guild_id, user_id)
        self._pending.discard((guild_id, user_id))
        self._put(guild_id, inbound.left(guild_id, user_id, self._now()))

    def space_changed(self, guild: discord.Guild, *, present: bool = True, is_new: bool = False) -> None:
        self._people.forget(guild.id)
        self._lanes.put(str(guild.id), partial(self._rights, guild, present=present, is_new=is_new))

    def roles_changed(self, role: discord.Role) -> None:
        self._people.forget(role.guild.id)
        if role.is_default() or role in role.guild.me.roles:
            self._lanes.put(str(role.guild.id), partial(self._rights, role.guild, present=True, is_new=False))

    def interacted(self, interaction: discord.Interaction) -> None:
        kind = interaction.type
        if kind is discord.InteractionType.application_command:
            self._command(interaction)
        elif kind is discord.InteractionType.autocomplete:
            self._lanes.put(f"typing:{interaction.id}", partial(self._suggest, interaction))
        elif kind in {discord.InteractionType.component, discord.InteractionType.modal_submit}:
            manner = Manner.SILENTLY if kind is discord.InteractionType.component else Manner.PRIVATELY
            ticket = self._tickets.take(interaction, manner)
            event = reading.event_of(self._reader, interaction, ticket)
            self._lanes.put(_lane_in(interaction), _already(event))

    async def catch_up(self) -> None:
        """Read what was said while nobody listened."""
        for guild in self._line.guilds():
            async for message in self._watermarks.missed(guild):
                self.posted(message)
        await self._polls.catch_up()

    def _command(self, interaction: discord.Interaction) -> None:
        spec = reading.spec_of(interaction, self._offer())
        ticket = self._tickets.take(interaction, _manner(spec))
        self._lanes.put(_lane_in(interaction), partial(self._reader.command, interaction, spec, ticket))

    async def _blocked(self, execution: discord.AutoModAction) -> Event:
        author = await self._people.find_or_guest(execution.guild, execution.user_id)
        name = await self._filters.name_of(execution.guild_id, execution.rule_id)
        return inbound.blocked(execution, author, name, self._now())

    async def _titled(self, thread: discord.Thread, title: str, *, renamed: bool) -> Event:
        by = await self._people.find_or_guest(thread.guild, thread.owner_id)
        return inbound.titled(thread, title, by, self._now(), renamed=renamed)

    async def _suggest(self, interaction: discord.Interaction) -> None:
        spec = reading.spec_of(interaction, self._offer())
        at = None if spec is None else reading.focused(interaction, spec)
        offered = [] if at is None else suggestions(*at)
        choices = [discord.app_commands.Choice(name=text[:100], value=text[:100]) for text in offered if text]
        try:
            await interaction.response.autocomplete(choices)
        except FAILURES as failure:
            log.info("suggestions came too late: %s", type(failure).__name__)

    async def _rights(self, guild: discord.Guild, *, present: bool, is_new: bool) -> Event:
        added_by = await _who_added(guild) if is_new else None
        return inbound.rights_changed(guild, self._now(), present=present, added_by=added_by)

    def _is_fresh(self, joined_at: datetime | None) -> bool:
        return joined_at is not None and self._now() - joined_at < FRESH

    def _put(self, guild_id: int, event: Event) -> None:
        self._lanes.put(str(guild_id), _already(event))


def _manner(spec: CommandSpec | None) -> Manner:
    if spec is None or spec.private:
        return Manner.NOT_AT_ALL if spec is not None and spec.asks else Manner.PRIVATELY
    return Manner.NOT_AT_ALL if spec.asks else Manner.PUBLICLY


def _lane_of(message: discord.Message) -> str:
    return str(message.guild.id) if message.guild else direct(message.author.id).channel.native


def _lane_in(interaction: discord.Interaction) -> str:
    return str(interaction.guild_id or interaction.user.id)


def _already(event: Event) -> Job:
    async def read() -> Event:
        return event

    return read


async def _who_added(guild: discord.Guild) -> UserRef | None:
    """Who added the bot, where it may look into the audit log."""
    if not guild.me.guild_permissions.view_audit_log:
        return None
    try:
        async for entry in guild.audit_logs(action=discord.AuditLogAction.bot_add, limit=5):
            if entry.target is not None and entry.target.id == guild.me.id and entry.user_id is not None:
                return user_ref(entry.user_id)
    except FAILURES as failure:
        log.info("the audit log could not be read: %s", type(failure).__name__)
    return None
