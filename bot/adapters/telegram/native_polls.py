"""Telegram's own polls: put up, stopped, and whose votes are told with nothing but the poll's number."""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import astuple, dataclass
from datetime import datetime
from typing import assert_never
from weakref import WeakValueDictionary

from telegram.constants import PollType
from telegram.error import TelegramError

from bot.adapters.telegram.chats import Chats, Raw
from bot.adapters.telegram.flood import Api, turn
from bot.adapters.telegram.lost_polls import LostPolls
from bot.adapters.telegram.refusals import attempt_of
from bot.adapters.telegram.standing import account
from bot.core.ids import TELEGRAM, ChannelRef, MessageRef, Place, SpaceRef
from bot.core.native_polls import ClosePoll, Manner, OpenPoll, PollVoted
from bot.core.ports import Shelf
from bot.core.receipts import Done, Receipt, Refused, Trouble
from bot.core.routing import lane

_NAME = "native-polls"
MOST = 500
"""So many are remembered, the newest."""
WAITS = 20
"""So often votes wait for a poll that is to be put up again."""


@dataclass(frozen=True, slots=True)
class Stands:
    """Where a poll stands, as it is kept over a restart."""

    channel: str
    space: str
    thread: str | None
    message: str
    name: str = ""
    """The intent that wanted it."""

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
        self._lost = LostPolls(bot, chats, shelf)
        self._waits: Counter[str] = Counter()
        self._turns: WeakValueDictionary[ChannelRef, asyncio.Lock] = WeakValueDictionary()

    async def open(self) -> None:
        """Read what stood before the restart."""
        kept = json.loads(await self._shelf.get(_NAME) or "{}")
        self._known = {poll: Stands(*where) for poll, where in kept.items()}
        await self._lost.open()

    async def carry_out(self, action: OpenPoll | ClosePoll, name: str) -> Receipt:
        """Put one up, or stop one; raises TelegramError, also for one that is over already.

        ``name`` is the same whenever the same intent is tried: what it put up before is not put up again, or if the
        answer to that was lost taken away.
        """
        match action:
            case OpenPoll():
                turn_here = self._turns.setdefault(action.place.channel, asyncio.Lock())
                async with turn_here, self._under_way():
                    return await self._put_up(action, name)
            case ClosePoll():
                return await self._stop(action)
        assert_never(action)

    async def _put_up(self, action: OpenPoll, name: str) -> Receipt:
        before = self._by_name(name)
        if before is not None:  # its answer came, and the process ended before that was written down
            await self._lost.over(name)
            return Done(before.ref)
        is_again = await self._lost.begins(name, action)
        try:
            ref = await self._sent(action, name)
        except TelegramError as error:
            attempt = attempt_of(error)
            if isinstance(attempt, Refused) or (isinstance(attempt, Trouble) and not (is_again or attempt.maybe_done)):
                await self._lost.over(name)
            raise
        if not is_again:
            await self._lost.over(name)
            return Done(ref)
        here = {int(one.message) for one in self._known.values() if one.channel == ref.place.channel.native}
        lost = await self._lost.sought(name, ref, here)
        if lost.twin:
            await self._remember(lost.twin, ref, name)
        return Done(ref, doubled=not lost.gone)

    async def _sent(self, action: OpenPoll, name: str) -> MessageRef:
        """Votes have names in it, so that they can be counted."""
        place, is_quiz = action.place, action.right is not None
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
            await self._remember(sent.poll.id, ref, name)
        return ref

    async def _stop(self, action: ClosePoll) -> Receipt:
        await self._bot.stop_poll(
            self._chats.number(action.message.place.channel),
            int(action.message.native),
            rate_limit_args=turn(lane(action)),
        )
        return Done(action.message)

    async def voted(self, update: Raw, answer: Raw, now: datetime) -> tuple[PollVoted, ...]:
        """Read a vote. Raises ConnectionError while a poll is being put up: it may be that one.

        Votes cast in a channel's name are nobody's, and are left out.
        """
        options = tuple(int(option) for option in answer["option_ids"])
        stands = self._known.get(str(answer["poll_id"])) or await self._guessed(str(answer["poll_id"]), options, now)
        if stands is None or "user" not in answer:
            return ()
        user = answer["user"]
        self._chats.remember(user)
        by = account(user, self._chats.user(int(user["id"])))
        key = f"telegram:{self._bot.id}:{update['update_id']}:{answer['poll_id']}"
        return (PollVoted(key, stands.ref, by, options, Manner.WHOLE, now),)

    async def noticed(self, message: Raw) -> None:
        """Somebody answered or pinned a poll of this bot's: one that stands twice is taken away."""
        for part in ("reply_to_message", "pinned_message"):
            about: Raw = message.get(part) or {}
            if "poll" not in about or about.get("from", {}).get("id") != self._bot.id or self._is_here(about):
                continue
            found = await self._lost.met(about)
            second = None if found is None else self._by_name(found[0])
            if found is not None and second is not None:
                await self._remember(found[1], second.ref, second.name)

    async def _guessed(self, poll: str, options: tuple[int, ...], now: datetime) -> Stands | None:
        """Where the votes of an unknown poll belong: each one of this bot's is known, but the ones that were lost."""
        if self._on_their_way:
            raise ConnectionError("a poll is being put up")
        name = self._lost.of_vote(options, now)
        if name is None:
            return None
        stands = self._by_name(name)
        if stands is None:
            self._waits[name] += 1
            if self._waits[name] > WAITS:  # nobody tries any more to put it up
                await self._lost.over(name)
                return None
            raise ConnectionError("a poll is to be put up again")
        await self._lost.has_twin(name, poll)
        await self._remember(poll, stands.ref, name)
        return stands

    @asynccontextmanager
    async def _under_way(self) -> AsyncGenerator[None]:
        self._on_their_way += 1
        try:
            yield
        finally:
            self._on_their_way -= 1

    def _by_name(self, name: str) -> Stands | None:
        return next((one for one in self._known.values() if one.name == name), None)

    def _is_here(self, message: Raw) -> bool:
        ref = self._chats.ref_of(message)
        return any(one.ref == ref for one in self._known.values())

    async def _remember(self, poll: str, ref: MessageRef, name: str) -> None:
        space = ref.place.channel if ref.place.space is None else ref.place.space
        self._known[poll] = Stands(ref.place.channel.native, space.native, ref.place.thread, ref.native, name)
        while len(self._known) > MOST:
            del self._known[next(iter(self._known))]
        await self._shelf.put(_NAME, json.dumps({poll: astuple(one) for poll, one in self._known.items()}))
