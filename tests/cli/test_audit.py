"""`bot audit`: what the team did, for spreadsheets and for programs."""

import asyncio
import csv
import io
import json
from datetime import timedelta

import pytest
from click.testing import CliRunner

from bot.adapters.files.settings import SECRETS_DIR, known_variables
from bot.adapters.store.store import open_store
from bot.cli import group
from bot.core.decisions import Decision
from bot.core.record import Audit
from bot.runtime.clock import SystemClock
from bot.runtime.codec import core_codec
from tests.build import MOD

NOW = SystemClock().now


@pytest.fixture(autouse=True)
def folder(monkeypatch, tmp_path):
    for name in [*known_variables(), SECRETS_DIR, "CREDENTIALS_DIRECTORY"]:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "home.yaml").write_text("community: {name: x, id: home}\n")
    return tmp_path


def keep(folder, *lines):
    async def write():
        async with open_store(folder / "data" / "townkeeper.db", core_codec()) as store:
            await store.ledger.commit("home", "", Decision(rows=lines), NOW())

    asyncio.run(write())


def run(*options):
    return CliRunner().invoke(group, ["audit", "--config", "home.yaml", *options])


def test_it_prints_a_table_and_lines_of_json(folder):
    old = Audit(MOD.user, "warn", "case 1", NOW() - timedelta(days=40), "Mo")
    keep(folder, old, Audit(MOD.user, "ban", "case 2", NOW(), "=Mo()"))
    rows = list(csv.DictReader(io.StringIO(run().output)))
    assert [(row["act"], row["by"], row["by_name"]) for row in rows] == [("ban", "telegram:8", "'=Mo()")]
    told = [json.loads(line) for line in run("--since", "60d", "--format", "jsonl").output.splitlines()]
    assert [line["act"] for line in told] == ["warn", "ban"]
    assert run("--community", "elsewhere").output.splitlines() == ["id,at,by,by_name,act,detail"]


def test_it_says_what_is_missing(folder):
    assert "There is no record" in run().output
    assert "span of time" in run("--since", "soon").output
    (folder / "home.yaml").write_text("community: {}\n")
    assert run().exit_code == 78
