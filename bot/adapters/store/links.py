"""Which accounts are one person, and the codes that tie them together."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, func, insert, select, union_all

from bot.adapters.store.engine import Engines
from bot.adapters.store.pen import Pen
from bot.adapters.store.tables.columns import Words
from bot.adapters.store.tables.fairness import link_codes, link_tries, links
from bot.core.ids import UserRef
from bot.core.linking import LinkCode, LinkCodeUsed, Linked, LinkTry, Unlinked
from bot.runtime.queue import Conflict

_other = links.alias("other")
_LINKED = (
    select(_other.c.user)
    .join_from(links, _other, (_other.c.community == links.c.community) & (_other.c.person == links.c.person))
    .where(links.c.community == bindparam("community"), links.c.user == bindparam("user"))
)
_ACCOUNTS = _LINKED.order_by(_other.c.user)
ANY_ACCOUNT = union_all(_LINKED, select(bindparam("user", type_=Words)))
"""Every account of the person who has the account ``user`` in ``community``, for another statement to look in.

To know them first, and then to ask, would be two questions where one will do.
"""
ANY_NAME = union_all(_LINKED, select(bindparam("user", type_=Words)), select(bindparam("alias", type_=Words)))
"""The same, and what stands for this account where she asked to be forgotten."""


class LinkTable:
    """Links and codes, read."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    async def accounts(self, community: str, user: UserRef) -> tuple[UserRef, ...]:
        """Give every account of a person, this one first."""
        return tuple(map(UserRef.parse, await accounts_of(self._engines, community, user)))

    async def people(self, community: str) -> Mapping[UserRef, str]:
        """Give every linked account with its person."""
        every = select(links.c.user, links.c.person).where(links.c.community == community)
        rows = (await self._engines.read(lambda c: c.execute(every))).all()
        return {UserRef.parse(row.user): str(row.person) for row in rows}

    async def code(self, community: str, code_id: str) -> LinkCode | None:
        statement = select(link_codes).where(link_codes.c.community == community, link_codes.c.id == code_id)
        row = (await self._engines.read(lambda c: c.execute(statement))).first()
        return None if row is None else LinkCode(row.id, UserRef.parse(row.user), row.user_name, row.expires_at)

    async def tries(self, community: str, user: UserRef, since: datetime) -> int:
        """Count wrong codes."""
        mine = (link_tries.c.community == community, link_tries.c.user == str(user), link_tries.c.at >= since)
        statement = select(func.count()).select_from(link_tries).where(*mine)
        counted = await self._engines.read(lambda c: c.execute(statement))
        return int(counted.scalar_one())


async def accounts_of(engines: Engines, community: str, user: UserRef) -> Sequence[str]:
    """The accounts of a person as columns hold them, the one asked about first."""
    hers = {"community": community, "user": str(user)}
    found = (await engines.read(lambda c: c.scalars(_ACCOUNTS, hers))).all()
    return (str(user), *(one for one in found if one != str(user)))


async def known_as(engines: Engines, community: str, user: UserRef) -> Sequence[str]:
    """The accounts of a person, and what stands for them where she asked to be forgotten."""
    accounts = await accounts_of(engines, community, user)
    aliases = [str(alias) for one in accounts for alias in engines.aliases.of(UserRef.parse(one))]
    return (*accounts, *aliases)


def alias_of(engines: Engines, user: UserRef) -> str:
    """What stands for an account where she asked to be forgotten; the account itself where nobody can tell."""
    return str(next(iter(engines.aliases.of(user)), user))


async def write_link(pen: Pen, row: Linked) -> None:
    """Say whose account it is; Conflict when it is somebody's already."""
    if not await pen.once(links, user=str(row.user), person=row.person, at=row.at):
        raise Conflict(f"{row.user} is linked already")


async def drop_link(pen: Pen, row: Unlinked) -> None:
    """Let an account stand for itself; a person of one account needs no link either."""
    mine = (links.c.community == pen.community, links.c.user == str(row.user))
    person = await pen.connection.scalar(select(links.c.person).where(*mine))
    await pen.connection.execute(delete(links).where(*mine))
    same = (links.c.community == pen.community, links.c.person == person)
    left = await pen.connection.scalar(select(func.count()).select_from(links).where(*same))
    if left == 1:
        await pen.connection.execute(delete(links).where(*same))


async def write_link_code(pen: Pen, row: LinkCode) -> None:
    """Keep a code; Conflict when its id is taken."""
    values = {"user": str(row.user), "user_name": row.user_name, "expires_at": row.expires_at}
    if not await pen.once(link_codes, id=row.id, **values):
        raise Conflict(f"there is a code {row.id} already")


async def drop_link_codes(pen: Pen, row: LinkCodeUsed) -> None:
    """Forget an account's codes; Conflict when there are none, because somebody else was first."""
    mine = (link_codes.c.community == pen.community, link_codes.c.user == str(row.user))
    if not (await pen.connection.execute(delete(link_codes).where(*mine))).rowcount:
        raise Conflict(f"{row.user} has no code any more")


async def write_link_try(pen: Pen, row: LinkTry) -> None:
    await pen.connection.execute(insert(link_tries), {"community": pen.community, "user": str(row.user), "at": row.at})
