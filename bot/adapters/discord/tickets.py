"""Interactions that wait for an answer: the first within three seconds, everything within fifteen minutes."""

import asyncio
import logging
from dataclasses import dataclass
from enum import Enum, auto

import discord

from bot.adapters.discord.patience import Patience
from bot.adapters.discord.refusals import FAILURES
from bot.core.interactions import Ticket

log = logging.getLogger(__name__)


class Manner(Enum):
    """How to gain time when the answer takes longer."""

    PRIVATELY = auto()
    PUBLICLY = auto()
    SILENTLY = auto()
    """A press: acknowledge it, and nothing is seen."""
    NOT_AT_ALL = auto()
    """A form may follow, and a form cannot follow a defer."""


@dataclass(slots=True)
class Open:
    """One interaction on its way; ``thinking`` while Discord shows that the bot thinks."""

    interaction: discord.Interaction
    manner: Manner
    lock: asyncio.Lock
    thinking: bool = False


class Tickets:
    """Keeps interactions until they are answered for good, and gains time for the slow ones."""

    def __init__(self, patience: Patience) -> None:
        self._patience = patience
        self._open: dict[str, Open] = {}
        self._keepers: set[asyncio.Task[None]] = set()

    def take(self, interaction: discord.Interaction, manner: Manner) -> Ticket:
        ticket = Ticket(str(interaction.id), is_press=manner is Manner.SILENTLY)
        opened = self._open[ticket.native] = Open(interaction, manner, asyncio.Lock())
        keeper = asyncio.create_task(self._keep(ticket.native, opened))
        self._keepers.add(keeper)
        keeper.add_done_callback(self._keepers.discard)
        return ticket

    def find(self, ticket: Ticket) -> Open | None:
        """The interaction behind a ticket; None when it is too old, or of a former life."""
        return self._open.get(ticket.native)

    async def close(self) -> None:
        for keeper in list(self._keepers):
            keeper.cancel()
        await asyncio.gather(*self._keepers, return_exceptions=True)
        self._open.clear()

    async def _keep(self, name: str, opened: Open) -> None:
        try:
            await asyncio.sleep(self._patience.before_defer)
            await self._gain_time(opened)
            await asyncio.sleep(self._patience.ticket)
            if opened.thinking:
                # Nobody answered: it must not seem to think for ever.
                await opened.interaction.delete_original_response()
        except FAILURES as failure:
            log.warning("an interaction could not be kept waiting: %s", type(failure).__name__)
        finally:
            self._open.pop(name, None)

    async def _gain_time(self, opened: Open) -> None:
        async with asyncio.timeout(self._patience.deadline), opened.lock:
            if opened.manner is Manner.NOT_AT_ALL or opened.interaction.response.is_done():
                return
            if opened.manner is Manner.SILENTLY:
                await opened.interaction.response.defer()
                return
            await opened.interaction.response.defer(ephemeral=opened.manner is Manner.PRIVATELY, thinking=True)
            opened.thinking = True
