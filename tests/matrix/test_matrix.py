"""What becomes of every act, by every rank, on every kind of target, through every entry point: one written table.

``python -m tests.matrix`` prints every cell where the bot differs from ``table.txt``.
"""

import random
import sys
from collections.abc import Sequence
from contextlib import AsyncExitStack

import pytest

from tests.matrix.cells import ACTS, BY_PEOPLE, Cell, cells, open_matrix, senseless
from tests.matrix.table import TABLE, written

TEXT = TABLE.read_text(encoding="utf-8")
WRITTEN = written(TEXT)
RANKS = ("left", "channel", "other bot", "member", "trusted", "helper", "moderator", "manager", "owner")
SAMPLE = 90


async def differences(asked_for: Sequence[Cell]) -> list[str]:
    async with AsyncExitStack() as stack:
        asked = await open_matrix(stack)
        found = [(cell, await asked.answer(cell)) for cell in asked_for]
    return [f"{cell}: written {WRITTEN[cell]}, found {word}" for cell, word in found if word != WRITTEN[cell]]


def test_the_table_has_every_cell_and_no_other():
    assert list(WRITTEN) == list(cells())


def test_every_sign_of_the_table_is_explained_in_its_head():
    explained = {line.split()[0] for line in TEXT[: TEXT.index("\n== ")].splitlines() if line.startswith("  ")}
    assert set(WRITTEN.values()) == explained


def test_what_makes_no_sense_is_marked_so_and_nothing_else_is():
    signs = {cell: word for cell, word in WRITTEN.items() if word.startswith("n/") and word != "n/b"}
    assert signs == {cell: sign for cell in cells() if (sign := senseless(cell))}


def acting(word: str) -> bool:
    return word in {"done", "kept"}


def test_by_the_table_nobody_acts_on_equals_and_seniors_or_on_who_is_protected():
    for cell, word in WRITTEN.items():
        if cell.entry not in BY_PEOPLE or cell.act == "purge" or not acting(word):
            continue
        assert cell.actor in {"moderator", "manager", "owner"}, cell
        assert RANKS.index(cell.target) < RANKS.index(cell.actor), cell


def test_by_the_table_nobody_removes_what_those_above_said():
    for cell, word in WRITTEN.items():
        if cell.entry in BY_PEOPLE and cell.act == "purge" and acting(word) and cell.target in RANKS:
            assert RANKS.index(cell.target) <= RANKS.index(cell.actor), cell


def test_by_the_table_every_way_in_says_the_same_where_it_exists():
    for cell, word in WRITTEN.items():
        if cell.entry in BY_PEOPLE and acting(word):
            others = [WRITTEN[Cell(entry, cell.actor, cell.act, cell.target)] for entry in BY_PEOPLE]
            assert {other for other in others if not other.startswith("n/")} == {word}, cell


def test_by_the_table_no_rule_touches_helpers_staff_bots_or_the_protected():
    for cell, word in WRITTEN.items():
        if cell.entry == "rule" and acting(word):
            assert cell.target in {"member", "trusted", "channel", "left"}, cell


async def test_a_sample_of_the_cells_is_as_written(seed):
    real = [cell for cell in cells() if not senseless(cell)]
    chosen = random.Random(seed).sample(real, SAMPLE)
    print(f"{SAMPLE} of {len(real)} cells, chosen by seed {seed}; all of them with -m long", file=sys.stderr)
    assert await differences(chosen) == []


@pytest.mark.long
@pytest.mark.parametrize("act", ACTS)
async def test_every_cell_is_as_written(act):
    assert await differences([cell for cell in cells() if cell.act == act]) == []
