"""A file on its way from one messenger to another: fetched when it is sent, held no longer than that takes."""

import asyncio
from collections.abc import Mapping
from tempfile import SpooledTemporaryFile

from bot.core.actions import Action, Send, Whisper
from bot.core.attachments import Enclosure
from bot.core.capabilities import Capability
from bot.core.ids import Platform
from bot.core.ports import ChatPlatform
from bot.core.receipts import Attempt, Done, Refusal, Refused
from bot.core.routing import where
from bot.core.text import Voice

IN_MEMORY = 1024 * 1024
"""Bytes; what is larger goes to a temporary file without a name, which is gone when it is closed."""
AT_ONCE = 3
"""Files on their way at the same time, so that thirty of them never fill the memory or the disk."""


class Carrying:
    """Performs an action with what it encloses."""

    def __init__(self, platforms: Mapping[Platform, ChatPlatform]) -> None:
        self._platforms = platforms
        self._turn = asyncio.Semaphore(AT_ONCE)

    async def perform(self, action: Action, voice: Voice, nonce: str) -> Attempt:
        """Send the action to where it belongs; TOO_LARGE when its file cannot go there."""
        here = where(action)
        platform = self._platforms[here.platform]
        file = _enclosed(action)
        if file is None:
            return await platform.perform(action, voice, nonce)
        can = await platform.capabilities(here)
        if file.platform == platform.name and Capability.RESEND in can:
            return await platform.perform(action, voice, nonce)
        source = self._platforms.get(file.platform)
        if source is None:
            return Refused(Refusal.GONE, f"{file.platform} is not connected any more")
        if file.size > can.limits.file:
            return Refused(Refusal.TOO_LARGE, f"{file.size} bytes, {can.limits.file} may be sent")
        async with self._turn:
            with SpooledTemporaryFile(max_size=IN_MEMORY) as content:
                fetched = await source.fetch(file, can.limits.file, content)
                if not isinstance(fetched, Done):
                    return fetched
                content.seek(0)
                return await platform.perform(action, voice, nonce, content)


def _enclosed(action: Action) -> Enclosure | None:
    return action.enclosure if isinstance(action, Send | Whisper) else None
