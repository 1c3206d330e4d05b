"""Buttons as inline keyboards, and presses that must be acknowledged."""

import asyncio
import re
from collections.abc import Awaitable, Callable

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.core.text import RichText, Voice, plain
from bot.core.ui import Button, LinkButton, Rows, Tone

LONGEST_LABEL = 64
LONGEST_ALERT = 200
MOST_PRESSES = 1000
BUTTONS_PER_ROW = 8
MOST_ROWS = 25
_STYLES = {Tone.GOOD: "success", Tone.DANGER: "danger", Tone.PLAIN: None}
# Telegram refuses localhost and bare names in buttons (rubenlagus/TelegramBots#302).
_PRESSABLE = re.compile(r"(?:https?://[^\s/]+\.[^\s/]+|tg://)\S*")


def keyboard(rows: Rows, voice: Voice, bot_name: str) -> InlineKeyboardMarkup | None:
    """Rows as an inline keyboard; links Telegram would refuse are left to ``loose_links``."""
    shown = [[_button(one, voice, bot_name) for one in row if _fits(one)] for row in rows]
    shown = [row for row in shown if row]
    return InlineKeyboardMarkup(shown) if shown else None


def loose_links(rows: Rows, voice: Voice) -> RichText:
    """Links that cannot be buttons, as lines of text to put below the message."""
    links = (one for row in rows for one in row if isinstance(one, LinkButton) and not _fits(one))
    return tuple(f"\n{plain(voice(link.label))}: {link.url}" for link in links)


def deep_link(bot_name: str, token: str) -> str:
    """A link that opens the private chat with the bot and carries ``token`` into it."""
    return f"https://t.me/{bot_name}?start={token}"


def _fits(one: Button | LinkButton) -> bool:
    return isinstance(one, Button) or bool(_PRESSABLE.fullmatch(one.url))


def _button(one: Button | LinkButton, voice: Voice, bot_name: str) -> InlineKeyboardButton:
    label = plain(voice(one.label))[:LONGEST_LABEL]
    match one:
        case LinkButton(url=url):
            return InlineKeyboardButton(label, url=url)
        case Button(deep=True, token=token):
            return InlineKeyboardButton(label, url=deep_link(bot_name, token))
        case Button(token=token, tone=tone):
            return InlineKeyboardButton(label, callback_data=token, style=_STYLES[tone])


class Presses:
    """Callback queries that wait for an answer. Telegram shows a spinner until one comes: so one always comes."""

    def __init__(self, acknowledge: Callable[[str], Awaitable[None]], patience: float = 2.0) -> None:
        self._acknowledge = acknowledge
        self._patience = patience
        self._waiting: dict[str, asyncio.TimerHandle] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def arrived(self, query: str) -> None:
        """Acknowledge silently after a while, unless somebody takes the query first."""

        async def late() -> None:
            if self.take(query):
                await self._acknowledge(query)

        def fire() -> None:
            task = asyncio.get_running_loop().create_task(late())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

        if query in self._waiting:  # delivered a second time
            return
        while len(self._waiting) >= MOST_PRESSES:
            self._waiting.pop(next(iter(self._waiting))).cancel()
        self._waiting[query] = asyncio.get_running_loop().call_later(self._patience, fire)

    def take(self, query: str) -> bool:
        """Claim the one answer a query can have; False when it was given already."""
        timer = self._waiting.pop(query, None)
        if timer is None:
            return False
        timer.cancel()
        return True

    def close(self) -> None:
        for timer in self._waiting.values():
            timer.cancel()
        self._waiting.clear()
        for task in self._tasks:
            task.cancel()
