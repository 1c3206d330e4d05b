"""The config files that were in force before, with who replaced them and when."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

MOST = 20
_STAMP = "%Y%m%dT%H%M%S.%fZ"
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]")


@dataclass(frozen=True, slots=True)
class Version:
    """A file that was replaced at ``until`` by ``by`` ("discord-204...", or "file" for an edit on the disk)."""

    until: datetime
    by: str
    path: Path

    @property
    def text(self) -> str:
        return self.path.read_text("utf-8")


def keep(folder: Path, text: str, by: str, now: datetime) -> Version:
    """Put a file aside that is about to be replaced; the oldest beyond the last 20 go."""
    folder.mkdir(parents=True, exist_ok=True)
    stamp = now.astimezone(UTC).strftime(_STAMP)
    path = folder / f"{stamp}--{_UNSAFE.sub('-', by)[:60]}.yaml"
    path.write_text(text, "utf-8")
    for old in kept(folder)[MOST:]:
        old.path.unlink(missing_ok=True)
    return Version(now, by, path)


def kept(folder: Path) -> tuple[Version, ...]:
    """List what was put aside, newest first."""
    found = (_version(path) for path in sorted(folder.glob("*--*.yaml"), reverse=True))
    return tuple(version for version in found if version)


def _version(path: Path) -> Version | None:
    stamp, _, by = path.stem.partition("--")
    try:
        return Version(datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC), by, path)
    except ValueError:  # somebody else's file
        return None
