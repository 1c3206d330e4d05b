"""Text without a dialect: adapters render it as Discord markdown or Telegram entities."""

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol, TypeAlias, assert_never

from bot.core.ids import UserRef


@dataclass(frozen=True, slots=True)
class Bold:
    text: str


@dataclass(frozen=True, slots=True)
class Code:
    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, shown as a quotation."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Mention:
    user: UserRef
    name: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time, shown in the reader's own clock where the platform can."""

    at: datetime


@dataclass(frozen=True, slots=True)
class OneTime:
    """A code that is spelt out only in the moment it is sent: what is kept, in the store too, is its ``id`` alone."""

    id: str


Span: TypeAlias = str | Bold | Code | Quote | Link | Mention | Moment
RichText: TypeAlias = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Say:
    """A line from the locale files, to be spoken in the reader's language."""

    key: str
    args: Mapping[str, "Arg"] = field(default_factory=dict[str, "Arg"])


@dataclass(frozen=True, slots=True)
class Localised:
    """Words that managers wrote, by language; ``{name}`` stands for the argument of that name."""

    texts: Mapping[str, str]
    args: Mapping[str, Span] = field(default_factory=dict[str, Span])


@dataclass(frozen=True, slots=True)
class Rich:
    """Text that needs no translation: names, evidence, what a moderator typed."""

    spans: RichText


@dataclass(frozen=True, slots=True)
class Lines:
    """Several bodies, one under the other."""

    parts: tuple["Body", ...]


Body: TypeAlias = Say | Localised | Rich | Lines
Arg: TypeAlias = Span | Say | Localised | OneTime | int | timedelta


def say(key: str, /, **args: Arg) -> Say:
    """Shorthand: ``say("warn-done", who=mention)``."""
    return Say(key, args)


def lines(*parts: Body | None) -> Lines:
    """Stack bodies; what is None is left out."""
    return Lines(tuple(p for p in parts if p is not None))


@dataclass(frozen=True, slots=True)
class File:
    """A small file, given or taken; ``content`` is text, or Base64 of anything else where it ``is_encoded``."""

    name: str
    content: str
    is_encoded: bool = False

    @property
    def data(self) -> bytes:
        return b64decode(self.content) if self.is_encoded else self.content.encode()


class Voice(Protocol):
    """Speaks one language."""

    @property
    def language(self) -> str: ...

    def __call__(self, body: Body) -> RichText:
        """Put ``body`` into words of this language; a missing key falls back to English, never raises."""
        ...


class Voices(Protocol):
    """Every language that the locale files know."""

    @property
    def languages(self) -> tuple[str, ...]: ...

    def of(self, language: str) -> Voice:
        """Give the voice of ``language`` ("pl", "pt-BR"): the nearest known one, else English."""
        ...


def visible(words: str) -> str:
    """The words as they are; nothing where there is nothing to see, as with zero-width signs alone."""
    return words if any(sign.isprintable() and not sign.isspace() for sign in words) else ""


def plain(text: RichText) -> str:
    """Show spans as bare text: for alerts, logs, and platforms without markup."""
    return "".join(map(_bare, text))


def _bare(span: Span) -> str:
    match span:
        case str():
            return span
        case Bold(text) | Code(text) | Quote(text):
            return text
        case Link(label, url):
            return label if label == url else f"{label} ({url})"
        case Mention(_, name):
            return name
        case Moment(at):
            return f"{at:%Y-%m-%d %H:%M} UTC"
    assert_never(span)
