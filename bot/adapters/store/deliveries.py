"""Letters to departments: a row for each, written once, and moved on by every try."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, func, not_, select, update

from bot.adapters.store.engine import Engines
from bot.adapters.store.pen import Pen
from bot.adapters.store.tables.outbound import letters
from bot.core.deliveries import Letter, LetterRevived, LetterState, LetterTried, Occasion, Way
from bot.runtime.deliveries import Posted, Target

_WAITS = letters.c.state == LetterState.WAITING.value


class DeliveryTable:
    """Letters, read."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    async def due(self, now: datetime, most: int = 100, but: AbstractSet[Target] = frozenset()) -> tuple[Posted, ...]:
        """Give what waits and is due, the earliest first."""
        order = (letters.c.due_at, letters.c.at, letters.c.seq)
        wanted = (_WAITS, letters.c.due_at <= now, *_others(but))
        return await self._posted(select(letters).where(*wanted).order_by(*order).limit(most))

    async def next_due(self, but: AbstractSet[Target] = frozenset()) -> datetime | None:
        statement = select(func.min(letters.c.due_at)).where(_WAITS, *_others(but))
        return await self._engines.read(lambda c: c.scalar(statement))

    async def dead(self, community: str, most: int = 20) -> tuple[Posted, ...]:
        """Give what nobody tries any more, the newest first."""
        gone = (letters.c.community == community, letters.c.state == LetterState.DEAD.value)
        order = (letters.c.at.desc(), letters.c.id)
        return await self._posted(select(letters).where(*gone).order_by(*order).limit(most))

    async def find(self, community: str, letter: str) -> Posted | None:
        this = (letters.c.community == community, letters.c.id == letter)
        return next(iter(await self._posted(select(letters).where(*this))), None)

    async def _posted(self, statement: Select[Any]) -> tuple[Posted, ...]:
        rows: Iterable[Row[Any]] = (await self._engines.read(lambda c: c.execute(statement))).all()
        return tuple(map(_read, rows))


async def write_letter(pen: Pen, letter: Letter) -> None:
    """Write it, due at once; the same letter a second time changes nothing."""
    await pen.once(
        letters,
        id=letter.id,
        conversation=letter.conversation,
        department=letter.department,
        way=letter.way.value,
        occasion=letter.occasion.value,
        seq=letter.seq,
        at=letter.at,
        state=LetterState.WAITING.value,
        tries=0,
        due_at=letter.at,
        why="",
    )


async def write_try(pen: Pen, tried: LetterTried) -> None:
    """Note how a try ended; what arrived meanwhile stays so."""
    this = (letters.c.community == pen.community, letters.c.id == tried.id, _WAITS)
    values = {"state": tried.state.value, "due_at": tried.due, "why": tried.why, "tries": letters.c.tries + 1}
    await pen.connection.execute(update(letters).where(*this).values(values))


async def write_revival(pen: Pen, revived: LetterRevived) -> None:
    """Let a dead letter wait again, as if it had never been tried."""
    dead = letters.c.state == LetterState.DEAD.value
    this = (letters.c.community == pen.community, letters.c.id == revived.id, dead)
    values = {"state": LetterState.WAITING.value, "due_at": revived.due, "tries": 0}
    await pen.connection.execute(update(letters).where(*this).values(values))


def _others(targets: AbstractSet[Target]) -> Iterator[ColumnElement[bool]]:
    for community, department, way in targets:
        it = and_(letters.c.community == community, letters.c.department == department, letters.c.way == way)
        yield not_(it)


def _read(row: Row[Any]) -> Posted:
    letter = Letter(row.id, row.conversation, row.department, Way(row.way), Occasion(row.occasion), row.seq, row.at)
    return Posted(row.community, letter, LetterState(row.state), row.tries, row.due_at, row.why)
