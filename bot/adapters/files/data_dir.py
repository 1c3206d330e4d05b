"""The folder where a bot keeps what must outlive it: the record, its key, and whether it was ever connected."""

import base64
import hashlib
import hmac
import os
import secrets
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

_KEY_BYTES = 32


class DataDirTaken(Exception):  # noqa: N818 - it is an answer to a person
    """Another bot works in this folder; two would do everything twice."""


class DataDirRefused(Exception):  # noqa: N818 - it is an answer to a person
    """Nothing can be kept in this folder; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class DataDir:
    """Names of what lies in the folder; only ``prepare`` and ``key`` create anything."""

    path: Path

    def prepare(self) -> "DataDir":
        """Make the folder, for its owner only; raises DataDirRefused."""
        with self._useful():
            self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
        return self

    @contextmanager
    def alone(self) -> Generator[None]:
        """Hold the folder for this process; raises DataDirTaken when another one has it, or DataDirRefused.

        The lock is the system's, so a killed bot leaves nothing behind that would have to be cleaned up.
        """
        with self._useful():
            lock = (self.path / "lock").open("a+b")
        with lock as held:
            try:
                _lock(held.fileno())
            except OSError:
                what = f"Another bot is at work in {self.path}."
                raise DataDirTaken(f"{what} Stop it first, or give this one its own folder: --data DIR") from None
            yield

    @property
    def database(self) -> Path:
        return self.path / "townkeeper.db"

    @property
    def old_configs(self) -> Path:
        """Where replaced config files are kept, a folder for each community."""
        return self.path / "configs"

    @property
    def was_connected(self) -> bool:
        """Whether a bot with this folder ever spoke to a real messenger; raises DataDirRefused."""
        with self._useful():
            return (self.path / "connected").exists()

    def mark_connected(self) -> None:
        """Remember that from now on a missing token is a fault, not a reason for the playground."""
        (self.path / "connected").touch()

    def key(self) -> bytes:
        """Give the secret that signs buttons; made at the first start, readable by its owner only.

        Raises DataDirRefused where it is damaged or cannot be read.
        """
        path = self.path / "key"
        with self._useful():
            with suppress(FileExistsError):
                handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
                with os.fdopen(handle, "wb") as out:
                    out.write(secrets.token_bytes(_KEY_BYTES))
            return _sound(path.read_bytes(), path)

    def bind_code(self) -> str:
        """Give the code that binds a new space; who can read this folder can know it, nobody else."""
        mac = hmac.digest(self.key(), b"bind", hashlib.sha256)
        return base64.b32encode(mac[:5]).decode()

    @contextmanager
    def _useful(self) -> Generator[None]:
        try:
            yield
        except OSError as error:
            what = f"Nothing can be kept in {self.path}: {error.strerror or error}."
            raise DataDirRefused(f"{what} Give the bot a folder it can write in: --data DIR") from None


def _sound(key: bytes, path: Path) -> bytes:
    if len(key) != _KEY_BYTES:
        raise DataDirRefused(
            f"{path} is damaged: put it back from a backup, or delete it (buttons sent so far stop working)"
        )
    return key


def _lock(handle: int) -> None:
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
        return
    import fcntl

    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
