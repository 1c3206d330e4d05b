"""Complaints: from a member's report to an outcome that the reporter hears."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Annotated, Any, ClassVar, Self

from bot.core.actions import Action, Ask, Delete, Edit, Send, Whisper
from bot.core.cases import Case, Evidence
from bot.core.commands import Menu, Rest, command
from bot.core.complaints import Complaint
from bot.core.decisions import Decision, Intent, Later, Reply, Report, decide
from bot.core.ids import Place, SpaceRef
from bot.core.messages import Message
from bot.core.people import Member, Rank
from bot.core.text import Body, Mention, Say, say
from bot.core.ui import Button, Field, Form
from bot.domain.care.complaint import (
    CARD_MUTE,
    MOST_WORDS,
    SANCTIONS,
    Open,
    Tell,
    Work,
    card,
    card_rows,
    is_settled,
    joined,
    outcome,
    reporters,
    settled,
    taken,
    waiting_line,
)
from bot.domain.care.moves import Words
from bot.domain.cases.order import Order
from bot.runtime.acting import Acting
from bot.runtime.arriving import Arrival, Arriving
from bot.runtime.cog import Cog, composes, filled, pressed
from bot.runtime.context import Context, Scene
from bot.runtime.directory import LOBBY, MANAGERS
from bot.runtime.services import Members, Services
from bot.runtime.stores import Complaints


class Reports(Cog):
    """One complaint, one life: filed, taken, settled, and everybody who asked is told."""

    name: ClassVar[str] = "reports"

    def __init__(self, complaints: Complaints, members: Members, acting: Acting, arriving: Arriving) -> None:
        self._acting = acting
        self._arriving = arriving
        self._complaints = complaints
        self._members = members

    @classmethod
    def create(cls, services: Services) -> Self:
        arriving = Arriving(services.conversations, services.first_tries)
        return cls(services.complaints, services.members, Acting.of(services), arriving)

    @command("report", menu=Menu.MESSAGE, asks=True, hides=True)
    async def report(self, ctx: Context, message: Message | None = None, text: Annotated[str, Rest()] = "") -> Decision:
        """Report a message or a problem to the moderators; only they see it."""
        if message is None and not text.strip():
            return self._ask(ctx)
        if message is not None and message.author.user == ctx.actor.user:
            return ctx.answer(say("report-own"))
        if message is None:
            return await self._written_to_the_team(ctx, text.strip())
        known = await self._complaints.open_about(ctx.community.key, message.ref)
        if known is not None:
            both = joined(known, ctx.actor.user, text)
            return self._written(ctx, both, say("report-done", number=known.number))
        return await self._file(ctx, await self._about(ctx, message, text))

    @filled(Tell)
    async def told(self, ctx: Context, press: Tell, values: Mapping[str, str]) -> Decision:
        """File what was written into the form."""
        del press
        text = values.get("text", "").strip()
        if not text:
            return ctx.answer(say("report-empty"))
        return await self._written_to_the_team(ctx, text)

    @pressed(Work)
    async def work(self, ctx: Context, press: Work) -> Decision:
        """Do what the button on the card says, unless somebody else was first."""
        complaint = await self._complaints.find(ctx.community.key, press.complaint)
        if complaint is None:
            return ctx.answer(say("error-button-stale"))
        if is_settled(complaint):
            who = Mention(complaint.owner or ctx.actor.user, complaint.owner_name)
            return ctx.answer(say("complaint-already", number=complaint.number, who=who))
        if complaint.about == ctx.actor.user:
            return ctx.answer(say("error-self"))
        return await self._worked(ctx, complaint, press.how)

    @pressed(Open)
    async def open(self, ctx: Context, press: Open) -> Decision:
        """Show a manager the complaint that waits for her, unless it is about herself."""
        found = await self._complaints.find(ctx.community.key, press.complaint)
        if found is None or found.about == ctx.actor.user:
            return ctx.answer(say("error-default-deny"))
        return ctx.answer(card(found, name_reporter=True), card_rows(found, found.space))

    @composes("complaint-card")
    async def show(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Put a complaint before the moderators; one about a moderator before the managers only."""
        del report
        found = await self._complaints.find(scene.community.key, int(args["complaint"]))
        return () if found is None else tuple(Intent(s, complaint=found.number) for s in self._audience(scene, found))

    @composes("complaint-refresh")
    async def refresh(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Bring every card of a complaint up to date."""
        del report
        found = await self._complaints.find(scene.community.key, int(args["complaint"]))
        if found is None:
            return ()
        body, rows = card(found, name_reporter=_names_reporter(scene, found)), card_rows(found, found.space)
        cards = await self._complaints.cards(scene.community.key, found.number)
        return tuple(Intent(Edit(sent, body, rows)) for sent in cards if _may_stand(scene, found, sent.place))

    async def _written_to_the_team(self, ctx: Context, text: str) -> Decision:
        """What is about no message is a conversation: somebody has to ask back before anything can follow."""
        return await self._arriving(ctx.scene, Arrival(ctx.actor, Words(text), ctx.place, ctx, label="report"))

    def _ask(self, ctx: Context) -> Decision:
        submit = Button(say("button-send"), Tell(), only=ctx.actor.user, space=ctx.space)
        form = Form(say("report-form"), (Field("text", say("report-form-text"), long=True),), submit)
        return decide(Ask(ctx.ticket, ctx.place, ctx.actor.user, form))

    async def _new(self, ctx: Context, text: str) -> Complaint:
        number = await self._complaints.next_number(ctx.community.key)
        space = ctx.space or _any_space(ctx)
        return Complaint(number, ctx.actor.user, ctx.actor.name, ctx.now, text.strip()[:MOST_WORDS], space)

    async def _about(self, ctx: Context, message: Message, text: str) -> Complaint:
        author = message.author
        if ctx.space is not None:
            author = await self._members.find(ctx.scene, ctx.space, author.user) or author
        evidence = Evidence("\n".join((message.text, *message.also))[:2000], message=message.ref)
        return replace(
            await self._new(ctx, text),
            about=author.user,
            about_name=author.name,
            evidence=(evidence,),
            for_managers=author.rank >= Rank.MODERATOR,
        )

    async def _file(self, ctx: Context, complaint: Complaint) -> Decision:
        shown = Later("complaint-card", {"complaint": complaint.number}, turn=f"complaint {complaint.number}")
        return decide(ctx.say(say("report-done", number=complaint.number)), shown, rows=(complaint,))

    def _audience(self, scene: Scene, complaint: Complaint) -> tuple[Action, ...]:
        platform = complaint.reporter.platform if complaint.about is None else complaint.about.platform
        body = card(complaint, name_reporter=_names_reporter(scene, complaint))
        rows = card_rows(complaint, complaint.space)
        place = scene.directory.staff_for(platform, managers=complaint.for_managers)
        if place is not None:
            return (Send(place, body, rows, important=True),)
        staff = scene.directory.staff_for(platform)
        waiting = None if staff is None else waiting_line(staff, complaint)
        managers = sorted(m for m in scene.community.team.managers if m != complaint.about)
        if complaint.for_managers and managers:
            return tuple(Whisper(manager, body, rows, waiting, important=True) for manager in managers)
        return () if waiting is None else (waiting,)

    async def _worked(self, ctx: Context, complaint: Complaint, how: str) -> Decision:
        match how:
            case "take":
                return self._written(ctx, taken(complaint, ctx.actor), say("complaint-taken", number=complaint.number))
            case "uphold" | "decline":
                return self._settled(ctx, settled(complaint, ctx.actor, upheld=how == "uphold"))
            case _:
                return await self._against(ctx, complaint, how)

    async def _against(self, ctx: Context, complaint: Complaint, how: str) -> Decision:
        space, about = complaint.space, complaint.about
        if space is None or about is None:
            return ctx.answer(say("error-target-unknown"))
        target = await self._acting.hold_over(ctx, space, Member(about, complaint.about_name, Rank.GUEST))
        if isinstance(target, Say):
            return ctx.answer(target)
        done = settled(complaint, ctx.actor, upheld=True)
        messages = tuple(e.message for e in complaint.evidence if e.message is not None)
        if how == "delete":
            return self._settled(ctx, done, Delete(messages))
        until = ctx.now + CARD_MUTE if how == "mute" else None
        order = Order(target, SANCTIONS[how], until, evidence=complaint.evidence, delete=messages)
        who = Mention(about, complaint.about_name)
        acted = await self._acting.act(
            replace(ctx, space=space),
            (order,),
            lambda case: _answer(ctx, done, say("punish-refused", who=who, case=case.number)),
        )
        case = _filed(acted)
        return acted if case is None else acted.and_then(self._heard(ctx, replace(done, case=case.number)))

    def _settled(self, ctx: Context, complaint: Complaint, *acts: Action) -> Decision:
        return decide(*acts, _answer(ctx, complaint, None)).and_then(self._heard(ctx, complaint))

    def _heard(self, ctx: Context, complaint: Complaint) -> Decision:
        """The complaint as it is settled, and everybody who asked hears of it."""
        tell_them = ctx.community.reports.tell_outcome
        heard = [Whisper(who, outcome(complaint)) for who in reporters(complaint)] if tell_them else []
        return decide(*heard, _refresh(complaint), rows=(complaint,))

    def _written(self, ctx: Context, complaint: Complaint, answer: Body) -> Decision:
        return decide(ctx.say(answer), _refresh(complaint), rows=(complaint,))


def _answer(ctx: Context, complaint: Complaint, refused: Say | None) -> Reply:
    done, untold = "complaint-settled", "complaint-settled-untold"
    number = complaint.number
    return ctx.reply(say(done, number=number), untold=say(untold, number=number), refused=refused)


def _filed(decision: Decision) -> Case | None:
    return next((row for row in decision.rows if isinstance(row, Case)), None)


def _refresh(complaint: Complaint) -> Later:
    return Later("complaint-refresh", {"complaint": complaint.number}, turn=f"complaint {complaint.number}")


def _may_stand(scene: Scene, complaint: Complaint, place: Place) -> bool:
    """What is about a moderator is never shown where she reads too: not even where its waiting line stands."""
    if not complaint.for_managers:
        return True
    return place.is_direct or scene.directory.role_of(place) == MANAGERS


def _names_reporter(scene: Scene, complaint: Complaint) -> bool:
    return complaint.for_managers or scene.community.reports.reporter_shown_to_moderators


def _any_space(ctx: Context) -> SpaceRef | None:
    """From a private chat: the lobby's space on the same messenger."""
    lobby = ctx.scene.directory.place(LOBBY, ctx.actor.user.platform)
    if lobby is not None and lobby.platform == ctx.actor.user.platform:
        return lobby.space
    return min((s for s in ctx.scene.directory.spaces if s.platform == ctx.actor.user.platform), default=None)
