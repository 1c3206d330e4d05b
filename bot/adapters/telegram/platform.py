"""Telegram as the core sees a chat network: connect, keep going, stop only when it makes no sense."""

import asyncio
import logging
import traceback
from collections.abc import Awaitable, Callable, Sequence
from typing import IO

from telegram.error import InvalidToken, TelegramError
from telegram.ext import ExtBot

from bot.adapters.telegram.chats import Chats
from bot.adapters.telegram.commands import CommandBook
from bot.adapters.telegram.dialogs import Dialogs
from bot.adapters.telegram.enclosures import Enclosures
from bot.adapters.telegram.flood import Api, FloodControl
from bot.adapters.telegram.forms import Forms
from bot.adapters.telegram.inbound import WANTED, Inbound
from bot.adapters.telegram.intake import Intake
from bot.adapters.telegram.menus import write_menus
from bot.adapters.telegram.messages import Self
from bot.adapters.telegram.native_polls import NativePolls
from bot.adapters.telegram.outbound import Outbound
from bot.adapters.telegram.places import Places, role_of
from bot.adapters.telegram.polling import WHERE_TO_GET_ONE, Patience, Poller
from bot.adapters.telegram.rights import Rights
from bot.adapters.telegram.sanctions import Sanctions
from bot.adapters.telegram.transport import AiohttpRequest
from bot.core.actions import Action
from bot.core.attachments import Enclosure
from bot.core.capabilities import Capabilities
from bot.core.commands import CommandSpec
from bot.core.ids import TELEGRAM, MessageRef, Place, Platform, SpaceRef, UserRef
from bot.core.people import Member
from bot.core.ports import Clock, PlatformRefused, Shelf, Sink
from bot.core.receipts import Attempt, Trouble
from bot.core.text import Voice, Voices

log = logging.getLogger(__name__)
API = "https://api.telegram.org"
NAMES_EVERY = 30.0


class TelegramPlatform:
    """One bot account. Restarts itself after whatever goes wrong, except a refused token."""

    def __init__(
        self,
        token: str,
        shelf: Shelf,
        clock: Clock,
        api_url: str | None = None,
        patience: Patience | None = None,
    ) -> None:
        # The library writes its base URL, which holds the token, and every text it sends at DEBUG.
        logging.getLogger("telegram").setLevel(logging.WARNING)
        base = (api_url or API).rstrip("/")
        self._token = token
        self._shelf = shelf
        self._clock = clock
        self._patience = patience or Patience()
        self._transport = AiohttpRequest(base)
        self._bot: Api = ExtBot(
            token,
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            request=self._transport,
            get_updates_request=self._transport,
            rate_limiter=FloodControl(),
        )
        self._poll_url = f"{base}/bot{token}/getUpdates"
        self._chats = Chats(shelf)
        self._rights = Rights(self._bot, self._chats)
        self._dialogs = Dialogs(self._bot, shelf, clock.now)
        forms = Forms(self._dialogs, self._chats, clock.now, self._rights.is_anonymous)
        sanctions = Sanctions(self._bot, self._chats, clock.now)
        self._enclosures = Enclosures(self._bot, self._transport)
        self._polls = NativePolls(self._bot, self._chats, shelf)
        self._outbound = Outbound(self._bot, self._chats, self._rights, sanctions, forms, self._enclosures, self._polls)
        self._places = Places(self._bot, self._chats)
        self._offered: tuple[Sequence[CommandSpec], Voices] | None = None
        self._inbound: Inbound | None = None
        self._writing: asyncio.Task[None] | None = None
        self._save_at = 0.0
        self.intake: Intake | None = None

    @property
    def name(self) -> Platform:
        return TELEGRAM

    @property
    def dialect(self) -> Platform:
        return TELEGRAM

    # ---- life

    async def run(self, sink: Sink, ready: Callable[[], Awaitable[None]]) -> None:
        """Connect and poll until cancelled; raises PlatformRefused for a token that Telegram does not accept."""
        failures = 0
        try:
            while True:
                try:
                    await self._connect(sink, ready)
                    failures = 0
                    await self._poll()
                except (PlatformRefused, asyncio.CancelledError):
                    raise
                except Exception as error:  # noqa: BLE001  # the boundary of this messenger: it must come back
                    log.error("Telegram stopped and is started again: %s", self._redacted(error))  # noqa: TRY400
                    await asyncio.sleep(self._patience.pause(failures))
                    failures += 1
        finally:
            await self._close()

    async def _connect(self, sink: Sink, ready: Callable[[], Awaitable[None]]) -> None:
        try:
            await self._transport.initialize()
            await self._bot.initialize()
            await self._bot.delete_webhook()  # with a webhook set, polling is refused
        except InvalidToken:  # its message holds the token
            raise PlatformRefused(WHERE_TO_GET_ONE) from None
        await self._chats.open()
        await self._dialogs.open()
        await self._polls.open()
        me = Self(self._bot.id, self._bot.username)
        self._inbound = Inbound(self._bot, me, self._rights, self._chats, self._dialogs, self._polls, self._clock.now)
        self.intake = Intake(self._inbound, self._outbound.presses, sink, self._patience)
        if not self._bot.bot.can_read_all_group_messages:
            log.warning(
                "privacy mode is on: in groups where @%s is no administrator it sees only commands. Make it an "
                "administrator, or switch privacy mode off (@BotFather, /setprivacy) and add it again.",
                me.name,
            )
        self._offer()
        await ready()

    async def _poll(self) -> None:
        if self.intake is None:
            return
        poller = Poller(self._poll_url, self._transport, WANTED, self.intake.take, self._patience)
        await poller.run(self._save_names)

    async def _save_names(self) -> None:
        """Write new names down now and then: a clean message costs no disk write."""
        now = asyncio.get_running_loop().time()
        if now >= self._save_at:
            self._save_at = now + NAMES_EVERY
            await self._chats.save()

    async def _close(self) -> None:
        self._outbound.presses.close()
        if self._writing is not None:
            self._writing.cancel()
        await self._chats.save()
        self._inbound = None
        try:
            await self._bot.shutdown()
        except TelegramError as error:
            log.debug("while closing: %s", error.message)
        await self._transport.shutdown()

    # ---- what the runtime asks for

    async def perform(self, action: Action, voice: Voice, nonce: str, content: IO[bytes] | None = None) -> Attempt:
        """Carry out one lowered action. Telegram has no nonces: an unknown outcome stays unknown, but of its polls."""
        if self._inbound is None:
            return Trouble("Telegram is not connected", maybe_done=False)
        return await self._outbound.perform(action, voice, nonce, content)

    async def fetch(self, enclosure: Enclosure, limit: int, into: IO[bytes]) -> Attempt:
        """Download what a message carries, 20 MB at most."""
        if self._inbound is None:
            return Trouble("Telegram is not connected", maybe_done=False)
        return await self._enclosures.fetch(enclosure, limit, into)

    async def capabilities(self, place: Place) -> Capabilities:
        """What the bot can do there now."""
        if self._inbound is None:
            return Capabilities(frozenset())
        return await self._rights.capabilities(self._chats.number(place.channel))

    async def member(self, space: SpaceRef, user: UserRef) -> Member | None:
        """Look an account up; raises ConnectionError while Telegram does not answer."""
        return await self._rights.member(space, user)

    def seen(self, space: SpaceRef, user: UserRef) -> Member | None:
        """An administrator, as the chat's list of them was last read; Telegram tells of nobody else unasked."""
        return self._rights.seen(space, user)

    async def find_place(self, name: str) -> Place | None:
        """Resolve ``@name``, a t.me link, or a number with an optional ``/topic``."""
        return await self._places.find(name)

    async def find_role(self, name: str, spaces: Sequence[SpaceRef]) -> str | None:
        """``chat-admins`` is the only role Telegram has."""
        del spaces
        return role_of(name)

    def paste(self, place: Place) -> str:
        """The place as it stands in a config file."""
        return self._chats.paste(place)

    def link(self, message: MessageRef) -> str:
        """Supergroups have addresses for their members; basic groups and private chats have none."""
        inner = message.place.channel.native.removeprefix("-100")
        is_supergroup = message.place.channel.native.startswith("-100")
        topic = f"/{message.place.thread}" if message.place.thread else ""
        return f"https://t.me/c/{inner}{topic}/{message.native}" if is_supergroup else ""

    def publish(self, commands: Sequence[CommandSpec], voices: Voices) -> None:
        """Offer these commands, at once when connected."""
        self._offered = (tuple(commands), voices)
        if self._inbound is not None:
            self._offer()

    def _offer(self) -> None:
        if self._offered is None or self._inbound is None:
            return
        commands, voices = self._offered
        self._inbound.offer(CommandBook(commands))
        if self._writing is not None:
            self._writing.cancel()
        menus = write_menus(self._bot, self._shelf, commands, voices)
        self._writing = asyncio.get_running_loop().create_task(menus)

    def _redacted(self, error: Exception) -> str:
        return "".join(traceback.format_exception(error)).replace(self._token, "<token>")
