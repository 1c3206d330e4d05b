"""What makes two messages the same to a reader, as one number."""

from bot.domain.moderation.sample import Sample


def fingerprint(seen: Sample) -> int:
    """Give messages of the same words the same number, whatever their capitals, accents, signs, figures and alphabets.

    0 for what is too short to be a repeat of anything: an empty text, a greeting, figures, emoji. The names of files
    and the like do not make a message: members who each show a picture have said nothing twice.
    """
    message = seen.message
    return seen.reading.mark if message.text or message.forwarded else 0
