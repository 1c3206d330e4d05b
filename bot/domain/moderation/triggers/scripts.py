"""Writing that this place cannot read."""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from bot.domain.moderation.history import History
from bot.domain.moderation.sample import Sample
from bot.domain.moderation.text import signs
from bot.domain.moderation.triggers.hit import Hit

SCRIPTS = (
    "latin", "cyrillic", "greek", "arabic", "hebrew", "han", "hiragana", "katakana", "hangul", "devanagari", "bengali",
    "tamil", "telugu", "thai", "lao", "khmer", "myanmar", "georgian", "armenian", "ethiopic", "tibetan", "mongolian",
)  # fmt: skip
"""Scripts that a config file may name."""
_LETTER_LIKE = ("mathematical", "double-struck", "script", "black-letter", "circled", "squared", "parenthesized")
_OTHER_NAMES = {"cjk": "han"} | dict.fromkeys(_LETTER_LIKE, "latin")
# Characters of ordinary chat: signs and emoji, and the letters of the scripts that most of it is written in.
_SIGNS = r"\x00-@\[-`{-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\u2010-\u2bff\ufe0f\U0001f300-\U0001faff"
_PLAIN = {"latin": r"A-Za-z\xc0-\u024f", "cyrillic": r"\u0400-\u04ff"}
_QUOTED = 20
_LOOKED_AT = 400
"""Letters of one text: of longer ones every second, third ... speaks for all."""


@dataclass(frozen=True, slots=True)
class Scripts:
    """Fires when at least half of the letters, and no fewer than ``letters``, are of a script that is not allowed.

    A foreign name or a quoted word in an ordinary sentence passes. The script is certain where the language of a few
    words is a guess.
    """

    allow: frozenset[str]
    letters: int = 4
    kind: Literal["scripts"] = "scripts"
    others: re.Pattern[str] = field(init=False, repr=False, compare=False)
    """Finds what may be a letter of another script: a look at each letter is for texts that hold one."""
    needs: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        ours = "".join(letters for script, letters in _PLAIN.items() if script in self.allow)
        object.__setattr__(self, "others", re.compile(rf"[^{_SIGNS}{ours}]"))
        # Ordinary chat is written in these two.
        object.__setattr__(self, "needs", signs.UNUSUAL if _PLAIN.keys() <= self.allow else signs.NOTHING)

    def find(self, seen: Sample, history: History) -> Hit | None:
        """Give the letters that cannot be read here."""
        del history
        text = seen.text
        if self.others.search(text) is None:
            return None
        letters = [char for char in text if char.isalpha()]
        each_for = len(letters) // _LOOKED_AT + 1
        letters = letters[::each_for]
        foreign = [char for char in letters if (script := script_of(char)) and script not in self.allow]
        if len(foreign) * each_for < self.letters or 2 * len(foreign) < len(letters):
            return None
        return Hit("".join(foreign[:_QUOTED]), script_of(foreign[0]), (seen.message.ref,))


@lru_cache(maxsize=8192)
def script_of(letter: str) -> str:
    """Name the script of a letter, as its Unicode name tells; empty for signs that belong to none."""
    if "\u4e00" <= letter <= "\u9fff":  # thousands of letters, each of which would be looked up
        return "han"
    if "\uac00" <= letter <= "\ud7a3":
        return "hangul"
    words = unicodedata.name(letter, "").casefold().split()
    if not words or words[0] == "modifier":
        return ""
    word = words[1] if words[0] in {"fullwidth", "halfwidth"} else words[0]
    script = _OTHER_NAMES.get(word, word)
    return script if script in SCRIPTS or "letter" in words else ""
