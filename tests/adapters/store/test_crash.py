"""A bot that is killed leaves every decision whole, or none of it."""

import random
import signal
import subprocess
import sys

import pytest

from bot.adapters.store.store import open_store
from bot.core.decisions import NOTHING
from tests.contracts.stores import HOME, NOW

WRITER = """
import asyncio, sys
from bot.adapters.store.store import open_store
from bot.core.actions import Delete, Punish, Sanction
from bot.core.cases import Evidence
from bot.core.decisions import decide
from bot.core.record import Note
from bot.runtime.codec import core_codec
from tests.contracts.stores import HOME, MARA, MESSAGE, NOW, SPACE, a_case

async def main(file):
    async with open_store(file, core_codec()) as store:
        while True:
            number = await store.cases.next_number(HOME)
            steps = (Delete((MESSAGE,)), Punish(SPACE, MARA, Sanction.MUTE))
            rows = [a_case(number, evidence=(Evidence("x" * 5000),)), Note("cog", f"n{number}", "1")]
            await store.ledger.commit(HOME, f"key {number}", decide(*steps, rows=rows, case=number), NOW)
            print(number, flush=True)

asyncio.run(main(sys.argv[1]))
"""


@pytest.mark.parametrize("seed", [0, *(pytest.param(more, marks=pytest.mark.long) for more in range(1, 6))])
async def test_a_kill_between_two_commits_leaves_all_of_a_decision_or_nothing(file, codec, seed):
    print("seed", seed)  # shown when it fails
    told = killed_after(random.Random(seed).randint(3, 40), file)
    async with open_store(file, codec) as store:
        assert await store.quick_check() == ()
        whole = {group[0].case: [queued.seq for queued in group] for group in await store.ledger.unfinished()}
        for number in range(1, told + 3):
            filed = await store.cases.find(HOME, number) is not None
            assert (whole.get(number) == [0, 1]) == filed
            assert (await store.notes.note(HOME, "cog", f"n{number}") is not None) == filed
            assert (await store.ledger.commit(HOME, f"key {number}", NOTHING, NOW) is None) == filed
            assert filed or number > told, "what was told to be committed is there"
        assert await store.cases.next_number(HOME) > told


def killed_after(lines, file) -> int:
    """Run the writer, kill it while it writes, and give the last number it told."""
    with subprocess.Popen([sys.executable, "-c", WRITER, str(file)], stdout=subprocess.PIPE, text=True) as writer:
        for _ in range(lines):
            assert writer.stdout.readline()
        writer.send_signal(signal.SIGKILL)
        rest = writer.stdout.read().split()
    return int(rest[-1]) if rest and rest[-1].isdigit() else lines
