"""Files, given and taken: small texts at once, any other by reference, fetched when it is sent on."""

import asyncio
import io
from collections.abc import Mapping, Sequence
from typing import IO, Any

import aiohttp
import discord

from bot.adapters.discord.line import Line, channel_id
from bot.adapters.discord.refusals import FAILURES, verdict
from bot.core.attachments import Enclosure, kind_of_file
from bot.core.ids import DISCORD
from bot.core.receipts import Attempt, Done, Refusal, Refused, Trouble
from bot.core.text import File

LARGEST = 256 * 1024
"""What a config file may have; nothing larger is taken at once."""
PIECE = 64 * 1024
DOWNLOAD_SECONDS = 120.0
OVER = frozenset({401, 403, 404, 410})
"""What Discord's file servers answer for an address whose time is over, or whose file was deleted."""


async def taken(client: discord.Client, data: Mapping[str, Any], deadline: float) -> File | None:
    """The text of an attachment; None when it is too large, is no UTF-8 text, or cannot be had."""
    if int(data["size"]) > LARGEST:
        return None
    try:
        async with asyncio.timeout(deadline):
            content = await client.http.get_from_cdn(str(data["url"]))
        return File(str(data["filename"]), content.decode("utf-8-sig"))
    except FAILURES:
        return None


def enclosed(data: Mapping[str, Any]) -> Enclosure:
    """The attachment of a command, by reference; it hangs on no message that could be read again."""
    name = str(data["filename"])
    kind = kind_of_file(name, str(data.get("content_type") or ""))
    return Enclosure(DISCORD, str(data["id"]), name, kind, int(data["size"]), str(data["url"]))


def given(
    files: Sequence[File], enclosure: Enclosure | None = None, content: IO[bytes] | None = None
) -> dict[str, Any]:
    """The argument with which discord.py sends these files; no argument when there are none."""
    made = [discord.File(io.BytesIO(file.data), filename=file.name) for file in files]
    if enclosure is not None and content is not None:
        made.append(discord.File(content, filename=enclosure.name))  # type: ignore[arg-type]  # it reads and seeks
    return {"files": made} if made else {}


class Downloads:
    """Fetches what hangs on Discord's messages."""

    def __init__(self, line: Line) -> None:
        self._line = line

    async def fetch(self, enclosure: Enclosure, limit: int, into: IO[bytes]) -> Attempt:
        """Write the file; where its address has run out, the message is read again for a new one."""
        if enclosure.size > limit:
            return _too_large(limit)
        try:
            async with asyncio.timeout(DOWNLOAD_SECONDS), aiohttp.ClientSession() as session:
                first = await _download(session, enclosure.address, limit, into)
                if first is not None:
                    return first
                address = await self._anew(enclosure)
                again = await _download(session, address, limit, into) if address else None
                return again or Refused(Refusal.GONE, "Discord does not have the file any more")
        except FAILURES as failure:
            return _undone(verdict(failure))

    async def _anew(self, enclosure: Enclosure) -> str:
        """The file's address as of now; empty when the message, or the file on it, is gone."""
        ref = enclosure.message
        if ref is None:
            return ""
        client = self._line.client
        if ref.place.is_direct:
            channel = await client.create_dm(discord.Object(channel_id(ref.place)))
            message = await channel.fetch_message(int(ref.native))
        else:
            message = await client.get_partial_messageable(channel_id(ref.place)).fetch_message(int(ref.native))
        sources: tuple[discord.Message | discord.MessageSnapshot, ...] = (message, *message.message_snapshots)
        return next((f.url for s in sources for f in s.attachments if str(f.id) == enclosure.native), "")


async def _download(session: aiohttp.ClientSession, address: str, limit: int, into: IO[bytes]) -> Attempt | None:
    """Write what is there; None when the address leads nowhere any more."""
    async with session.get(address) as response:
        if response.status in OVER:
            return None
        if response.status != 200:
            return Trouble(f"Discord's file server answered {response.status}", maybe_done=False)
        left = limit
        async for piece in response.content.iter_chunked(PIECE):
            left -= len(piece)
            if left < 0:
                return _too_large(limit)
            into.write(piece)
    return Done()


def _too_large(limit: int) -> Refused:
    return Refused(Refusal.TOO_LARGE, f"more than {limit} bytes")


def _undone(attempt: Attempt) -> Attempt:
    # Fetching changes nothing: it can be tried again, whatever happened.
    return (
        Trouble(attempt.detail, maybe_done=False, retry_after=attempt.retry_after)
        if isinstance(attempt, Trouble)
        else attempt
    )
