"""Values that cogs and adapters keep under names of their own."""

from sqlalchemy import ColumnElement, bindparam, delete, select

from bot.adapters.store.engine import Engines
from bot.adapters.store.pen import Pen
from bot.adapters.store.tables.running import notes, shelf
from bot.core.record import Note
from bot.runtime.codec import Codec

_THIS = (
    notes.c.community == bindparam("community"),
    notes.c.cog == bindparam("cog"),
    notes.c.name == bindparam("name"),
)
_READ = select(notes.c.value).where(*_THIS)
_DROP = delete(notes).where(*_THIS)


class NoteTable:
    """Values that cogs keep under names of their own."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    async def note(self, community: str, cog: str, name: str) -> str | None:
        asked = {"community": community, "cog": cog, "name": name}
        return await self._engines.read(lambda c: c.scalar(_READ, asked))


class ShelfTable:
    """Values that one adapter keeps under names of its own; they outlive a restart."""

    def __init__(self, engines: Engines, codec: Codec, adapter: str, community: str) -> None:
        self._engines = engines
        self._codec = codec
        self._adapter = adapter
        self._community = community

    async def get(self, name: str) -> str | None:
        statement = select(shelf.c.value).where(*self._named(name))
        return await self._engines.read(lambda c: c.scalar(statement))

    async def put(self, name: str, value: str) -> None:
        await self._engines.write(
            lambda c: Pen(c, self._codec, self._community).put(shelf, adapter=self._adapter, name=name, value=value)
        )

    async def drop(self, name: str) -> None:
        await self._engines.write(lambda c: c.execute(delete(shelf).where(*self._named(name))))

    def _named(self, name: str) -> tuple[ColumnElement[bool], ...]:
        return (
            shelf.c.community == self._community,
            shelf.c.adapter == self._adapter,
            shelf.c.name == name,
        )


async def write_note(pen: Pen, row: Note) -> None:
    if row.value is not None:
        await pen.put(notes, cog=row.cog, name=row.name, value=row.value)
        return
    this = {"community": pen.community, "cog": row.cog, "name": row.name}
    await pen.connection.execute(_DROP, this)
