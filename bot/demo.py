"""The playground: the real bot on two pretend messengers, in a web page on this machine."""

import asyncio
import importlib
from collections.abc import Generator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bot.adapters.files.community import Loaded, try_examples
from bot.adapters.files.data_dir import DataDir, DataDirTaken
from bot.adapters.files.settings import Settings
from bot.adapters.playground.platform import PlaygroundPlatform
from bot.adapters.playground.site import Site
from bot.adapters.playground.story import Story
from bot.adapters.playground.world import World
from bot.core.ids import DISCORD, TELEGRAM
from bot.runtime.aliases import Aliases
from bot.runtime.clock import SystemClock
from bot.runtime.stopping import Stopping, listen

HOW_TO_CONNECT = """\
A pretend community: nothing leaves this computer. Edit {config} and the next message is judged by the new rules.
To connect a real one:    python3 -m bot init
or put tokens into .env:  TOWNKEEPER_DISCORD__TOKEN=...   TOWNKEEPER_TELEGRAM__TOKEN=...
Stop with Ctrl-C."""


async def play(settings: Settings, loaded: Sequence[Loaded]) -> int:
    """Open the playground and run until stopped; the address is the first line it prints.

    The page is there first; the bot behind it wakes while it loads, and what people do meanwhile waits for it.
    Raises Refused when an example beside a rule fails.
    """
    stop = listen()
    world = World(SystemClock())
    platforms = [PlaygroundPlatform(world, DISCORD), PlaygroundPlatform(world, TELEGRAM)]
    story = Story(world, str(settings.config))
    site = Site(world, platforms, story, settings.config)
    async with site.serve(settings.host, settings.port) as address:
        print(f"Townkeeper's playground: {address}", flush=True)
        for platform in platforms:
            platform.know(loaded[0].community.places)
        await asyncio.to_thread(try_examples, loaded)
        print(HOW_TO_CONNECT.format(config=settings.config), flush=True)
        await asyncio.to_thread(importlib.import_module, "bot.app")
        if stop.event.is_set():
            return 0
        return await _wake(settings, loaded, platforms, story, stop)


async def _wake(
    settings: Settings,
    loaded: Sequence[Loaded],
    platforms: Sequence[PlaygroundPlatform],
    story: Story,
    stop: Stopping,
) -> int:
    from bot.adapters.store.store import open_store
    from bot.app import make, make_codec
    from bot.serving import serve

    with _own_folder(settings.data_dir) as data:
        _forget(data.database)
        async with open_store(data.database, make_codec(loaded), SystemClock(), Aliases((data.key(),))) as store:
            made = await asyncio.to_thread(make, loaded, store, platforms, data, story)
            return await serve(made, story, stop)


@contextmanager
def _own_folder(data_dir: Path) -> Generator[DataDir]:
    """A folder beside the real record, begun anew with the pretend world at every start; a free one, if one plays."""
    for name in ("playground", *(f"playground-{number}" for number in range(2, 10))):
        data = DataDir(data_dir / name).prepare()
        with ExitStack() as held:
            try:
                held.enter_context(data.alone())
            except DataDirTaken:
                continue
            yield data
            return
    raise DataDirTaken(
        f"Nine playgrounds are open in {data_dir}; close one, or give this one another folder: --data DIR"
    )


def _forget(database: Path) -> None:
    for path in database.parent.glob(f"{database.name}*"):
        path.unlink()
