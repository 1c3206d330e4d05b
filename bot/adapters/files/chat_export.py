"""Chat that somebody exported: Telegram Desktop's result.json, DiscordChatExporter's JSON, or a line of JSON a message.

A line of our own is ``{"text": ..., "author": ..., "at": "2026-01-01T12:00:00Z", "place": "lobby"}``; only the text
must be there. An export does not tell who may moderate: everybody in it counts as a member.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeAlias, cast

from bot.core.ids import DISCORD, TELEGRAM, ChannelRef, MessageRef, Place, Platform, SpaceRef, UserRef
from bot.core.lessons import Recorded
from bot.core.messages import Message
from bot.core.people import Member

_OWN = Platform("chat")
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
_Raw: TypeAlias = dict[str, Any]


class ChatRefused(ValueError):  # noqa: N818  # it reads as what happened
    """The file is no chat that can be read; the message says why."""


def read_chat(path: Path) -> tuple[Recorded, ...]:
    """Read a whole export, the oldest message first; raises ChatRefused or OSError."""
    text = path.read_text("utf-8-sig", errors="replace")
    try:
        told = [*_messages(text)]
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, RecursionError) as wrong:
        raise ChatRefused(f"{path}: this chat cannot be read: {type(wrong).__name__}: {wrong}") from wrong
    return tuple(sorted(told, key=lambda one: one.message.sent_at))


def _messages(text: str) -> Iterator[Recorded]:
    try:
        whole = json.loads(text)
    except ValueError:
        return _lines(text)
    if not isinstance(whole, dict):
        raise ValueError("it should be one object, or a line of JSON for each message")  # noqa: TRY004 - one kind for all
    return _chat(cast("_Raw", whole), text)


def _chat(whole: _Raw, text: str) -> Iterator[Recorded]:
    if "channel" in whole and "messages" in whole:
        return _discord(whole)
    if "messages" in whole:
        return _telegram([whole])
    if "chats" in whole:
        return _telegram(whole["chats"]["list"])
    return _lines(text)


def _lines(text: str) -> Iterator[Recorded]:
    at = _EPOCH
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            raw = json.loads(line)
        except ValueError as wrong:
            raise ValueError(f"line {number}: {wrong}") from None
        # Without a time, messages are far enough apart never to be a flood.
        at = _moment(raw["at"]) if "at" in raw else at + timedelta(hours=1)
        author = str(raw.get("author", "somebody"))
        yield _said(
            (_OWN, "chat", str(number)), Member(UserRef(_OWN, author), author), raw["text"], at, raw.get("place", "")
        )


def _telegram(chats: Iterable[_Raw]) -> Iterator[Recorded]:
    for chat in chats:
        for raw in chat["messages"]:
            if raw.get("type") != "message":
                continue
            who, name = str(raw.get("from_id", "unknown")), raw.get("from") or "?"
            author = Member(UserRef(TELEGRAM, who.removeprefix("user")), name, is_channel=who.startswith("channel"))
            pieces: list[Any] = raw["text"] if isinstance(raw["text"], list) else [raw["text"]]
            text = "".join(piece if isinstance(piece, str) else str(piece["text"]) for piece in pieces)
            yield _said(
                (TELEGRAM, str(chat.get("id", "")), str(raw["id"])),
                author,
                text,
                _telegram_moment(raw),
                also=tuple(str(raw[key]) for key in ("file_name", "title") if raw.get(key)),
                links=tuple(str(piece["href"]) for piece in pieces if not isinstance(piece, str) and "href" in piece),
                forwarded="forwarded_from" in raw,
                via_bot=str(raw.get("via_bot", "")).removeprefix("@"),
            )


def _telegram_moment(raw: _Raw) -> datetime:
    if "date_unixtime" in raw:
        return datetime.fromtimestamp(int(raw["date_unixtime"]), UTC)
    return _moment(raw["date"])


def _discord(whole: _Raw) -> Iterator[Recorded]:
    for raw in whole["messages"]:
        author = raw["author"]
        if author.get("isBot"):
            continue
        name = author.get("nickname") or author["name"]
        embeds = (embed.get(key) for embed in raw.get("embeds", ()) for key in ("title", "description"))
        files = (file.get("fileName") for file in raw.get("attachments", ()))
        yield _said(
            (DISCORD, str(whole["channel"]["id"]), str(raw["id"])),
            Member(UserRef(DISCORD, str(author["id"])), name),
            raw["content"],
            _moment(raw["timestamp"]),
            also=tuple(str(one) for one in (*embeds, *files) if one),
            mentions=tuple(UserRef(DISCORD, str(one["id"])) for one in raw.get("mentions", ())),
        )


def _said(
    at_home: tuple[Platform, str, str],
    author: Member,
    text: object,
    at: datetime,
    role: str = "",
    **more: Any,  # noqa: ANN401
) -> Recorded:
    platform, chat, number = at_home
    if not isinstance(text, str):
        raise ValueError(f"message {number}: its text is no text")  # noqa: TRY004 - one kind for all
    place = Place(ChannelRef(platform, chat), SpaceRef(platform, chat))
    return Recorded(Message(MessageRef(place, number), author, text, at, **more), str(role))


def _moment(written: str) -> datetime:
    at = datetime.fromisoformat(written)
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at
