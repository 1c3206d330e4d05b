"""Spans to HTML: everything is escaped here, and nothing else in the page makes markup of words."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from bot.core.text import Bold, Code, Link, Mention, Moment, Quote, RichText, Span

_TAGS = {Bold: Markup("b"), Code: Markup("code"), Quote: Markup("blockquote")}


def html(text: RichText) -> Markup:
    """Render ``text`` for the page."""
    return Markup().join(_html(span) for span in _around_quotes(text))


def _around_quotes(text: RichText) -> Iterator[Span]:
    """A quote stands in a block of its own: line breaks right around it would only leave a gap."""
    for at, span in enumerate(text):
        if not isinstance(span, str):
            yield span
            continue
        after_quote = at > 0 and isinstance(text[at - 1], Quote)
        before_quote = at + 1 < len(text) and isinstance(text[at + 1], Quote)
        shown = span.removeprefix("\n") if after_quote else span
        yield shown.removesuffix("\n") if before_quote else shown


def _html(span: Span) -> Markup:
    match span:
        case str():
            return _lines(span)
        case Bold(text) | Code(text) | Quote(text):
            return Markup("<{0}>{1}</{0}>").format(_TAGS[type(span)], _lines(text))
        case Link(label, url):
            return _link(label, url)
        case Mention(_, name):
            # A name may be written from right to left; it must not turn the sentence around.
            return Markup('<span class="mention">@<bdi>{}</bdi></span>').format(name)
        case Moment(at):
            shown = f"{at:%Y-%m-%d %H:%M} UTC"
            return Markup('<time datetime="{}" data-full>{}</time>').format(at.isoformat(), shown)


def _lines(text: str) -> Markup:
    return Markup("<br>").join(escape(line) for line in text.split("\n"))


def _link(label: str, url: str) -> Markup:
    if not is_web(url):
        return escape(f"{label} ({url})")
    return Markup('<a href="{}" rel="noopener noreferrer nofollow" target="_blank">{}</a>').format(url, label)


def is_web(url: str) -> bool:
    """Whether a link may be followed from the page at all: no ``javascript:``, no ``data:``."""
    try:
        return urlsplit(url).scheme in {"http", "https"}
    except ValueError:
        return False
