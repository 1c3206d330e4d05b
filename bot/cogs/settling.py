"""Appeals that end without a judge: their case was taken back, or what it did was ended, in another way."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from bot.core.cases import Case
from bot.core.decisions import NOTHING, Decision, Report, decide
from bot.core.people import Member
from bot.domain.cases.appeal import MOOT, is_open, judged, moot, told
from bot.domain.cases.notice import RELIEF
from bot.domain.cases.standing import family, holding
from bot.runtime.cog import Cog, composes, witnesses
from bot.runtime.context import Scene
from bot.runtime.fairness import Appeals
from bot.runtime.services import Services
from bot.runtime.stores import Cases


class SettlesAppeals(Cog):
    """Whoever appeals against what somebody undoes meanwhile has what she wants, and is told so once."""

    name: ClassVar[str] = "settling"
    essential: ClassVar[bool] = True

    def __init__(self, cases: Cases, appeals: Appeals) -> None:
        self._cases = cases
        self._appeals = appeals

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.cases, services.fairness.appeals)

    @witnesses(Case)
    async def filed(self, scene: Scene, row: Case) -> Decision:
        """Look whether somebody waits for exactly this."""
        over = await self._ended(scene, row)
        if over is None:
            return NOTHING
        waits = await self._appeals.about(scene.community.key, over.number)
        return decide(moot(over, row)) if waits is not None and is_open(waits) else NOTHING

    async def _ended(self, scene: Scene, row: Case) -> Case | None:
        """The case that this one takes back or ends."""
        key = scene.community.key
        if row.undoes is not None:
            return await self._cases.find(key, row.undoes)
        if row.sanction not in RELIEF:
            return None
        return holding(await self._cases.acts(key, row.space, row.user, family(row.sanction)), scene.now)

    @composes(MOOT)
    async def settles(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Decision:
        """Settle it, unless whoever judges it has done so this very moment."""
        del report
        key = scene.community.key
        appeal = await self._appeals.about(key, int(args["case"]))
        by = await self._cases.find(key, int(args["by"]))
        if appeal is None or by is None or by.by is None or not is_open(appeal):
            return NOTHING
        return told(judged(appeal, Member(by.by, by.by_name), "overturn", outcome=by.number), scene.now)
