"""Actions as Telegram's calls; what Telegram says becomes a receipt, never an exception."""

import logging
from typing import IO, assert_never

from telegram.error import ChatMigrated, TelegramError

from bot.adapters.telegram.chats import Chats
from bot.adapters.telegram.deletions import Deletions
from bot.adapters.telegram.doors import Doors
from bot.adapters.telegram.enclosures import Enclosures
from bot.adapters.telegram.flood import Api, turn
from bot.adapters.telegram.forms import Forms
from bot.adapters.telegram.native_polls import NativePolls
from bot.adapters.telegram.refusals import attempt_of
from bot.adapters.telegram.render import units
from bot.adapters.telegram.rights import Rights
from bot.adapters.telegram.sanctions import Sanctions
from bot.adapters.telegram.saying import Enclosed, Message, Saying
from bot.adapters.telegram.threads import Threads
from bot.adapters.telegram.tickets import message_of, query_of
from bot.adapters.telegram.views import LONGEST_ALERT, Presses
from bot.core.actions import (
    Action,
    Answer,
    Ask,
    Audience,
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
from bot.core.ids import ChannelRef, Place
from bot.core.native_filters import SetFilters
from bot.core.native_polls import ClosePoll, OpenPoll
from bot.core.receipts import Attempt, Done, Receipt, Refusal, Refused
from bot.core.routing import Lane, lane, where
from bot.core.text import Voice, plain

log = logging.getLogger(__name__)


class Outbound:
    """Carries out one action after the other; flood control lets the urgent ones pass first."""

    def __init__(
        self,
        bot: Api,
        chats: Chats,
        rights: Rights,
        sanctions: Sanctions,
        forms: Forms,
        enclosures: Enclosures,
        polls: NativePolls,
    ) -> None:
        self._polls = polls
        self._bot = bot
        self._chats = chats
        self._rights = rights
        self._deletions = Deletions(bot, chats, rights)
        self._sanctions = sanctions
        self._threads = Threads(bot, chats)
        self._doors = Doors(bot, chats)
        self._forms = forms
        self._saying = Saying(bot, chats, enclosures)
        self.presses = Presses(self.acknowledge)

    async def perform(self, action: Action, voice: Voice, nonce: str, content: IO[bytes] | None = None) -> Attempt:
        """Try once; a group that moved is followed to its new number."""
        try:
            try:
                return await self._carry_out(action, voice, nonce, content)
            except ChatMigrated as moved:
                await self._chats.moved(self._chats.number(where(action).channel), moved.new_chat_id)
                return await self._carry_out(action, voice, nonce, content)
        except TelegramError as error:
            attempt = attempt_of(error)
            if isinstance(attempt, Refused) and attempt.why is Refusal.FORBIDDEN:
                self._rights.forget(self._chats.number(where(action).channel))
            return attempt

    async def _carry_out(self, action: Action, voice: Voice, nonce: str, content: IO[bytes] | None) -> Receipt:
        match action:
            case Send() | Whisper() | Edit() | OpenThread():
                return await self._tell(action, voice, content)
            case Answer():
                return await self._answer(action, voice)
            case Ask():
                await self._silence(query_of(action.ticket))
                return await self._forms.ask(action, voice)
            case Delete() | CloseThread() | RemoveThread() | Punish() | Pardon() | SetFilters() | Schedule():
                return await self._act(action)
            case OpenPoll() | ClosePoll():
                return await self._polls.carry_out(action, nonce)
            case Survey() | SetRights() | SetPace() | Admit() | GiveRole() | Invite():
                return await self._doors.carry_out(action)
        assert_never(action)

    async def _tell(
        self, action: Send | Whisper | Edit | OpenThread, voice: Voice, content: IO[bytes] | None
    ) -> Receipt:
        text = voice(action.body)
        match action:
            case Send(place=place, rows=rows, reply_to=reply_to, silent=silent, files=files):
                reply = int(reply_to.native) if reply_to else None
                enclosed = None if action.enclosure is None else Enclosed(action.enclosure, content)
                return await self._saying.say(
                    place, Message(text, rows, voice, lane(action), reply, silent, files, enclosed)
                )
            case Whisper(user=user, rows=rows, files=files, quiet=quiet):
                direct = Place(ChannelRef(user.platform, user.native))
                enclosed = None if action.enclosure is None else Enclosed(action.enclosure, content)
                return await self._saying.say(
                    direct, Message(text, rows, voice, lane(action), None, quiet, files, enclosed)
                )
            case Edit():
                return await self._saying.edit(action, text, voice)
            case OpenThread(rows=rows):
                topic = await self._threads.open(action)
                return await self._saying.say(topic, Message(text, rows, voice, lane(action)))
        assert_never(action)

    async def _act(
        self, action: Delete | CloseThread | RemoveThread | Punish | Pardon | SetFilters | Schedule
    ) -> Receipt:
        match action:
            case SetFilters() | Schedule():
                return Refused(Refusal.UNSUPPORTED, "there are no filters and no events of its own here")
            case Delete():
                return await self._deletions.delete(action)
            case CloseThread():
                return await self._threads.close(action)
            case RemoveThread():
                return await self._deletions.topic(action)
            case Punish():
                return await self._sanctions.punish(action)
            case Pardon():
                return await self._sanctions.pardon(action)
        assert_never(action)

    # ---- answering

    async def _answer(self, action: Answer, voice: Voice) -> Receipt:
        query = query_of(action.ticket)
        private = action.audience is Audience.ONLY_ACTOR and not action.place.is_direct
        text = voice(action.body)
        if action.over is not None and (action.place.is_direct or not private):
            await self._silence(query)
            return await self._saying.edit(Edit(action.over, action.body, action.rows), text, voice)
        if private:
            return await self._pop_up(query, plain(text), fits=not (action.rows or action.files))
        await self._silence(query)
        reply = None if action.place.is_direct else message_of(action.ticket)
        said = Message(text, action.rows, voice, lane(action), reply, files=action.files)
        return await self._saying.say(action.place, said)

    async def _pop_up(self, query: str | None, text: str, *, fits: bool) -> Receipt:
        """The one private answer a group has: a pop-up for whoever pressed, short and without buttons or files."""
        if query is None or not fits or units(text) > LONGEST_ALERT:
            await self._silence(query)
            return Refused(Refusal.UNSUPPORTED, "too much for a pop-up")
        if not self.presses.take(query):
            return Refused(Refusal.GONE, "the press was acknowledged already")
        await self._bot.answer_callback_query(query, text, show_alert=True, rate_limit_args=turn(Lane.ANSWER))
        return Done()

    async def _silence(self, query: str | None) -> None:
        if query is not None and self.presses.take(query):
            await self.acknowledge(query)

    async def acknowledge(self, query: str) -> None:
        """Stop the spinner on the pressed button, without a word."""
        try:
            await self._bot.answer_callback_query(query, rate_limit_args=turn(Lane.ANSWER))
        except TelegramError as error:
            log.debug("a press could not be acknowledged: %s", error.message)
