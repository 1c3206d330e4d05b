"""The links of a text, however they are written; nothing is asked of the network."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from bot.domain.moderation.text.domains import BREAKS, EDGES, PUNYCODE, SURE, WITH_PATH
from bot.domain.moderation.text.reading import MOST_CHARACTERS, Span
from bot.domain.moderation.text.spelt_links import spelt_out

_END = rf"\s{re.escape(BREAKS)}"
# What browsers leave out of a host (UTS 46) and what they take for a dot.
_IGNORED = re.compile("[\u00ad\u034f\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_DOTS = re.compile("[\u3002\uff0e\uff61\u2024]")
_SIGN = r".:%\u3002\uff0e\uff61\u2024"
# What stands between blanks and holds a sign of a link with something right after it: "Friday." is none.
_CHUNK = re.compile(rf"(?<![^{_END}])[^{_END}{_SIGN}]*+[{_SIGN}][^{_END}]++")
_SCHEME = re.compile(r"[a-z][a-z0-9+-]{0,15}$", re.IGNORECASE)
_BEFORE_ADDRESS = re.compile(r":/+")
_TELEGRAM = re.compile(r"tg:(?!/)", re.IGNORECASE)
_AFTER_AUTHORITY = re.compile(r"[/?#]")
_LABEL = re.compile(r"_?[^\W_](?:[\w-]{0,61}[^\W_])?$")
_IPV4 = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}$")
_TELEGRAM_NAMES = frozenset({"t.me", "telegram.me", "telegram.dog"})
_INTRICATE = re.compile(r"[/%:@\\]")
_LONGEST_NAME = 253  # RFC 1035
MOST_LINKS = 50
"""Different links of one message that are looked at; nobody reads so many."""
_MOST_CHUNKS = 200
"""What might be a link and is none, such as file names in a log, is looked at so often."""
TOO_MANY = "too many links"
"""The name of the link that stands for all that were not looked at."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link: `name` is its canonical host, `path` what follows it; `scheme` is empty where none was written.

    The canonical host is in lower case and Unicode, without `www.`, user, port or last dot. The span is the link as
    it was written; a link that the platform gave beside the text has an empty one.
    """

    scheme: str
    name: str
    path: str
    span: Span


def links(text: str, explicit_links: Iterable[str] = ()) -> Iterator[Link]:
    """Give every different link in a text, then those beside it; linear, and never raises.

    Whoever writes more than `MOST_LINKS` hides something: the last one is called `TOO_MANY` and stands for the rest.
    """
    text = text[:MOST_CHARACTERS]
    budget = _MOST_CHUNKS
    for written, span, sure in _possible(text, explicit_links):
        if budget <= 0:
            yield Link("", TOO_MANY, "", span)
            return
        budget -= 1
        for link in _links_in(written, span, sure=sure):
            budget -= _MOST_CHUNKS // MOST_LINKS - 1
            if budget < 0:
                yield Link("", TOO_MANY, "", span)
                return
            yield link


def _possible(text: str, explicit_links: Iterable[str]) -> Iterator[tuple[str, Span, bool]]:
    """Give whatever might be a link, where it stands, and whether the messenger says that it is one."""
    known: set[str] = set()
    for chunk in _CHUNK.finditer(text):
        if chunk[0] not in known:
            known.add(chunk[0])
            if _is_likely(chunk[0]):
                yield chunk[0], Span(chunk.start(), chunk.end()), False
    for address, span in spelt_out(text):
        if _is_likely(address):
            yield address, span, False
    for explicit in explicit_links:
        yield explicit[:MOST_CHARACTERS].strip(), Span(0, 0), True


def _is_likely(chunk: str) -> bool:
    """Say whether it is worth a look: a plain name is no link unless it ends like a domain."""
    chunk = _seen(chunk)
    if _INTRICATE.search(chunk):
        # No host is without a dot, but it may be escaped, and Telegram's own links need none.
        return "." in chunk or "%" in chunk or "tg:" in chunk.lower()
    ending = _AFTER_AUTHORITY.split(chunk.strip(EDGES))[0].rstrip(EDGES).rpartition(".")[2].casefold()
    return ending in SURE or ending in WITH_PATH or ending.startswith(PUNYCODE)


def _links_in(written: str, span: Span, *, sure: bool) -> Iterator[Link]:
    clean = _seen(written).replace("\\", "/")
    if _TELEGRAM.match(clean):
        clean = f"tg://{clean[3:]}"
    before, *addresses = _BEFORE_ADDRESS.split(clean)
    if not addresses:
        yield from _bare(clean.lstrip(EDGES + "/@+"), span, sure=sure)
    # A link may carry another one in its path (`?to=https://...`): each counts.
    for address in addresses:
        scheme = _SCHEME.search(before)
        before = address
        if scheme:
            yield from _with_scheme(scheme[0].lower(), address, span)


def _with_scheme(scheme: str, address: str, span: Span) -> Iterator[Link]:
    if scheme == "tg":
        yield Link(scheme, "t.me", address, span)
    elif name := _host(address):
        yield Link(scheme, name, _after_host(address), span)


def _bare(address: str, span: Span, *, sure: bool) -> Iterator[Link]:
    """Read what has no scheme: only names that end like a real domain, or every forgotten space made a link."""
    authority = unquote(_authority(address))
    if "@" in authority:  # a mail address
        return
    label, _, after = authority.partition(":")
    if after and not after[0].isdigit():  # `see:example.com`
        address = address.partition(":")[2]
        label = after
    name, path = _host(address), _after_host(address)
    if name and (sure or _looks_real(name, label, path)):
        yield Link("", name, path, span)


def _looks_real(name: str, label: str, path: str) -> bool:
    ending = name.rpartition(".")[2]
    if ending in SURE or name in _TELEGRAM_NAMES:
        return True
    return ending in WITH_PATH and (len(path) > 1 or label.lower().startswith("www."))


def _seen(text: str) -> str:
    if text.isascii():  # as nearly every link is
        return text
    return _as_browsers_see(text)


@lru_cache(maxsize=16)
def _as_browsers_see(text: str) -> str:
    """Asked about the same chunk several times in a row, which may be a whole message."""
    return _IGNORED.sub("", _DOTS.sub(".", unicodedata.normalize("NFKC", text)))


def _authority(address: str) -> str:
    return _AFTER_AUTHORITY.split(address, maxsplit=1)[0]


def _after_host(address: str) -> str:
    return address[len(_authority(address)) :]


def _host(address: str) -> str:
    """Give the canonical host of an address without scheme, empty where it has none."""
    name = _seen(unquote(_authority(address)).rpartition("@")[2]).casefold()
    name = _authority(name).partition(":")[0].strip(EDGES)
    if len(name) > _LONGEST_NAME:
        return ""
    if _IPV4.match(name):
        return name
    labels = [_from_punycode(label) for label in name.split(".")]
    if len(labels) < 2 or labels[-1].isdigit() or not all(map(_LABEL.match, labels)):
        return ""
    name = ".".join(labels[1:] if labels[0] == "www" and len(labels) > 2 else labels)
    return "t.me" if name in _TELEGRAM_NAMES else name


def _from_punycode(label: str) -> str:
    if not label.startswith(PUNYCODE):
        return label
    try:
        return label.removeprefix(PUNYCODE).encode("ascii").decode("punycode")
    except UnicodeError:
        return label
