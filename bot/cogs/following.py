"""What is corrected about a ban is corrected about the one that was filed with it on the other messenger."""

from typing import ClassVar, Self

from bot.core.cases import CaseEntry, EntryKind
from bot.core.decisions import NOTHING, Decision, decide
from bot.core.people import Rank
from bot.domain.cases.editing import Editor, along, following
from bot.domain.cases.standing import family
from bot.runtime.beside import COG
from bot.runtime.case_cards import refreshes_case
from bot.runtime.cog import Cog, witnesses
from bot.runtime.context import Scene
from bot.runtime.services import Members, Services
from bot.runtime.stores import Cases, Notes


class Following(Cog):
    """Changes what stands there still as it was filed; what was changed there by itself, or is taken back, stays."""

    name: ClassVar[str] = COG

    def __init__(self, cases: Cases, members: Members, notes: Notes) -> None:
        self._cases = cases
        self._members = members
        self._notes = notes

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.cases, services.members, services.notes)

    @witnesses(CaseEntry)
    async def corrected(self, scene: Scene, row: CaseEntry) -> Decision:
        """Let the linked cases follow, each with its timer, its notice and a note on both sides."""
        kept = await self._notes.note(scene.community.key, self.name, str(row.number))
        whole = NOTHING
        for number in map(int, (kept or "").split()):
            whole = whole.and_then(await self._follows(scene, row, number))
        return whole

    async def _follows(self, scene: Scene, row: CaseEntry, number: int) -> Decision:
        key = scene.community.key
        linked = await self._cases.find(key, number)
        if linked is None or await self._cases.undone_by(key, number) is not None:
            return NOTHING
        member = await self._members.find(scene, linked.space, linked.user) if row.kind is EntryKind.UNTIL else None
        if member is not None and (member.rank >= Rank.MODERATOR or member.untouchable):
            return NOTHING  # ranks are judged on each messenger by itself
        acts = await self._cases.acts(key, linked.space, linked.user, family(linked.sanction))
        changed = following(row, linked, acts)
        if changed is None:
            return NOTHING
        editor = Editor(row.by, row.by_name, row.at)
        notes = (along(row, linked, editor), along(linked, row, editor))
        refresh = refreshes_case(number, linked.user)
        return decide(*changed.steps, refresh, rows=(changed.entry, *notes, *changed.timers), case=number)
