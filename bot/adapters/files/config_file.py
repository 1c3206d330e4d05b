"""One community's file while the bot runs: read, checked, replaced, and taken up anew when it changes."""

import asyncio
import hashlib
import logging
import os
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from pathlib import Path

from watchfiles import awatch  # pyright: ignore[reportUnknownVariableType] - one of its arguments may be trio's

from bot.adapters.files.community import Loaded, load
from bot.adapters.files.faults import Fault, Refused
from bot.adapters.files.inspection import LONGEST, Inspection, inspect
from bot.adapters.files.versions import Version, keep, kept
from bot.adapters.files.yaml_source import read_bytes
from bot.core.ports import Clock
from bot.runtime.services import ConfigCheck

DEBOUNCE_MS = 200
LOOK_ANYWAY_MS = 1000
"""A network drive tells of no change, and what changed before the watch stood was never told: look all the same."""
BY_FILE = "file"

log = logging.getLogger(__name__)


class ConfigFile:
    """Holds the last good community; a fault leaves it in force.

    ``folder`` is where replaced versions are kept.
    """

    def __init__(
        self,
        path: Path,
        loaded: Loaded,
        locales: Path,
        folder: Path,
        clock: Clock,
        longest: timedelta = LONGEST,
        look_at: Inspection = inspect,
    ) -> None:
        self.path = path
        self.current = loaded
        self._locales = locales.resolve()
        self._folder = folder
        self._clock = clock
        self._longest = longest
        self._look_at = look_at
        self._seen = _digest(loaded.text.encode())

    @property
    def versions(self) -> tuple[Version, ...]:
        """What was in force before, newest first."""
        return kept(self._folder)

    async def check(self, text: str) -> ConfigCheck:
        """Tell what is wrong with ``text`` and what it would change; changes nothing."""
        check = await self._look_at(text, self.current.text, self.path.name, self._locales, self._longest)
        if check.faults or text == self.current.text:  # what is in use was read
            return check
        try:
            await asyncio.to_thread(self._load, text.encode())
        except Refused as refused:
            return ConfigCheck(tuple(refused.blocks()), check.difference)
        return check

    async def apply(self, text: str, by: str) -> ConfigCheck:
        """Write and take up ``text``, putting the file before aside; with faults nothing changes."""
        check = await self.check(text)
        if check.faults:
            return check
        loaded = await asyncio.to_thread(self._load, text.encode())
        try:
            await asyncio.to_thread(self._replace, text, by)
        except OSError as error:
            return ConfigCheck((f"{self.path}: the file cannot be written: {error.strerror}",), check.difference)
        self.current = loaded
        return check

    async def reload(self) -> Loaded | None:
        """Take up the file if it changed; None if not. Raises Refused once for each faulty state of it."""
        data = await asyncio.to_thread(read_bytes, self.path)
        digest = _digest(data)
        if digest == self._seen:
            return None
        self._seen = digest
        loaded = await asyncio.to_thread(self._load, data)
        if loaded.community.version == self.current.community.version:
            return None
        await asyncio.to_thread(keep, self._folder, self.current.text, BY_FILE, self._clock.now())
        self.current = loaded
        return loaded

    def _load(self, data: bytes) -> Loaded:
        loaded = load(data, str(self.path), self._locales)
        loaded.warm()
        key = self.current.community.key
        if loaded.community.key != key:
            what = "with this name the community would start a new record"
            raise Refused(str(self.path), loaded.text, [Fault(1, 1, what, f"write id: {key} under community:")])
        return loaded

    def _replace(self, text: str, by: str) -> None:
        keep(self._folder, self.current.text, by, self._clock.now())
        target = self.path.resolve()  # a link stays a link
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".new")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as out:
                out.write(text)
            Path(name).chmod(target.stat().st_mode if target.exists() else 0o644)
            self._seen = _digest(text.encode())
            Path(name).replace(target)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise


async def follow(
    files: Sequence[ConfigFile],
    took: Callable[[Loaded], Awaitable[None]],
    refused: Callable[[Refused], Awaitable[None]],
) -> None:
    """Take up changed files until cancelled.

    The directories are watched, not the files: editors and deployments put a new file in the old one's place, and a
    watch on the old one would see nothing ever after. What a link points at is watched too.
    """
    folders = {folder for file in files for folder in (file.path.parent, file.path.resolve().parent)}
    watch = awatch(
        *folders, debounce=DEBOUNCE_MS, step=50, recursive=False, yield_on_timeout=True, rust_timeout=LOOK_ANYWAY_MS
    )
    async for _ in watch:
        for file in files:
            try:
                loaded = await file.reload()
                if loaded:
                    await took(loaded)
            except Refused as faults:
                await refused(faults)
            except Exception:  # the boundary of one change: the next one is followed all the same
                log.exception("%s: this change could not be taken up; what was in force stays", file.path)


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()
