"""Reports: a message that somebody points out becomes a conversation with the team, and others who do join it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, ClassVar, Self

from bot.core.actions import Ask
from bot.core.attachments import Enclosure
from bot.core.cases import Evidence
from bot.core.commands import Menu, Rest, command
from bot.core.complaints import Complaint, ComplaintState
from bot.core.decisions import NOTHING, Decision, Step, decide
from bot.core.events import SpaceReady
from bot.core.ids import SpaceRef
from bot.core.messages import Message
from bot.core.people import Member, Rank
from bot.core.record import Row
from bot.core.text import say
from bot.core.ui import Button, Field, Form
from bot.domain.care.complaint import MOST_WORDS, Tell, begun, joined, joins
from bot.domain.care.moves import Words, words_of
from bot.runtime.arriving import Arrival, Arriving, to_team
from bot.runtime.cog import Cog, filled, on
from bot.runtime.context import Context, Scene
from bot.runtime.conversations import Conversations
from bot.runtime.directory import LOBBY
from bot.runtime.faces import PRIVATE, about_report
from bot.runtime.services import Members, Services
from bot.runtime.stores import Complaints
from bot.runtime.vetting import broken


class Reports(Cog):
    """What a report is about is kept beside its conversation: the message, its author, and who else reported it."""

    name: ClassVar[str] = "reports"

    def __init__(self, complaints: Complaints, talks: Conversations, members: Members, arriving: Arriving) -> None:
        self._arriving = arriving
        self._complaints = complaints
        self._members = members
        self._talks = talks

    @classmethod
    def create(cls, services: Services) -> Self:
        arriving = Arriving(services.conversations, services.first_tries)
        return cls(services.complaints, services.conversations, services.members, arriving)

    @command("report", menu=Menu.MESSAGE, asks=True, hides=True)
    async def report(
        self,
        ctx: Context,
        message: Message | None = None,
        text: Annotated[str, Rest()] = "",
        attachment: Enclosure | None = None,
    ) -> Decision:
        """Report a message or a problem to the moderators; only they see it."""
        words = Words(text.strip(), enclosures=() if attachment is None else (attachment,))
        if message is None and words.is_empty:
            return self._ask(ctx)
        if message is not None and message.author.user == ctx.actor.user:
            return ctx.answer(say("report-own"))
        if message is None:
            return await self._written_to_the_team(ctx, words)
        before = await self._talks.of(ctx.community.key, ctx.actor.user)
        if before is not None and before.blocked:
            return ctx.answer(say("inbox-blocked"))
        known = await self._complaints.open_about(ctx.community.key, message.ref)
        return await self._begun(ctx, message, text) if known is None else await self._joined(ctx, known, text)

    @filled(Tell)
    async def told(self, ctx: Context, press: Tell, values: Mapping[str, str]) -> Decision:
        """Take what was written into the form."""
        del press
        text = values.get("text", "").strip()
        if not text:
            return ctx.answer(say("report-empty"))
        return await self._written_to_the_team(ctx, Words(text))

    @on(SpaceReady)
    async def taken_up(self, scene: Scene, event: SpaceReady) -> Decision:
        """Make conversations of complaints from before they were that, so that none of them is forgotten."""
        del event
        steps: list[Step] = []
        rows: list[Row] = []
        for old in await self._complaints.strays(scene.community.key):
            number = await self._talks.next_number(scene.community.key)
            now_it_is = replace(old, state=ComplaintState.OPEN, conversation=number)
            moved = begun(now_it_is, _reporter(scene, now_it_is), number, scene.now)
            rows += (now_it_is, *moved.rows)
            steps += (to_team("inbox-show", number), about_report(now_it_is.number))
        return decide(*steps, rows=rows) if rows else NOTHING

    async def _written_to_the_team(self, ctx: Context, words: Words) -> Decision:
        """What is about no message: somebody has to ask back before anything can follow."""
        return await self._arriving(ctx.scene, Arrival(ctx.actor, words, ctx.place, ctx, label="report"))

    def _ask(self, ctx: Context) -> Decision:
        submit = Button(say("button-send"), Tell(), only=ctx.actor.user, space=ctx.space)
        form = Form(say("report-form"), (Field("text", say("report-form-text"), long=True),), submit)
        return decide(Ask(ctx.ticket, ctx.place, ctx.actor.user, form))

    async def _begun(self, ctx: Context, message: Message, text: str) -> Decision:
        number = await self._talks.next_number(ctx.community.key)
        complaint = replace(await self._about(ctx, message, text), conversation=number)
        words = words_of(message)
        hung = (*words.carries, *(file.shown for file in words.enclosures))
        things = tuple(thing for thing in hung if thing not in message.also)
        reporter = replace(_reporter(ctx.scene, complaint), locale=ctx.actor.locale)
        moved = begun(complaint, reporter, number, ctx.now, things)
        near, managers = ctx.actor.user.platform, complaint.for_managers
        alone = managers and ctx.scene.directory.staff_for(near, managers=True) is None
        shown = about_report(complaint.number, PRIVATE) if alone else to_team("inbox-show", number)
        return decide(ctx.say(say("report-done", number=number)), shown, rows=(complaint, *moved.rows))

    async def _joined(self, ctx: Context, known: Complaint, text: str) -> Decision:
        both = joined(known, ctx.actor.user, text)
        answer = ctx.say(say("report-done", number=both.known_as))
        talk = None if both.conversation is None else await self._talks.find(ctx.community.key, both.conversation)
        if talk is None:
            return decide(answer, about_report(both.number), rows=(both,))
        moved = joins(talk, ctx.actor, text, ctx.now)
        return decide(answer, to_team("inbox-card", talk.number), about_report(both.number), rows=(both, *moved.rows))

    async def _about(self, ctx: Context, message: Message, text: str) -> Complaint:
        author = message.author
        if ctx.space is not None:
            author = await self._members.find(ctx.scene, ctx.space, author.user) or author
        said = "\n".join((message.text, *message.also))[:2000]
        verdict = broken(ctx.scene, author, said, message.place)
        return Complaint(
            await self._complaints.next_number(ctx.community.key),
            ctx.actor.user,
            ctx.actor.name,
            ctx.now,
            text.strip()[:MOST_WORDS],
            ctx.space or _any_space(ctx),
            about=author.user,
            about_name=author.name,
            evidence=(Evidence(said, message=message.ref),),
            for_managers=author.rank >= Rank.MODERATOR,
            rules=tuple(dict.fromkeys(rule.name for rule, _ in verdict)),
        )


def _reporter(scene: Scene, complaint: Complaint) -> Member:
    named = complaint.for_managers or scene.community.reports.reporter_shown_to_moderators
    return Member(complaint.reporter, complaint.reporter_name if named else "")


def _any_space(ctx: Context) -> SpaceRef | None:
    """From a private chat: the lobby's space on the same messenger."""
    lobby = ctx.scene.directory.place(LOBBY, ctx.actor.user.platform)
    if lobby is not None and lobby.platform == ctx.actor.user.platform:
        return lobby.space
    return min((s for s in ctx.scene.directory.spaces if s.platform == ctx.actor.user.platform), default=None)
