"""In which language somebody is spoken to: her own choice, else her messenger's, else the community's."""

from collections.abc import Sequence
from typing import Any

from bot.core.ids import UserRef
from bot.core.people import Member
from bot.core.privacy import Forget, ForgetRest
from bot.core.record import Language, Locale, Row
from bot.runtime.community import Community
from bot.runtime.stores import People

MANY = 50_000


class Languages:
    """Remembers choices and locales, so that speaking costs no look-up twice."""

    def __init__(self, people: People) -> None:
        self._people = people
        self._chosen: dict[tuple[str, UserRef], str | None] = {}
        self._kept: dict[tuple[str, UserRef], str] = {}
        self._heard: dict[UserRef, str] = {}

    def heard(self, user: UserRef, locale: str) -> None:
        """Note what the messenger says of a person; an empty locale says nothing."""
        if locale:
            _make_room(self._heard)
            self._heard[user] = locale

    def unkept(self, community: str, who: Member | None) -> tuple[Row, ...]:
        """What is to be written of this person's locale, because the store may not know it: a restart hears nobody."""
        if who is None or not who.locale or self._kept.get((community, who.user)) == who.locale:
            return ()
        return (Locale(who.user, who.locale),)

    def learn(self, community: str, rows: Sequence[Row]) -> None:
        """Take over choices that were just written, and let go of whoever is forgotten."""
        for row in rows:
            match row:
                case Language(user, language):
                    self._chosen[community, user] = language
                case Locale(user, locale):
                    _make_room(self._kept)
                    self._kept[community, user] = locale
                case Forget(accounts=accounts):
                    for user in accounts:
                        self._chosen.pop((community, user), None)
                        self._kept.pop((community, user), None)
                        self._heard.pop(user, None)
                case ForgetRest():
                    # Telling somebody that she is forgotten notes that nothing is known of her.
                    self._chosen = {key: one for key, one in self._chosen.items() if one}
                    self._kept = {key: one for key, one in self._kept.items() if one}
                case _:
                    pass

    async def of(self, community: Community, user: UserRef | None, *, in_public: bool = False) -> str:
        """The language for this reader; in public only a language she chose herself overrules the community's."""
        if user is None:
            return community.language
        key = (community.key, user)
        if key not in self._chosen:
            _make_room(self._chosen)
            self._chosen[key] = await self._people.language(community.key, user)
        chosen = self._chosen[key]
        if chosen or in_public:
            return chosen or community.language
        spoken = await self._locale(community.key, user)
        return spoken if spoken in community.languages else community.language

    async def _locale(self, community: str, user: UserRef) -> str:
        """Her messenger's language without its country; what was kept where nothing was heard yet."""
        locale = self._heard.get(user)
        if locale is None:
            key = (community, user)
            if key not in self._kept:
                _make_room(self._kept)
                self._kept[key] = await self._people.locale(community, user)
            locale = self._kept[key]
        return locale.lower().partition("-")[0]


def _make_room(memory: dict[Any, Any]) -> None:
    if len(memory) >= MANY:
        memory.clear()
