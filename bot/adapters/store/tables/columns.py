"""Kinds of columns: how moments and people's words are kept, and the one collection that every table joins.

Refs stand as ``platform:native``; what has a shape of its own (a step, a press, evidence) as the codec's JSON.
A change here needs a new revision in ``migrations/versions``; a test compares the two.
"""

import re
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, DateTime, Dialect, Integer, MetaData, Text, TypeDecorator

BIG = BigInteger().with_variant(Integer, "sqlite")
"""SQLite numbers rows by itself only in columns that are called INTEGER."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class Moment(TypeDecorator[datetime]):
    """An aware time, kept in UTC; SQLite has no zones, so there it is written without one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is not None and value.tzinfo is None:
            raise ValueError(f"{value} says nothing of its time zone")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002, ANN401
        if value is None:
            return None
        at: datetime = value
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


class Words(TypeDecorator[str]):
    """What people wrote. A NUL or half a surrogate pair, which no database takes, becomes a replacement mark."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else _UNSTORABLE.sub("\ufffd", value)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def key(name: str) -> Column[str]:
    return Column(name, Words, primary_key=True)


def words(name: str) -> Column[str]:
    return Column(name, Words, nullable=False)


def number(name: str) -> Column[int]:
    return Column(name, BIG, nullable=False)


def moment(name: str) -> Column[datetime]:
    return Column(name, Moment, nullable=False)


def flag(name: str) -> Column[bool]:
    return Column(name, Boolean(create_constraint=False), nullable=False)
