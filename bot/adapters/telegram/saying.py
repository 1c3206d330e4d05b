"""What is said, as Telegram's messages: cut to length, with buttons under the last, and files behind or beside it."""

import logging
from dataclasses import dataclass
from typing import IO, Any

from telegram import InlineKeyboardMarkup, LinkPreviewOptions, ReplyParameters
from telegram.error import BadRequest

from bot.adapters.telegram.chats import Chats
from bot.adapters.telegram.enclosures import Enclosures
from bot.adapters.telegram.files import given
from bot.adapters.telegram.flood import Api, turn
from bot.adapters.telegram.refusals import is_about_entities
from bot.adapters.telegram.render import Piece, render, units, without_marks
from bot.adapters.telegram.views import keyboard, loose_links
from bot.core.actions import Edit
from bot.core.attachments import Enclosure
from bot.core.ids import MessageRef, Place
from bot.core.receipts import Done, Receipt, Refusal, Refused
from bot.core.routing import Lane, lane
from bot.core.text import File, RichText, Voice
from bot.core.ui import Rows

log = logging.getLogger(__name__)
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
LONGEST_CAPTION = 1024


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file to be sent along; without content Telegram has it already."""

    file: Enclosure
    content: IO[bytes] | None


@dataclass(frozen=True, slots=True)
class Message:
    """What is to be said, and how."""

    text: RichText
    rows: Rows
    voice: Voice
    urgency: Lane
    reply_to: int | None = None
    silent: bool = False
    files: tuple[File, ...] = ()
    enclosed: Enclosed | None = None


class Saying:
    """Sends messages and changes them."""

    def __init__(self, bot: Api, chats: Chats, enclosures: Enclosures) -> None:
        self._bot = bot
        self._chats = chats
        self._enclosures = enclosures

    async def say(self, place: Place, said: Message) -> Receipt:
        """Send as many messages as the text needs; the buttons, and the receipt, belong to the last. Files follow."""
        if place.is_direct and self._chats.number(place.channel) < 0:
            # Anonymous administrators and channels speak as a chat: a whisper to one would be read by all of it.
            return Refused(Refusal.UNREACHABLE, "a chat has no private side")
        pieces = render((*said.text, *loose_links(said.rows, said.voice)))
        if not pieces:
            return Refused(Refusal.UNSUPPORTED, "there is nothing to say")
        if said.enclosed is not None:
            return Done(MessageRef(place, str(await self._beside(place, said, said.enclosed, pieces))))
        number = await self._all(place, said, pieces)
        for file in said.files:
            await self._bot.send_document(
                self._chats.number(place.channel),
                given(file),
                message_thread_id=int(place.thread) if place.thread else None,
                rate_limit_args=turn(said.urgency),
            )
        return Done(MessageRef(place, str(number)))

    async def edit(self, action: Edit, text: RichText, voice: Voice) -> Receipt:
        """Put other words, and other buttons, in their place."""
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

    async def _all(self, place: Place, said: Message, pieces: tuple[Piece, ...]) -> int:
        number = 0
        for place_in_line, piece in enumerate(pieces):
            is_last = place_in_line == len(pieces) - 1
            markup = keyboard(said.rows, said.voice, self._bot.username) if is_last else None
            reply = said.reply_to if place_in_line == 0 else None
            number = await self._send(place, piece, markup, said, reply)
        return number

    async def _beside(self, place: Place, said: Message, enclosed: Enclosed, pieces: tuple[Piece, ...]) -> int:
        """Send a file with the words as its caption, where they fit; else behind them."""
        caption: dict[str, Any] = {}
        if len(pieces) == 1 and units(pieces[0].text) <= LONGEST_CAPTION and not said.rows:
            caption = {"caption": pieces[0].text, "caption_entities": pieces[0].entities}
        else:
            await self._all(place, said, pieces)
        rest = self._manner(place, said, said.reply_to)
        return await self._enclosures.send(
            self._chats.number(place.channel), enclosed.file, enclosed.content, caption, rest
        )

    async def _send(
        self, place: Place, piece: Piece, markup: InlineKeyboardMarkup | None, said: Message, reply_to: int | None
    ) -> int:
        try:
            sent = await self._bot.send_message(
                self._chats.number(place.channel),
                piece.text,
                entities=piece.entities,
                link_preview_options=_NO_PREVIEW,
                reply_markup=markup,
                **self._manner(place, said, reply_to),
            )
        except BadRequest as error:
            if not (piece.marks and is_about_entities(error)):
                raise
            log.warning("Telegram refused the formatting of a message; sent again without it")
            return await self._send(place, without_marks(piece), markup, said, reply_to)
        return sent.message_id

    def _manner(self, place: Place, said: Message, reply_to: int | None) -> dict[str, Any]:
        return {
            "disable_notification": said.silent,
            "message_thread_id": int(place.thread) if place.thread else None,
            "reply_parameters": ReplyParameters(reply_to, allow_sending_without_reply=True) if reply_to else None,
            "rate_limit_args": turn(said.urgency),
        }
