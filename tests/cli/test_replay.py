"""`bot replay`: from a file or from the record, to tables that people can read."""

import asyncio
import json
from datetime import timedelta

import pytest
from click.testing import CliRunner

from bot.adapters.files.settings import SECRETS_DIR, known_variables
from bot.adapters.store.store import open_store
from bot.cli import group
from bot.core.decisions import Decision
from bot.core.lessons import Recorded
from bot.runtime.clock import SystemClock
from bot.runtime.codec import core_codec
from tests.build import ANN, BOB, post

NOW = SystemClock().now
OLD = """\
community: {name: x, id: home}
rules:
  swearing: {words: [gnarfly], mode: on}
privacy: {record_for_replay: 7d}
"""
NEW = OLD.replace("gnarfly", "blorple")
CHAT = [("Ann", "so gnarfly"), ("Ann", "hello"), ("Bob", "so blorple"), ("Bob", "blorple again")]


@pytest.fixture(autouse=True)
def folder(monkeypatch, tmp_path):
    for name in [*known_variables(), SECRETS_DIR, "CREDENTIALS_DIRECTORY"]:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.yaml").write_text(OLD)
    (tmp_path / "new.yaml").write_text(NEW)
    (tmp_path / "chat.jsonl").write_text("\n".join(json.dumps({"author": a, "text": t}) for a, t in CHAT))
    return tmp_path


def shell(*line):
    return CliRunner().invoke(group, ("replay", *map(str, line)))


def test_an_exported_chat_before_the_rules_in_use():
    done = shell("--current", "old.yaml", "--chat", "chat.jsonl")
    assert done.exit_code == 0, done.output
    assert done.output.startswith("4 messages; nothing is done.\n")
    lines = [line.split() for line in done.output.splitlines()]
    assert ["swearing", "on", "1", "1", "Ann"] in lines


def test_two_policies_and_what_is_different_between_them():
    shown = shell("--current", "old.yaml", "--config", "new.yaml", "--chat", "chat.jsonl").output
    assert "Only the new rules hit: 2 messages" in shown
    assert "swearing  Bob: so blorple" in shown
    assert "Only the rules in use hit: 1 messages" in shown
    again = shell("--current", "old.yaml", "--config", "new.yaml", "--chat", "chat.jsonl").output
    assert again == shown


def test_a_program_gets_every_hit():
    told = json.loads(shell("--current", "old.yaml", "--config", "new.yaml", "--chat", "chat.jsonl", "--json").output)
    assert told["messages"] == 4
    assert [p["rules"][0]["messages"] for p in told["policies"]] == [1, 2]
    assert [hit["text"] for hit in told["more"]] == ["so blorple", "blorple again"]
    alone = json.loads(shell("--current", "old.yaml", "--chat", "chat.jsonl", "--json").output)
    assert "more" not in alone


def test_a_long_difference_is_cut_for_people(folder):
    (folder / "chat.jsonl").write_text('{"text": "blorple"}\n' * 30)
    shown = shell("--current", "old.yaml", "--config", "new.yaml", "--chat", "chat.jsonl").output
    assert "... and 10 more" in shown
    assert "  hits nothing" in shown


def test_it_says_plainly_that_recording_is_off(folder):
    (folder / "old.yaml").write_text(OLD.replace("7d", "off"))
    done = shell("--current", "old.yaml", "--data", "data")
    assert done.exit_code == 78
    assert "privacy.record_for_replay is off" in done.output


def test_it_says_plainly_that_there_is_no_record_and_that_nothing_is_in_it(folder):
    done = shell("--current", "old.yaml", "--data", "data")
    assert "there is no record" in done.output
    assert not (folder / "data").exists()
    asyncio.run(record(folder))
    assert "Nothing is recorded yet in this time" in shell("--current", "old.yaml", "--data", "data").output


async def record(folder, *said):
    (folder / "data").mkdir(exist_ok=True)
    from bot.adapters.files.data_dir import DataDir

    async with open_store(DataDir(folder / "data").database, core_codec()) as store:
        await store.ledger.commit("home", "", Decision(rows=said), NOW())


def said(who, text, ago):
    from dataclasses import replace

    return Recorded(replace(post(text, by=who), sent_at=NOW() - ago), "lobby")


def test_recorded_chat_is_read_as_far_back_as_was_asked(folder):
    asyncio.run(record(folder, said(ANN, "gnarfly", timedelta(days=3)), said(BOB, "gnarfly", timedelta(hours=1))))
    assert shell("--current", "old.yaml", "--data", "data").output.startswith("2 messages")
    assert shell("--current", "old.yaml", "--data", "data", "--since", "12h").output.startswith("1 messages")


def test_what_cannot_be_read_is_said(folder):
    assert shell("--since", "soon").exit_code == 2
    (folder / "bad.json").write_text("nope")
    assert shell("--current", "old.yaml", "--chat", "bad.json").exit_code == 78
    (folder / "bad.yaml").write_text("rulse: {}\n")
    assert shell("--current", "bad.yaml", "--chat", "chat.jsonl").exit_code == 78
    (folder / "data").mkdir()
    from bot.adapters.files.data_dir import DataDir

    DataDir(folder / "data").database.write_text("this is no database at all, only words")
    assert shell("--current", "old.yaml", "--data", "data").exit_code == 78
