"""Telegram's own polls: put up, stopped, and whose votes are told with nothing but the poll's number."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from telegram.constants import PollType

from bot.adapters.telegram.chats import Chats, Raw
from bot.adapters.telegram.flood import Api, turn
from bot.adapters.telegram.standing import account
from bot.core.ids import TELEGRAM, ChannelRef, MessageRef, Place, SpaceRef
from bot.core.native_polls import ClosePoll, Manner, OpenPoll, PollVoted
from bot.core.ports import Shelf
from bot.core.receipts import Done, Receipt
from bot.core.routing import lane

_NAME = "native-polls"
MOST = 500
"""So many are remembered, the newest."""


@dataclass(frozen=True, slots=True)
class Stands:
    """Where a poll stands, as it is kept over a restart."""

    channel: str
    space: str
    thread: str | None
    message: str

    @property
    def ref(self) -> MessageRef:
        return MessageRef(
            Place(ChannelRef(TELEGRAM, self.channel), SpaceRef(TELEGRAM, self.space), self.thread), self.message
        )


class NativePolls:
    """Knows which poll stands where: a vote names the poll, and neither the chat nor the message."""

    def __init__(self, bot: Api, chats: Chats, shelf: Shelf) -> None:
        self._bot = bot
        self._chats = chats
        self._shelf = shelf
        self._known: dict[str, Stands] = {}
        self._on_their_way = 0

    async def open(self) -> None:
        """Read what stood before the restart."""
        kept = json.loads(await self._shelf.get(_NAME) or "{}")
        self._known = {poll: Stands(*where) for poll, where in kept.items()}

    async def carry_out(self, action: OpenPoll | ClosePoll) -> Receipt:
        """Put one up, or stop one; raises TelegramError, also for one that is over already."""
        match action:
            case OpenPoll():
                return await self._put_up(action)
            case ClosePoll():
                return await self._stop(action)
        assert_never(action)

    async def _put_up(self, action: OpenPoll) -> Receipt:
        """Votes have names in it, so that they can be counted."""
        place, is_quiz = action.place, action.right is not None
        self._on_their_way += 1
        try:
            sent = await self._bot.send_poll(
                self._chats.number(place.channel),
                action.question,
                list(action.options),
                is_anonymous=False,
                type=PollType.QUIZ if is_quiz else PollType.REGULAR,
                allows_multiple_answers=action.several,
                correct_option_ids=None if action.right is None else [action.right],  # type: ignore[list-item]
                explanation=action.explanation or None,
                close_date=action.closes_at,
                message_thread_id=int(place.thread) if place.thread else None,
                rate_limit_args=turn(lane(action)),
            )
            ref = MessageRef(place, str(sent.message_id))
            if sent.poll is not None:
                await self._remember(sent.poll.id, ref)
        finally:
            self._on_their_way -= 1
        return Done(ref)

    async def _stop(self, action: ClosePoll) -> Receipt:
        await self._bot.stop_poll(
            self._chats.number(action.message.place.channel),
            int(action.message.native),
            rate_limit_args=turn(lane(action)),
        )
        return Done(action.message)

    def voted(self, update: Raw, answer: Raw, now: datetime) -> tuple[PollVoted, ...]:
        """Read a vote. Raises ConnectionError while a poll is being put up: it may be that one.

        Votes cast in a channel's name are nobody's, and are left out.
        """
        stands = self._known.get(str(answer["poll_id"]))
        if stands is None and self._on_their_way:
            raise ConnectionError("a poll is being put up")
        if stands is None or "user" not in answer:
            return ()
        user = answer["user"]
        self._chats.remember(user)
        by = account(user, self._chats.user(int(user["id"])))
        options = tuple(int(option) for option in answer["option_ids"])
        key = f"telegram:{self._bot.id}:{update['update_id']}:{answer['poll_id']}"
        return (PollVoted(key, stands.ref, by, options, Manner.WHOLE, now),)

    async def _remember(self, poll: str, ref: MessageRef) -> None:
        space = ref.place.channel if ref.place.space is None else ref.place.space
        self._known[poll] = Stands(ref.place.channel.native, space.native, ref.place.thread, ref.native)
        while len(self._known) > MOST:
            del self._known[next(iter(self._known))]
        kept = {poll: (one.channel, one.space, one.thread, one.message) for poll, one in self._known.items()}
        await self._shelf.put(_NAME, json.dumps(kept))
