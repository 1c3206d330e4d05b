"""A record as a big community has it after years, and a messenger that answers at once."""

import sqlite3
import tempfile
import time
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, TypeAlias

from bench.engine import CONFIG, GROUP, STAFF_GROUP
from bot.adapters.files.community import load
from bot.adapters.files.data_dir import DataDir
from bot.adapters.store.store import open_store
from bot.app import make, make_codec
from bot.core.actions import Action, Answer, Send
from bot.core.attachments import Enclosure
from bot.core.capabilities import Capabilities, Capability
from bot.core.commands import CommandSpec
from bot.core.ids import TELEGRAM, ChannelRef, MessageRef, Place, Platform, SpaceRef, UserRef
from bot.core.people import Member, Rank
from bot.core.ports import Sink
from bot.core.receipts import Attempt, Done
from bot.core.text import Voice, Voices
from bot.runtime.clock import SystemClock
from bot.runtime.codec import Codec
from bot.runtime.directory import LOBBY, STAFF, Directory
from bot.runtime.trace import Silence
from bot.serving import LOCALES, Made

CASES = 100_000
MEMBERS = 100_000
Fill: TypeAlias = Callable[[Path, str, Codec], None]
"""Writes rows of a community into a database file."""
MUCH = 500
"""Cases of the one person who has many."""
SPACE = SpaceRef(TELEGRAM, str(GROUP))
LOBBY_PLACE = Place(ChannelRef(TELEGRAM, str(GROUP)), SPACE)
STAFF_PLACE = Place(ChannelRef(TELEGRAM, str(STAFF_GROUP)), SpaceRef(TELEGRAM, str(STAFF_GROUP)))
MODERATOR = Member(UserRef(TELEGRAM, "1"), "Mo", Rank.MODERATOR)
MANAGER = Member(UserRef(TELEGRAM, "3"), "Ma")
BUSY = Member(UserRef(TELEGRAM, "2"), "Busy")
_ACTS = ("warn", "mute", "warn", "note", "warn", "kick", "warn", "ban")
_HAS = frozenset(Capability) - {Capability.PRIVATE_ANSWER, Capability.FORM}


def member(number: int) -> Member:
    """One of the many."""
    return Member(UserRef(TELEGRAM, str(1_000_000 + number)), f"Member {number}")


class Instantly:
    """A messenger where everything works, at once and without a wire."""

    def __init__(self) -> None:
        self.answers: list[Answer] = []
        self.sent: list[Send] = []
        self.sent_at = (0.0, 0.0)
        """When the last one came: in processor time, and on the wall."""
        self.file = Path()
        self._sent = 0

    name: Platform = TELEGRAM
    dialect: Platform = TELEGRAM

    async def run(self, sink: Sink, ready: object) -> None:
        del sink, ready

    async def perform(self, action: Action, voice: Voice, nonce: str, content: object = None) -> Attempt:
        del nonce, content
        if isinstance(action, Answer | Send):
            voice(action.body)
        if isinstance(action, Answer):
            self.answers.append(action)
        if isinstance(action, Send):
            self.sent.append(action)
            self.sent_at = (time.process_time(), time.perf_counter())
        self._sent += 1
        return Done(MessageRef(STAFF_PLACE, str(self._sent)))

    async def capabilities(self, place: Place) -> Capabilities:
        del place
        return Capabilities(_HAS)

    async def fetch(self, enclosure: Enclosure, limit: int, into: IO[bytes]) -> Attempt:
        del enclosure, limit, into
        return Done()

    async def member(self, space: SpaceRef, user: UserRef) -> Member | None:
        del space
        return MODERATOR if user == MODERATOR.user else Member(user, f"Member {user.native}")

    def seen(self, space: SpaceRef, user: UserRef) -> Member | None:
        del space, user
        return None

    async def find_place(self, name: str) -> Place | None:
        del name
        return None

    async def find_role(self, name: str, spaces: Sequence[SpaceRef]) -> str | None:
        del name, spaces
        return None

    def publish(self, commands: Sequence[CommandSpec], voices: Voices) -> None:
        del commands, voices

    def paste(self, place: Place) -> str:
        return str(place.channel)

    def link(self, message: MessageRef) -> str:
        return f"https://example.org/{message.native}"


@asynccontextmanager
async def full_record(fill: Fill | None = None) -> AsyncGenerator[tuple[Made, Instantly]]:
    """Open a bot on a file with that many cases and members; ``fill`` puts something else in there instead."""
    loaded = load(CONFIG.read_bytes(), str(CONFIG), LOCALES)
    with tempfile.TemporaryDirectory() as folder:
        data = DataDir(Path(folder)).prepare()
        file = Path(folder) / "full.db"
        codec = make_codec([loaded])
        async with open_store(file, codec, SystemClock()) as store:
            (fill or _fill)(file, loaded.community.key, codec)
            chat = Instantly()
            chat.file = file
            made = make([loaded], store, [chat], data, Silence())
            pins = {(LOBBY, TELEGRAM): LOBBY_PLACE, (STAFF, TELEGRAM): STAFF_PLACE}
            spaces = frozenset({SPACE, SpaceRef(TELEGRAM, str(STAFF_GROUP))})
            made.engine.communities.settle(loaded.community.key, Directory(pins, spaces, frozenset()))
            home = made.engine.communities.get(loaded.community.key)
            assert home is not None
            team = home.community.team
            home.community = replace(home.community, team=replace(team, managers=team.managers | {MANAGER.user}))
            made.engine.delivery.connected(TELEGRAM)
            yield made, chat
            await made.engine.outbox.drain(timedelta(0))


def _fill(file: Path, community: str, codec: Codec) -> None:
    """Written at once: filing them one by one would take longer than the measuring."""
    del codec
    start = datetime(2024, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    every = max(1, CASES // MUCH)
    with closing(sqlite3.connect(file)) as record, record:
        record.executemany(
            "INSERT INTO cases VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, NULL, '', 0)",
            (_case(community, number, every, start) for number in range(1, CASES + 1)),
        )
        record.executemany(
            "INSERT INTO acceptances VALUES (?, ?, ?, 'v', 'v', ?)",
            ((community, str(SPACE), str(member(n).user), _moment(start)) for n in range(MEMBERS)),
        )
        record.execute("INSERT OR REPLACE INTO counters VALUES (?, 'case', ?)", (community, CASES))


def _case(community: str, number: int, every: int, start: datetime) -> tuple[object, ...]:
    who = BUSY if number % every == 0 else member(number * 7919 % MEMBERS)
    return (
        community,
        number,
        str(SPACE),
        str(who.user),
        who.name,
        _ACTS[number % len(_ACTS)],
        _moment(start + timedelta(minutes=10 * number)),
        f"telegram:{number % 40 + 10}" if number % 3 else None,
        "A moderator" if number % 3 else "",
        1,
        "kind" if number % 5 else "no-ads",
        "" if number % 3 else "swearing",
        f"what happened in {number}",
        "[]",
    )


def _moment(at: datetime) -> str:
    return at.isoformat(" ", "microseconds")
