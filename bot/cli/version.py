"""`bot version`."""

from importlib import metadata

import click


@click.command("version")
@click.option("--debug", is_flag=True, help="Also what it runs on: for a report of a fault.")
def command(*, debug: bool) -> None:
    """Print the version."""
    import platform

    click.echo(f"Townkeeper {metadata.version('townkeeper')}")
    if debug:
        click.echo(f"Python {platform.python_version()} on {platform.platform()}")
        for name in ("discord.py", "python-telegram-bot", "sqlalchemy", "pydantic", "aiohttp"):
            click.echo(f"{name} {metadata.version(name)}")
