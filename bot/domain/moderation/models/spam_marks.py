"""What a spammer cannot do without: links, handles, money, hurry. Seen from outside, whatever the words are."""

import re
from collections.abc import Iterator
from itertools import combinations

from bot.domain.moderation.models.spam_themes import THEMES, themes_of
from bot.domain.moderation.sample import Sample
from bot.domain.moderation.text.hosts import Host

_SHORTENED = 4096
_HANDLE = re.compile(r"(?<![\w.@/])@[A-Za-z]\w{3,31}\b")
_PHONE = re.compile(r"(?<![\w/=])(?:\+|00)?\d(?:[ ().-]{0,2}\d){8,13}(?!\w)")
_SHORT_CODE = re.compile(r"(?<![\w.,:/+-])(?:\d{4,6}|\d{1,3}[ .]\d{3})(?![\w:/.,]\d|\w)")
_SUM = re.compile(
    r"[$€£¥₽₴₸₿]\s?\d|\d\s?[$€£¥₽₴₸₿]|\d\s?(?:usd|eur|gbp|usdt|btc|pln|zł|euro|dollars?|pounds?|bucks|руб|р\b|тыс|к\b|k\b)"
)
_SIGN = re.compile(r"[$€£¥₽₴₸₿]")
_PERCENT = re.compile(r"\d\s?%")
_EMOJI = re.compile(r"[\u2600-\u27bf\u2b05-\u2b55\U0001f000-\U0001faff]")
_LATIN, _CYRILLIC = r"a-zA-Z", r"\u0400-\u04ff"
_MIXED = re.compile(rf"[{_LATIN}][{_CYRILLIC}]|[{_CYRILLIC}][{_LATIN}]")
_ORDER = re.compile(r"(?:^|\W)(?:18\s?\+|24\s?/\s?7|\+\s*(?:в|в\s)?\s*(?:лс|личк)|(?:dm|pm|inbox)\b)")
_LENGTHS = ((15, "length-15"), (40, "length-40"), (100, "length-100"), (200, "length-200"), (400, "length-400"))
_MANY_LINES = 4
_CAPITALS, _FEWEST_CAPITALS = 0.5, 8
_CALLS = frozenset({"link", "handle", "phone", "sum", "short-code", "order", "money-sign"})
_MOST_WORDS = 200
_INVITING = ("t.me", "discord.gg")

NAMES = (
    "link", "links", "hidden-link", "messenger-link", "handle", "phone", "short-code", "sum", "money-sign", "percent",
    "emoji", "many-emoji", "mixed-script", "disguised", "order", "capitals", "exclaims", "question", "lines",
    "many-digits", "forwarded", "via-bot", *(name for _, name in _LENGTHS), "length-more",
    *THEMES, *("+".join(two) for two in combinations(THEMES, 2)), *(f"call+{theme}" for theme in THEMES),
)  # fmt: skip
"""Every mark there is."""


def marks_of(seen: Sample) -> tuple[str, ...]:
    """Name what stands out about a message, in a fixed order; linear in its length."""
    calls = (*_of_links(seen), *_of_calls(seen))
    themes = themes_of(set(seen.reading.words[:_MOST_WORDS]))
    called = () if _CALLS.isdisjoint(calls) else tuple(f"call+{theme}" for theme in themes)
    return (*calls, *_of_looks(seen.text), *_of_shape(seen), *themes, *map("+".join, combinations(themes, 2)), *called)


def _of_links(seen: Sample) -> Iterator[str]:
    message = seen.message
    if seen.hosts:
        yield "link"
        if len(seen.hosts) > 1:
            yield "links"
        if any(_is_hidden(host) for host in seen.hosts):
            yield "hidden-link"
        if any(host.name in _INVITING for host in seen.hosts):
            yield "messenger-link"
    if message.forwarded:
        yield "forwarded"
    if message.via_bot:
        yield "via-bot"


def _is_hidden(host: Host) -> bool:
    """Whether the link stands behind other words."""
    return host.span.start == host.span.end


def _of_calls(seen: Sample) -> Iterator[str]:
    text, plain = seen.text[:_SHORTENED], seen.reading.plain[:_SHORTENED]
    if "@" in text and _HANDLE.search(text):
        yield "handle"
    if _ORDER.search(plain):
        yield "order"
    if (not text.isascii() or "$" in text) and _SIGN.search(text):
        yield "money-sign"
    if not _has_digit(plain):
        return
    for pattern, name in ((_PHONE, "phone"), (_SHORT_CODE, "short-code"), (_SUM, "sum"), (_PERCENT, "percent")):
        if pattern.search(plain):
            yield name


def _of_looks(text: str) -> Iterator[str]:
    capitals = sum(map(str.isupper, text))
    if capitals * 2 >= _FEWEST_CAPITALS:
        letters = sum(map(str.isalpha, text))
        if letters >= _FEWEST_CAPITALS and capitals > _CAPITALS * letters:
            yield "capitals"
    if text.count("!") > 1:
        yield "exclaims"
    if "?" in text:
        yield "question"
    if sum(map(str.isdigit, text)) * 8 > len(text) > 8:
        yield "many-digits"
    if text.isascii():
        return
    pictures = len(_EMOJI.findall(text))
    if pictures:
        yield "many-emoji" if pictures > 2 else "emoji"
    if _MIXED.search(text):
        yield "mixed-script"


def _of_shape(seen: Sample) -> Iterator[str]:
    text = seen.text
    if seen.reading.starts is not None and len(seen.reading.plain) < len(text):
        yield "disguised"
    if text.count("\n") >= _MANY_LINES:
        yield "lines"
    yield next((name for most, name in _LENGTHS if len(text) < most), "length-more")


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))
