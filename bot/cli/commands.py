"""`bot commands`: every command of the chat, as data; the README's table comes from here."""

import json
from collections.abc import Iterable, Iterator
from inspect import getmembers_static
from pathlib import Path
from typing import Any

import click

from bot.cli.said import LOCALES, give_up
from bot.core.commands import CommandSpec, Param, spec_of
from bot.core.people import Rank
from bot.core.text import Voices, plain, say
from bot.runtime.cog import Cog


@click.command("commands")
@click.option("--json", "as_json", is_flag=True, help="Everything, in every language, for programs.")
@click.option("--markdown", is_flag=True, help="The table of the README.")
@click.option("--config", type=click.Path(path_type=Path), help="Also those of other people's cogs that it names.")
def command(config: Path | None, *, as_json: bool, markdown: bool) -> None:
    """List every command that members and moderators can give."""
    from bot.adapters.files.locales import load_voices

    voices = load_voices(LOCALES)
    specs = sorted(_specs(_kinds(config)), key=lambda found: (found[1].rank, found[1].path))
    if as_json:
        rows = [_row(cog, spec, voices) for cog, spec in specs]
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
    elif markdown:
        click.echo(_table([spec for _, spec in specs], voices))
    else:
        for _, spec in specs:
            click.echo(f"{spec.usage():<44} {_rank(spec):<10} {_say(voices, 'en', spec.help_key)}")


def _table(specs: Iterable[CommandSpec], voices: Voices) -> str:
    rows = [f"| `{spec.usage()}` | {_rank(spec)} | {_say(voices, 'en', spec.help_key)} |" for spec in specs]
    return "\n".join(["| Command | Who | What it does |", "| --- | --- | --- |", *rows])


def _kinds(config: Path | None) -> tuple[type[Cog], ...]:
    from bot.adapters.files.community import load_all
    from bot.adapters.files.faults import Refused
    from bot.features import BUILT_IN
    from bot.runtime.loading import CogRefused, named_elsewhere

    if config is None:
        return BUILT_IN
    try:
        communities = [one.community for one in load_all(config, LOCALES)]
        return (*BUILT_IN, *named_elsewhere(BUILT_IN, communities))
    except Refused as refused:
        give_up(refused.shown())
    except CogRefused as refused:
        give_up(str(refused))


def _specs(kinds: Iterable[type[Cog]]) -> Iterator[tuple[str, CommandSpec]]:
    for cog in kinds:
        for _, member in getmembers_static(cog, callable):
            if spec := spec_of(member):
                yield cog.name, spec


def _row(cog: str, spec: CommandSpec, voices: Voices) -> dict[str, Any]:
    return {
        "path": spec.path,
        "usage": spec.usage(),
        "rank": spec.rank.name.lower(),
        "private": spec.private,
        "cog": cog,
        "menu": spec.menu and spec.menu.value,
        "arguments": [_argument(param, voices) for param in spec.params],
        "help": {language: _say(voices, language, spec.help_key) for language in voices.languages},
    }


def _argument(param: Param, voices: Voices) -> dict[str, Any]:
    row: dict[str, Any] = {"name": param.name, "kind": param.kind.value, "required": param.required}
    if param.choices:
        row["choices"] = list(param.choices)
    if param.between:
        row |= {"from": param.between.low, "to": param.between.high}
    return row | {"help": {language: _say(voices, language, param.help_key) for language in voices.languages}}


def _rank(spec: CommandSpec) -> str:
    return "everyone" if spec.rank <= Rank.MEMBER else f"{spec.rank.name.lower()}s"


def _say(voices: Voices, language: str, key: str) -> str:
    return plain(voices.of(language)(say(key)))
