"""Members as the core sees them, and a small memory of them: discord.py's own cache is kept empty.

With discord.py's cache a large space costs 1.2 kB and some start-up time a member; without it, updates of members are
dropped unseen. So the payloads themselves are read, and whoever is not remembered is fetched, never assumed.
"""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import discord

from bot.adapters.discord import rights
from bot.adapters.discord.line import Line
from bot.core.ids import DISCORD, SpaceRef, UserRef
from bot.core.people import Member, Rank

REMEMBERED = 5_000
_UNKNOWN = frozenset({10007, 10013})  # member, user


def user_ref(user_id: int | str) -> UserRef:
    return UserRef(DISCORD, str(user_id))


def space_ref(guild_id: int | str) -> SpaceRef:
    return SpaceRef(DISCORD, str(guild_id))


def rank_in(guild: discord.Guild, user_id: int, role_ids: Iterable[int], *, pending: bool) -> Rank:
    """The rank that these roles (and everybody's) give in a space."""
    roles = [guild.default_role, *filter(None, map(guild.get_role, role_ids))]
    held = [role.permissions for role in roles]
    return rights.rank(is_owner=user_id == guild.owner_id, permissions=held, pending=pending)


def is_out_of_reach(guild: discord.Guild, user_id: int, role_ids: Sequence[int]) -> bool:
    """Whether somebody with these roles owns the space, or stands beside the bot or above it in the order of roles."""
    if user_id == guild.owner_id or not role_ids:
        return user_id == guild.owner_id
    top = guild.me.top_role
    return any(role >= top for role in filter(None, map(guild.get_role, role_ids)))


def from_member(member: discord.Member, locale: str = "") -> Member:
    """A member as discord.py holds them."""
    role_ids = [role.id for role in member.roles if not role.is_default()]
    return Member(
        user_ref(member.id),
        member.display_name,
        rank_in(member.guild, member.id, role_ids, pending=member.pending),
        handle=member.name,
        is_bot=member.bot,
        joined_at=member.joined_at,
        roles=frozenset(map(str, role_ids)),
        locale=locale,
        created_at=member.created_at,
        out_of_reach=is_out_of_reach(member.guild, member.id, role_ids),
    )


def from_payload(guild: discord.Guild, data: Mapping[str, Any]) -> Member:
    """A member as Discord sends them; ``data`` has its ``user``."""
    user = data["user"]
    user_id = int(user["id"])
    role_ids = [int(role) for role in data.get("roles", ())]
    return Member(
        user_ref(user_id),
        data.get("nick") or user.get("global_name") or user["username"],
        rank_in(guild, user_id, role_ids, pending=bool(data.get("pending"))),
        handle=user["username"],
        is_bot=bool(user.get("bot")),
        joined_at=discord.utils.parse_time(data.get("joined_at")),
        roles=frozenset(map(str, role_ids)),
        created_at=discord.utils.snowflake_time(user_id),
        out_of_reach=is_out_of_reach(guild, user_id, role_ids),
    )


def from_user(user: discord.abc.User, rank: Rank, locale: str = "") -> Member:
    """Somebody outside any space: in a private conversation a MEMBER, in a space they left a GUEST."""
    return Member(user_ref(user.id), user.display_name, rank, handle=user.name, is_bot=user.bot, locale=locale)


def webhook(user: discord.abc.User) -> Member:
    """A webhook posts under any name, and there is nobody to punish."""
    return Member(user_ref(user.id), user.display_name, Rank.GUEST, is_bot=True, untouchable=True)


class People:
    """Remembers the members seen last; fetches the others."""

    def __init__(self, line: Line, most: int = REMEMBERED) -> None:
        self._line = line
        self._most = most
        self._seen: OrderedDict[tuple[int, int], Member] = OrderedDict()

    def note(self, guild_id: int, member: Member) -> Member:
        key = (guild_id, int(member.user.native))
        self._seen[key] = member
        self._seen.move_to_end(key)
        while len(self._seen) > self._most:
            self._seen.popitem(last=False)
        return member

    def knows(self, guild_id: int, user_id: int) -> bool:
        return (guild_id, user_id) in self._seen

    def seen(self, guild_id: int, user_id: int) -> Member | None:
        """The member as remembered."""
        return self._seen.get((guild_id, user_id))

    def forget(self, guild_id: int, user_id: int | None = None) -> None:
        """Forget one member, or a whole space whose roles changed."""
        gone = [key for key in self._seen if key[0] == guild_id and user_id in {None, key[1]}]
        for key in gone:
            del self._seen[key]

    async def find(self, guild: discord.Guild, user_id: int) -> Member | None:
        """The member, asked for when not remembered; None when Discord knows of none.

        Raises discord.py's errors when Discord cannot be asked: an unknown target is never taken for an outsider.
        """
        known = self._seen.get((guild.id, user_id))
        if known is not None:
            return known
        try:
            return self.note(guild.id, from_member(await guild.fetch_member(user_id)))
        except discord.NotFound as missing:
            if missing.code in _UNKNOWN:
                return None
            raise

    async def find_or_guest(self, guild: discord.Guild, user_id: int) -> Member:
        """The member, or the account as a GUEST when they have left."""
        member = await self.find(guild, user_id)
        return member or from_user(await self._line.client.fetch_user(user_id), Rank.GUEST)
