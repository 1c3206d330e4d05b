"""`bot verify-draw`: draw a contest again from its published proof."""

import sys
from pathlib import Path

import click

from bot.adapters.files.proof_file import read
from bot.cli.said import give_up
from bot.domain.gatherings.draw import NoDraw, digest, doubts


@click.command("verify-draw")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--commitment", default="", help="What was announced at the start; compare it, if you kept it.")
def command(file: Path, commitment: str) -> None:
    """Draw again from FILE, the proof behind the link of a contest, and say whether it is right."""
    try:
        proof = read(file)
    except OSError as fault:
        give_up(f"{file}: {fault.strerror}")
    except NoDraw as fault:
        click.echo(f"{file}: {fault}", err=True)
        sys.exit(1)
    found = doubts(proof, commitment)
    click.echo(f"contest      {_plain(proof.contest)}")
    click.echo(f"entries      {len(proof.entries)}, SHA-256 {digest(proof.entries)}")
    compare = "" if commitment else "  (compare it with the announcement)"
    click.echo(f"commitment   {_plain(proof.commitment)}{compare}")
    for place, winner in enumerate(proof.winners, 1):
        click.echo(f"place {place:<6} {_plain(winner)}")
    for entry, why in proof.passed_over:
        click.echo(f"passed over  {_plain(entry)}: {_plain(why)}")
    for doubt in found:
        click.echo(f"WRONG        {doubt.what}: {_plain(doubt.detail)}")
    click.echo("The draw is not what it should be." if found else "The draw is right.")
    sys.exit(1 if found else 0)


def _plain(text: str) -> str:
    """A proof comes from a stranger: nothing in it moves the cursor, or begins a line of its own."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)
