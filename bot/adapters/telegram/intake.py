"""One update to the runtime: a malformed one is counted, a failed one tried again, none stops the rest."""

import asyncio
import logging
from dataclasses import dataclass

from bot.adapters.telegram.chats import Raw
from bot.adapters.telegram.inbound import Inbound, Parsed, described
from bot.adapters.telegram.polling import Patience
from bot.adapters.telegram.tickets import query_of
from bot.adapters.telegram.views import Presses
from bot.core.events import ButtonPressed, Event
from bot.core.ports import Sink

log = logging.getLogger(__name__)
TRIES = 8


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
        """Hand over one update's events. Tries again while the store or Telegram fails, but not for ever."""
        for attempt in range(TRIES):
            try:
                parsed = await self._parse(update)
                for event in parsed.events:
                    await self._hand_over(event)
                await parsed.afterwards()
            except Exception as error:  # the boundary of one inbound update
                log.warning(
                    "update %s was not taken (%s), try %d",
                    described(update),
                    type(error).__name__,
                    attempt + 1,
                    exc_info=attempt == 0,
                )
                await asyncio.sleep(self._patience.pause(attempt))
            else:
                self.counts.taken += 1
                return
        self.counts.given_up += 1
        log.error("update %s was given up after %d tries", described(update), TRIES)

    async def _parse(self, update: Raw) -> Parsed:
        try:
            return await self._inbound.parse(update)
        except ConnectionError:
            raise
        except Exception:  # the boundary of one inbound update: whatever is wrong with it stays with it
            self.counts.malformed += 1
            log.exception("update %s is malformed; left out", described(update))
            return Parsed()

    async def _hand_over(self, event: Event) -> None:
        if isinstance(event, ButtonPressed):
            query = query_of(event.ticket)
            if query is not None:
                self._presses.arrived(query)
        await self._sink(event)
