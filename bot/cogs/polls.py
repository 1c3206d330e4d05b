"""/poll and /polls: a poll is asked for in one line or by a form, published, closed and exported."""

import secrets
from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, ClassVar, Self

from bot.core.commands import Between, Rest, command
from bot.core.decisions import Decision, decide
from bot.core.ids import MessageRef, Place
from bot.core.messages import Message
from bot.core.people import Rank
from bot.core.polls import Poll, PollState
from bot.core.text import Body, File, Moment, Say, lines, say
from bot.core.ui import Button, Field, Form
from bot.domain.moderation.history import History
from bot.domain.moderation.sample import sample
from bot.domain.moderation.verdict import judge
from bot.domain.polls.card import card, closed_card, manage_rows
from bot.domain.polls.draft import Draft, House, drafted
from bot.domain.polls.export import Ballot, as_csv, as_json
from bot.domain.polls.form import unfit
from bot.domain.polls.line import Typed, read_line, read_options
from bot.domain.polls.moves import begun, closing, planned, withdrawn
from bot.domain.polls.presses import ManagePoll, NewPoll
from bot.domain.polls.result import Counted, counted
from bot.domain.polls.settings import phrases_of
from bot.runtime.cog import Cog, filled, pressed
from bot.runtime.context import Context
from bot.runtime.gatherings import Gatherings
from bot.runtime.parcel import handed
from bot.runtime.polls import Polls as PollStore
from bot.runtime.services import Services

SHOWN = 10
"""As many does /polls list."""
MOST_OPEN = 3
"""So many may a member have at once."""
LONGEST_TYPED = 4000


class Polls(Cog):
    """Whatever is wrong with what was typed is said at once, and the form comes back as it was."""

    name: ClassVar[str] = "polls"

    def __init__(self, polls: PollStore, gatherings: Gatherings) -> None:
        self._polls = polls
        self._gatherings = gatherings

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.polls, services.gatherings)

    # --- asking

    @command("poll", asks=True)
    async def poll(
        self, ctx: Context, ask: Annotated[str, Rest()] = "", options: str = "", closes: str = "", how: str = ""
    ) -> Decision:
        """Ask everybody: /poll question a b c, or a form."""
        if ctx.actor.rank < ctx.community.polls.who:
            return ctx.answer(say("poll-not-you"))
        if not (ask.strip() or options.strip()):
            return ctx.ask(_form(ctx.place))
        settings = _how(how, closes)
        typed = Typed(ask.strip(), read_options(options), settings) if options.strip() else read_line(ask)
        whole = typed if options.strip() else Typed(typed.question, typed.options, (*typed.how, *settings))
        return await self._made(ctx, ctx.place, whole)

    @filled(NewPoll)
    async def filled_in(self, ctx: Context, press: NewPoll, values: Mapping[str, str]) -> Decision:
        """Take the form."""
        if ctx.actor.rank < ctx.community.polls.who:
            return ctx.answer(say("poll-not-you"))
        how = _how(values.get("how", ""), values.get("closes", ""))
        typed = Typed(values.get("question", ""), read_options(values.get("options", "")), how)
        return await self._made(ctx, press.place, typed)

    async def _made(self, ctx: Context, here: Place, typed: Typed) -> Decision:
        plan = ctx.community.polls
        draft = drafted(typed, ctx.now, House(plan.close_after, ctx.community.zone))
        if isinstance(draft, tuple):
            return ctx.ask_again(lines(*draft), _form(here), _values(typed))
        if _breaks_a_rule(ctx, here, draft):
            return ctx.ask_again(say("poll-fault-rules"), _form(here), _values(typed))
        everywhere = plan.everywhere if draft.settings.everywhere is None else draft.settings.everywhere
        places = ctx.scene.directory.stands(plan.place, here, everywhere=everywhere)
        if not places:
            return ctx.answer(say("poll-nowhere"))
        if ctx.actor.rank < Rank.MODERATOR and await self._has_enough(ctx):
            return ctx.ask_again(say("poll-enough", count=MOST_OPEN), _form(here), _values(typed))
        poll = _poll(ctx, draft, places, await self._polls.next_number(ctx.community.key))
        later = poll.opens_at > ctx.now
        told = say("poll-planned", number=poll.number, opens=Moment(poll.opens_at)) if later else _told(poll)
        shown = replace(poll, state=PollState.PLANNED if later else PollState.OPEN)
        rows = manage_rows(shown, Rank.MEMBER, only_author=True)
        why = () if draft.settings.native is not True else _not_native(poll)
        answer = ctx.say(lines(told, say("poll-twice") if draft.twice else None, *why), rows)
        return decide(answer).and_then(planned(poll) if later else begun(poll, ctx.now))

    async def _has_enough(self, ctx: Context) -> bool:
        running = await self._polls.running(ctx.community.key)
        return sum(poll.by == ctx.actor.user for poll in running) >= MOST_OPEN

    # --- managing

    @command("polls", rank=Rank.MODERATOR)
    async def polls(self, ctx: Context, poll: Annotated[int | None, Between(1, 10**9)] = None) -> Decision:
        """See the latest polls; with a number close or export one."""
        if poll is not None:
            found = await self._polls.find(ctx.community.key, poll)
            if found is None:
                return ctx.answer(say("poll-unknown", number=poll))
            return ctx.answer(await self._shown(ctx, found), manage_rows(found, Rank.MODERATOR, only_author=False))
        latest = await self._polls.latest(ctx.community.key, SHOWN)
        if not latest:
            return ctx.answer(say("poll-none"))
        return ctx.answer(lines(*(_line(one) for one in latest), say("poll-list-how")))

    @pressed(ManagePoll)
    async def manage(self, ctx: Context, press: ManagePoll) -> Decision:
        """Do what the button says, if it can still be done."""
        poll = await self._polls.find(ctx.community.key, press.poll)
        if poll is None:
            return ctx.answer(say("poll-unknown", number=press.poll))
        match press.how, poll.state:
            case (("csv" | "json"), _):
                return await self._exported(ctx, poll, press.how)
            case "close", PollState.OPEN:
                cards = await self._gatherings.cards(ctx.community.key, poll.subject)
                natives = await self._gatherings.cards(ctx.community.key, poll.natives)
                told = decide(ctx.say(say("poll-closed-now", number=poll.number)))
                return told.and_then(closing(poll, cards, natives, ctx.now))
            case "withdraw", PollState.PLANNED:
                return decide(ctx.say(say("poll-withdrawn", number=poll.number))).and_then(withdrawn(poll))
            case _:
                return ctx.answer(say("poll-over", number=poll.number))

    async def _exported(self, ctx: Context, poll: Poll, how: str) -> Decision:
        if poll.hidden and poll.state is not PollState.CLOSED:
            return ctx.answer(say("poll-hidden"))
        result = await self._counted(ctx, poll)
        ballots: list[Ballot] = []
        if not poll.anonymous:
            entries = self._gatherings.entries(ctx.community.key, poll.subject)
            ballots = [Ballot(e.name, e.account, e.put.value, e.put.weight) async for e in entries]
        file: File = (as_csv if how == "csv" else as_json)(poll, result, ballots)
        return await handed(ctx.asker, say("poll-export", number=poll.number), file)

    async def _shown(self, ctx: Context, poll: Poll) -> Body:
        over = poll.state is PollState.CLOSED
        return lines(_line(poll), (closed_card if over else card)(poll, await self._counted(ctx, poll)))

    async def _counted(self, ctx: Context, poll: Poll) -> Counted:
        tally, over = await self._gatherings.tally(ctx.community.key, poll.subject), poll.state is PollState.CLOSED
        return counted(poll, tally.weight, tally.people, tally.unlinked, final=over)


def _poll(ctx: Context, draft: Draft, places: tuple[Place, ...], number: int) -> Poll:
    plan, how = ctx.community.polls, draft.settings
    anonymous = plan.anonymous if how.anonymous is None else how.anonymous
    return Poll(
        number,
        ctx.actor.user,
        ctx.actor.name,
        draft.question,
        draft.options,
        how.kind,
        draft.opens_at,
        draft.closes_at,
        places,
        anonymous=anonymous,
        hidden=how.hidden,
        quorum=how.quorum,
        right=how.right,
        explanation=how.because,
        # A weight would tell who cast a ballot.
        weighted=bool(plan.weights) and not anonymous,
        salt=secrets.token_hex(16) if anonymous else "",
        native=plan.is_native(how.native),
    )


def _not_native(poll: Poll) -> tuple[Say, ...]:
    """Where it has buttons though its author asked for the messengers' own polls, and why."""
    if not poll.native:
        return (say("poll-never-native"),)
    whys = ((place.platform, unfit(poll, place.platform, poll.opens_at)) for place in poll.places)
    unfitting = ((platform.title(), say(f"poll-unfit-{why}")) for platform, why in whys if why is not None)
    return tuple(say("poll-not-native", messenger=messenger, why=why) for messenger, why in unfitting)


def _breaks_a_rule(ctx: Context, here: Place, draft: Draft) -> bool:
    """Whether the bot would say what its author must not: it speaks in the community's name."""
    words = "\n".join((draft.question, *draft.options, draft.settings.because))
    message = Message(MessageRef(here, "poll"), ctx.actor, words, ctx.now)
    seen = sample(message, ctx.scene.directory.role_of(here))
    return bool(judge(seen, History(), ctx.community.policy).hits)


def _form(here: Place) -> Form:
    fields = (
        Field("question", say("poll-field-question"), longest=LONGEST_TYPED),
        Field("options", say("poll-field-options"), long=True, longest=LONGEST_TYPED),
        Field("closes", say("poll-field-closes"), required=False, longest=100),
        Field("how", say("poll-field-how"), required=False, long=True, longest=1000),
    )
    return Form(say("poll-form"), fields, Button(say("button-send"), NewPoll(here)))


def _values(typed: Typed) -> dict[str, str]:
    return {"question": typed.question, "options": "\n".join(typed.options), "how": "\n".join(typed.how)}


def _how(how: str, closes: str) -> tuple[str, ...]:
    return (*phrases_of(how), *((f"closes {closes.strip()}",) if closes.strip() else ()))


def _told(poll: Poll) -> Body:
    return say("poll-made", number=poll.number, at=Moment(poll.closes_at))


def _line(poll: Poll) -> Body:
    return say(f"poll-line-{poll.state}", number=poll.number, question=poll.question[:80], at=Moment(poll.closes_at))
