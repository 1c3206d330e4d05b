"""Submitting: people bring something by a form or in answer to the card, see what they brought, and take it back."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import ClassVar, Self

from bot.core.actions import Send, Whisper
from bot.core.contests import Contest, ContestState, Submission, SubmissionState
from bot.core.decisions import NOTHING, Decision, decide
from bot.core.events import MessagePosted, TimerFired
from bot.core.gatherings import CardShown
from bot.core.ids import MessageRef
from bot.core.messages import Message
from bot.core.people import Member
from bot.core.record import Row
from bot.core.text import Body, lines, say
from bot.core.ui import Button, Field, Form, Rows
from bot.domain.gatherings.contests import brought
from bot.domain.gatherings.contests.moves import SHOW, entry_refreshed, refreshed
from bot.domain.gatherings.contests.presses import BringSubmission, MySubmissions, WithdrawSubmission
from bot.domain.gatherings.contests.review import reviewed
from bot.runtime.cog import Cog, due, filled, on, pressed
from bot.runtime.contests import Contests
from bot.runtime.context import Context, Scene
from bot.runtime.entrance import Entrance
from bot.runtime.gatherings import Gatherings
from bot.runtime.services import Services
from bot.runtime.timed import about
from bot.runtime.vetting import objection

SAID_FOR = timedelta(minutes=1)
"""So long stands an answer in public that could not be given in private."""


class Submitting(Cog):
    """What is typed is kept when it is refused; what is posted in answer to a card has passed the rules already."""

    name: ClassVar[str] = "contests"

    def __init__(self, services: Services) -> None:
        self._contests: Contests = services.contests
        self._gatherings: Gatherings = services.gatherings
        self._entrance = Entrance(services, SHOW)
        self._cards: dict[str, Mapping[tuple[object, str], int]] = {}

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services)

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Know who came in, which timers wait, and which messages are cards."""
        self._entrance.learned(community, rows)
        if any(isinstance(row, Contest | CardShown) for row in rows):
            self._cards.pop(community, None)

    # --- bringing

    @pressed(BringSubmission)
    async def bring(self, ctx: Context, press: BringSubmission) -> Decision:
        """Ask for words and a link, unless she cannot take part."""
        contest = await self._contests.find(ctx.community.key, press.contest)
        why = await self._why_not(ctx.scene, contest, ctx.actor)
        return ctx.ask(_form(press)) if why is None else ctx.answer(why)

    @filled(BringSubmission)
    async def filled_in(self, ctx: Context, press: BringSubmission, values: Mapping[str, str]) -> Decision:
        """Take the form."""
        contest = await self._contests.find(ctx.community.key, press.contest)
        text, link = values.get("text", "").strip(), values.get("link", "").strip()
        typed = {"text": text, "link": link}
        why = await self._why_not(ctx.scene, contest, ctx.actor)
        if why is not None or contest is None:
            return ctx.ask_again(why or say("contest-closed"), _form(press), typed)
        wrong = tuple(brought.faults(text, link))
        if wrong:
            return ctx.ask_again(lines(*wrong), _form(press), typed)
        objects = objection(ctx, f"{text}\n{link}", contest.places[0])
        if objects is not None:
            return ctx.ask_again(objects, _form(press), typed)
        hers = Submission(contest.number, 0, ctx.actor.user, ctx.actor.name, ctx.now, text, link)
        taken, told = await self._taken(ctx.scene, contest, hers)
        return decide(ctx.say(told)).and_then(taken)

    @on(MessagePosted)
    async def answered(self, scene: Scene, event: MessagePosted) -> Decision:
        """Take what somebody posts in answer to the card: a picture, a file or a link; mere words are talk."""
        message, who = event.message, event.message.author
        if message.reply_to is None or who.is_bot or who.is_channel or who.anonymous:
            return NOTHING
        if not (message.enclosures or brought.link_in(message.text)):
            return NOTHING
        number = (await self._known(scene.community.key)).get(_key(message.reply_to))
        contest = None if number is None else await self._contests.find(scene.community.key, number)
        if contest is None:
            return NOTHING
        why = await self._why_not(scene, contest, who)
        if why is not None:
            return decide(_said(message, why))
        wrong = tuple(brought.faults(message.text, "", has_file=bool(message.enclosures)))
        if wrong:
            return decide(_said(message, lines(*wrong)))
        taken, told = await self._taken(scene, contest, _posted(contest, message))
        return taken.and_then(decide(_said(message, told)))

    async def _taken(self, scene: Scene, contest: Contest, hers: Submission) -> tuple[Decision, Body]:
        key = scene.community.key
        number = await self._contests.next_submission(key, contest.number)
        state = SubmissionState.WAITING if contest.reviewed else SubmissionState.IN
        fresh = replace(hers, number=number, state=state, version=1)
        shown = self._entrance.throttle.rows(key, contest.subject, scene.now, {"number": contest.number})
        made = decide(rows=(fresh, *shown))
        if contest.reviewed:
            made = made.and_then(reviewed(contest, fresh, scene.directory.staff_for(contest.places[0].platform)))
        return made, say(f"contest-taken-{state}", entry=number, title=contest.title)

    async def _why_not(self, scene: Scene, contest: Contest | None, who: Member) -> Body | None:
        """Why she cannot bring anything to it now."""
        key = scene.community.key
        if contest is None or contest.state is not ContestState.OPEN or contest.closes_at <= scene.now:
            return say("contest-closed")
        person = await self._entrance.persons.of(key, who.user)
        need = await self._entrance.missing(scene, contest.conditions, who, person)
        if need is not None:
            return say("giveaway-cannot-enter", need=need)
        everything = await self._contests.submissions(key, contest.number)
        return brought.too_many(everything, await self._entrance.links.accounts(key, who.user), contest.most)

    # --- what she brought

    @pressed(MySubmissions)
    async def mine(self, ctx: Context, press: MySubmissions) -> Decision:
        """Show her what she brought and how far it is, with buttons to take it back."""
        contest = await self._contests.find(ctx.community.key, press.contest)
        accounts = await self._entrance.links.accounts(ctx.community.key, ctx.actor.user)
        everything = await self._contests.submissions(ctx.community.key, press.contest)
        hers = tuple(one for one in everything if one.by in accounts)
        if contest is None or not hers:
            return ctx.answer(say("contest-nothing-of-yours"))
        return ctx.answer(lines(*map(_line, hers)), _rows(ctx, contest, brought.of(hers, accounts)))

    @pressed(WithdrawSubmission)
    async def withdraw(self, ctx: Context, press: WithdrawSubmission) -> Decision:
        """Take it out of the contest, as long as that is not decided."""
        key = ctx.community.key
        contest = await self._contests.find(key, press.contest)
        hers = await self._contests.submission(key, press.contest, press.submission)
        accounts = await self._entrance.links.accounts(key, ctx.actor.user)
        if contest is None or hers is None or not brought.of((hers,), accounts) or not _runs(contest):
            return ctx.answer(say("contest-too-late"))
        out = hers.moved(SubmissionState.WITHDRAWN)
        cards = await self._gatherings.cards(key, hers.subject)
        shown = self._entrance.throttle.rows(key, contest.subject, ctx.now, {"number": contest.number})
        told = decide(ctx.say(say("contest-withdrawn", entry=hers.number)), rows=(out, *shown))
        return told.and_then(entry_refreshed(out, cards))

    # --- the card

    @due(SHOW)
    async def shows(self, scene: Scene, event: TimerFired) -> Decision:
        """Draw the cards anew."""
        key = scene.community.key
        self._entrance.throttle.fired(key, event.subject, scene.now)
        contest = await about(self._contests.find, scene, event)
        if contest is None:
            return NOTHING
        return refreshed(contest, await self._gatherings.cards(key, contest.subject))

    # --- memory

    async def _known(self, community: str) -> Mapping[tuple[object, str], int]:
        """The cards of contests that run, by where they stand: asked for every answer that anybody posts."""
        known = self._cards.get(community)
        if known is None:
            found: dict[tuple[object, str], int] = {}
            for contest in await self._contests.running(community):
                cards = await self._gatherings.cards(community, contest.subject)
                found |= {_key(card): contest.number for card in cards}
            known = self._cards[community] = found
        return known


def _key(message: MessageRef) -> tuple[object, str]:
    return message.place.channel, message.native


def _runs(contest: Contest) -> bool:
    return contest.state in {ContestState.OPEN, ContestState.JUDGING}


def _posted(contest: Contest, message: Message) -> Submission:
    file = message.enclosures[0] if message.enclosures else None
    who = message.author
    return Submission(contest.number, 0, who.user, who.name, message.sent_at, message.text, "", file, message.ref)


def _said(message: Message, body: Body) -> Whisper:
    """In private; where that cannot be in public, and only for a while."""
    aloud = Send(message.place, body, reply_to=message.ref, reader=message.author.user, vanish_after=SAID_FOR)
    return Whisper(message.author.user, body, otherwise=aloud)


def _form(press: BringSubmission) -> Form:
    fields = (
        Field("text", say("contest-field-text"), required=False, long=True, longest=3000),
        Field("link", say("contest-field-link"), required=False, longest=brought.LONGEST_LINK),
    )
    return Form(say("contest-bring-form"), fields, Button(say("button-send"), press))


def _line(hers: Submission) -> Body:
    words = hers.text or hers.link or (hers.file.name if hers.file is not None else "")
    return lines(
        say(f"contest-mine-{hers.state}", entry=hers.number, words=words[:80]),
        say("contest-why", why=hers.why) if hers.why else None,
    )


def _rows(ctx: Context, contest: Contest, hers: Sequence[Submission]) -> Rows:
    if not _runs(contest):
        return ()
    return tuple(
        (
            Button(
                say("button-contest-withdraw", entry=one.number),
                WithdrawSubmission(contest.number, one.number),
                only=ctx.actor.user,
            ),
        )
        for one in hers
    )
