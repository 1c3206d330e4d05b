"""The real engine on the real example config, with its store in memory and nobody at the other end of the line."""

import tempfile
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from bot.adapters.files.community import Loaded, load
from bot.adapters.files.data_dir import DataDir
from bot.adapters.store.store import open_store
from bot.app import make, make_codec
from bot.core.decisions import Decision
from bot.core.ids import DISCORD, TELEGRAM, ChannelRef, Place, Platform, SpaceRef, UserRef
from bot.core.record import Acceptance
from bot.runtime.clock import SystemClock
from bot.runtime.directory import LOBBY, STAFF, Directory
from bot.runtime.trace import Silence
from bot.serving import LOCALES, Made

CONFIG = Path(__file__).resolve().parents[1] / "config" / "community.yaml"
GROUP, STAFF_GROUP = -1001234500001, -1001234500002
GUILD, CHANNEL, STAFF_CHANNEL = 100200300400500600, 100200300400500601, 100200300400500602


class MemoryShelf:
    """An adapter's small memory, without a disk."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    async def get(self, name: str) -> str | None:
        return self._kept.get(name)

    async def put(self, name: str, value: str) -> None:
        self._kept[name] = value

    async def drop(self, name: str) -> None:
        self._kept.pop(name, None)


def account(author: int) -> int:
    """The number of an account, the same on both messengers."""
    return 700_000_000 + author


@asynccontextmanager
async def running(authors: int = 200) -> AsyncGenerator[Made]:
    """Open a bot whose community is where the benchmark talks; everybody has agreed to the guidelines."""
    loaded = load(CONFIG.read_bytes(), str(CONFIG), LOCALES)
    with tempfile.TemporaryDirectory() as folder:
        data = DataDir(Path(folder)).prepare()
        async with open_store(":memory:", make_codec([loaded]), SystemClock()) as store:
            made = make([loaded], store, [], data, Silence())
            made.engine.communities.settle(loaded.community.key, _directory())
            await _everybody_agreed(made, loaded, authors)
            yield made
            await made.engine.outbox.drain(timedelta(0))


async def _everybody_agreed(made: Made, loaded: Loaded, authors: int) -> None:
    version, now = loaded.community.guidelines_version, SystemClock().now()
    rows = tuple(
        Acceptance(space, UserRef(space.platform, str(account(author))), version, version, now)
        for space in (_space(TELEGRAM, GROUP), _space(DISCORD, GUILD))
        for author in range(authors)
    )
    await made.store.ledger.commit(loaded.community.key, "", Decision(rows=rows), now)


def _directory() -> Directory:
    pins = {
        (LOBBY, TELEGRAM): Place(ChannelRef(TELEGRAM, str(GROUP)), _space(TELEGRAM, GROUP)),
        (STAFF, TELEGRAM): Place(ChannelRef(TELEGRAM, str(STAFF_GROUP)), _space(TELEGRAM, STAFF_GROUP)),
        (LOBBY, DISCORD): Place(ChannelRef(DISCORD, str(CHANNEL)), _space(DISCORD, GUILD)),
        (STAFF, DISCORD): Place(ChannelRef(DISCORD, str(STAFF_CHANNEL)), _space(DISCORD, GUILD)),
    }
    spaces = frozenset(place.space for place in pins.values() if place.space is not None)
    return Directory(pins, spaces, frozenset())


def _space(platform: Platform, native: int) -> SpaceRef:
    return SpaceRef(platform, str(native))
