"""Does a text keep to the community's own voice? A linter for what goes out under its name.

It only finds and proposes. Who asks decides what follows: a remark when the config is checked, a refusal when a post is
to be approved.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from itertools import islice
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from bot.domain.calendar.address import Address, slips


class Kind(StrEnum):
    """What a text is; a signature is asked of posts alone, and phrases may be as long as they must."""

    POST = "post"
    ANSWER = "answer"
    PHRASE = "phrase"


class StyleRule(StrEnum):
    """What a text can fall short of, by the name that people are told."""

    BANNED = "banned-term"
    WANTED = "wanted-spelling"
    ADDRESS = "form-of-address"
    EXCLAMATIONS = "exclamation-marks"
    EMOJI = "emoji"
    LENGTH = "length"
    TRACKING = "tracking-link"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Guide:
    """How the community wants to sound. What is left out is not looked at.

    ``banned`` are terms and what to say instead ("" for nothing), ``wanted`` spellings that must be kept exactly,
    ``address`` how readers are spoken to, by language; the numbers are the most a text may have of a thing.
    """

    banned: Mapping[str, str] = field(default_factory=dict[str, str])
    wanted: tuple[str, ...] = ()
    address: Mapping[str, Address] = field(default_factory=dict[str, Address])
    exclamations: int | None = None
    emoji: int | None = None
    longest: int | None = None
    tracking: bool = True
    signature: str = ""


@dataclass(frozen=True, slots=True)
class Slip:
    """One place where a text leaves the voice: ``found`` stands at ``at`` (characters), ``instead`` is proposed."""

    rule: StyleRule
    at: int
    found: str
    instead: str = ""


_LINK = re.compile(r"https?://[^\s<>\"'()\[\]]+[^\s<>\"'()\[\].,;:!?]")
_TRACKING = re.compile(
    r"utm_\w+|mc_[ce]id|_hs(?:enc|mi)|igshi?d?|mkt_tok|_openstat|li_fat_id|vero_id|[a-z]{1,4}clid|[gw]braid"
)
"""Parameters by which advertisers and mailers know a reader again; each is named in its vendor's own manual."""
_EMOJI = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}"
    "|[\u231a-\u23ff\u2600-\u27bf\u2b05-\u2b55\U0001f000-\U0001f1e5\U0001f200-\U0001faff]"
    "(?:[\ufe0f\U0001f3fb-\U0001f3ff]|\u200d[\u2600-\u27bf\U0001f300-\U0001faff])*"
)
_EXCLAMATION = re.compile("[!¡]")
_BETWEEN = r"[\s\-‐-―]*"
"""What people write between the parts of a name, or leave out."""


def lint(text: str, language: str, guide: Guide, kind: Kind = Kind.POST) -> tuple[Slip, ...]:
    """Find every slip, in the order of the text; what concerns it as a whole stands at its end."""
    found = [
        *_banned(text, guide),
        *_wanted(text, guide),
        *_addressed(text, language, guide),
        *_too_many(StyleRule.EXCLAMATIONS, _spoken(text), guide.exclamations, _EXCLAMATION, "."),
        *_too_many(StyleRule.EMOJI, text, guide.emoji, _EMOJI, ""),
        *_tracked(text, guide),
        *_whole(text, guide, kind),
    ]
    return tuple(sorted(found, key=lambda slip: slip.at))


def untracked(link: str) -> str:
    """Give the link without the parameters that only tell who followed it."""
    parts = urlsplit(link)
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(name)]
    return urlunsplit(parts._replace(query=urlencode(kept)))


def _tracks(name: str) -> bool:
    return _TRACKING.fullmatch(name.lower()) is not None


def _banned(text: str, guide: Guide) -> Iterator[Slip]:
    for term, instead in guide.banned.items():
        for found in _term(term).finditer(text):
            yield Slip(StyleRule.BANNED, found.start(), found[0], instead)


def _wanted(text: str, guide: Guide) -> Iterator[Slip]:
    """Find other capitals, and hyphens and spaces that come and go; a sentence may begin with the name."""
    plain = _spoken(text)
    for name in guide.wanted:
        for found in _loosely(name).finditer(plain):
            if found[0] not in {name, name[:1].upper() + name[1:]}:
                yield Slip(StyleRule.WANTED, found.start(), found[0], name)


def _addressed(text: str, language: str, guide: Guide) -> Iterator[Slip]:
    form = guide.address.get(language)
    for at, found in () if form is None else slips(text, language, form):
        yield Slip(StyleRule.ADDRESS, at, found)


def _too_many(rule: StyleRule, text: str, most: int | None, what: re.Pattern[str], instead: str) -> Iterator[Slip]:
    if most is None:
        return
    for one in islice(what.finditer(text), most, None):
        yield Slip(rule, one.start(), one[0], instead)


def _spoken(text: str) -> str:
    return _LINK.sub(lambda link: " " * len(link[0]), text)


def _tracked(text: str, guide: Guide) -> Iterator[Slip]:
    for link in () if guide.tracking else _LINK.finditer(text):
        if any(_tracks(name) for name, _ in parse_qsl(urlsplit(link[0]).query, keep_blank_values=True)):
            yield Slip(StyleRule.TRACKING, link.start(), link[0], untracked(link[0]))


def _whole(text: str, guide: Guide, kind: Kind) -> Iterator[Slip]:
    if kind is not Kind.PHRASE and guide.longest is not None and len(text) > guide.longest:
        yield Slip(StyleRule.LENGTH, len(text), f"{len(text)}", f"{guide.longest}")
    if kind is Kind.POST and guide.signature and not text.rstrip().endswith(guide.signature):
        yield Slip(StyleRule.SIGNATURE, len(text), "", guide.signature)


@cache
def _term(term: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, term.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


@cache
def _loosely(name: str) -> re.Pattern[str]:
    parts = _BETWEEN.join(re.escape(part) for part in re.split(_BETWEEN[:-1] + "+", name) if part)
    return re.compile(rf"(?<!\w){parts}(?!\w)", re.IGNORECASE)
