"""Small text files, given and taken."""

import asyncio
import io
from collections.abc import Mapping, Sequence
from typing import Any

import discord

from bot.adapters.discord.refusals import FAILURES
from bot.core.text import File

LARGEST = 256 * 1024
"""What a config file may have; nothing larger is fetched."""


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


def given(files: Sequence[File]) -> dict[str, Any]:
    """The argument with which discord.py sends these files; no argument when there are none."""
    made = [discord.File(io.BytesIO(file.data), filename=file.name) for file in files]
    return {"files": made} if made else {}
