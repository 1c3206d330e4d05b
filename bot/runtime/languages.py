"""In which language somebody is spoken to: her own choice, else her messenger's, else the community's."""

from collections.abc import Iterable

from bot.core.ids import UserRef
from bot.core.record import Language, Row
from bot.runtime.community import Community
from bot.runtime.stores import People

MANY = 50_000


class Languages:
    """Remembers choices and locales, so that speaking costs no look-up twice."""

    def __init__(self, people: People) -> None:
        self._people = people
        self._chosen: dict[tuple[str, UserRef], str | None] = {}
        self._locales: dict[UserRef, str] = {}

    def heard(self, user: UserRef, locale: str) -> None:
        """Note what the messenger says of a person; an empty locale says nothing."""
        if locale:
            if len(self._locales) >= MANY:
                self._locales.clear()
            self._locales[user] = locale

    def learn(self, community: str, rows: Iterable[Row]) -> None:
        """Take over choices that were just written."""
        for row in rows:
            if isinstance(row, Language):
                self._chosen[community, row.user] = row.language

    async def of(self, community: Community, user: UserRef | None, *, in_public: bool = False) -> str:
        """The language for this reader; in public only a language she chose herself overrules the community's."""
        if user is None:
            return community.language
        key = (community.key, user)
        if key not in self._chosen:
            if len(self._chosen) >= MANY:
                self._chosen.clear()
            self._chosen[key] = await self._people.language(community.key, user)
        fitting = None if in_public else self._fitting(community, user)
        return self._chosen[key] or fitting or community.language

    def _fitting(self, community: Community, user: UserRef) -> str | None:
        locale = self._locales.get(user, "").lower().partition("-")[0]
        return locale if locale in community.languages else None
