"""Telegram without a network: raw updates for the bare python-telegram-bot and for the whole bot."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from telegram import Update
from telegram.ext import Application, ContextTypes, ExtBot, MessageHandler, filters
from telegram.request import BaseRequest, RequestData

from bench.chatter import Said, chatter
from bench.engine import GROUP, MemoryShelf, account
from bench.timing import Batch, Contender
from bot.adapters.telegram.chats import Chats
from bot.adapters.telegram.commands import CommandBook
from bot.adapters.telegram.dialogs import Dialogs
from bot.adapters.telegram.flood import Api, FloodControl
from bot.adapters.telegram.inbound import Inbound
from bot.adapters.telegram.intake import Intake
from bot.adapters.telegram.messages import Self
from bot.adapters.telegram.native_polls import NativePolls
from bot.adapters.telegram.polling import Patience
from bot.adapters.telegram.rights import Rights
from bot.adapters.telegram.views import Presses
from bot.core.languages import LANGUAGES
from bot.runtime.clock import SystemClock
from bot.runtime.engine import Engine

_ME = {"id": 424242, "is_bot": True, "first_name": "Townkeeper", "username": "riverside_town_bot"}
_OWNER = {"user": {"id": 1, "is_bot": False, "first_name": "Bea"}, "status": "creator", "is_anonymous": False}
_CHAT = {"id": GROUP, "title": "Riverside Makers", "username": "riverside_makers", "type": "supergroup"}
_START = int(datetime(2026, 3, 1, 9, tzinfo=UTC).timestamp())


class TelegramSide:
    """Ready to take updates; ``open`` first."""

    def __init__(self, engine: Engine, seed: int) -> None:
        self._engine = engine
        self._seed = seed
        self._bot: Api = ExtBot(
            "424242:bench", request=_Canned(), get_updates_request=_Canned(), rate_limiter=FloodControl()
        )
        self._app = Application.builder().bot(self._bot).updater(None).build()
        shelf = MemoryShelf()
        chats = Chats(shelf)
        clock = SystemClock()
        dialogs = Dialogs(self._bot, shelf, clock.now)
        me = Self(int(str(_ME["id"])), str(_ME["username"]))
        polls = NativePolls(self._bot, chats, shelf)
        self._inbound = Inbound(self._bot, me, Rights(self._bot, chats), chats, dialogs, polls, clock.now)
        self.intake = Intake(self._inbound, Presses(_nothing), engine.take, Patience())

    async def open(self) -> None:
        self._app.add_handler(MessageHandler(filters.ALL, _ignored))
        await self._app.initialize()
        self._inbound.offer(CommandBook(self._engine.offered()))

    async def close(self) -> None:
        await self._app.shutdown()

    def contenders(self) -> list[Contender]:
        """The library alone, twice, and the bot, whole and its parsing alone."""
        return [
            Contender("telegram library", self._talk(), self._de_json),
            Contender("telegram library, handled", self._talk(), self._process),
            Contender("telegram parsing", self._talk(), self._parse),
            Contender("telegram bot", self._talk(), self._whole),
        ]

    def update(self, said: Said) -> dict[str, Any]:
        """One message as Telegram sends it."""
        message = _message(said)
        if said.answers is not None:
            message["reply_to_message"] = _message(Said(said.answers, said.author + 1, "Tom", "see you there", None))
        return {"update_id": 900_000 + said.number, "message": message}

    def _talk(self) -> "_Talk":
        return _Talk(self, chatter(self._seed))

    async def _de_json(self, batch: Batch) -> None:
        for raw in batch:
            Update.de_json(raw, self._bot)

    async def _process(self, batch: Batch) -> None:
        for raw in batch:
            await self._app.process_update(Update.de_json(raw, self._bot))

    async def _parse(self, batch: Batch) -> None:
        for raw in batch:
            await self._inbound.parse(raw)

    async def _whole(self, batch: Batch) -> None:
        for raw in batch:
            await self.intake.take(raw)


class _Talk:
    """Goes on where it stopped, so that no update comes twice."""

    def __init__(self, side: TelegramSide, source: Iterator[Said]) -> None:
        self._side = side
        self._source = source

    def __call__(self, size: int) -> Batch:
        return [self._side.update(said) for said in islice(self._source, size)]


class _Canned(BaseRequest):
    """Answers the few questions that are asked at the start, from memory."""

    @property
    def read_timeout(self) -> float:
        return 1.0

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002 - the library's signature
        request_data: RequestData | None = None,  # noqa: ARG002
        read_timeout: Any = None,  # noqa: ANN401, ARG002
        write_timeout: Any = None,  # noqa: ANN401, ARG002
        connect_timeout: Any = None,  # noqa: ANN401, ARG002
        pool_timeout: Any = None,  # noqa: ANN401, ARG002
    ) -> tuple[int, bytes]:
        asked = url.rpartition("/")[2]
        result: object = {"getMe": _ME, "getChatAdministrators": [_OWNER]}.get(asked, True)
        return 200, json.dumps({"ok": True, "result": result}).encode()


def _message(said: Said) -> dict[str, Any]:
    message: dict[str, Any] = {
        "message_id": said.number,
        "from": {
            "id": account(said.author),
            "is_bot": False,
            "first_name": said.name,
            "username": f"member_{said.author}",
            "language_code": LANGUAGES[said.author % len(LANGUAGES)],
        },
        "chat": dict(_CHAT),
        "date": _START + said.number,
        "text": said.text,
    }
    links = [
        {"type": "url", "offset": found.start(), "length": found.end() - found.start()}
        for found in re.finditer(r"https?://\S+", said.text)
    ]
    return message | {"entities": links} if links else message


async def _ignored(_update: object, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Do nothing: the library's own cost is what is measured."""


async def _nothing(_query: str) -> None:
    """Nobody presses a button here."""
