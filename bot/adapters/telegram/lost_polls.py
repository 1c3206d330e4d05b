"""Polls whose answer was lost: one of them may stand in its chat, and nobody knows at which message.

Telegram tells a bot neither what it sent nor where a poll stands in which somebody votes. So it is noted before each
poll that it is being put up. Where that was noted already the poll may be there a first time: it is looked for right
above the second one, stopped and deleted. Where that fails, whoever answers or pins it shows where it stands, and a
vote in it counts in the second one.
"""

import json
import logging
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from telegram.error import BadRequest, TelegramError

from bot.adapters.telegram.chats import Chats, Raw
from bot.adapters.telegram.flood import Api, turn
from bot.core.ids import MessageRef
from bot.core.native_polls import OpenPoll
from bot.core.ports import Shelf
from bot.core.routing import Lane

_NAME = "lost-polls"
MOST = 20
"""So many are remembered, the newest."""
REACH = 10
"""So many messages above the second one are tried: each try is a call, and 20 a minute are what a group takes."""
VOTES_WAIT = timedelta(hours=24)
"""So long Telegram keeps a vote for a bot that is away."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Lost:
    """What is being put up, until its answer is here; ``twin`` is the number of the first one, once that is known."""

    question: str
    options: tuple[str, ...]
    closes: float
    twin: str = ""
    gone: bool = False
    """Whether the first one was taken away."""

    def is_about(self, poll: Raw) -> bool:
        if self.twin:
            return self.twin == str(poll["id"])
        words = (poll["question"], tuple(option["text"] for option in poll["options"]))
        return words == (self.question, self.options)


class LostPolls:
    """Knows which polls may stand twice, by the name of the intent that wanted them."""

    def __init__(self, bot: Api, chats: Chats, shelf: Shelf) -> None:
        self._bot = bot
        self._chats = chats
        self._shelf = shelf
        self._lost: dict[str, Lost] = {}

    async def open(self) -> None:
        """Read what was on its way before the restart."""
        kept: dict[str, list[Any]] = json.loads(await self._shelf.get(_NAME) or "{}")
        self._lost = {name: Lost(question, tuple(options), *rest) for name, (question, options, *rest) in kept.items()}

    async def begins(self, name: str, action: OpenPoll) -> bool:
        """Note that it is being put up; True if that was noted before, so that it may stand there already."""
        if name in self._lost:
            return True
        self._lost[name] = Lost(action.question, action.options, action.closes_at.timestamp())
        while len(self._lost) > MOST:
            del self._lost[next(iter(self._lost))]
        await self._keep()
        return False

    async def over(self, name: str) -> None:
        """Its answer is here, or will never be."""
        if self._lost.pop(name, None) is not None:
            await self._keep()

    async def sought(self, name: str, second: MessageRef, known: Collection[int]) -> Lost:
        """Take the first one away, if it is among the messages right above the second and not one of the ``known``."""
        chat, last = self._chats.number(second.place.channel), int(second.native)
        for number in range(last - 1, max(0, last - 1 - REACH), -1):
            if self._lost[name].gone or (number not in known and not await self._tried(chat, number)):
                break
        lost = self._lost[name]
        if lost.gone:
            await self.over(name)
        else:
            log.warning("a poll may stand twice in chat %s, for an answer of Telegram's was lost", chat)
        return lost

    def of_vote(self, options: tuple[int, ...], now: datetime) -> str | None:
        """The one poll in which such a vote in an unknown poll can be; None where it can be in none, or in several."""
        oldest = (now - VOTES_WAIT).timestamp()
        found = [
            name
            for name, lost in self._lost.items()
            if not lost.twin and lost.closes > oldest and all(option < len(lost.options) for option in options)
        ]
        return found[0] if len(found) == 1 else None

    async def has_twin(self, name: str, poll: str) -> None:
        """Note that the first one has this number: somebody voted there."""
        self._lost[name] = replace(self._lost[name], twin=poll)
        await self._keep()

    async def met(self, message: Raw) -> tuple[str, str] | None:
        """Take away a first one that somebody answered or pinned; its intent's name, and its number."""
        name = next((name for name, lost in self._lost.items() if lost.is_about(message["poll"])), None)
        if name is None or not await self._tried(int(message["chat"]["id"]), int(message["message_id"])):
            return None
        lost = self._lost[name]
        if not lost.gone:
            return None
        await self.over(name)
        return name, lost.twin

    async def _tried(self, chat: int, number: int) -> bool:
        """Stop and delete this message if it is a lost poll; False when Telegram is to be left alone."""
        try:
            stopped = await self._bot.stop_poll(chat, number, rate_limit_args=turn(Lane.BULK))
            name = next((name for name, lost in self._lost.items() if lost.is_about(stopped.to_dict())), None)
            if name is not None:
                self._lost[name] = replace(self._lost[name], twin=stopped.id, gone=True)
                await self._keep()
            await self._bot.delete_message(chat, number, rate_limit_args=turn(Lane.BULK))
        except BadRequest:  # no poll of ours; or it is stopped, and stays
            return True
        except TelegramError as error:
            log.warning("a poll that may stand twice was not looked for any further: %s", error.message)
            return False
        return True

    async def _keep(self) -> None:
        kept = {name: (one.question, one.options, one.closes, one.twin, one.gone) for name, one in self._lost.items()}
        await self._shelf.put(_NAME, json.dumps(kept))
