"""Telegram's chat member objects as ranks and rights."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.adapters.telegram.chats import Raw
from bot.core.actions import Sanction
from bot.core.ids import UserRef
from bot.core.people import Member, Rank

ADMINS_ROLE = "chat-admins"
"""The role every administrator has, as managers write it in the config file."""
_ADMIN_ROLES = frozenset({ADMINS_ROLE})
_NO_ROLES = frozenset[str]()
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


def lifted(old: Raw, new: Raw) -> Sanction | None:
    """Tell what somebody may again who could not before: come in, or write. Who is banned instead may neither."""
    if old["status"] == "kicked":
        return None if new["status"] == "kicked" else Sanction.BAN
    return Sanction.MUTE if _is_muted(old) and is_present(new) and not _is_muted(new) else None


def _is_muted(member: Raw) -> bool:
    return member["status"] == "restricted" and not member.get("can_send_messages")


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


def account(user: Raw, ref: UserRef, rank: Rank = Rank.MEMBER, *, untouchable: bool = False) -> Member:
    """An account with a standing; who ranks above members holds Telegram's one role, out of bots' reach."""
    last = user.get("last_name")
    first = str(user.get("first_name", ""))
    return Member(
        ref,
        f"{first} {last}" if last else first,
        rank,
        str(user.get("username", "")),
        is_bot=bool(user.get("is_bot")),
        untouchable=untouchable,
        roles=_ADMIN_ROLES if rank > Rank.MEMBER else _NO_ROLES,
        locale=str(user.get("language_code", "")),
        out_of_reach=rank > Rank.MEMBER,
    )


def unnamed(member: Member) -> Member:
    """An administrator who acts as the group: a press shows her account, but nobody shall read her name."""
    return replace(member, name="", handle="", anonymous=True)


def moment(stamp: int) -> datetime:
    return datetime.fromtimestamp(stamp, UTC)
