"""Discord's own polls: put up, ended, heard, and counted anew from what Discord lists of their voters.

Limits and meanings: https://docs.discord.com/developers/resources/poll
"""

import asyncio
import json
import logging
import math
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from http import HTTPStatus

import discord

from bot.adapters.discord.lanes import Job, Lanes
from bot.adapters.discord.line import Line, channel_id, place_of
from bot.adapters.discord.people import People, user_ref
from bot.adapters.discord.refusals import FAILURES, UNKNOWN_MESSAGE
from bot.core.events import Event
from bot.core.ids import MessageRef, UserRef
from bot.core.native_polls import ClosePoll, Manner, OpenPoll, PollRecounted, PollVoted, Voter
from bot.core.people import Member, Rank
from bot.core.ports import Shelf
from bot.core.receipts import Attempt, Done

_NAME = "native-polls"
_BEGUN = "begun-polls"
MOST = 500
"""So many are remembered, the newest."""
MOST_BEGUN = 50
SOON = 3.0
"""Seconds."""
CLOCKS_DIFFER = timedelta(minutes=1)
"""As much as Discord's clock may be behind this one."""
A_PAGE = 100
"""Voters in one answer of Discord's."""
EXPIRED = 520001
"""What Discord says of a poll that is over."""
TAKING = 30.0
"""Seconds that the counting may wait for events before it."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Stands:
    """Where a poll stands, and how many options it has, as it is kept over a restart."""

    guild: int
    channel: int
    parent: int | None
    message: int
    options: int
    nonce: str = ""
    """Which intent wanted it."""

    @property
    def ref(self) -> MessageRef:
        return MessageRef(place_of(self.channel, self.guild, self.parent), str(self.message))


class NativePolls:
    """Remembers the polls it put up, so that after each gap their voters can be looked through."""

    def __init__(self, line: Line, people: People, shelf: Shelf, now: Callable[[], datetime]) -> None:
        self._line = line
        self._people = people
        self._shelf = shelf
        self._now = now
        self._known: dict[int, Stands] = {}
        self._begun: dict[str, float] = {}
        """When it was begun to put up a poll whose answer is not here yet, by its nonce."""
        self._lanes: Lanes | None = None
        self._counting: set[asyncio.Task[None]] = set()

    async def open(self, lanes: Lanes) -> None:
        """Read what stood before the restart; what is counted goes into these lanes."""
        self._lanes = lanes
        kept = json.loads(await self._shelf.get(_NAME) or "[]")
        self._known = {one["message"]: Stands(**one) for one in kept}
        self._begun = json.loads(await self._shelf.get(_BEGUN) or "{}")

    async def put_up(self, action: OpenPoll, nonce: str) -> Attempt:
        """Put one up; it lasts whole hours. One whose answer was lost is found again in the channel's history."""
        if (mine := next((one for one in self._known.values() if one.nonce == nonce), None)) is not None:
            return Done(mine.ref)  # its answer came, and the process ended before that was written down
        channel = self._line.client.get_partial_messageable(channel_id(action.place))
        began = self._begun.get(nonce)
        if began is None:
            await self._begins(nonce)
        elif (before := await self._standing(channel, action, datetime.fromtimestamp(began, UTC))) is not None:
            found = await self._stands(action, channel.id, before, nonce)
            if before in self._known:
                counting = asyncio.create_task(self._count_soon(self._known[before]))
                self._counting.add(counting)  # a task that nobody holds may vanish before its time
                counting.add_done_callback(self._counting.discard)
            return found
        hours = max(1, math.ceil((action.closes_at - self._now()) / timedelta(hours=1)))
        poll = discord.Poll(action.question, timedelta(hours=hours), multiple=action.several)
        for option in action.options:
            poll.add_answer(text=option)
        try:
            sent = await channel.send(poll=poll, nonce=nonce)
        except discord.HTTPException as failure:
            if failure.status < HTTPStatus.INTERNAL_SERVER_ERROR:
                self._begun.pop(nonce, None)
            raise
        return await self._stands(action, channel.id, sent.id, nonce)

    async def _count_soon(self, stands: Stands) -> None:
        """What was voted before it was found again; by then the runtime has noted where it stands."""
        await asyncio.sleep(SOON)
        try:
            await self._recounted(stands)
        except FAILURES as failure:  # it is counted again at the next gap, and at the end
            log.warning("a poll could not be counted anew: %s", type(failure).__name__)

    async def _begins(self, nonce: str) -> None:
        self._begun[nonce] = self._now().timestamp()
        while len(self._begun) > MOST_BEGUN:
            del self._begun[next(iter(self._begun))]
        await self._shelf.put(_BEGUN, json.dumps(self._begun))

    async def _standing(self, channel: discord.PartialMessageable, action: OpenPoll, began: datetime) -> int | None:
        """The message at which it stands already, as far as the history may be read and is not longer than a page."""
        known = self._known
        with suppress(discord.HTTPException):
            async for message in channel.history(limit=A_PAGE, after=began - CLOCKS_DIFFER, oldest_first=True):
                poll = message.poll
                if poll is None or message.author.id != self._line.me or message.id in known:
                    continue
                if (poll.question, tuple(one.text for one in poll.answers)) == (action.question, action.options):
                    return message.id
        return None

    async def _stands(self, action: OpenPoll, channel: int, message: int, nonce: str) -> Done:
        space = action.place.space
        parent = int(action.place.channel.native) if action.place.thread else None
        if space is not None:
            self._known[message] = Stands(int(space.native), channel, parent, message, len(action.options), nonce)
            await self._keep()
        self._begun.pop(nonce, None)
        await self._shelf.put(_BEGUN, json.dumps(self._begun))
        return Done(MessageRef(action.place, str(message)))

    async def stop(self, action: ClosePoll) -> Attempt:
        """End one, and count it: what Discord lists is handed over before this is done."""
        message = int(action.message.native)
        try:
            await self._line.http.end_poll(channel_id(action.message.place), message)
        except discord.HTTPException as failure:
            if failure.code != EXPIRED:
                raise
        stands = self._known.get(message)
        if stands is not None:
            await self._recounted(stands)
            del self._known[message]
            await self._keep()
        return Done(action.message)

    def voted(self, payload: discord.RawPollVoteActionEvent, *, added: bool) -> PollVoted | None:
        """Read a vote; None for polls that are not this bot's."""
        stands = self._known.get(payload.message_id)
        if stands is None or payload.user_id == self._line.me:
            return None
        user, at = user_ref(payload.user_id), self._now()
        by = self._people.seen(stands.guild, payload.user_id) or Member(user, "", Rank.MEMBER)
        manner = Manner.ADDED if added else Manner.TAKEN
        # A vote put, taken and put again is three; delivered twice it changes nothing.
        key = f"discord:poll:{stands.message}:{payload.user_id}:{payload.answer_id}:{manner}:{at.timestamp():.6f}"
        return PollVoted(key, stands.ref, by, (payload.answer_id - 1,), manner, at)

    async def catch_up(self) -> None:
        """Count every poll anew after a gap."""
        for stands in list(self._known.values()):
            try:
                await self._recounted(stands)
            except FAILURES as failure:
                if getattr(failure, "code", 0) == UNKNOWN_MESSAGE:
                    self._known.pop(stands.message, None)
                log.warning("a poll could not be counted anew: %s", type(failure).__name__)

    async def _recounted(self, stands: Stands) -> None:
        """Hand over who voted what, behind everything that was heard before it, and wait until it is taken."""
        found = await self._voters(stands)
        if self._lanes is None:
            return
        at = self._now()
        event = PollRecounted(f"discord:recount:{stands.message}:{at.timestamp():.6f}", stands.ref, at, found)
        taken = asyncio.Event()
        self._lanes.put(str(stands.guild), _already(event), taken.set)
        with suppress(TimeoutError):
            async with asyncio.timeout(TAKING):
                await taken.wait()

    async def _voters(self, stands: Stands) -> dict[UserRef, Voter]:
        found: dict[UserRef, Voter] = {}
        for option in range(stands.options):
            after, is_more = 0, True
            while is_more:
                page = await self._line.http.get_poll_answer_voters(
                    stands.channel, stands.message, option + 1, after=after or None, limit=A_PAGE
                )
                for user in page["users"]:
                    ref, name = user_ref(user["id"]), user.get("global_name") or user["username"]
                    before = found[ref].options if ref in found else ()
                    found[ref] = Voter(name, (*before, option))
                last = max((int(user["id"]) for user in page["users"]), default=0)
                is_more = len(page["users"]) == A_PAGE and last > after
                after = last
        return found

    async def _keep(self) -> None:
        while len(self._known) > MOST:
            del self._known[next(iter(self._known))]
        await self._shelf.put(_NAME, json.dumps([asdict(one) for one in self._known.values()]))


def _already(event: Event) -> Job:
    async def read() -> Event:
        return event

    return read
