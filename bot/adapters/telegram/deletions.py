"""Taking messages away: in one call where it goes, one by one where a single message stands in the way."""

import logging

from telegram.error import BadRequest

from bot.adapters.telegram.chats import Chats
from bot.adapters.telegram.flood import Api, turn
from bot.adapters.telegram.refusals import attempt_of
from bot.adapters.telegram.rights import Rights
from bot.core.actions import Delete, RemoveThread
from bot.core.receipts import Done, Receipt, Refusal, Refused
from bot.core.routing import Lane

log = logging.getLogger(__name__)


class Deletions:
    """What is gone already counts as deleted."""

    def __init__(self, bot: Api, chats: Chats, rights: Rights) -> None:
        self._bot = bot
        self._chats = chats
        self._rights = rights

    async def delete(self, action: Delete) -> Receipt:
        by_chat: dict[int, list[int]] = {}
        for ref in action.messages:
            by_chat.setdefault(self._chats.number(ref.place.channel), []).append(int(ref.native))
        for chat, numbers in by_chat.items():
            refused = await self._in_chat(chat, numbers)
            if refused is not None:
                return refused
        return Done()

    async def topic(self, action: RemoveThread) -> Receipt:
        """Delete a forum topic with its messages; the General topic cannot go."""
        if action.place.thread is None:
            return Refused(Refusal.UNSUPPORTED, "this is no topic")
        chat = self._chats.number(action.place.channel)
        try:
            await self._bot.delete_forum_topic(chat, int(action.place.thread), rate_limit_args=turn(Lane.PUNISH))
        except BadRequest as error:
            attempt = attempt_of(error)
            return attempt if isinstance(attempt, Refused) and attempt.why is not Refusal.GONE else Done()
        return Done()

    async def _in_chat(self, chat: int, numbers: list[int]) -> Refused | None:
        """Delete in one call; one message that cannot go must not keep the others."""
        if len(numbers) > 1:
            try:
                await self._bot.delete_messages(chat, numbers, rate_limit_args=turn(Lane.PUNISH))
            except BadRequest:
                log.debug("a batch was refused; its messages are tried one by one")
            else:
                return None
        refused: Refused | None = None
        for number in numbers:
            refused = await self._one(chat, number) or refused
        return refused

    async def _one(self, chat: int, number: int) -> Refused | None:
        try:
            await self._bot.delete_message(chat, number, rate_limit_args=turn(Lane.PUNISH))
        except BadRequest as error:
            attempt = attempt_of(error)
            if not isinstance(attempt, Refused):
                return None
            allowed = chat > 0 or "can_delete_messages" in (await self._rights.own(chat)).may
            if attempt.why is Refusal.FORBIDDEN and allowed:  # the right is there, so it is age: 48 hours
                return Refused(Refusal.TOO_LATE, error.message)
            return attempt
        return None
