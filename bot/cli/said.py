"""How the shell's commands read what all of them need, and refuse in plain sentences."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from bot.adapters.files.settings import Settings, SettingsRefused, read_settings
from bot.cli import CANNOT_GO_ON

LOCALES = Path(__file__).resolve().parents[2] / "locales"
_F = TypeVar("_F", bound=Callable[..., Any])


def give_up(sentence: str) -> NoReturn:
    """Say what is wrong and what to do, and end with the code that means: do not try again before it is put right."""
    click.echo(sentence, err=True)
    sys.exit(CANNOT_GO_ON)


def settings_of(**options: Any) -> Settings:  # noqa: ANN401 - options of any type
    """Read the settings, options of the command line first."""
    try:
        return read_settings(**options)
    except SettingsRefused as refused:
        give_up(str(refused))


def config_option(command: _F) -> _F:
    """Add ``--config``."""
    kind = click.Path(path_type=Path)
    return click.option("--config", type=kind, help="The community's file, or a folder with one for each.")(command)


def data_option(command: _F) -> _F:
    """Add ``--data``."""
    kind = click.Path(file_okay=False, path_type=Path)
    return click.option("--data", "data_dir", type=kind, help="Where the record is kept.")(command)
