"""Who agreed to get news in private, and for how long that reached nobody."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, and_, delete, select, update

from bot.adapters.store.engine import Engines
from bot.adapters.store.pen import Pen
from bot.adapters.store.tables.feeds import digest_wishes
from bot.core.digests import DigestEnded, DigestTried, DigestWish
from bot.core.ids import UserRef

_COLUMNS = digest_wishes.c


class DigestTable:
    """Agreements, read."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    async def of(self, community: str, accounts: Sequence[UserRef]) -> tuple[DigestWish, ...]:
        """Give what these accounts agreed to, the latest first."""
        hers = _COLUMNS.user.in_(list(map(str, accounts)))
        return await self._all(_of(community).where(hers).order_by(_COLUMNS.at.desc(), _COLUMNS.user))

    async def page(self, community: str, after: str, most: int) -> tuple[DigestWish, ...]:
        """Give the next in the order of accounts."""
        return await self._all(_of(community).where(_COLUMNS.user > after).order_by(_COLUMNS.user).limit(most))

    async def _all(self, statement: Select[Any]) -> tuple[DigestWish, ...]:
        rows = (await self._engines.read(lambda c: c.execute(statement))).all()
        return tuple(
            DigestWish(UserRef.parse(row.user), tuple(filter(None, row.interests.split(","))), row.terms, row.at)
            for row in rows
        )


async def write_wish(pen: Pen, row: DigestWish) -> None:
    """Keep what she agreed to; it begins anew with every agreement."""
    interests = ",".join(row.interests)
    await pen.put(digest_wishes, user=str(row.user), interests=interests, terms=row.terms, at=row.at, failures=0)


async def drop_wish(pen: Pen, row: DigestEnded) -> None:
    """Forget that she ever agreed."""
    await pen.connection.execute(delete(digest_wishes).where(_this(pen, row.user)))


async def write_digest_try(pen: Pen, row: DigestTried) -> None:
    """Count what did not arrive; whoever took her agreement back meanwhile is not written down again."""
    failures = 0 if row.reached else _COLUMNS.failures + 1
    await pen.connection.execute(update(digest_wishes).where(_this(pen, row.user)).values(failures=failures))
    lost = and_(_this(pen, row.user), _COLUMNS.failures >= row.most)
    await pen.connection.execute(delete(digest_wishes).where(lost))


def _of(community: str) -> Select[Any]:
    return select(digest_wishes).where(_COLUMNS.community == community)


def _this(pen: Pen, user: UserRef) -> Any:  # noqa: ANN401  # a condition
    return and_(_COLUMNS.community == pen.community, _COLUMNS.user == str(user))
