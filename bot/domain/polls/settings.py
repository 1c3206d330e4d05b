"""How a poll is held, as people write it in their own words: ``ranked, anonymous, closes friday 18:00, quorum 20``."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.core.polls import PollKind
from bot.core.text import Say, say

_NUMBER = re.compile(r"\d{1,6}")
_NO = frozenset(["no", "off", "nie", "нет", "jo", "false"])


class _Key(StrEnum):
    KIND = "kind"
    CLOSES = "closes"
    STARTS = "starts"
    QUORUM = "quorum"
    RIGHT = "right"
    BECAUSE = "because"
    ANONYMOUS = "anonymous"
    OPEN = "open"
    HIDDEN = "hidden"
    EVERYWHERE = "everywhere"
    NATIVE = "native"


_WORDS: Mapping[_Key, str] = {
    _Key.KIND: "kind rodzaj вид tipo lloji",
    _Key.CLOSES: "closes close until koniec zamknięcie закрыть cierra mbyllet",
    _Key.STARTS: "starts start początek начало empieza fillon",
    _Key.QUORUM: "quorum kworum кворум quórum kuorum",
    _Key.RIGHT: "right answer odpowiedź ответ correcta saktë",
    _Key.BECAUSE: "because explanation bo wyjaśnienie потому объяснение porque explicación sepse",
    _Key.ANONYMOUS: "anonymous anonimowa anonimowo анонимно anónima anonim",
    _Key.OPEN: "open jawna jawnie открыто abierta hapur",
    _Key.HIDDEN: "hidden ukryte скрыто oculto fshehur",
    _Key.EVERYWHERE: "everywhere wszędzie везде todas kudo",
    _Key.NATIVE: "native natywna встроенный nativa vetjak",
}
_KINDS: Mapping[PollKind, str] = {
    PollKind.ONE: "one single jedna один una një",
    PollKind.SEVERAL: "several multiple kilka несколько varias disa",
    PollKind.RANKED: "ranked ranking рейтинг preferencias renditje",
    PollKind.QUIZ: "quiz викторина cuestionario kuiz",
}
_KEYS = {word: key for key, words in _WORDS.items() for word in words.split()}
_KIND = {word: kind for kind, words in _KINDS.items() for word in words.split()}
KEYWORDS = frozenset(_KEYS)
"""What may stand before a colon in a line."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a poll is held; times as they were written. None stands for what the community does by default."""

    kind: PollKind = PollKind.ONE
    closes: str = ""
    starts: str = ""
    quorum: int = 0
    right: int | None = None
    because: str = ""
    anonymous: bool | None = None
    hidden: bool = False
    everywhere: bool | None = None
    native: bool | None = None


def read_settings(phrases: Iterable[str], start: Settings = Settings()) -> Settings | Say:  # frozen
    """Read phrases one after the other; what is not understood is named."""
    settings = start
    for phrase in phrases:
        first, _, rest = phrase.strip().partition(" ")
        word, rest = first.casefold().rstrip(":"), rest.strip()
        if not word:
            continue
        read = _kind(settings, word) if word in _KIND and not rest else _one(settings, _KEYS.get(word), rest)
        if read is None:
            return say("poll-fault-setting", given=phrase.strip()[:60])
        settings = read
    return settings


def phrases_of(text: str) -> tuple[str, ...]:
    """The phrases of one field: by commas or lines; an explanation goes to the end of its line."""
    out: list[str] = []
    for line in text.splitlines():
        head, because = _cut(line)
        out += [phrase for part in head.split(",") if (phrase := part.strip())]
        out += [because] if because else []
    return tuple(out)


def _cut(line: str) -> tuple[str, str]:
    """The part before an explanation, which may have commas of its own, and the explanation."""
    for word in _WORDS[_Key.BECAUSE].split():
        found = re.search(rf"(?:^|,)\s*({word})\b", line, re.IGNORECASE)
        if found:
            return line[: found.start(1)], line[found.start(1) :].strip()
    return line, ""


def _kind(settings: Settings, word: str) -> Settings | None:
    kind = _KIND.get(word)
    return None if kind is None else replace(settings, kind=kind)


def _one(settings: Settings, key: _Key | None, rest: str) -> Settings | None:
    match key:
        case _Key.KIND:
            return _kind(settings, rest.casefold())
        case _Key.QUORUM | _Key.RIGHT:
            return _numbered(settings, key, rest)
        case _Key.CLOSES | _Key.STARTS | _Key.BECAUSE:
            return _worded(settings, key, rest) if rest else None
        case None:
            return None
        case _:
            return _flagged(settings, key, rest.casefold() not in _NO)


def _numbered(settings: Settings, key: _Key, rest: str) -> Settings | None:
    if not _NUMBER.fullmatch(rest):
        return None
    number = int(rest)
    return replace(settings, quorum=number) if key is _Key.QUORUM else replace(settings, right=number - 1)


def _worded(settings: Settings, key: _Key, rest: str) -> Settings:
    if key is _Key.CLOSES:
        return replace(settings, closes=rest)
    return replace(settings, starts=rest) if key is _Key.STARTS else replace(settings, because=rest)


def _flagged(settings: Settings, key: _Key, yes: bool) -> Settings:
    match key:
        case _Key.ANONYMOUS:
            return replace(settings, anonymous=yes)
        case _Key.OPEN:
            return replace(settings, anonymous=not yes)
        case _Key.HIDDEN:
            return replace(settings, hidden=yes)
        case _Key.NATIVE:
            return replace(settings, native=yes)
        case _:
            return replace(settings, everywhere=yes)
