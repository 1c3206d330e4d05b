"""Where the links of a text lead, and which of them invite to another community."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.moderation.text.links import Link, links
from bot.domain.moderation.text.reading import Span

_DISCORD = frozenset({"discord.com", "discordapp.com", "ptb.discord.com", "canary.discord.com"})
_CODE = re.compile(r"[\w-]{2,64}", re.ASCII)
_SHORT = re.compile(r"/+(?:invite/+)?", re.IGNORECASE)
_LONG = re.compile(r"/+invite/+", re.IGNORECASE)
_TELEGRAM = re.compile(r"/+(?:\+|%2b|joinchat/+)", re.IGNORECASE)
_TELEGRAM_JOIN = re.compile(r"join/?\?(?:[^#]*&)?invite=", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Host:
    """A canonical host (`example.com`) and the link as it was written; an empty span for a link beside the text."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Invite:
    """An invitation as `discord.gg/code` or `t.me/+code`; codes keep their case, for both platforms heed it."""

    name: str
    span: Span


def hosts(text: str, explicit_links: Iterable[str] = ()) -> tuple[Host, ...]:
    """Give the hosts of all links in a text, and of those that the platform names beside it, each of them once."""
    found: dict[str, Host] = {}
    for link in links(text, explicit_links):
        found.setdefault(link.name, Host(link.name, link.span))
    return tuple(found.values())


def invites(text: str, explicit_links: Iterable[str] = ()) -> tuple[Invite, ...]:
    """Give the invitations to Discord servers and Telegram groups in a text and the links beside it, each once."""
    found: dict[str, Invite] = {}
    for link in links(text, explicit_links):
        name = _invitation(link)
        if name:
            found.setdefault(name, Invite(name, link.span))
    return tuple(found.values())


def _invitation(link: Link) -> str:
    if link.scheme == "tg":
        return _with_code("t.me/+", _TELEGRAM_JOIN, link.path)
    if link.name == "t.me":
        return _with_code("t.me/+", _TELEGRAM, link.path)
    if link.name == "discord.gg":
        return _with_code("discord.gg/", _SHORT, link.path)
    if link.name in _DISCORD:
        return _with_code("discord.gg/", _LONG, link.path)
    return ""


def _with_code(prefix: str, before: re.Pattern[str], path: str) -> str:
    start = before.match(path)
    code = _CODE.match(path, start.end()) if start else None
    return f"{prefix}{code[0]}" if code else ""
