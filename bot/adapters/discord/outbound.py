"""Actions as Discord calls, and Discord's answers as receipts."""

import hashlib
from typing import IO, Any, assert_never

import discord

from bot.adapters.discord.answering import Answering
from bot.adapters.discord.doors import Doors
from bot.adapters.discord.files import given
from bot.adapters.discord.filters import Filters
from bot.adapters.discord.line import Line, channel_id, direct
from bot.adapters.discord.moderating import Moderating
from bot.adapters.discord.native_events import NativeEvents
from bot.adapters.discord.native_polls import NativePolls
from bot.adapters.discord.refusals import FAILURES, verdict
from bot.adapters.discord.render import messages
from bot.adapters.discord.threads import Threads
from bot.adapters.discord.views import buttons
from bot.core.actions import (
    Action,
    Answer,
    Ask,
    CloseThread,
    Delete,
    Edit,
    OpenThread,
    Pardon,
    Punish,
    RemoveThread,
    Schedule,
    Send,
    Whisper,
)
from bot.core.doors import Admit, GiveRole, Invite, SetPace, SetRights, Survey
from bot.core.ids import MessageRef, Place
from bot.core.native_filters import SetFilters
from bot.core.native_polls import ClosePoll, OpenPoll
from bot.core.receipts import Attempt, Done
from bot.core.text import Voice

NONCE = 25
"""Discord refuses longer ones, and drops a second message with the same one for a few minutes."""


class Outbound:
    """Carries out lowered actions; what Discord forbids comes back as a value."""

    def __init__(
        self,
        line: Line,
        answering: Answering,
        moderating: Moderating,
        filters: Filters,
        polls: NativePolls,
        doors: Doors,
    ) -> None:
        self._polls = polls
        self._line = line
        self._answering = answering
        self._moderating = moderating
        self._filters = filters
        self._threads = Threads(line)
        self._events = NativeEvents(line)
        self._doors = doors

    async def perform(self, action: Action, voice: Voice, nonce: str, content: IO[bytes] | None = None) -> Attempt:
        try:
            return await self._perform(action, voice, nonce, content)
        except FAILURES as failure:
            return self._moderating.outranked(action, failure) or verdict(failure)

    async def _perform(  # noqa: C901, PLR0911, PLR0912  # one line for each member of a closed union
        self, action: Action, voice: Voice, nonce: str, content: IO[bytes] | None
    ) -> Attempt:
        match action:
            case Send():
                return await self._say(action, action.place, voice, nonce, content)
            case Whisper():
                return await self._say(action, direct(int(action.user.native)), voice, nonce, content)
            case Answer():
                return await self._answering.answer(action, voice)
            case Ask():
                return await self._answering.ask(action, voice)
            case Edit():
                return await self._edit(action, voice)
            case Delete():
                channel = await self._channel(action.messages[0].place)
                return await self._moderating.delete(action, channel.id)
            case Punish():
                return await self._moderating.punish(action)
            case Pardon():
                return await self._moderating.pardon(action)
            case OpenThread():
                return await self._threads.open(action, voice)
            case CloseThread():
                return await self._threads.close(action)
            case RemoveThread():
                return await self._moderating.remove_thread(action)
            case SetFilters():
                return await self._filters.set(action)
            case Schedule():
                return await self._events.keep(action)
            case OpenPoll():
                return await self._polls.put_up(action, _nonce(nonce, 0))
            case ClosePoll():
                return await self._polls.stop(action)
            case Survey() | SetRights() | SetPace() | Admit() | GiveRole() | Invite():
                return await self._doors.carry_out(action)
        assert_never(action)

    async def _say(
        self, action: Send | Whisper, place: Place, voice: Voice, nonce: str, content: IO[bytes] | None
    ) -> Attempt:
        """Say it, in as many messages as it takes; buttons stand under the last one, which is the receipt's."""
        channel = await self._channel(place)
        parts = messages(voice(action.body))
        last = len(parts) - 1
        extras = _opening(action)
        for number, part in enumerate(parts[:last]):
            await channel.send(part, nonce=_nonce(nonce, number), **extras)
            extras = {}
        extras |= given(action.files, action.enclosure, content)
        view = buttons(action.rows, voice)
        if view is not None:
            extras["view"] = view
        sent = await channel.send(parts[last], nonce=_nonce(nonce, last), **extras)
        return Done(MessageRef(place, str(sent.id)))

    async def _edit(self, action: Edit, voice: Voice) -> Attempt:
        channel = await self._channel(action.message.place)
        text = messages(voice(action.body))[0]
        message = channel.get_partial_message(int(action.message.native))
        await message.edit(content=text, view=buttons(action.rows, voice))
        return Done(action.message)

    async def _channel(self, place: Place) -> discord.DMChannel | discord.PartialMessageable:
        client = self._line.client
        if place.is_direct:
            return await client.create_dm(discord.Object(channel_id(place)))
        return client.get_partial_messageable(channel_id(place))


def _opening(action: Send | Whisper) -> dict[str, Any]:
    """What only the first message carries. discord.py takes "no reply" only as an argument that is not there."""
    if isinstance(action, Whisper):
        return {"silent": True} if action.quiet else {}
    opening: dict[str, Any] = {"silent": action.silent}
    if action.reply_to is not None:
        opening["reference"] = discord.MessageReference(
            message_id=int(action.reply_to.native),
            channel_id=channel_id(action.reply_to.place),
            fail_if_not_exists=False,  # a reply to what is gone meanwhile is still worth saying
        )
    return opening


def _nonce(nonce: str, part: int) -> str:
    """The intent's nonce for the first part; later parts, and nonces that are too long, get one made from it."""
    if part == 0 and 0 < len(nonce) <= NONCE:
        return nonce
    return hashlib.blake2b(f"{nonce}/{part}".encode(), digest_size=12).hexdigest()
