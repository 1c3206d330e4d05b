"""One raw message as the core's Message, and the key that names an update for good."""

from dataclasses import dataclass

from bot.adapters.telegram import texts
from bot.adapters.telegram.chats import Chats, Raw
from bot.adapters.telegram.enclosures import enclosed
from bot.adapters.telegram.rights import Rights
from bot.adapters.telegram.standing import moment
from bot.core.messages import Message


@dataclass(frozen=True, slots=True)
class Self:
    """The bot's own account."""

    number: int
    name: str


class Messages:
    """Puts a message together: its words, its author with rank, where it stands."""

    def __init__(self, me: Self, rights: Rights, chats: Chats) -> None:
        self._me = me
        self._rights = rights
        self._chats = chats

    async def read(self, raw: Raw) -> Message:
        """A message with everything in it that can be read."""
        replied = answered_message(raw)
        ref = self._chats.ref_of(raw)
        return Message(
            ref,
            await self._rights.actor(raw),
            texts.own_text(raw),
            moment(int(raw["date"])),
            also=texts.other_texts(raw),
            links=texts.links(raw),
            mentions=tuple(map(self._chats.user, texts.mentioned(raw, self._chats))),
            attachments=texts.attachments(raw),
            reply_to=self._chats.ref_of(replied) if replied else None,
            forwarded=texts.is_forward(raw),
            carries=texts.carries(raw),
            unknown_mentions=texts.strangers(raw, self._chats),
            via_bot=texts.via_bot(raw),
            enclosures=enclosed(raw, ref),
        )

    def key(self, update: Raw, dated: Raw) -> str:
        """Update ids start anew after a quiet week, so the date belongs to the key."""
        return f"telegram:{self._me.number}:{update['update_id']}:{dated.get('edit_date') or dated.get('date', 0)}"


def answered_message(raw: Raw) -> Raw | None:
    """The message this one answers; in a topic everything "answers" the message that made the topic."""
    replied: Raw | None = raw.get("reply_to_message")
    return None if replied is None or "forum_topic_created" in replied else replied
