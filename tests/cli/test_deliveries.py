"""`bot deliveries`: dead letters are listed and sent again from the host."""

import asyncio
from dataclasses import replace

import pytest
from click.testing import CliRunner

from bot.adapters.files.settings import SECRETS_DIR, known_variables
from bot.adapters.store.store import open_store
from bot.cli import group
from bot.core.decisions import Decision
from bot.core.deliveries import Letter, LetterState, LetterTried, Occasion, Way
from bot.core.record import Note
from bot.runtime.codec import core_codec
from bot.runtime.deliveries import OWNER, off
from tests.build import NOON, later

ONE = Letter("msg_1", 7, "sales", Way.WEBHOOK, Occasion.OPENED, 1, NOON)
TWO = replace(ONE, id="msg_2", conversation=8, at=later(hours=1))


@pytest.fixture(autouse=True)
def folder(monkeypatch, tmp_path):
    for name in [*known_variables(), SECRETS_DIR, "CREDENTIALS_DIRECTORY"]:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "home.yaml").write_text("community: {name: x, id: home}\n")

    async def write():
        dead = [LetterTried(one.id, LetterState.DEAD, NOON, "HTTP 500") for one in (ONE, TWO)]
        switched = Note(OWNER, off("sales", "webhook"), "mark")
        async with open_store(tmp_path / "data" / "townkeeper.db", core_codec()) as store:
            await store.ledger.commit("home", "", Decision(rows=(ONE, TWO, *dead, switched)), NOON)

    asyncio.run(write())
    return tmp_path


def run(*options):
    return CliRunner().invoke(group, ["deliveries", *options, "--config", "home.yaml"])


def waiting(folder):
    async def read():
        async with open_store(folder / "data" / "townkeeper.db", core_codec()) as store:
            due = await store.deliveries.due(later(days=9999))
            audits = await store.fairness.audits.page("home", 5)
            return (
                [one.letter.id for one in due],
                await store.notes.note("home", OWNER, off("sales", "webhook")),
                audits,
            )

    return asyncio.run(read())


def test_it_lists_what_is_dead_and_sends_one_or_all_of_it_again(folder):
    lines = [line.split("\t") for line in run("list").output.splitlines()]
    assert [line[0] for line in lines] == ["msg_2", "msg_1"]
    assert lines[1][1:] == [NOON.isoformat(), "7", "sales", "webhook", "1", "HTTP 500"]
    assert run("replay", "msg_1").output == "Tried again: 1\n"
    assert waiting(folder)[:2] == (["msg_1"], None), "and the way is switched on"
    assert run("replay", "--all").output == "Tried again: 1\n"
    ids, _, audits = waiting(folder)
    assert sorted(ids) == ["msg_1", "msg_2"]
    assert [one.act for one in audits] == ["deliveries replay"] * 2
    assert "Everything was delivered" in run("list").output
    assert run("replay", "--all").output == "Tried again: 0\n"


def test_it_says_what_it_needs(folder):
    assert "--all" in run("replay").output
    assert "--all" in run("replay", "msg_1", "--all").output
    unknown = run("replay", "msg_9")
    assert unknown.exit_code == 1
    assert "msg_9 is no letter" in unknown.output
    assert waiting(folder)[0] == []
