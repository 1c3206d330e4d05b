"""Reads RSS and Atom: no document type, no entities, a few hundred entries, and plain words of each.

feedparser knows the dialects. What it is given was decoded here, and holds nothing that could unfold.
"""

import html
import re
import warnings
from datetime import UTC, datetime
from io import BytesIO
from time import struct_time
from typing import Any, cast
from urllib.parse import urlsplit

from bot.core.feeds import FeedEntry, FeedFault

MOST_ENTRIES = 200
"""The newest of a feed; sites that give their whole archive are read no further."""
_LONGEST_MARKUP, _LONGEST_TEXT, _LONGEST_LINK = 4000, 1000, 1000
_ENCODINGS = re.compile(
    r"utf-?8|us-ascii|ascii|iso-8859-\d{1,2}|latin-?1|windows-125\d|cp125\d|koi8-[ru]", re.IGNORECASE
)
"""Those in which markup looks as in ASCII: in others something could be hidden from whoever looks at bytes."""
_DECLARATION = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_PROLOG = re.compile(r"\s*(?:<\?.*?\?>|<!--.*?-->)", re.DOTALL)
_ROOT = re.compile(r"\s*<[A-Za-z_]")
_HIDDEN = re.compile(r"<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_UNSPEAKABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


class NotReadable(ValueError):  # noqa: N818  # it reads as what happened
    """This is no feed that may be read; ``why`` says so."""

    def __init__(self, why: FeedFault) -> None:
        super().__init__(why.value)
        self.why = why


def read(body: bytes, charset: str = "") -> tuple[tuple[FeedEntry, ...], str]:
    """Give the entries as they stand there, and the link of the site; raises NotReadable."""
    text = _without_prolog(_decoded(body, charset))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        import feedparser  # what it brings along is loaded only where there are feeds

        head = {"content-type": "application/xml; charset=utf-8"}
        parse = cast("Any", feedparser).parse  # it has no types
        found: Any = parse(
            BytesIO(text.encode()), response_headers=head, sanitize_html=False, resolve_relative_uris=False
        )
    if not found.get("version"):
        raise NotReadable(FeedFault.BROKEN)
    if found.get("bozo") and not found.entries:
        raise NotReadable(FeedFault.BROKEN)
    entries = (_entry(one) for one in found.entries[:MOST_ENTRIES])
    return tuple(one for one in entries if one.title or one.link), _link(found.feed.get("link"))


def plain(markup: str) -> str:
    """Words without markup and without signs that only hide something, in one line."""
    shown = _TAG.sub(" ", _HIDDEN.sub(" ", markup[:_LONGEST_MARKUP]))
    return " ".join(_UNSPEAKABLE.sub("", html.unescape(shown)).split())[:_LONGEST_TEXT]


def _decoded(body: bytes, charset: str) -> str:
    declared = _DECLARATION.match(body.removeprefix(b"\xef\xbb\xbf"))
    name = declared[1].decode("ascii") if declared else charset or "utf-8"
    if b"\x00" in body or not _ENCODINGS.fullmatch(name):
        raise NotReadable(FeedFault.BROKEN)
    return body.removeprefix(b"\xef\xbb\xbf").decode(name, "replace")


def _without_prolog(text: str) -> str:
    """What begins with the root element; before it may stand comments, and no declaration of anything."""
    at = 0
    while part := _PROLOG.match(text, at):
        at = part.end()
    if text[at : at + 200].lstrip().startswith("<!"):
        raise NotReadable(FeedFault.ENTITIES)
    if not _ROOT.match(text, at):
        raise NotReadable(FeedFault.BROKEN)
    return text[at:].lstrip()


def _entry(found: Any) -> FeedEntry:  # noqa: ANN401  # a mapping of feedparser's
    at = found.get("published_parsed") or found.get("updated_parsed")
    title, summary = (plain(str(found.get(name) or "")) for name in ("title", "summary"))
    return FeedEntry(str(found.get("id") or "")[:_LONGEST_LINK], _link(found.get("link")), title, summary, _moment(at))


def _link(value: object) -> str:
    """An address of the web that people can follow, or nothing."""
    link = _UNSPEAKABLE.sub("", str(value or "")).strip()
    try:
        parts = urlsplit(link)
    except ValueError:
        return ""
    fit = parts.scheme in {"http", "https"} and bool(parts.netloc) and not (parts.username or parts.password)
    return link if fit and len(link) <= _LONGEST_LINK and not re.search(r'[\s<>"]', link) else ""


def _moment(value: struct_time | None) -> datetime | None:
    try:
        return None if value is None else datetime(*value[:6], tzinfo=UTC)
    except ValueError:
        return None
