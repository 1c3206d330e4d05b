"""How many lines a second `bot explain --jsonl` answers: the shipped command on mixed chat, from the first line on."""

import json
import os
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

from bench.aims import Aim
from bench.evasion_chat import LANGUAGES
from bench.policy_chat import lines_of

ROOT = Path(__file__).resolve().parents[1]
LINES = 20_000
AIM = Aim("lines a second of `bot explain --jsonl`, start included", 5000)


def print_stream(config: Path, seed: int, corpora: Path | None) -> None:
    """Start the command twice, on no line and on many, and print the table."""
    asked = _asked(seed, corpora)
    start, _ = _run(config, b"")
    spent, wall = _run(config, asked)
    lines = asked.count(b"\n")
    each = (spent - start) / lines
    print("\n| `bot explain --jsonl` | |\n| --- | ---: |")
    print(f"| lines of chat in {len(LANGUAGES)} languages, each with its language | {lines:,} |")
    print(f"| lines a second, start included, {os.cpu_count()} cores | {lines / wall:,.0f} |")
    print(f"| processor time a line, start left out | {each * 1e6:.0f} us |")
    print(f"| processor time of a start | {start:.1f} s |")
    print("\n" + AIM.line(lines / wall))


def _asked(seed: int, corpora: Path | None) -> bytes:
    said = [
        {"text": text, "language": language}
        for language in LANGUAGES
        for text in lines_of(language, seed, corpora)[: LINES // len(LANGUAGES)]
    ]
    random.Random(seed).shuffle(said)  # noqa: S311 - for a repeatable mix
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in said).encode()


def _run(config: Path, asked: bytes) -> tuple[float, float]:
    """Give the processor time of it and of its helpers, and the time that it took, in seconds."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "bot", "explain", "--jsonl", "--config", str(config)]
    ran = subprocess.run(command, cwd=ROOT, input=asked, stdout=subprocess.PIPE, check=True)  # noqa: S603 - our own
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    assert ran.stdout.count(b"\n") == asked.count(b"\n")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall
