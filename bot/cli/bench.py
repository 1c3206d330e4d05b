"""`bot bench`: every measurement, or those that `--only` names, onto one page."""

import os
import subprocess
import sys

import click

from bot.cli.test import ROOT


@click.command("bench", context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def command(arguments: tuple[str, ...]) -> None:
    """Take every measurement and write docs/figures.md.

    ARGUMENTS: --only words,raid takes some of them; --corpora DIR adds the labelled sets that do not ship; --quick
    draws less often and writes nothing; --page FILE writes elsewhere.
    """
    line = [sys.executable, "-m", "bench", *arguments]
    os.chdir(ROOT)
    if os.name == "nt":
        sys.exit(subprocess.call(line))  # noqa: S603 - our own interpreter
    os.execv(sys.executable, line)  # noqa: S606 - a process of its own, as for the tests
