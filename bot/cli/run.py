"""`bot run`: the bot on the messengers that have tokens; without any, the playground."""

import asyncio
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, NoReturn

import click

from bot.adapters.files.community import load_all
from bot.adapters.files.data_dir import DataDirRefused, DataDirTaken
from bot.adapters.files.faults import Refused
from bot.adapters.files.settings import SettingsRefused, read_settings
from bot.cli import CANNOT_GO_ON
from bot.cli.logs import start_logging
from bot.cli.mode import LOCALES, Mode, missing_token, mode
from bot.cli.said import config_option, data_option


@click.command("run")
@click.option("--port", type=click.IntRange(0, 65535), help="Port of the playground; 0 picks a free one.")
@config_option
@data_option
def command(port: int | None, config: Path | None, data_dir: Path | None) -> None:
    """Start the bot; without tokens, the playground."""
    try:
        settings = read_settings(port=port, config=config, data_dir=data_dir)
        loaded = load_all(settings.config, LOCALES, examples=False)
        start = mode(settings, loaded)
    except (SettingsRefused, DataDirRefused) as refused:
        _end(str(refused))
    except Refused as refused:
        _end(refused.shown())
    start_logging(settings)
    match start:
        case Mode.TOKEN_MISSING:
            _end(missing_token(settings))
        case Mode.LIVE:
            from bot.app import live

            sys.exit(_until_stopped(live(settings, loaded)))
        case Mode.PLAYGROUND:
            from bot.demo import play

            sys.exit(_until_stopped(play(settings, loaded)))


def _until_stopped(running: Coroutine[Any, Any, int]) -> int:
    from bot.adapters.playground.address import AddressRefused
    from bot.adapters.store.refused import StoreRefused
    from bot.runtime.loading import CogRefused

    try:
        with asyncio.Runner(loop_factory=_fast_loop()) as runner:
            return runner.run(running)
    except Refused as refused:
        _end(refused.shown())
    except StoreRefused as refused:
        _end(refused.remedy)
    except (CogRefused, DataDirRefused) as refused:
        _end(str(refused))
    except (AddressRefused, DataDirTaken) as refused:
        _end(str(refused), code=1)
    except KeyboardInterrupt:
        return 0


def _fast_loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    try:
        import uvloop
    except ImportError:
        return None
    return uvloop.new_event_loop


def _end(words: str, code: int = CANNOT_GO_ON) -> NoReturn:
    print(words, file=sys.stderr)
    sys.exit(code)
