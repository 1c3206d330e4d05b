"""Bring a database to the schema of this version, or refuse it with a sentence that helps."""

import asyncio
import sqlite3
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError

from bot.adapters.store.backup import back_up, backups_of
from bot.adapters.store.engine import upgrading_lane
from bot.adapters.store.lanes import Lane
from bot.adapters.store.refused import StoreRefused
from bot.adapters.store.tables import metadata
from bot.adapters.store.target import Target

SCHEMAS = (
    "r0001",
    "r0002",
    "r0006",
    "r0003",
    "r0004",
    "r0010",
    "r0005",
    "r0011",
    "r0016",
    "r0017",
    "r0012",
    "r0014",
    "r0013",
    "r0015",
    "r0019",
    "r0022",
    "r0018",
    "r0020",
    "r0026",
    "r0028",
    "r0036",
    "r0025",
)
"""Every revision in ``migrations/versions``, oldest first: what can be told without loading Alembic."""
_NEW = ""
_ONE_AT_A_TIME = 7_216_533
"""Any number; who holds PostgreSQL's advisory lock of this number upgrades."""


async def bring_up_to_date(target: Target, now: datetime) -> None:
    """Create or upgrade the schema, after a backup; raises StoreRefused for what is broken, foreign or newer."""
    if target.file is not None:
        _make_room(target, target.file)
    lane = upgrading_lane(target)
    try:
        await _upgrade_if_due(target, lane, now)
    except (DBAPIError, sqlite3.Error, OSError) as trouble:
        raise _refused(target, trouble) from trouble
    finally:
        await lane.close()


async def _upgrade_if_due(target: Target, lane: Lane, now: datetime) -> None:
    schema = await lane.begin(lambda connection: connection.run_sync(_schema))
    if schema == SCHEMAS[-1]:
        return
    if schema is None:
        raise StoreRefused(
            f"{target} holds the tables of another program. Name another database for the bot, or an empty one."
        )
    if schema not in {*SCHEMAS, _NEW}:
        raise StoreRefused(
            f"{target} was written by a newer version of this bot (schema {schema}, this version knows {SCHEMAS[-1]}). "
            "Install that version again" + _or_restore(target)
        )
    if target.file is not None and schema != _NEW:
        await asyncio.to_thread(back_up, target.file, now)
    await lane.begin(lambda connection: connection.run_sync(_upgrade))


def _schema(connection: Connection) -> str | None:
    """The revision a database stands at; None for one that is not ours."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" not in tables:
        return None if tables else _NEW
    row = connection.execute(text("SELECT version_num FROM alembic_version")).first()
    return _NEW if row is None else str(row[0])


def make_tables(connection: Connection) -> None:
    """Make an empty database what all revisions together would make of it; nobody waits for each of them."""
    metadata.create_all(connection, checkfirst=False)
    # As Alembic makes it: the next version's revisions go on from here.
    connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
    connection.execute(text("INSERT INTO alembic_version VALUES (:last)"), {"last": SCHEMAS[-1]})


def _upgrade(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _ONE_AT_A_TIME})
    if inspect(connection).get_table_names():
        run_revisions(connection)
    else:
        make_tables(connection)


def run_revisions(connection: Connection) -> None:
    """Run the revisions that are due, one after the other; raises StoreRefused when they would tear rows apart."""
    # Takes 100 ms to load, and is needed once per version.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "bot.adapters.store:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    if connection.dialect.name == "sqlite":
        torn = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if torn is not None:
            raise StoreRefused(
                f"The upgrade would have torn rows of {torn[0]} from what they belong to; nothing changed."
            )


def _make_room(target: Target, file: Path) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        # What members said is in there: for the owner's eyes.
        file.touch(mode=0o600)
    except OSError as trouble:
        raise StoreRefused(f"The database {target} cannot be written: {trouble.strerror}.") from trouble


def _refused(target: Target, trouble: Exception) -> StoreRefused:
    why = str(trouble.orig if isinstance(trouble, DBAPIError) else trouble)
    if "not a database" in why or "malformed" in why:
        return StoreRefused(f"{target} is damaged or is no database ({why}). Move it away" + _or_restore(target))
    if "locked" in why:
        return StoreRefused(f"{target} is held by another program, perhaps a second bot. Stop that one first.")
    return StoreRefused(f"The database {target} cannot be opened: {why}.")


def _or_restore(target: Target) -> str:
    copies = backups_of(target.file) if target.file else []
    if not copies:
        return "."
    return f", or stop every bot and copy the newest backup, {copies[-1]}, over it."
