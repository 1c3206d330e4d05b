"""`bot schema`: the JSON Schema of the config file, for editors."""

import click


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of the config file."""
    from bot.adapters.files.schema import schema_text

    click.echo(schema_text(), nl=False)
