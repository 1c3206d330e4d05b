"""Every measurement, one after the other, onto one page: `python3 -m bot bench` writes docs/figures.md.

`--only spam,evasion` runs some of them and leaves the others' figures on the page as they are. `--corpora DIR` adds the
labelled sets whose licences keep them out of this repository (docs/models.md says which, and where they are from);
without it every part runs, and says what it could not measure. `--quick` draws less often and writes no page.
"""

import argparse
import os
import platform
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench.aims import MISSED

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "figures.md"
HEAD = """\
# Figures

What `python3 -m bot bench` printed, on one machine. Machines differ, and so does what else they do; ratios within
one table hold better than microseconds. What the figures mean, and what they do not: [benchmarks.md](benchmarks.md),
[lexicons.md](lexicons.md), [models.md](models.md).
"""
_PART = re.compile(r"^<!-- (?P<name>[a-z-]+) -->\n(?P<text>.*?)^<!-- /(?P=name) -->$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Part:
    """One measurement: the module to run, whether it takes labelled sets, and what makes it quicker."""

    title: str
    module: str
    takes_corpora: bool = False
    quick: tuple[str, ...] = ()


PARTS: Mapping[str, Part] = {
    "policy": Part("Speed of the whole default policy", "bench.policy_speed", takes_corpora=True),
    "words": Part("Speed of the words alone, beside other filters", "bench.words_speed", quick=("--rounds", "3")),
    "message": Part("One clean message, from the wire to the decision", "bench.clean_message", quick=("--rounds", "5")),
    "evasion": Part("Disguised words, and false alarms", "bench.evasion", True, ("--size", "30")),
    "spam": Part("Spam", "bench.spam", True, ("--rounds", "1")),
    "toxicity": Part("Toxicity", "bench.toxicity", takes_corpora=True),
    "raid": Part("A raid", "bench.raid"),
    "commands": Part("Commands on a full record", "bench.commands", quick=("--times", "10")),
    "inbox": Part("The inbox, full", "bench.inbox", quick=("--times", "50")),
    "polls": Part("A press at a poll", "bench.polls", quick=("--times", "100")),
    "gatherings": Part("Entering a giveaway, its draw, and answering an event", "bench.gatherings"),
    "calendar": Part("The calendar, full", "bench.calendar"),
    "answers": Part("Answers from the FAQ", "bench.answers"),
}


def main() -> None:
    """Run what is asked for, print it as it comes, and write the page."""
    options = _options()
    parts = _before(options.page)
    for name in options.only:
        parts[name] = _run(PARTS[name], options)
        if not options.quick:
            _write(options.page, parts)
    print("\nNothing written: --quick" if options.quick else f"\nWritten: {options.page}")


def _run(part: Part, options: argparse.Namespace) -> str:
    command = [sys.executable, "-m", part.module]
    if part.takes_corpora and options.corpora:
        command += ["--corpora", str(options.corpora)]
    if options.quick:
        command += part.quick
    print(f"\n## {part.title}\n", flush=True)
    began = datetime.now(UTC)  # noqa: TID251 - a page of figures says when they were taken
    ran = subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own
    print(ran.stdout, flush=True)
    if ran.returncode and not ran.stdout.strip():
        raise SystemExit(f"{part.module} ended with {ran.returncode}; the page keeps its older figures for this part.")
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    taken = f"{began:%Y-%m-%d}, {platform.machine()}, {os.cpu_count()} cores{load}, Python {platform.python_version()}"
    print(verdict := _verdict(ran.stdout, ran.returncode), flush=True)
    return f"## {part.title}\n\n`python3 -m {part.module}` ({taken})\n\n{ran.stdout.strip()}\n\n{verdict}\n"


def _verdict(said: str, code: int) -> str:
    """Sum up a part: its aims stand beside its figures, or it ends with 1 where one is missed."""
    missed = said.count(MISSED)
    if missed:
        return f"**Aims of this part: {missed} NOT met.**"
    return "**Aims of this part: NOT met.**" if code else "**Aims of this part: met.**"


def _before(page: Path) -> dict[str, str]:
    """What the page says already, by part."""
    if not page.exists():
        return {}
    return {found["name"]: found["text"] for found in _PART.finditer(page.read_text(encoding="utf-8"))}


def _write(page: Path, parts: Mapping[str, str]) -> None:
    told = (f"<!-- {name} -->\n{parts[name]}<!-- /{name} -->\n" for name in PARTS if name in parts)
    page.write_text("\n".join((HEAD, *told)), encoding="utf-8")


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(prog="python3 -m bot bench", description=__doc__)
    options.add_argument("--only", type=_names, default=tuple(PARTS), help=f"some of {', '.join(PARTS)}, with commas")
    options.add_argument("--corpora", type=Path, help="a folder with the labelled sets that do not ship")
    options.add_argument("--quick", action="store_true", help="draw less often, and write no page")
    options.add_argument("--page", type=Path, default=PAGE, help="where to write; docs/figures.md if left out")
    return options.parse_args()


def _names(written: str) -> tuple[str, ...]:
    names = tuple(written.split(","))
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        raise argparse.ArgumentTypeError(f"{', '.join(unknown)}: unknown; there are {', '.join(PARTS)}")
    return names


if __name__ == "__main__":
    main()
