"""RichText as Discord markdown: everything that is not ours is escaped, and long texts are cut at seams."""

import re
from collections import deque
from dataclasses import replace
from typing import TypeAlias, assert_never

from bot.core.text import Bold, Code, Link, Mention, Moment, Quote, RichText, Span

LONGEST = 2000
_Worded: TypeAlias = Bold | Code | Quote | Link
_INLINE = re.compile(r"([\\*_~`|\[])")
_AT_LINE_START = re.compile(r"^(\s*)(#{1,3} |-# |>|[-+] )", re.MULTILINE)
_NUMBERED = re.compile(r"^(\s*\d+)(?=\. )", re.MULTILINE)
# Discord knows no way to escape brackets inside a link's label.
_LABEL = str.maketrans("[]\n", "［］ ")
_URL = re.compile(r"(https?://[^\s<>]+)")
# A zero-width space after the sign: no @everyone, @here, <@id>, <#id> or <t:...> can come about, whatever the name.
_PINGS = re.compile(r"(@(?=everyone|here)|<(?=[@#:/ait]))")
_HIDDEN = "\u200b"
_FENCE = "`"


def markdown(text: RichText) -> str:
    """Write spans in Discord's dialect; a quotation stands on lines of its own."""
    written = ""
    after_quote = False
    for span in text:
        shown = _span(span)
        is_quote = isinstance(span, Quote)
        on_own_line = not written or written.endswith("\n") or shown.startswith("\n")
        if shown and (is_quote or after_quote) and not on_own_line:
            written += "\n"
        written += shown
        after_quote = is_quote or (after_quote and not shown)
    return written.strip()


def escape(text: str) -> str:
    """Show somebody's words as they are, without markup and without pings; addresses stay whole."""
    pieces = _URL.split(_PINGS.sub(rf"\1{_HIDDEN}", text))
    escaped = (piece if at % 2 else _INLINE.sub(r"\\\1", piece) for at, piece in enumerate(pieces))
    return _NUMBERED.sub(r"\1\\", _AT_LINE_START.sub(r"\1\\\2", "".join(escaped)))


def messages(text: RichText, longest: int = LONGEST) -> list[str]:
    """Write a text as messages that fit; a span that reaches over an end is closed there and opened again."""
    whole = markdown(text)
    if len(whole) <= longest:
        return [whole]
    parts: list[str] = []
    here: list[Span] = []
    left = deque(text)
    while left:
        span = left.popleft()
        if len(markdown((*here, span))) <= longest:
            here.append(span)
            continue
        head, tail = _cut(tuple(here), span, longest)
        written = markdown((*here, *head))
        parts += [written] if written else []
        here = []
        left.extendleft(tail)
    return [*parts, markdown(tuple(here))] if here else parts


def _cut(before: RichText, span: Span, longest: int) -> tuple[RichText, RichText]:
    """As much of a span as still fits after what stands before it, and the rest."""
    if isinstance(span, Mention | Moment):
        return ((), (span,)) if before else ((span,), ())
    words = span if isinstance(span, str) else _words(span)
    fits, over = 0, len(words)
    while over - fits > 1:
        middle = (fits + over) // 2
        if len(markdown((*before, _with(span, words[:middle])))) <= longest:
            fits = middle
        else:
            over = middle
    at = _seam(words, fits)
    if at == 0 and before:
        return (), (span,)
    head, tail = words[: at or 1].rstrip(), words[at or 1 :].lstrip("\n ")
    return (_with(span, head),) if head else (), (_with(span, tail),) if tail else ()


def _seam(words: str, fits: int) -> int:
    """Where to cut: after a paragraph, a line or a word, if there is an end of one in the second half."""
    for seam in ("\n\n", "\n", " "):
        at = words.rfind(seam, fits // 2, fits)
        if at > 0:
            return at
    return fits


def _words(span: _Worded) -> str:
    return span.label if isinstance(span, Link) else span.text


def _with(span: str | _Worded, words: str) -> Span:
    match span:
        case str():
            return words
        case Link(url=url):
            return Link(words, url)
        case Bold() | Code() | Quote():
            return replace(span, text=words)
    assert_never(span)


def _span(span: Span) -> str:  # noqa: PLR0911  # one line for each member of a closed union
    match span:
        case str():
            return escape(span)
        case Bold(text):
            return f"**{escape(text)}**" if text else ""
        case Code(text):
            return _code(text)
        case Quote(text):
            return _quote(text)
        case Link(label, url):
            return _link(label, url)
        case Mention(user, name):
            return f"<@{user.native}>" if user.native.isascii() and user.native.isdigit() else escape(name)
        case Moment(at):
            return f"<t:{int(at.timestamp())}:f>"
    assert_never(span)


def _code(text: str) -> str:
    """A code span cannot hold its own fence: look-alike marks take its place."""
    return f"{_FENCE}{text.replace(_FENCE, 'ˋ')}{_FENCE}" if text else ""


def _quote(text: str) -> str:
    return "\n".join(f"> {escape(line)}" for line in text.splitlines() or [""])


def _link(label: str, url: str) -> str:
    """Angle brackets keep Discord from unfolding a preview of what was linked."""
    address = url.replace(">", "%3E").replace(" ", "%20")
    if label == url:
        return f"<{address}>"
    if _URL.search(label):  # Discord makes no link of a label that looks like another address
        return f"{escape(label)} (<{address}>)"
    return f"[{escape(label.translate(_LABEL))}](<{address}>)"
