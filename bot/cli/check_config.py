"""`bot check-config`: every fault of a config file at once."""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from bot.adapters.files.faults import Refused
from bot.cli.said import LOCALES, settings_of
from bot.domain.moderation.policy import Policy


@dataclass(frozen=True, slots=True)
class _Good:
    path: Path
    remarks: tuple[str, ...]


@click.command("check-config")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def command(file: Path | None, *, as_json: bool) -> None:
    """Tell everything that is wrong with FILE (or a folder of files), with line, column and what was meant."""
    from bot.adapters.files.branded import remarks as off_style
    from bot.adapters.files.community import load
    from bot.adapters.files.faq_part import doubtful
    from bot.adapters.files.yaml_source import files_in, read_bytes

    path = file or settings_of().config
    refusals: list[Refused] = []
    good: list[_Good] = []
    try:
        paths = files_in(path)
    except Refused as refused:
        paths, refusals = (), [refused]
    for one in paths:
        try:
            loaded = load(read_bytes(one), str(one), LOCALES)
            its = loaded.community
            remarks = (*_weighing(its.policy), *doubtful(its.faq, _today()), *off_style(its, LOCALES))
            good.append(_Good(one, remarks))
        except Refused as refused:
            refusals.append(refused)
    if as_json:
        _print_json(good, refusals)
    else:
        _print(good, refusals)
    sys.exit(1 if refusals else 0)


def _print_json(good: list[_Good], refusals: list[Refused]) -> None:
    faults = [fault for refused in refusals for fault in refused.as_data()]
    remarks = {str(one.path): list(one.remarks) for one in good if one.remarks}
    said = {"ok": not faults, "faults": faults, "remarks": remarks}
    click.echo(json.dumps(said, indent=2, ensure_ascii=False))


def _print(good: list[_Good], refusals: list[Refused]) -> None:
    for one in good:
        click.echo(f"{one.path}: in order")
        for line in one.remarks:
            click.echo(f"  {line}")
    for refused in refusals:
        click.echo(refused.shown())


def _today() -> date:
    return date.today()  # noqa: DTZ011  # the day on the manager's own wall


def _weighing(policy: Policy) -> Iterator[str]:
    """What a score is made of differs between languages; whoever relies on it should know."""
    from bot.domain.moderation.triggers import Toxicity

    for rule in policy.rules:
        if isinstance(rule.trigger, Toxicity):
            made_of: dict[str, list[str]] = {}
            for language in rule.trigger.languages:
                made_of.setdefault(" + ".join(rule.trigger.basis(language)), []).append(language)
            said = "; ".join(f"{', '.join(languages)}: {basis}" for basis, languages in made_of.items())
            yield f"rule {rule.name} weighs {said} (and, in time, verdicts from here)"
