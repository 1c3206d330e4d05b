"""Before its time is over the jury of a contest is reminded, and staff see who has not judged."""

from typing import ClassVar, Self

from bot.core.actions import Whisper
from bot.core.contests import ContestState
from bot.core.decisions import NOTHING, Decision, Step, decide
from bot.core.events import TimerFired
from bot.core.text import Moment, lines, say
from bot.domain.gatherings.contests.brought import those_in
from bot.domain.gatherings.contests.card import judge_button
from bot.domain.gatherings.contests.jury import progress
from bot.domain.gatherings.contests.moves import REMIND
from bot.runtime.cog import Cog, due
from bot.runtime.contests import Contests
from bot.runtime.context import Scene
from bot.runtime.juries import Juries, among_staff
from bot.runtime.services import Services
from bot.runtime.timed import about


class JuryTimes(Cog):
    """Who is named is reminded in private; a jury of a rank or a role where staff are."""

    name: ClassVar[str] = "contests"

    def __init__(self, contests: Contests, juries: Juries) -> None:
        self._contests = contests
        self._juries = juries

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.contests, Juries.of(services))

    @due(REMIND)
    async def reminds(self, scene: Scene, event: TimerFired) -> Decision:
        """Remind those who are behind, and tell whoever started it, unless everybody is done."""
        contest = await about(self._contests.find, scene, event)
        if contest is None or contest.state is not ContestState.JUDGING or contest.judged_until <= scene.now:
            return NOTHING
        inside = those_in(await self._contests.submissions(scene.community.key, contest.number))
        jurors = await self._juries.progress(scene, contest, inside)
        behind = [one for one in jurors if one.is_behind]
        if jurors and not behind:
            return NOTHING
        until = Moment(contest.judged_until)
        steps: list[Step] = [
            Whisper(
                one.account,
                say("contest-jury-reminder", title=contest.title, count=one.of - one.judged, until=until),
                ((judge_button(contest, None),),),
            )
            for one in behind
            if one.account in contest.judges.accounts
        ]
        words = lines(
            say("contest-jury-behind", number=contest.number, title=contest.title, until=until), progress(jurors)
        )
        told = tuple(among_staff(scene, contest, words)) or (Whisper(contest.by, words),)
        return decide(*steps, *told)
