"""The commands of the shell; each is imported only when it is asked for, so that every one starts quickly."""

import importlib
import sys
from io import TextIOWrapper

import click

COMMANDS = {
    "run": "Start the bot; without tokens, the playground.",
    "test": "Run the tests.",
    "bench": "Take every measurement, and write the page of figures.",
    "init": "Set up a community: writes .env and config/community.yaml.",
    "check-config": "Tell everything that is wrong with a config file.",
    "explain": "Tell what every rule says to a text, and why.",
    "replay": "Try rules out on recorded chat or an export; nothing is done.",
    "drill": "Play a raid against your config, in made-up time; nobody is touched.",
    "verify-draw": "Draw a contest again from its proof, and say whether it is right.",
    "audit": "Print what the team did, as CSV or lines of JSON.",
    "deliveries": "List what could not be delivered to departments, and send it again.",
    "doctor": "Look for what keeps the bot from working, and say what to do.",
    "commands": "List every command members and moderators can give.",
    "privacy": "List what is kept about people, and for how long.",
    "schema": "Print the JSON Schema of the config file.",
    "bind-code": "Print the code that binds a new group or server to this bot.",
    "backup": "Copy the record, while the bot runs or not.",
    "version": "Print the version.",
}
CANNOT_GO_ON = 78
"""EX_CONFIG: a supervisor should not try again before somebody has read what was said."""


class LazyGroup(click.Group):
    """Knows its commands by name, and imports ``bot.cli.<name>`` for the one that is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Import one command; None for a name that is none."""
        name = {"demo": "run"}.get(cmd_name, cmd_name)
        if name not in COMMANDS:
            return None
        module = importlib.import_module(f"bot.cli.{name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """List the commands without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; for a misspelt one suggest another."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            from difflib import get_close_matches

            near = get_close_matches(args[0], [name.partition("-")[0] for name in COMMANDS], 1)
            near = [name for name in COMMANDS if near and name.startswith(near[0])]
            ctx.fail(f'There is no command "{args[0]}".' + (f' Did you mean "{near[0]}"?' if near else ""))
        return super().resolve_command(ctx, args)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
def group() -> None:
    """Townkeeper: a community manager that never sleeps, for Discord and Telegram."""


def main() -> None:
    """Run what the command line asks for."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal of another encoding, or a pipe on Windows, must not end the bot over an arrow.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    group(prog_name="python3 -m bot")
