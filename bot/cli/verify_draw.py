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
    click.echo(f"contest      {proof.contest}")
    click.echo(f"entries      {len(proof.entries)}, SHA-256 {digest(proof.entries)}")
    click.echo(f"commitment   {proof.commitment}" + ("" if commitment else "  (compare it with the announcement)"))
    for place, winner in enumerate(proof.winners, 1):
        click.echo(f"place {place:<6} {winner}")
    for entry, why in proof.passed_over:
        click.echo(f"passed over  {entry}: {why}")
    for doubt in found:
        click.echo(f"WRONG        {doubt.what}: {doubt.detail}")
    click.echo("The draw is not what it should be." if found else "The draw is right.")
    sys.exit(1 if found else 0)
