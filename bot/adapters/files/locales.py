"""The bot's own words: Fluent files, spoken in the reader's language.

Only words and numbers go through Fluent. Everything with markup, and everything that people wrote, is held back:
Fluent sees one private-use character in its stead, and the text is split at these afterwards. So no markup is ever
concatenated, and nobody's name is read as part of a phrase.
"""

import logging
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import assert_never, cast

from babel import Locale, UnknownLocaleError
from fluent.runtime.types import FluentInt

from bot.adapters.files.lasting import lasting
from bot.adapters.files.phrasebook import Complain, Phrasebook
from bot.core.text import (
    Arg,
    Body,
    Bold,
    Code,
    Lines,
    Link,
    Localised,
    Mention,
    Moment,
    OneTime,
    Quote,
    Rich,
    RichText,
    Say,
    Span,
)

ENGLISH = "en"
_log = logging.getLogger(__name__)

_MARKS = range(0xF0000, 0xF1000)
"""Plane 15 is for private use; a text that holds such a character is held back like markup."""
_MARK = re.compile(f"([{chr(_MARKS.start)}-{chr(_MARKS.stop - 1)}])")
_SLOT = re.compile(r"(\{[A-Za-z_][A-Za-z0-9_-]*\})")
_LONGEST_WORD = 100
"""Fluent chooses by short words and refuses a placeable of more than 2500 characters: longer text is held back."""


class Unspoken(LookupError):  # noqa: N818  # it reads as what happened
    """Strict voices raise it: a phrase that is not in the files, or that lacks an argument."""


class FluentVoice:
    """Speaks one language; what it cannot say is said in English, else by its key.

    Its files are read when it speaks for the first time: most communities never hear most languages.
    """

    def __init__(
        self, folder: Path, english: "FluentVoice | None", complain: Complain, more: Sequence[Path] = ()
    ) -> None:
        self._language = folder.name
        self._folders = (*(one / folder.name for one in more), folder)
        self._english = english
        self._complain = complain
        self._locale = Locale.parse(folder.name, sep="-")
        self._known: dict[str, RichText] = {}

    @property
    def language(self) -> str:
        return self._language

    @cached_property
    def book(self) -> Phrasebook:
        """Every phrase of the language, read once."""
        return Phrasebook(self._language, self._folders, self._complain)

    def __call__(self, body: Body) -> RichText:
        return tuple(_merged(self._spoken(body)))

    def _spoken(self, body: Body) -> Iterable[Span]:
        match body:
            case Say():
                return self._phrase(body)
            case Localised():
                return self._written(body)
            case Rich(spans):
                return spans
            case Lines(parts):
                return _under_each_other(map(self._spoken, parts))
        assert_never(body)

    def _phrase(self, phrase: Say) -> RichText:
        known = self._known.get(phrase.key)
        if known is not None:
            return known
        held: dict[str, RichText] = {}
        text = self.book.say(phrase.key, {name: self._arg(arg, held) for name, arg in phrase.args.items()})
        if text is None:
            return (phrase.key,) if self._english is None else self._english(phrase)
        if not phrase.args:
            self._known[phrase.key] = (text,)
            return (text,)
        return tuple(_spliced(_MARK.split(text), held))

    def _arg(self, arg: Arg, held: dict[str, RichText]) -> str | int:  # noqa: PLR0911  # one line per kind
        match arg:
            case int():
                # Most of our numbers are names (case 1204), so separators come only when a phrase asks: NUMBER().
                return cast("int", FluentInt(arg, useGrouping=False))
            case timedelta():
                return lasting(arg, self._locale)
            case str() if len(arg) <= _LONGEST_WORD and not _MARK.search(arg):
                return arg
            case Say() | Localised():
                return _hold(tuple(self._spoken(arg)), held)
            case Mention(name=""):
                return self._arg(Say("somebody"), held)
            case OneTime():
                return "…"  # nobody but its reader gets to see it
            case str() | Bold() | Code() | Quote() | Link() | Mention() | Moment():
                return _hold((arg,), held)
        assert_never(arg)

    def _written(self, body: Localised) -> Iterable[Span]:
        text = body.texts.get(self._language)
        if text is None:
            text = next(iter(body.texts.values()), "")
        return _spliced(_SLOT.split(text), {f"{{{name}}}": (span,) for name, span in body.args.items()})


class FluentVoices:
    """Every language that has a folder."""

    def __init__(self, voices: Mapping[str, FluentVoice]) -> None:
        self._voices = dict(voices)
        self._by_tag = {language.lower(): voice for language, voice in voices.items()}
        self._nearest: dict[str, FluentVoice] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self._voices)

    def of(self, language: str) -> FluentVoice:
        """Give the voice of ``language`` ("pl", "es-419", "sq_AL"): the nearest known one, else English."""
        known = self._nearest.get(language)
        if known is None:
            known = self._find(language)
            if len(self._nearest) < 1_000:  # what a messenger calls a language is not ours to bound
                self._nearest[language] = known
        return known

    def _find(self, language: str) -> FluentVoice:
        tag = language.replace("_", "-").lower()
        while tag and tag not in self._by_tag:
            tag = tag.rpartition("-")[0]
        return self._by_tag[tag or ENGLISH]


def load_voices(folder: Path, *, more: Sequence[Path] = (), strict: bool = False) -> FluentVoices:
    """Find ``folder/<language>/*.ftl``; English comes first in ``languages``, then the others by name.

    ``more`` are folders of the same shape that other people's cogs bring; they add phrases and cannot replace ours.

    Each language is read when it is first spoken; what is broken is logged once and left out, so that it is said in
    English. ``strict`` (for tests) raises Unspoken instead. Raises FileNotFoundError where there is no English at all.
    """
    complain: Complain = _refuse if strict else _LoggedOnce()
    if not any((folder / ENGLISH).glob("*.ftl")):
        raise FileNotFoundError(f"{folder / ENGLISH}: no English phrases there")
    english = FluentVoice(folder / ENGLISH, None, complain, more)
    voices = {ENGLISH: english}
    for language in sorted(p.name for p in folder.iterdir() if p.is_dir() and p.name != ENGLISH):
        if not any((folder / language).glob("*.ftl")):
            continue
        try:
            voices[language] = FluentVoice(folder / language, english, complain, more)
        except (UnknownLocaleError, ValueError) as fault:
            complain(f"{folder / language}: {fault}")
    return FluentVoices(voices)


def _hold(spans: RichText, held: dict[str, RichText]) -> str:
    mark = chr(_MARKS[len(held)])
    held[mark] = spans
    return mark


def _spliced(pieces: list[str], held: Mapping[str, RichText]) -> Iterator[Span]:
    """Put spans back; every second piece may stand for some, and one that does not stays as it is written."""
    for index, piece in enumerate(pieces):
        if index % 2:
            yield from held.get(piece, (piece,))
        else:
            yield piece


def _under_each_other(parts: Iterable[Iterable[Span]]) -> Iterator[Span]:
    for index, part in enumerate(parts):
        if index:
            yield "\n"
        yield from part


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Join neighbouring plain strings, and drop empty ones."""
    text = ""
    for span in spans:
        if isinstance(span, str):
            text += span
            continue
        if text:
            yield text
            text = ""
        yield span
    if text:
        yield text


def _refuse(fault: str) -> None:
    raise Unspoken(fault)


class _LoggedOnce:
    """Logs each complaint the first time."""

    def __init__(self) -> None:
        self._heard: set[str] = set()

    def __call__(self, fault: str) -> None:
        if fault not in self._heard and len(self._heard) < 1_000:
            self._heard.add(fault)
            _log.warning("locales: %s", fault)
