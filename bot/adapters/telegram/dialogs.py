"""Forms as questions, one by one: Telegram has no modal, but it can ask for a reply."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from telegram import ForceReply, ReplyParameters
from telegram.error import TelegramError

from bot.adapters.telegram.chats import Raw
from bot.adapters.telegram.flood import Api, turn
from bot.adapters.telegram.render import render
from bot.adapters.telegram.texts import own_text
from bot.core.ports import Shelf
from bot.core.routing import Lane
from bot.core.text import Mention, RichText

_NAME = "dialogs"
LASTS = timedelta(hours=1)
MOST = 500
LEFT_OUT = frozenset({"-", "–", "—"})
"""What people send for a question they need not answer."""
KEPT = "="
"""What they send to leave an answer as it was."""
LONGEST_PLACEHOLDER = 64


@dataclass(frozen=True, slots=True)
class Question:
    """One field of the form, put into words already."""

    name: str
    words: str
    required: bool
    longest: int
    value: str = ""
    """What was typed before, and stays where somebody sends ``=``."""


@dataclass(frozen=True, slots=True)
class Dialog:
    """A form on its way: what was answered, what is asked now, and where.

    ``tidy`` is set in public places: questions and answers are taken away at the end.
    """

    token: str
    chat: int
    user: int
    questions: tuple[Question, ...]
    at: str
    thread: int | None = None
    tidy: bool = False
    asked: int = 0
    values: dict[str, str] = field(default_factory=dict[str, str])
    seen: tuple[int, ...] = ()

    @property
    def question(self) -> Question:
        return self.questions[len(self.values)]

    def answered(self, message: Raw) -> "Dialog":
        """The same dialog with the answer that this message is."""
        words = own_text(message)
        given = "" if not self.question.required and words.strip() in LEFT_OUT else words[: self.question.longest]
        if self.question.value and words.strip() == KEPT:
            given = self.question.value
        seen = (*self.seen, self.asked, int(message["message_id"]))
        return replace(self, values={**self.values, self.question.name: given}, seen=seen)

    @property
    def is_complete(self) -> bool:
        return len(self.values) == len(self.questions)


class Dialogs:
    """One open dialog per person and chat; they survive a restart."""

    def __init__(self, bot: Api, shelf: Shelf, now: Callable[[], datetime]) -> None:
        self._bot = bot
        self._shelf = shelf
        self._now = now
        self._open: dict[tuple[int, int], Dialog] = {}

    async def open(self) -> None:
        """Read what was open before the restart."""
        for kept in json.loads(await self._shelf.get(_NAME) or "[]"):
            dialog = _loaded(kept)
            self._open[dialog.chat, dialog.user] = dialog

    async def ask(
        self, dialog: Dialog, lead: RichText = (), mention: Mention | None = None, reply_to: int | None = None
    ) -> int:
        """Put the next question; ``lead`` goes before it. The message's number; raises TelegramError."""
        words = dialog.question.words
        text: RichText = (*lead, *((mention, ": ") if mention else ()), words)
        piece = render(text)[0]
        sent = await self._bot.send_message(
            dialog.chat,
            piece.text,
            entities=piece.entities,
            message_thread_id=dialog.thread,
            reply_markup=ForceReply(selective=True, input_field_placeholder=words[:LONGEST_PLACEHOLDER]),
            reply_parameters=ReplyParameters(reply_to, allow_sending_without_reply=True) if reply_to else None,
            rate_limit_args=turn(Lane.ANSWER),
        )
        self._open[dialog.chat, dialog.user] = replace(dialog, asked=sent.message_id)
        await self._save()
        return sent.message_id

    def waiting_for(self, message: Raw) -> Dialog | None:
        """The dialog that this message answers: in a group it must be a reply, in private any text is one."""
        sender = message.get("from")
        if not sender or not own_text(message).strip():
            return None
        chat = message["chat"]
        dialog = self._open.get((int(chat["id"]), int(sender["id"])))
        if dialog is None or self._is_old(dialog):
            return None
        if int(message["message_id"]) in dialog.seen:  # delivered a second time
            return None
        replied: Raw = message.get("reply_to_message") or {}
        return dialog if chat["type"] == "private" or replied.get("message_id") == dialog.asked else None

    async def drop(self, chat: int, user: int) -> None:
        """Forget a dialog that was finished or left."""
        dialog = self._open.pop((chat, user), None)
        if dialog is not None:
            await self._save()

    async def finish(self, dialog: Dialog) -> None:
        """Forget it, and in public take question and answer away, as far as the bot may."""
        await self.drop(dialog.chat, dialog.user)
        if dialog.tidy:
            try:
                await self._bot.delete_messages(dialog.chat, dialog.seen, rate_limit_args=turn(Lane.PUNISH))
            except TelegramError:
                return  # it may not delete here; the form itself is not harmed

    def _is_old(self, dialog: Dialog) -> bool:
        return self._now() - datetime.fromisoformat(dialog.at) > LASTS

    async def _save(self) -> None:
        self._open = {key: one for key, one in self._open.items() if not self._is_old(one)}
        while len(self._open) > MOST:
            self._open.pop(next(iter(self._open)))
        await self._shelf.put(_NAME, json.dumps([asdict(one) for one in self._open.values()]))


def _loaded(kept: dict[str, Any]) -> Dialog:
    fields: dict[str, Any] = {**kept}
    fields["questions"] = tuple(Question(**question) for question in kept["questions"])
    fields["seen"] = tuple(kept["seen"])
    return Dialog(**fields)
