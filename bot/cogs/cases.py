"""The cards staff see: one for a case, and one for a burst."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, ClassVar, Self

from bot.core.actions import Edit, Send
from bot.core.cases import Case
from bot.core.decisions import Intent, Later, Report
from bot.core.ids import MessageRef
from bot.core.receipts import Done, Receipt, Refusal, Refused
from bot.domain.cases.acts import CORRECTS
from bot.domain.cases.card import card, card_rows
from bot.domain.cases.editing import LASTS_ANEW, told_anew
from bot.domain.cases.notice import correction
from bot.runtime.case_cards import REFRESH, SHOW
from bot.runtime.cog import Cog, composes
from bot.runtime.context import Scene
from bot.runtime.dossier import facts_of
from bot.runtime.services import Services
from bot.runtime.stores import Cases as CaseStore
from bot.runtime.stores import Did

BURST = timedelta(minutes=2)
"""Cases about the same member that follow each other this closely share one card."""


class Cases(Cog):
    """Reads the record; writes nothing into it."""

    name: ClassVar[str] = "cases"
    essential: ClassVar[bool] = True

    def __init__(self, cases: CaseStore) -> None:
        self._cases = cases

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.cases)

    @composes(SHOW)
    async def show(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Show a case to staff: on a card of its own, or on the one the same burst has already."""
        del report
        found = await self._cases.find(scene.community.key, int(args["case"]))
        staff = None if found is None else scene.directory.staff_for(found.user.platform)
        if found is None or staff is None:
            return ()
        before = await self._burst(scene, found)
        facts = await facts_of(self._cases, scene, found, asks=bool(args.get("asks")), again=len(before))
        sent = await self._sent(scene, before)
        body, rows = card(found, facts), card_rows(found, facts)
        if sent is None:
            return (Intent(Send(staff, body, rows, important=True), found.number),)
        gone = Later("case-card-anew", {**args, "again": len(before)})
        return (Intent(Edit(sent, body, rows), found.number), Intent(gone, found.number))

    @composes("case-card-anew")
    async def show_anew(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Put a card up again that could not be brought up to date, because somebody deleted it."""
        edited = [receipt for step, receipt in report if isinstance(step, Edit)]
        found = await self._cases.find(scene.community.key, int(args["case"]))
        staff = None if found is None else scene.directory.staff_for(found.user.platform)
        if not (edited and _is_gone(edited[-1])) or found is None or staff is None:
            return ()
        facts = await facts_of(self._cases, scene, found, asks=bool(args.get("asks")), again=int(args["again"]))
        return (Intent(Send(staff, card(found, facts), card_rows(found, facts), important=True), found.number),)

    @composes(REFRESH)
    async def refresh(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Bring the card of a case up to date, where it has one."""
        del report
        found = await self._cases.find(scene.community.key, int(args["case"]))
        sent = None if found is None else await self._sent(scene, (found,))
        if found is None or sent is None:
            return ()
        facts = await facts_of(self._cases, scene, found)
        return (Intent(Edit(sent, card(found, facts), card_rows(found, facts)), found.number),)

    @composes(CORRECTS)
    async def correct(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Tell a member that what she was told did not happen, where the messenger refused it."""
        found = await self._cases.find(scene.community.key, int(args["case"]))
        told = None if found is None else correction(found, scene.community.name, report)
        return () if found is None or told is None else (Intent(told, found.number),)

    @composes(LASTS_ANEW)
    async def tell_anew(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Tell a member that her mute or ban ends at another time, unless the messenger refused that."""
        found = await self._cases.find(scene.community.key, int(args["case"]))
        told = None if found is None else told_anew(found, scene.community.name, report)
        return () if found is None or told is None else (Intent(told, found.number),)

    async def _burst(self, scene: Scene, case: Case) -> tuple[Case, ...]:
        """Earlier automatic cases of the same burst, newest first."""
        if case.by is not None:
            return ()
        chain: list[Case] = []
        last = case
        for earlier in await self._cases.of(scene.community.key, case.user, most=20):
            if earlier.number >= case.number or earlier.by is not None:
                continue
            if last.at - earlier.at > BURST:
                break
            chain.append(earlier)
            last = earlier
        return tuple(chain)

    async def _sent(self, scene: Scene, cases: Sequence[Case]) -> MessageRef | None:
        for case in cases:
            for did in reversed(await self._cases.receipts(scene.community.key, case.number)):
                sent = _card_message(did)
                if sent is not None:
                    return sent
        return None


def _card_message(did: Did) -> MessageRef | None:
    match did.step, did.receipt:
        case Send(), Done(message=MessageRef() as message):
            return message
        case Edit(message=message), Done():
            return message
        case _:
            return None


def _is_gone(receipt: Receipt) -> bool:
    return isinstance(receipt, Refused) and receipt.why is Refusal.GONE
