"""Keeps the client running: restarts it with back-off, and knows which refusals no restart can mend."""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable

import discord

from bot.adapters.discord.budget import BudgetSpent
from bot.adapters.discord.patience import Patience
from bot.adapters.discord.refusals import FAILURES
from bot.core.ports import PlatformRefused

TO_LOG_IN = (
    "Discord does not accept the token. Open https://discord.com/developers/applications, choose the bot, "
    "page Bot, press Reset Token, and put the new one into TOWNKEEPER_DISCORD__TOKEN."
)
TO_HEAR = (
    "Discord does not let the bot read messages and see members yet. "
    "1. Open https://discord.com/developers/applications, choose the bot, page Bot. "
    "2. Under Privileged Gateway Intents switch on Server Members Intent and Message Content Intent, save, "
    "and start the bot again."
)
_HOPELESS = {
    4004: TO_LOG_IN,
    4010: "Discord refuses the shard. Start only one process of this bot.",
    4011: "The bot is in too many spaces for one connection; it needs sharding, which this version does not have.",
    4012: "Discord refuses this version of its gateway. Update Townkeeper.",
    4013: "Discord refuses the intents of this version. Update Townkeeper.",
    4014: TO_HEAR,
}

log = logging.getLogger(__name__)


class Supervisor:
    """Runs ``attempt`` again and again; each attempt is one life of a client."""

    def __init__(self, attempt: Callable[[], Awaitable[None]], patience: Patience) -> None:
        self._attempt = attempt
        self._patience = patience
        self._pause = patience.first_pause

    def well(self) -> None:
        """The client is connected: the next failure starts with a short pause again."""
        self._pause = self._patience.first_pause

    async def run(self) -> None:
        """Run until cancelled; PlatformRefused when it makes no sense to try again."""
        while True:
            try:
                await self._attempt()
                log.warning("the connection to Discord ended")
            except BudgetSpent as spent:
                log.error("%s", spent)  # noqa: TRY400  # an alert, not a crash
                await asyncio.sleep(spent.wait.total_seconds())
            except Exception as failure:  # the boundary of one life of the client
                if remedy := remedy_for(failure):
                    raise PlatformRefused(remedy) from failure
                known = isinstance(failure, FAILURES)
                log.warning("the connection to Discord failed: %s", type(failure).__name__, exc_info=not known)
            await asyncio.sleep(self._pause * random.uniform(0.5, 1.0))  # noqa: S311  # jitter is no secret
            self._pause = min(self._pause * 2, self._patience.longest_pause)


def remedy_for(failure: Exception) -> str | None:
    """What a person must do about it; None when trying again may help."""
    match failure:
        case discord.LoginFailure():
            return TO_LOG_IN
        case discord.PrivilegedIntentsRequired():
            return TO_HEAR
        case discord.ConnectionClosed():
            return _HOPELESS.get(failure.code)
        case _:
            return None
