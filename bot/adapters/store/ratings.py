"""How content members were, and which words of theirs may be shown."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select, update

from bot.adapters.store.at_once import Transaction
from bot.adapters.store.engine import Engines
from bot.adapters.store.links import accounts_of
from bot.adapters.store.pen import Pen, next_number
from bot.adapters.store.tables.levels import ratings
from bot.core.ids import UserRef
from bot.core.ratings import Publishing, Rating, Score
from bot.runtime.codec import Codec

MOST = 50_000
kept = ratings.c


class RatingTable:
    """Ratings, read."""

    def __init__(self, engines: Engines, codec: Codec) -> None:
        self._engines = engines
        self._codec = codec

    async def next_number(self, community: str) -> int:
        return await next_number(self._engines, self._codec, community, "rating")

    async def find(self, community: str, number: int) -> Rating | None:
        return next(iter(await self._some(1, kept.community == community, kept.number == number)), None)

    async def asked(self, community: str, user: UserRef) -> datetime | None:
        """Give when this person was asked last, by whichever of her accounts."""
        accounts = await accounts_of(self._engines, community, user)
        statement = select(func.max(kept.asked_at)).where(kept.community == community, kept.person.in_(accounts))
        return await self._engines.read(lambda c: c.scalar(statement))

    async def since(self, community: str, at: datetime) -> tuple[Rating, ...]:
        """Give everybody who was asked from then on, the latest first."""
        return await self._some(MOST, kept.community == community, kept.asked_at >= at)

    async def reviews(self, community: str, most: int = 20) -> tuple[Rating, ...]:
        """Give those whose words may be published, the latest first."""
        return await self._some(most, kept.community == community, kept.leave == Publishing.GIVEN.value)

    async def _some(self, most: int, *wanted: ColumnElement[bool]) -> tuple[Rating, ...]:
        statement = select(ratings).where(*wanted).order_by(kept.asked_at.desc(), kept.number.desc()).limit(most)
        return tuple(map(_rating, (await self._engines.read(lambda c: c.execute(statement))).all()))


async def write_rating(pen: Pen, row: Rating) -> None:
    await pen.put(
        ratings,
        number=row.number,
        conversation=row.conversation,
        person=str(row.person),
        asked_at=row.asked_at,
        category=row.category,
        score=None if row.score is None else row.score.value,
        rated_at=row.rated_at,
        comment=row.comment,
        leave=row.leave.value,
    )


async def forget_comments(connection: Transaction, community: str, before: datetime) -> None:
    """Forget the words of old ratings; what may be shown stays."""
    mine = (kept.community == community, kept.leave != Publishing.GIVEN.value)
    old = (kept.asked_at < before, kept.comment != "")
    await connection.execute(update(ratings).where(*mine, *old).values(comment=""))


def _rating(row: Row[Any]) -> Rating:
    score = None if row.score is None else Score(row.score)
    person, leave = UserRef.parse(row.person), Publishing(row.leave)
    said = (score, row.rated_at, row.comment, leave)
    return Rating(row.number, row.conversation, person, row.asked_at, row.category, *said)
