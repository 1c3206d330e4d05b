"""Looks at the machine: packages, disk, port, clock."""

import shutil
import socket
import time
from importlib import metadata
from pathlib import Path

from bot.adapters.checkup.finding import Finding, ok, problem, stop

LITTLE = 200 * 1024 * 1024


def packages(lock: Path) -> Finding:
    """Compare what is installed with the lock."""
    differ: list[str] = []
    for line in lock.read_text("utf-8").splitlines() if lock.is_file() else ():
        # setuptools is there for installing; nothing asks for it afterwards.
        if "==" not in line or line.startswith((" ", "#", "setuptools=")):
            continue
        name, _, version = line.split(" ")[0].partition("==")
        try:
            if metadata.version(name) != version:
                differ.append(f"{name} {metadata.version(name)} instead of {version}")
        except metadata.PackageNotFoundError:
            if ";" not in line:  # a marker: needed elsewhere
                differ.append(f"{name} is missing")
    if differ:
        return problem("packages", f"not as locked: {', '.join(differ[:5])}", "python3 -m bot run installs them")
    return ok("packages", "as locked")


def disk(folder: Path) -> Finding:
    """Look at the room for the record, and whether it can be written."""
    there = next(one for one in (folder, *folder.resolve().parents) if one.exists())
    free = shutil.disk_usage(there).free
    if free < LITTLE:
        return problem(
            "disk", f"{free // 1024**2} MB are left for {folder}", "make room: with a full disk the bot stops acting"
        )
    probe = there / ".townkeeper-probe"
    try:
        probe.touch()
        probe.unlink()
    except OSError as error:
        return stop(
            "disk", f"{there} cannot be written: {error.strerror}", "give its user the right, or choose --data DIR"
        )
    return ok("disk", f"{free // 1024**3} GB free for {folder}")


def port(host: str, number: int) -> Finding:
    """Try to open the port of the pages."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, number))
        except OSError as error:
            return problem(
                "port", f"{host}:{number} is not free: {error.strerror}", "is the bot running? else --port N"
            )
    return ok("port", f"{host}:{number} is free")


def clock() -> Finding:
    """Notice a clock that was never set: certificates and timers would fail."""
    if time.gmtime().tm_year < 2025:
        return problem("clock", "this machine lives in the past", "set its time (timedatectl set-ntp true)")
    return ok("clock", time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime()))
