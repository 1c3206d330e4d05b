"""News of other sites, as the record keeps it: what an entry says, what is remembered, and when to look again."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class FeedFault(StrEnum):
    """Why a feed could not be read."""

    ADDRESS = "address"
    """It lies, or leads, where the bot may not connect."""
    NAME = "name"
    CONNECTION = "connection"
    CERTIFICATE = "certificate"
    TIME = "time"
    REDIRECTS = "redirects"
    STATUS = "status"
    SIZE = "size"
    ENTITIES = "entities"
    """It declares entities or a document type, with which a few lines unfold to anything."""
    BROKEN = "broken"
    """It is neither RSS nor Atom, or too broken to say."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One piece of news in plain words; ``id`` and ``link`` may be empty, ``at`` is when the site says it came."""

    id: str
    link: str
    title: str
    summary: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class FeedState:
    """How far a feed was read; ``etag`` and ``modified`` are what its server wants to hear at the next look.

    ``read_at`` is when it was last read whole, None before the first time; ``failures`` counts those in a row.
    """

    name: str
    url: str
    due: datetime
    etag: str = ""
    modified: str = ""
    read_at: datetime | None = None
    failures: int = 0


@dataclass(frozen=True, slots=True)
class FeedSeen:
    """These entries were there; ``marks`` are hashes by which they are known again."""

    feed: str
    marks: tuple[str, ...]
    at: datetime
