"""Where a form is asked: in private where that can be, else in the place with a mention."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TypeAlias

from telegram.error import Forbidden

from bot.adapters.telegram.chats import Chats
from bot.adapters.telegram.dialogs import Dialog, Dialogs, Question
from bot.adapters.telegram.tickets import message_of
from bot.core.actions import Ask
from bot.core.ids import ChannelRef, MessageRef, Place
from bot.core.receipts import Done, Receipt, Refusal, Refused
from bot.core.text import Mention, RichText, Voice, plain, say
from bot.core.ui import Field

LONGEST_KEPT = 2000
Hides: TypeAlias = Callable[[int, int], Awaitable[bool]]
"""Whether this person acts without a name in this chat."""


class Forms:
    """Opens dialogs; the answers come in as messages."""

    def __init__(self, dialogs: Dialogs, chats: Chats, now: Callable[[], datetime], hides: Hides) -> None:
        self._hides = hides
        self._dialogs = dialogs
        self._chats = chats
        self._now = now

    async def ask(self, action: Ask, voice: Voice) -> Receipt:
        """Put the first question; raises TelegramError."""
        if self._chats.number(action.actor) < 0:
            return Refused(Refusal.UNREACHABLE, "who speaks as a chat cannot be asked")
        lead: RichText = (*voice(action.form.title), "\n\n")
        direct = Place(ChannelRef(action.actor.platform, action.actor.native))
        if action.place.is_direct:
            return await self._open(action.place, action, voice, lead)
        if await self._hides(self._chats.number(action.place.channel), self._chats.number(action.actor)):
            # In the group a mention would give her away, and what she writes there comes from the group itself.
            return await self._open(direct, action, voice, lead)
        if not action.ticket.is_press:
            # What a command asks for is the asker's own affair. A button that stands in public, on the other
            # hand, was meant to be: private ones became deep links.
            try:
                return await self._open(direct, action, voice, lead)
            except Forbidden:
                return await self._open(action.place, action, voice, ())
        return await self._open(action.place, action, voice, ())

    async def _open(self, place: Place, action: Ask, voice: Voice, lead: RichText) -> Receipt:
        dialog = Dialog(
            token=action.form.submit.token,
            chat=self._chats.number(place.channel),
            user=self._chats.number(action.actor),
            questions=tuple(_question(field, voice) for field in action.form.fields),
            at=self._now().isoformat(),
            thread=int(place.thread) if place.thread else None,
            tidy=not place.is_direct,
        )
        mention = None if place.is_direct else Mention(action.actor, "…")
        number = await self._dialogs.ask(dialog, lead, mention, None if place.is_direct else message_of(action.ticket))
        return Done(MessageRef(place, str(number)))


def _question(field: Field, voice: Voice) -> Question:
    words = plain(voice(field.label))
    if field.value:  # nothing can be filled in here, but what was typed can be copied, or kept by a sign
        words = f"{words}\n\n{field.value[:LONGEST_KEPT]}\n\n{plain(voice(say('form-keep')))}"
    if not field.required:
        words = f"{words}\n{plain(voice(say('form-optional')))}"
    return Question(field.name, words, field.required, field.longest, field.value)
