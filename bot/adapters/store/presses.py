"""Buttons that were sent, and what each stands for."""

import logging
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select, update

from bot.adapters.store.engine import Engines
from bot.adapters.store.pen import insert_once
from bot.adapters.store.tables.running import presses
from bot.core.ids import SpaceRef, UserRef
from bot.core.people import Rank
from bot.core.ui import Press
from bot.runtime.codec import Codec
from bot.runtime.queue import PressRow

log = logging.getLogger(__name__)

_FIND = select(presses).where(presses.c.id == bindparam("this"))
_USE = update(presses).where(presses.c.id == bindparam("this"), presses.c.used_at.is_(None))
_USED = _USE.values(used_at=bindparam("now"))


class PressTable:
    """Buttons by the id in their token."""

    def __init__(self, engines: Engines, codec: Codec) -> None:
        self._engines = engines
        self._codec = codec

    async def keep(self, rows: Sequence[PressRow]) -> None:
        """Remember buttons; what is known already stays as it is."""
        values = [self._values(row) for row in rows]
        if values:
            await self._engines.write(lambda c: c.execute(insert_once(c.dialect.name, presses), values))

    async def find(self, press_id: str) -> PressRow | None:
        """Give a button, also one that expired or was used; None when nobody knows any more what it means."""
        row = (await self._engines.read(lambda c: c.execute(_FIND, {"this": press_id}))).first()
        if row is None:
            return None
        try:
            return _press_row(row, self._codec)
        except ValueError:
            # Its cog is gone, or has changed beyond recognition.
            log.warning("press %s cannot be read", press_id, exc_info=True)
            return None

    async def use(self, press_id: str, now: datetime) -> bool:
        """Mark a button as used; False when somebody was first."""
        this = {"this": press_id, "now": now}
        return (await self._engines.write(lambda c: c.execute(_USED, this))).rowcount == 1

    def _values(self, row: PressRow) -> dict[str, Any]:
        return {
            "id": row.id,
            "community": row.community,
            "press": self._codec.pack(row.press),
            "rank": int(row.rank),
            "expires_at": row.expires_at,
            "space": None if row.space is None else str(row.space),
            "only": None if row.only is None else str(row.only),
            "once": row.once,
            "used_at": row.used_at,
        }


def _press_row(row: Row[Any], codec: Codec) -> PressRow:
    return PressRow(
        id=row.id,
        community=row.community,
        press=codec.unpack_as(row.press, Press),
        rank=Rank(row.rank),
        expires_at=row.expires_at,
        space=None if row.space is None else SpaceRef.parse(row.space),
        only=None if row.only is None else UserRef.parse(row.only),
        once=row.once,
        used_at=row.used_at,
    )
