"""What the README says is so: its commands run, its config loads and does what is told, its table is the bot's own."""

import asyncio
import os
import re
import shlex
import shutil
import sqlite3
import sys
import urllib.request
from contextlib import closing

import discord
import pytest
from click.testing import CliRunner

from bot.adapters.checkup.discord import NEEDS
from bot.adapters.files.community import load
from bot.cli import group
from bot.cli.mode import LOCALES
from bot.core.actions import Sanction
from bot.domain.moderation.history import History
from bot.domain.moderation.policy import Mode
from bot.domain.moderation.sample import sample
from bot.domain.moderation.sentence import sentence
from bot.domain.moderation.verdict import judge
from tests.build import post
from tests.docs.pages import ROOT, blocks, command_lines

README = ROOT / "README.md"
BOT = "python3 -m bot "
# These ask questions, talk to the internet, or are this very run: that they exist is what is looked at here, and
# what they do is tested elsewhere.
LOOKED_AT = {
    "python3 -m bot test": ["--collect-only", "-q", "tests/docs/pages.py"],
    "python3 -m bot test -k config": ["--collect-only", "tests/docs/pages.py"],
    "python3 -m bot test -m long": ["--collect-only", "tests/docs/pages.py"],
    "python3 -m bot test -m long tests/machine tests/matrix": ["--collect-only", "-k", "nothing"],
    "python3 -m bot init": ["--help"],
    "python3 -m bot doctor": ["--offline"],
    "python3 -m bot bench --only words": ["--help"],
}
EXITS = {line: 5 for line in LOOKED_AT if line.startswith(BOT + "test")}
"""5 is pytest's way to say that there is no test in a file that has none."""


@pytest.fixture
def somewhere(tmp_path):
    """A folder like a fresh checkout, with a record to copy."""
    shutil.copytree(ROOT / "config", tmp_path / "config")
    (tmp_path / "data").mkdir()
    with closing(sqlite3.connect(tmp_path / "data" / "townkeeper.db")) as record:
        record.execute("CREATE TABLE something (a)")
    return tmp_path


def environment(**settings):
    kept = {k: v for k, v in os.environ.items() if not k.startswith("TOWNKEEPER_")}
    return {**kept, "BOT_NO_BOOTSTRAP": "1", "PYTHONPATH": str(ROOT), "NO_COLOR": "1"} | settings


async def start(line, cwd, **settings):
    words = shlex.split(line)
    assert words[0] == "python3"
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(
        sys.executable, *words[1:], cwd=cwd, env=environment(**settings), stdout=pipe, stderr=pipe
    )


@pytest.mark.long
async def test_run_opens_the_playground_and_prints_its_address_first(somewhere):
    assert command_lines(README)[0] == "python3 -m bot run"
    bot = await start("python3 -m bot run", somewhere, TOWNKEEPER_PORT="0")
    try:
        async with asyncio.timeout(60):
            first = (await bot.stdout.readline()).decode()
        address = re.search(r"http://127\.0\.0\.1:\d+/", first)
        assert address, first
        page = await asyncio.to_thread(lambda: urllib.request.urlopen(address[0]).read().decode())
        for button in re.findall(r"\*\*([^*]+)\*\*", README.read_text("utf-8").partition("## Why this one")[0])[1:]:
            assert button in page
        bot.terminate()
        async with asyncio.timeout(60):
            _, err = await bot.communicate()
        assert bot.returncode == 0, err.decode()
    finally:
        if bot.returncode is None:
            bot.kill()
            await bot.communicate()


@pytest.mark.parametrize("line", sorted({line for line in command_lines(README) if not line.endswith("bot run")}))
@pytest.mark.long
async def test_every_other_command_of_it_runs(line, somewhere):
    here = somewhere if line.startswith(BOT) and not line.startswith(BOT + "test") else ROOT
    asked = await start(shlex.join([*shlex.split(line), *LOOKED_AT.get(line, ())]), here)
    async with asyncio.timeout(60):
        out, err = await asked.communicate()
    assert asked.returncode == EXITS.get(line, 0), f"{out.decode()}\n{err.decode()}"


def test_every_command_it_names_in_passing_exists():
    text = README.read_text("utf-8")
    for name in re.findall(r"python3 -m bot ([a-z][a-z-]*)", text):
        assert group.get_command(None, name) is not None, name


def test_its_table_of_commands_is_the_bots_own():
    made = CliRunner().invoke(group, ["commands", "--markdown"]).output.strip()
    found = re.search(r"<!-- commands: .*?-->\n(.*?)\n<!-- /commands -->", README.read_text("utf-8"), re.DOTALL)
    assert found, "the table's place is lost"
    assert found[1].strip() == made, "put the output of `python3 -m bot commands --markdown` between the marks"


def test_its_short_config_does_what_it_tells():
    (text,) = blocks(README, "yaml")
    assert 10 <= len(text.splitlines()) <= 20
    loaded = load(text.encode(), "README.md", LOCALES)
    community = loaded.community
    assert community.live
    assert [g.number for g in community.guidelines] == [1, 2]

    def verdict(words):
        return judge(sample(post(words)), History(), community.policy)

    invited = verdict("come to discord.gg/somewhere")
    assert [rule.name for rule, _ in invited.hits] == ["invites"]
    found = sentence(invited, 0, community.policy)
    assert found.sanction is Sanction.WARN
    assert found.delete
    again = sentence(invited, 1, community.policy)
    assert again.sanction is Sanction.MUTE
    assert again.lasts.total_seconds() == 3600
    assert sentence(invited, 4, community.policy).asks
    assert verdict("see you on Friday").is_clean
    (flood,) = (rule for rule in community.policy.rules if rule.name == "flood")
    assert flood.mode is Mode.WATCH


def test_its_invitation_asks_for_what_moderating_needs_and_never_for_administrator():
    asked = int(re.search(r"permissions=(\d+)", README.read_text("utf-8"))[1])
    rights = discord.Permissions(asked)
    assert not rights.administrator
    assert rights.is_superset(
        discord.Permissions(
            view_channel=True,
            send_messages=True,
            send_messages_in_threads=True,
            read_message_history=True,
            attach_files=True,
            manage_messages=True,
            moderate_members=True,
            kick_members=True,
            ban_members=True,
        )
    )
    assert all(asked & bit for bit in NEEDS), "doctor asks for more than the invitation gives"


def test_its_picture_is_there_and_small():
    (name,) = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README.read_text("utf-8"))
    picture = ROOT / name
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size < 256 * 1024
