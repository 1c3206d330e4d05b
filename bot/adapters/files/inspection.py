"""Looks at a config that came over the wire, in a process of its own that can be killed.

A manager's account may be in wrong hands, and no limit is proof against everything; so an uploaded text is read,
checked and compared where it can only harm itself: five seconds, 512 MB, no tokens in its environment. The file on
the host's own disk needs none of this: whoever can write there can also change the bot. It is read in the bot's own
process, within the same limits of size and depth.
"""

import asyncio
import json
import os
import sys
from collections.abc import Awaitable, Callable
from datetime import timedelta
from difflib import unified_diff
from pathlib import Path
from typing import TypeAlias

from bot.adapters.files.faults import Fault, Refused, redact
from bot.adapters.files.settings import PREFIX
from bot.adapters.files.tree import MOST_BYTES
from bot.runtime.services import ConfigCheck

LONGEST = timedelta(seconds=5)
MOST_MEMORY = 512 * 1024 * 1024
MOST_SHOWN = 60_000
ROOT = Path(__file__).resolve().parents[3]

Inspection: TypeAlias = Callable[[str, str, str, Path, timedelta], Awaitable[ConfigCheck]]
"""What ``inspect`` is, or something that takes its place."""


async def inspect(new: str, old: str, name: str, locales: Path, longest: timedelta = LONGEST) -> ConfigCheck:
    """Tell every fault of ``new`` and what it changes; hostile texts are refused like any other fault.

    ``locales`` is an absolute path.
    """
    data = new.encode("utf-8", "replace")
    if len(data) > MOST_BYTES:
        return ConfigCheck((f"{name}: the file is larger than {MOST_BYTES // 1024} KiB",))
    question = json.dumps({"new": new, "old": old, "name": name, "locales": str(locales)}).encode()
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", __name__, cwd=ROOT, env=_without_secrets(),
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        async with asyncio.timeout(longest.total_seconds()):
            answer, _ = await child.communicate(question)
    except TimeoutError:
        return ConfigCheck((f"{name}: reading this file takes longer than {longest.total_seconds():g} seconds",))
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    return _understood(answer, name)


def _understood(answer: bytes, name: str) -> ConfigCheck:
    try:
        said = json.loads(answer[: 4 * MOST_SHOWN])
        return ConfigCheck(tuple(map(str, said["faults"])), str(said["difference"]))
    except (ValueError, KeyError, TypeError):
        return ConfigCheck((f"{name}: this file cannot be read: it needs too much memory, or breaks the reader",))


def _without_secrets() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.upper().startswith(PREFIX)}


def difference(old: str, new: str) -> str:
    """Show what changes, line by line, without secrets."""
    lines = unified_diff(old.splitlines(), new.splitlines(), "now", "new", n=2, lineterm="")
    return "\n".join(map(redact, lines))[:MOST_SHOWN]


def answer(question: str) -> str:
    """Do the work; runs in the child."""
    from bot.adapters.files.community import load

    asked = json.loads(question)
    faults: list[str] = []
    try:
        load(asked["new"].encode("utf-8", "surrogatepass"), asked["name"], Path(asked["locales"]))
    except Refused as refused:
        faults = refused.blocks()[:50]
    except RecursionError:
        faults = [Refused(asked["name"], "", [Fault(1, 1, "this file is nested too deep")]).shown()]
    return json.dumps({"faults": faults, "difference": difference(asked["old"], asked["new"])})


def _limit_myself() -> None:
    try:
        import resource
    except ImportError:  # Windows: the parent still counts the seconds
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    seconds = int(LONGEST.total_seconds()) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


if __name__ == "__main__":
    _limit_myself()
    sys.stdout.write(answer(sys.stdin.buffer.read().decode("utf-8", "surrogatepass")))
