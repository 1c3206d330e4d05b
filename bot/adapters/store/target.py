"""Where the database is, as a manager names it: a file's path, or the address of a PostgreSQL server."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.adapters.store.refused import StoreRefused

_SERVERS = frozenset({"postgres", "postgresql", "postgresql+asyncpg"})
_EMBEDDED = frozenset({"sqlite", "sqlite+aiosqlite"})


@dataclass(frozen=True, slots=True)
class Target:
    """A database: of a server, in a ``file``, or (neither) in memory, where it lasts as long as it is open."""

    url: URL
    server: bool = False
    file: Path | None = None

    def __str__(self) -> str:
        """Name it without its password."""
        return str(self.file) if self.file else self.url.render_as_string(hide_password=True)


def read_target(where: str | Path) -> Target:
    """Understand a path, ``:memory:``, ``sqlite:///path`` or ``postgresql://...``; raises StoreRefused for others."""
    if isinstance(where, Path) or "://" not in where:
        return _embedded(str(where))
    try:
        url = make_url(where)
    except (ArgumentError, ValueError):
        raise StoreRefused("The address of the database cannot be read. " + _HOW) from None
    if url.drivername in _EMBEDDED:
        return _embedded(url.database or ":memory:")
    if url.drivername in _SERVERS:
        return Target(url.set(drivername="postgresql+asyncpg"), server=True)
    raise StoreRefused(f"A database of the kind {url.drivername} is not known here. " + _HOW)


_HOW = "Give the path of a file, or postgresql://user:password@host/name."


def _embedded(path: str) -> Target:
    if path == ":memory:":
        return Target(URL.create("sqlite", database=path))
    file = Path(path).expanduser().resolve()
    return Target(URL.create("sqlite", database=str(file)), file=file)
