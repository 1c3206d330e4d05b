"""Discord's markdown, read as its app reads it: the second opinion on what an adapter wrote.

Follows the app's order of rules: escapes, code, addresses, mentions, then styles.
"""

import re

_BLOCK = re.compile(r"```(?:[a-z0-9_+\-.#]*\n)?(.+?)```", re.DOTALL)
_CODE = re.compile(r"(`+)(.*?[^`])\1(?!`)", re.DOTALL)
_ESCAPE = re.compile(r"\\([^0-9A-Za-z\s])")
_MASKED = re.compile(r"\[((?:\\.|[^\]\\\n])+)\]\(\s*<?(https?://[^\s<>)]+)>?\s*\)")
_ANGLED = re.compile(r"<(https?://[^\s>]+)>")
_BARE = re.compile(r"https?://[^\s<]+[^<.,:;\"'\]\s]")
_TAGS = (
    ("mention", re.compile(r"<@!?(\d+)>")),
    ("role", re.compile(r"<@&(\d+)>")),
    ("channel", re.compile(r"<#(\d+)>")),
    ("moment", re.compile(r"<t:(-?\d+)(?::[tTdDfFR])?>")),
    ("emoji", re.compile(r"<a?:\w+:(\d+)>")),
    ("command", re.compile(r"</[-_ \w]+:(\d+)>")),
    ("guide", re.compile(r"<id:(\w+)>")),
    ("everyone", re.compile(r"@(everyone|here)\b")),
)
_STYLES = (
    ("bold", re.compile(r"\*\*((?:\\.|[^\\])+?)\*\*(?!\*)", re.DOTALL)),
    ("underline", re.compile(r"__((?:\\.|[^\\])+?)__(?!_)", re.DOTALL)),
    ("strike", re.compile(r"~~((?:\\.|[^\\])+?)~~", re.DOTALL)),
    ("spoiler", re.compile(r"\|\|((?:\\.|[^\\])+?)\|\|", re.DOTALL)),
    ("italic", re.compile(r"\*(?=\S)((?:\\.|[^\\*])+?)(?<!\s)\*(?!\*)", re.DOTALL)),
    ("italic", re.compile(r"\b_((?:\\.|[^\\_])+?)_\b", re.DOTALL)),
)
_RULES = (
    # kind, pattern, the group one sees (-1: none), the group it leads to, whether what one sees is read in turn
    ("", _ESCAPE, 1, 0, False),
    ("block", _BLOCK, 1, 0, False),
    ("code", _CODE, 2, 0, False),
    ("link", _MASKED, 1, 2, True),
    ("", _ANGLED, 1, 0, False),
    ("", _BARE, 0, 0, False),
    *((kind, pattern, -1, 1, False) for kind, pattern in _TAGS),
    *((kind, pattern, 1, 0, True) for kind, pattern in _STYLES),
)
_LINES = (
    ("quote", re.compile(r">>> |> ")),
    ("heading", re.compile(r"#{1,3} ")),
    ("small", re.compile(r"-# ")),
    ("list", re.compile(r"\s*(?:[-*]|\d+\.) ")),
)
_UNSEEN = re.compile("[\u200b\u2060]")


def read(content):
    """The words one sees, and the marks on them as (kind, words, target)."""
    words, marks = _inline(content, nested=False)
    return _UNSEEN.sub("", words), tuple(_merged(marks))


def _inline(text, *, nested=True):
    words, marks, at = "", [], 0
    while at < len(text):
        found = (None if nested else _line(text, at)) or _rule(text, at)
        if found is None:
            words, at = words + text[at], at + 1
            continue
        end, shown, kind, target, goes_deeper = found
        inner, more = _inline(shown) if goes_deeper else (shown, ())
        if kind:
            marks.append((kind, inner, target))
        words, marks, at = words + inner, [*marks, *more], end
    return words, marks


def _line(text, at):
    """What only the beginning of a line can be; a number keeps its place in a list, which is no harm."""
    if at and text[at - 1] != "\n":
        return None
    for kind, pattern in _LINES:
        found = pattern.match(text, at)
        if not found or found.end() >= len(text):
            continue
        end = text.find("\n", at)
        end = len(text) if end < 0 or found[0] == ">>> " else end
        return end, text[found.end() : end], kind, "", True
    return None


def _rule(text, at):
    """(end, what is shown, kind, target, whether that is read in turn), or None for a plain letter."""
    for kind, pattern, shown, target, goes_deeper in _RULES:
        if found := pattern.match(text, at):
            return found.end(), found[shown] if shown >= 0 else "", kind, found[target] if target else "", goes_deeper
    return None


def _merged(marks):
    """Quoted lines that follow each other are one quotation."""
    out = []
    for mark in marks:
        if out and mark[0] == out[-1][0] == "quote":
            out[-1] = ("quote", f"{out[-1][1]}\n{mark[1]}", "")
        else:
            out.append((mark[0], _UNSEEN.sub("", mark[1]), mark[2]))
    return out
