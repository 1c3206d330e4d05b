"""`bot explain`: what the rules say to a text, or to a stream of them; nothing is done and nothing is kept."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from io import BufferedReader
from pathlib import Path
from typing import Any, BinaryIO, cast

import click

from bot.adapters.files.bare import Bare
from bot.cli.said import LOCALES, config_option, give_up, settings_of

LONGEST_LINE = 1_000_000
"""Bytes of one line of a stream; a message has 4,096 characters, and what is longer is no message."""
_CHUNK = 1 << 16
LANGUAGES = ("en", "pl", "ru", "es", "sq")
Judge = Callable[[str, str], dict[str, Any]]
_SHAPE = 'this should be an object with a text: {"text": "...", "language": "en"}'


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
        raise click.UsageError('Give a text, or --jsonl and texts on standard input: bot explain "some text"')
    bare = _rules_of(config)
    if text is None:
        _stream(bare.verdict)
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


def _stream(judge: Judge) -> None:
    """A verdict for each line; a line that cannot be read is answered with an error, and the next one follows."""
    out = sys.stdout.buffer
    try:
        for numbered in _arriving(sys.stdin.buffer):
            out.write(b"".join(_said(judge, raw, number) for number, raw in numbered if raw.strip()))
            out.flush()
    except BrokenPipeError:
        # Whoever read has had enough. Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _arriving(source: BinaryIO) -> Iterator[list[tuple[int, bytes]]]:
    """Give the lines that are there, with their numbers: one answer at once for a person, many at a time for a file."""
    number, rest = 0, b""
    while chunk := cast("BufferedReader", source).read1(_CHUNK):
        *whole, rest = (rest + chunk).split(b"\n")
        # What is too long is too long already; no more of it has to be kept.
        rest = rest[: LONGEST_LINE + 1]
        yield list(enumerate(whole, number + 1))
        number += len(whole)
    yield [(number + 1, rest)]


def _said(judge: Judge, raw: bytes, number: int) -> bytes:
    try:
        text, language = _asked(raw)
    except ValueError as wrong:
        answer: dict[str, Any] = {"line": number, "error": str(wrong)}
    else:
        answer = judge(text, language)
    return json.dumps(answer, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


def _asked(raw: bytes) -> tuple[str, str]:
    if len(raw) > LONGEST_LINE:
        raise ValueError(f"the line is longer than {LONGEST_LINE} bytes")
    try:
        asked = json.loads(raw)
    except (ValueError, RecursionError) as broken:
        raise ValueError(f"this is no JSON: {broken}") from None
    given = cast("dict[str, object]", asked) if isinstance(asked, dict) else {}
    text, language = given.get("text"), str(given.get("language") or "")
    if not isinstance(text, str):
        raise ValueError(_SHAPE)  # noqa: TRY004 - one kind of answer for every line that cannot be read
    if language not in {"", *LANGUAGES}:
        raise ValueError(f"the language should be one of {', '.join(LANGUAGES)}, or left out")
    return text, language


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
