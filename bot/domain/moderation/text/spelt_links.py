"""Links whose dots are spelt out, so that only people follow them: `example[.]com`, `example dot com`."""

import re
from collections.abc import Iterator

from bot.domain.moderation.text.domains import DOT_NAMES
from bot.domain.moderation.text.reading import Span

_NAME = "|".join(DOT_NAMES)
_IN_BRACKETS = rf"\s?[\[({{<]\s?(?:\.|{_NAME})\s?[\])}}>]\s?"
_BRACKET = re.compile(r"[\[({<]\s?[.:]")
_DOT = re.compile(rf"{_IN_BRACKETS}|\s(?:{_NAME})\s", re.IGNORECASE)
_SLASH = re.compile(r"\s(?:slash|/)\s", re.IGNORECASE)
_LABEL = r"[\w-]{1,63}+"
_ADDRESS = re.compile(
    rf"(?<![\w@.-])(?:\w{{2,8}}+(?::|\[:\])//)?{_LABEL}(?:(?:{_DOT.pattern}|\.){_LABEL}){{1,8}}"
    rf"(?:(?:/|{_SLASH.pattern})\S{{1,200}}+)?",
    re.IGNORECASE,
)
# Apart with blanks: only for names that everybody completes by themselves, and with a path behind them.
_APART = re.compile(
    r"(?<![\w@.-])(discord(?:app)?|telegram|t)(?:\s\.\s?|\.\s)(gg|me|com)\s?/\s?(\S{1,200}+)", re.IGNORECASE
)
# "The dot com bubble" is no link.
_ARTICLES = (
    "the a an this that every each one my your our of in el la un este ese cada mi tu ta ten jedna эта та одна një"
)
_NO_NAMES = frozenset(_ARTICLES.split())
_NO_ENDING = ".net"  # the platform with that name


def spelt_out(text: str) -> Iterator[tuple[str, Span]]:
    """Give the addresses with spelt-out dots as they are meant, and where they stand."""
    low = text.lower()
    if "/" in low and (" ." in low or ". " in low):
        for match in _APART.finditer(text):
            yield f"{match[1]}.{match[2]}/{match[3]}", Span(match.start(), match.end())
    if _BRACKET.search(low) or (any(map(low.__contains__, DOT_NAMES)) and _DOT.search(text)):
        for match in _ADDRESS.finditer(text):
            meant = _meant(match[0])
            if meant:
                yield meant, Span(match.start(), match.end())


def _meant(written: str) -> str:
    dots = _DOT.findall(written)
    if not dots:
        return ""
    meant = _SLASH.sub("/", _DOT.sub(".", written)).replace("[:]", ":")
    in_words = all(dot.strip().isalpha() for dot in dots)
    if in_words and (meant.partition(".")[0].lower() in _NO_NAMES or meant.lower().endswith(_NO_ENDING)):
        return ""
    return meant
