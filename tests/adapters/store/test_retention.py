"""What is kept for a time is kept for just that time: a row of each table a little too old, and one a little younger."""

from dataclasses import fields
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Boolean, DateTime, Integer, LargeBinary, insert, select

from bot.adapters.store.store import open_store
from bot.adapters.store.tables import DECLARED
from bot.core.actions import Delete
from bot.core.cases import Evidence
from bot.core.privacy import Ends
from bot.core.why import Explanation
from bot.runtime.codec import core_codec
from bot.runtime.community import Privacy
from tests.fakes.memory import MEMORY

pytestmark = pytest.mark.long

HOME = "home"
NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
OPTIONS = [one.name for one in fields(Privacy)]
SPANS = {name: timedelta(days=40 + 10 * nth) for nth, name in enumerate(OPTIONS)}
"""Each option its own time, so that a table which follows another one is noticed."""
A_LITTLE = timedelta(hours=1)
CODEC = core_codec()
OVER = {
    "cases": {"sanction": "warn"},
    "complaints": {"state": "upheld"},
    "conversations": {"state": "resolved"},
    "appeals": {"state": "upheld"},
    "held": {"state": "refused"},
    "letters": {"state": "dead"},
    "intents": {"state": "done", "step": CODEC.pack(Delete(())), "case_number": None, "complaint_number": None},
}
"""What makes a row one that may go: nothing is purged that is still needed."""
PACKED = {
    "evidence": CODEC.pack((Evidence("words", "words"),)),
    "why": CODEC.pack(Explanation(())),
    "order": CODEC.pack({"words": "words"}),
    "carries": CODEC.pack(("words",)),
}
BY_WORDS = {
    "cases": ("at", ("evidence",)),
    "explanations": ("at", ()),
    "complaints": ("at", ("text", "evidence")),
    "appeals": ("at", ("text", "answer")),
    "held": ("at", ("order",)),
    "ratings": ("asked_at", ("comment",)),
    "conversations": ("touched_at", ()),
}
"""Tables whose words go after ``keep_evidence``: by which column they age, and in which columns the words stand."""


def a_row(table, nth, **given):
    """A row with something in every column."""
    return {column.name: _value(column, nth) for column in table.columns} | OVER.get(table.name, {}) | given


def _value(column, nth):
    if column.name == "community":
        return HOME
    kind = getattr(column.type, "impl", column.type)
    if isinstance(kind, DateTime):
        return NOW
    if isinstance(kind, Boolean):
        return column.name == "has_words"
    if isinstance(kind, Integer):
        return nth
    return PACKED.get(column.name, b"" if isinstance(kind, LargeBinary) else f"telegram:{nth}")


@pytest.fixture
async def store():
    async with open_store(MEMORY, CODEC) as store:
        yield store


async def purged(store, table_rows, keeps):
    async def put(connection):
        for table, row in table_rows:
            await connection.execute(insert(table).values(row))

    await store._engines.write(put)
    await store.purge(HOME, NOW, keeps)


async def left(store, table, *columns):
    chosen = select(*(table.c[name] for name in columns))
    return (await store._engines.read(lambda c: c.execute(chosen))).all()


async def test_of_every_table_the_row_that_had_its_time_goes_and_the_younger_one_stays(store):
    aged = {name: one for name, one in DECLARED.items() if one.keeps.ends is Ends.AGED and one.aged_by}
    asked = {one.keeps.option for one in aged.values()} | {"keep_evidence"}
    assert asked - {""} == set(OPTIONS), "a setting that nothing follows"
    rows = []
    for kept in aged.values():
        span = kept.keeps.span or SPANS[kept.keeps.option]
        for number, age in ((1, span + A_LITTLE), (2, span - A_LITTLE)):
            rows.append((kept.table, a_row(kept.table, number, **{kept.aged_by: NOW - age})))
    await purged(store, rows, Privacy(**SPANS))
    for name, kept in aged.items():
        ages = [NOW - at for (at,) in await left(store, kept.table, kept.aged_by)]
        assert ages == [(kept.keeps.span or SPANS[kept.keeps.option]) - A_LITTLE], name


async def test_details_go_with_what_they_are_details_of(store):
    rows = []
    for name, part in ((name, part) for name, one in DECLARED.items() for part in one.parts):
        whole, kept = DECLARED[part.whole.name], DECLARED[name]
        if kept.aged_by or not whole.aged_by:
            continue
        span = SPANS[whole.keeps.option]
        for number, age in ((1, span + A_LITTLE), (2, span - A_LITTLE)):
            if (whole.table, number) not in [(table, row["number"]) for table, row in rows]:
                rows.append((whole.table, a_row(whole.table, number, **{whole.aged_by: NOW - age})))
            joined = {own: number for own, _ in part.on}
            rows.append((kept.table, a_row(kept.table, number, **joined)))
    details = {table.name: table for table, _ in rows if not DECLARED[table.name].aged_by}
    assert {"case_entries", "claims", "explanations", "overturned", "conversation_entries"} <= set(details)
    await purged(store, rows, Privacy(**SPANS | {"keep_evidence": timedelta(days=999)}))
    for name, table in details.items():
        assert [number for (number,) in await left(store, table, "number")] == [2], name


async def test_words_go_when_their_time_is_over_and_those_of_what_goes_on_stay(store):
    span = SPANS["keep_evidence"]
    rows = []
    for name, (aged_by, _) in BY_WORDS.items():
        table = DECLARED[name].table
        for number, age in ((1, span + A_LITTLE), (2, span - A_LITTLE)):
            rows.append((table, a_row(table, number, **{aged_by: NOW - age})))
    entries, shown = DECLARED["conversation_entries"].table, DECLARED["conversation_messages"].table
    rows += [(table, a_row(table, number, number=number)) for table in (entries, shown) for number in (1, 2)]
    await purged(store, rows, Privacy(**dict.fromkeys(OPTIONS, timedelta(days=999)) | {"keep_evidence": span}))
    for name, (_, words) in BY_WORDS.items():
        table = DECLARED[name].table
        said = {number: [_says(one) for one in found] for number, *found in await left(store, table, "number", *words)}
        assert said == {1: [False] * len(words), 2: [True] * len(words)}, name
        if "has_words" in table.c:
            assert dict(map(tuple, await left(store, table, "number", "has_words"))) == {1: False, 2: True}, name
    texts = dict(map(tuple, await left(store, entries, "number", "text")))
    assert texts == {1: "", 2: "telegram:2"}
    assert [number for (number,) in await left(store, shown, "number")] == [2]


def _says(column):
    return "words" in column or "telegram" in column
