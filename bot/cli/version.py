"""`bot version`."""

import tomllib
from importlib import metadata
from pathlib import Path

import click


@click.command("version")
@click.option("--debug", is_flag=True, help="Also what it runs on: for a report of a fault.")
def command(*, debug: bool) -> None:
    """Print the version."""
    import platform

    click.echo(f"Townkeeper {_version()}")
    if debug:
        click.echo(f"Python {platform.python_version()} on {platform.platform()}")
        for name in ("discord.py", "python-telegram-bot", "sqlalchemy", "pydantic", "aiohttp"):
            click.echo(f"{name} {metadata.version(name)}")


def _version() -> str:
    try:
        return metadata.version("townkeeper")
    except metadata.PackageNotFoundError:  # run from a checkout that was never installed
        project = Path(__file__).resolve().parents[2] / "pyproject.toml"
        return str(tomllib.loads(project.read_text("utf-8"))["project"]["version"])
