"""`bot audit`: what the team did, as lines for a spreadsheet or for programs."""

import asyncio
import csv
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from bot.adapters.files.faults import Refused
from bot.cli.said import LOCALES, config_option, data_option, give_up, settings_of
from bot.core.durations import parse_duration
from bot.runtime.fairness import AuditEntry

COLUMNS = ("id", "at", "by", "by_name", "act", "detail")


@click.command("audit")
@click.option("--since", default="30d", show_default=True, help="How far back: 12h, 7d, 365d.")
@click.option("--format", "kind", type=click.Choice(["csv", "jsonl"]), default="csv", show_default=True)
@click.option("--community", default="", help="Its id, if the config is a folder of several.")
@config_option
@data_option
def command(since: str, kind: str, community: str, config: Path | None, data_dir: Path | None) -> None:
    """Print what the team did: every act of a moderator, every change of the config; the oldest first."""
    span = parse_duration(since)
    if span is None:
        raise click.BadParameter('this should be a span of time such as "7d"', param_hint="--since")
    settings = settings_of(config=config, data_dir=data_dir)
    url = None if settings.database_url is None else settings.database_url.get_secret_value()
    key = community or _only(settings.config)
    found = asyncio.run(_read(settings.data_dir, url, key, span))
    _print_csv(found) if kind == "csv" else _print_lines(found)


def _only(path: Path) -> str:
    from bot.adapters.files.community import load_all

    try:
        loaded = load_all(path, LOCALES)
    except Refused as refused:
        give_up(refused.shown())
    keys = [one.community.key for one in loaded]
    if len(keys) > 1:
        give_up(f"{path} holds {len(keys)} communities. Say which one: --community {keys[0]}")
    return keys[0]


async def _read(data_dir: Path, url: str | None, community: str, span: timedelta) -> Sequence[AuditEntry]:
    from bot.adapters.files.data_dir import DataDir
    from bot.adapters.store.refused import StoreRefused
    from bot.adapters.store.store import open_store
    from bot.runtime.codec import core_codec

    file = DataDir(data_dir).database
    if url is None and not file.is_file():
        give_up(f"There is no record at {file}. If it is elsewhere, say so: --data DIR")
    since = datetime.now(UTC) - span  # noqa: TID251 - a command of the shell is where time comes from
    try:
        async with open_store(url or file, core_codec()) as store:
            return [one async for one in store.fairness.audits.since(community, since)]
    except StoreRefused as refused:
        give_up(refused.remedy)


def _print_csv(found: Sequence[AuditEntry]) -> None:
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(COLUMNS)
    out.writerows([_safe(str(value)) for value in _data(entry).values()] for entry in found)


def _print_lines(found: Sequence[AuditEntry]) -> None:
    for entry in found:
        click.echo(json.dumps(_data(entry), ensure_ascii=False))


def _data(entry: AuditEntry) -> dict[str, object]:
    known = asdict(entry) | {"by": str(entry.by), "at": entry.at.isoformat()}
    return {name: known[name] for name in COLUMNS}


def _safe(cell: str) -> str:
    """A spreadsheet runs what looks like a formula, and anybody can call herself one."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
