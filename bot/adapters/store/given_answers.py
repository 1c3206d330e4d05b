"""What became of the answers that the bot gave by itself."""

from datetime import datetime

from sqlalchemy import Row, select

from bot.adapters.store.engine import Engines
from bot.adapters.store.pen import Pen
from bot.adapters.store.tables.care import given_answers
from bot.core.answers import GivenAnswer, Outcome
from bot.core.ids import UserRef

MOST = 50_000
"""As many as are counted."""


class GivenAnswerTable:
    """Given answers, read."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    async def find(self, community: str, answer: str) -> GivenAnswer | None:
        """One of them by its id."""
        this = select(given_answers).where(given_answers.c.community == community, given_answers.c.id == answer)
        row = (await self._engines.read(lambda c: c.execute(this))).one_or_none()
        return None if row is None else _answered(row)

    async def latest(self, community: str, user: UserRef) -> GivenAnswer | None:
        """The last one that this account was given."""
        hers = (given_answers.c.community == community, given_answers.c.user == str(user))
        last = select(given_answers).where(*hers).order_by(given_answers.c.at.desc()).limit(1)
        row = (await self._engines.read(lambda c: c.execute(last))).one_or_none()
        return None if row is None else _answered(row)

    async def since(self, community: str, at: datetime) -> tuple[GivenAnswer, ...]:
        """Every one from then on, the latest first."""
        new = (given_answers.c.community == community, given_answers.c.at >= at)
        every = select(given_answers).where(*new).order_by(given_answers.c.at.desc()).limit(MOST)
        return tuple(map(_answered, (await self._engines.read(lambda c: c.execute(every))).all()))


async def write_given_answer(pen: Pen, row: GivenAnswer) -> None:
    await pen.put(given_answers, id=row.id, entry=row.entry, user=str(row.user), at=row.at, outcome=row.outcome.value)


def _answered(row: Row[tuple[object, ...]]) -> GivenAnswer:
    return GivenAnswer(row.id, row.entry, UserRef.parse(row.user), row.at, Outcome(row.outcome))
