"""What a feed becomes: which of its entries are new, and the post that each of them makes.

An entry is known again by its id and by its link, so it comes once, whether it is edited or stands in two feeds.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TypeAlias
from urllib.parse import urlsplit

from bot.core.feeds import FeedEntry
from bot.core.ids import Platform, UserRef
from bot.core.posts import Approval, Missed, Post, PostState, Wording
from bot.domain.calendar.post import mark
from bot.domain.calendar.style import untracked

REMEMBERED = timedelta(days=180)
"""So long is known what stood in a feed; one that was not read for longer begins anew."""
REFRESHED = timedelta(days=30)
"""Once in that time a feed is read whole, so that what still stands in it stays known."""
TELL_AFTER = 3
"""Failures in a row before staff hear of it."""
LONGEST_PAUSE = timedelta(days=1)
SOURCE = "feed "
LONGEST_TITLE, LONGEST_SUMMARY, LONGEST_LINK = 200, 240, 1000
_LONGEST_CARD_TITLE, _LONGEST_ID = 80, 120
_MANAGERS = Platform("config")


@dataclass(frozen=True, slots=True)
class FeedPlan:
    """A feed as managers wrote it. ``most`` new entries are taken at one look, the rest at the next.

    With ``approval`` somebody of the staff has to agree to each; without, writing it into the config was agreement.
    """

    name: str
    url: str
    roles: tuple[str, ...]
    every: timedelta = timedelta(minutes=30)
    approval: bool = True
    about: str = ""
    language: str = ""
    most: int = 5
    allow_private: bool = False


FeedPlans: TypeAlias = tuple[FeedPlan, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """``taken`` are new, the oldest first; ``seen`` marks are to be remembered; ``more`` waits for the next look."""

    taken: tuple[FeedEntry, ...]
    seen: tuple[str, ...]
    more: bool = False


def marks_of(feed: str, entry: FeedEntry, home: str = "") -> tuple[str, ...]:
    """What an entry is known by: its id in this feed, and its link in any; ``home`` is the link of the site itself.

    A link to the front page says nothing of an entry. What has neither is known by its words.
    """
    found: list[str] = []
    if entry.id:
        found.append(_hash(f"id {feed} {entry.id}"))
    if entry.link and _names_a_page(entry.link, home):
        found.append(_hash(f"link {canonical(entry.link)}"))
    return tuple(found) or (_hash(f"words {feed} {entry.title} {entry.link}"),)


def canonical(link: str) -> str:
    """Give a link without what differs between two links to the same page."""
    parts = urlsplit(untracked(link))
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}{query}"


def every_mark(feed: str, entries: Sequence[FeedEntry], home: str) -> tuple[str, ...]:
    """All marks of all entries, each once."""
    return tuple(dict.fromkeys(one for entry in entries for one in marks_of(feed, entry, home)))


def chosen(plan: FeedPlan, entries: Sequence[FeedEntry], home: str, known: AbstractSet[str]) -> Chosen:
    """Choose what is new, the oldest first."""
    taken: list[FeedEntry] = []
    seen: dict[str, None] = {}
    more = False
    for entry in _oldest_first(entries):
        marks = marks_of(plan.name, entry, home)
        if any(one in known or one in seen for one in marks):
            seen.update(dict.fromkeys(marks))
        elif len(taken) < plan.most:
            taken.append(entry)
            seen.update(dict.fromkeys(marks))
        else:
            more = True
    return Chosen(tuple(taken), tuple(seen), more)


def to_write(seen: Sequence[str], known: Mapping[str, datetime], now: datetime) -> tuple[str, ...]:
    """Which marks have to be written: those that are new, and those that were not for long."""
    return tuple(one for one in seen if one not in known or now - known[one] > REFRESHED)


def pause(every: timedelta, failures: int) -> timedelta:
    """How long to wait for the next look: twice as long after each failure, up to a day."""
    return max(every, min(LONGEST_PAUSE, every * (1 << min(failures, 10))))


def words(entry: FeedEntry, *, tracking: bool) -> str:
    """What the post says: title, link, and a line of what it is about; ``tracking`` leaves the link as it is."""
    link = entry.link if tracking or not entry.link else untracked(entry.link)
    summary = _cut(entry.summary, LONGEST_SUMMARY)
    title = _cut(entry.title, LONGEST_TITLE)
    parts = (title, "" if summary == title else summary, link)
    return "\n".join(part for part in parts if part)


def as_post(plan: FeedPlan, entry: FeedEntry, number: int, now: datetime, *, tracking: bool) -> Post:
    """A post that waits for somebody to agree, or one that managers agreed to when they wrote the config."""
    title = _cut(entry.title or entry.link, _LONGEST_CARD_TITLE)
    text = words(entry, tracking=tracking)
    made = Post(
        number, title, None, "", (Wording(text, plan.language),), plan.roles, PostState.REVIEW, now,
        missed=Missed.LATE, pillar=plan.about, owner=f"feed {plan.name}", submitted_at=now,
        source=f"{SOURCE}{plan.name} {(entry.id or entry.link)[:_LONGEST_ID]}",
    )  # fmt: skip
    if plan.approval:
        return made
    by = UserRef(_MANAGERS, f"feeds-{plan.name}")
    return replace(made, state=PostState.SCHEDULED, approval=Approval(by, "config", now, mark(made)))


def _oldest_first(entries: Sequence[FeedEntry]) -> Iterator[FeedEntry]:
    """Feeds begin with the newest; where every entry has a time, the time decides."""
    backwards = list(reversed(entries))
    if all(one.at is not None for one in backwards):
        backwards.sort(key=lambda one: one.at or datetime.min.replace(tzinfo=UTC))
    yield from backwards


def _names_a_page(link: str, home: str) -> bool:
    parts = urlsplit(link)
    return bool(parts.path.strip("/") or parts.query) and (not home or canonical(link) != canonical(home))


def _cut(text: str, most: int) -> str:
    """At most so many characters, ending with a whole word."""
    if len(text) <= most:
        return text
    start = text[: most - 1]
    return f"{start.rsplit(' ', 1)[0].rstrip(' .,;:') or start}…"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]
