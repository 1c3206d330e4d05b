"""Decides a contest: ballots are counted by its law, and its places settled until all prizes have somebody."""

from collections.abc import Sequence
from typing import Self

from bot.core.contests import Contest, JudgedBy, Stood, Submission, SubmissionState
from bot.core.decisions import Decision
from bot.core.giveaways import Unfit
from bot.core.record import Row
from bot.core.text import Body
from bot.domain.gatherings.claims import ever_won
from bot.domain.gatherings.contests import moves
from bot.domain.gatherings.contests.card import Brought
from bot.domain.gatherings.contests.standing import Ballot, by_points, by_votes
from bot.runtime.contests import Contests
from bot.runtime.context import Scene
from bot.runtime.drawing import AWAY, are_here
from bot.runtime.gatherings import Gatherings, Persons
from bot.runtime.services import Services
from bot.runtime.standing import Standing


class Winning:
    """Everybody whose turn it is gets looked up anew: who has left, is banned or muted is passed over."""

    def __init__(self, contests: Contests, gatherings: Gatherings, standing: Standing, persons: Persons) -> None:
        self._contests = contests
        self._gatherings = gatherings
        self._standing = standing
        self._persons = persons

    @classmethod
    def of(cls, services: Services) -> Self:
        """As cogs build it."""
        persons = Persons(services.fairness.links)
        return cls(services.contests, services.gatherings, Standing.of(services), persons)

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Take over who came in, and who is who; call it from the cog's ``learned``."""
        self._standing.learned(community, rows)
        self._persons.learned(rows)

    async def counted(self, community: str, contest: Contest, brought: Sequence[Submission]) -> tuple[Stood, ...]:
        """Everything that was given a ballot, best first."""
        person = await self._persons.by_account(community)
        authors = {one.number: person(str(one.by)) for one in brought}
        if contest.judged_by is JudgedBy.VOTES:
            votes = await self._gatherings.ballots(community, contest.votes)
            return by_votes(authors, ((person(account), int(value), seq) for account, value, seq in votes))
        points = [
            Ballot(person(account), submission.number, int(value), seq)
            for submission in brought
            for account, value, seq in await self._gatherings.ballots(community, submission.subject)
        ]
        return by_points(authors, points, contest.law)

    async def decision(self, scene: Scene, contest: Contest, first: Body) -> Decision:
        """Settle the places that are free, and announce what came of it; ``first`` says what happened."""
        brought = await self.brought(scene.community.key, contest)
        try:
            settled = await self._settled(scene, contest, brought) if are_here(scene, contest.places) else None
        except ConnectionError:
            settled = None
        if settled is None:
            return moves.settling_on(contest, scene.now + AWAY)
        cards = await self._gatherings.cards(scene.community.key, contest.subject)
        return moves.announced(settled, brought, cards, scene.now, first)

    async def brought(self, community: str, contest: Contest) -> Brought:
        """What was brought, by number, whatever became of it."""
        return {one.number: one for one in await self._contests.submissions(community, contest.number)}

    async def _settled(self, scene: Scene, contest: Contest, brought: Brought) -> Contest:
        for stood in contest.standing:
            if len(contest.won) >= contest.winners:
                break
            if stood.submission not in contest.settled:
                why = await self._why_not(scene, contest, brought, stood.submission)
                contest = moves.decided(contest, stood.submission, why)
        return contest

    async def _why_not(self, scene: Scene, contest: Contest, brought: Brought, number: int) -> str | None:
        hers = brought.get(number)
        if hers is None:
            return Unfit.WITHDRAWN.value
        if hers.state is not SubmissionState.IN:
            return hers.state.value
        before = map(int, ever_won(contest.won, contest.passed))
        others = [brought[one].by for one in before if one in brought]
        why = await self._standing.why_not(scene, contest.conditions, hers.by, others)
        return None if why is None else why.value
