"""Answers to interactions: the first one, its follow-ups, and forms."""

import asyncio
from typing import Any

from bot.adapters.discord.files import given
from bot.adapters.discord.patience import Patience
from bot.adapters.discord.render import messages
from bot.adapters.discord.tickets import Manner, Open, Tickets
from bot.adapters.discord.views import buttons, modal
from bot.core.actions import Answer, Ask, Audience
from bot.core.ids import MessageRef
from bot.core.receipts import Attempt, Done, Refusal, Refused
from bot.core.text import Voice

_GONE = Refused(Refusal.GONE, "the interaction is too old, or of a former life of the bot")


class Answering:
    """Answers tickets. Interactions go around discord.py's HTTP client, so they get their deadline here."""

    def __init__(self, tickets: Tickets, patience: Patience) -> None:
        self._tickets = tickets
        self._deadline = patience.deadline

    async def answer(self, action: Answer, voice: Voice) -> Attempt:
        """Answer, privately where it is meant so; a private answer is never shown to others."""
        opened = self._tickets.find(action.ticket)
        if opened is None or opened.interaction.is_expired():
            return _GONE
        private = action.audience is Audience.ONLY_ACTOR
        if action.over is not None:
            return await self._turn_over(opened, action, action.over, voice)
        parts = messages(voice(action.body))
        async with asyncio.timeout(self._deadline), opened.lock:
            for part in parts[:-1]:
                await _say(opened, part, private=private)
            view = buttons(action.rows, voice)
            extras = given(action.files) | ({} if view is None else {"view": view})
            sent = await _say(opened, parts[-1], private=private, **extras)
        return Done(None if sent is None else MessageRef(action.place, str(sent)))

    async def _turn_over(self, opened: Open, action: Answer, over: MessageRef, voice: Voice) -> Attempt:
        """Put the new page where the pressed one stands, also where only its reader sees it."""
        view = buttons(action.rows, voice)
        text = messages(voice(action.body))[0]
        async with asyncio.timeout(self._deadline), opened.lock:
            if opened.interaction.response.is_done():
                await opened.interaction.edit_original_response(content=text, view=view)
            else:
                await opened.interaction.response.edit_message(content=text, view=view)
        return Done(over)

    async def ask(self, action: Ask, voice: Voice) -> Attempt:
        """Show a form, which only a first answer can do."""
        opened = self._tickets.find(action.ticket)
        if opened is None or opened.interaction.is_expired():
            return _GONE
        async with asyncio.timeout(self._deadline), opened.lock:
            if opened.interaction.response.is_done():
                return Refused(Refusal.TOO_LATE, "a form cannot follow a defer")
            await opened.interaction.response.send_modal(modal(action.form, voice))
        return Done()


async def _say(opened: Open, text: str, *, private: bool, **extras: Any) -> int | None:  # noqa: ANN401
    interaction = opened.interaction
    if not interaction.response.is_done():
        made = await interaction.response.send_message(text, ephemeral=private, **extras)
        return made.message_id
    if opened.thinking:
        opened.thinking = False
        if private != (opened.manner is Manner.PRIVATELY):
            # The first follow-up takes the place of "thinking ..." and its privacy, which is not the one we want.
            await interaction.delete_original_response()
    sent = await interaction.followup.send(text, wait=True, ephemeral=private, **extras)
    return sent.id
