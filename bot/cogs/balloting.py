"""Ballots of a contest: everybody's one vote, and the points of the jury, each given in private."""

from collections.abc import Sequence
from typing import ClassVar, Self

from bot.core.actions import Whisper
from bot.core.contests import Contest, ContestState, JudgedBy, Submission, SubmissionState
from bot.core.decisions import NOTHING, Decision, decide
from bot.core.events import TimerFired
from bot.core.gatherings import Entry, EntryMoved, Put
from bot.core.linking import Linked, Unlinked
from bot.core.record import Row
from bot.core.text import say
from bot.domain.gatherings.conditions import for_voters
from bot.domain.gatherings.contests import brought, jury
from bot.domain.gatherings.contests.card import votable
from bot.domain.gatherings.contests.moves import SHOW_ENTRY, entry_refreshed, shows_counts
from bot.domain.gatherings.contests.presses import (
    GivePoints,
    JudgeSubmission,
    OpenJudging,
    SeeSubmission,
    VoteForSubmission,
)
from bot.runtime.cog import Cog, due, pressed, witnesses
from bot.runtime.contests import Contests
from bot.runtime.context import Context, Scene
from bot.runtime.entrance import Entrance
from bot.runtime.gatherings import Gatherings, Person
from bot.runtime.remembered import Remembered
from bot.runtime.services import Services


class Balloting(Cog):
    """One person has one vote, whichever account she gives it with, and none for what she brought herself."""

    name: ClassVar[str] = "contests"

    def __init__(self, services: Services) -> None:
        self._contests: Contests = services.contests
        self._gatherings: Gatherings = services.gatherings
        self._entrance = Entrance(services, SHOW_ENTRY)
        self._known = Remembered(Contest, services.contests.find)

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services)

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Know who is who, and how far each contest is."""
        self._entrance.learned(community, rows)
        self._known.learned(community, rows)

    # --- votes

    @pressed(VoteForSubmission)
    async def vote(self, ctx: Context, press: VoteForSubmission) -> Decision:
        """Count her vote; for another one it is moved, and pressed again it is taken back."""
        key = ctx.community.key
        contest = await self._known.of(key, press.contest)
        hers = await self._contests.submission(key, press.contest, press.submission)
        if contest is None or not votable(contest) or contest.judged_until <= ctx.now:
            return ctx.answer(say("contest-votes-over"))
        if hers is None or hers.state is not SubmissionState.IN:
            return ctx.answer(say("contest-entry-gone"))
        if hers.by in await self._entrance.links.accounts(key, ctx.actor.user):
            return ctx.answer(say("contest-own"))
        person = await self._entrance.persons.of(key, ctx.actor.user)
        asked = for_voters(contest.conditions)
        need = await self._entrance.missing(ctx.scene, asked, ctx.actor, person)
        if need is not None:
            return ctx.answer(say("contest-cannot-vote", need=need))
        return await self._voted(ctx, contest, hers, person)

    async def _voted(self, ctx: Context, contest: Contest, hers: Submission, person: Person) -> Decision:
        before = await self._gatherings.entry(ctx.community.key, contest.votes, person.key)
        same = before is not None and before.value == hers.code
        put = None if same else Put(hers.code, linked=person.linked)
        entry = Entry(contest.votes, person.key, put, before, ctx.actor.user, ctx.actor.name)
        moved = {hers.number} if before is None else {hers.number, int(before.value)}
        voted = say("contest-voted" if before is None else "contest-vote-moved", entry=hers.number)
        told = say("contest-unvoted", entry=hers.number) if same else voted
        shown = self._shown(ctx.scene, contest, moved)
        return decide(ctx.say(told), rows=(entry, *shown))

    def _shown(self, scene: Scene, contest: Contest, numbers: set[int]) -> tuple[Row, ...]:
        """Cards follow, where they show counts."""
        rows: list[Row] = []
        for number in sorted(numbers) if shows_counts(contest) else ():
            args = {"number": contest.number, "submission": number}
            rows += self._entrance.throttle.rows(
                scene.community.key, f"{contest.subject} entry {number}", scene.now, args
            )
        return tuple(rows)

    @due(SHOW_ENTRY)
    async def shows(self, scene: Scene, event: TimerFired) -> Decision:
        """Draw the cards of a submission anew."""
        key, number, which = scene.community.key, event.args.get("number"), event.args.get("submission")
        self._entrance.throttle.fired(key, event.subject, scene.now)
        if not (isinstance(number, int) and isinstance(which, int)):
            return NOTHING
        hers = await self._contests.submission(key, number, which)
        return NOTHING if hers is None else entry_refreshed(hers, await self._gatherings.cards(key, hers.subject))

    # --- the jury

    @pressed(OpenJudging)
    async def opens(self, ctx: Context, press: OpenJudging) -> Decision:
        """Show the first that she has not judged."""
        contest, hers = await self._asked(ctx, press.contest)
        if contest is None:
            return ctx.answer(say("contest-not-of-the-jury"))
        page = await self._page(ctx, contest, hers, None)
        return ctx.answer(*jury.shown(page, ctx.actor.user))

    @pressed(JudgeSubmission)
    async def turns(self, ctx: Context, press: JudgeSubmission) -> Decision:
        """Turn to another one."""
        contest, hers = await self._asked(ctx, press.contest)
        if contest is None:
            return ctx.answer(say("contest-not-of-the-jury"))
        return ctx.turn(*jury.shown(await self._page(ctx, contest, hers, press.submission), ctx.actor.user))

    @pressed(GivePoints)
    async def points(self, ctx: Context, press: GivePoints) -> Decision:
        """Write her points down, and go on to the next that she has not judged."""
        contest, hers = await self._asked(ctx, press.contest)
        if contest is None:
            return ctx.answer(say("contest-not-of-the-jury"))
        about = next((one for one in hers if one.number == press.submission), None)
        if about is None:
            return ctx.answer(say("contest-entry-gone"))
        person = await self._entrance.persons.of(ctx.community.key, ctx.actor.user)
        before = await self._gatherings.entry(ctx.community.key, about.subject, person.key)
        put = Put(str(press.points), linked=person.linked)
        entry = Entry(about.subject, person.key, put, before, ctx.actor.user, ctx.actor.name)
        page = await self._page(ctx, contest, hers, None, given={about.number: press.points})
        return ctx.turn(*jury.shown(page, ctx.actor.user)).and_then(decide(rows=(entry,)))

    @pressed(SeeSubmission)
    async def sees(self, ctx: Context, press: SeeSubmission) -> Decision:
        """Send the file to who judges it."""
        _, hers = await self._asked(ctx, press.contest)
        about = next((one for one in hers if one.number == press.submission), None)
        if about is None or about.file is None:
            return ctx.answer(say("contest-entry-gone"))
        file = Whisper(ctx.actor.user, say("contest-entry-file", number=about.number), enclosure=about.file)
        untold = say("contest-file-unsent")
        return decide(file, ctx.reply(say("contest-file-sent"), untold=untold))

    async def _asked(self, ctx: Context, number: int) -> tuple[Contest | None, tuple[Submission, ...]]:
        """What somebody of the jury can judge now: nothing of her own; without a contest she is not of it."""
        key = ctx.community.key
        contest = await self._known.of(key, number)
        if contest is None or contest.judged_by is not JudgedBy.JURY or contest.state is not ContestState.JUDGING:
            return None, ()
        accounts = await self._entrance.links.accounts(key, ctx.actor.user)
        if contest.judged_until <= ctx.now or not jury.belongs(contest.judges, ctx.actor, accounts):
            return None, ()
        everything = brought.those_in(await self._contests.submissions(key, number))
        return contest, tuple(one for one in everything if one.by not in accounts)

    async def _page(
        self,
        ctx: Context,
        contest: Contest,
        hers: Sequence[Submission],
        number: int | None,
        given: dict[int, int] | None = None,
    ) -> jury.Page:
        person = await self._entrance.persons.of(ctx.community.key, ctx.actor.user)
        points = dict(given or {})
        for one in hers:
            put = await self._gatherings.entry(ctx.community.key, one.subject, person.key)
            if put is not None:
                points.setdefault(one.number, int(put.value))
        return jury.page(contest, hers, points, number)

    # --- who is who

    @witnesses(Linked, Unlinked)
    async def linked(self, scene: Scene, row: Linked | Unlinked) -> Decision:
        """Two accounts become one person: of two ballots the newer counts, in every contest that is judged."""
        key = scene.community.key
        old, new, is_linked = await self._entrance.persons.moves(key, row)
        rows: list[Row] = []
        for contest in await self._contests.running(key) if old != new else ():
            if contest.state is ContestState.JUDGING:
                subjects = [contest.votes]
                if contest.judged_by is JudgedBy.JURY:
                    subjects = [one.subject for one in await self._contests.submissions(key, contest.number)]
                rows += [EntryMoved(subject, old, new, is_linked) for subject in subjects]
        return decide(rows=rows)
