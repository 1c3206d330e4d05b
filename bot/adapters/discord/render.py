"""RichText as Discord markdown: everything that is not ours is escaped, and long texts are cut at seams."""

import re
from typing import assert_never

from bot.core.text import Bold, Code, Link, Mention, Moment, Quote, RichText, Span

LONGEST = 2000
_INLINE = re.compile(r"([\\*_~`|\[])")
_AT_LINE_START = re.compile(r"^(\s*)(#{1,3} |-# |>|[-+] )", re.MULTILINE)
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
    return _AT_LINE_START.sub(r"\1\\\2", "".join(escaped))


def split(text: str, longest: int = LONGEST) -> list[str]:
    """Cut a text into parts a message can hold, at the end of a paragraph, a line or a word if there is one."""
    parts: list[str] = []
    while len(text) > longest:
        at = _seam(text, longest)
        parts.append(text[:at].rstrip())
        text = text[at:].lstrip("\n ")
    parts.append(text)
    return parts


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
    return f"[{escape(label)}](<{address}>)"


def _seam(text: str, longest: int) -> int:
    for seam in ("\n\n", "\n", " "):
        at = text.rfind(seam, longest // 2, longest)
        if at > 0:
            return at
    # Never between a backslash and what it escapes.
    return longest - 1 if text[longest - 1] == "\\" else longest
