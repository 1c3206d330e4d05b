"""How far each channel has been read, over restarts: what was missed in a gap is read from the history."""

import json
import logging
from collections.abc import AsyncIterator
from datetime import timedelta

import discord

from bot.adapters.discord.refusals import FAILURES
from bot.core.ports import Clock, Shelf

PER_CHANNEL = 500
KEPT = 2_000
LONGEST_GAP = timedelta(hours=24)
_SHELF = "discord-read"

log = logging.getLogger(__name__)

Readable = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread


class Watermarks:
    """The last message of each channel whose decision is in the store.

    Clean messages cost no write: marks are kept in memory and flushed now and then, so a crash leaves marks that are
    a little old, and their messages are judged once more under the same keys.
    """

    def __init__(self, shelf: Shelf, clock: Clock) -> None:
        self._shelf = shelf
        self._clock = clock
        self._marks: dict[int, int] = {}
        self._gaps: dict[int, int] = {}
        self._changed = False

    def note(self, channel_id: int, message_id: int) -> None:
        if message_id > self._marks.get(channel_id, 0):
            self._marks[channel_id] = message_id
            self._changed = True

    async def load(self) -> None:
        """Take up what the last run left."""
        kept: dict[str, int] = json.loads(await self._shelf.get(_SHELF) or "{}")
        self._marks = {int(channel): message for channel, message in kept.items()}

    async def flush(self) -> None:
        if self._changed:
            self._changed = False
            # Threads come and go: the spots in which nobody has spoken for longest are let go.
            newest = sorted(self._marks.items(), key=lambda mark: mark[1])[-KEPT:]
            await self._shelf.put(_SHELF, json.dumps(dict(newest)))

    def begin_gap(self) -> None:
        """A new session has begun: whatever came after today's marks may be missing, whatever arrives from now on."""
        self._gaps = {**self._marks, **self._gaps}

    async def missed(self, guild: discord.Guild) -> AsyncIterator[discord.Message]:
        """Messages after the marks of the gap, oldest first, as far back as a day and 500 a channel."""
        oldest = discord.utils.time_snowflake(self._clock.now() - LONGEST_GAP)
        for channel in _readable(guild):
            mark = self._gaps.pop(channel.id, None)
            if mark is None or (channel.last_message_id or 0) <= mark:
                continue
            after = discord.Object(max(mark, oldest))
            try:
                async for message in channel.history(limit=PER_CHANNEL, after=after, oldest_first=True):
                    yield message
            except FAILURES as failure:
                log.warning("the history of a channel could not be read: %s", type(failure).__name__)


def _readable(guild: discord.Guild) -> list[Readable]:
    channels: list[Readable] = [*guild.text_channels, *guild.voice_channels, *guild.stage_channels, *guild.threads]
    return [channel for channel in channels if _may_read(channel, guild.me)]


def _may_read(channel: Readable, me: discord.Member) -> bool:
    held = channel.permissions_for(me)
    return held.view_channel and held.read_message_history
