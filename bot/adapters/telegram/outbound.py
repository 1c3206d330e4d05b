"""Actions as Telegram's calls; what Telegram says becomes a receipt, never an exception."""

import logging
from collections.abc import Sequence
from typing import assert_never

from telegram import InlineKeyboardMarkup, LinkPreviewOptions, ReplyParameters
from telegram.error import BadRequest, ChatMigrated, TelegramError

from bot.adapters.telegram.chats import Chats
from bot.adapters.telegram.deletions import Deletions
from bot.adapters.telegram.doors import Doors
from bot.adapters.telegram.files import given
from bot.adapters.telegram.flood import Api, turn
from bot.adapters.telegram.forms import Forms
from bot.adapters.telegram.refusals import attempt_of, is_about_entities
from bot.adapters.telegram.render import Piece, render, units, without_marks
from bot.adapters.telegram.rights import Rights
from bot.adapters.telegram.sanctions import Sanctions
from bot.adapters.telegram.threads import Threads
from bot.adapters.telegram.tickets import message_of, query_of
from bot.adapters.telegram.views import LONGEST_ALERT, Presses, keyboard, loose_links
from bot.core.actions import (
    Action,
    Answer,
    Ask,
    Audience,
    CloseThread,
    Delete,
    Edit,
    Lane,
    OpenThread,
    Pardon,
    Punish,
    RemoveThread,
    Send,
    SetFilters,
    Whisper,
    lane,
    where,
)
from bot.core.doors import Admit, GiveRole, SetPace, SetRights, Survey
from bot.core.ids import ChannelRef, MessageRef, Place
from bot.core.receipts import Attempt, Done, Receipt, Refusal, Refused
from bot.core.text import File, RichText, Voice, plain
from bot.core.ui import Rows

log = logging.getLogger(__name__)
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Outbound:
    """Carries out one action after the other; flood control lets the urgent ones pass first."""

    def __init__(self, bot: Api, chats: Chats, rights: Rights, sanctions: Sanctions, forms: Forms) -> None:
        self._bot = bot
        self._chats = chats
        self._rights = rights
        self._deletions = Deletions(bot, chats, rights)
        self._sanctions = sanctions
        self._threads = Threads(bot, chats)
        self._doors = Doors(bot, chats)
        self._forms = forms
        self.presses = Presses(self.acknowledge)

    async def perform(self, action: Action, voice: Voice) -> Attempt:
        """Try once; a group that moved is followed to its new number."""
        try:
            try:
                return await self._carry_out(action, voice)
            except ChatMigrated as moved:
                await self._chats.moved(self._chats.number(where(action).channel), moved.new_chat_id)
                return await self._carry_out(action, voice)
        except TelegramError as error:
            attempt = attempt_of(error)
            if isinstance(attempt, Refused) and attempt.why is Refusal.FORBIDDEN:
                self._rights.forget(self._chats.number(where(action).channel))
            return attempt

    async def _carry_out(self, action: Action, voice: Voice) -> Receipt:
        match action:
            case Send() | Whisper() | Edit() | OpenThread():
                return await self._tell(action, voice)
            case Answer():
                return await self._answer(action, voice)
            case Ask():
                await self._silence(query_of(action.ticket))
                return await self._forms.ask(action, voice)
            case Delete() | CloseThread() | RemoveThread() | Punish() | Pardon():
                return await self._act(action)
            case SetFilters():
                return Refused(Refusal.UNSUPPORTED, "there is no filter to set here")
            case Survey() | SetRights() | SetPace() | Admit() | GiveRole():
                return await self._doors.carry_out(action)
        assert_never(action)

    async def _tell(self, action: Send | Whisper | Edit | OpenThread, voice: Voice) -> Receipt:
        text = voice(action.body)
        match action:
            case Send(place=place, rows=rows, reply_to=reply_to, silent=silent, files=files):
                reply = int(reply_to.native) if reply_to else None
                return await self._say(place, text, rows, voice, lane(action), reply, silent=silent, files=files)
            case Whisper(user=user, rows=rows, files=files, quiet=quiet):
                direct = Place(ChannelRef(user.platform, user.native))
                return await self._say(direct, text, rows, voice, lane(action), silent=quiet, files=files)
            case Edit():
                return await self._edit(action, text, voice)
            case OpenThread(rows=rows):
                topic = await self._threads.open(action)
                return await self._say(topic, text, rows, voice, lane(action))
        assert_never(action)

    async def _act(self, action: Delete | CloseThread | RemoveThread | Punish | Pardon) -> Receipt:
        match action:
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

    # ---- saying

    async def _say(
        self,
        place: Place,
        text: RichText,
        rows: Rows,
        voice: Voice,
        urgency: Lane,
        reply_to: int | None = None,
        *,
        silent: bool = False,
        files: Sequence[File] = (),
    ) -> Receipt:
        """Send as many messages as the text needs; the buttons, and the receipt, belong to the last. Files follow."""
        if place.is_direct and self._chats.number(place.channel) < 0:
            # Anonymous administrators and channels speak as a chat: a whisper to one would be read by all of it.
            return Refused(Refusal.UNREACHABLE, "a chat has no private side")
        pieces = render((*text, *loose_links(rows, voice)))
        if not pieces:
            return Refused(Refusal.UNSUPPORTED, "there is nothing to say")
        number = 0
        for place_in_line, piece in enumerate(pieces):
            is_last = place_in_line == len(pieces) - 1
            markup = keyboard(rows, voice, self._bot.username) if is_last else None
            reply = reply_to if place_in_line == 0 else None
            number = await self._send(place, piece, markup, urgency, reply, silent=silent)
        for file in files:
            await self._bot.send_document(
                self._chats.number(place.channel),
                given(file),
                message_thread_id=int(place.thread) if place.thread else None,
                rate_limit_args=turn(urgency),
            )
        return Done(MessageRef(place, str(number)))

    async def _send(
        self,
        place: Place,
        piece: Piece,
        markup: InlineKeyboardMarkup | None,
        urgency: Lane,
        reply_to: int | None,
        *,
        silent: bool,
    ) -> int:
        try:
            sent = await self._bot.send_message(
                self._chats.number(place.channel),
                piece.text,
                entities=piece.entities,
                disable_notification=silent,
                message_thread_id=int(place.thread) if place.thread else None,
                link_preview_options=_NO_PREVIEW,
                reply_parameters=ReplyParameters(reply_to, allow_sending_without_reply=True) if reply_to else None,
                reply_markup=markup,
                rate_limit_args=turn(urgency),
            )
        except BadRequest as error:
            if not (piece.marks and is_about_entities(error)):
                raise
            log.warning("Telegram refused the formatting of a message; sent again without it")
            return await self._send(place, without_marks(piece), markup, urgency, reply_to, silent=silent)
        return sent.message_id

    async def _edit(self, action: Edit, text: RichText, voice: Voice) -> Receipt:
        place = action.message.place
        pieces = render((*text, *loose_links(action.rows, voice)))
        if not pieces:
            return Refused(Refusal.UNSUPPORTED, "there is nothing to say")
        await self._bot.edit_message_text(
            pieces[0].text,
            self._chats.number(place.channel),
            int(action.message.native),
            entities=pieces[0].entities,
            link_preview_options=_NO_PREVIEW,
            reply_markup=keyboard(action.rows, voice, self._bot.username),
            rate_limit_args=turn(lane(action)),
        )
        return Done(action.message)

    # ---- answering

    async def _answer(self, action: Answer, voice: Voice) -> Receipt:
        query = query_of(action.ticket)
        private = action.audience is Audience.ONLY_ACTOR and not action.place.is_direct
        text = voice(action.body)
        if action.over is not None and (action.place.is_direct or not private):
            await self._silence(query)
            return await self._edit(Edit(action.over, action.body, action.rows), text, voice)
        if private:
            return await self._pop_up(query, plain(text), fits=not (action.rows or action.files))
        await self._silence(query)
        reply = None if action.place.is_direct else message_of(action.ticket)
        return await self._say(action.place, text, action.rows, voice, lane(action), reply, files=action.files)

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
