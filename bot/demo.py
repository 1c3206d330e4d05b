"""The playground: the real bot on two pretend messengers, in a web page on this machine."""

import logging
from collections.abc import Sequence
from pathlib import Path

from bot.adapters.files.community import Loaded
from bot.adapters.files.data_dir import DataDir
from bot.adapters.files.settings import Settings
from bot.adapters.playground.platform import PlaygroundPlatform
from bot.adapters.playground.site import Site
from bot.adapters.playground.story import Story
from bot.adapters.playground.world import World
from bot.adapters.store.store import open_store
from bot.app import make, make_codec, serve
from bot.core.ids import DISCORD, TELEGRAM
from bot.runtime.clock import SystemClock

log = logging.getLogger(__name__)

HOW_TO_CONNECT = """\
A pretend community: nothing leaves this computer. Edit {config} and the next message is judged by the new rules.
To connect a real one:    python3 -m bot init
or put tokens into .env:  TOWNKEEPER_DISCORD__TOKEN=...   TOWNKEEPER_TELEGRAM__TOKEN=...
Stop with Ctrl-C."""


async def play(settings: Settings, loaded: Sequence[Loaded]) -> int:
    """Open the playground and run until stopped; the address is the first line it prints.

    Its record lies in a folder of its own and begins anew with the pretend world at every start.
    """
    data = DataDir(settings.data_dir / "playground").prepare()
    _forget(data.database)
    world = World(SystemClock())
    platforms = [PlaygroundPlatform(world, DISCORD), PlaygroundPlatform(world, TELEGRAM)]
    story = Story(world, str(settings.config))
    async with open_store(data.database, make_codec(loaded), SystemClock()) as store:
        made = make(loaded, store, platforms, data, story)
        site = Site(world, platforms, story, settings.config)
        async with site.serve(settings.host, settings.port) as address:
            print(f"Townkeeper's playground: {address}", flush=True)
            print(HOW_TO_CONNECT.format(config=settings.config), flush=True)
            return await serve(made, story)


def _forget(database: Path) -> None:
    for path in database.parent.glob(f"{database.name}*"):
        path.unlink()
