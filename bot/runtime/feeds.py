"""News of other sites, as the runtime sees it: how far each feed was read, and the port that reads one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol, TypeAlias

from bot.core.feeds import FeedEntry, FeedFault, FeedState

NEWS, FAILED, MENDED = "feed-news", "feed-failed", "feed-mended"
"""The kinds of timers by which a look at a feed reaches its cog."""


@dataclass(frozen=True, slots=True)
class FeedAsk:
    """Where to look, and what was told of it the last time."""

    url: str
    etag: str = ""
    modified: str = ""
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class FeedRead:
    """Its entries as they stand there; ``home`` is the link of the site itself, if it names one."""

    entries: tuple[FeedEntry, ...]
    home: str = ""
    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class FeedSame:
    """Nothing has changed since the last time."""


@dataclass(frozen=True, slots=True)
class FeedUnread:
    """It could not be read; ``detail`` is what its server said, ``wait`` for how long it asks us to stay away."""

    why: FeedFault
    detail: str = ""
    wait: timedelta | None = None


FeedAnswer: TypeAlias = FeedRead | FeedSame | FeedUnread


class FeedSource(Protocol):
    """Reads feeds, within limits of size, time, redirects and address; answers with a value, whatever happens."""

    async def look(self, ask: FeedAsk) -> FeedAnswer: ...


class Feeds(Protocol):
    """How far feeds were read; written by decisions, like every row."""

    async def states(self, community: str) -> Mapping[str, FeedState]:
        """Every feed that was looked at, by name."""
        ...

    async def known(self, community: str, marks: Sequence[str]) -> Mapping[str, datetime]:
        """Those of these marks that are remembered, and since when."""
        ...
