"""How a message came here, whatever it says."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Literal

from bot.domain.moderation.history import History
from bot.domain.moderation.sample import Sample
from bot.domain.moderation.text import signs
from bot.domain.moderation.triggers.hit import Hit


class Way(StrEnum):
    """Passed on from elsewhere, written by a bot in the author's name, or posted as a channel instead of a person."""

    FORWARDED = "forwarded"
    VIA_BOT = "via-bot"
    AS_CHANNEL = "as-channel"


@dataclass(frozen=True, slots=True)
class Posted:
    """Fires on a message that came in one of these ``ways``; bots whose @names are in ``allow`` may help to write.

    A community's own channel, and administrators who speak as the group, are spared before anybody asks.
    """

    ways: frozenset[Way]
    allow: frozenset[str] = frozenset()
    kind: Literal["posted"] = "posted"
    needs: ClassVar[int] = signs.BROUGHT

    def find(self, seen: Sample, history: History) -> Hit | None:
        """Give the way it came."""
        del history
        message = seen.message
        if message.forwarded and Way.FORWARDED in self.ways:
            return Hit(Way.FORWARDED.value, Way.FORWARDED.value, (message.ref,))
        if message.author.is_channel and Way.AS_CHANNEL in self.ways:
            return Hit(message.author.name, Way.AS_CHANNEL.value, (message.ref,))
        if message.via_bot and Way.VIA_BOT in self.ways and message.via_bot.casefold() not in self.allow:
            return Hit(f"@{message.via_bot}", Way.VIA_BOT.value, (message.ref,))
        return None
