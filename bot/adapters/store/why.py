"""Why cases were filed, and how often people found that a rule was wrong."""

from collections.abc import Mapping

from sqlalchemy import func, select

from bot.adapters.store.case_search import UNDOES_NOTHING
from bot.adapters.store.engine import Engines
from bot.adapters.store.pen import Pen
from bot.adapters.store.tables.cases import cases, explanations, overturned
from bot.core.cases import Explained, Overturned
from bot.core.why import Explanation
from bot.runtime.codec import Codec
from bot.runtime.stores import Tally


class WhyTable:
    """Explanations and tallies, read."""

    def __init__(self, engines: Engines, codec: Codec) -> None:
        self._engines = engines
        self._codec = codec

    async def find(self, community: str, case: int) -> Explanation | None:
        statement = select(explanations.c.why).where(
            explanations.c.community == community, explanations.c.number == case
        )
        packed = await self._engines.read(lambda c: c.scalar(statement))
        return None if packed is None else self._codec.unpack_as(packed, Explanation)

    async def tallies(self, community: str) -> Mapping[str, Tally]:
        """Count what rules decided by themselves; what people did or took back is no verdict of a rule."""
        wrong = (overturned.c.community == cases.c.community) & (overturned.c.number == cases.c.number)
        statement = (
            select(cases.c.rule, func.count(), func.count(overturned.c.number))
            .outerjoin(overturned, wrong)
            .where(cases.c.community == community, cases.c.by.is_(None), UNDOES_NOTHING, cases.c.rule != "")
            .group_by(cases.c.rule)
        )
        rows = (await self._engines.read(lambda c: c.execute(statement))).all()
        return {rule: Tally(verdicts, wrong_ones) for rule, verdicts, wrong_ones in rows}


async def write_explained(pen: Pen, row: Explained) -> None:
    await pen.put(explanations, number=row.number, why=pen.codec.pack(row.why), at=row.at, has_words=True)


async def write_overturned(pen: Pen, row: Overturned) -> None:
    await pen.once(overturned, number=row.number, rule=row.rule, at=row.at)
