"""Accounts of one person on both messengers: linked by a one-time code, and apart again."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.ids import UserRef


@dataclass(frozen=True, slots=True)
class Linked:
    """Accounts of the same ``person`` share one history; the name of a person means nothing by itself."""

    user: UserRef
    person: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Unlinked:
    """This account stands for itself again."""

    user: UserRef


@dataclass(frozen=True, slots=True)
class LinkCode:
    """A one-time code that was given to an account; ``id`` is the half of it that proves nothing."""

    id: str
    user: UserRef
    user_name: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class LinkCodeUsed:
    """No code of this account is good any more."""

    user: UserRef


@dataclass(frozen=True, slots=True)
class LinkTry:
    """Somebody tried a code that was not one."""

    user: UserRef
    at: datetime
