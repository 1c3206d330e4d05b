"""The bot as it ships: a process of its own, told by environment variables where its messengers are."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from tests.wire.witnesses import comes, goes, in_vain

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120.0
"""Seconds: a machine that many share may need them, and on a quiet one nobody waits for them."""


LINES = 25


class BotProcess:
    """Start it, kill it, start it again on the same data; look into its record."""

    def __init__(self, folder: Path, config: str, **settings: str) -> None:
        self.folder = folder
        self.config = folder / "community.yaml"
        self.config.write_text(config, "utf-8")
        self.data = folder / "data"
        self.log = folder / "bot.log"
        self._settings = {f"TOWNKEEPER_{name}": value for name, value in settings.items()}
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        kept = {k: v for k, v in os.environ.items() if not k.startswith("TOWNKEEPER_")}
        environment = kept | self._settings | {"PYTHONPATH": str(ROOT), "BOT_NO_BOOTSTRAP": "1"}
        line = [sys.executable, "-m", "bot", "run", "--config", str(self.config), "--data", str(self.data)]
        with self.log.open("ab") as out:
            self._process = subprocess.Popen(line, cwd=self.folder, env=environment, stdout=out, stderr=out)
        comes(self)

    def kill(self) -> None:
        """SIGKILL: nothing is said, nothing is finished."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    async def interrupt(self) -> tuple[int, float]:
        """Ctrl-C; the exit code, and the seconds it took."""
        return await self._end(signal.SIGINT)

    async def terminate(self) -> tuple[int, float]:
        return await self._end(signal.SIGTERM)

    async def ended(self) -> int:
        """Wait until it ends by itself."""
        assert self._process is not None
        deadline = time.monotonic() + PATIENCE
        while self._process.poll() is None:
            if time.monotonic() > deadline:
                raise in_vain("the end of the bot", PATIENCE)
            await asyncio.sleep(0.02)
        return self._process.returncode

    def close(self) -> None:
        goes(self)
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            self._process.wait()

    def told(self) -> list[str]:
        """Whether it runs, and the end of its log."""
        code = None if self._process is None else self._process.poll()
        how = "runs" if code is None else f"ended with {code}"
        return [f"The bot {how}; it printed last:", *(f"  {line}" for line in self.printed.splitlines()[-LINES:])]

    @property
    def printed(self) -> str:
        return self.log.read_text("utf-8", errors="replace") if self.log.exists() else ""

    def is_later(self, person: str) -> None:
        """While it is down, let what befell this person for a while be over since a minute."""
        over = datetime.fromtimestamp(time.time() - 60, UTC).replace(tzinfo=None).isoformat(" ", "microseconds")
        with closing(sqlite3.connect(self.data / "townkeeper.db")) as database, database:
            database.execute("UPDATE cases SET until = ? WHERE user = ?", (over, person))
            database.execute("UPDATE timers SET due_at = ? WHERE subject LIKE ?", (over, f"%/{person}/%"))

    def comes_due(self, kind: str, about: str = "") -> None:
        """While it is down, let the timers of this kind, or those about somebody, be overdue."""
        over = datetime.fromtimestamp(time.time() - 60, UTC).replace(tzinfo=None).isoformat(" ", "microseconds")
        with closing(sqlite3.connect(self.data / "townkeeper.db")) as database, database:
            found = database.execute(
                "UPDATE timers SET due_at = ? WHERE kind = ? AND subject LIKE ?", (over, kind, f"%{about}%")
            )
            assert found.rowcount, f"no timer of the kind {kind}"

    def rows(self, query: str, *values: object) -> list[tuple[object, ...]]:
        """Ask its database, while it runs or not; nothing yet where there is no table yet."""
        path = self.data / "townkeeper.db"
        if not path.exists():
            return []
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=5)) as record:
            try:
                return record.execute(query, values).fetchall()
            except sqlite3.OperationalError as fault:
                if "no such table" in str(fault):
                    return []
                raise

    async def _end(self, number: int) -> tuple[int, float]:
        assert self._process is not None
        began = time.monotonic()
        self._process.send_signal(number)
        code = await self.ended()
        return code, time.monotonic() - began
