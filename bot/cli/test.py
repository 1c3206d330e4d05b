"""`bot test`: the whole suite, or the part that pytest's own arguments choose."""

import os
import subprocess
import sys
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parents[2]


@click.command("test", context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def command(arguments: tuple[str, ...]) -> None:
    """Run the tests; ARGUMENTS go to pytest, for example: -k config."""
    line = [sys.executable, "-m", "pytest", *arguments]
    os.chdir(ROOT)
    if os.name == "nt":
        sys.exit(subprocess.call(line))  # noqa: S603 - our own interpreter
    os.execv(sys.executable, line)  # noqa: S606 - a process of its own, so that pytest sees every import
