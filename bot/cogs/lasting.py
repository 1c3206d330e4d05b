"""What goes on after an act: mutes and bans end in time, are renewed, and wait for those who left and come back."""

from typing import ClassVar, Self

from bot.core.actions import Pardon, Sanction
from bot.core.cases import Case
from bot.core.decisions import NOTHING, Decision, Intent, decide
from bot.core.events import MemberJoined, SanctionLifted, TimerFired
from bot.domain.cases.standing import LIFT, again, family, holding, lifting, state_of
from bot.runtime.case_cards import shows_case
from bot.runtime.cog import Cog, due, on
from bot.runtime.context import Scene
from bot.runtime.services import Services
from bot.runtime.stores import Cases
from bot.runtime.timed import about


class Lasting(Cog):
    """Looks at what holds now, never at what held when a timer was set."""

    name: ClassVar[str] = "lasting"
    essential: ClassVar[bool] = True

    def __init__(self, cases: Cases) -> None:
        self._cases = cases

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.cases)

    @due(LIFT)
    async def lift(self, scene: Scene, event: TimerFired) -> Decision:
        """End what is over and renew what is not, unless a newer act holds or somebody took it back."""
        key, case = scene.community.key, await about(self._cases.find, scene, event, "case")
        state = None if case is None else state_of(case.sanction)
        if case is None or state is None:
            return NOTHING
        acts = await self._cases.acts(key, case.space, case.user, family(state))
        if not acts or acts[0].number != case.number:
            return NOTHING
        if holding(acts, scene.now) is None:
            over = Pardon(case.space, case.user, state, f"case {case.number} is over")
            return decide(over, case=case.number)
        return decide(again(case, f"case {case.number}"), rows=lifting(case, scene.now), case=case.number)

    @on(SanctionLifted)
    async def lifted_natively(self, scene: Scene, event: SanctionLifted) -> Decision:
        """What people end in the app is over, on record too: no timer brings it back."""
        key = scene.community.key
        held = holding(await self._cases.acts(key, event.space, event.user, family(event.sanction)), scene.now)
        if held is None:
            return NOTHING
        number = await self._cases.next_number(key)
        case = Case(
            number,
            event.space,
            event.user,
            held.user_name,
            Sanction.UNBAN if event.sanction is Sanction.BAN else Sanction.UNMUTE,
            scene.now,
            by=event.by,
            by_name=event.by_name,
            config=scene.community.version,
        )
        card = shows_case(number, event.user)
        return Decision((case, *lifting(case)), (Intent(card, number),))

    @on(MemberJoined)
    async def came_back(self, scene: Scene, event: MemberJoined) -> Decision:
        """Leaving and coming back ends no mute."""
        acts = await self._cases.acts(scene.community.key, event.space, event.member.user, family(Sanction.MUTE))
        mute = holding(acts, scene.now)
        if mute is None:
            return NOTHING
        return decide(again(mute, f"case {mute.number} still holds"), case=mute.number)
