"""What people type after /poll: a question, options, and settings as ``closes:2h``.

``Where to meet? workshop cafe "the park"`` needs no quotes around a question that ends with its mark; without one the
first word, or what is quoted first, is the question. On several lines the first is the question and each other one an
option.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.polls.settings import KEYWORDS

_QUOTES = {'"': '"', "“": "”„", "„": "”“", "«": "»", "”": "”"}
_SETTING = re.compile(r"([^\W\d_]{2,20}):\s*(\S.*)?", re.DOTALL)
_SEPARATORS = ("|", ";")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the line, or several that were quoted."""

    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, in parts, nothing of it judged yet; ``how`` are settings, one phrase each."""

    question: str
    options: tuple[str, ...]
    how: tuple[str, ...] = ()


def read_line(line: str) -> Typed:
    """Cut a line into its parts."""
    rows = [row.strip() for row in line.strip().splitlines() if row.strip()]
    if len(rows) > 1:
        how = tuple(phrase for row in rows[1:] for phrase in (_setting(Word(row)),) if phrase)
        return Typed(rows[0].strip('"“”„«»'), tuple(row for row in rows[1:] if not _setting(Word(row))), how)
    words = split(line)
    how = tuple(phrase for word in words if (phrase := _setting(word)))
    rest = [word for word in words if not _setting(word)]
    many = _question_ends(rest)
    return Typed(" ".join(w.text for w in rest[:many]), tuple(w.text for w in rest[many:]), how)


def read_options(text: str) -> tuple[str, ...]:
    """Options as they stand in a field: one a line, or on one line parted by ``|`` or ``;``, or words."""
    rows = [row.strip() for row in text.splitlines() if row.strip()]
    if len(rows) != 1:
        return tuple(rows)
    for sign in _SEPARATORS:
        if sign in rows[0]:
            return tuple(part.strip() for part in rows[0].split(sign) if part.strip())
    return tuple(word.text for word in split(rows[0]))


def split(line: str) -> Sequence[Word]:
    """Words, and what stands in quotes as one; a quote that is never closed is an ordinary sign."""
    words: list[Word] = []
    at = 0
    while at < len(line):
        if line[at].isspace():
            at += 1
            continue
        word, at = _word(line, at)
        words.append(word)
    return words


def _word(line: str, at: int) -> tuple[Word, int]:
    """The word that begins here, and where it ends; ``closes:"friday 18:00"`` is one, too."""
    closing = _QUOTES.get(line[at])
    end = _first(line, closing, at + 1) if closing else -1
    if end > at + 1:
        return Word(line[at + 1 : end].strip(), quoted=True), end + 1
    stop = at
    while stop < len(line) and not line[stop].isspace():
        inner = _QUOTES.get(line[stop]) if line[stop - 1] == ":" else None
        end = _first(line, inner, stop + 1) if inner else -1
        if end > stop:
            return Word(line[at:stop] + line[stop + 1 : end].strip()), end + 1
        stop += 1
    return Word(line[at:stop]), stop


def _first(line: str, signs: str, after: int) -> int:
    found = [place for sign in signs if (place := line.find(sign, after)) >= 0]
    return min(found, default=-1)


def _setting(word: Word) -> str:
    """A setting as the phrase that a form would hold; empty for what is none."""
    found = None if word.quoted else _SETTING.fullmatch(word.text)
    if found is None or found[1].casefold() not in KEYWORDS:
        return ""
    return f"{found[1]} {found[2] or ''}".strip()


def _question_ends(words: Sequence[Word]) -> int:
    """How many words the question has."""
    if words and words[0].quoted:
        return 1
    marked = next((n for n, word in enumerate(words, 1) if word.text.endswith("?") and not word.quoted), 0)
    return marked or min(1, len(words))
