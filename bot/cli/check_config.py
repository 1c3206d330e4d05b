"""`bot check-config`: every fault of a config file at once."""

import json
import sys
from pathlib import Path

import click

from bot.adapters.files.faults import Refused
from bot.cli.said import LOCALES, settings_of


@click.command("check-config")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def command(file: Path | None, *, as_json: bool) -> None:
    """Tell everything that is wrong with FILE (or a folder of files), with line, column and what was meant."""
    from bot.adapters.files.community import load
    from bot.adapters.files.yaml_source import files_in, read_bytes

    path = file or settings_of().config
    refusals: list[Refused] = []
    good: list[tuple[Path, tuple[str, ...]]] = []
    try:
        paths = files_in(path)
    except Refused as refused:
        paths, refusals = (), [refused]
    for one in paths:
        try:
            good.append((one, load(read_bytes(one), str(one), LOCALES).planned))
        except Refused as refused:
            refusals.append(refused)
    if as_json:
        _print_json(good, refusals)
    else:
        _print(good, refusals)
    sys.exit(1 if refusals else 0)


def _print_json(good: list[tuple[Path, tuple[str, ...]]], refusals: list[Refused]) -> None:
    faults = [fault for refused in refusals for fault in refused.as_data()]
    planned = {str(path): list(names) for path, names in good if names}
    click.echo(json.dumps({"ok": not faults, "faults": faults, "planned": planned}, indent=2, ensure_ascii=False))


def _print(good: list[tuple[Path, tuple[str, ...]]], refusals: list[Refused]) -> None:
    for path, planned in good:
        click.echo(f"{path}: in order")
        for name in planned:
            click.echo(f"  this version does not act on {name} yet")
    for refused in refusals:
        click.echo(refused.shown())
