"""Contests in time: submissions are frozen, ballots counted, places settled, prizes claimed, names forgotten."""

from collections.abc import Sequence
from typing import ClassVar, Self

from bot.core.actions import Whisper
from bot.core.contests import Contest, ContestState, JudgedBy, Submission, SubmissionsForgotten, SubmissionState
from bot.core.decisions import NOTHING, Decision, Step, decide
from bot.core.events import TimerFired
from bot.core.gatherings import CardsGone
from bot.core.giveaways import EntriesForgotten, Unfit
from bot.core.ids import Place
from bot.core.record import Row, TimerOff
from bot.core.text import Moment, say
from bot.domain.gatherings.claims import claimed, hers
from bot.domain.gatherings.contests.brought import those_in
from bot.domain.gatherings.contests.card import judge_button, owners, votable
from bot.domain.gatherings.contests.moves import (
    CLAIM,
    CLOSE,
    END,
    FILL,
    FORGET,
    PUT_UP,
    claim_timer,
    entry_refreshed,
    frozen,
    given_up,
    over,
    put_up,
    refreshed,
)
from bot.domain.gatherings.contests.presses import ClaimPlace
from bot.runtime.cog import Cog, due, pressed
from bot.runtime.contests import Contests
from bot.runtime.context import Context, Scene
from bot.runtime.gatherings import Gatherings
from bot.runtime.juries import among_staff
from bot.runtime.services import Services
from bot.runtime.timed import about
from bot.runtime.winning import Winning


class Prizes(Cog):
    """What was due while the bot was down happens once, as soon as it is back."""

    name: ClassVar[str] = "contests"

    def __init__(self, services: Services) -> None:
        self._contests: Contests = services.contests
        self._gatherings: Gatherings = services.gatherings
        self._links = services.fairness.links
        self._winning = Winning.of(services)

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services)

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Know who came in, and who is who."""
        self._winning.learned(community, rows)

    # --- in time

    @due(CLOSE)
    async def closes(self, scene: Scene, event: TimerFired) -> Decision:
        """Freeze the submissions, and let people or the jury judge them; without any it is over."""
        contest = await about(self._contests.find, scene, event)
        if contest is None or contest.state is not ContestState.OPEN:
            return NOTHING
        key = scene.community.key
        everything = await self._contests.submissions(key, contest.number)
        waiting = [one for one in everything if one.state is SubmissionState.WAITING]
        inside = those_in(everything)
        if not (inside or waiting):
            return await self._over(scene, contest, ())
        begun = frozen(contest, await self._gatherings.cards(key, contest.subject), scene.now)
        late = decide(Whisper(contest.by, say("contest-unreviewed", number=contest.number, count=len(waiting))))
        called = decide(*_called(scene, contest, len(inside))) if contest.judged_by is JudgedBy.JURY else NOTHING
        return begun.and_then(called).and_then(late if waiting else NOTHING)

    @due(PUT_UP)
    async def puts_up(self, scene: Scene, event: TimerFired) -> Decision:
        """Show in one place what people vote on."""
        contest, place = await about(self._contests.find, scene, event), event.args.get("place")
        if contest is None or not votable(contest) or not isinstance(place, Place):
            return NOTHING
        inside = those_in(await self._contests.submissions(scene.community.key, contest.number))
        return decide(*(step for one in inside for step in put_up(contest, one, (place,))))

    @due(END)
    async def ends(self, scene: Scene, event: TimerFired) -> Decision:
        """Count, and settle who has won."""
        contest = await about(self._contests.find, scene, event)
        if contest is None or contest.state is not ContestState.JUDGING:
            return NOTHING
        inside = those_in(await self._contests.submissions(scene.community.key, contest.number))
        return await self._over(scene, contest, inside)

    async def _over(self, scene: Scene, contest: Contest, inside: Sequence[Submission]) -> Decision:
        key = scene.community.key
        standing = await self._winning.counted(key, contest, inside)
        closed = contest.moved(state=ContestState.CLOSED, standing=standing)
        done = await self._winning.decision(scene, closed, say("contest-over", number=contest.number))
        moved = decide(rows=over(contest, scene.now)).and_then(done)
        for one in inside:
            moved = moved.and_then(entry_refreshed(one, await self._gatherings.cards(key, one.subject)))
        return moved

    @due(FILL)
    async def goes_on(self, scene: Scene, event: TimerFired) -> Decision:
        """Settle the places that could not be settled before."""
        contest = await about(self._contests.find, scene, event)
        if contest is None or contest.state is not ContestState.CLOSED:
            return NOTHING
        return await self._winning.decision(scene, contest.moved(), say("contest-over", number=contest.number))

    @due(CLAIM)
    async def unclaimed(self, scene: Scene, event: TimerFired) -> Decision:
        """Who did not claim is passed over, and the next one comes up."""
        contest, which = await about(self._contests.find, scene, event), event.args.get("submission")
        if contest is None or not any(one.code == str(which) and not one.claimed for one in contest.won):
            return NOTHING
        assert isinstance(which, int)
        less = given_up(contest, which, Unfit.UNCLAIMED.value)
        return await self._winning.decision(scene, less, say("contest-unclaimed", number=contest.number))

    @due(FORGET)
    async def forgets(self, scene: Scene, event: TimerFired) -> Decision:
        """Keep the result, and forget who brought what and who voted how."""
        contest = await about(self._contests.find, scene, event)
        if contest is None:
            return NOTHING
        gone: list[Row] = [EntriesForgotten(contest.votes), SubmissionsForgotten(contest.number)]
        for one in await self._contests.submissions(scene.community.key, contest.number):
            gone += [EntriesForgotten(one.subject), CardsGone(one.subject)]
        return decide(rows=gone)

    # --- afterwards

    @pressed(ClaimPlace)
    async def claims(self, ctx: Context, press: ClaimPlace) -> Decision:
        """Somebody who won says that she wants it, with whichever of her accounts."""
        key = ctx.community.key
        contest = await self._contests.find(key, press.contest)
        if contest is None:
            return ctx.answer(say("giveaway-not-yours"))
        whose = owners(contest, await self._winning.brought(key, contest))
        mine = hers(contest.won, whose, await self._links.accounts(key, ctx.actor.user), ctx.now)
        if mine is None:
            return ctx.answer(say("giveaway-not-yours"))
        if mine.claimed:
            return ctx.answer(say("giveaway-claimed-already"))
        row = contest.moved(won=claimed(contest.won, mine.code))
        news = say("contest-claimed-news", who=ctx.actor.name, number=contest.number, title=contest.title)
        told = decide(
            ctx.say(say("giveaway-claimed", who=contest.by_name)),
            Whisper(contest.by, news),
            rows=(row, TimerOff(CLAIM, claim_timer(contest, mine.code))),
        )
        return told.and_then(refreshed(row, await self._gatherings.cards(key, contest.subject)))


def _called(scene: Scene, contest: Contest, many: int) -> list[Step]:
    """Tell the jury: who is named in private, the others where staff are."""
    words = say("contest-jury-called", title=contest.title, count=many, until=Moment(contest.judged_until))
    buttons = ((judge_button(contest, None),),)
    named = (Whisper(one, words, buttons, important=True) for one in contest.judges.accounts)
    return [*named, *among_staff(scene, contest, words)]
