"""/contest: started in one line or by a form; listed, exported, cancelled, and a submission disqualified."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Self

from bot.core.actions import Whisper
from bot.core.commands import Rest, command
from bot.core.contests import Contest, ContestState, JudgedBy, Submission, SubmissionState
from bot.core.decisions import Decision, decide
from bot.core.ids import Place
from bot.core.people import Rank
from bot.core.record import TimerOff
from bot.core.text import Body, Moment, lines, say
from bot.core.ui import Field
from bot.domain.gatherings.contests.brought import those_in
from bot.domain.gatherings.contests.card import card, manage_rows
from bot.domain.gatherings.contests.draft import Draft, drafted
from bot.domain.gatherings.contests.export import as_csv
from bot.domain.gatherings.contests.jury import progress
from bot.domain.gatherings.contests.line import CONTEST
from bot.domain.gatherings.contests.moves import CLAIM, begun, cancelled, claim_timer, entry_refreshed, given_up
from bot.domain.gatherings.contests.presses import ManageContest, NewContest
from bot.domain.gatherings.line import Typed
from bot.domain.gatherings.order import CONTEST as ORDERS
from bot.domain.gatherings.order import Order
from bot.runtime.auditing import line_of
from bot.runtime.cog import Cog, filled, pressed
from bot.runtime.contests import Contests as ContestStore
from bot.runtime.context import Context
from bot.runtime.gatherings import Gatherings
from bot.runtime.juries import Juries
from bot.runtime.opening import Opening, house
from bot.runtime.services import Services
from bot.runtime.winning import Winning

SHOWN = 10
"""As many does /contest list show."""
LONGEST_TYPED = 3000
LONGEST_REASON = 200
OPENING = Opening(
    CONTEST,
    say("contest-form"),
    (
        Field("title", say("contest-field-title"), longest=LONGEST_TYPED),
        Field("bring", say("contest-field-bring"), required=False, long=True, longest=LONGEST_TYPED),
        Field("until", say("contest-field-until"), required=False, longest=100),
        Field("prize", say("contest-field-prizes"), required=False, longest=500),
        Field("settings", say("contest-field-settings"), required=False, long=True, longest=1000),
    ),
    NewContest,
    say("contest-nowhere"),
)


class Contests(Cog):
    """Whatever is wrong with what was typed is said at once, and the form comes back as it was."""

    name: ClassVar[str] = "contests"

    def __init__(self, services: Services) -> None:
        self._contests: ContestStore = services.contests
        self._gatherings: Gatherings = services.gatherings
        self._winning = Winning.of(services)
        self._juries = Juries.of(services)

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services)

    # --- starting

    @command("contest", rank=Rank.HELPER, asks=True)
    async def contest(
        self,
        ctx: Context,
        title: Annotated[str, Rest()] = "",
        bring: str = "",
        until: str = "",
        prizes: str = "",
        settings: str = "",
    ) -> Decision:
        """Start one: /contest title:"The river" bring:"a picture" until:"friday 18:00"."""
        if ctx.actor.rank < ctx.community.contests.who:
            return ctx.answer(say("contest-not-you"))
        order = ORDERS.read(title)
        if order is not None:
            return await (self._listed(ctx) if order.what == "list" else self._ordered(ctx, order))
        typed = OPENING.typed({"bring": bring, "until": until, "prize": prizes, "settings": settings}, title)
        return await self._made(ctx, ctx.place, typed) if typed.said else ctx.ask(OPENING.form(ctx.place))

    @filled(NewContest)
    async def filled_in(self, ctx: Context, press: NewContest, values: Mapping[str, str]) -> Decision:
        """Take the form."""
        if ctx.actor.rank < ctx.community.contests.who:
            return ctx.answer(say("contest-not-you"))
        return await self._made(ctx, press.place, OPENING.typed(values))

    async def _made(self, ctx: Context, here: Place, typed: Typed) -> Decision:
        community = ctx.community
        draft = drafted(typed, ctx.now, house(community), community.contests.judging)
        found = OPENING.placed(ctx, here, typed, draft)
        if isinstance(found, Decision):
            return found
        draft, places = found
        made = _contest(ctx, draft, places, await self._contests.next_number(ctx.community.key))
        told = say("contest-made", number=made.number, at=Moment(made.closes_at), until=Moment(made.judged_until))
        twice = say("giveaway-twice") if draft.twice else None
        return decide(ctx.say(lines(told, twice), manage_rows(made))).and_then(begun(made))

    # --- managing

    @pressed(ManageContest)
    async def manage(self, ctx: Context, press: ManageContest) -> Decision:
        """Do what the button says, if it can still be done."""
        if ctx.actor.rank < ctx.community.contests.who:
            return ctx.answer(say("contest-not-you"))
        return await self._ordered(ctx, Order(press.how, press.contest))

    async def _listed(self, ctx: Context) -> Decision:
        latest = await self._contests.latest(ctx.community.key, SHOWN)
        return ctx.answer(lines(*map(_line, latest), say("contest-list-how" if latest else "contest-none")))

    async def _ordered(self, ctx: Context, order: Order) -> Decision:
        contest = await self._contests.find(ctx.community.key, order.number)
        if contest is None:
            return ctx.answer(say("contest-unknown", number=order.number))
        match order.what, contest.state:
            case "show", _:
                return await self._shown(ctx, contest)
            case "csv", _:
                file = as_csv(contest, await self._contests.submissions(ctx.community.key, contest.number))
                return decide(ctx.asker.answer(say("contest-export", number=contest.number), files=(file,)))
            case "cancel", ContestState.OPEN | ContestState.JUDGING:
                return await self._cancelled(ctx, contest)
            case "disqualify", ContestState.OPEN | ContestState.JUDGING | ContestState.CLOSED:
                return await self._disqualified(ctx, contest, order)
            case _:
                return ctx.answer(say("contest-too-late"))

    async def _shown(self, ctx: Context, contest: Contest) -> Decision:
        brought = await self._winning.brought(ctx.community.key, contest)
        jury = None
        if contest.state is ContestState.JUDGING and contest.judged_by is JudgedBy.JURY:
            jury = progress(await self._juries.progress(ctx.scene, contest, those_in(brought.values())))
        return ctx.answer(lines(_line(contest), card(contest, brought), jury), manage_rows(contest))

    async def _cancelled(self, ctx: Context, contest: Contest) -> Decision:
        cards = await self._gatherings.cards(ctx.community.key, contest.subject)
        told = decide(
            ctx.say(say("contest-cancelled", number=contest.number)),
            rows=(line_of(ctx, "contest", f"{contest.subject} cancelled"),),
        )
        moved = told.and_then(cancelled(contest, cards, ctx.now))
        for one in await self._contests.submissions(ctx.community.key, contest.number):
            entries = await self._gatherings.cards(ctx.community.key, one.subject)
            moved = moved.and_then(entry_refreshed(one, entries))
        return moved

    async def _disqualified(self, ctx: Context, contest: Contest, order: Order) -> Decision:
        """Take a submission out with a reason that its author reads; from a winner the prize goes on."""
        if not order.why or len(order.why) > LONGEST_REASON:
            return ctx.answer(say("contest-disqualify-why", most=LONGEST_REASON))
        hers = await self._contests.submission(ctx.community.key, contest.number, order.place)
        if hers is None or hers.state not in {SubmissionState.IN, SubmissionState.WAITING}:
            return ctx.answer(say("contest-no-entry", entry=order.place))
        out = hers.moved(SubmissionState.DISQUALIFIED, order.why)
        audit = line_of(ctx, "contest", f"{hers.subject} disqualified: {order.why}")
        told = decide(
            ctx.say(say("contest-disqualified", entry=hers.number)),
            Whisper(hers.by, say("contest-disqualified-you", title=contest.title, why=order.why)),
            rows=(out, audit),
        )
        cards = await self._gatherings.cards(ctx.community.key, hers.subject)
        told = told.and_then(entry_refreshed(out, cards))
        if not any(one.code == hers.code for one in contest.won):
            return told
        return told.and_then(await self._passed_on(ctx, contest, out))

    async def _passed_on(self, ctx: Context, contest: Contest, out: Submission) -> Decision:
        first = say("contest-passed-on", number=contest.number, entry=out.number, why=out.why)
        less = given_up(contest, out.number, out.why)
        settled = await self._winning.decision(ctx.scene, less, first)
        return decide(rows=(TimerOff(CLAIM, claim_timer(contest, out.code)),)).and_then(settled)


def _contest(ctx: Context, draft: Draft, places: tuple[Place, ...], number: int) -> Contest:
    return Contest(
        number,
        ctx.actor.user,
        ctx.actor.name,
        draft.title,
        draft.bring,
        draft.prizes,
        draft.winners,
        ctx.now,
        draft.closes_at,
        draft.judged_until,
        places,
        draft.conditions,
        draft.claim_within,
        draft.judging.by,
        draft.judging.law,
        draft.judges,
        draft.judging.most,
        draft.judging.reviewed,
        draft.hidden,
    )


def _line(contest: Contest) -> Body:
    at = Moment(contest.judged_until if contest.state is ContestState.JUDGING else contest.closes_at)
    return say(f"contest-line-{contest.state}", number=contest.number, title=contest.title[:80], at=at)
