"""`bot drill`: a made-up raid on the real bot with pretend messengers, in made-up time; nobody is touched."""

import asyncio
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO

import click

from bot.adapters.files.community import Loaded, load
from bot.adapters.files.data_dir import DataDir
from bot.adapters.files.faults import Refused as FileRefused
from bot.adapters.files.yaml_source import files_in, read_bytes
from bot.adapters.playground.platform import PlaygroundPlatform
from bot.adapters.playground.world import World
from bot.cli.said import LOCALES, config_option, give_up, settings_of
from bot.core.actions import Action, Send
from bot.core.doors import SetPace, SetRights
from bot.core.events import MemberJoined
from bot.core.ids import DISCORD, TELEGRAM, UserRef
from bot.core.people import Member
from bot.core.receipts import Attempt, Done
from bot.core.text import Voice
from bot.runtime.trace import Silence

LATENCY = timedelta(milliseconds=200)
"""What every request to a messenger takes in the drill."""
BEGINS = datetime(2030, 1, 1, 12, tzinfo=UTC)
LONGEST_STORM = 400
"""Looks at the clock, a minute each, within which everything must be open again."""


class DrillClock:
    """Time that only the drill moves."""

    def __init__(self) -> None:
        self.at = BEGINS

    def now(self) -> datetime:
        return self.at


@dataclass(frozen=True, slots=True)
class Asked:
    """One request of the bot, when it was answered, and how."""

    at: datetime
    action: Action
    attempt: Attempt


class Distant(PlaygroundPlatform):
    """A pretend messenger whose answers take their time, and that remembers what it was asked."""

    def __init__(self, world: World, dialect: str, clock: DrillClock) -> None:
        super().__init__(world, DISCORD if dialect == DISCORD else TELEGRAM)
        self._clock = clock
        self.asked: list[Asked] = []

    async def perform(self, action: Action, voice: Voice, nonce: str, content: IO[bytes] | None = None) -> Attempt:
        self._clock.at += LATENCY
        attempt = await super().perform(action, voice, nonce, content)
        self.asked.append(Asked(self._clock.at, action, attempt))
        return attempt


@click.command("drill")
@click.option("--joins", default=300, show_default=True, type=click.IntRange(1, 20_000), help="So many come in.")
@click.option("--within", default=60, show_default=True, type=click.IntRange(1, 3600), help="In so many seconds.")
@click.option("--on", type=click.Choice(["discord", "telegram"]), default="discord", show_default=True)
@config_option
def command(joins: int, within: int, on: str, config: Path | None) -> None:
    """Play a raid against your config, and print how long it takes until everything is shut, and open again."""
    loaded = _loaded(settings_of(config=config).config)
    if loaded.community.storm is None:
        give_up(f"{loaded.path} has no storm: section, so no number of newcomers raises a level. See docs/storms.md.")
    for line in asyncio.run(_drill(loaded, joins, timedelta(seconds=within), on)):
        click.echo(line)


def _loaded(path: Path) -> Loaded:
    try:
        first = files_in(path)[0]
        return load(read_bytes(first), str(first), LOCALES)
    except FileRefused as refused:
        give_up(refused.shown())


async def _drill(loaded: Loaded, joins: int, within: timedelta, on: str) -> list[str]:
    from bot.adapters.store.store import open_store
    from bot.app import make, make_codec

    clock = DrillClock()
    platform = Distant(World(clock), on, clock)
    platform.know(loaded.community.places)
    with tempfile.TemporaryDirectory() as folder:
        data = DataDir(Path(folder)).prepare()
        async with open_store(":memory:", make_codec([loaded]), clock) as store:
            made = make([loaded], store, [platform], data, Silence(), clock=clock)
            engine = made.engine
            await engine.ready(platform)
            side, came = platform.side, 0
            raised_at: tuple[datetime, int] | None = None
            for came in range(1, joins + 1):
                clock.at = max(clock.at, BEGINS + within * came / joins)
                who = Member(UserRef(platform.name, f"raider-{came}"), f"Raider {came}", joined_at=clock.at)
                began = clock.at
                await engine.take(MemberJoined(f"drill:{came}", side.space, who, clock.at))
                if raised_at is None and engine.communities.get(loaded.community.key).crisis:  # type: ignore[union-attr]
                    raised_at = (began, came)
                await engine.outbox.idle()
            shut = frozenset(side.shut)
            minutes = 0
            while engine.communities.get(loaded.community.key).crisis and minutes < LONGEST_STORM:  # type: ignore[union-attr]
                minutes += 1
                clock.at += timedelta(minutes=1)
                await engine.scheduler.fire_due()
                await engine.outbox.idle()
            await engine.outbox.drain(timedelta(seconds=5))
    return _told(platform.asked, joins, raised_at, sorted(shut), minutes, is_open=not side.shut and not side.pace)


def _told(
    asked: Sequence[Asked],
    joins: int,
    raised_at: tuple[datetime, int] | None,
    shut: Sequence[str],
    minutes: int,
    *,
    is_open: bool,
) -> list[str]:
    if raised_at is None:
        return [f"{joins} people came in and no level was raised: the limits under storm: are higher than that."]
    began, number = raised_at
    levers = [one for one in asked if isinstance(one.action, SetRights | SetPace) and one.at >= began]
    worked = [one for one in levers if isinstance(one.attempt, Done)]
    first = f"{(worked[0].at - began).total_seconds():.1f} s" if worked else "never"
    refused = [one for one in asked if not isinstance(one.attempt, Done)]
    return [
        f"people who came in             {joins}",
        f"level raised at newcomer no.   {number}",
        f"time to lockdown               {first} (each request takes {LATENCY.total_seconds():.1f} s here)",
        f"shut at the height             {', '.join(shut) or 'nothing'}",
        f"messages of the bot            {sum(isinstance(one.action, Send) for one in asked)}",
        f"requests, and refused ones     {len(asked)}, {len(refused)}",
        f"calm again after               {minutes} min",
        f"everything as it was           {'yes' if is_open else 'NO'}",
    ]
