"""Forum topics, opened and closed."""

from dataclasses import replace

from telegram.error import BadRequest

from bot.adapters.telegram.chats import Chats
from bot.adapters.telegram.flood import Api, turn
from bot.adapters.telegram.refusals import attempt_of
from bot.core.actions import CloseThread, OpenThread
from bot.core.ids import Place
from bot.core.receipts import Done, Receipt, Refusal, Refused
from bot.core.routing import Lane

LONGEST_TITLE = 128
_NOTHING_TO_DO = "not_modified"


class Threads:
    """Needs the right to manage topics, in a group that has topics."""

    def __init__(self, bot: Api, chats: Chats) -> None:
        self._bot = bot
        self._chats = chats

    async def open(self, action: OpenThread) -> Place:
        """Open a topic, still empty; raises TelegramError."""
        title = " ".join(action.title.split())[:LONGEST_TITLE] or "-"
        chat = self._chats.number(action.place.channel)
        made = await self._bot.create_forum_topic(chat, title, rate_limit_args=turn(Lane.NOTICE))
        return replace(action.place, thread=str(made.message_thread_id))

    async def close(self, action: CloseThread) -> Receipt:
        """Close or reopen it; as it should be already counts as done."""
        if action.place.thread is None:
            return Refused(Refusal.UNSUPPORTED, "this is no topic")
        chat, topic = self._chats.number(action.place.channel), int(action.place.thread)
        change = self._bot.reopen_forum_topic if action.reopen else self._bot.close_forum_topic
        try:
            await change(chat, topic, rate_limit_args=turn(Lane.NOTICE))
        except BadRequest as error:
            attempt = attempt_of(error)
            as_it_was = _NOTHING_TO_DO in error.message.lower()
            return attempt if isinstance(attempt, Refused) and not as_it_was else Done()
        return Done()
