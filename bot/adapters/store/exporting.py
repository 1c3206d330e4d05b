"""Everything about one person, read as it was declared beside the tables."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Select, Table, func, or_, select, tuple_

from bot.adapters.store.engine import Engines
from bot.adapters.store.naming import Named, mentioning
from bot.adapters.store.tables import DECLARED
from bot.adapters.store.tables.care import REPORTED, conversations
from bot.adapters.store.tables.declared import Kept, Part, Person
from bot.core.ids import UserRef
from bot.core.privacy import Keeps, Kind, Leaves
from bot.runtime.aliases import NOBODY
from bot.runtime.privacy import Records

Found = dict[str, object]
_NOT_HERS = frozenset({"community", "version", "has_words", "generation"})
"""How the bot keeps order among rows says nothing about anybody."""


class PersonalTable:
    """What is kept about people, read."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Give every subject with what holds for all of its tables together."""
        return kinds()

    def alias(self, user: UserRef) -> UserRef:
        """Give what nobody without the bot's key can tell to be this account."""
        return next(iter(self._engines.aliases.of(user)), UserRef(NOBODY, "somebody"))

    async def export(self, community: str, accounts: Sequence[UserRef]) -> Records:
        """Give what she may see, by table; what belongs to a row of hers is there too."""
        found: dict[str, list[Found]] = {}
        for name, kept in DECLARED.items():
            rows: dict[object, Found] = {}
            for statement, hides in _asked(kept, community, accounts):
                for row in await self._read(statement):
                    rows.setdefault(_key(kept.table, row), _shown(row, hides))
            for row in await self._named(kept, community, accounts):
                rows.setdefault(_key(kept.table, row), _shown(row, ()))
            if rows:
                found[name] = list(rows.values())
        return found

    async def names(self, community: str, accounts: Sequence[UserRef]) -> tuple[str, ...]:
        """Give the names that stand beside her accounts."""
        found: set[str] = set()
        for kept in DECLARED.values():
            for person in kept.people:
                if person.name:
                    hers = _hers(kept, person, community, accounts)
                    statement = select(kept.table.c[person.name]).where(hers).distinct()
                    found.update(row[person.name] for row in await self._read(statement))
        return tuple(sorted(found - {""}))

    async def waiting(self, community: str, accounts: Sequence[UserRef], now: datetime) -> Mapping[str, int]:
        """Count what must stay as it is, by subject."""
        counted: dict[str, int] = {}
        for kept in DECLARED.values():
            for person in kept.people:
                if person.until is None:
                    continue
                held = _hers(kept, person, community, accounts) & person.until
                statement = select(func.count().label("many")).select_from(kept.table).where(held).params(now=now)
                many = int((await self._read(statement))[0]["many"])
                if many:
                    counted[kept.subject] = counted.get(kept.subject, 0) + many
        return counted

    async def conversations_of(self, community: str, accounts: Sequence[UserRef]) -> tuple[int, ...]:
        """Give the numbers of her conversations; what she reported stays until it is decided."""
        mine = conversations.c.person.in_(list(map(str, accounts)))
        hers = (conversations.c.community == community, mine, ~REPORTED)
        rows = await self._read(select(conversations.c.number).where(*hers).order_by(conversations.c.number))
        return tuple(row["number"] for row in rows)

    async def _read(self, statement: Select[Any]) -> Sequence[RowMapping]:
        rows: Sequence[RowMapping] = (await self._engines.read(lambda c: c.execute(statement))).mappings().all()
        return rows

    async def _named(self, kept: Kept, community: str, accounts: Sequence[UserRef]) -> Sequence[RowMapping]:
        if not kept.mine:
            return ()
        texts = mentioning(kept.table, tuple(kept.mine), [account.native for account in accounts])
        rows = await self._read(select(kept.table).where(kept.table.c.community == community, texts))
        return [row for row in rows if any(_is_about(kept, row, account) for account in accounts)]


def _shown(row: RowMapping, hides: Sequence[str]) -> Found:
    left_out = {*hides, *_NOT_HERS}
    return {name: _plain(value) for name, value in row.items() if name not in left_out}


def _is_about(kept: Kept, row: RowMapping, account: UserRef) -> bool:
    for column, way in kept.mine.items():
        text: str = row[column]
        found = text if not way else json.dumps(_at(json.loads(text), way), separators=(",", ":"))
        if Named(account, account).is_in(found):
            return True
    return False


def _at(value: Any, way: Sequence[str]) -> object:  # noqa: ANN401  # JSON
    for name in way:
        value = value.get(name, {})
    return value


def kinds() -> tuple[Kind, ...]:
    """Every kind of thing that is kept, in the order in which the tables are declared."""
    subjects = dict.fromkeys(kept.subject for kept in DECLARED.values())
    return tuple(_kind(subject) for subject in subjects)


def _kind(subject: str) -> Kind:
    about = [kept for kept in DECLARED.values() if kept.subject == subject]
    spans: dict[Keeps, None] = dict.fromkeys(kept.keeps for kept in about)
    return Kind(subject, tuple(spans), _leaves(about), tuple(kept.table.name for kept in about))


def _leaves(about: Sequence[Kept]) -> Leaves:
    people = [person for kept in about for person in kept.people]
    if not people:
        return Leaves.STAYS if all(kept.passing is None for kept in about) else Leaves.GONE
    return Leaves.GONE if all(person.gone for person in people if person.exported) else Leaves.NAMELESS


def _asked(kept: Kept, community: str, accounts: Sequence[UserRef]) -> list[tuple[Select[Any], tuple[str, ...]]]:
    asked = [
        (select(kept.table).where(_hers(kept, person, community, accounts)), person.hides)
        for person in kept.people
        if person.exported
    ]
    asked += [(_belonging(kept, part, community, accounts), part.hides) for part in kept.parts if part.exported]
    return asked


def _belonging(kept: Kept, part: Part, community: str, accounts: Sequence[UserRef]) -> Select[Any]:
    whole = DECLARED[part.whole.name]
    hers = or_(*(_hers(whole, person, community, accounts) for person in whole.people if person.is_hers))
    own = tuple_(*(kept.table.c[column] for column, _ in part.on))
    # Not a join: SQLite would walk through everybody's details to find whose they are.
    theirs = select(*(part.whole.c[column] for _, column in part.on)).where(hers)
    statement = select(kept.table).where(kept.table.c.community == community, own.in_(theirs))
    return statement if part.shown is None else statement.where(part.shown)


def _hers(kept: Kept, person: Person, community: str, accounts: Sequence[UserRef]) -> ColumnElement[bool]:
    return (kept.table.c.community == community) & kept.table.c[person.account].in_(list(map(str, accounts)))


def _key(table: Table, row: RowMapping) -> object:
    return tuple(row[key.name] for key in table.primary_key)


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, str) and value[:1] in {"{", "["}:
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value
