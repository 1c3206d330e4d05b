"""SHOUTING."""

import re
from dataclasses import dataclass, field
from typing import Literal

from bot.domain.moderation.history import History
from bot.domain.moderation.sample import Sample
from bot.domain.moderation.text import signs
from bot.domain.moderation.text.alphabet import cases_of
from bot.domain.moderation.triggers.hit import Hit

_NEIGHBOURS = re.compile(r"[A-ZĄĆĘŁŃÓŚŹŻА-ЯЁÁÉÍÑÚÜËÇÀ-ÞΑ-ΫԱ-Ֆ]\W{0,3}[A-ZĄĆĘŁŃÓŚŹŻА-ЯЁÁÉÍÑÚÜËÇÀ-ÞΑ-ΫԱ-Ֆ]")
"""Where half of the letters are capitals, two of them are neighbours somewhere."""
_NOT_SAID = re.compile(r"[A-Za-z]{2,10}://\S+|<[^<>\s]{1,80}>|[@#]\w+|`[^`]{1,2000}`")
"""Links, mentions, custom emoji and code: their letters are not the author's choice."""

_MAY_BE_NOT_SAID = re.compile("[/<@#`]")


@dataclass(frozen=True, slots=True)
class Caps:
    """Fires when at least ``share`` of the letters are capitals, from so many ``letters`` on.

    Only letters of scripts that have capitals count: Latin, Cyrillic, Greek, Armenian, but no Georgian and no Chinese.
    """

    share: float
    letters: int = 12
    kind: Literal["caps"] = "caps"
    needs: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        few = self.share * self.letters < signs.MANY_CAPITALS
        capitals = signs.LOUD if self.share * signs.LOUD_SHARE >= 1 else signs.CAPITALS
        object.__setattr__(self, "needs", signs.NOTHING if few else capitals | signs.UNUSUAL)

    def find(self, seen: Sample, history: History) -> Hit | None:
        """Give the share that was found."""
        del history
        text = seen.message.text
        if len(text) < self.letters or _NEIGHBOURS.search(text) is None:
            return None
        said = _NOT_SAID.sub(" ", text) if _MAY_BE_NOT_SAID.search(text) else text
        high, low = cases_of(said)
        cased = high + low
        if cased < self.letters or high < self.share * cased:
            return None
        return Hit(f"{high / cased:.0%}", f"{self.share:.0%}", (seen.message.ref,))
