"""Commands, buttons and forms: find whom they are for, authorise, let the cog decide."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

from bot.core.actions import Ask as AskForm
from bot.core.actions import Delete
from bot.core.arguments import read_value
from bot.core.commands import CommandSpec, Kind, Param
from bot.core.decisions import Decision, decide
from bot.core.events import Event
from bot.core.ids import UserRef
from bot.core.interactions import ButtonPressed, CommandInvoked, Fault, FormSubmitted, Missing, Unknown, Wrong
from bot.core.people import Member, Rank
from bot.core.privacy import forgotten
from bot.core.record import Row
from bot.core.text import Body, say
from bot.core.ui import Button, Press, Refill, Reveal, Rows
from bot.runtime.acquaintance import Acquaintance
from bot.runtime.auditing import act_of, audited
from bot.runtime.authorise import Ask, Denied, authorise
from bot.runtime.cog import Cog
from bot.runtime.context import Context, Scene
from bot.runtime.members import PlatformMembers
from bot.runtime.presses import Sealer
from bot.runtime.queue import Presses, PressRow
from bot.runtime.registry import Registry, is_on

REMEMBERED = 2_000
SPANS = ("10m", "1h", "1d", "7d")


@dataclass(frozen=True, slots=True)
class Continue(Press):
    """Give the argument that was missing, and run the command."""

    path: str
    values: Mapping[str, object]
    param: str
    word: str


class Interactions:
    """The way from somebody's wish to a decision."""

    def __init__(
        self,
        registry: Registry,
        members: PlatformMembers,
        sealer: Sealer,
        presses: Presses,
        acquaintance: Acquaintance,
    ) -> None:
        self._acquaintance = acquaintance
        self._registry = registry
        self._members = members
        self._sealer = sealer
        self._presses = presses
        self._known: OrderedDict[str, PressRow] = OrderedDict()

    async def command(self, scene: Scene, event: CommandInvoked) -> Decision:
        """Run a command, or say privately why not."""
        found = self._registry.commands.get(event.path)
        ctx = await self._context(scene, event)
        if found is None or not is_on(found[0], scene.community):
            return ctx.answer(say("error-unknown-command", name=event.path))
        cog, spec = found
        ctx = replace(ctx, private=spec.private)
        decision = await self._authorised(cog, spec, ctx, event)
        if spec.hides and event.message is not None and not event.place.is_direct:
            return decide(Delete((event.message,))).and_then(decision)
        return decision

    async def button(self, scene: Scene, event: ButtonPressed) -> Decision:
        """Answer a press: known, not stale, meant for this person, allowed for her rank in the target's space."""
        ctx = await self._context(scene, event)
        row = await self._row(scene, event.token)
        if row is None:
            return ctx.answer(say("error-button-stale"))
        ctx = await self._judged(ctx, event, row)
        ruling = authorise(ctx.actor, Ask(row.rank, only=row.only))
        if isinstance(ruling, Denied):
            return ctx.answer(ruling.why)
        if row.once and not await self._presses.use(row.id, scene.now):
            return ctx.answer(say("error-button-stale"))
        return audited(await self._press(scene, ctx, event, row.press), ctx, row.rank, act_of(row.press))

    async def form(self, scene: Scene, event: FormSubmitted) -> Decision:
        """Take a form that was filled in."""
        ctx = await self._context(scene, event)
        row = await self._row(scene, event.token)
        found = None if row is None else self._registry.forms.get(type(row.press))
        if row is None or found is None or not is_on(found[0], scene.community):
            return ctx.answer(say("error-button-stale"))
        ctx = await self._judged(ctx, event, row)
        ruling = authorise(ctx.actor, Ask(row.rank, only=row.only))
        if isinstance(ruling, Denied):
            return ctx.answer(ruling.why)
        decision = await found[1](found[0], ctx, row.press, event.values)
        return audited(decision, ctx, row.rank, act_of(row.press))

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Somebody is forgotten: what she typed may stand in any button, and is looked up anew."""
        if forgotten(rows):
            for press_id in [one for one, row in self._known.items() if row.community == community]:
                del self._known[press_id]

    async def community_of(self, token: str) -> str:
        """The community a button belongs to; empty when nobody knows it."""
        press_id = self._sealer.open(token)
        row = None if press_id is None else await self._presses.find(press_id)
        return "" if row is None else row.community

    async def knows(self, scene: Scene, user: UserRef, event: Event) -> bool:
        """Whether this community has anything to do with who speaks here in private."""
        return await self._acquaintance.knows(scene, user, event)

    async def _authorised(self, cog: Cog, spec: CommandSpec, ctx: Context, event: CommandInvoked) -> Decision:
        ruling = authorise(ctx.actor, Ask(spec.rank))
        if isinstance(ruling, Denied):
            return ctx.answer(ruling.why)
        if event.fault is not None:
            body, rows = _usage(spec, event, event.fault)
            return ctx.answer(body, rows)
        values = dict(event.values)
        if spec.target:
            target = await self._target(ctx, values.get(spec.target))
            ruling = authorise(ctx.actor, Ask(spec.rank, target, acts_on_target=True))
            if isinstance(ruling, Denied):
                return ctx.answer(ruling.why)
            values[spec.target] = target
        return audited(await spec.handler(cog, ctx, **values), ctx, spec.rank, spec.path)

    async def _press(self, scene: Scene, ctx: Context, event: ButtonPressed, press: Press) -> Decision:
        if isinstance(press, Reveal):
            return ctx.answer(press.body, press.rows)
        if isinstance(press, Refill):
            return decide(AskForm(ctx.ticket, ctx.place, ctx.actor.user, press.form))
        if isinstance(press, Continue):
            again = CommandInvoked(
                event.key, press.path, event.place, event.actor, press.values, event.ticket, event.at, event.message
            )
            return await self.command(scene, _completed(self._registry, again, press))
        found = self._registry.presses.get(type(press))
        if found is None or not is_on(found[0], scene.community):
            return ctx.answer(say("error-button-stale"))
        return await found[1](found[0], ctx, press)

    async def _row(self, scene: Scene, token: str) -> PressRow | None:
        press_id = self._sealer.open(token)
        row = None if press_id is None else await self._found(press_id)
        if row is None or row.community != scene.community.key or _is_over(row, scene.now):
            return None
        return row

    async def _found(self, press_id: str) -> PressRow | None:
        """A button that many press is looked up once; one that works only once, each time."""
        known = self._known.get(press_id)
        if known is None:
            known = await self._presses.find(press_id)
            if known is not None and not known.once:
                self._known[press_id] = known
                if len(self._known) > REMEMBERED:
                    self._known.popitem(last=False)
        return known

    async def _context(self, scene: Scene, event: CommandInvoked | ButtonPressed | FormSubmitted) -> Context:
        message = event.message if isinstance(event, ButtonPressed) else None
        home = scene.directory.home(event.place)
        if home is None:
            best = await self._members.best(scene, event.actor.user)
            actor = replace(best, name=event.actor.name, locale=event.actor.locale) if best else _guest(event.actor)
        else:
            actor = await self._members.in_space(scene, event.actor, home, event.place.space)
        answers = event.reply_to if isinstance(event, CommandInvoked) else None
        return Context(scene, actor, event.place, home, event.ticket, private=True, message=message, reply_to=answers)

    async def _judged(self, ctx: Context, event: ButtonPressed | FormSubmitted, row: PressRow) -> Context:
        if row.space is None:
            return ctx
        actor = await self._members.in_space(ctx.scene, event.actor, row.space, event.place.space)
        return replace(ctx, actor=actor, space=row.space)

    async def _target(self, ctx: Context, given: object) -> Member | None:
        """The target as she stands in the space the act is about: asked for, never assumed an outsider."""
        if not isinstance(given, Member) or ctx.space is None:
            return given if isinstance(given, Member) else None
        found = await self._members.find(ctx.scene, ctx.space, given.user)
        if found is None:
            return _guest(given)
        return replace(found, name=found.name or given.name, untouchable=found.untouchable or given.untouchable)


def _guest(member: Member) -> Member:
    return replace(member, rank=Rank.GUEST)


def _is_over(row: PressRow, now: datetime) -> bool:
    return row.expires_at <= now or (row.once and row.used_at is not None)


def _usage(spec: CommandSpec, event: CommandInvoked, fault: Fault) -> tuple[Body, Rows]:
    match fault:
        case Missing(param):
            what = say(Param(param, Kind.TEXT).help_key)
            body = say("error-missing-argument", param=param, what=what, usage=spec.usage())
            return body, _choices(spec, event, param)
        case Wrong(param, given):
            what = say(Param(param, Kind.TEXT).help_key)
            return say("error-wrong-argument", param=param, what=what, given=given, usage=spec.usage()), ()
        case Unknown(name):
            return say("error-unknown-command", name=name), ()
    assert_never(fault)


def _choices(spec: CommandSpec, event: CommandInvoked, name: str) -> Rows:
    """Buttons for an argument that can be picked: the rest of the command is kept in them."""
    param = next((p for p in spec.params if p.name == name), None)
    if param is None or param.kind not in {Kind.DURATION, Kind.TERM, Kind.CHOICE}:
        return ()
    words = param.choices if param.kind is Kind.CHOICE else SPANS
    kept = dict(event.values)
    return (
        tuple(Button(say("plain", text=w), Continue(spec.path, kept, name, w), only=event.actor.user) for w in words),
    )


def _completed(registry: Registry, event: CommandInvoked, press: Continue) -> CommandInvoked:
    found = registry.commands.get(press.path)
    param = None if found is None else next((p for p in found[1].params if p.name == press.param), None)
    value = None if param is None else read_value(param, press.word)
    if value is None:
        return replace(event, fault=Wrong(press.param, press.word))
    return replace(event, values={**press.values, press.param: value})
