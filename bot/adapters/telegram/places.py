"""Names that managers write in the config file, resolved to places."""

import re

from telegram.error import BadRequest, Forbidden, TelegramError

from bot.adapters.telegram.chats import SUPERGROUPS, Chats
from bot.adapters.telegram.flood import Api
from bot.adapters.telegram.standing import ADMINS_ROLE
from bot.core.ids import Place

GENERAL = 1
"""The topic every forum begins with; messages in it carry no thread number, and sends must not name it."""
_PRIVATE_LINK = re.compile(r"(?:https?://)?t\.me/c/(\d+)(?:/(\d+))?/?")
_PUBLIC_LINK = re.compile(r"(?:https?://)?t\.me/([A-Za-z]\w{3,31})(?:/(\d+))?/?")
_HANDLE = re.compile(r"@([A-Za-z]\w{3,31})(?:/(\d+))?")
_NUMBER = re.compile(r"(?:telegram:)?(-?\d{3,19})(?:/(\d+))?")


class Places:
    """Asks Telegram what a name stands for."""

    def __init__(self, bot: Api, chats: Chats) -> None:
        self._bot = bot
        self._chats = chats

    async def find(self, name: str) -> Place | None:
        """The place, or None when there is none or the bot is not in it. Raises ConnectionError without an answer."""
        named = read_name(name)
        if named is None:
            return None
        chat, thread = named
        try:
            found = await self._bot.get_chat(chat)
        except (BadRequest, Forbidden):
            return None
        except TelegramError as error:
            raise ConnectionError(error.message) from None
        # Outside of forums the last number of a link is that of a message.
        topic = thread if found.is_forum and thread != GENERAL else None
        return self._chats.place({"id": found.id, "type": found.type, "username": found.username}, topic)


def read_name(name: str) -> tuple[int | str, int | None] | None:
    """A chat's number or @name, and the topic: ``@riverside``, ``https://t.me/c/1234567890/7``, ``-1001234/7``."""
    name = name.strip()
    if found := _PRIVATE_LINK.fullmatch(name):
        return int(SUPERGROUPS + found[1]), _thread(found[2])
    if found := _PUBLIC_LINK.fullmatch(name) or _HANDLE.fullmatch(name):
        return f"@{found[1]}", _thread(found[2])
    if found := _NUMBER.fullmatch(name):
        return int(found[1]), _thread(found[2])
    return None


def role_of(name: str) -> str | None:
    """The one role that Telegram has: ``chat-admins``."""
    return ADMINS_ROLE if name.strip().lower().removeprefix("@") == ADMINS_ROLE else None


def _thread(digits: str | None) -> int | None:
    return int(digits) if digits else None
