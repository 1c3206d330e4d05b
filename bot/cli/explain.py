"""`bot explain`: what the rules say to a text, or to a stream of them; nothing is done and nothing is kept."""

import json
import sys
from pathlib import Path
from typing import Any

import click

from bot.adapters.files.bare import Bare
from bot.cli.said import LOCALES, config_option, give_up, settings_of
from bot.cli.stream import stream
from bot.core.languages import LANGUAGES


@click.command("explain")
@click.argument("text", required=False)
@config_option
@click.option("--language", type=click.Choice(LANGUAGES), help="The text is in this language.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.option("--jsonl", is_flag=True, help='Read {"text": ..., "language": ...} a line, write a verdict a line.')
def command(text: str | None, config: Path | None, language: str | None, *, as_json: bool, jsonl: bool) -> None:
    """Tell what every rule says to TEXT, and why.

    A language that the config's word rules do not name is judged by its own reviewed list.
    """
    if jsonl == (text is not None):
        raise click.UsageError(
            'Give a text, or --jsonl and texts on standard input: python3 -m bot explain "some text"'
        )
    bare = _rules_of(config)
    if text is None:
        stream(bare.verdict, sys.stdin.buffer, sys.stdout.buffer)
        return
    verdict = bare.answers(text, language or "")
    click.echo(json.dumps(verdict, ensure_ascii=False, indent=2) if as_json else table(verdict))


def _rules_of(config: Path | None) -> Bare:
    """Load the rules of this config, or of the one that the bot would use."""
    from bot.adapters.files.community import load
    from bot.adapters.files.faults import Refused
    from bot.adapters.files.yaml_source import files_in, read_bytes

    path = settings_of(config=config).config
    try:
        first, *others = files_in(path)
        if others:
            give_up(f"{path} holds {len(others) + 1} communities. Say which one: --config {first}")
        return Bare(load(read_bytes(first), str(first), LOCALES), LOCALES)
    except Refused as refused:
        give_up(refused.shown())


def table(verdict: dict[str, Any]) -> str:
    """Show every rule in a line of its own, with what it found below."""
    rows = [("rule", "line", "looks for", "mode", "answer")]
    rows += [(r["rule"], str(r["line"]), r["trigger"], r["mode"], r["outcome"]) for r in verdict["rules"]]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    found: dict[str, list[str]] = {}
    for hit in verdict["hits"]:
        found.setdefault(hit["rule"], []).append(_clue(hit))
    lines = [f"config {verdict['config']}"]
    for row in rows:
        lines.append("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
        lines += [f"    {clue}" for clue in found.get(row[0], ())]
    lines += [f"score of {rule}: {_degree(score)}" for rule, score in verdict["scores"].items()]
    return "\n".join(lines)


def _degree(score: float | None) -> str:
    return "none, too few of the words are known" if score is None else f"{score:.3f}"


def _clue(hit: dict[str, Any]) -> str:
    start, end = hit["span"]
    parts = [f"“{hit['found']}”, characters {start + 1}–{end}"]
    if hit["read_as"] and hit["read_as"] != hit["found"]:
        parts.append(f"read as “{hit['read_as']}”")
    parts += [hit[key] for key in ("how", "severity") if hit[key]]
    return ", ".join(parts)
