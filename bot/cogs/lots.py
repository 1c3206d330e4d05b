"""Lots: entering a giveaway with one button, and the public card that shows how many have."""

import secrets
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from bot.core.actions import Edit
from bot.core.decisions import NOTHING, Decision, Intent, Report, decide
from bot.core.events import TimerFired
from bot.core.gatherings import CardShown, Entry, EntryMoved, Put
from bot.core.giveaways import Giveaway, GiveawayState
from bot.core.linking import Linked, Unlinked
from bot.core.record import Row
from bot.core.text import Code, Rich, say
from bot.core.ui import Button, Field, Form
from bot.domain.gatherings.giveaways.card import card, rows
from bot.domain.gatherings.giveaways.draft import folded
from bot.domain.gatherings.giveaways.drawing import CODE, LETTERS, spelt
from bot.domain.gatherings.giveaways.moves import (
    POSTED,
    REFRESH,
    SHOW,
    refreshed,
)
from bot.domain.gatherings.giveaways.presses import EnterGiveaway
from bot.runtime.carding import stands_at
from bot.runtime.cog import Cog, composes, due, filled, pressed, witnesses
from bot.runtime.context import Context, Scene
from bot.runtime.drawing import Drawing
from bot.runtime.entrance import Entrance
from bot.runtime.gatherings import Gatherings
from bot.runtime.giveaways import Giveaways, Heads
from bot.runtime.remembered import Remembered
from bot.runtime.services import Services
from bot.runtime.timed import about


class Lots(Cog):
    """One entry for each person; a card is never drawn more often than its messenger likes."""

    name: ClassVar[str] = "contests"

    def __init__(self, services: Services) -> None:
        self._giveaways: Giveaways = services.giveaways
        self._gatherings: Gatherings = services.gatherings
        self._entrance = Entrance(services, SHOW)
        self._drawing = Drawing.of(services)
        self._heads = Heads(services.giveaways)
        self._known = Remembered(Giveaway, services.giveaways.find)

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services)

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Move the counts with what was written."""
        self._entrance.learned(community, rows)
        self._heads.learned(community, rows)
        self._known.learned(community, rows)

    # --- entries

    @pressed(EnterGiveaway)
    async def enter(self, ctx: Context, press: EnterGiveaway) -> Decision:
        """Take somebody in, or ask her the question first."""
        return await self._entered(ctx, press, None)

    @filled(EnterGiveaway)
    async def answered(self, ctx: Context, press: EnterGiveaway, values: Mapping[str, str]) -> Decision:
        """Take her in if her answer is right."""
        return await self._entered(ctx, press, values.get("answer", ""))

    async def _entered(self, ctx: Context, press: EnterGiveaway, answer: str | None) -> Decision:
        community = ctx.community.key
        giveaway = await self._known.of(community, press.giveaway)
        if giveaway is None or giveaway.state is not GiveawayState.OPEN or giveaway.closes_at <= ctx.now:
            return ctx.answer(say("giveaway-closed"))
        person = await self._entrance.persons.of(community, ctx.actor.user)
        before = await self._gatherings.entry(community, giveaway.subject, person.key)
        if before is not None:
            return ctx.answer(say("giveaway-entered-already", code=Code(before.value)))
        need = await self._entrance.missing(ctx.scene, giveaway.conditions, ctx.actor, person)
        if need is not None:
            return ctx.answer(say("giveaway-cannot-enter", need=need))
        if giveaway.conditions.question and (answer is None or folded(answer) not in giveaway.conditions.answers):
            return _asked(ctx, giveaway, press, answer)
        code = spelt("".join(secrets.choice(LETTERS) for _ in range(CODE)))
        put = Put(code, linked=person.linked)
        entry = Entry(giveaway.subject, person.key, put, None, ctx.actor.user, ctx.actor.name)
        shown = self._entrance.throttle.rows(community, giveaway.subject, ctx.now, {"number": giveaway.number})
        return decide(ctx.say(say("giveaway-entered", code=Code(code))), rows=(entry, *shown))

    @witnesses(Linked, Unlinked)
    async def linked(self, scene: Scene, row: Linked | Unlinked) -> Decision:
        """Two accounts become one person: of two entries the newer counts, in every giveaway that is open."""
        old, new, is_linked = await self._entrance.persons.moves(scene.community.key, row)
        moved: list[Row] = []
        for giveaway in await self._giveaways.running(scene.community.key) if old != new else ():
            moved.append(EntryMoved(giveaway.subject, old, new, is_linked))
            args = {"number": giveaway.number}
            moved += self._entrance.throttle.rows(scene.community.key, giveaway.subject, scene.now, args)
        return decide(rows=moved)

    # --- cards

    @due(SHOW)
    async def shows(self, scene: Scene, event: TimerFired) -> Decision:
        """Draw the cards anew."""
        self._entrance.throttle.fired(scene.community.key, event.subject, scene.now)
        giveaway = await about(self._giveaways.find, scene, event)
        if giveaway is None or giveaway.state is not GiveawayState.OPEN:
            return NOTHING
        return refreshed(giveaway, await self._gatherings.cards(scene.community.key, giveaway.subject))

    @composes(POSTED)
    async def posted(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Decision:
        """Note where a card stands; tell whoever started it of a place where it cannot."""
        giveaway = await self._giveaways.find(scene.community.key, args["number"])
        if giveaway is None:
            return NOTHING
        message = stands_at(
            report, args["place"], giveaway.by, lambda why: say("giveaway-not-shown", number=giveaway.number, why=why)
        )
        if isinstance(message, Decision):
            return message
        shown = decide(rows=(CardShown(giveaway.subject, message),))
        if giveaway.state is GiveawayState.OPEN:
            return shown
        return shown.and_then(refreshed(giveaway, (message,)))  # closed while a messenger was away

    @composes(REFRESH)
    async def refresh(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Draw one card as the giveaway stands now."""
        del report
        key, message = scene.community.key, args["message"]
        giveaway = await self._giveaways.find(key, args["number"])
        if giveaway is None:
            return ()
        entrants = await self._heads.of(key, giveaway.subject) if giveaway.state is GiveawayState.OPEN else 0
        words = card(giveaway, entrants, await self._drawing.names(key, giveaway))
        return (Intent(Edit(message, words, rows(giveaway, message.place))),)


def _asked(ctx: Context, giveaway: Giveaway, press: EnterGiveaway, answer: str | None) -> Decision:
    """The question, or once more after a wrong answer."""
    field = Field("answer", Rich((giveaway.conditions.question,)), longest=200)
    form = Form(say("giveaway-question"), (field,), Button(say("button-send"), press))
    if answer is None:
        return ctx.ask(form)
    return ctx.ask_again(say("giveaway-wrong-answer"), form, {"answer": answer})
