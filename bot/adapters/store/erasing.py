"""Somebody is forgotten: everything that was declared goes or loses her name, and what must wait is noted."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Table, and_, delete, false, func, or_, select, tuple_, update

from bot.adapters.store.naming import Named, mentioning, short, without
from bot.adapters.store.pen import Pen
from bot.adapters.store.tables import DECLARED
from bot.adapters.store.tables.declared import Kept, Part, Person
from bot.adapters.store.tables.members import erasures
from bot.adapters.store.tables.running import intents, shelf
from bot.core.ids import UserRef
from bot.core.privacy import Forget, ForgetRest

Values = dict[str, Any]
STILL_SAID = timedelta(minutes=10)
"""In that time the last words that go to her, and what the team was told, are surely on their way."""
_BATCH = 500
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Eraser:
    """One person in one community.

    With ``upto`` it is only about what was there then and could not go at once: she may have come back since.
    """

    pen: Pen
    named: tuple[Named, ...]
    names: tuple[str, ...]
    now: datetime
    upto: datetime | None = None

    async def all(self) -> None:
        """Take everything that may go."""
        for kept in DECLARED.values():
            for person in kept.people:
                if self.upto is None or person.until is not None:
                    await self._person(kept, person)
        for kept in DECLARED.values():
            if kept.packed and (self.upto is None or kept.aged_by):
                await self._mentions(kept)

    async def waits(self) -> bool:
        """Whether something of hers still has to stay as it is."""
        for kept in DECLARED.values():
            for person in kept.people:
                if person.until is not None and await self._any(kept, person, person.until):
                    return True
        return False

    async def _any(self, kept: Kept, person: Person, condition: ColumnElement[bool]) -> bool:
        found = select(func.count()).select_from(kept.table).where(*self._hers(kept, person), condition)
        return bool(await self.pen.connection.scalar(found, {"now": self.now}))

    async def _person(self, kept: Kept, person: Person) -> None:
        free = () if person.until is None else (~person.until,)
        hers = and_(*self._hers(kept, person), *free)
        if person.gone:
            stays = false() if person.unless is None else person.unless
            await self.delete(kept.table, and_(hers, ~stays))
        rows = (await self.pen.connection.execute(select(kept.table).where(hers), {"now": self.now})).mappings().all()
        for row in rows:
            await self._nameless(kept, person, row)

    async def _nameless(self, kept: Kept, person: Person, row: RowMapping) -> None:
        alias = next(one.alias for one in self.named if str(one.account) == row[person.account])
        values: Values = {person.account: None if person.clears else str(alias)}
        if person.name:
            values[person.name] = "" if person.clears else short(alias)
        await self._written(kept.table, row, values | self._wordless(kept.table, row, person.words))
        if not (person.words or person.gone):
            return
        for other in DECLARED.values():
            for part in other.parts:
                if part.whole is kept.table and part.words:
                    await self._part(other, part, row)

    async def _part(self, kept: Kept, part: Part, whole: RowMapping) -> None:
        free = () if kept.stays is None else (~kept.stays,)
        rows = (
            (await self.pen.connection.execute(select(kept.table).where(*_of(kept, part, whole), *free)))
            .mappings()
            .all()
        )
        for row in rows:
            values = self._wordless(kept.table, row, part.words)
            if any(value is None and not kept.table.c[column].nullable for column, value in values.items()):
                await self.pen.connection.execute(delete(kept.table).where(*_this(kept.table, row)))
            else:
                await self._written(kept.table, row, values)

    def _wordless(self, table: Table, row: RowMapping, words: Mapping[str, Any]) -> Values:
        there = {column: blank for column, blank in words.items() if row[column] is not None}
        values: Values = {column: blank(self.pen.codec, row[column]) for column, blank in there.items()}
        if values and "has_words" in table.c:
            values["has_words"] = False
        return values

    async def _mentions(self, kept: Kept) -> None:
        texts = [one.account.native for one in self.named]
        names = [name for name in self.names if len(name) >= _SHORTEST] if kept.table is intents else []
        spared = () if kept.stays is None else (~kept.stays,)
        said = [json.dumps(name, ensure_ascii=False)[1:-1] for name in names]
        passing = false() if kept.passing is None else kept.passing
        found = (
            select(kept.table, passing.label("is_passing"))
            .where(self._here(kept.table), *spared, *self._then(kept))
            .where(mentioning(kept.table, kept.packed, (*texts, *said)))
        )
        for row in (await self.pen.connection.execute(found, {"now": self.now})).mappings().all():
            await self._mention(kept, row, said)

    async def _mention(self, kept: Kept, row: RowMapping, said: Sequence[str]) -> None:
        values = {column: str(row[column]) for column in kept.packed if row[column] is not None}
        hit = {column for column, text in values.items() if any(one.is_in(text) for one in self.named)}
        by_name = row["is_passing"] and any(name in text for name in said for text in values.values())
        if not (hit or by_name):
            return
        whole = {one.native for one in (named.account for named in self.named)} & set(values.values())
        if row["is_passing"] or whole or hit & {column.name for column in kept.table.primary_key}:
            await self.pen.connection.execute(delete(kept.table).where(*_this(kept.table, row)))
            return
        await self._written(kept.table, row, {c: without(values[c], self.named, self.names) for c in hit})

    async def delete(self, table: Table, condition: ColumnElement[bool]) -> int:
        """Delete rows and everything that is a detail of them; gives how many there were."""
        total = 0
        chosen = select(table).where(condition).limit(_BATCH)
        while rows := (await self.pen.connection.execute(chosen, {"now": self.now})).mappings().all():
            await delete_rows(self.pen, table, rows)
            total += len(rows)
        return total

    async def _written(self, table: Table, row: RowMapping, values: Values) -> None:
        if not values:
            return
        if "version" in table.c:
            # Whoever read the words before must not write them back.
            values["version"] = table.c.version + 1
        await self.pen.connection.execute(update(table).where(*_this(table, row)).values(values))

    def _hers(self, kept: Kept, person: Person) -> tuple[ColumnElement[bool], ...]:
        accounts = [str(one.account) for one in self.named]
        return (self._here(kept.table), kept.table.c[person.account].in_(accounts), *self._then(kept))

    def _then(self, kept: Kept) -> tuple[ColumnElement[bool], ...]:
        return () if self.upto is None or not kept.aged_by else (kept.table.c[kept.aged_by] <= self.upto,)

    def _here(self, table: Table) -> ColumnElement[bool]:
        # What an adapter keeps is the bot's own, for all communities.
        here = table.c.community == self.pen.community
        return or_(here, table.c.community == "") if table is shelf else here


async def delete_rows(pen: Pen, table: Table, rows: Sequence[RowMapping]) -> None:
    """Delete these rows, after everything that is a detail of them."""
    for kept in DECLARED.values():
        for part in kept.parts:
            if part.whole is table:
                await pen.connection.execute(delete(kept.table).where(_of_any(kept, part, rows)))
    keys = list(table.primary_key)
    these = tuple_(*keys).in_([tuple(row[key.name] for key in keys) for row in rows])
    await pen.connection.execute(delete(table).where(these))


async def write_forget(pen: Pen, wish: Forget) -> None:
    """Forget her now, and note her while something must wait."""
    named = tuple(Named(one, UserRef.parse(alias)) for one, alias in zip(wish.accounts, wish.aliases, strict=True))
    await Eraser(pen, named, wish.names, wish.at).all()
    for one in named:
        values = {"user": str(one.account), "alias": str(one.alias), "names": json.dumps(wish.names)}
        await pen.put(erasures, **values, at=wish.at)


async def write_forget_rest(pen: Pen, wish: ForgetRest) -> None:
    """Look again at everybody who is noted; who has nothing left is not noted any more."""
    noted = select(erasures).where(erasures.c.community == pen.community, erasures.c.at < wish.at)
    for row in (await pen.connection.execute(noted)).mappings().all():
        await _rest(pen, row, wish.at)


async def _rest(pen: Pen, row: RowMapping, now: datetime) -> None:
    named = (Named(UserRef.parse(row["user"]), UserRef.parse(row["alias"])),)
    upto = min(now, row["at"] + STILL_SAID)
    eraser = Eraser(pen, named, tuple(json.loads(row["names"])), now, upto)
    await eraser.all()
    this = (erasures.c.community == pen.community, erasures.c.user == row["user"])
    if await eraser.waits():
        return
    if now >= row["at"] + STILL_SAID:
        await pen.connection.execute(delete(erasures).where(*this))


def _this(table: Table, row: RowMapping) -> Collection[ColumnElement[bool]]:
    return [key == row[key.name] for key in table.primary_key]


def _of(kept: Kept, part: Part, whole: RowMapping) -> tuple[ColumnElement[bool], ...]:
    pairs = (kept.table.c[own] == whole[theirs] for own, theirs in part.on)
    return (kept.table.c.community == whole["community"], *pairs)


def _of_any(kept: Kept, part: Part, rows: Sequence[RowMapping]) -> ColumnElement[bool]:
    own = tuple_(kept.table.c.community, *(kept.table.c[column] for column, _ in part.on))
    theirs = [(row["community"], *(row[column] for _, column in part.on)) for row in rows]
    return own.in_(theirs)
