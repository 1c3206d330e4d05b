"""Calling many people, or everybody."""

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar, Literal

from bot.core.messages import Message
from bot.domain.moderation.history import History
from bot.domain.moderation.sample import Sample
from bot.domain.moderation.text import signs
from bot.domain.moderation.triggers.hit import Hit

_EVERYBODY = re.compile(r"@(?<![\w@.]@)(?:everyone|here)\b")  # its sign first, so that a search leaps from sign to sign
_NO_TIME = timedelta(0)


@dataclass(frozen=True, slots=True)
class Mentions:
    """Fires on ``people`` different people named in one message or, with ``within``, in all of that time.

    ``everyone`` fires on @everyone and @here too, whether or not the author has the right to call. 0 people: only
    that.
    """

    people: int = 0
    within: timedelta = _NO_TIME
    everyone: bool = False
    kind: Literal["mentions"] = "mentions"
    needs: ClassVar[int] = signs.EVERYBODY | signs.CALLS

    def find(self, seen: Sample, history: History) -> Hit | None:
        """Give how many were named, and in which messages."""
        if self.everyone and (hit := _everybody(seen)):
            return hit
        if not self.people or not _named(seen.message):
            return None
        counted: tuple[Message, ...] = (seen.message,)
        if self.within and not seen.is_edit:
            counted = tuple(filter(_named, history.by_author(seen, self.within))) or counted
        people = {user for message in counted for user in message.mentions}
        named = len(people) + sum(message.unknown_mentions for message in counted)
        if named < self.people:
            return None
        return Hit(f"{named} @", f"{self.people}", tuple(message.ref for message in counted))


def _named(message: Message) -> bool:
    return bool(message.mentions or message.unknown_mentions)


def _everybody(seen: Sample) -> Hit | None:
    if seen.message.mentions_everyone:
        return Hit("@everyone", "@everyone", (seen.message.ref,))
    found = _EVERYBODY.search(seen.reading.plain)
    return Hit(found[0], found[0], (seen.message.ref,)) if found else None
