"""One lane per space: events keep their order within it, and a slow one holds up nobody else."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeAlias

from bot.core.events import Event
from bot.core.ports import Sink

Job: TypeAlias = Callable[[], Awaitable[Event | None]]
"""Reads one update; it may have to ask Discord for what the update leaves out."""
Confirm: TypeAlias = Callable[[], None]

log = logging.getLogger(__name__)


class Lanes:
    """Reads updates and hands events to the sink, each lane in its own task.

    Nothing moves before ``open``: the runtime must know the places before it hears of them.
    """

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._gate = asyncio.Event()
        self._queues: dict[str, asyncio.Queue[tuple[Job, Confirm | None]]] = {}
        self._workers: dict[str, asyncio.Task[None]] = {}
        self.failed = 0

    def open(self) -> None:
        self._gate.set()

    def put(self, lane: str, job: Job, confirm: Confirm | None = None) -> None:
        """Queue a job; ``confirm`` is called when what it decided is safely in the store."""
        queue = self._queues.setdefault(lane, asyncio.Queue())
        queue.put_nowait((job, confirm))
        if lane not in self._workers:
            self._workers[lane] = asyncio.create_task(self._work(lane, queue))

    async def close(self) -> None:
        for worker in list(self._workers.values()):
            worker.cancel()
        await asyncio.gather(*self._workers.values(), return_exceptions=True)

    async def _work(self, lane: str, queue: asyncio.Queue[tuple[Job, Confirm | None]]) -> None:
        await self._gate.wait()
        while not queue.empty():
            job, confirm = queue.get_nowait()
            await self._handle(lane, job)
            if confirm is not None:
                confirm()
        # No await lies between the last look and this: nothing can slip in unseen.
        del self._workers[lane], self._queues[lane]

    async def _handle(self, lane: str, job: Job) -> None:
        try:
            event = await job()
            if event is not None:
                await self._sink(event)
        except Exception:  # the boundary of one inbound update: it is counted, and the stream goes on
            self.failed += 1
            log.exception("update %d of %s failed", self.failed, lane)
