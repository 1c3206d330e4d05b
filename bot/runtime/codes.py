"""One-time codes that people carry from one messenger to the other: half an id, half a proof nobody can make up."""

import hashlib
import hmac
import secrets

from bot.core.text import OneTime

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without what looks alike: 0 and O, 1 and I."""
_ID, _PROOF = 5, 7
"""The proof has 35 bits: with ten tries an hour, guessing one takes longer than the messengers will exist."""


class Codes:
    """Makes codes and reads them; what is kept of one is its id, from which nobody without the key gets the rest."""

    def __init__(self, keys: tuple[bytes, ...]) -> None:
        self._keys = keys

    def new(self) -> OneTime:
        """A code nobody has had."""
        return OneTime("".join(secrets.choice(ALPHABET) for _ in range(_ID)))

    def spelt(self, code: OneTime) -> str:
        """The code as one reads and types it: ``ABCDE-FGHJKLM``."""
        return f"{code.id}-{_proof(self._keys[0], code.id)}"

    def read(self, typed: str) -> str | None:
        """The id of a code that was typed, however it was written; None when the bot never made it."""
        plain = "".join(letter for letter in typed.upper() if letter in ALPHABET)
        if len(plain) != _ID + _PROOF:
            return None
        code_id, proof = plain[:_ID], plain[_ID:]
        known = [hmac.compare_digest(proof.encode(), _proof(key, code_id).encode()) for key in self._keys]
        return code_id if any(known) else None


def _proof(key: bytes, code_id: str) -> str:
    digest = hmac.new(key, b"code:" + code_id.encode(), hashlib.sha256).digest()
    number = int.from_bytes(digest[:8], "big")
    letters: list[str] = []
    for _ in range(_PROOF):
        number, rest = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[rest])
    return "".join(letters)
