"""Things that hang on a message."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from bot.core.attachments import Attachment
from bot.domain.moderation.history import History
from bot.domain.moderation.sample import Sample
from bot.domain.moderation.text import signs
from bot.domain.moderation.triggers.hit import Hit


@dataclass(frozen=True, slots=True)
class Attachments:
    """Fires on an attachment of one of these kinds; without any named, on every attachment."""

    kinds: frozenset[Attachment] = frozenset()
    kind: Literal["attachments"] = "attachments"
    needs: ClassVar[int] = signs.CARRIES

    def find(self, seen: Sample, history: History) -> Hit | None:
        """Give the kinds that were found."""
        del history
        carries = seen.message.carries
        if not carries and not seen.message.attachments:
            return None
        unwanted = carries & self.kinds if self.kinds else carries or {Attachment.FILE}
        if not unwanted:
            return None
        found = ", ".join(sorted(unwanted))
        return Hit(found, found, (seen.message.ref,))
