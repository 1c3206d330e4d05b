"""Updates by long polling: the offset moves only when all of a batch is safely in the store.

The library's own polling loses what lies in its queue on a kill, and parses each update at twenty times our cost.
"""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, cast

import aiohttp
from telegram.error import TelegramError

from bot.adapters.telegram.chats import Raw
from bot.adapters.telegram.transport import AiohttpRequest, decode, pause_of
from bot.core.ports import PlatformRefused

log = logging.getLogger(__name__)

LONG_POLL_SECONDS = 25
BATCH = 100
WHERE_TO_GET_ONE = (
    "Telegram does not accept the bot's token. Ask @BotFather for it (/mybots, API Token), put it into "
    "TOWNKEEPER_TELEGRAM__TOKEN, and start again."
)
_CONFLICT = "another program reads this bot's updates (409); stop it, or ask @BotFather for a new token"


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait after the n-th failure in a row: doubling, half of it at random."""

    first: float = 1.0
    most: float = 60.0

    def pause(self, failures: int) -> float:
        ceiling = min(self.most, self.first * 2 ** min(failures, 16))
        return secrets.SystemRandom().uniform(ceiling / 2, ceiling)


class PollTrouble(Exception):  # noqa: N818  # it reads as what happened
    """No updates this time; ``wait`` is what Telegram itself asked for."""

    def __init__(self, why: str, wait: float | None = None) -> None:
        super().__init__(why)
        self.wait = wait


class Poller:
    """Fetches batches and hands each update to ``take``: in order within a chat, chats side by side."""

    def __init__(
        self,
        url: str,
        transport: AiohttpRequest,
        wanted: tuple[str, ...],
        take: Callable[[Raw], Awaitable[None]],
        patience: Patience,
    ) -> None:
        self._url = url
        self._transport = transport
        self._wanted = wanted
        self._take = take
        self._patience = patience
        self._offset = 0  # never from a store: after a quiet week the next id may be lower

    async def run(self, between: Callable[[], Awaitable[None]]) -> None:
        """Poll until cancelled; ``between`` runs after each batch. Raises PlatformRefused for a bad token."""
        failures = 0
        said = ""
        try:
            while True:
                try:
                    batch = await self._fetch(LONG_POLL_SECONDS, BATCH)
                except PollTrouble as trouble:
                    if str(trouble) != said:
                        said = str(trouble)
                        log.warning("no updates from Telegram: %s; trying again", said)
                    await asyncio.sleep(trouble.wait or self._patience.pause(failures))
                    failures += 1
                    continue
                if said:
                    log.info("updates from Telegram are coming again")
                failures, said = 0, ""
                await self._hand_over(batch)
                await between()
        except asyncio.CancelledError:
            await self._confirm()
            raise

    async def _fetch(self, seconds: int, most: int) -> list[Raw]:
        asked = {
            "offset": self._offset,
            "timeout": seconds,
            "limit": most,
            "allowed_updates": list(self._wanted),
        }
        timeout = aiohttp.ClientTimeout(total=seconds + 15, sock_connect=10)
        try:
            async with self._transport.session.post(self._url, json=asked, timeout=timeout) as response:
                payload = await response.read()
                status, header = response.status, response.headers.get("Retry-After", "")
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise PollTrouble(f"the network failed ({type(error).__name__})") from None
        if status != HTTPStatus.OK:
            raise _refused(status, payload, header)
        try:
            result: list[Any] = decode(payload)["result"]
        except (TelegramError, KeyError):
            raise PollTrouble("the answer was no list of updates") from None
        return [update for update in result if _is_update(update)]

    async def _hand_over(self, batch: list[Raw]) -> None:
        lanes: dict[object, list[Raw]] = {}
        for update in batch:
            lanes.setdefault(_lane(update), []).append(update)
        await asyncio.gather(*(self._in_order(lane) for lane in lanes.values()))
        if batch:
            self._offset = max(update["update_id"] for update in batch) + 1

    async def _in_order(self, updates: list[Raw]) -> None:
        for update in updates:
            await self._take(update)

    async def _confirm(self) -> None:
        """Tell Telegram before leaving what is done, so that the next start does not meet it again."""
        try:
            async with asyncio.timeout(0.5):
                if self._offset:
                    await self._fetch(0, 1)
        except (PollTrouble, PlatformRefused, TelegramError, TimeoutError):
            log.debug("the last updates were not confirmed; they come again and are recognised")


def _refused(status: int, payload: bytes, header: str) -> Exception:
    match status:
        case HTTPStatus.UNAUTHORIZED:
            return PlatformRefused(WHERE_TO_GET_ONE)
        case HTTPStatus.CONFLICT:
            return PollTrouble(_CONFLICT)
        case HTTPStatus.TOO_MANY_REQUESTS:
            return PollTrouble("too many requests (429)", pause_of(payload, header))
        case _:
            return PollTrouble(f"it answered {status}")


def _is_update(update: object) -> bool:
    if isinstance(_part(update, "update_id"), int):
        return True
    log.error("something that is no update came from Telegram; left out")
    return False


def _lane(update: Raw) -> object:
    """The chat whose order must be kept; None for what has no chat."""
    for content in update.values():
        chat = _part(content, "chat") or _part(_part(content, "message"), "chat")
        if chat is not None:
            return _part(chat, "id")
    return None


def _part(value: object, name: str) -> object:
    """A field of something that should be a JSON object and may be anything."""
    return cast("Raw", value).get(name) if isinstance(value, dict) else None
