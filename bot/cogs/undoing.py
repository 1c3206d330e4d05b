"""Taking back: the buttons under a card that undo its case exactly, as a linked case."""

from typing import ClassVar, Self

from bot.core.cases import Case
from bot.core.decisions import Decision
from bot.core.text import lines, say
from bot.domain.cases.acts import Undo, WasFine, overturned
from bot.runtime.acting import Acting
from bot.runtime.beside import apart
from bot.runtime.cog import Cog, pressed
from bot.runtime.context import Context
from bot.runtime.services import Services
from bot.runtime.stores import Cases, Notes


class Undoing(Cog):
    """Reads what was done, and asks for the opposite."""

    name: ClassVar[str] = "undoing"
    essential: ClassVar[bool] = True

    def __init__(self, cases: Cases, acting: Acting, notes: Notes) -> None:
        self._cases = cases
        self._acting = acting
        self._notes = notes

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.cases, Acting.of(services), services.notes)

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
