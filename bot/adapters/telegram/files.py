"""Small text files, given and taken."""

from telegram import InputFile
from telegram.error import TelegramError

from bot.adapters.telegram.chats import Raw
from bot.adapters.telegram.flood import Api
from bot.adapters.telegram.messages import answered_message
from bot.core.text import File

LARGEST = 256 * 1024
"""What a config file may have; nothing larger is fetched."""


def document_of(raw: Raw) -> Raw | None:
    """The file a command is about: the one it is the caption of, else the one it replies to."""
    replied: Raw = answered_message(raw) or {}
    document: Raw | None = raw.get("document") or replied.get("document")
    return document


async def taken(bot: Api, document: Raw) -> File | None:
    """The text of a document; None when it is too large, is no UTF-8 text, or cannot be had."""
    if int(document.get("file_size", 0)) > LARGEST:
        return None
    try:
        found = await bot.get_file(str(document["file_id"]))
        content = bytes(await found.download_as_bytearray())
        return File(str(document.get("file_name", "")), content.decode("utf-8-sig"))
    except (TelegramError, UnicodeDecodeError):
        return None


def given(file: File) -> InputFile:
    """The file as the library sends it."""
    return InputFile(file.data, filename=file.name)
