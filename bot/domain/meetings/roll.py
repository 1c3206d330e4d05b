"""The code that is said on the spot: short enough to be called out, too long to be guessed in a few tries."""

import hmac

SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""No sign that is mistaken for another."""
LENGTH = 6
TRIES = 5
"""So many wrong codes may a person give at one event."""


def made(numbers: bytes) -> str:
    """A code out of as many random bytes as it has signs."""
    return "".join(SIGNS[number % len(SIGNS)] for number in numbers[:LENGTH])


def fits(code: str, given: str) -> bool:
    """Whether it is the code, however it was written."""
    said = "".join(sign for sign in given.upper() if sign.isalnum())
    return bool(code) and hmac.compare_digest(code.encode(), said.encode())
