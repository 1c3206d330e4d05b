"""How long a text may be, in the units in which Telegram counts."""

from tests.wire.telegram_state import ApiError


def utf16(text):
    return len(text.encode("utf-16-le")) // 2


def check_length(text, limit, what):
    """Raise what Telegram answers to a text that is too long."""
    if utf16(text) > limit:
        raise ApiError(400, f"Bad Request: {what} is too long")
