"""A bot at work: its engine beside what goes on in the background, until a signal comes."""

import asyncio
import gc
import logging
import sys
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bot.adapters.files.branded import remarks
from bot.adapters.files.community import Loaded
from bot.adapters.files.config_file import ConfigFile, follow
from bot.adapters.files.faults import Refused
from bot.adapters.store.store import Store
from bot.core.decisions import Decision
from bot.core.ids import Platform, UserRef
from bot.core.ports import ChatPlatform
from bot.core.record import Audit
from bot.runtime.clock import SystemClock
from bot.runtime.engine import Engine
from bot.runtime.stopping import Stopping
from bot.runtime.trace import Reloaded, Trace

log = logging.getLogger(__name__)

LOCALES = Path(__file__).resolve().parent.parent / "locales"

BY_HAND = UserRef(Platform("host"), "config-file")
"""Whoever may write the config file on the host: nobody else is known of a change that was made there."""

DAY, SOON = 86_400, 3_600
"""Seconds until what is kept no longer is forgotten again, and until that is tried again where it failed."""

CANNOT_GO_ON = 78
"""EX_CONFIG: a supervisor should not try again before somebody has read what was said."""


@dataclass(frozen=True, slots=True)
class Made:
    """A bot that is ready to run: its engine, its store and the files it follows."""

    engine: Engine
    store: Store
    files: tuple[ConfigFile, ...]


async def serve(made: Made, trace: Trace, stop: Stopping) -> int:
    """Run everything until a signal comes; SIGINT leaves within two seconds, SIGTERM finishes what is under way."""
    engine = made.engine
    await engine.recover()
    background = [
        asyncio.create_task(_warm(made), name="words"),
        asyncio.create_task(engine.scheduler.run(), name="scheduler"),
        asyncio.create_task(_follow(made, trace), name="config"),
        asyncio.create_task(_purge_daily(made), name="retention"),
    ]
    if engine.courier.is_needed:
        background.append(asyncio.create_task(engine.courier.run(), name="letters"))
    if engine.reader.is_needed:
        background.append(asyncio.create_task(engine.reader.run(), name="feeds"))
    for task in background:
        task.add_done_callback(_tell_of_its_end)
    running = {asyncio.create_task(engine.supervise(p), name=p.name): p for p in engine.parts.platforms}
    try:
        return await _until(stop, running)
    finally:
        for task in (*running, *background):
            task.cancel()
        await asyncio.gather(*running, *background, return_exceptions=True)
        await engine.outbox.drain(timedelta(seconds=stop.patience))


async def _until(stop: Stopping, running: dict[asyncio.Task[None], ChatPlatform]) -> int:
    """Wait for a signal; a platform that refuses is said once, and only when all have refused the bot ends."""
    waiting = asyncio.create_task(stop.event.wait())
    left = set(running)
    while left:
        done, _ = await asyncio.wait({waiting, *left}, return_when=asyncio.FIRST_COMPLETED)
        if waiting in done:
            return 0
        for task in done & left:
            left.discard(task)
            fault = task.exception()
            print(getattr(fault, "remedy", None) or f"{task.get_name()}: {fault}", file=sys.stderr)
    waiting.cancel()
    return CANNOT_GO_ON


async def _warm(made: Made) -> None:
    """Compile the words while the client libraries connect."""
    for file in made.files:
        await asyncio.to_thread(file.current.warm)
        await asyncio.to_thread(_count_slips, file.current)
    # Word lists are most of what there is and never garbage: looked through now and then, they held up a message.
    gc.collect()
    gc.freeze()


async def _follow(made: Made, trace: Trace) -> None:
    clock = SystemClock()

    async def took(one: Loaded) -> None:
        await made.engine.reconfigure(one.community)
        changed = Audit(BY_HAND, "config file", f"version {one.community.version}", clock.now(), "config file")
        await made.store.ledger.commit(one.community.key, "", Decision(rows=(changed,)), clock.now())
        log.info("%s: the new config counts from now on", one.path)
        await asyncio.to_thread(_count_slips, one)
        trace.note(Reloaded(one.community.key, (), clock.now()))

    async def refused(faults: Refused) -> None:
        log.error("%s\nThe last good config stays.", faults.shown())
        trace.note(Reloaded("", tuple(faults.blocks()), clock.now()))

    await follow(made.files, took, refused)


def _count_slips(loaded: Loaded) -> None:
    slips = sum(1 for _ in remarks(loaded.community, LOCALES))
    if slips:
        log.warning("%s: %s slips of style; `python3 -m bot check-config` shows them", loaded.path, slips)


async def _purge_daily(made: Made) -> None:
    while True:
        is_done = await purge_all(made)
        await asyncio.sleep(DAY if is_done else SOON)


async def purge_all(made: Made) -> bool:
    """Forget what each community keeps no longer; False where that has to be tried again."""
    is_done = True
    for home in made.engine.communities:
        try:
            await made.store.purge(home.key, SystemClock().now(), home.community.privacy)
        except Exception:  # the boundary of one community's purge: a full disk passes, and what is due stays due
            log.exception("%s: what is kept no longer could not be forgotten", home.key)
            is_done = False
    return is_done


def _tell_of_its_end(task: asyncio.Task[None]) -> None:
    """Nothing that goes on in the background ends in silence; nobody waits for it before the bot stops."""
    fault = None if task.cancelled() else task.exception()
    if fault is not None:
        log.error("%s: this has ended, and the bot goes on without it", task.get_name(), exc_info=fault)
