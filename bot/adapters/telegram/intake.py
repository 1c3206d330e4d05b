"""One update to the runtime: a malformed one is counted, a failed one tried again, none stops the rest."""

import asyncio
import logging
import sqlite3
from dataclasses import dataclass

from bot.adapters.telegram.chats import Raw
from bot.adapters.telegram.inbound import Inbound, Parsed, described
from bot.adapters.telegram.polling import Patience
from bot.adapters.telegram.tickets import query_of
from bot.adapters.telegram.views import Presses
from bot.core.events import Event
from bot.core.interactions import ButtonPressed
from bot.core.ports import Sink

log = logging.getLogger(__name__)
LOOKUPS = 5
"""How often an update is read again when Telegram does not answer a question it raises."""
TRIES = 12
"""How often an event is offered to a runtime that fails on it, while its store works."""


@dataclass(slots=True)
class Counts:
    """What came in, for the status page and the tests."""

    taken: int = 0
    malformed: int = 0
    given_up: int = 0


class Intake:
    """Returns only when the runtime has taken everything, or nothing more can be done."""

    def __init__(self, inbound: Inbound, presses: Presses, sink: Sink, patience: Patience) -> None:
        self._inbound = inbound
        self._presses = presses
        self._sink = sink
        self._patience = patience
        self.counts = Counts()

    async def take(self, update: Raw) -> None:
        """Hand over one update's events. While the store is away nothing is confirmed: it waits as long as it takes."""
        parsed = await self._parse(update)
        for event in parsed.events:
            await self._hand_over(update, event)
        await parsed.afterwards()
        self.counts.taken += 1

    async def _parse(self, update: Raw) -> Parsed:
        for attempt in range(LOOKUPS):
            try:
                return await self._inbound.parse(update)
            except ConnectionError as error:
                log.warning("update %s waits for an answer of Telegram's: %s", described(update), error)
                await asyncio.sleep(self._patience.pause(attempt))
            except Exception:  # the boundary of one inbound update: whatever is wrong with it stays with it
                self.counts.malformed += 1
                log.exception("update %s is malformed; left out", described(update))
                return Parsed()
        self.counts.given_up += 1
        log.error("update %s was given up: Telegram never answered", described(update))
        return Parsed()

    async def _hand_over(self, update: Raw, event: Event) -> None:
        query = query_of(event.ticket) if isinstance(event, ButtonPressed) else None
        if query is not None:
            self._presses.arrived(query)
        failures = 0
        while True:
            try:
                await self._sink(event)
            except Exception as error:  # the boundary of one inbound update
                if failures == 0:
                    log.exception("update %s was not taken; trying again", described(update))
                failures += 1
                if failures >= TRIES and not is_outage(error):
                    self.counts.given_up += 1
                    log.error("update %s was given up after %d tries", described(update), TRIES)  # noqa: TRY400
                    return
                await asyncio.sleep(self._patience.pause(failures))
            else:
                return


def is_outage(error: BaseException) -> bool:
    """Tell a store that is full, locked or away, which will be back, from an event that it cannot take."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, OSError | sqlite3.OperationalError):
            return True
        cause = cause.__cause__ or cause.__context__
    return False
