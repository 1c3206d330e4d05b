"""Ends discord.py's heartbeat threads, which its own close() leaves to end by themselves.

A thread that is between two steps then gives its heartbeat to a loop that has stopped; and a client whose connection
failed before it was ready has forgotten its thread, which goes on beating for a minute.
"""

import asyncio
import threading

import discord
from discord.gateway import KeepAliveHandler

_PATIENCE = 1.0
"""Seconds for a thread to end: it needs only the time for the heartbeat that it is about to send."""


async def end_heartbeats(client: discord.Client) -> None:
    """Stop the threads that keep ``client`` alive, and wait until they have ended."""
    for thread in threading.enumerate():
        if isinstance(thread, KeepAliveHandler) and _is_of(thread, client):
            thread.stop()
            await thread.ws.socket.close()  # closed already, unless the client has forgotten it
            await asyncio.to_thread(thread.join, _PATIENCE)  # in a thread, so that our loop can send what it waits for


def _is_of(thread: KeepAliveHandler, client: discord.Client) -> bool:
    return thread.ws._connection is client._connection  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # no other
