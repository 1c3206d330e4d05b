"""Compiles the twin of the first look (`text/compiled`) where there is a C compiler, and keeps it beside Python's code.

Nothing needs it: without a compiler, without Python's headers or with `BOT_NO_COMPILER` set, everything is found by the
same search in Python, which takes about three times as long.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from importlib.machinery import ExtensionFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from typing import cast

from bot.adapters.files import lexicon_cache
from bot.domain.moderation.models import features
from bot.domain.moderation.text import look, reading, twin
from bot.domain.moderation.text.look import Look
from bot.domain.moderation.text.twin import Twin

SOURCES = Path(str(twin.__file__)).with_name("compiled")
SWITCH = "BOT_NO_COMPILER"
NAME = "townkeeper_twin"
LONGEST = 60
"""Seconds; it takes one."""
_MOST = 4  # that are kept: of other versions, and of other Pythons
_TRIED = ("Hello there, 12.04 or so?", "ŁÓDŹ ёж, vvhat a m1ss @here 😄", "see tg:x or a dot com", "a\u200b", "")


@dataclass(frozen=True, slots=True)
class Build:
    """Where the twin is kept, and what compiles it just now if that is needed."""

    path: Path
    running: subprocess.Popen[bytes] | None = None


def start(cache: Path = lexicon_cache.HERE) -> Build | None:
    """Start to compile unless that was done before; None where it cannot be."""
    if os.environ.get(SWITCH):
        return None
    path = cache / f"{NAME}-{_version()}{sysconfig.get_config_var('EXT_SUFFIX')}"
    if path.exists():
        return Build(path)
    compiler = shutil.which(os.environ.get("CC", "cc"))
    if compiler is None:
        return None
    with suppress(OSError):
        cache.mkdir(parents=True, exist_ok=True)
        return Build(path, subprocess.Popen(_command(compiler, _half_done(path)), stderr=subprocess.DEVNULL))  # noqa: S603
    return None


def finish(build: Build | None) -> Twin | None:
    """Wait for it, load it, and let it do its part of the work from now on; None where it cannot."""
    if build is None or not _is_there(build):
        return None
    made = _loaded(build.path)
    if made is not None:
        reading.read_with(twin.look_of(made))
        features.parts_with(made)
    return made


def _version() -> str:
    digest = hashlib.sha256(sys.version.encode())
    for source in sorted(SOURCES.iterdir()):
        digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def _half_done(path: Path) -> Path:
    return path.with_suffix(f".{os.getpid()}")


def _command(compiler: str, made: Path) -> list[str]:
    undefined = ["-undefined", "dynamic_lookup"] if sys.platform == "darwin" else []
    include = sysconfig.get_path("include")
    return [compiler, "-O2", "-shared", "-fPIC", *undefined, f"-I{include}", str(SOURCES / "twin.c"), "-o", str(made)]


def _is_there(build: Build) -> bool:
    if build.running is not None:
        with suppress(OSError, subprocess.TimeoutExpired):
            if build.running.wait(LONGEST) == 0:
                _half_done(build.path).replace(build.path)
                drop_old(build.path.parent)
        if build.running.poll() is None:
            build.running.kill()
            build.running.wait()
    return build.path.exists()


def drop_old(cache: Path) -> None:
    """Delete twins of other versions, but for the latest few."""
    kept = sorted(cache.glob(f"{NAME}-*"), key=lambda one: one.stat().st_mtime)
    for old in kept[:-_MOST]:
        old.unlink()


@lru_cache(maxsize=2)
def _loaded(path: Path) -> Twin | None:
    try:
        loader = ExtensionFileLoader(NAME, str(path))
        spec = spec_from_loader(NAME, loader)
        assert spec is not None
        module = module_from_spec(spec)
        loader.exec_module(module)
    except ImportError:
        return None
    made = cast(Twin, module)
    return made if agrees(made) else None


def agrees(made: Twin) -> bool:
    """Whether it says the same as Python; a compiler may be broken, too."""
    look_at = twin.look_of(made)
    return all(_marked(text, look_at(text)) == _marked(text, look.look(text)) for text in _TRIED)


def _marked(text: str, told: Look | None) -> tuple[object, ...]:
    return () if told is None else (told[0], told[1], told[3], reading.Reading(text, *told).mark)
