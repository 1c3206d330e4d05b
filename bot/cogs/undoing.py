"""Taking back: the buttons under a card that undo its case exactly, as a linked case."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from bot.core.actions import Send, Whisper
from bot.core.appeals import AppealState
from bot.core.cases import Case
from bot.core.decisions import Decision, Intent, Report, Step
from bot.core.ids import UserRef
from bot.core.receipts import Done
from bot.core.text import lines, say
from bot.domain.cases.acts import UNDONE, Undo, WasFine, overturned
from bot.domain.cases.appeal import is_open
from bot.domain.cases.notice import undone
from bot.domain.cases.standing import family, holding
from bot.runtime.acting import Acting
from bot.runtime.beside import apart
from bot.runtime.cog import Cog, composes, pressed
from bot.runtime.context import Context, Scene
from bot.runtime.fairness import Appeals
from bot.runtime.services import Services
from bot.runtime.stores import Cases, Notes


class Undoing(Cog):
    """Reads what was done, and asks for the opposite."""

    name: ClassVar[str] = "undoing"
    essential: ClassVar[bool] = True

    def __init__(self, cases: Cases, acting: Acting, notes: Notes, appeals: Appeals) -> None:
        self._cases = cases
        self._acting = acting
        self._notes = notes
        self._appeals = appeals

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.cases, Acting.of(services), services.notes, services.fairness.appeals)

    @pressed(Undo)
    async def undo(self, ctx: Context, press: Undo) -> Decision:
        """Take a case back, as a linked case."""
        return await self._take_back(ctx, press.case, "undo-done")

    @pressed(WasFine)
    async def was_fine(self, ctx: Context, press: WasFine) -> Decision:
        """Take a case back, and count it against its rule."""
        return await self._take_back(ctx, press.case, "fine-done")

    async def _take_back(self, ctx: Context, wanted: int, key: str) -> Decision:
        case = await self._cases.find(ctx.community.key, wanted)
        if case is None:
            return ctx.answer(say("case-unknown", case=wanted))
        refused = say("undo-refused", case=case.number)
        beside = await apart(self._notes, ctx.community.key, case.number)
        taken = await self._acting.take_back(
            ctx,
            case,
            lambda back: ctx.reply(lines(say(key, case=case.number, by=back.number), beside), refused=refused),
        )
        is_taken = any(isinstance(row, Case) for row in taken.rows)
        return taken.and_then(overturned(case, ctx.now)) if is_taken and key == "fine-done" else taken

    @composes(UNDONE)
    async def tell(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Tell whoever heard of a case that it was taken back; who appealed hears it as the outcome of that."""
        key = scene.community.key
        back = await self._cases.find(key, int(args["case"]))
        case = None if back is None or back.undoes is None else await self._cases.find(key, back.undoes)
        if back is None or case is None or not await self._heard_of(key, case):
            return ()
        appeal = await self._appeals.about(key, case.number)
        if appeal is not None and (is_open(appeal) or appeal.state is AppealState.OVERTURNED):
            return ()
        kinds = family(case.sanction)
        acts = await self._cases.acts(key, case.space, case.user, kinds) if kinds else ()
        told = undone(case, holding(acts, scene.now), scene.community.name, report)
        return () if told is None else (Intent(told, back.number),)

    async def _heard_of(self, community: str, case: Case) -> bool:
        return any(
            isinstance(did.receipt, Done) and _is_told(did.step, case.user)
            for did in await self._cases.receipts(community, case.number)
        )


def _is_told(step: Step, user: UserRef) -> bool:
    match step:
        case Whisper(user=reader) | Send(reader=reader):
            return reader == user
        case _:
            return False
