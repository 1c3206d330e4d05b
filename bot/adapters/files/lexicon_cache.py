"""Keeps a compiled lexicon where Python keeps its compiled code, so that only the first start has to compile it.

What is kept is plain JSON under a name made of everything that went into it: changed lists, words or code make another
name. A file that is missing, broken or cannot be written costs time and nothing else.
"""

import hashlib
import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, astuple
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

from bot.domain.moderation.text import index, letters, spellings, words
from bot.domain.moderation.text.index import Index, Tables, with_tables
from bot.domain.moderation.text.words import Entry, Severity

HERE = Path(cache_from_source(__file__)).parent
"""`__pycache__`, or what the environment puts in its place."""

_CODE = (index, letters, spellings, words)
_SEVERITIES = {int(severity): severity for severity in Severity}
_MOST = 8  # communities with words of their own, and lists that were changed since


def name_for(sources: Iterable[bytes], own: Iterable[Entry], *settings: object) -> str:
    """Name what is compiled of these files, words and settings with the code as it is."""
    digest = hashlib.sha256(repr((list(map(_written, own)), settings)).encode())
    for source in (*sources, *(Path(str(module.__file__)).read_bytes() for module in _CODE)):
        digest.update(hashlib.sha256(source).digest())
    return f"lexicon-{digest.hexdigest()[:24]}.json"


def read_index(path: Path) -> Index | None:
    """Give the index that was kept, None where there is none in order."""
    try:
        checksum, _, text = path.read_text(encoding="utf-8").partition("\n")
        if checksum != _checksum(text):
            return None
        kept: dict[str, Any] = json.loads(text)
        return with_tables(tuple(map(_entry, kept["entries"])), Tables(**kept["tables"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep_index(path: Path, made: Index) -> None:
    """Write an index down if that is possible, and drop what was kept long ago."""
    text = json.dumps(
        {"entries": list(map(_written, made.entries)), "tables": asdict(made.tables)},
        ensure_ascii=False,
        separators=(",", ":"),
    )
    half_done = path.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        half_done.write_text(f"{_checksum(text)}\n{text}", encoding="utf-8")
        half_done.replace(path)
        by_age = sorted(path.parent.glob("lexicon-*.json"), key=lambda one: one.stat().st_mtime)
        for old in by_age[:-_MOST]:
            old.unlink()


def _written(entry: Entry) -> list[Any]:
    return [*astuple(entry)[:-1], sorted(entry.within)]


def _entry(kept: list[Any]) -> Entry:
    word, language, severity, kind, base, accents, name, within = kept
    return Entry(word, language, _SEVERITIES[severity], kind, base, accents, name, frozenset(within))


def _checksum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
