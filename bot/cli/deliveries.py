"""`bot deliveries`: what could not be delivered to departments, listed, and sent again under the same ids."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from bot.adapters.files.settings import Settings
from bot.cli.said import config_option, data_option, settings_of
from bot.core.decisions import Decision
from bot.core.ids import Platform, UserRef
from bot.core.record import Audit
from bot.runtime.deliveries import Posted, revived

BY_HAND = UserRef(Platform("host"), "shell")
MOST = 1000


@click.group("deliveries")
def command() -> None:
    """List what could not be delivered to departments, and send it again."""


@command.command("list")
@click.option("--community", default="", help="Its id, if the config is a folder of several.")
@config_option
@data_option
def listed(community: str, config: Path | None, data_dir: Path | None) -> None:
    """Print what nobody tries any more, the newest first: id, when, conversation, department, way, tries and why."""
    found = asyncio.run(_dead(settings_of(config=config, data_dir=data_dir), community))
    for one in found:
        letter = one.letter
        told = (letter.at.isoformat(), letter.conversation, letter.department, letter.way, one.tries, one.why)
        click.echo("\t".join((letter.id, *map(str, told))))
    if not found:
        click.echo("Everything was delivered, or is still being tried.", err=True)


@command.command("replay")
@click.argument("ids", nargs=-1)
@click.option("--all", "every", is_flag=True, help="Everything that nobody tries any more.")
@click.option("--community", default="", help="Its id, if the config is a folder of several.")
@config_option
@data_option
def replay(ids: Sequence[str], community: str, config: Path | None, data_dir: Path | None, *, every: bool) -> None:
    """Let letters wait again, as if they had never been tried; a bot that runs sends them within half a minute."""
    if bool(ids) == every:
        raise click.UsageError("Name the ids that `deliveries list` prints, or say --all.")
    settings = settings_of(config=config, data_dir=data_dir)
    many, missing = asyncio.run(_again(settings, community, ids))
    for one in missing:
        click.echo(f"{one} is no letter that nobody tries any more.", err=True)
    click.echo(f"Tried again: {many}")
    if missing:
        raise click.exceptions.Exit(1)


async def _dead(settings: Settings, community: str) -> Sequence[Posted]:
    from bot.cli.record import community_of, open_record

    key = community_of(settings, community)
    async with open_record(settings) as store:
        return await store.deliveries.dead(key, MOST)


async def _again(settings: Settings, community: str, ids: Sequence[str]) -> tuple[int, Sequence[str]]:
    """How many wait again, and which of these ids are none that could."""
    from bot.cli.record import community_of, open_record

    key, now = community_of(settings, community), datetime.now(UTC)  # noqa: TID251 - a command of the shell is where time comes from
    async with open_record(settings) as store:
        found = await store.deliveries.dead(key, MOST)
        meant = [one for one in found if not ids or one.letter.id in ids]
        if meant:
            line = Audit(BY_HAND, "deliveries replay", f"letters: {len(meant)}", now, "shell")
            await store.ledger.commit(key, "", Decision(rows=(*revived(meant, now), line)), now)
    return len(meant), [one for one in ids if one not in {each.letter.id for each in meant}]
