"""What is kept about members: the language each chose, and where each stands with the guidelines."""

from typing import Any

from sqlalchemy import Row, bindparam, select

from bot.adapters.store.engine import Engines
from bot.adapters.store.pen import Pen
from bot.adapters.store.tables.members import acceptances, languages, locales
from bot.core.ids import SpaceRef, UserRef
from bot.core.record import Acceptance, Language, Locale

_LANGUAGE = select(languages.c.language).where(
    languages.c.community == bindparam("community"), languages.c.user == bindparam("user")
)
_LOCALE = select(locales.c.locale).where(
    locales.c.community == bindparam("community"), locales.c.user == bindparam("user")
)


class PeopleTable:
    """What is kept about members, read."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    async def language(self, community: str, user: UserRef) -> str | None:
        hers = {"community": community, "user": str(user)}
        return await self._engines.read(lambda c: c.scalar(_LANGUAGE, hers))

    async def locale(self, community: str, user: UserRef) -> str:
        hers = {"community": community, "user": str(user)}
        return await self._engines.read(lambda c: c.scalar(_LOCALE, hers)) or ""

    async def acceptance(self, community: str, space: SpaceRef, user: UserRef) -> Acceptance | None:
        statement = select(acceptances).where(
            acceptances.c.community == community, acceptances.c.space == str(space), acceptances.c.user == str(user)
        )
        row = (await self._engines.read(lambda c: c.execute(statement))).first()
        return None if row is None else _acceptance(row)

    async def acceptances(self, community: str) -> tuple[Acceptance, ...]:
        """Give everybody's standing with the guidelines."""
        statement = select(acceptances).where(acceptances.c.community == community)
        rows = (await self._engines.read(lambda c: c.execute(statement))).all()
        return tuple(_acceptance(row) for row in rows)


async def write_acceptance(pen: Pen, row: Acceptance) -> None:
    await pen.put(acceptances, space=str(row.space), user=str(row.user), asked=row.asked, agreed=row.agreed, at=row.at)


async def write_language(pen: Pen, row: Language) -> None:
    await pen.put(languages, user=str(row.user), language=row.language)


async def write_locale(pen: Pen, row: Locale) -> None:
    await pen.put(locales, user=str(row.user), locale=row.locale)


def _acceptance(row: Row[Any]) -> Acceptance:
    return Acceptance(SpaceRef.parse(row.space), UserRef.parse(row.user), row.asked, row.agreed, row.at)
