"""What became of one's own case, report or appeal: told at once to whoever asks for it, with a way to people."""

from collections.abc import Collection
from typing import ClassVar, Self

from bot.core.actions import Whisper
from bot.core.appeals import Appeal, AppealState
from bot.core.conversations import Conversation, TalkEntry
from bot.core.decisions import Decision, decide
from bot.core.ids import UserRef
from bot.core.text import Body, lines, say
from bot.core.ui import Button, Rows
from bot.domain.care.complaint import is_settled, outcome
from bot.domain.care.faq_card import LASTS, PersonPlease
from bot.domain.care.status import Matter, asked_about
from bot.domain.cases.notice import Cite, appeal_rows, notice
from bot.runtime.cog import Cog
from bot.runtime.context import Scene
from bot.runtime.conversations import Conversations
from bot.runtime.dossier import undone_line
from bot.runtime.fairness import Fairness
from bot.runtime.services import Services
from bot.runtime.stores import Cases, Complaints

NO_ROWS: Rows = ()
_WAITS = frozenset({AppealState.FILED, AppealState.TAKEN})


class StatusOfMine(Cog):
    """Tried before the team is asked; of what is not hers nothing is said, and people read it as ever."""

    name: ClassVar[str] = "inbox"

    def __init__(self, cases: Cases, complaints: Complaints, talks: Conversations, fairness: Fairness) -> None:
        self._cases = cases
        self._talks = talks
        self._complaints = complaints
        self._fairness = fairness

    @classmethod
    def create(cls, services: Services) -> Self:
        cog = cls(services.cases, services.complaints, services.conversations, services.fairness)
        services.first_tries.add(cog.first_try)
        return cog

    async def first_try(self, scene: Scene, talk: Conversation, said: TalkEntry) -> Decision | None:
        """Tell how it stands; None hands over to people."""
        asked = None if said.things else asked_about(said.text)
        if asked is None:
            return None
        matter, number = asked
        accounts = await self._fairness.links.accounts(scene.community.key, talk.person)
        told, rows = None, NO_ROWS
        if matter in {Matter.CASE, Matter.ANY}:
            told, rows = await self._case(scene, number, accounts)
        if told is None and matter in {Matter.REPORT, Matter.ANY}:
            told = await self._report(scene, number, accounts)
        if told is None and matter in {Matter.APPEAL, Matter.ANY}:
            told = await self._appeal(scene, number, accounts)
        if told is None:
            return None
        person = PersonPlease("", "", said.text, talk.number)
        button = Button(say("button-person"), person, only=talk.person, private=True, lasts=LASTS)
        return decide(Whisper(talk.person, told, (*rows, (button,))))

    async def _case(self, scene: Scene, number: int, accounts: Collection[UserRef]) -> tuple[Body | None, Rows]:
        key = scene.community.key
        case = await self._cases.find(key, number)
        if case is None or case.undoes is not None or case.user not in accounts:
            return None, NO_ROWS
        back, appeal = await undone_line(self._cases, key, number), await self._fairness.appeals.about(key, number)
        guideline = scene.community.guideline(case.guideline)
        cite = None if guideline is None else Cite(guideline.number, guideline.text)
        told = lines(
            notice(case, scene.community.name, cite),
            back,
            None if appeal is None else _stands(appeal),
        )
        return told, appeal_rows(case) if back is None and appeal is None else NO_ROWS

    async def _report(self, scene: Scene, number: int, accounts: Collection[UserRef]) -> Body | None:
        talk = await self._talks.find(scene.community.key, number)
        reported = number if talk is None or talk.report is None else talk.report
        complaint = await self._complaints.find(scene.community.key, reported)
        if complaint is None or complaint.known_as != number:
            return None
        if not {complaint.reporter, *complaint.others} & set(accounts):
            return None
        if not is_settled(complaint):
            is_taken = talk is not None and talk.owner is not None
            return say("status-report-taken" if is_taken else "status-report-open", number=number)
        return outcome(complaint) if scene.community.reports.tell_outcome else say("status-report-over", number=number)

    async def _appeal(self, scene: Scene, number: int, accounts: Collection[UserRef]) -> Body | None:
        appeal = await self._fairness.appeals.find(scene.community.key, number)
        return None if appeal is None or appeal.user not in accounts else _stands(appeal)


def _stands(appeal: Appeal) -> Body:
    key = "appeal-waits" if appeal.state in _WAITS else f"appeal-outcome-{appeal.state}"
    return say(key, number=appeal.number, case=appeal.case)
