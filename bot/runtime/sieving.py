"""What is known of newcomers before anything befalls them: asked of the messenger, the config and the record."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.core.actions import Sanction
from bot.core.cases import Search
from bot.core.ids import SpaceRef, UserRef
from bot.core.people import Member, Rank
from bot.domain.storm.incident import Arrival
from bot.domain.storm.sieve import Known, Sieved, Spared, spared
from bot.domain.storm.watch import Watch
from bot.runtime.context import Scene
from bot.runtime.directory import lift
from bot.runtime.services import Members, Services
from bot.runtime.stores import Cases

ASKED = 25
"""Of more than so many the messenger is not asked at once: each is when her turn comes."""
MOST_CASES = 5_000
REMOVED = frozenset({Sanction.KICK, Sanction.SOFTBAN, Sanction.BAN})
JUDGED = {"kick": REMOVED, "mute": REMOVED | {Sanction.MUTE}, "gate": REMOVED}
"""What must have befallen somebody since she came, so that this does not befall her as well."""


class Sieve:
    """Nobody is taken for an outsider before she was asked for."""

    def __init__(self, members: Members, cases: Cases) -> None:
        self._members = members
        self._cases = cases

    @classmethod
    def of(cls, services: Services) -> "Sieve":
        return cls(services.members, services.cases)

    async def shown(self, scene: Scene, watch: Watch, people: Sequence[Arrival], how: str) -> Sieved:
        """For a preview: few are looked up, of many the messenger is not asked."""
        if len(people) <= ASKED:
            return await self.asked(scene, watch, people, how)
        since = min(one.at for one in people)
        acted = await self._cases.search(scene.community.key, Search(since=since), MOST_CASES)
        last = {(case.space, case.user): case.at for case in reversed(acted) if case.sanction in JUDGED[how]}
        return _sieved([(one, _heard(scene, watch, one, last)) for one in people])

    async def asked(self, scene: Scene, watch: Watch, people: Sequence[Arrival], how: str) -> Sieved:
        """For the deed itself: everybody as she stands now."""
        return _sieved([(one, await self._ask(scene, watch, one, how)) for one in people])

    async def _ask(self, scene: Scene, watch: Watch, one: Arrival, how: str) -> Known:
        found = await self._members.find(scene, one.space, one.user)
        acted = await self._cases.search(scene.community.key, Search(one.user, since=one.at), 20)
        judged = any(
            case.sanction in JUDGED[how] and (case.space, case.user) == (one.space, one.user) for case in acted
        )
        gone = found is None or found.rank is Rank.GUEST or _went(watch, one)
        return Known(found, gone, judged)


def _heard(scene: Scene, watch: Watch, one: Arrival, last: Mapping[tuple[SpaceRef, UserRef], datetime]) -> Known:
    """What is known without asking; ``last`` is when something befell people last."""
    member = lift(Member(one.user, one.name), scene.community.team, scene.directory)
    at = last.get((one.space, one.user))
    return Known(member, _went(watch, one), is_judged=at is not None and at >= one.at)


def _went(watch: Watch, one: Arrival) -> bool:
    return (one.space, one.user) in watch.left


def _sieved(people: Sequence[tuple[Arrival, Known]]) -> Sieved:
    hit: list[Arrival] = []
    out: list[tuple[Arrival, Spared]] = []
    for one, known in people:
        why = spared(known)
        named = replace(one, name=known.member.name or one.name) if known.member is not None else one
        if why is None:
            hit.append(named)
        else:
            out.append((named, why))
    return Sieved(tuple(hit), tuple(out))
