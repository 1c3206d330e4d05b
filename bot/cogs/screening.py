"""Screening: staff let submissions into a contest, or refuse them with a reason that their authors read."""

from collections.abc import Mapping
from typing import ClassVar, Self

from bot.core.actions import Edit, Whisper
from bot.core.contests import Contest, ContestState, Submission, SubmissionState
from bot.core.decisions import Decision, decide
from bot.core.text import Body, lines, say
from bot.domain.gatherings.contests.card import votable
from bot.domain.gatherings.contests.moves import put_up
from bot.domain.gatherings.contests.presses import ReviewSubmission
from bot.domain.gatherings.contests.review import LET_IN, LONGEST_REASON, card, form
from bot.runtime.auditing import line_of
from bot.runtime.cog import Cog, filled, pressed
from bot.runtime.contests import Contests
from bot.runtime.context import Context
from bot.runtime.services import Services


class Screening(Cog):
    """What waited when submissions were frozen can still be let in, as long as it is judged."""

    name: ClassVar[str] = "contests"

    def __init__(self, contests: Contests) -> None:
        self._contests = contests

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.contests)

    @pressed(ReviewSubmission)
    async def reviews(self, ctx: Context, press: ReviewSubmission) -> Decision:
        """Let it in, or ask for the reason."""
        contest, hers = await self._found(ctx, press)
        if contest is None or hers is None:
            return ctx.answer(say("contest-reviewed-already"))
        if press.how != LET_IN:
            return ctx.ask(form(press))
        inside = hers.moved(SubmissionState.IN)
        told = Whisper(hers.by, say("contest-let-in", title=contest.title, entry=hers.number))
        done = _done(ctx, contest, inside, say("contest-review-in", who=ctx.actor.name))
        return done.and_then(decide(told, *(put_up(contest, inside, contest.places) if votable(contest) else ())))

    @filled(ReviewSubmission)
    async def refused(self, ctx: Context, press: ReviewSubmission, values: Mapping[str, str]) -> Decision:
        """Keep it out, and say why."""
        contest, hers = await self._found(ctx, press)
        why = " ".join(values.get("why", "").split())
        if contest is None or hers is None:
            return ctx.answer(say("contest-reviewed-already"))
        if not why or len(why) > LONGEST_REASON:
            return ctx.ask_again(say("contest-disqualify-why", most=LONGEST_REASON), form(press), {"why": why})
        out = hers.moved(SubmissionState.REFUSED, why)
        told = Whisper(hers.by, say("contest-refused-you", title=contest.title, why=why))
        return _done(ctx, contest, out, say("contest-review-out", who=ctx.actor.name, why=why)).and_then(decide(told))

    async def _found(self, ctx: Context, press: ReviewSubmission) -> tuple[Contest | None, Submission | None]:
        contest = await self._contests.find(ctx.community.key, press.contest)
        hers = await self._contests.submission(ctx.community.key, press.contest, press.submission)
        runs = contest is not None and contest.state in {ContestState.OPEN, ContestState.JUDGING}
        waits = hers is not None and hers.state is SubmissionState.WAITING
        return (contest, hers) if runs and waits else (None, None)


def _done(ctx: Context, contest: Contest, hers: Submission, what: Body) -> Decision:
    """Say it, and let the card say it, where it is known which one it was."""
    shown = () if ctx.message is None else (Edit(ctx.message, lines(card(contest, hers), what)),)
    why = f": {hers.why}" if hers.why else ""
    audit = line_of(ctx, "contest", f"{hers.subject} {hers.state}{why}")
    return decide(ctx.say(what), *shown, rows=(hers, audit))
