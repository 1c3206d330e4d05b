"""Files of any size that Telegram takes: named when they come, fetched to go elsewhere, sent again by their id."""

from collections.abc import Callable
from typing import IO, Any

import aiohttp
from telegram import InputFile
from telegram.error import TelegramError

from bot.adapters.telegram.chats import Raw
from bot.adapters.telegram.flood import Api
from bot.adapters.telegram.refusals import attempt_of
from bot.adapters.telegram.transport import AiohttpRequest
from bot.core.attachments import Attachment, Enclosure, kind_of_file
from bot.core.ids import TELEGRAM, MessageRef
from bot.core.receipts import Attempt, Done, Refusal, Refused, Trouble

LARGEST_FETCHED = 20 * 1024 * 1024
"""Bytes; Telegram gives bots no larger file."""
PIECE = 64 * 1024
DOWNLOAD_SECONDS = 120.0
# The fields of a message that are one file, what it is to the core, and how it is called where nobody named it.
_FIELDS = (
    ("animation", Attachment.ANIMATION, "mp4"),  # before the document that comes with it for old clients
    ("document", Attachment.FILE, "bin"),
    ("photo", Attachment.PHOTO, "jpg"),
    ("video", Attachment.VIDEO, "mp4"),
    ("video_note", Attachment.VIDEO, "mp4"),
    ("audio", Attachment.AUDIO, "mp3"),
    ("voice", Attachment.VOICE, "ogg"),
    ("sticker", Attachment.STICKER, "webp"),
)
_UNTITLED = frozenset({"sticker", "video_note"})
"""What Telegram sends without a caption."""


def enclosed(raw: Raw, ref: MessageRef) -> tuple[Enclosure, ...]:
    """The file that hangs on a message; Telegram hangs one on each. Of a photo's sizes it is the largest."""
    for field, kind, ending in _FIELDS:
        if field in raw:
            file: Raw = raw[field][-1] if field == "photo" else raw[field]
            name = str(file.get("file_name") or f"{field}-{ref.native}.{_ending(field, file, ending)}")
            is_any = kind is Attachment.FILE
            what = kind_of_file(name, str(file.get("mime_type", ""))) if is_any else kind
            native = f"{field}:{file['file_id']}"
            return (Enclosure(TELEGRAM, native, name, what, int(file.get("file_size") or 0), message=ref),)
    return ()


def _ending(field: str, file: Raw, usual: str) -> str:
    if field == "sticker" and file.get("is_animated"):
        return "tgs"
    return "webm" if field == "sticker" and file.get("is_video") else usual


class Enclosures:
    """Fetches and sends them."""

    def __init__(self, bot: Api, transport: AiohttpRequest) -> None:
        self._bot = bot
        self._transport = transport

    async def fetch(self, enclosure: Enclosure, limit: int, into: IO[bytes]) -> Attempt:
        """Write the file. Its address holds the token and shows up in no message."""
        most = min(limit, LARGEST_FETCHED)
        if enclosure.size > most:
            return _too_large(most)
        try:
            found = await self._bot.get_file(enclosure.native.partition(":")[2])
            return await self._download(str(found.file_path), most, into)
        except TelegramError as error:
            attempt = attempt_of(error)
            return Trouble(attempt.detail, False, attempt.retry_after) if isinstance(attempt, Trouble) else attempt
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            return Trouble(f"Telegram's file did not come ({type(error).__name__})", maybe_done=False)

    async def _download(self, address: str, most: int, into: IO[bytes]) -> Attempt:
        timeout = aiohttp.ClientTimeout(total=DOWNLOAD_SECONDS)
        async with self._transport.session.get(address, timeout=timeout) as response:
            if response.status == 404:
                return Refused(Refusal.GONE, "Telegram does not have the file any more")
            if response.status != 200:
                return Trouble(f"Telegram's file server answered {response.status}", maybe_done=False)
            async for piece in response.content.iter_chunked(PIECE):
                most -= len(piece)
                if most < 0:
                    return _too_large(most)
                into.write(piece)
        return Done()

    async def send(
        self, chat: int, enclosure: Enclosure, content: IO[bytes] | None, caption: dict[str, Any], rest: dict[str, Any]
    ) -> int:
        """Send it, by its id where there is no content; gives the number of the message."""
        if content is not None:
            # Read here: the call may be made again, and what is sent from a file is closed after the first time.
            document = InputFile(content.read(), filename=enclosure.name)
            return (await self._bot.send_document(chat, document, **caption, **rest)).message_id
        field, _, file_id = enclosure.native.partition(":")
        send: Callable[..., Any] = getattr(self._bot, f"send_{field}")
        words = {} if field in _UNTITLED else caption
        message_id: int = (await send(chat, file_id, **words, **rest)).message_id
        return message_id


def _too_large(most: int) -> Refused:
    return Refused(Refusal.TOO_LARGE, f"more than {most} bytes")
