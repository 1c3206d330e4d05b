"""Numbers and names: which of Telegram's ids is which ref, who hides behind an @name, where a group moved to."""

import json
from typing import Any, TypeAlias

from bot.core.ids import TELEGRAM, ChannelRef, MessageRef, Place, Ref, SpaceRef, UserRef
from bot.core.ports import Shelf

Raw: TypeAlias = dict[str, Any]
"""A piece of Telegram's JSON. It goes no further than inbound.py."""

SUPERGROUPS = "-100"
"""What the ids of supergroups and channels begin with."""
MOST_NAMES = 50_000
_MOVED = "moved"


class Chats:
    """Translates ids both ways.

    A basic group that becomes a supergroup gets another number; its refs keep the old one, so that nothing in the
    record has to be rewritten, and the number is exchanged here, at the edge.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._moved: dict[int, int] = {}
        self._names: dict[str, int] = {}
        self._unsaved: dict[str, int] = {}
        self._handles: dict[int, str] = {}

    async def open(self) -> None:
        """Read what was remembered before the restart."""
        kept = json.loads(await self._shelf.get(_MOVED) or "{}")
        self._moved = {int(old): int(new) for old, new in kept.items()}

    # ---- numbers and refs

    def number(self, ref: Ref) -> int:
        """The number to call Telegram with."""
        number = int(ref.native)
        return self._moved.get(number, number)

    def native(self, number: int) -> str:
        """The number as refs carry it."""
        if not self._moved:
            return str(number)
        return str(next((old for old, new in self._moved.items() if new == number), number))

    def user(self, number: int) -> UserRef:
        return UserRef(TELEGRAM, self.native(number))

    def space(self, number: int) -> SpaceRef:
        return SpaceRef(TELEGRAM, self.native(number))

    def place(self, chat: Raw, thread: int | None = None) -> Place:
        """The place a chat (and perhaps a topic in it) is; private chats have no space."""
        number = int(chat["id"])
        handle = chat.get("username")
        if handle and chat.get("type") != "private":
            self._handles[number] = str(handle)
        space = None if chat.get("type") == "private" else self.space(number)
        return Place(ChannelRef(TELEGRAM, self.native(number)), space, str(thread) if thread else None)

    def place_of(self, message: Raw) -> Place:
        """Where a message stands. A thread number outside of a topic is only a chain of replies."""
        thread = message.get("message_thread_id") if message.get("is_topic_message") else None
        return self.place(message["chat"], thread)

    def ref_of(self, message: Raw) -> MessageRef:
        return MessageRef(self.place_of(message), str(message["message_id"]))

    async def moved(self, old: int, new: int) -> None:
        """A group became a supergroup: whatever is sent to the old number goes to the new one from now on."""
        self._moved[old] = new
        await self._shelf.put(_MOVED, json.dumps(self._moved))

    # ---- names

    def remember(self, user: Raw) -> None:
        """Note an account's @name; the Bot API cannot look one up."""
        handle, number = user.get("username"), user.get("id")
        if not handle or not isinstance(number, int) or self._names.get(str(handle).lower()) == number:
            return
        if len(self._names) >= MOST_NAMES:
            self._names.pop(next(iter(self._names)))
        self._names[str(handle).lower()] = self._unsaved[str(handle).lower()] = number

    async def who(self, handle: str) -> int | None:
        """The account of this @name, if it was ever seen."""
        name = handle.removeprefix("@").lower()
        if name in self._names:
            return self._names[name]
        kept = await self._shelf.get(f"name.{name}")
        return int(kept) if kept else None

    def known(self, handle: str) -> int | None:
        """The same, from memory only."""
        return self._names.get(handle.removeprefix("@").lower())

    async def save(self) -> None:
        """Write new names down, away from the messages that brought them."""
        while self._unsaved:
            name, number = self._unsaved.popitem()
            shelf_name = f"name.{name}"
            if await self._shelf.get(shelf_name) != str(number):
                await self._shelf.put(shelf_name, str(number))

    # ---- as a manager writes them

    def paste(self, place: Place) -> str:
        """The place as it stands in a config file: ``@name``, a t.me link, or a bare number."""
        number = self.number(place.channel)
        end = f"/{place.thread}" if place.thread else ""
        if number in self._handles:
            return f"https://t.me/{self._handles[number]}{end}" if end else f"@{self._handles[number]}"
        if str(number).startswith(SUPERGROUPS) and end:
            return f"https://t.me/c/{str(number).removeprefix(SUPERGROUPS)}{end}"
        return f"{number}{end}"
