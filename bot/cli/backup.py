"""`bot backup`: a whole copy of the record, also while the bot runs."""

from datetime import UTC, datetime
from pathlib import Path

import click

from bot.cli.said import data_option, give_up, settings_of


@click.command("backup")
@data_option
def command(data_dir: Path | None) -> None:
    """Copy the record into the folder `backups` beside it; the newest five are kept."""
    from bot.adapters.files.data_dir import DataDir
    from bot.adapters.store.backup import back_up
    from bot.adapters.store.refused import StoreRefused

    settings = settings_of(data_dir=data_dir)
    if settings.database_url:
        give_up("The record is on a database server: use its own backup (pg_dump).")
    file = DataDir(settings.data_dir).database
    if not file.is_file():
        give_up(f"There is no record at {file} yet. If it is elsewhere, say so: --data DIR")
    try:
        copy = back_up(file, datetime.now(UTC))  # noqa: TID251 - a command of the shell is where time comes from
    except (OSError, StoreRefused) as error:
        give_up(f"The record could not be copied: {error}")
    click.echo(f"{copy}")
    click.echo(f"Keep {file.parent / 'key'} with it: without it the buttons sent so far stop working.", err=True)
