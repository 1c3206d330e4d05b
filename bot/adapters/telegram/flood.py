"""Flood control: a window and a pause per chat, the urgent first; one chat's 429 never delays another.

The library's AIORateLimiter pauses every chat on one 429 and lets more than 20 a minute through
(python-telegram-bot#3772, #5338), so a flooded group would hold back a ban elsewhere.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine
from heapq import heappop, heappush
from itertools import count
from typing import Any, TypeAlias

from telegram.ext import BaseRateLimiter, ExtBot

from bot.adapters.telegram.transport import FloodedError
from bot.core.routing import Lane

Turn: TypeAlias = tuple[Lane]
Api: TypeAlias = ExtBot[Turn]
"""The library's bot, with lanes."""

PATIENCE = 20.0
"""Seconds a call may wait here; beyond that it goes back to the outbox with the time to try again."""
MOST_GATES = 2000

# Telegram names about 30 messages a second over all, 20 a minute per group and one a second per private chat as
# guides; bursts within them are fine.
OVERALL = (30, 1.0)
PER_GROUP = (20, 60.0)
PER_PERSON = (5, 5.0)
UNLIMITED = (10**9, 1.0)
ACKNOWLEDGES = "answerCallbackQuery"
"""Says nothing in any chat: when hundreds press at once, no message waits for their pop-ups, nor they for it."""


def turn(lane: Lane) -> Turn:
    """A lane as the library hands it on: a bare one it would drop where it is 0, which PUNISH is."""
    return (lane,)


class Gate:
    """Lets calls pass, so many per span, the lower lane first; PUNISH counts but does not wait for the number."""

    def __init__(self, most: int, span: float) -> None:
        self._most = most
        self._span = span
        self._closed_until = 0.0
        self._passed: deque[float] = deque()
        self._waiting: list[tuple[Lane, int, asyncio.Future[None]]] = []
        self._order = count()
        self._timer: asyncio.TimerHandle | None = None

    @property
    def is_idle(self) -> bool:
        now = asyncio.get_running_loop().time()
        self._forget(now)
        return not self._waiting and not self._passed and now >= self._closed_until

    def closed_for(self) -> float:
        """Seconds that Telegram still wants to be left alone here."""
        return max(0.0, self._closed_until - asyncio.get_running_loop().time())

    def close(self, seconds: float) -> None:
        """Let nobody pass for so long."""
        self._closed_until = max(self._closed_until, asyncio.get_running_loop().time() + seconds)

    async def enter(self, lane: Lane) -> None:
        """Wait for one's turn."""
        mine = asyncio.get_running_loop().create_future()
        heappush(self._waiting, (lane, next(self._order), mine))
        self._pump()
        await mine

    def _pump(self) -> None:
        loop = asyncio.get_running_loop()
        if self._timer:
            self._timer.cancel()
            self._timer = None
        while self._waiting:
            lane, _, first = self._waiting[0]
            if not first.done():
                wait = self.wait(lane)
                if wait > 0:
                    self._timer = loop.call_later(wait, self._pump)
                    return
                self._passed.append(loop.time())
                first.set_result(None)
            heappop(self._waiting)

    def wait(self, lane: Lane) -> float:
        """Seconds until somebody in this lane could pass."""
        now = asyncio.get_running_loop().time()
        if now < self._closed_until:
            return self._closed_until - now
        self._forget(now)
        if len(self._passed) < self._most or lane is Lane.PUNISH:
            return 0.0
        return self._passed[-self._most] + self._span - now

    def _forget(self, now: float) -> None:
        while self._passed and self._passed[0] + self._span <= now:
            self._passed.popleft()


class FloodControl(BaseRateLimiter[Turn]):
    """Stands before every call. The lane comes as ``turn(lane)``; without one it is an answer's."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._overall = Gate(*OVERALL)
        self._chats: dict[str, Gate] = {}

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, bool | dict[str, Any] | list[dict[str, Any]]]],
        args: Any,  # noqa: ANN401  # the library's signature
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Turn | None,
    ) -> bool | dict[str, Any] | list[dict[str, Any]]:
        """Call when its turn has come; raises FloodedError where that would take too long."""
        lane = rate_limit_args[0] if rate_limit_args else Lane.ANSWER
        reads = endpoint.startswith("get")
        counts = endpoint != ACKNOWLEDGES
        gate = self._gate("" if reads else str(data.get("chat_id") or ""))
        deadline = asyncio.get_running_loop().time() + self._patience
        while True:
            await self._enter(gate, lane, deadline, counts=counts)
            try:
                return await callback(*args, **kwargs)
            except FloodedError as flooded:
                gate.close(flooded.seconds)
                if asyncio.get_running_loop().time() + flooded.seconds > deadline:
                    raise

    async def _enter(self, gate: Gate, lane: Lane, deadline: float, *, counts: bool) -> None:
        left = deadline - asyncio.get_running_loop().time()
        if gate.closed_for() > left:
            raise FloodedError(gate.closed_for())
        try:
            async with asyncio.timeout(left):
                await gate.enter(lane)
                if counts:
                    await self._overall.enter(lane)
        except TimeoutError:
            raise FloodedError(max(gate.wait(lane), 1.0)) from None

    def _gate(self, chat: str) -> Gate:
        gate = self._chats.get(chat)
        if gate is None:
            if len(self._chats) >= MOST_GATES:
                self._chats = {name: one for name, one in self._chats.items() if not one.is_idle}
            gate = self._chats[chat] = Gate(*_window(chat))
        return gate


def _window(chat: str) -> tuple[int, float]:
    if not chat:
        return UNLIMITED  # a method that names no chat
    return PER_GROUP if chat.startswith(("-", "@")) else PER_PERSON
