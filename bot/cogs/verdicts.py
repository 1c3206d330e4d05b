"""Verdicts: what moderators do about a reported message, and how everybody who reported it hears of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar, Self, TypeAlias

from bot.core.actions import Action, Delete, Edit, Whisper
from bot.core.cases import Case
from bot.core.complaints import Complaint, ComplaintState
from bot.core.conversations import Conversation
from bot.core.decisions import NOTHING, Decision, Intent, Reply, Report, decide
from bot.core.ids import Place
from bot.core.people import Member, Rank
from bot.core.text import Mention, Say, say
from bot.domain.care.complaint import (
    CARD_MUTE,
    SANCTIONS,
    Open,
    Work,
    ended,
    is_settled,
    outcome,
    reporters,
    settled,
    waiting_line,
)
from bot.domain.care.desk import Face
from bot.domain.care.moves import Moved
from bot.domain.cases.order import Order
from bot.runtime.acting import Acting
from bot.runtime.arriving import to_team
from bot.runtime.cog import Cog, composes, pressed
from bot.runtime.context import Context, Scene
from bot.runtime.conversations import Conversations
from bot.runtime.directory import MANAGERS
from bot.runtime.faces import CARDS, OVER, PRIVATE, Faces, about_report
from bot.runtime.services import Services
from bot.runtime.stores import Complaints

_VERDICTS = {"uphold": ComplaintState.UPHELD, "decline": ComplaintState.DECLINED}
Found: TypeAlias = tuple[Complaint, Conversation | None]
"""What was reported, and its conversation; None where that is not kept any more."""


class Verdicts(Cog):
    """A verdict settles the report and resolves its conversation in one transaction."""

    name: ClassVar[str] = "reports"

    def __init__(self, complaints: Complaints, talks: Conversations, faces: Faces, acting: Acting) -> None:
        self._acting = acting
        self._complaints = complaints
        self._faces = faces
        self._talks = talks

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.complaints, services.conversations, Faces.of(services), Acting.of(services))

    @pressed(Work)
    async def work(self, ctx: Context, press: Work) -> Decision:
        """Do what the button on the card says, unless somebody else was first."""
        found = await self._found(ctx.scene, press.complaint)
        if found is None or press.how not in {*_VERDICTS, *SANCTIONS, "delete"}:
            return ctx.answer(say("error-button-stale"))
        complaint, _ = found
        if is_settled(complaint):
            who = Mention(complaint.owner or ctx.actor.user, complaint.owner_name)
            return ctx.answer(say("complaint-already", number=complaint.known_as, who=who))
        if complaint.about == ctx.actor.user:
            return ctx.answer(say("error-self"))
        verdict = _VERDICTS.get(press.how)
        if verdict is not None:
            return self._settled(ctx, settled(complaint, ctx.actor, verdict), found[1])
        return await self._against(ctx, found, press.how)

    @pressed(Open)
    async def open(self, ctx: Context, press: Open) -> Decision:
        """Show a manager the complaint that waits for her, unless it is about herself."""
        found = await self._shown(ctx.scene, press.complaint)
        if found is None or found[0].about == ctx.actor.user:
            return ctx.answer(say("error-default-deny"))
        return ctx.answer(found[1].body, found[1].rows)

    @composes(PRIVATE)
    async def show(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Put what is about a moderator before the managers in private, where they have no place of their own."""
        del report
        found = await self._shown(scene, int(args["complaint"]))
        if found is None:
            return ()
        complaint, shown = found
        staff = scene.directory.staff_for(complaint.reporter.platform)
        waits = None if staff is None else waiting_line(staff, complaint)
        managers = sorted(m for m in scene.community.team.managers if m != complaint.about)
        steps = [Whisper(manager, shown.body, shown.rows, waits, important=True) for manager in managers]
        alone = () if waits is None else (waits,)
        return tuple(Intent(step, complaint=complaint.number) for step in steps or alone)

    @composes(CARDS)
    async def refresh(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Bring cards that stand outside its conversation up to date: managers' own, and those from before."""
        del report
        found = await self._shown(scene, int(args["complaint"]))
        if found is None:
            return ()
        complaint, shown = found
        cards = await self._complaints.cards(scene.community.key, complaint.number)
        return tuple(Intent(Edit(at, shown.body, shown.rows)) for at in cards if _may_stand(scene, complaint, at.place))

    @composes(OVER)
    async def resolved(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Decision:
        """Its conversation was ended without a verdict: whoever reported it hears that it is over."""
        del report
        found = await self._found(scene, int(args["complaint"]))
        if found is None or is_settled(found[0]):
            return NOTHING
        complaint, talk = found
        by = None if talk is None or talk.owner is None else Member(talk.owner, talk.owner_name)
        return _heard(scene, settled(complaint, by, ComplaintState.CLOSED), None)

    async def _found(self, scene: Scene, number: int) -> Found | None:
        key = scene.community.key
        complaint = await self._complaints.find(key, number)
        if complaint is None:
            return None
        talk = None if complaint.conversation is None else await self._talks.find(key, complaint.conversation)
        return complaint, talk

    async def _shown(self, scene: Scene, number: int) -> tuple[Complaint, Face] | None:
        """What was reported, as whoever may judge it sees it; None where nothing is kept of it any more."""
        found = await self._found(scene, number)
        if found is None:
            return None
        complaint, talk = found
        face = Face(outcome(complaint), ()) if talk is None else await self._faces.face(scene.community.key, talk)
        return complaint, face

    async def _against(self, ctx: Context, found: Found, how: str) -> Decision:
        complaint, talk = found
        space, about = complaint.space, complaint.about
        if space is None or about is None:
            return ctx.answer(say("error-target-unknown"))
        target = await self._acting.hold_over(ctx, space, Member(about, complaint.about_name, Rank.GUEST))
        if isinstance(target, Say):
            return ctx.answer(target)
        done = settled(complaint, ctx.actor, ComplaintState.UPHELD)
        messages = tuple(e.message for e in complaint.evidence if e.message is not None)
        if how == "delete":
            return self._settled(ctx, done, talk, Delete(messages))
        until = ctx.now + CARD_MUTE if how == "mute" else None
        order = Order(target, SANCTIONS[how], until, evidence=complaint.evidence, delete=messages)
        who = Mention(about, complaint.about_name)
        acted = await self._acting.act(
            replace(ctx, space=space),
            (order,),
            lambda case: _answer(ctx, done, say("punish-refused", who=who, case=case.number)),
        )
        case = _filed(acted)
        return acted if case is None else acted.and_then(_over(ctx, replace(done, case=case.number), talk))

    def _settled(self, ctx: Context, complaint: Complaint, talk: Conversation | None, *acts: Action) -> Decision:
        return decide(*acts, _answer(ctx, complaint, None)).and_then(_over(ctx, complaint, talk))


def _over(ctx: Context, complaint: Complaint, talk: Conversation | None) -> Decision:
    """The report as it is settled, its conversation resolved with it."""
    return _heard(ctx.scene, complaint, None if talk is None else ended(talk, complaint, ctx.actor, ctx.now))


def _heard(scene: Scene, complaint: Complaint, ends: Moved | None) -> Decision:
    """Everybody who reported it hears of it, and every card shows it."""
    tell_them = scene.community.reports.tell_outcome
    heard = [Whisper(who, outcome(complaint)) for who in reporters(complaint)] if tell_them else []
    away = [] if ends is None else [to_team("inbox-card", ends.now.number, close=True)]
    rows = () if ends is None else ends.rows
    return decide(*heard, *away, about_report(complaint.number), rows=(complaint, *rows))


def _answer(ctx: Context, complaint: Complaint, refused: Say | None) -> Reply:
    done, untold = "complaint-settled", "complaint-settled-untold"
    number = complaint.known_as
    return ctx.reply(say(done, number=number), untold=say(untold, number=number), refused=refused)


def _filed(decision: Decision) -> Case | None:
    return next((row for row in decision.rows if isinstance(row, Case)), None)


def _may_stand(scene: Scene, complaint: Complaint, place: Place) -> bool:
    """What is about a moderator is never shown where she reads too: not even where its waiting line stands."""
    if not complaint.for_managers:
        return True
    return place.is_direct or scene.directory.role_of(place) == MANAGERS
