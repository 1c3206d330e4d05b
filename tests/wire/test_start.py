"""How the shipped process starts and ends: what is missing is said in a sentence, with the way out."""

import json
import os
import subprocess
import sys

import discord
import pytest

from tests.wire import telegram_faults as trouble
from tests.wire.bot_process import ROOT, BotProcess
from tests.wire.discord_server import TOKEN as DISCORD_TOKEN
from tests.wire.discord_server import discord_server
from tests.wire.telegram_server import TOKEN as TELEGRAM_TOKEN
from tests.wire.telegram_server import running

pytestmark = pytest.mark.wire

LIVE = "community: {name: Riverside, live: true}\nplaces: {lobby: {telegram: '@riverside', discord: '#general'}}\n"


@pytest.fixture
def start(tmp_path):
    started = []

    def start(config=LIVE, **settings):
        bot = BotProcess(tmp_path, config, **settings)
        started.append(bot)
        bot.start()
        return bot

    yield start
    for bot in started:
        bot.close()


async def test_a_live_community_without_a_token_ends_with_78_and_the_remedy(start):
    bot = start()
    assert await bot.ended() == 78
    assert "TOWNKEEPER_TELEGRAM__TOKEN" in bot.printed


@pytest.mark.long  # tests/cli/test_shell.py asks the same without a process
async def test_a_data_folder_that_was_connected_never_becomes_a_playground(start, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "connected").touch()
    bot = start(LIVE.replace("true", "false"))
    assert await bot.ended() == 78


@pytest.mark.long  # tests/cli/test_shell.py asks the same without a process
async def test_a_broken_config_is_refused_with_place_and_suggestion(start):
    bot = start("community: {name: Riverside}\nruels: {}\n")
    assert await bot.ended() == 78
    assert "community.yaml:2:1" in bot.printed
    assert 'did you mean "rules"?' in bot.printed


@pytest.mark.long  # what the client library says is refused in tests/adapters/telegram/test_platform.py
async def test_a_refused_telegram_token_ends_with_78_and_is_not_printed(start):
    async with running() as server:
        other = "654321:" + "x" * 35
        bot = start(TELEGRAM__TOKEN=other, TELEGRAM__API_URL=server.url)
        assert await bot.ended() == 78
        assert other not in bot.printed
        assert "BotFather" in bot.printed


@pytest.mark.long  # and here in tests/adapters/discord
async def test_missing_intents_end_with_78_and_the_two_steps(start):
    async with discord_server() as server:
        server.town()
        server.gateway.approved = discord.Intents.default()
        bot = start(
            DISCORD__TOKEN=DISCORD_TOKEN, DISCORD__API_URL=server.api_url, DISCORD__GATEWAY_URL=server.gateway_url
        )
        assert await bot.ended() == 78
        assert "Message Content" in bot.printed


@pytest.mark.long
async def test_one_messengers_fault_never_stops_the_other(start):
    async with running() as telegram, discord_server() as server:
        server.town()
        telegram.people.person(13, "Mira")
        telegram.people.group(-1001, "Riverside", owner=13, username="riverside")
        bot = start(
            DISCORD__TOKEN="no.such.token",
            DISCORD__API_URL=server.api_url,
            DISCORD__GATEWAY_URL=server.gateway_url,
            TELEGRAM__TOKEN=TELEGRAM_TOKEN,
            TELEGRAM__API_URL=telegram.url,
        )
        await telegram.until(lambda: "Discord" in bot.printed and telegram.updates._poller)
        telegram.trouble.add("getUpdates", trouble.Html(), times=1)
        telegram.people.start(13)
        await telegram.until(lambda: telegram.texts(13))
        code, _ = await bot.interrupt()
        assert code == 0


@pytest.mark.long  # tests/cli/test_shell.py looks at the same list without a process
def test_every_command_is_listed_with_path_rank_privacy_arguments_and_help_in_each_language():
    line = [sys.executable, "-m", "bot", "commands", "--json"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "BOT_NO_BOOTSTRAP": "1"}
    listed = json.loads(subprocess.run(line, cwd=ROOT, env=environment, check=True, capture_output=True).stdout)
    commands = {command["path"]: command for command in (listed["commands"] if isinstance(listed, dict) else listed)}
    wanted = (
        "warn",
        "mute",
        "kick",
        "ban",
        "case",
        "rules",
        "help",
        "language",
        "ping",
        "whoami",
        "here",
        "bind",
        "report",
    )
    assert set(wanted) <= set(commands)
    assert set(commands["mute"]["help"]) == {"en", "pl", "ru", "es", "sq"}
