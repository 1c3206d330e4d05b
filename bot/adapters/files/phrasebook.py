"""The phrases of one language, each parsed when it is first said: most are never said between two starts."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast

Complain: TypeAlias = Callable[[str], None]
"""Takes a complaint about the files, or about a phrase that cannot be spoken."""

_ENTRY = re.compile(r"^(?=-?[A-Za-z][\w-]* *=)", re.MULTILINE)
"""Where an entry begins: a name at the start of a line. What follows until the next is its own, or a comment."""
_NAME = re.compile(r"-?[A-Za-z][\w-]*")
_PLAIN = re.compile(r"[A-Za-z][\w-]* *= *([^\s{}][^{}\n]*)\n(?:\s*\n|#[^\n]*(?:\n|\Z))*")
"""A phrase of one line without anything to fill in: its text is what stands there."""


class Phrasebook:
    """Reads every ``*.ftl`` of the folders; where two hold the same phrase, the later one's counts."""

    def __init__(self, language: str, folders: Sequence[Path], complain: Complain) -> None:
        # Isolation marks would be visible in some clients; chat apps isolate names themselves.
        self._bundle = FluentBundle([language], use_isolating=False)
        self._language = language
        self._complain = complain
        self._parser = FluentParser()
        self._plain: dict[str, str] = {}
        self._unread: dict[str, tuple[Path, str]] = {}
        for file, source in self._files(folders):
            self._sort(file, source)

    def say(self, key: str, args: Mapping[str, str | int]) -> str | None:
        """Give the text of a phrase; None, and a complaint, where the phrase or one of its arguments is missing."""
        plain = self._plain.get(key)
        if plain is not None:
            return plain
        if key in self._unread:
            self._parse(key)
        pattern = self._bundle.get_message(key).value if self._bundle.has_message(key) else None
        if pattern is None:
            self._complain(f"{self._language}: there is no phrase {key!r}")
            return None
        text, faults = self._bundle.format_pattern(pattern, dict(args))
        if faults:
            self._complain(f"{self._language}: {key}: {faults[0]}")
            return None
        return str(text)

    def _files(self, folders: Sequence[Path]) -> Iterator[tuple[Path, str]]:
        for file in (file for folder in folders for file in sorted(folder.glob("*.ftl"))):
            try:
                yield file, file.read_text("utf-8")
            except (OSError, UnicodeDecodeError) as fault:
                self._complain(f"{file}: {fault}")

    def _sort(self, file: Path, source: str) -> None:
        before, *entries = _ENTRY.split(source)
        if before.strip():
            self._take(file, before)
        for entry in entries:
            found = _NAME.match(entry)
            key = found[0] if found else ""
            plain = _PLAIN.fullmatch(entry if entry.endswith("\n") else entry + "\n")
            self._plain.pop(key, None)
            self._unread.pop(key, None)
            if plain:
                self._plain[key] = plain[1].rstrip()
            elif key.startswith("-"):
                self._take(file, entry)  # a term may be named by any phrase
            else:
                self._unread[key] = (file, entry)

    def _parse(self, key: str) -> None:
        self._take(*self._unread.pop(key))

    def _take(self, file: Path, source: str) -> None:
        resource = self._parser.parse(source)
        for entry in resource.body:
            if isinstance(entry, ast.Junk):
                self._complain(f"{file}: cannot be read: {str(entry.content).strip()[:80]!r}")
        self._bundle.add_resource(resource, allow_overrides=True)
