"""What makes two messages the same to a reader, as one number."""

import re

from bot.domain.moderation.sample import Sample
from bot.domain.moderation.text import signs
from bot.domain.moderation.text.letters import latin_skeleton

_MIXED = re.compile("[a-z][а-я]|[а-я][a-z]")
"""Where two alphabets meet, letters may stand for others that look like them."""
SHORTEST = 2
"""Words; one alone ("ok", "hello") is what everybody says all day."""
_LETTERS = 14
"""Letters in a row that count without a second word: some languages write no spaces."""


def fingerprint(seen: Sample) -> int:
    """Give messages of the same words the same number, whatever their capitals, accents, signs, figures and alphabets.

    0 for what is too short to be a repeat of anything: an empty text, a greeting, figures, emoji. The names of files
    and the like do not make a message: members who each show a picture have said nothing twice.
    """
    words = seen.reading.words
    if not (seen.message.text or seen.message.forwarded) or not words:
        return 0
    if len(words) < SHORTEST and len(words[0]) < _LETTERS:
        return 0
    text = "".join(words)
    if not text.isascii() and _has_both(seen) and _MIXED.search(text):
        text = latin_skeleton(text)
    return hash(text)


def _has_both(seen: Sample) -> bool:
    """Whether letters of two alphabets may meet: in a word, or because whole words are in another one."""
    return bool(seen.reading.signs & signs.MIXED) or any(map(str.isascii, seen.reading.words))
