"""How far the jury of a contest is, and who of it has not begun, as far as anybody can know who is of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Self

from bot.core.actions import Send
from bot.core.contests import Contest, Submission
from bot.core.ids import UserRef
from bot.core.people import Member
from bot.core.text import Body
from bot.domain.gatherings.contests.card import judge_button
from bot.domain.gatherings.contests.jury import Juror, belongs
from bot.runtime.colleagues import LATELY
from bot.runtime.context import Scene
from bot.runtime.fairness import Audits, Links
from bot.runtime.gatherings import Gatherings, Persons
from bot.runtime.services import Members, Services


class Juries:
    """Named accounts are known; of a rank or a role those that config names, and who has acted as staff lately."""

    def __init__(self, gatherings: Gatherings, members: Members, links: Links, audits: Audits) -> None:
        self._gatherings = gatherings
        self._members = members
        self._links = links
        self._audits = audits

    @classmethod
    def of(cls, services: Services) -> Self:
        """As cogs build it."""
        fair = services.fairness
        return cls(services.gatherings, services.members, fair.links, fair.audits)

    async def progress(self, scene: Scene, contest: Contest, inside: Sequence[Submission]) -> tuple[Juror, ...]:
        """Everybody who judged, and everybody else of whom is known that she may; each person once."""
        key, persons = scene.community.key, Persons(self._links)
        person = await persons.by_account(key)
        own = [person(str(one.by)) for one in inside]
        jurors: dict[str, Juror] = {}
        for who, found in (await self._known(scene, contest)).items():
            jurors.setdefault(person(str(who)), Juror(who, found, 0, 0))
        judged: dict[str, int] = {}
        for one in inside:
            async for told in self._gatherings.entries(key, one.subject):
                judged[told.who] = judged.get(told.who, 0) + 1
                jurors[told.who] = Juror(UserRef.parse(told.account), told.name, 0, 0)
        return tuple(
            Juror(one.account, one.name, judged.get(who, 0), len(inside) - own.count(who))
            for who, one in jurors.items()
        )

    async def _known(self, scene: Scene, contest: Contest) -> Mapping[UserRef, str]:
        judges = contest.judges
        found: dict[UserRef, str] = {}
        for user in judges.accounts:
            member = await self._member(scene, user)
            found[user] = str(user) if member is None else member.name
        team = scene.community.team
        acted: frozenset[UserRef] = frozenset()
        if judges.rank is not None or judges.roles:
            since = scene.now - LATELY
            for platform in {place.platform for place in contest.places}:
                acted |= await self._audits.staff(scene.community.key, platform, since)
            acted |= team.managers | team.moderator_ids
        for user in sorted(acted - set(found), key=str):
            member = await self._member(scene, user)
            if member is not None and not member.is_bot and belongs(judges, member, (user,)):
                found[user] = member.name
        return found

    async def _member(self, scene: Scene, user: UserRef) -> Member | None:
        """None also while her messenger cannot be asked."""
        try:
            return await self._members.best(scene, user)
        except ConnectionError:
            return None


def among_staff(scene: Scene, contest: Contest, words: Body) -> Iterator[Send]:
    """Tell a jury that nobody named one by one, where staff are on each messenger; nothing where all are named."""
    if contest.judges.rank is None and not contest.judges.roles:
        return
    for platform in sorted({place.platform for place in contest.places}):
        staff = scene.directory.staff_for(platform)
        if staff is not None:
            # What they are is asked where the contest stands, not among staff.
            here = next(place for place in contest.places if place.platform == platform)
            yield Send(staff, words, ((judge_button(contest, here),),), important=True)
