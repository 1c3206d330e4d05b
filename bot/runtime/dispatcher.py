"""The one way in: guards first, then whoever cares; one transaction for what they decided; then the outbox."""

import logging
import secrets
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from bot.core.actions import Delete, Whisper
from bot.core.decisions import NOTHING, Asker, Decision, Later, Report, decide
from bot.core.events import (
    Event,
    RightsChanged,
    SpaceReady,
    TimerFired,
)
from bot.core.ids import MessageRef
from bot.core.interactions import ButtonPressed, CommandInvoked, FormSubmitted
from bot.core.ports import Clock
from bot.core.record import Row, Timer, TimerOff
from bot.core.text import say
from bot.runtime.belonging import Belonging, person
from bot.runtime.communities import Communities, Home
from bot.runtime.context import Scene
from bot.runtime.delivery import VANISH
from bot.runtime.interactions import Interactions
from bot.runtime.languages import Languages
from bot.runtime.outbox import Outbox
from bot.runtime.queue import Conflict, Ledger, Queued, StoreFailed
from bot.runtime.registry import Listeners, Registry, is_on
from bot.runtime.trace import Arrived, Decided, Trace

log = logging.getLogger(__name__)

REMEMBERED_KEYS = 20_000
MOST_CONFLICTS = 5


class Dispatcher:
    """Takes every event from every platform. Cogs stand in the order they were given."""

    def __init__(
        self,
        communities: Communities,
        registry: Registry,
        interactions: Interactions,
        ledger: Ledger,
        outbox: Outbox,
        languages: Languages,
        clock: Clock,
        trace: Trace,
    ) -> None:
        self._communities = communities
        self._belonging = Belonging(communities, interactions, clock)
        self._registry = registry
        self._guards, self._handlers = Listeners(registry.guards), Listeners(registry.events)
        self._interactions = interactions
        self._ledger = ledger
        self._outbox = outbox
        self._languages = languages
        self._clock = clock
        self._trace = trace
        self._seen: OrderedDict[str, None] = OrderedDict()
        self._watchers: list[Callable[[str, Sequence[Row]], None]] = []
        self.failures = 0
        outbox.composes_with(self._compose, self._composed)

    def watch_rows(self, watcher: Callable[[str, Sequence[Row]], None]) -> None:
        """Call ``watcher(community, rows)`` after each commit that wrote rows."""
        self._watchers.append(watcher)

    async def handle(self, event: Event) -> None:
        """Deal with one event; when this returns, what was decided is in the store.

        A fault in a cog is logged, counted and told to whoever asked; only a fault of the store is raised, so that
        the platform is asked for the event again.
        """
        who = person(event)
        if who is not None:
            self._languages.heard(who.user, who.locale)
        home = await self._belonging.home(event, who)
        if home is None:
            await self._unbound(event)
            return
        async with home.lane:
            if event.key in self._seen:
                return
            if isinstance(event, SpaceReady):  # the runtime's own, made anew each time
                await self._settle(home, event)
                return
            self._trace.note(Arrived(event, self._clock.now()))
            await self._settle(home, event)
            self._remember(event.key)

    async def _settle(self, home: Home, event: Event) -> None:
        for _ in range(MOST_CONFLICTS):
            scene = Scene(home.community, home.directory, self._clock.now(), home.crisis)
            decision = await self._decide(scene, event)
            if decision.is_empty:
                return
            # First, so that who wants to be forgotten is forgotten with it.
            spoken = self._languages.unkept(home.key, person(event))
            decision = replace(decision, rows=(*spoken, *decision.rows))
            try:
                await self._commit(home.key, event, decision)
            except Conflict:
                continue
            return
        log.error("event %s met a conflict %s times and was given up", event.key, MOST_CONFLICTS)

    async def _commit(self, community: str, event: Event, decision: Decision) -> None:
        now = self._clock.now()
        queued = await self._ledger.commit(community, event.key, decision, now)
        if queued is None:
            return
        self._trace.note(Decided(event, decision, now))
        if decision.rows:
            self._composed(community, decision.rows)
        self._outbox.accept(queued)

    async def _decide(self, scene: Scene, event: Event) -> Decision:
        try:
            return await self._witnessed(scene, await self._ask(scene, event))
        except StoreFailed:
            raise
        except Exception:
            self.failures += 1
            fault = secrets.token_hex(4)
            log.exception("fault %s while deciding on %s", fault, event.key)
            if isinstance(event, TimerFired):
                raise  # it stays in the table
            return self._confess(scene, event, fault)

    async def _ask(self, scene: Scene, event: Event) -> Decision:
        whole = NOTHING
        for cog, guard in self._guards.of(type(event), scene.community):
            decision = await guard(cog, scene, event)
            if decision is not NOTHING:  # as it nearly always is
                whole = whole.and_then(decision)
                if whole.stop:
                    return whole
        whole = whole.and_then(await self._answered(scene, event))
        for cog, handler in self._handlers.of(type(event), scene.community):
            decision = await handler(cog, scene, event)
            if decision is not NOTHING:
                whole = whole.and_then(decision)
        return whole

    async def _witnessed(self, scene: Scene, decision: Decision) -> Decision:
        """Let cogs add what follows from somebody else's rows, so that both are written together or neither."""
        whole = decision
        for row in decision.rows if self._registry.witnesses else ():
            for cog, witness in self._registry.witnesses.get(type(row), ()):
                if is_on(cog, scene.community):
                    whole = whole.and_then(await witness(cog, scene, row))
        return whole

    async def _answered(self, scene: Scene, event: Event) -> Decision:
        match event:
            case CommandInvoked():
                return await self._interactions.command(scene, event)
            case ButtonPressed():
                return await self._interactions.button(scene, event)
            case FormSubmitted():
                return await self._interactions.form(scene, event)
            case TimerFired():
                return await self._timer(scene, event)
            case _:
                return NOTHING

    async def _timer(self, scene: Scene, event: TimerFired) -> Decision:
        if event.kind == VANISH:
            message = event.args.get("message")
            return decide(Delete((message,))) if isinstance(message, MessageRef) else NOTHING
        found = self._registry.timers.get(event.kind)
        return NOTHING if found is None else await found[1](found[0], scene, event)

    async def _compose(self, queued: Queued, later: Later, report: Report) -> Decision:
        home = self._communities.get(queued.community)
        found = self._registry.composers.get(later.composer)
        if home is None or found is None:
            log.error("nobody composes %r for %s", later.composer, queued.group)
            return NOTHING
        scene = Scene(home.community, home.directory, self._clock.now(), home.crisis)
        try:
            composed = await found[1](found[0], scene, report, dict[str, Any](later.args))
        except StoreFailed:
            raise
        except Exception:
            # A card that cannot be drawn must not keep the steps after it from happening, now or at the next start.
            self.failures += 1
            log.exception("%r could not be composed for %s", later.composer, queued.group)
            return NOTHING
        return composed if isinstance(composed, Decision) else Decision(intents=tuple(composed))

    def _composed(self, community: str, rows: Sequence[Row]) -> None:
        """What a composer wrote is learned like what a handler wrote."""
        self._languages.learn(community, rows)
        for watcher in self._watchers:
            watcher(community, rows)

    def _confess(self, scene: Scene, event: Event, fault: str) -> Decision:
        if isinstance(event, CommandInvoked | ButtonPressed | FormSubmitted):
            staff = scene.directory.is_staff(event.place)
            asker = Asker(event.ticket, event.place, event.actor.user, among_staff=staff)
            return decide(asker.answer(say("error-broken", id=fault)))
        return NOTHING

    async def _unbound(self, event: Event) -> None:
        """Stay silent in a space that is nobody's, but tell whoever added the bot how to bind it."""
        if not (isinstance(event, RightsChanged) and event.present and event.added_by is not None):
            return
        home = next(iter(self._communities), None)
        if home is None:
            return
        told = decide(Whisper(event.added_by, say("bind-how", community=home.community.name)))
        async with home.lane:
            await self._commit(home.key, event, told)

    def _remember(self, key: str) -> None:
        self._seen[key] = None
        if len(self._seen) > REMEMBERED_KEYS:
            self._seen.popitem(last=False)


def wakes_scheduler(rows: Sequence[Row]) -> bool:
    """Whether something was written that may be due earlier than anything before."""
    return any(isinstance(row, Timer | TimerOff) for row in rows)
