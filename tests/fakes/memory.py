"""SQLite in memory, without a thread of its own, for the hundreds of communities that stories found.

It is the real database under the real driver and the real statements. Only two things are not as in production: a
call is made where it is asked for and answered on the next turn of the event loop, and a statement that one database
has compiled is not compiled again for the next one. What threads and files do is looked at with real ones, in
``tests/adapters/store`` and ``tests/wire``.
"""

import asyncio
import sqlite3
from collections.abc import Callable
from functools import partial
from typing import Any

import aiosqlite
from aiosqlite.core import set_exception, set_result
from sqlalchemy import URL, Engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.aiosqlite import AsyncAdapt_aiosqlite_dbapi, SQLiteDialect_aiosqlite
from sqlalchemy.util import LRUCache

from bot.adapters.store.hops import Direct, connect
from bot.adapters.store.target import Target

_COMPILED: LRUCache[Any, Any] = LRUCache(2000)


class _AtOnce:
    """Instead of a thread and the queue to it."""

    daemon = True

    def start(self) -> None:
        pass

    def put_nowait(self, job: tuple[asyncio.Future[Any] | None, Callable[[], Any]]) -> None:
        future, call = job
        try:
            answer = partial(set_result, future, call())
        except BaseException as fault:  # noqa: BLE001  # for whoever awaits it
            answer = partial(set_exception, future, fault)
        if future is not None:
            # A turn later, so that others can come in between, as they can with a thread.
            future.get_loop().call_soon(answer)


def _connect(database: str, **options: Any) -> Direct:
    made = connect(database, **options)
    made._tx = made._thread = _AtOnce()
    return made


class _Driver(AsyncAdapt_aiosqlite_dbapi):
    def connect(self, *where: Any, **options: Any) -> Any:
        return super().connect(*where, **{**options, "async_creator_fn": _connect})


class StillDialect(SQLiteDialect_aiosqlite):
    """One is like the other, as far as compiled statements are concerned."""

    driver = "still"
    supports_statement_cache = True

    @classmethod
    def import_dbapi(cls) -> _Driver:
        return _Driver(aiosqlite, sqlite3)

    @classmethod
    def engine_created(cls, engine: Engine) -> None:
        engine.update_execution_options(compiled_cache=_COMPILED)

    def __eq__(self, other: object) -> bool:
        return type(other) is StillDialect

    def __hash__(self) -> int:
        return hash(StillDialect)


registry.register("sqlite.still", __name__, StillDialect.__name__)
MEMORY = Target(URL.create("sqlite+still", database=":memory:"))
"""Give it to ``open_store``; every database opened so is one of its own, and gone when it is closed."""
