"""A wall of emoji."""

import re
from dataclasses import dataclass, field
from typing import Literal

from bot.domain.moderation.history import History
from bot.domain.moderation.sample import Sample
from bot.domain.moderation.text import signs
from bot.domain.moderation.triggers.hit import Hit

# One to the eye: with a skin tone or a variation, joined to others, a flag of two letters, or a server's own.
_PICTURE = (
    "[\u203c\u2049\u231a-\u23ff\u25aa-\u25fe\u2600-\u27bf\u2b05-\u2b55"
    "\U0001f004-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff]"
)
_ONE = re.compile(
    rf"<a?:\w{{1,64}}:\d{{1,20}}>|[\U0001f1e6-\U0001f1ff]{{2}}|[#*0-9]\ufe0f?\u20e3"
    rf"|{_PICTURE}[\ufe0f\U0001f3fb-\U0001f3ff]*(?:\u200d{_PICTURE}[\ufe0f\U0001f3fb-\U0001f3ff]*)*"
)


@dataclass(frozen=True, slots=True)
class Emoji:
    """Fires on so many emoji in one message; a family, a flag and a server's own emoji are one each."""

    most: int
    kind: Literal["emoji"] = "emoji"
    needs: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        pictures = signs.MANY_PICTURES if self.most >= signs.MANY else signs.PICTURES
        object.__setattr__(self, "needs", pictures | signs.UNUSUAL)

    def find(self, seen: Sample, history: History) -> Hit | None:
        """Give how many there are."""
        del history
        text = seen.message.text
        if len(text) < self.most or (text.isascii() and "<" not in text):
            return None
        found = len(_ONE.findall(text))
        if found < self.most:
            return None
        return Hit(str(found), str(self.most), (seen.message.ref,))
