"""Threads of text channels and posts of forum channels, opened and closed."""

from typing import Any, Literal

import discord

from bot.adapters.discord.line import Line, channel_id
from bot.adapters.discord.render import messages
from bot.adapters.discord.views import buttons
from bot.core.actions import CloseThread, OpenThread
from bot.core.ids import MessageRef, Place
from bot.core.receipts import Attempt, Done, Refusal, Refused
from bot.core.text import Voice

LONGEST_TITLE = 100
_WEEK: Literal[10080] = 10080
"""Minutes after which Discord puts a silent thread away; the longest there is."""


class Threads:
    """Raises what discord.py raises; the caller reads it."""

    def __init__(self, line: Line) -> None:
        self._line = line

    async def open(self, action: OpenThread, voice: Voice) -> Attempt:
        """Open a post or a thread, and say its first words; the buttons stand under the last of them."""
        guild = self._line.guild(action.place.space)
        channel = None if guild is None else guild.get_channel(channel_id(action.place))
        title = " ".join(action.title.split())[:LONGEST_TITLE] or "-"
        parts = messages(voice(action.body))
        view = buttons(action.rows, voice)
        last: dict[str, Any] = {} if view is None else {"view": view}
        if isinstance(channel, discord.ForumChannel):
            extras = last if len(parts) == 1 else {}
            made = await channel.create_thread(name=title, content=parts[0], auto_archive_duration=_WEEK, **extras)
            thread, sent, parts = made.thread, made.message, parts[1:]
        elif isinstance(channel, discord.TextChannel):
            kind = discord.ChannelType.public_thread
            thread = await channel.create_thread(name=title, type=kind, auto_archive_duration=_WEEK)
            sent = None
        else:
            return Refused(Refusal.UNSUPPORTED, "there are no threads in this channel")
        for number, part in enumerate(parts, 1):
            sent = await thread.send(part, **(last if number == len(parts) else {}))
        here = Place(action.place.channel, action.place.space, str(thread.id))
        return Done(MessageRef(here, str(thread.id if sent is None else sent.id)))

    async def close(self, action: CloseThread) -> Attempt:
        """Put a thread away, or take it out again."""
        if action.place.thread is None:
            return Refused(Refusal.UNSUPPORTED, "this is no thread")
        await self._line.http.edit_channel(int(action.place.thread), archived=not action.reopen)
        return Done()
