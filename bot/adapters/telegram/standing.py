"""Telegram's chat member objects as ranks and rights."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.adapters.telegram.chats import Raw
from bot.core.ids import UserRef
from bot.core.people import Member, Rank

ADMINS_ROLE = "chat-admins"
"""The role every administrator has, as managers write it in the config file."""
LINKED_CHANNEL, ANONYMOUS_ADMIN, CHANNEL_SENDER = 777000, 1087968824, 136817688
SERVICE_ACCOUNTS = frozenset({LINKED_CHANNEL, ANONYMOUS_ADMIN, CHANNEL_SENDER})
"""Telegram's own: they speak for others and are never punished (umputun/tg-spam#330, #370)."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the bot is in one chat."""

    present: bool = True
    admin: bool = False
    may: frozenset[str] = frozenset()


def is_present(member: Raw) -> bool:
    """Tell whether a chat member object says that somebody is in the chat."""
    status = member["status"]
    return status in {"creator", "administrator", "member"} or (
        status == "restricted" and bool(member.get("is_member"))
    )


def rank_of(member: Raw) -> Rank:
    """Map a chat member object to a rank; an administrator with a mere title does not moderate."""
    match member["status"]:
        case "creator":
            return Rank.OWNER
        case "administrator" if member.get("can_promote_members"):
            return Rank.MANAGER
        case "administrator" if member.get("can_restrict_members") or member.get("can_delete_messages"):
            return Rank.MODERATOR
        case "administrator":
            return Rank.HELPER
        case _:
            return Rank.MEMBER if is_present(member) else Rank.GUEST


def standing_of(member: Raw) -> Standing:
    admin = member["status"] in {"creator", "administrator"}
    may = frozenset(str(name) for name, value in member.items() if name.startswith("can_") and value is True)
    return Standing(is_present(member), admin, may)


def account(user: Raw, ref: UserRef) -> Member:
    """An account without a standing anywhere."""
    name = " ".join(str(user[part]) for part in ("first_name", "last_name") if user.get(part))
    return Member(
        ref,
        name,
        handle=str(user.get("username", "")),
        is_bot=bool(user.get("is_bot")),
        locale=str(user.get("language_code", "")),
    )


def moment(stamp: int) -> datetime:
    return datetime.fromtimestamp(stamp, UTC)


def ranked(member: Member, rank: Rank) -> Member:
    """The same account with a standing."""
    roles = frozenset({ADMINS_ROLE}) if rank > Rank.MEMBER else frozenset[str]()
    return replace(member, rank=rank, roles=roles)
