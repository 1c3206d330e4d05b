"""The whole store: one object with a part for every protocol the runtime asks for."""

import asyncio
import sqlite3
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import datetime
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, StaticPool, create_engine, text

from bot.adapters.store.appeals import AppealTable
from bot.adapters.store.arrivals import ArrivalTable
from bot.adapters.store.at_once import Transaction
from bot.adapters.store.audits import AuditTable
from bot.adapters.store.backup import back_up, drop_old
from bot.adapters.store.cases import CaseTable
from bot.adapters.store.complaints import ComplaintTable
from bot.adapters.store.contests import ContestTable
from bot.adapters.store.conversations import ConversationTable
from bot.adapters.store.deadlines import DeadlineTable, DutyTable, PromiseTable
from bot.adapters.store.deliveries import DeliveryTable
from bot.adapters.store.digests import DigestTable
from bot.adapters.store.engine import Engines, open_engines
from bot.adapters.store.exporting import PersonalTable
from bot.adapters.store.feedback import FeedbackTable
from bot.adapters.store.feeds import FeedTable
from bot.adapters.store.gatherings import GatheringTable
from bot.adapters.store.giveaways import GiveawayTable
from bot.adapters.store.given_answers import GivenAnswerTable
from bot.adapters.store.held import HeldTable
from bot.adapters.store.ledger import LedgerTable
from bot.adapters.store.lessons import LessonTable
from bot.adapters.store.links import LinkTable
from bot.adapters.store.meetings import MeetingTable
from bot.adapters.store.migrate import bring_up_to_date, make_tables
from bot.adapters.store.people import PeopleTable
from bot.adapters.store.polls import PollTable
from bot.adapters.store.posts import PostTable
from bot.adapters.store.presses import PressTable
from bot.adapters.store.ratings import RatingTable
from bot.adapters.store.recordings import RecordingTable
from bot.adapters.store.retention import Retention
from bot.adapters.store.shelf import NoteTable, ShelfTable
from bot.adapters.store.spaces import SpaceTable
from bot.adapters.store.target import Target, read_target
from bot.adapters.store.timers import TimerTable
from bot.adapters.store.why import WhyTable
from bot.core.ports import Clock, Shelf
from bot.runtime.aliases import Aliases
from bot.runtime.clock import SystemClock
from bot.runtime.codec import Codec
from bot.runtime.community import Privacy
from bot.runtime.contests import Contests
from bot.runtime.conversations import Conversations
from bot.runtime.deliveries import Deliveries
from bot.runtime.digests import Digests
from bot.runtime.fairness import Fairness
from bot.runtime.feedback import FeedbackBoard
from bot.runtime.feeds import Feeds
from bot.runtime.gatherings import Gatherings
from bot.runtime.giveaways import Giveaways
from bot.runtime.meetings import Meetings
from bot.runtime.polls import Polls
from bot.runtime.posts import Posts
from bot.runtime.privacy import PersonalData
from bot.runtime.queue import Ledger, Presses, Timers
from bot.runtime.satisfaction import Ratings
from bot.runtime.stores import (
    Arrivals,
    Cases,
    Complaints,
    GivenAnswers,
    Lessons,
    Notes,
    People,
    Recordings,
    Spaces,
    Whys,
)
from bot.runtime.timekeeping import Timekeeping


class Store:
    """An open database. Whoever opened it closes it, before the event loop ends."""

    def __init__(self, target: Target, engines: Engines, codec: Codec) -> None:
        self._target = target
        self._engines = engines
        self._codec = codec
        self.ledger: Ledger = LedgerTable(engines, codec)
        self.presses: Presses = PressTable(engines, codec)
        self.timers: Timers = TimerTable(engines, codec)
        self.cases: Cases = CaseTable(engines, codec)
        self.whys: Whys = WhyTable(engines, codec)
        self.lessons: Lessons = LessonTable(engines)
        self.recordings: Recordings = RecordingTable(engines, codec)
        self.complaints: Complaints = ComplaintTable(engines, codec)
        self.conversations: Conversations = ConversationTable(engines, codec)
        self.fairness = Fairness(
            AppealTable(engines), LinkTable(engines), AuditTable(engines), HeldTable(engines, codec)
        )
        self.deliveries: Deliveries = DeliveryTable(engines)
        self.people: People = PeopleTable(engines)
        self.arrivals: Arrivals = ArrivalTable(engines)
        self.given_answers: GivenAnswers = GivenAnswerTable(engines)
        self.gatherings: Gatherings = GatheringTable(engines, codec)
        self.polls: Polls = PollTable(engines, codec)
        self.giveaways: Giveaways = GiveawayTable(engines, codec)
        self.contests: Contests = ContestTable(engines, codec)
        self.meetings: Meetings = MeetingTable(engines, codec)
        self.timekeeping = Timekeeping(DeadlineTable(engines), PromiseTable(engines), DutyTable(engines))
        self.ratings: Ratings = RatingTable(engines, codec)
        self.feedback: FeedbackBoard = FeedbackTable(engines, codec)
        self.posts: Posts = PostTable(engines, codec)
        self.feeds: Feeds = FeedTable(engines)
        self.digests: Digests = DigestTable(engines)
        self.spaces: Spaces = SpaceTable(engines)
        self.notes: Notes = NoteTable(engines)
        self.personal: PersonalData = PersonalTable(engines)

    def shelf(self, adapter: str, community: str = "") -> Shelf:
        """Give the shelf of an adapter; without a community it is about the bot's own account."""
        return ShelfTable(self._engines, self._codec, adapter, community)

    async def purge(self, community: str, now: datetime, privacy: Privacy) -> None:
        """Forget what this community keeps no longer, in the record and in backups. Meant for once a day.

        Recorded chat goes too, all of it where the community records none.
        """
        await Retention(self._engines, self._codec, community, now, privacy).apply()
        if self._target.file is not None:
            # What was overwritten stands in the log until it is played in and cut.
            await self._engines.read(lambda c: c.execute(text("PRAGMA wal_checkpoint(TRUNCATE)")))
            await asyncio.to_thread(drop_old, self._target.file, now)

    async def quick_check(self) -> tuple[str, ...]:
        """Look for damage in the file; an empty answer means that there is none."""

        async def work(connection: Transaction) -> tuple[str, ...]:
            if connection.dialect.name != "sqlite":
                await connection.execute(text("SELECT 1"))
                return ()
            found = (await connection.execute(text("PRAGMA quick_check"))).scalars().all()
            return tuple(str(line) for line in found if line != "ok")

        return await self._engines.read(work)

    async def back_up(self, now: datetime) -> Path | None:
        """Copy the database beside itself while the bot goes on; None for one that is not a file."""
        if self._target.file is None:
            return None
        return await asyncio.to_thread(back_up, self._target.file, now)


def _create(connection: Connection) -> None:
    bare = connection.connection.dbapi_connection
    assert isinstance(bare, sqlite3.Connection)
    bare.rollback()  # a transaction was begun; to be copied into, a database must be in none
    _blank().backup(bare)


@cache
def _blank() -> sqlite3.Connection:
    """Give an empty database; to copy it takes a tenth of the time of making every table."""
    blank = sqlite3.connect(":memory:", check_same_thread=False)
    with create_engine("sqlite://", creator=lambda: blank, poolclass=StaticPool).begin() as connection:
        make_tables(connection)
    return blank


@asynccontextmanager
async def open_store(
    where: str | Path | Target,
    codec: Codec,
    clock: Clock | None = None,
    aliases: Aliases = Aliases(),  # noqa: B008  # frozen
) -> AsyncGenerator[Store, None]:
    """Open the database at a path or URL, upgraded if need be; raises StoreRefused when it cannot be used.

    ``aliases`` recognises people who asked to be forgotten, where the record must.
    """
    target = where if isinstance(where, Target) else read_target(where)
    if target.server or target.file is not None:
        await bring_up_to_date(target, (clock or SystemClock()).now())
    engines = open_engines(target, aliases)
    try:
        if target.file is None and not target.server:
            await engines.write(lambda c: c.run_sync(_create))
        yield Store(target, engines, codec)
    finally:
        await engines.close()
