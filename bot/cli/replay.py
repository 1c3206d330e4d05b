"""`bot replay`: rules over chat that was; it tells whom they would have hit, and does nothing."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click

from bot.adapters.files.community import Loaded, load
from bot.adapters.files.faults import Refused
from bot.adapters.files.settings import Settings
from bot.adapters.files.yaml_source import files_in, read_bytes
from bot.cli.said import LOCALES, data_option, give_up, settings_of
from bot.core.durations import parse_duration
from bot.core.lessons import Recorded
from bot.domain.moderation.replay import Change, Struck, change, replay, sums

MOST_SHOWN = 20
_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command("replay")
@click.option("--since", default="30d", show_default=True, help="How far back: 12h, 7d, 30d.")
@click.option("--config", "new", type=_FILE, help="Compare with the rules of this file.")
@click.option("--current", type=_FILE, help="The rules in use, if not those of the bot's own config.")
@click.option("--chat", type=_FILE, help="An exported chat instead of what was recorded.")
@data_option
@click.option("--json", "as_json", is_flag=True, help="For programs; every hit, not only the first ones.")
def command(
    since: str, new: Path | None, current: Path | None, chat: Path | None, data_dir: Path | None, *, as_json: bool
) -> None:
    """Try rules out on recorded chat, or on an export; nothing is done.

    --chat takes Telegram Desktop's result.json, DiscordChatExporter's JSON, or a line of JSON for each message.
    """
    span = parse_duration(since)
    if span is None:
        raise click.BadParameter('this should be a span of time such as "7d"', param_hint="--since")
    settings = settings_of(data_dir=data_dir)
    loaded = [_loaded(current or settings.config)]
    if new is not None:
        loaded.append(_loaded(new))
    said = _exported(chat) if chat is not None else asyncio.run(_recorded(settings, loaded[0], span))
    length, struck = replay(said, [one.community.policy for one in loaded])
    changed = change(*struck) if new is not None else None
    _print_json(length, loaded, struck, changed) if as_json else _print(length, loaded, struck, changed)


def _loaded(path: Path) -> Loaded:
    try:
        first, *others = files_in(path)
        if others:
            give_up(f"{path} holds {len(others) + 1} communities. Say which one: --current {first}")
        return load(read_bytes(first), str(first), LOCALES)
    except Refused as refused:
        give_up(refused.shown())


def _exported(chat: Path) -> Sequence[Recorded]:
    from bot.adapters.files.chat_export import ChatRefused, read_chat

    try:
        return read_chat(chat)
    except (ChatRefused, OSError) as refused:
        give_up(str(refused))


async def _recorded(settings: Settings, loaded: Loaded, span: timedelta) -> Sequence[Recorded]:
    from bot.adapters.files.data_dir import DataDir
    from bot.adapters.store.refused import StoreRefused
    from bot.adapters.store.store import open_store
    from bot.runtime.codec import core_codec

    kept = loaded.community.privacy.record_for_replay
    if kept is None:
        give_up(
            f"Nothing is recorded: privacy.record_for_replay is off in {loaded.path}.\n"
            "Set it to 7d, say, tell your members, and come back in a few days; or try an exported chat: --chat FILE"
        )
    url, file = settings.database_url, DataDir(settings.data_dir).database
    if url is None and not file.is_file():
        give_up(f"Nothing is recorded yet: there is no record at {file}. If it is elsewhere, say so: --data DIR")
    where = file if url is None else url.get_secret_value()
    since = datetime.now(UTC) - min(span, kept)  # noqa: TID251 - a command of the shell is where time comes from
    try:
        async with open_store(where, core_codec()) as store:
            found = [one async for one in store.recordings.since(loaded.community.key, since)]
    except StoreRefused as refused:
        give_up(refused.remedy)
    if not found:
        give_up("Nothing is recorded yet in this time. Recording begins with the next message after it is switched on.")
    return found


def _print(length: int, loaded: Sequence[Loaded], struck: Sequence[Sequence[Struck]], changed: Change | None) -> None:
    click.echo(f"{length} messages; nothing is done.")
    for one, hits in zip(loaded, struck, strict=True):
        click.echo(f"\n{one.path} (version {one.community.version})")
        rows = [(s.rule, s.mode, str(s.messages), str(s.people), ", ".join(s.names)) for s in sums(hits)]
        _table([("rule", "mode", "messages", "people", "among them"), *rows]) if rows else click.echo("  hits nothing")
    if changed is not None:
        _print_change("Only the new rules hit", changed.more)
        _print_change("Only the rules in use hit", changed.fewer)


def _table(rows: Sequence[Sequence[str]]) -> None:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo(f"  {'  '.join(cells)}".rstrip())


def _print_change(head: str, hits: Sequence[Struck]) -> None:
    click.echo(f"\n{head}: {len(hits)} messages")
    for one in hits[:MOST_SHOWN]:
        click.echo(f"  {one.at:%Y-%m-%d %H:%M}  {one.rule}  {one.name}: {one.text}")
    if len(hits) > MOST_SHOWN:
        click.echo(f"  ... and {len(hits) - MOST_SHOWN} more")


def _print_json(
    length: int, loaded: Sequence[Loaded], struck: Sequence[Sequence[Struck]], changed: Change | None
) -> None:
    told: dict[str, Any] = {
        "messages": length,
        "policies": [
            {
                "config": str(one.path),
                "version": one.community.version,
                "rules": [asdict(s) for s in sums(hits)],
                "hits": [_data(hit) for hit in hits],
            }
            for one, hits in zip(loaded, struck, strict=True)
        ],
    }
    if changed is not None:
        told |= {"more": [_data(hit) for hit in changed.more], "fewer": [_data(hit) for hit in changed.fewer]}
    click.echo(json.dumps(told, ensure_ascii=False, indent=2))


def _data(hit: Struck) -> dict[str, Any]:
    return asdict(hit) | {"who": str(hit.who), "at": hit.at.isoformat()}
