"""Verdicts as models learn from them: numbers of hashed words, no words."""

from collections.abc import Iterable, Iterator

from sqlalchemy import delete, select

from bot.adapters.store.engine import Engines
from bot.adapters.store.pen import Pen
from bot.adapters.store.tables.learning import lessons
from bot.core.lessons import Lesson

MOST = 500
"""Kept of one model in one community; older ones have long been outvoted."""


class LessonTable:
    """What is kept, read."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    async def of(self, community: str, model: str) -> tuple[Lesson, ...]:
        """Give every lesson of a model, the oldest first."""
        same = (lessons.c.community == community, lessons.c.model == model)
        statement = select(lessons).where(*same).order_by(lessons.c.at, lessons.c.about)
        rows = (await self._engines.read(lambda c: c.execute(statement))).all()
        return tuple(
            Lesson(
                row.model,
                row.about,
                row.label,
                row.at,
                row.features,
                tuple(_split(row.beside)),
                row.variant,
                row.scheme,
            )
            for row in rows
        )


async def write_lesson(pen: Pen, row: Lesson) -> None:
    same = (lessons.c.community == pen.community, lessons.c.model == row.model)
    if row.label is None:
        await pen.connection.execute(delete(lessons).where(*same, lessons.c.about == row.about))
        return
    await pen.put(
        lessons,
        model=row.model,
        about=row.about,
        variant=row.variant,
        scheme=row.scheme,
        label=row.label,
        at=row.at,
        features=row.features,
        beside=_joined(row.beside),
    )
    newest = select(lessons.c.about).where(*same).order_by(lessons.c.at.desc()).limit(MOST)
    await pen.connection.execute(delete(lessons).where(*same, lessons.c.about.not_in(newest)))


def _joined(parts: Iterable[bytes]) -> bytes:
    return b"".join(len(part).to_bytes(4, "little") + part for part in parts)


def _split(joined: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(joined):
        end = at + 4 + int.from_bytes(joined[at : at + 4], "little")
        yield joined[at + 4 : end]
        at = end
