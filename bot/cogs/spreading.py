"""Where the community wants that, a ban and its end count on the other messenger too, for linked people."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar, Self

from bot.core.actions import Sanction
from bot.core.cases import Case
from bot.core.decisions import NOTHING, Decision, Intent, Later
from bot.core.ids import SpaceRef, UserRef
from bot.core.people import Rank
from bot.core.record import Note
from bot.domain.cases.acts import UNDONE, steps, undoing
from bot.domain.cases.appeal import moot
from bot.domain.cases.editing import reason_beside
from bot.domain.cases.notice import Manner, tell
from bot.domain.cases.standing import family, holding, lifting, outlasts
from bot.runtime.beside import COG, filed_beside
from bot.runtime.case_cards import shows_case
from bot.runtime.cog import Cog, witnesses
from bot.runtime.context import Scene
from bot.runtime.directory import LOBBY
from bot.runtime.fairness import Links
from bot.runtime.services import Members, Services
from bot.runtime.stores import Cases, Notes


@dataclass(frozen=True, slots=True)
class _Linked:
    """A case beside another, and the ban that it ends."""

    case: Case
    ends: Case | None = None


class Spreading(Cog):
    """Files a linked case beside a ban and beside its end, and takes it back when that is taken back."""

    name: ClassVar[str] = COG

    def __init__(self, cases: Cases, links: Links, members: Members, notes: Notes) -> None:
        self._cases = cases
        self._links = links
        self._members = members
        self._notes = notes

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.cases, services.fairness.links, services.members, services.notes)

    @witnesses(Case)
    async def spread(self, scene: Scene, row: Case) -> Decision:
        """Let the other accounts of the same person share what befell this one, and what ended it."""
        back = NOTHING if row.undoes is None else await self._back(scene, row, row.undoes)
        if not scene.community.links.propagate or row.sanction not in {Sanction.BAN, Sanction.UNBAN}:
            return back
        _, *others = await self._links.accounts(scene.community.key, row.user)
        elsewhere = [user for user in others if user.platform != row.space.platform]
        gone = {one.undoes for one in back.rows if isinstance(one, Case)}
        share = partial(self._there, gone=gone) if row.sanction is Sanction.BAN else self._let_back
        linked = [one for user in elsewhere if (one := await share(scene, row, user)) is not None]
        if not linked:
            return back
        kept = Note(self.name, str(row.number), " ".join(str(one.case.number) for one in linked))
        whole = back.and_then(Decision((kept, *(filed_beside(one.case.number, row.number) for one in linked))))
        for one in linked:
            whole = whole.and_then(_filed(scene, one, row.number))
        return whole

    async def _there(self, scene: Scene, row: Case, user: UserRef, *, gone: Collection[int | None]) -> _Linked | None:
        """The linked case; none where she is of the staff or out of reach: that is judged on each messenger by itself.

        What was decided there and holds longer is not cut short by what happened here, unless it is ``gone`` with it.
        """
        space = _home(scene, user)
        if space is None:
            return None
        found = await self._members.find(scene, space, user)
        if found is not None and (found.rank >= Rank.MODERATOR or found.untouchable or found.out_of_reach):
            return None
        acts = await self._cases.acts(scene.community.key, space, user, family(row.sanction))
        there = [act for act in acts if act.number not in gone]
        if outlasts(holding(there, scene.now), row.until):
            return None
        return await self._linked(scene, row, space, row.user_name if found is None else found.name, user)

    async def _let_back(self, scene: Scene, row: Case, user: UserRef) -> _Linked | None:
        """The linked end of a ban; none where another ban holds than the one that this one was filed with."""
        key, space = scene.community.key, _home(scene, user)
        if space is None:
            return None
        held = [
            holding(await self._cases.acts(key, where, who, family(row.sanction)), scene.now)
            for where, who in ((row.space, row.user), (space, user))
        ]
        here, there = held
        if here is None or there is None or not await self._are_linked(key, here.number, there.number):
            return None
        return _Linked((await self._linked(scene, row, space, there.user_name, user)).case, there)

    async def _are_linked(self, key: str, one: int, other: int) -> bool:
        kept = [await self._notes.note(key, self.name, str(number)) or "" for number in (one, other)]
        return str(other) in kept[0].split() or str(one) in kept[1].split()

    async def _linked(self, scene: Scene, row: Case, space: SpaceRef, name: str, user: UserRef) -> _Linked:
        reason = reason_beside(row.reason, row.number)
        number = await self._cases.next_number(scene.community.key)
        linked = replace(row, number=number, space=space, user=user, user_name=name, reason=reason)
        # What counts was counted once, and a rule was right or wrong once.
        return _Linked(replace(linked, strikes=0, rule="", evidence=(), place=None, undoes=None))

    async def _back(self, scene: Scene, row: Case, undone: int) -> Decision:
        key = scene.community.key
        kept = await self._notes.note(key, self.name, str(undone))
        if kept is None or row.by is None:
            return NOTHING
        whole = Decision((Note(self.name, str(undone), None),))
        for number in map(int, kept.split()):
            case = await self._cases.find(key, number)
            if case is None or await self._cases.undone_by(key, number) is not None:
                continue
            acts = await self._cases.acts(key, case.space, case.user, family(case.sanction))
            fresh = await self._cases.next_number(key)
            back, rows, actions = undoing(case, fresh, row.by, row.by_name, scene.now, acts)
            # What takes the place of this one is told by its own notice.
            told = (Later(UNDONE, {"case": fresh}),) if row.sanction is Sanction.NOTE else ()
            # Whoever witnesses cases is not asked about those that witnesses file.
            done = Decision(
                (back, *rows, filed_beside(number, None)),
                tuple(Intent(step, fresh) for step in (*actions, *told, moot(case, back))),
            )
            whole = whole.and_then(done)
        return whole


def _home(scene: Scene, user: UserRef) -> SpaceRef | None:
    lobby = scene.directory.place(LOBBY, user.platform)
    return lobby.space if lobby is not None and lobby.platform == user.platform else None


def _filed(scene: Scene, linked: _Linked, first: int) -> Decision:
    case = linked.case
    told = tell(case, scene.community.name, None, Manner(scene.community.notices.private_first))
    acts = steps(case, told, reason=f"case {case.number}, as case {first} on the other messenger")
    card = shows_case(case.number, case.user)
    settled = () if linked.ends is None else (moot(linked.ends, case),)
    return Decision((case, *lifting(case)), tuple(Intent(step, case.number) for step in (*acts, card, *settled)))
