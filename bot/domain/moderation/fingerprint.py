"""What makes two messages the same to a reader, as one number."""

from bot.domain.moderation.sample import Sample
from bot.domain.moderation.text.letters import latin_skeleton

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
    return hash(text if text.isascii() else latin_skeleton(text))
