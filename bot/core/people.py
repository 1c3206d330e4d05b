"""People as the core sees them."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from bot.core.ids import UserRef


class Rank(IntEnum):
    """What a person may do here; adapters map native rights onto it, config may lift it."""

    GUEST = 0
    MEMBER = 1
    TRUSTED = 2
    HELPER = 3
    MODERATOR = 4
    MANAGER = 5
    OWNER = 6


@dataclass(frozen=True, slots=True)
class Member:
    """An account inside one space.

    ``untouchable`` marks accounts that must never be punished: anonymous administrators, the linked
    channel's forwards, the platform's own service accounts. ``created_at`` is when the account was made; Telegram
    does not tell. ``anonymous``: an administrator who acts without a name; hers is kept out of everything that is said.
    ``out_of_reach``: the messenger lets the bot neither mute, kick nor ban her there, whoever wishes it: she stands
    above the bot's role on Discord, or is an administrator on Telegram.
    """

    user: UserRef
    name: str
    rank: Rank = Rank.MEMBER
    handle: str = ""
    is_bot: bool = False
    is_channel: bool = False
    untouchable: bool = False
    joined_at: datetime | None = None
    roles: frozenset[str] = frozenset()
    locale: str = ""
    created_at: datetime | None = None
    anonymous: bool = False
    out_of_reach: bool = False

    def outranks(self, other: "Member") -> bool:
        return self.rank > other.rank
