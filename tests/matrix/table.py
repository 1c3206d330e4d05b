"""The written table as cells, and cells as the table."""

from collections.abc import Mapping
from pathlib import Path

from tests.matrix.cells import ACTORS, ACTS, BY_ITSELF, BY_PEOPLE, TARGETS, Cell

TABLE = Path(__file__).with_name("table.txt")
START = "== "


def head(text: str) -> str:
    """Everything before the first block: the law, in words."""
    return text[: text.index(f"\n{START}") + 1]


def printed(found: Mapping[Cell, str]) -> str:
    """Blocks of one entry point and one actor each."""
    wide = max(map(len, TARGETS)) + 2
    lines: list[str] = []
    for entry, actor in _blocks():
        lines += [
            f"{START}{entry}{' by a ' + actor if actor else ''}",
            " " * wide + "".join(f"{a:9}" for a in ACTS).rstrip(),
        ]
        for target in TARGETS:
            row = "".join(f"{found[Cell(entry, actor, act, target)]:9}" for act in ACTS)
            lines.append(f"{target:{wide}}{row}".rstrip())
        lines.append("")
    return "\n".join(lines)


def written(text: str) -> dict[Cell, str]:
    """The table, read; raises ValueError for a line that is none of it."""
    read: dict[Cell, str] = {}
    entry = actor = ""
    for line in text[len(head(text)) :].splitlines():
        if line.startswith(START):
            entry, _, actor = line.removeprefix(START).partition(" by a ")
        elif line.strip() and line.split() != list(ACTS):
            target = next((t for t in sorted(TARGETS, key=len, reverse=True) if line.startswith(t)), None)
            values = line[len(target or "") :].split()
            if target is None or len(values) != len(ACTS):
                raise ValueError(f"not a line of the table: {line!r}")
            read |= {Cell(entry, actor, act, target): value for act, value in zip(ACTS, values, strict=True)}
    return read


def _blocks() -> list[tuple[str, str]]:
    return [*((e, actor) for e in BY_PEOPLE for actor in ACTORS), *((e, "") for e in BY_ITSELF)]
