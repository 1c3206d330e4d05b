"""`bot test`: the whole suite, or the part that pytest's own arguments choose."""

import os
import subprocess
import sys
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parents[2]
SPREAD = ("-n", "auto", "--maxprocesses", "4", "--dist", "worksteal")
"""A worker on each core, up to a number where importing costs more than another one brings."""
_ALONE = ("-n", "--numprocesses", "--dist", "--pdb", "--trace", "-s", "--capture=no", "-h", "--help", "--version")
"""With these, pytest itself is told how many workers there are, or can have none."""


@click.command("test", context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def command(arguments: tuple[str, ...]) -> None:
    """Run the tests, on all cores; ARGUMENTS go to pytest, for example: -k config, or -n 0 for one process."""
    spread = () if any(argument.startswith(_ALONE) for argument in arguments) else SPREAD
    line = [sys.executable, "-m", "pytest", *spread, *arguments]
    os.chdir(ROOT)
    if os.name == "nt":
        sys.exit(subprocess.call(line))  # noqa: S603 - our own interpreter
    os.execv(sys.executable, line)  # noqa: S606 - a process of its own, so that pytest sees every import
