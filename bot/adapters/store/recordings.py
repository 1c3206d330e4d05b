"""Chat that a community asked to record, so that its managers can try out rules on it."""

import logging
from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Executable, Row, insert, select, tuple_

from bot.adapters.store.engine import Engines
from bot.adapters.store.pen import Pen
from bot.adapters.store.tables.learning import recorded
from bot.core.lessons import Recorded
from bot.runtime.codec import Codec

log = logging.getLogger(__name__)

_PAGE = 1000


class RecordingTable:
    """What was recorded, read a page at a time."""

    def __init__(self, engines: Engines, codec: Codec) -> None:
        self._engines = engines
        self._codec = codec

    async def since(self, community: str, at: datetime) -> AsyncIterator[Recorded]:
        """Give every recorded message from then on, the oldest first; what cannot be read is left out."""
        order = (recorded.c.at, recorded.c.id)
        columns = select(recorded.c.at, recorded.c.id, recorded.c.posted).where(recorded.c.community == community)
        statement = columns.where(recorded.c.at >= at).order_by(*order).limit(_PAGE)
        while True:
            rows = await self._page(statement)
            for row in rows:
                try:
                    yield self._codec.unpack_as(row.posted, Recorded)
                except ValueError:
                    log.exception("recorded message %s cannot be read", row.id)
            if len(rows) < _PAGE:
                return
            statement = columns.where(tuple_(*order) > (rows[-1].at, rows[-1].id)).order_by(*order).limit(_PAGE)

    async def _page(self, statement: Executable) -> Sequence[Row[Any]]:
        return (await self._engines.read(lambda c: c.execute(statement))).all()


async def write_recorded(pen: Pen, row: Recorded) -> None:
    values = {"community": pen.community, "at": row.message.sent_at, "posted": pen.codec.pack(row)}
    await pen.connection.execute(insert(recorded).values(values))
