"""An inbox as a big team has it: many open conversations, and everything that was ever said in them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from sqlalchemy import Table

from bench.full_record import STAFF_PLACE
from bot.adapters.store.tables.care import conversation_entries, conversation_messages, conversations
from bot.core.ids import TELEGRAM, ChannelRef, MessageRef, Place, UserRef
from bot.core.people import Member
from bot.runtime.codec import Codec

TALKS = 10_000
SAID = 1_000_000
EACH = SAID // TALKS
_START = datetime(2025, 1, 1, tzinfo=UTC)
_LINES = ("it still does not work when I press the second button", "thank you, we look into it", "any news?")


def person(number: int) -> Member:
    """Who has conversation ``number``."""
    return Member(UserRef(TELEGRAM, str(5_000_000 + number)), f"Person {number}")


def home_of(number: int) -> Place:
    """Her private chat."""
    return Place(ChannelRef(TELEGRAM, person(number).user.native))


def fill(file: Path, community: str, codec: Codec) -> None:
    """Written at once: saying it all one by one would take longer than the measuring."""
    with closing(sqlite3.connect(file)) as record, record:
        record.execute("PRAGMA synchronous=OFF")
        _insert(record, conversations, 24, _talks(community, codec))
        _insert(record, conversation_entries, 13, _entries(community, codec))
        _insert(record, conversation_messages, 7, _shown(community, codec))
        record.execute("INSERT OR REPLACE INTO counters VALUES (?, 'conversation', ?)", (community, TALKS))


def _insert(record: sqlite3.Connection, table: Table, columns: int, rows: Iterator[tuple[object, ...]]) -> None:
    """Fill the first so many columns; the others are for what these conversations never met."""
    names = ", ".join(column.name for column in islice(table.columns, columns))
    marks = ", ".join("?" * columns)
    record.executemany(f"INSERT INTO {table.name} ({names}) VALUES ({marks})", rows)  # noqa: S608  # our own names


def _talks(community: str, codec: Codec) -> Iterator[tuple[object, ...]]:
    none = codec.pack(())
    for number in range(1, TALKS + 1):
        who, at = person(number), _moment(number)
        about = (codec.pack(home_of(number)), "", "", "open", "normal", none, None, "", "en", EACH, at)
        yield (community, number, str(who.user), who.name, at, at, *about, None, None, None, None, 0, 1, 1)


def _entries(community: str, codec: Codec) -> Iterator[tuple[object, ...]]:
    none = codec.pack(())
    for number in range(1, TALKS + 1):
        who = person(number)
        for seq in range(1, EACH + 1):
            hers = seq % 2 == 1
            by = (str(who.user), who.name) if hers else (f"telegram:{number % 40 + 10}", "A moderator")
            ref = MessageRef(home_of(number), str(seq))
            said = (f"{_LINES[seq % 3]} ({number}/{seq})", *by, "", "done")
            message = (f"{ref.place.channel}/{seq}", codec.pack(ref)) if hers else (None, None)
            yield (community, number, seq, "member" if hers else "team", _moment(number + seq), *said, *message, none)


def _shown(community: str, codec: Codec) -> Iterator[tuple[object, ...]]:
    for number in range(1, TALKS + 1):
        for seq in range(EACH):
            native = str(number * EACH + seq)
            ref = codec.pack(MessageRef(STAFF_PLACE, native))
            yield (None, community, f"{STAFF_PLACE.channel}/{native}", number, seq, ref, 0)


def _moment(minutes: int) -> str:
    at = (_START + timedelta(minutes=minutes)).replace(tzinfo=None)
    return at.isoformat(" ", "microseconds")
