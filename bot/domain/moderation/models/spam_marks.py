"""What a spammer cannot do without: links, handles, money, hurry. Seen from outside, whatever the words are."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import combinations

from bot.domain.moderation.models.features import BEGINNING, END, ends_of
from bot.domain.moderation.models.spam_themes import THEMES, themes_of
from bot.domain.moderation.sample import Sample
from bot.domain.moderation.text import signs
from bot.domain.moderation.text.hosts import Host

_HANDLE = re.compile(r"(?<![\w.@/])@[A-Za-z]\w{3,31}\b")
_PHONE = re.compile(r"(?<![\w/=])(?:\+|00)?\d(?:[ ().-]{0,2}\d){8,13}(?!\w)")
_SHORT_CODE = re.compile(r"(?<![\w.,:/+-])(?:\d{4,6}|\d{1,3}[ .]\d{3})(?![\w:/.,]\d|\w)")
_SUM = re.compile(
    r"[$€£¥₽₴₸₿]\s?\d|\d\s?[$€£¥₽₴₸₿]|\d\s?(?:usd|eur|gbp|usdt|btc|pln|zł|euro|dollars?|pounds?|bucks|руб|р\b|тыс|к\b|k\b)"
)
_SIGN = re.compile(r"[$€£¥₽₴₸₿]")
_DIGIT = re.compile(r"\d")
_PERCENT = re.compile(r"\d\s?%")
_EMOJI = re.compile(r"[\u2600-\u27bf\u2b05-\u2b55\U0001f000-\U0001faff]")
_LATIN, _CYRILLIC = r"a-zA-Z", r"\u0400-\u04ff"
_CYRILLIC_LETTER = re.compile(f"[{_CYRILLIC}]")
_MIXED = re.compile(rf"[{_LATIN}][{_CYRILLIC}]|[{_CYRILLIC}][{_LATIN}]")
_ORDER = re.compile(r"(?:^|\W)(?:18\s?\+|24\s?/\s?7|\+\s*(?:в|в\s)?\s*(?:лс|личк)|(?:dm|pm|inbox)\b)")
_ASKED_IN = frozenset({"dm", "pm", "inbox"})
_ASCII = bytes(range(128))
_SHORTEST_NUMBERED = 8
_SHORTER_THAN = (15, 40, 100, 200, 400)
_LENGTHS = (*(f"length-{most}" for most in _SHORTER_THAN), "length-more")
_MANY_LINES = 4
_CAPITALS, _FEWEST_CAPITALS = 0.5, 8
_CALLS = frozenset({"link", "handle", "phone", "sum", "short-code", "order", "money-sign"})
_MOST_WORDS = 200
_INVITING = ("t.me", "discord.gg")
CYRILLIC = "cyrillic"
"""The variant of the model for what is written in Cyrillic letters; whatever is not has the variant without a name."""

NAMES = (
    "link", "links", "hidden-link", "messenger-link", "handle", "phone", "short-code", "sum", "money-sign", "percent",
    "emoji", "many-emoji", "mixed-script", "disguised", "order", "capitals", "exclaims", "question", "lines",
    "many-digits", "forwarded", "via-bot", *_LENGTHS,
    *THEMES, *("+".join(two) for two in combinations(THEMES, 2)), *(f"call+{theme}" for theme in THEMES),
)  # fmt: skip
"""Every mark there is."""


def alphabet_of(seen: Sample) -> str:
    """Say which variant of the model reads a message: what most of its letters are.

    Spam in one language says little about spam in another, and marks (a link, a sum) weigh differently in each.
    """
    spaced = seen.reading.spaced if seen.reading.starts is None else None
    if spaced is not None and len(seen.text) <= BEGINNING + END:
        # As nearly always. There letters are bytes, and of those that are folded only Cyrillic ones are not ASCII.
        if spaced.isascii():
            return ""
        letters = spaced.replace(b" ", b"")
        return CYRILLIC if 2 * len(letters.translate(None, _ASCII)) > len(letters) else ""
    text = ends_of(seen.reading.folded)
    return CYRILLIC if 2 * len(_CYRILLIC_LETTER.findall(text)) > sum(map(str.isalpha, text)) else ""


def marks_of(seen: Sample) -> tuple[str, ...]:
    """Name what stands out about a message, in a fixed order; of a long one, about its beginning and its end."""
    text = ends_of(seen.text)
    calls = [*_of_links(seen), *_of_calls(seen, text)]
    seldom = (*calls, *_of_looks(seen, text), *_of_shape(seen))
    themes = themes_of(seen.reading.words[:_MOST_WORDS])
    if not themes:
        return seldom
    called = () if _CALLS.isdisjoint(calls) else tuple(f"call+{theme}" for theme in themes)
    return (*seldom, *themes, *map("+".join, combinations(themes, 2)), *called)


# Lists, for every message is asked, and most have one mark or two: a generator for each costs more than they do.
def _of_links(seen: Sample) -> list[str]:
    message, marks = seen.message, list[str]()
    if seen.hosts:
        marks.append("link")
        if len(seen.hosts) > 1:
            marks.append("links")
        if any(_is_hidden(host) for host in seen.hosts):
            marks.append("hidden-link")
        if any(host.name in _INVITING for host in seen.hosts):
            marks.append("messenger-link")
    if message.forwarded:
        marks.append("forwarded")
    if message.via_bot:
        marks.append("via-bot")
    return marks


def _is_hidden(host: Host) -> bool:
    """Whether the link stands behind other words."""
    return host.span.start == host.span.end


def _of_calls(seen: Sample, text: str) -> list[str]:
    reading, marks = seen.reading, list[str]()
    if "@" in text and _HANDLE.search(text):
        marks.append("handle")
    # What is read character by character may show signs that are not in it.
    shown = text if reading.starts is None else ends_of(reading.plain)
    if ("+" in shown or "/" in shown or not _ASKED_IN.isdisjoint(reading.words)) and _ORDER.search(_plain(seen)):
        marks.append("order")
    if (not text.isascii() or "$" in text) and _SIGN.search(text):
        marks.append("money-sign")
    if _DIGIT.search(shown):
        marks += _of_numbers(seen, _plain(seen))
    return marks


def _of_numbers(seen: Sample, plain: str) -> Iterator[str]:
    if seen.signs & signs.DIGITS and _PHONE.search(plain):
        yield "phone"
    if _SHORT_CODE.search(plain):
        yield "short-code"
    if _SUM.search(plain):
        yield "sum"
    if "%" in plain and _PERCENT.search(plain):
        yield "percent"


def _plain(seen: Sample) -> str:
    return ends_of(seen.reading.plain)


def _of_looks(seen: Sample, text: str) -> list[str]:
    marks = ["capitals"] if _is_shouted(seen, text) else []
    if text.count("!") > 1:
        marks.append("exclaims")
    if "?" in text:
        marks.append("question")
    if len(text) > _SHORTEST_NUMBERED and len(_DIGIT.findall(text)) * 8 > len(text):
        marks.append("many-digits")
    if text.isascii():
        return marks
    if seen.signs & signs.PICTURES and (pictures := len(_EMOJI.findall(text))):
        marks.append("many-emoji" if pictures > 2 else "emoji")
    if seen.signs & signs.MIXED and _MIXED.search(text):
        marks.append("mixed-script")
    return marks


def _is_shouted(seen: Sample, text: str) -> bool:
    # Few capitals are most of the letters only where those are few too, and that is soon seen.
    spaced = None if seen.signs & signs.CAPITALS else seen.reading.spaced
    if spaced is not None and len(spaced) - spaced.count(b" ") >= signs.MANY_CAPITALS / _CAPITALS:
        return False
    letters = sum(map(str.isalpha, text))
    return letters >= _FEWEST_CAPITALS and sum(map(str.isupper, text)) > _CAPITALS * letters


def _of_shape(seen: Sample) -> list[str]:
    text = seen.text
    marks = [_LENGTHS[bisect_right(_SHORTER_THAN, len(text))]]
    if text.count("\n") >= _MANY_LINES:
        marks.insert(0, "lines")
    if seen.reading.starts is not None and len(seen.reading.plain) < len(text):
        marks.insert(0, "disguised")
    return marks
