"""`bot bind-code`: what a manager types after /bind in a new group, so that strangers cannot adopt the bot."""

from pathlib import Path

import click

from bot.cli.said import data_option, give_up, settings_of


@click.command("bind-code")
@data_option
def command(data_dir: Path | None) -> None:
    """Print the code that binds a new group or server to this bot."""
    from bot.adapters.files.data_dir import DataDir, DataDirRefused

    try:
        click.echo(DataDir(settings_of(data_dir=data_dir).data_dir).prepare().bind_code())
    except DataDirRefused as error:
        give_up(str(error))
