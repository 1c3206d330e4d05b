"""What stands in the place of an account that asked to be forgotten: told only by whoever has the bot's key."""

import hashlib
import hmac
from dataclasses import dataclass

from bot.core.ids import Platform, UserRef

NOBODY = Platform("gone")
"""No messenger: nothing can be sent to such an account, and it can be mentioned nowhere."""


@dataclass(frozen=True, slots=True)
class Aliases:
    """The newest key first; without a key nobody has an alias."""

    keys: tuple[bytes, ...] = ()

    def of(self, user: UserRef) -> tuple[UserRef, ...]:
        """Every made-up account that may stand for this one; the same each time."""
        return tuple(UserRef(NOBODY, _digest(key, user)) for key in self.keys)


def _digest(key: bytes, user: UserRef) -> str:
    # The letter in front: nowhere may it be taken for a number that a messenger gave.
    return "x" + hmac.digest(key, b"alias:" + str(user).encode(), hashlib.sha256).hex()[:20]
