"""What newcomers answer at the gate, in private where the platform can; nothing writes their answers down."""

import secrets
from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar, Self

from bot.core.actions import Ask, Sanction
from bot.core.decisions import Decision, decide
from bot.core.doors import Admit
from bot.core.ids import SpaceRef
from bot.core.text import say
from bot.core.ui import Button, Field, Form, Rows
from bot.domain.cases.standing import again, family, holding
from bot.domain.gate.plan import GatePlan, Kind, is_right
from bot.domain.gate.presses import Answered, Enter, Guess, InWords
from bot.domain.gate.sums import made_of, picture
from bot.domain.gate.waiting import Waiting, enter, let_in, removed
from bot.runtime.cog import Cog, pressed
from bot.runtime.cog import filled as form_filled
from bot.runtime.context import Context
from bot.runtime.doorkeeping import COG, Waiters, settled, tried
from bot.runtime.services import Services
from bot.runtime.stores import Cases

_PER_ROW = 3


class Entering(Cog):
    """Lets in whoever answers well, and sends away whoever has no tries left."""

    name: ClassVar[str] = COG

    def __init__(self, waiters: Waiters, cases: Cases) -> None:
        self._waiters = waiters
        self._cases = cases

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.waiters, services.cases)

    @pressed(Enter)
    async def enters(self, ctx: Context, press: Enter) -> Decision:
        """Let in whom a button is enough for; ask the others."""
        plan = ctx.community.gate
        if plan is None or await self._waiters.waiting(ctx.community.key, press.space, ctx.actor.user) is None:
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
        if await self._waiters.waiting(ctx.community.key, press.space, ctx.actor.user) is None:
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

    async def _answered(self, ctx: Context, space: SpaceRef, *, right: bool) -> Decision:
        plan, user = ctx.community.gate, ctx.actor.user
        waiting = await self._waiters.waiting(ctx.community.key, space, user)
        if plan is None or waiting is None:
            return ctx.answer(say("gate-not-waiting"))
        if right:
            return await self._pass(ctx, space, plan)
        left = plan.tries - waiting.tries - 1
        if left <= 0:
            told = ctx.say(say("gate-failed"))
            return decide(told, removed(space, user, waiting), rows=settled(space, user))
        row = tried(space, user, replace(waiting, tries=waiting.tries + 1))
        return decide(ctx.say(say("gate-wrong", count=left), enter(space, user)), rows=(row,))

    async def _pass(self, ctx: Context, space: SpaceRef, plan: GatePlan) -> Decision:
        user = ctx.actor.user
        waiting = await self._waiters.waiting(ctx.community.key, space, user) or Waiting()
        mute = holding(await self._cases.acts(ctx.community.key, space, user, family(Sanction.MUTE)), ctx.now)
        still = None if mute is None else again(mute, f"case {mute.number} still holds")
        steps = [Admit(space, user)] if waiting.requested else let_in(plan, space, user, still)
        done = ctx.reply(say("gate-passed", community=ctx.community.name), refused=say("gate-refused"))
        return decide(*steps, done, rows=settled(space, user, passed=True))


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
