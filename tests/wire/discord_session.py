"""One gateway session (what a bot may resume) and one connection (the socket it speaks through now)."""

import asyncio
import copy
import json
import secrets
import zlib
from collections import deque
from collections.abc import Callable
from typing import Any

import discord
from aiohttp import web
from simcord import intents as rules
from simcord.backend import Backend

BUFFERED = 5000  # events kept for a resume


class Connection:
    """Frames leave in the order in which they were given, compressed as one zlib stream."""

    def __init__(self, socket: web.WebSocketResponse, *, compress: bool) -> None:
        self.socket = socket
        self._zlib = zlib.compressobj() if compress else None
        self._frames: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._writer = asyncio.create_task(self._write())

    def send(self, op: int, data: Any = None, event: str | None = None, seq: int | None = None) -> None:
        self._frames.put_nowait({"op": op, "d": data, "t": event, "s": seq})

    @property
    def unsent(self) -> int:
        """Frames that wait to be written to the socket."""
        return self._frames.qsize()

    async def close(self, code: int, why: str = "") -> None:
        self._writer.cancel()
        await self.socket.close(code=code, message=why.encode())

    def abandon(self) -> None:
        self._writer.cancel()

    async def _write(self) -> None:
        while not self.socket.closed:
            frame = json.dumps(await self._frames.get()).encode()
            try:
                if self._zlib is None:
                    await self.socket.send_str(frame.decode())
                else:
                    packed = self._zlib.compress(frame) + self._zlib.flush(zlib.Z_SYNC_FLUSH)
                    await self.socket.send_bytes(packed)
            except (ConnectionError, RuntimeError):
                return


class Session:
    """Numbers the events of one identified bot and remembers them for a resume."""

    def __init__(
        self, backend: Backend, intents: discord.Intents, localise: Callable[[Any], Any], connection: Connection
    ) -> None:
        self.id = secrets.token_hex(16)
        self.intents = intents
        self.connection = connection
        self.seq = 0
        self.sent: deque[dict[str, Any]] = deque(maxlen=BUFFERED)
        self._backend = backend
        self._localise = localise

    @property
    def live(self) -> bool:
        return not self.connection.socket.closed

    def feed(self, event: str, payload: Any, *, gated: bool = True) -> None:
        """Deliver an event as far as the bot's intents allow; unread events wait for a resume."""
        if gated and not self._may_see(event, payload):
            return
        shown = copy.deepcopy(payload)
        if isinstance(shown, dict):
            self._censor(event, shown)
        self.seq += 1
        frame = {"event": event, "data": self._localise(shown), "seq": self.seq}
        self.sent.append(frame)
        if self.live:
            self.connection.send(0, **frame)

    def resume(self, connection: Connection, after: int) -> None:
        self.connection = connection
        for frame in list(self.sent):
            if frame["seq"] > after:
                connection.send(0, **frame)
        self.feed("RESUMED", {"_trace": []}, gated=False)

    def _may_see(self, event: str, payload: Any) -> bool:
        needed = rules.required_intent(event, payload) if isinstance(payload, dict) else None
        return needed is None or getattr(self.intents, needed)

    def _censor(self, event: str, payload: dict[str, Any]) -> None:
        bot = self._backend.bot_user.id
        if event in {"MESSAGE_CREATE", "MESSAGE_UPDATE"} and not self.intents.message_content:
            rules.censor_message(payload, bot, backend=self._backend)
        if event == "GUILD_CREATE":
            rules.prune_guild_create(payload, self.intents, bot)
