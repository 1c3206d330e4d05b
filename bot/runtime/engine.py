"""The runtime put together from its ports: what app and tests start, feed and stop."""

import asyncio
import logging
import random
from collections.abc import Mapping, Sequence
from datetime import timedelta

from bot.core.capabilities import Capability
from bot.core.commands import CommandSpec
from bot.core.deliveries import Letter, LetterRevived
from bot.core.events import AbilityLost, Event, RightsChanged, SpaceReady
from bot.core.ids import Platform, SpaceRef
from bot.core.ports import ChatPlatform, PlatformRefused
from bot.core.privacy import forgotten
from bot.core.record import Binding, Row
from bot.runtime.acquaintance import Acquaintance
from bot.runtime.codes import Codes
from bot.runtime.cog import Cog
from bot.runtime.communities import Communities, Home
from bot.runtime.community import Community
from bot.runtime.conversations import FirstTries
from bot.runtime.courier import Courier
from bot.runtime.delivery import Delivery, Speech
from bot.runtime.dispatcher import Dispatcher, wakes_scheduler
from bot.runtime.doorkeeping import Waiters
from bot.runtime.gatherings import Pseudonyms
from bot.runtime.interactions import Interactions
from bot.runtime.languages import Languages
from bot.runtime.meaning import Meanings
from bot.runtime.members import PlatformMembers
from bot.runtime.outbox import Outbox
from bot.runtime.packets import Packets
from bot.runtime.packing import Packing
from bot.runtime.parts import Parts
from bot.runtime.presses import Sealer
from bot.runtime.reading import Reader
from bot.runtime.registry import Registry, register
from bot.runtime.resolving import Resolver
from bot.runtime.scheduler import Scheduler
from bot.runtime.services import Host, Services
from bot.runtime.weather import Weather

log = logging.getLogger(__name__)

LONGEST_PAUSE = 300.0
"""Seconds between two attempts to start a client library again."""


class Engine:
    """One running bot: give it cogs, start it, feed it events."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.platforms: Mapping[Platform, ChatPlatform] = {p.name: p for p in parts.platforms}
        self.communities = Communities([Home(c) for c in parts.communities])
        self.languages = Languages(parts.stores.people)
        self.members = PlatformMembers(self.platforms)
        self.events = 0
        self._readied = 0
        self._telling: set[asyncio.Task[None]] = set()
        self._resolver = Resolver(parts.stores.notes, parts.stores.ledger, parts.clock)
        sealer = Sealer(parts.keys)
        speech = Speech(parts.voices, self.languages, self.communities)
        ledger = parts.stores.ledger
        self.delivery = Delivery(self.platforms, speech, (sealer, parts.stores.presses), ledger, parts.clock)
        self.outbox = Outbox(self.delivery, ledger, parts.clock, parts.trace)
        self.registry = Registry(())
        self._sealer = sealer
        self.first_tries = FirstTries()
        self._meanings = Meanings(parts.encoder)
        self.courier = self._courier()
        self.reader = Reader(self.communities, parts.stores.feeds, ledger, parts.source, parts.clock)
        self._finding = asyncio.Lock()
        self.delivery.breaker.tells(self._ability_lost)

    def services(self, host: Host) -> Services:
        """What cogs are built with, all of them with the same: some of it is a memory that they share."""
        stores = self.parts.stores
        return Services(
            stores.cases,
            stores.complaints,
            stores.people,
            stores.notes,
            self.members,
            self.parts.voices,
            host,
            self.parts.trace,
            stores.whys,
            stores.lessons,
            stores.fairness,
            Codes((self.parts.keys.current, *self.parts.keys.older)),
            Weather(stores.notes, stores.arrivals, self.communities),
            Waiters(stores.notes),
            self.delivery,
            stores.recordings,
            stores.arrivals,
            stores.conversations,
            self.first_tries,
            stores.given_answers,
            stores.gatherings,
            stores.polls,
            stores.giveaways,
            stores.contests,
            stores.meetings,
            stores.posts,
            stores.digests,
            Pseudonyms(self.parts.keys.current),
            stores.deliveries,
            stores.timekeeping,
            stores.ratings,
            stores.feedback,
            stores.personal,
            self.languages,
            self.parts.model,
            self._meanings,
        )

    def _courier(self) -> Courier:
        parts, stores = self.parts, self.parts.stores
        packets = Packets(stores.conversations, stores.cases, stores.timekeeping.deadlines)
        packing = Packing(self.communities, packets, parts.voices)
        chance = random.Random()  # noqa: S311  # jitter, not a secret
        return Courier(stores.deliveries, stores.ledger, stores.notes, packing, parts.carriers, parts.clock, chance)

    def equip(self, cogs: Sequence[Cog]) -> None:
        """Take the cogs, in the order in which they see events; publish their commands."""
        parts = self.parts
        self.registry = register(cogs)
        codes = Codes((parts.keys.current, *parts.keys.older))
        known = Acquaintance(self.members, parts.stores.cases, parts.stores.fairness.links, codes)
        interactions = Interactions(self.registry, self.members, self._sealer, parts.stores.presses, known)
        self.dispatcher = Dispatcher(
            self.communities,
            self.registry,
            interactions,
            parts.stores.ledger,
            self.outbox,
            self.languages,
            parts.clock,
            parts.trace,
        )
        self.dispatcher.watch_rows(self._written)
        self.dispatcher.watch_rows(interactions.learned)
        for cog in cogs:
            if type(cog).learned is not Cog.learned:
                self.dispatcher.watch_rows(cog.learned)
        self.scheduler = Scheduler(parts.stores.timers, parts.clock, self.dispatcher.handle)
        self.delivery.wakes(self.scheduler.wake)
        self.courier.wakes(self.scheduler.wake)
        self.reader.wakes(self.scheduler.wake)
        self.publish()

    def publish(self) -> None:
        """Offer the commands that are switched on in any community."""
        for platform in self.parts.platforms:
            platform.publish(self.offered(), self.parts.voices)

    def offered(self) -> list[CommandSpec]:
        """The commands that are on in any community, by path."""
        return [spec for _, spec in self.registry.offered(home.community for home in self.communities)]

    async def take(self, event: Event) -> None:
        """Take one event; when this returns, what was decided is in the store."""
        self.events += 1
        if isinstance(event, RightsChanged):
            self.delivery.breaker.mend(event.space)
        await self.dispatcher.handle(event)

    async def recover(self) -> None:
        """Take up what a crash left behind."""
        left = await self.outbox.recover()
        if left:
            log.info("%s decisions were not finished; going on with them", left)

    async def ready(self, platform: ChatPlatform) -> None:
        """Find out where everything is on a platform that just connected, then let actions go there."""
        await self._find(platform)
        await self._tell_ready(platform.name)
        self.parts.on_connect()

    async def _find(self, platform: ChatPlatform) -> None:
        async with self._finding:  # two platforms at once would overwrite each other's part of the directory
            bound = await self.parts.stores.spaces.bound()
            for home in self.communities:
                found = await self._resolver.resolve(home.community, home.directory, platform, bound)
                self.communities.settle(home.key, found)
        self.delivery.connected(platform.name)

    async def _tell_ready(self, platform: Platform) -> None:
        """Let cogs know of every space that can be acted in from now on."""
        now = self.parts.clock.now()
        for home in self.communities:
            for space in sorted(s for s in home.directory.spaces if s.platform == platform):
                self._readied += 1
                key = f"ready:{space}:{now:%Y%m%d%H%M%S}:{self._readied}"
                await self.dispatcher.handle(SpaceReady(key, space, now))

    async def reconfigure(self, community: Community) -> None:
        """Use another version of a community's config from the next event on."""
        home = self.communities.get(community.key)
        if home is None:
            return
        home.community = community
        self.publish()
        for platform in self.parts.platforms:
            if self.delivery.is_connected(platform.name):
                await self._find(platform)
                # Not awaited: whoever applies a config from chat holds the lane in which this is decided.
                telling = asyncio.create_task(self._tell_ready(platform.name))
                self._telling.add(telling)
                telling.add_done_callback(self._telling.discard)

    async def supervise(self, platform: ChatPlatform) -> None:
        """Keep a platform running: whatever ends its client library, it starts again, ever more slowly.

        Raises PlatformRefused when the platform says that trying again makes no sense.
        """
        pause = 1.0
        while True:
            started = self.parts.clock.now()
            try:
                await platform.run(self.take, lambda: self.ready(platform))
            except PlatformRefused:
                raise
            except Exception:
                log.exception("%s stopped", platform.name)
            if self.parts.clock.now() - started > timedelta(minutes=10):
                pause = 1.0
            log.warning("%s starts again in about %.0f s", platform.name, pause)
            await asyncio.sleep(pause * random.uniform(0.8, 1.2))  # noqa: S311  # jitter, not a secret
            pause = min(LONGEST_PAUSE, pause * 2)

    def _ability_lost(self, space: SpaceRef, ability: Capability) -> None:
        now = self.parts.clock.now()
        event = AbilityLost(f"lost:{space}:{ability}:{now:%Y%m%d%H%M%S}", space, ability.value, now)
        task = asyncio.create_task(self.take(event), name=event.key)
        self._telling.add(task)
        task.add_done_callback(self._telling.discard)

    def _written(self, community: str, rows: Sequence[Row]) -> None:
        for row in rows:
            if isinstance(row, Binding):
                self.communities.bind(community, row.space)
        self.communities.forget(forgotten(rows))
        if wakes_scheduler(rows):
            self.scheduler.wake()
        if any(isinstance(row, Letter | LetterRevived) for row in rows):
            self.courier.wake()
