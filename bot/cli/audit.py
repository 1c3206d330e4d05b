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

from bot.adapters.files.settings import Settings
from bot.cli.said import config_option, data_option, settings_of
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
    found = asyncio.run(_read(settings, community, span))
    _print_csv(found) if kind == "csv" else _print_lines(found)


async def _read(settings: Settings, community: str, span: timedelta) -> Sequence[AuditEntry]:
    from bot.cli.record import community_of, open_record

    key = community_of(settings, community)
    since = datetime.now(UTC) - span  # noqa: TID251 - a command of the shell is where time comes from
    async with open_record(settings) as store:
        return [one async for one in store.fairness.audits.since(key, since)]


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
