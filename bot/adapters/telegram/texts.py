"""Everything a reader of a message could see, and where its links lead: spam hides in all of it."""

import re
from collections.abc import Iterator

from bot.adapters.telegram.chats import Chats, Raw
from bot.core.attachments import Attachment, kind_of_file

MOST_TEXTS = 300
"""More strings than this in one message are not looked at; no client shows so many."""

# The parts of a message that a person made and a reader sees, besides its own text and caption.
_CONTENT = frozenset({
    "animation", "audio", "checklist", "contact", "document", "external_reply", "forum_topic_created",
    "forum_topic_edited", "forward_origin", "game", "giveaway", "giveaway_winners", "invoice", "link_preview_options",
    "live_photo", "location", "paid_media", "photo", "poll", "quote", "reply_markup", "rich_message", "sticker",
    "story", "venue", "via_bot", "video", "video_note", "voice",
})  # fmt: skip
_FILES = frozenset({
    "animation", "audio", "document", "live_photo", "paid_media", "photo", "sticker", "story", "video", "video_note",
    "voice",
})  # fmt: skip
_KINDS = {
    "photo": Attachment.PHOTO,
    "live_photo": Attachment.PHOTO,
    "paid_media": Attachment.PHOTO,
    "video": Attachment.VIDEO,
    "video_note": Attachment.VIDEO,
    "animation": Attachment.ANIMATION,
    "audio": Attachment.AUDIO,
    "voice": Attachment.VOICE,
    "sticker": Attachment.STICKER,
    "poll": Attachment.POLL,
    "contact": Attachment.CONTACT,
    "location": Attachment.LOCATION,
    "venue": Attachment.LOCATION,
    "story": Attachment.STORY,
    "game": Attachment.GAME,
}
_NOTHING = frozenset[Attachment]()
# The names under which Telegram's objects keep words for readers.
_SHOWN = frozenset({
    "text", "caption", "title", "description", "question", "explanation", "name", "file_name", "performer",
    "first_name", "last_name", "sender_user_name", "author_signature", "phone_number", "address", "prize_description",
    "additional_chat_name", "set_name", "username",
})  # fmt: skip
_LINKS = frozenset({"url"})
_HIDDEN_PEOPLE = frozenset({"sender_user", "user"})
"""Accounts inside forwards and mentions: they are named elsewhere and did not write this."""


def own_text(message: Raw) -> str:
    """What the author wrote: the text, or the caption."""
    return str(message.get("text") or message.get("caption") or "")


def other_texts(message: Raw) -> tuple[str, ...]:
    """What else can be read: polls, file names, button labels, quotes, forwards, names of bots and topics."""
    if _CONTENT.isdisjoint(message):
        return ()
    found = (word for kind, word in _walk(message) if kind == "text")
    via = message.get("via_bot")
    named = [f"@{via['username']}"] if via and via.get("username") else []
    return tuple(dict.fromkeys([*named, *found]))


def links(message: Raw) -> tuple[str, ...]:
    """Where it leads: plain links, masked ones, and those of buttons and previews."""
    marked = (_marked_link(text, entity) for text, entity in _entities(message))
    hidden = () if _CONTENT.isdisjoint(message) else (word for kind, word in _walk(message) if kind == "link")
    return tuple(dict.fromkeys(link for link in (*marked, *hidden) if link))


def mentioned(message: Raw, chats: Chats) -> tuple[int, ...]:
    """The accounts it names, as far as their @names are known."""
    found: list[int] = []
    for text, entity in _entities(message):
        if entity.get("type") == "text_mention":
            found.append(int(entity["user"]["id"]))
        elif entity.get("type") == "mention":
            known = chats.known(slice_of(text, entity))
            found += [known] if known else []
    return tuple(dict.fromkeys(found))


def attachments(message: Raw) -> int:
    return len(message.keys() & _FILES)


def carries(message: Raw) -> frozenset[Attachment]:
    """The kinds of what hangs on it."""
    kinds = [_KINDS[name] for name in message if name in _KINDS]
    # An animation comes with a document of the same file, for old clients.
    if "document" in message and "animation" not in message:
        file = message["document"]
        kinds.append(kind_of_file(str(file.get("file_name", "")), str(file.get("mime_type", ""))))
    return frozenset(kinds) if kinds else _NOTHING


def via_bot(message: Raw) -> str:
    """The @name of the bot that wrote it in the author's name, its number if it has none."""
    bot = message.get("via_bot")
    return str(bot.get("username") or bot["id"]) if bot else ""


def strangers(message: Raw, chats: Chats) -> int:
    """How many different @names it holds whose accounts nobody knows."""
    named = {slice_of(text, entity).lower() for text, entity in _entities(message) if entity.get("type") == "mention"}
    return sum(chats.known(name) is None for name in named)


def is_forward(message: Raw) -> bool:
    return "forward_origin" in message


def says_something(message: Raw) -> bool:
    """Tell a message that a member made from Telegram's own service messages."""
    return bool(own_text(message)) or not _CONTENT.isdisjoint(message)


def slice_of(text: str, entity: Raw) -> str:
    """The part of ``text`` an entity covers; Telegram counts in UTF-16 units."""
    units = text.encode("utf-16-le")
    start = 2 * int(entity["offset"])
    return units[start : start + 2 * int(entity["length"])].decode("utf-16-le", "replace")


def _entities(message: Raw) -> Iterator[tuple[str, Raw]]:
    for words, marks in (("text", "entities"), ("caption", "caption_entities")):
        for entity in message.get(marks) or ():
            yield str(message.get(words) or ""), entity


def _marked_link(text: str, entity: Raw) -> str:
    match entity.get("type"):
        case "text_link":
            return str(entity.get("url", ""))
        case "url":
            return slice_of(text, entity)
        case _:
            return ""


def _walk(message: Raw) -> Iterator[tuple[str, str]]:
    """Every string for readers below the content fields: ("text" | "link", string)."""
    stack: list[tuple[str, object]] = [(name, message[name]) for name in message if name in _CONTENT]
    left = MOST_TEXTS
    while stack and left:
        name, value = stack.pop()
        if isinstance(value, dict):
            stack += [(key, below) for key, below in reversed(value.items()) if key not in _HIDDEN_PEOPLE]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
        elif isinstance(value, list):
            stack += [(name, below) for below in reversed(value[:MOST_TEXTS])]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
        elif isinstance(value, str) and value and name in _SHOWN | _LINKS:
            left -= 1
            yield ("link" if name in _LINKS or re.match(r"https?://", value) else "text"), value
            if name in _LINKS:
                yield "text", value
