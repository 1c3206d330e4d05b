"""Opening: created, upgraded after a backup, or refused with a sentence that helps."""

import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect

from bot.adapters.store import migrate
from bot.adapters.store.backup import KEPT, OLDEST, back_up, backups_of, restore
from bot.adapters.store.refused import StoreRefused
from bot.adapters.store.store import open_store
from bot.adapters.store.tables import metadata
from bot.core.decisions import Decision
from bot.core.record import Note
from bot.runtime.community import Privacy

NOW = datetime(2025, 3, 30, tzinfo=UTC)


def noted(value):
    return Decision(rows=(Note("cog", "n", value),))


async def refusal(where, codec):
    with pytest.raises(StoreRefused) as refused:
        async with open_store(where, codec):
            pass
    return refused.value.remedy


def run_sql(file, *statements):
    with closing(sqlite3.connect(file)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


async def test_a_new_file_is_made_with_its_folder_for_the_owners_eyes_only(tmp_path, codec):
    file = tmp_path / "deep" / "er" / "bot.db"
    async with open_store(str(file), codec) as store:
        await store.ledger.commit("home", "", noted("1"), NOW)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["bot.db"]
    async with open_store(f"sqlite:///{file}", codec) as store:
        assert await store.notes.note("home", "cog", "n") == "1"


async def test_a_path_with_strange_letters_works(tmp_path, codec):
    async with open_store(tmp_path / "50% ż ó?#:" / "b o t.db", codec) as store:
        await store.ledger.commit("home", "", noted("1"), NOW)
    assert (tmp_path / "50% ż ó?#:" / "b o t.db").stat().st_size > 0


def shape(connection):
    """Every table and index with its columns, whatever their order: those that came later stand at the end."""
    found = inspect(connection)
    return {
        name: (
            sorted((c["name"], str(c["type"]), c["nullable"]) for c in found.get_columns(name)),
            found.get_pk_constraint(name)["constrained_columns"],
            sorted((i["name"], i["column_names"], i["unique"]) for i in found.get_indexes(name)),
            sorted((u["column_names"]) for u in found.get_unique_constraints(name)),
            sorted(
                (k["constrained_columns"], k["referred_table"], str(k["options"])) for k in found.get_foreign_keys(name)
            ),
        )
        for name in found.get_table_names()
    }


def test_the_revisions_build_what_the_code_says_and_what_a_new_file_has():
    made, grown = (create_engine("sqlite://") for _ in range(2))
    with made.begin() as connection:
        migrate.make_tables(connection)
        new = shape(connection)
    with grown.begin() as connection:
        migrate.run_revisions(connection)
        assert shape(connection) == new
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    made.dispose()
    grown.dispose()


def test_every_revision_is_named_where_it_can_be_told_without_alembic():
    config = Config()
    config.set_main_option("script_location", "bot.adapters.store:migrations")
    revisions = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(revisions)) == migrate.SCHEMAS


def test_every_table_has_its_community():
    assert [table.name for table in metadata.sorted_tables if "community" not in table.columns] == []


async def test_a_new_file_and_one_that_is_up_to_date_open_without_alembic(tmp_path, codec, monkeypatch):
    monkeypatch.setitem(sys.modules, "alembic", None)
    for _ in range(2):
        async with open_store(tmp_path / "bot.db", codec):
            pass


@pytest.mark.long  # a process of its own, which nothing was loaded into before
def test_a_process_that_opens_a_file_loads_no_alembic_and_leaves_nothing_open(file):
    script = f"""
import asyncio, sys
from bot.adapters.store.store import open_store
from bot.runtime.codec import core_codec
async def main():
    async with open_store({str(file)!r}, core_codec()):
        pass
asyncio.run(main())
assert "alembic" not in sys.modules
"""
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-W", "error", "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "ResourceWarning" not in done.stderr


async def test_a_file_of_an_older_schema_is_backed_up_and_upgraded(file, codec):
    # As before the first revision: ours by its version table, but without any other.
    with closing(sqlite3.connect(file)) as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    mine = [name for name in tables if not name.startswith(("alembic", "sqlite"))]
    run_sql(file, "PRAGMA foreign_keys=OFF", *(f"DROP TABLE {name}" for name in mine))
    run_sql(file, "CREATE TABLE proof (x)", "UPDATE alembic_version SET version_num = 'r0000'")
    known = migrate.SCHEMAS
    try:
        migrate.SCHEMAS = ("r0000", *known)
        # Alembic does not know this make-believe revision, so the upgrade itself fails; the copy comes first.
        with pytest.raises(Exception, match="r0000"):
            async with open_store(file, codec):
                pass
    finally:
        migrate.SCHEMAS = known
    (copy,) = backups_of(file)
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM proof").fetchone() == (0,)


async def test_a_file_of_a_newer_version_is_refused_and_left_alone(file, codec):
    run_sql(file, "UPDATE alembic_version SET version_num = 'r9999'")
    before = file.read_bytes()
    told = await refusal(file, codec)
    assert "newer version" in told
    assert "r9999" in told
    assert file.read_bytes() == before
    copy = back_up(file, NOW)
    assert str(copy) in await refusal(file, codec)


async def test_a_file_of_another_program_is_refused_and_left_alone(tmp_path, codec):
    file = tmp_path / "other.db"
    run_sql(file, "CREATE TABLE songs (title)")
    before = file.read_bytes()
    assert "another program" in await refusal(file, codec)
    assert file.read_bytes() == before


async def test_a_file_that_is_no_database_is_refused(tmp_path, codec):
    file = tmp_path / "bot.db"
    file.write_text("community:\n  name: Home\n" * 50)
    told = await refusal(file, codec)
    assert "damaged or is no database" in told
    assert "Move it away" in told


async def test_a_torn_file_is_refused_and_the_newest_backup_named(file, codec):
    copy = back_up(file, NOW)
    whole = file.read_bytes()
    file.write_bytes(whole[:100] + b"\x5a" * (len(whole) - 100))
    told = await refusal(file, codec)
    assert "damaged" in told
    assert str(copy) in told


async def test_a_place_where_nothing_can_be_written_is_refused(tmp_path, codec):
    (tmp_path / "file").write_text("")
    assert "cannot be written" in await refusal(tmp_path / "file" / "bot.db", codec)
    assert "cannot be opened" in await refusal(tmp_path, codec)


@pytest.mark.parametrize("where", ["mysql://host/name", "http://host", "postgresql://user:secret@host:port/x", "://"])
async def test_an_address_that_is_not_understood_is_refused_without_its_password(where, codec):
    told = await refusal(where, codec)
    assert "postgresql://user:password@host/name" in told
    assert "secret" not in told


async def test_a_server_that_does_not_answer_is_refused_without_its_password(codec):
    told = await refusal("postgresql://bot:secret@127.0.0.1:9/bot", codec)
    assert "cannot be opened" in told or "pip install asyncpg" in told
    assert "secret" not in told


async def test_a_closed_store_says_so(codec):
    async with open_store(":memory:", codec) as store:
        pass
    with pytest.raises(RuntimeError, match="closed"):
        await store.cases.next_number("home")


async def test_unfinished_groups_come_back_after_the_file_is_opened_again(file, codec):
    from bot.core.actions import Delete, Punish, Sanction
    from bot.core.decisions import decide
    from tests.contracts.stores import MARA, MESSAGE, SPACE

    async with open_store(file, codec) as store:
        groups = [
            await store.ledger.commit(
                "home", str(n), decide(Delete((MESSAGE,)), Punish(SPACE, MARA, Sanction.BAN)), NOW
            )
            for n in range(3)
        ]
    async with open_store(file, codec) as store:
        assert await store.ledger.unfinished() == tuple(groups)


async def test_a_copy_made_while_the_bot_writes_is_whole_and_can_be_put_back(file, codec):
    async with open_store(file, codec) as store:
        await store.ledger.commit("home", "", noted("before"), NOW)
        copy = await store.back_up(NOW)
        await store.ledger.commit("home", "", noted("after"), NOW)
    assert copy.parent == file.parent / "backups"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    shutil.copy(file, file.with_name("bot.db-wal"))  # a stale log must not be played into the restored file
    restore(copy, file)
    async with open_store(file, codec) as store:
        assert await store.notes.note("home", "cog", "n") == "before"
        assert await store.quick_check() == ()


async def test_memory_has_no_file_to_copy(codec):
    async with open_store(":memory:", codec) as store:
        assert await store.back_up(NOW) is None


def test_the_newest_backups_stay(file):
    copies = [back_up(file, NOW + timedelta(seconds=n)) for n in range(KEPT + 2)]
    assert backups_of(file) == copies[2:]


def test_a_damaged_backup_is_not_put_back(file):
    copy = back_up(file, NOW)
    whole = file.read_bytes()
    data = bytearray(copy.read_bytes())
    data[4096:8192] = b"\x5a" * 4096
    copy.write_bytes(data)
    with pytest.raises(StoreRefused, match="Choose another one"):
        restore(copy, file)
    (file.parent / "none.db").write_text("nothing of the kind " * 40)
    with pytest.raises(StoreRefused, match="Choose another one"):
        restore(file.parent / "none.db", file)
    assert file.read_bytes() == whole


async def test_no_backup_gets_so_old_that_what_was_forgotten_since_could_come_back(file, codec):
    async with open_store(file, codec) as store:
        for age in (OLDEST + timedelta(minutes=1), OLDEST - timedelta(minutes=1), timedelta(0)):
            await store.back_up(NOW - age)
        young = backups_of(file)[1:]
        await store.purge("home", NOW, Privacy())
    assert len(young) == 2
    assert backups_of(file) == young
