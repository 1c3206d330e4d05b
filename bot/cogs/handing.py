"""Handing a conversation over: to somebody of the team, or to another department with all that belongs to it."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, ClassVar, Self

from bot.core.actions import CloseThread, Edit, Send, Whisper
from bot.core.commands import Between, Rest, command
from bot.core.conversations import Conversation
from bot.core.decisions import Decision, Intent, Report, Step, decide
from bot.core.ids import MessageRef, Place
from bot.core.people import Member, Rank
from bot.core.record import Audit
from bot.core.text import Body, Link, Quote, Rich, Say, lines, say
from bot.domain.care.conversation import handed
from bot.domain.care.department import Department
from bot.domain.care.desk import face, opening
from bot.domain.care.packet import Packet, summary, transcript
from bot.domain.care.passing import passed
from bot.runtime.arriving import to_team
from bot.runtime.cog import Cog, composes
from bot.runtime.context import Context, Scene
from bot.runtime.conversations import Conversations
from bot.runtime.packets import Packets
from bot.runtime.placing import department_of, meant, places_of
from bot.runtime.services import Host, Members, Services

MOST_SHOWN = 12_000
"""Characters of a transcript that are written into the new thread; the command gives all of it."""


class Handing(Cog):
    """What it goes to is opened first; only when it stands there the old place is closed, with a pointer."""

    name: ClassVar[str] = "inbox"

    def __init__(self, talks: Conversations, members: Members, packets: Packets, host: Host) -> None:
        self._talks = talks
        self._members = members
        self._packets = packets
        self._host = host

    @classmethod
    def create(cls, services: Services) -> Self:
        packets = Packets(services.conversations, services.cases, services.timekeeping.deadlines)
        return cls(services.conversations, services.members, packets, services.host)

    @command("handover", rank=Rank.MODERATOR)
    async def handover(
        self,
        ctx: Context,
        member: Member | None = None,
        department: str = "",
        conversation: Annotated[int, Between(1, 10**12)] | None = None,
        note: Annotated[str, Rest()] = "",
    ) -> Decision:
        """Give this conversation to somebody else of the team, or to a department, with a note."""
        talk, note = await meant(self._talks, ctx, conversation, note)
        if talk is None:
            return ctx.answer(say("inbox-not-here"))
        queue = ctx.community.departments.get(department.lower())
        if queue is not None:
            return await self._to_department(ctx, talk, queue, note)
        if member is None:
            known = ", ".join(ctx.community.departments) or "-"
            return ctx.answer(say("department-unknown", name=department or "-", known=known))
        # Typed as one line, the first word of a note looks like a department.
        return await self._to_member(ctx, talk, member, f"{department} {note}".strip())

    async def _to_member(self, ctx: Context, talk: Conversation, member: Member, note: str) -> Decision:
        to = member if ctx.space is None else await self._members.find(ctx.scene, ctx.space, member.user)
        if to is None or to.rank < Rank.MODERATOR:
            return ctx.answer(say("inbox-not-team", who=member.name))
        if talk.kept_from is not None and (to.rank < Rank.MANAGER or to.user == talk.kept_from):
            return ctx.answer(say("complaint-waits", number=talk.number))
        moved = handed(talk, ctx.actor, to, note, ctx.now)
        if isinstance(moved, Say):
            return ctx.answer(moved)
        told = Whisper(to.user, say("inbox-handed", number=talk.number, who=ctx.actor.name))
        answer = ctx.aloud(say("inbox-done-handed", number=talk.number, owner=to.name))
        return decide(answer, told, to_team("inbox-card", talk.number), rows=moved.rows)

    async def _to_department(self, ctx: Context, talk: Conversation, to: Department, note: str) -> Decision:
        moved = passed(talk, ctx.actor, to, note, ctx.now)
        if isinstance(moved, Say):
            return ctx.answer(moved)
        old = await self._talks.home(ctx.community.key, talk.number)
        answer = ctx.aloud(say("department-moved", number=talk.number, department=to.title))
        told = Whisper(talk.person, say("department-went", number=talk.number, department=to.title))
        steps: tuple[Step, ...] = (answer,) if talk.blocked else (answer, told)
        line = Audit(ctx.actor.user, "handover", f"conversation {talk.number} to {to.key}", ctx.now, ctx.actor.name)
        return decide(*steps, to_team("inbox-passed", talk.number, old=old), rows=(*moved.rows, line))

    @composes("inbox-passed")
    async def open_there(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Show it where its department reads; nothing moves where that is the same place."""
        del report
        talk, old = await self._talks.find(scene.community.key, int(args["conversation"])), _old(args)
        if talk is None:
            return ()
        threads, wall = places_of(scene, talk)
        place, shown = threads or wall, opening(talk, face(talk), threads, wall)
        if place is None or shown is None or (old is not None and _same(scene, old, place)):
            return (Intent(to_team("inbox-card", talk.number)), Intent(to_team("inbox-packet", talk.number)))
        opened = Intent(shown, conversation=talk.number)
        return (opened, Intent(to_team("inbox-moved", talk.number, old=old)))

    @composes("inbox-moved")
    async def close_here(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Leave a pointer where it was, put that thread away, and tell its new readers all they need."""
        del report
        key, number, old = scene.community.key, int(args["conversation"]), _old(args)
        talk, home = await self._talks.find(key, number), await self._talks.home(key, number)
        if talk is None or home is None:
            return ()
        left = () if old is None or old == home else self._left(scene, talk, old, home)
        rest = (to_team("inbox-packet", number), to_team("inbox-show", number, opened=True))
        return tuple(map(Intent, (*left, *rest)))

    @composes("inbox-packet")
    async def tell_all(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Write the packet into the conversation's place."""
        del report
        key, number = scene.community.key, int(args["conversation"])
        talk, home = await self._talks.find(key, number), await self._talks.home(key, number)
        if talk is None or home is None:
            return ()
        made = await self._packets.of(key, talk, department_of(scene, talk))
        answers = home if home.place.thread is None else None
        return tuple(Intent(Send(home.place, body, reply_to=answers)) for body in (summary(made), _spoken(made)))

    def _left(self, scene: Scene, talk: Conversation, old: MessageRef, home: MessageRef) -> tuple[Step, ...]:
        queue, url = department_of(scene, talk), self._host.link(home)
        title = talk.department if queue is None else queue.title
        there = Rich((Link(url, url),)) if url else None
        pointer = lines(say("department-moved", number=talk.number, department=title), there)
        if old.place.thread is None:
            return (Edit(old, pointer),)
        return (Edit(old, pointer), Send(old.place, pointer), CloseThread(old.place))


def _old(args: Mapping[str, Any]) -> MessageRef | None:
    old = args.get("old")
    return old if isinstance(old, MessageRef) else None


def _same(scene: Scene, old: MessageRef, place: Place) -> bool:
    """Whether it would open among the same threads, or on the same wall, where it stands already."""
    return scene.directory.role_of(old.place) == scene.directory.role_of(place)


def _spoken(made: Packet) -> Body:
    text = transcript(made)
    is_cut = made.is_cut or len(text) > MOST_SHOWN
    cut = say("packet-cut") if is_cut else None
    return lines(say("packet-transcript"), Rich((Quote(text[-MOST_SHOWN:].strip()),)) if text else None, cut)
