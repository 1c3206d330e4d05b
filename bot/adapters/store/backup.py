"""Copies of a living database file, and the way back."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copyfile

from bot.adapters.store.refused import StoreRefused

KEPT = 5
OLDEST = timedelta(days=90)
"""What was forgotten since is in a copy still: no copy gets older."""


def back_up(file: Path, now: datetime) -> Path:
    """Copy ``file``, also while it is written to, into the folder ``backups`` beside it; the newest five stay."""
    folder = folder_of(file)
    folder.mkdir(mode=0o700, exist_ok=True)
    copy = folder / f"{file.stem}-{now.astimezone(UTC):%Y%m%dT%H%M%S.%f}Z.db"
    partial = copy.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    # A file copied by hand lacks what still stands in the write-ahead log; this copy is whole.
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("VACUUM INTO ?", (str(partial),))
    partial.chmod(0o600)
    _must_be_sound(partial)
    partial.replace(copy)
    for old in backups_of(file)[:-KEPT]:
        old.unlink()
    return copy


def backups_of(file: Path) -> list[Path]:
    """Every backup of ``file``, oldest first."""
    return sorted(folder_of(file).glob(f"{file.stem}-*Z.db"))


def drop_old(file: Path, now: datetime) -> None:
    """Delete the backups that are too old to be kept."""
    oldest = f"{file.stem}-{(now - OLDEST).astimezone(UTC):%Y%m%dT%H%M%S.%f}Z.db"
    for copy in backups_of(file):
        if copy.name < oldest:
            copy.unlink()


def restore(copy: Path, file: Path) -> None:
    """Put ``copy`` in the place of ``file`` while no bot runs; raises StoreRefused for a copy that is not sound."""
    _must_be_sound(copy)
    partial = file.with_name(file.name + ".partial")
    copyfile(copy, partial)
    partial.chmod(0o600)
    # The log of the old file would be played into the new one.
    for suffix in ("-wal", "-shm"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)
    partial.replace(file)


def folder_of(file: Path) -> Path:
    return file.parent / "backups"


def _must_be_sound(copy: Path) -> None:
    try:
        with closing(sqlite3.connect(f"{copy.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            found = [row[0] for row in connection.execute("PRAGMA quick_check(1)")]
    except sqlite3.Error as broken:
        raise StoreRefused(f"The backup {copy} cannot be read ({broken}). Choose another one.") from broken
    if found != ["ok"]:
        raise StoreRefused(f"The backup {copy} is damaged ({found[0]}). Choose another one.")
