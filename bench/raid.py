"""What a raid of 10,000 joins costs: memory and time, the real engine with storm, gate and greeter, and its store.

Start it with `python3 -m bench.raid`. It ends with 1 where the raid adds 60 MB or more. Time is that of the
processor: all that follows from a join in the whole process, the store's threads included.
"""

import asyncio
import gc
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
JOINS = 10_000
LIMIT_MB = 60.0
CONFIG = """
community: {name: Riverside, live: true}
places:
  lobby: {telegram: "@riverside"}
  staff: {telegram: "@riverside_staff"}
guidelines: {kind: Argue with ideas.}
welcome: {text: "Hi {name}!", agree: required}
gate: {clean_up: [joins], within: 1h}
storm:
  levels:
    1: {joins: 20 in 1m, pace: 10s, links: off}
    2: {joins: 100 in 1m, shut: [join, invite, speak], pace: 30s, statement: We look into it.}
  newcomers: gate
"""


def main() -> None:
    """Measure and print."""
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    cost = asyncio.run(_run())
    each, wall = cost.busy / JOINS * 1000, cost.wall / JOINS * 1000
    print(f"{JOINS:,} joins add {cost.added:.1f} MB, {cost.peak:.1f} MB at most (less than {LIMIT_MB:.0f} MB);")
    print(f"each takes {each:.2f} ms of processor time, {wall:.2f} ms by the clock")
    if cost.peak >= LIMIT_MB:
        sys.exit(f"{LIMIT_MB:.0f} MB or more")


@dataclass(frozen=True, slots=True)
class Cost:
    """MB that stayed, and that were there at most; seconds of processor time, and by the clock."""

    added: float
    peak: float
    busy: float
    wall: float


async def _run() -> Cost:
    from bot.adapters.files.community import load
    from bot.adapters.files.data_dir import DataDir
    from bot.adapters.playground.platform import PlaygroundPlatform
    from bot.adapters.playground.world import World
    from bot.adapters.store.store import open_store
    from bot.app import make, make_codec
    from bot.core.events import MemberJoined
    from bot.core.ids import TELEGRAM, UserRef
    from bot.core.people import Member
    from bot.runtime.clock import SystemClock
    from bot.runtime.trace import Silence
    from bot.serving import LOCALES

    clock = SystemClock()
    loaded = load(CONFIG.encode(), "raid.yaml", LOCALES)
    platform = PlaygroundPlatform(World(clock), TELEGRAM)
    platform.know(loaded.community.places)
    with tempfile.TemporaryDirectory() as folder:
        data = DataDir(Path(folder)).prepare()
        async with open_store(data.database, make_codec([loaded]), clock) as store:
            made = make([loaded], store, [platform], data, Silence())
            await made.engine.ready(platform)
            space = platform.side.space

            async def join(number: int) -> None:
                who = Member(UserRef(platform.name, f"raider-{number}"), f"Raider {number}", joined_at=clock.now())
                await made.engine.take(MemberJoined(f"raid:{number}", space, who, clock.now()))

            for number in range(10):  # what is made once is no part of it
                await join(-number - 1)
            await made.engine.outbox.idle()
            gc.collect()
            before = _resident()
            peak, began, idle = before, time.perf_counter(), time.process_time()
            for number in range(JOINS):
                await join(number)
                if number % 100 == 0:
                    await made.engine.scheduler.fire_due()
                    peak = max(peak, _resident())
            await made.engine.outbox.idle()
            wall, busy = time.perf_counter() - began, time.process_time() - idle
            gc.collect()
            after = _resident()
            if made.engine.dispatcher.failures or not made.engine.communities.get(loaded.community.key).crisis:  # type: ignore[union-attr]
                sys.exit("this run proves nothing: there were faults, or no storm")
            await made.engine.outbox.drain(timedelta(seconds=5))
    return Cost(after - before, max(peak, after) - before, busy, wall)


def _resident() -> float:
    """The process's memory in MB, as the system counts it."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    main()
