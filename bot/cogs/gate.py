"""Newcomers at the gate: asked in private where that is possible, and removed, not banned, when they never answer.

Answers are looked at and forgotten; nothing writes them down.
"""

import secrets
from collections import OrderedDict, deque
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, ClassVar, Self

from bot.core.actions import Ask, Delete, Send, Whisper
from bot.core.decisions import NOTHING, Decision, Report, Step, decide
from bot.core.doors import Admit
from bot.core.events import (
    JoinRequested,
    MemberJoined,
    MemberLeft,
    Message,
    MessageEdited,
    MessagePosted,
    ServiceLine,
    TimerFired,
)
from bot.core.ids import MessageRef, SpaceRef, UserRef
from bot.core.people import Member, Rank
from bot.core.privacy import forgotten
from bot.core.record import Note, Row, Timer, TimerOff
from bot.core.text import Mention, say
from bot.core.ui import Button, Field, Form, Rows
from bot.domain.gate.plan import GatePlan, Kind, is_right
from bot.domain.gate.presses import Answered, Enter, Guess, InWords
from bot.domain.gate.sums import made_of, picture
from bot.domain.gate.waiting import Waiting, enter, kept_out, let_in, name_of, read, removed, written
from bot.runtime.cog import Cog, composes, due, guards, on, pressed
from bot.runtime.cog import filled as form_filled
from bot.runtime.context import Context, Scene
from bot.runtime.directory import LOBBY, lift
from bot.runtime.services import Services
from bot.runtime.stores import Notes

OUT, SWEEP, WAVE = "gate-out", "gate-sweep", "gate-wave"
SWEEP_AFTER = timedelta(seconds=2)
WAVE_EVERY = timedelta(minutes=1)
MANY = 20_000
MOST_LINES = 5_000
_PER_ROW = 3


class Gate(Cog):
    """Where nobody configured a gate it does nothing."""

    name: ClassVar[str] = "gate"

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._known: OrderedDict[tuple[str, SpaceRef, UserRef], Waiting | None] = OrderedDict()
        self._lines: dict[str, deque[MessageRef]] = {}
        self._waved: dict[tuple[str, SpaceRef], datetime] = {}

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.notes)

    # ---- who comes

    @on(MemberJoined)
    async def joined(self, scene: Scene, event: MemberJoined) -> Decision:
        """Stop a newcomer at the gate, unless she was let in by a request or has passed it before."""
        return await self._stop(scene, event.space, event.member)

    @on(JoinRequested)
    async def requested(self, scene: Scene, event: JoinRequested) -> Decision:
        """Ask whoever waits outside, in private; for five minutes the bot may write to them first."""
        plan = scene.community.gate
        if plan is None or event.member.is_bot:
            return NOTHING
        user = event.member.user
        if await self._passed(scene, event.space, user):
            return decide(Admit(event.space, user))
        told = Whisper(user, say("gate-asked-in", community=scene.community.name), enter(event.space))
        return decide(told, rows=self._waits(scene, event.space, event.member, Waiting(requested=True), plan))

    @on(MemberLeft)
    async def left(self, scene: Scene, event: MemberLeft) -> Decision:
        """Whoever goes away waits no longer."""
        if scene.community.gate is None or await self._waiting(scene, event.space, event.user) is None:
            return NOTHING
        return Decision(rows=self._settled(event.space, event.user))

    @on(ServiceLine)
    async def line(self, scene: Scene, event: ServiceLine) -> Decision:
        """Take away the messenger's own lines about comings and goings, many at once."""
        plan = scene.community.gate
        if plan is None or not (plan.hides_joins if event.came else plan.hides_leaves):
            return NOTHING
        lines = self._lines.setdefault(scene.community.key, deque(maxlen=MOST_LINES))
        lines.append(event.ref)
        if len(lines) > 1:
            return NOTHING
        return Decision(rows=(Timer(SWEEP, scene.community.key, scene.now + SWEEP_AFTER, {"first": event.ref}),))

    @guards(MessagePosted)
    async def posted(self, scene: Scene, event: MessagePosted) -> Decision:
        """Where the messenger itself does not keep them from writing, the bot does."""
        return await self._hold_back(scene, event.message)

    @guards(MessageEdited)
    async def edited(self, scene: Scene, event: MessageEdited) -> Decision:
        """The same for what is changed later."""
        return await self._hold_back(scene, event.message)

    # ---- what they answer

    @pressed(Enter)
    async def enters(self, ctx: Context, press: Enter) -> Decision:
        """Let in whom a button is enough for; ask the others."""
        plan = ctx.community.gate
        if plan is None or await self._waiting(ctx.scene, press.space, ctx.actor.user) is None:
            return ctx.answer(say("gate-not-waiting"))
        match plan.ask:
            case Kind.BUTTON:
                return await self._pass(ctx, press.space, plan)
            case Kind.QUESTION:
                return _form(ctx, press.space, plan)
            case Kind.PICTURE:
                return _sum(ctx, press.space, seen=True)

    @pressed(InWords)
    async def in_words(self, ctx: Context, press: InWords) -> Decision:
        """A sum that a screen reader reads."""
        if await self._waiting(ctx.scene, press.space, ctx.actor.user) is None:
            return ctx.answer(say("gate-not-waiting"))
        return _sum(ctx, press.space, seen=False)

    @pressed(Guess)
    async def guesses(self, ctx: Context, press: Guess) -> Decision:
        """One of the numbers was pressed."""
        return await self._answered(ctx, press.space, right=press.is_right)

    @form_filled(Answered)
    async def answers(self, ctx: Context, press: Answered, values: Mapping[str, str]) -> Decision:
        """The community's own question was answered."""
        plan = ctx.community.gate
        right = plan is not None and is_right(values.get("answer", ""), plan.answers)
        return await self._answered(ctx, press.space, right=right)

    # ---- in time

    @due(OUT)
    async def out(self, scene: Scene, event: TimerFired) -> Decision:
        """Time is up."""
        space, user = event.args["space"], event.args["user"]
        if not (isinstance(space, SpaceRef) and isinstance(user, UserRef)):
            return NOTHING
        waiting = await self._waiting(scene, space, user)
        if waiting is None:
            return NOTHING
        return decide(removed(space, user, waiting), rows=self._settled(space, user))

    @due(SWEEP)
    async def sweeps(self, scene: Scene, event: TimerFired) -> Decision:
        """Delete the lines that have gathered; after a restart at least the first of them."""
        lines = self._lines.pop(scene.community.key, None)
        first = event.args.get("first")
        gone = tuple(lines) if lines else (first,) if isinstance(first, MessageRef) else ()
        return decide(Delete(gone, "service lines")) if gone else NOTHING

    @due(WAVE)
    async def waves(self, scene: Scene, event: TimerFired) -> Decision:
        """One line for all who came in with a wave."""
        plan, space = scene.community.gate, SpaceRef.parse(event.subject)
        lobby = scene.directory.place(LOBBY, space.platform)
        if plan is None or lobby is None or lobby.space != space:
            return NOTHING
        return decide(Send(lobby, say("gate-wave"), enter(space), silent=True, vanish_after=plan.within))

    @composes("gate-ask")
    async def asks(self, scene: Scene, report: Report, args: dict[str, Any]) -> Decision:
        """A storm sends those who came in with it back to the gate."""
        del report
        member = Member(args["user"], args["name"])
        return await self._stop(scene, args["space"], member, again=True)

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Take over who waits, once it is written."""
        for row in rows:
            if isinstance(row, Note) and row.cog == self.name and row.name.startswith("waits:"):
                _, space, user = row.name.split(" ", 2)
                self._remember((community, SpaceRef.parse(space), UserRef.parse(user)), read(row.value))
        gone = forgotten(rows)
        for key in [one for one in self._known if one[0] == community and one[2] in gone] if gone else ():
            del self._known[key]

    # ---- decisions

    async def _stop(self, scene: Scene, space: SpaceRef, member: Member, *, again: bool = False) -> Decision:
        plan, user = scene.community.gate, member.user
        lobby = scene.directory.place(LOBBY, space.platform)
        if plan is None or member.is_bot or lobby is None or lobby.space != space:
            return NOTHING
        if lift(member, scene.community.team, scene.directory).rank >= Rank.HELPER:
            return NOTHING
        if await (self._waiting(scene, space, user) if again else self._passed(scene, space, user)):
            return NOTHING
        steps: list[Step] = kept_out(plan, space, user)
        rows = self._waits(scene, space, member, Waiting(), plan)
        if not again and scene.crisis == 0:
            who = Mention(user, member.name)
            line = say("gate-line", who=who, minutes=max(1, round(plan.within / timedelta(minutes=1))))
            steps.append(Send(lobby, line, enter(space, user), reader=user, silent=True, vanish_after=plan.within))
            return decide(*steps, rows=rows)
        wave = (scene.community.key, space)
        if scene.now - self._waved.get(wave, scene.now - WAVE_EVERY) >= WAVE_EVERY:
            self._waved[wave] = scene.now
            rows = (*rows, Timer(WAVE, str(space), scene.now + timedelta(seconds=5)))
        return decide(*steps, rows=rows)

    def _waits(
        self, scene: Scene, space: SpaceRef, member: Member, waiting: Waiting, plan: GatePlan
    ) -> tuple[Row, ...]:
        args = {"space": space, "user": member.user}
        return (
            Note(self.name, name_of("waits:", space, member.user), written(waiting)),
            Timer(OUT, f"{space} {member.user}", scene.now + plan.within, args),
        )

    def _settled(self, space: SpaceRef, user: UserRef, *, passed: bool = False) -> tuple[Row, ...]:
        rows: tuple[Row, ...] = (
            Note(self.name, name_of("waits:", space, user), None),
            TimerOff(OUT, f"{space} {user}"),
        )
        return (*rows, Note(self.name, name_of("passed:", space, user), "yes")) if passed else rows

    async def _answered(self, ctx: Context, space: SpaceRef, *, right: bool) -> Decision:
        plan, user = ctx.community.gate, ctx.actor.user
        waiting = await self._waiting(ctx.scene, space, user)
        if plan is None or waiting is None:
            return ctx.answer(say("gate-not-waiting"))
        if right:
            return await self._pass(ctx, space, plan)
        left = plan.tries - waiting.tries - 1
        if left <= 0:
            told = ctx.say(say("gate-failed"))
            return decide(told, removed(space, user, waiting), rows=self._settled(space, user))
        row = Note(self.name, name_of("waits:", space, user), written(replace(waiting, tries=waiting.tries + 1)))
        return decide(ctx.say(say("gate-wrong", count=left), enter(space, user)), rows=(row,))

    async def _pass(self, ctx: Context, space: SpaceRef, plan: GatePlan) -> Decision:
        user = ctx.actor.user
        waiting = await self._waiting(ctx.scene, space, user) or Waiting()
        steps = [Admit(space, user)] if waiting.requested else let_in(plan, space, user)
        done = ctx.reply(say("gate-passed", community=ctx.community.name), refused=say("gate-refused"))
        return decide(*steps, done, rows=self._settled(space, user, passed=True))

    async def _hold_back(self, scene: Scene, message: Message) -> Decision:
        space, author = message.place.space, message.author
        if scene.community.gate is None or space is None or author.is_bot or author.untouchable:
            return NOTHING
        if lift(author, scene.community.team, scene.directory).rank >= Rank.HELPER:
            return NOTHING
        if await self._waiting(scene, space, author.user) is None:
            return NOTHING
        return decide(Delete((message.ref,), "has not passed the gate yet"), stop=True)

    # ---- memory

    async def _waiting(self, scene: Scene, space: SpaceRef, user: UserRef) -> Waiting | None:
        key = (scene.community.key, space, user)
        if key not in self._known:
            note = await self._notes.note(scene.community.key, self.name, name_of("waits:", space, user))
            self._remember(key, read(note))
        return self._known[key]

    async def _passed(self, scene: Scene, space: SpaceRef, user: UserRef) -> bool:
        return await self._notes.note(scene.community.key, self.name, name_of("passed:", space, user)) is not None

    def _remember(self, key: tuple[str, SpaceRef, UserRef], waiting: Waiting | None) -> None:
        self._known[key] = waiting
        self._known.move_to_end(key)
        if len(self._known) > MANY:
            self._known.popitem(last=False)


def _form(ctx: Context, space: SpaceRef, plan: GatePlan) -> Decision:
    question = plan.question or say("gate-question")
    send = Button(say("button-send"), Answered(space), only=ctx.actor.user)
    form = Form(say("gate-form"), (Field("answer", question, longest=200),), send)
    return decide(Ask(ctx.ticket, ctx.place, ctx.actor.user, form))


def _sum(ctx: Context, space: SpaceRef, *, seen: bool) -> Decision:
    noise = secrets.token_bytes(64)
    made = made_of(noise)
    only = ctx.actor.user
    keys = [
        Button(say("plain", text=str(number)), Guess(space, number == made.answer), only=only, once=True)
        for number in made.choices
    ]
    rows: Rows = tuple(tuple(keys[at : at + _PER_ROW]) for at in range(0, len(keys), _PER_ROW))
    if not seen:
        return decide(ctx.asker.answer(say("gate-sum-words", sum=made.words), rows))
    rows = (*rows, (Button(say("button-in-words"), InWords(space), only=only),))
    return decide(ctx.asker.answer(say("gate-sum"), rows, (picture(made.words, noise),)))
