"""Looks an answer up for somebody: in the languages she reads, and never one that staff have found wrong."""

from bot.core.ids import UserRef
from bot.domain.care.answers import Entry, Sure
from bot.runtime.context import Scene
from bot.runtime.meaning import Meanings
from bot.runtime.stores import Notes, People

COG = "faq"
PEOPLE = "inbox"


class Finder:
    """Reads only; shared by everything that answers."""

    def __init__(self, notes: Notes, people: People, meanings: Meanings) -> None:
        self._meanings = meanings
        self._notes = notes
        self._people = people

    def is_on(self, scene: Scene) -> bool:
        """Whether there is anything to answer with, and the community wants it."""
        return bool(scene.community.faq.entries) and scene.community.cogs.get(COG, True) is not False

    def reaches_people(self, scene: Scene) -> bool:
        """Whether somebody can be handed over to the team."""
        return scene.community.cogs.get(PEOPLE, True) is not False

    async def find(self, scene: Scene, question: str, user: UserRef, locale: str = "") -> tuple[Entry, Sure] | None:
        """The entry that answers this, and how it was found; None when nobody can be sure, or it was withdrawn."""
        languages = await self.languages(scene, user, locale)
        by_words = scene.community.faq.book.ask(question, languages)
        if isinstance(by_words, Sure):
            sure: Sure | None = by_words
        else:
            sure = await self._meanings.find(scene.community, question, languages)
        entry = None if sure is None else scene.community.faq.entry(sure.key)
        if sure is None or entry is None or await self.is_wrong(scene, entry):
            return None
        return entry, sure

    async def languages(self, scene: Scene, user: UserRef, locale: str = "") -> tuple[str, ...]:
        """What she reads: what she chose, what her messenger speaks, what the community speaks."""
        chosen = await self._people.language(scene.community.key, user)
        wanted = (chosen or "", locale[:2], scene.community.language, "en")
        return tuple(dict.fromkeys(language for language in wanted if language))

    async def is_wrong(self, scene: Scene, entry: Entry) -> bool:
        """Whether staff withdrew it, as it stands now."""
        return await self._notes.note(scene.community.key, COG, f"wrong {entry.key}") == entry.mark
