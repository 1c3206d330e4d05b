"""How far feeds were read, and what is known of them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Executable, Row, select

from bot.adapters.store.engine import Engines
from bot.adapters.store.pen import Pen, insert_or_replace
from bot.adapters.store.tables.feeds import feed_seen, feeds
from bot.core.feeds import FeedSeen, FeedState

_BATCH = 500
"""So many marks in one question: databases take only so many values."""


class FeedTable:
    """Feeds, read."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    async def states(self, community: str) -> Mapping[str, FeedState]:
        """Give every feed that was looked at."""
        ours = select(feeds).where(feeds.c.community == community)
        return {row.name: _state(row) for row in await self._all(ours)}

    async def known(self, community: str, marks: Sequence[str]) -> Mapping[str, datetime]:
        """Give those of the marks that are remembered."""
        found: dict[str, datetime] = {}
        for start in range(0, len(marks), _BATCH):
            some = marks[start : start + _BATCH]
            ours = (feed_seen.c.community == community, feed_seen.c.mark.in_(some))
            asked = select(feed_seen.c.mark, feed_seen.c.at).where(*ours)
            found.update({row.mark: row.at for row in await self._all(asked)})
        return found

    async def _all(self, statement: Executable) -> Sequence[Row[Any]]:
        rows: Sequence[Row[Any]] = (await self._engines.read(lambda c: c.execute(statement))).all()
        return rows


async def write_feed(pen: Pen, row: FeedState) -> None:
    """Keep how far a feed was read, and when to look again."""
    kept = {"due": row.due, "etag": row.etag, "modified": row.modified, "read_at": row.read_at}
    await pen.put(feeds, name=row.name, url=row.url, failures=row.failures, **kept)


async def write_seen(pen: Pen, row: FeedSeen) -> None:
    """Remember entries, or that they were there again."""
    if not row.marks:
        return
    statement = insert_or_replace(pen.connection.dialect.name, feed_seen)
    values = [{"community": pen.community, "mark": mark, "feed": row.feed, "at": row.at} for mark in row.marks]
    await pen.connection.execute(statement, values)


def _state(row: Any) -> FeedState:  # noqa: ANN401  # a row
    return FeedState(row.name, row.url, row.due, row.etag, row.modified, row.read_at, row.failures)
