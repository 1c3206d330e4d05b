"""Doctor against pretend messengers on loopback: what is missing, and what to do about it."""

import asyncio
import json
import sqlite3
import threading

import pytest
from aiohttp import web
from click.testing import CliRunner

from bot.adapters.files.settings import SECRETS_DIR, known_variables
from bot.cli import group

TELEGRAM = "1234567890:" + "a" * 35
DISCORD = "b" * 26 + ".cccccc." + "d" * 38
ALL_INTENTS = 1 << 14 | 1 << 18
CONFIG = """\
community: {name: Riverside, live: true}
places:
  lobby: {discord: "#general", telegram: "@riverside"}
  staff: {discord: "https://discord.com/channels/1/22", telegram: "https://t.me/c/55/7"}
"""
EVERYTHING = str(1 << 10 | 1 << 11 | 1 << 13 | 1 << 16 | 1 << 40)


class Messengers:
    """Both messengers' answers to what doctor asks; a test changes them before it asks."""

    def __init__(self):
        self.telegram = {
            "getMe": {"id": 7, "username": "keeper_bot", "can_read_all_group_messages": True},
            "@riverside": {"status": "administrator", "can_delete_messages": True, "can_restrict_members": True, "can_invite_users": True},
            "-10055": {"status": "administrator", "can_delete_messages": True, "can_restrict_members": True, "can_invite_users": True},
        }  # fmt: skip
        self.discord = {
            "users/@me": {"id": "9", "username": "keeper"},
            "applications/@me": {"flags": ALL_INTENTS},
            "users/@me/guilds": [{"id": "1"}],
            "guilds/1/channels": [{"id": "11", "name": "general"}, {"id": "22", "name": "staff"}],
            "guilds/1/roles": [{"id": "1", "permissions": "0"}, {"id": "5", "permissions": EVERYTHING}],
            "guilds/1/members/9": {"roles": ["5"]},
        }

    async def _telegram(self, request):
        if request.match_info["token"] != TELEGRAM:
            return web.json_response({"ok": False}, status=401)
        key = request.query.get("chat_id", request.match_info["method"])
        found = self.telegram.get(key)
        return web.json_response({"ok": bool(found), "result": found}, status=200 if found else 400)

    async def _discord(self, request):
        if request.headers.get("Authorization") != f"Bot {DISCORD}":
            return web.json_response({}, status=401)
        found = self.discord.get(request.match_info["path"])
        return web.json_response(found, status=200 if found is not None else 404)

    async def start(self):
        app = web.Application()
        app.router.add_get("/bot{token}/{method}", self._telegram)
        app.router.add_get("/api/v10/{path:.+}", self._discord)
        self.runner = web.AppRunner(app)
        await self.runner.setup()
        site = web.TCPSite(self.runner, "127.0.0.1", 0)
        await site.start()
        return f"http://127.0.0.1:{self.runner.addresses[0][1]}"


@pytest.fixture
def messengers(monkeypatch, tmp_path):
    for name in [*known_variables(), SECRETS_DIR, "CREDENTIALS_DIRECTORY"]:
        monkeypatch.delenv(name, raising=False)
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "community.yaml").write_text(CONFIG)
    made = Messengers()
    # doctor has a loop of its own, so the messengers live on another thread's.
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    url = asyncio.run_coroutine_threadsafe(made.start(), loop).result(10)
    monkeypatch.setenv("TOWNKEEPER_TELEGRAM__API_URL", url)
    monkeypatch.setenv("TOWNKEEPER_DISCORD__API_URL", f"{url}/api/v10/")
    monkeypatch.setenv("TOWNKEEPER_TELEGRAM__TOKEN", TELEGRAM)
    monkeypatch.setenv("TOWNKEEPER_DISCORD__TOKEN", DISCORD)
    monkeypatch.setenv("TOWNKEEPER_PORT", "0")
    yield made
    asyncio.run_coroutine_threadsafe(made.runner.cleanup(), loop).result(10)
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


def doctor(*more):
    done = CliRunner().invoke(group, ["doctor", "--json", *more])
    assert TELEGRAM not in done.output
    assert DISCORD not in done.output
    findings = json.loads(done.output)
    return done.exit_code, [
        one for one in findings if one["level"] in {"problem", "stop"} and one["topic"] != "packages"
    ]


def said(faults):
    return " / ".join(f"{one['topic']}: {one['said']} -> {one['do']}" for one in faults)


def test_where_all_is_well_nothing_is_wrong(messengers):
    _, faults = doctor()
    assert faults == []


@pytest.mark.parametrize(
    ("platform", "key", "answer", "told"),
    [
        ("discord", "applications/@me", {"flags": 1 << 14}, "Message Content Intent is off"),
        ("discord", "applications/@me", {"flags": 1 << 19}, "Server Members Intent is off"),
        ("discord", "users/@me/guilds", [], "in no server"),
        ("discord", "guilds/1/channels", [{"id": "22", "name": "staff"}], "#general: there is no such channel"),
        ("discord", "guilds/1/channels", [{"id": "22"}, {"id": "3", "name": "general"}, {"id": "4", "name": "general"}], "2 channels"),
        ("discord", "guilds/1/roles", [{"id": "1", "permissions": "0"}, {"id": "5", "permissions": str(1 << 10)}], "Manage Messages"),
        (
            "discord",
            "guilds/1/channels",
            [{"id": "11", "name": "general", "permission_overwrites": [{"id": "5", "deny": str(1 << 13), "allow": "0"}]}, {"id": "22"}],
            "#general: the bot lacks Manage Messages",
        ),
        ("telegram", "@riverside", {"status": "member"}, "no administrator"),
        ("telegram", "@riverside", None, "is not there"),
        ("telegram", "-10055", {"status": "administrator", "can_delete_messages": True, "can_invite_users": True}, "may not ban users"),
    ],
)  # fmt: skip
def test_what_is_missing_is_told_with_what_to_do(messengers, platform, key, answer, told):
    getattr(messengers, platform)[key] = answer
    code, faults = doctor()
    assert told in said(faults)
    assert all(one["do"] for one in faults)
    assert code in {1, 78}


def test_an_administrator_of_discord_may_everything(messengers):
    messengers.discord["guilds/1/roles"] = [{"id": "1", "permissions": str(1 << 3)}]
    assert doctor()[1] == []


@pytest.mark.parametrize("name", ["TOWNKEEPER_TELEGRAM__TOKEN", "TOWNKEEPER_DISCORD__TOKEN"])
def test_a_wrong_token_stops(messengers, monkeypatch, name):
    monkeypatch.setenv(name, "1:wrong")
    code, faults = doctor()
    assert code == 78
    assert "does not know this token" in said(faults)


def test_a_live_community_without_any_token_stops(messengers, monkeypatch):
    monkeypatch.delenv("TOWNKEEPER_TELEGRAM__TOKEN")
    monkeypatch.delenv("TOWNKEEPER_DISCORD__TOKEN")
    code, faults = doctor()
    assert code == 78
    assert "is live, and there is no token" in said(faults)


def test_a_messenger_that_cannot_be_reached_is_a_problem_not_a_crash(messengers, monkeypatch):
    monkeypatch.setenv("TOWNKEEPER_TELEGRAM__API_URL", "http://127.0.0.1:9")
    code, faults = doctor()
    assert "Telegram cannot be reached" in said(faults)
    assert code == 1


def test_a_misspelt_variable_in_the_env_file_is_found(messengers, tmp_path):
    (tmp_path / ".env").write_text("TOWNKEEPER_DISCROD__TOKEN=x\n")
    assert "did you mean TOWNKEEPER_DISCORD__TOKEN?" in said(doctor("--offline")[1])


def test_a_secret_that_the_config_names_and_nobody_set_is_told_by_its_variable(messengers, tmp_path, monkeypatch):
    wants = """
departments:
  sales: {webhook: {url: "https://example.org/h", secret_from: sales}, mail: {to: a@example.org}}
mail: {server: smtp.example.org, from: b@example.org, user: b}
"""
    (tmp_path / "config" / "community.yaml").write_text(CONFIG + wants)
    found = said(doctor("--offline")[1])
    assert "write TOWNKEEPER_SECRET__SALES=... into .env" in found
    assert "write TOWNKEEPER_SECRET__SMTP=... into .env" in found
    monkeypatch.setenv("TOWNKEEPER_SECRET__SALES", "whsec_one")
    (tmp_path / ".env").write_text("TOWNKEEPER_SECRET__SMTP=two\n")
    assert "TOWNKEEPER_SECRET__" not in said(doctor("--offline")[1])


def test_a_broken_config_stops_with_its_place(messengers, tmp_path):
    (tmp_path / "config" / "community.yaml").write_text("rulse: {}")
    code, faults = doctor("--offline")
    assert code == 78
    assert "community.yaml:1:1" in said(faults)


def test_a_damaged_record_stops(messengers, tmp_path):
    (tmp_path / "data").mkdir()
    file = tmp_path / "data" / "townkeeper.db"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    assert doctor("--offline")[1] == []
    file.write_bytes(b"no database at all" * 100)
    code, faults = doctor("--offline")
    assert code == 78
    assert "is damaged" in said(faults)


def test_it_reads_as_text_too(messengers):
    done = CliRunner().invoke(group, ["doctor", "--offline"])
    assert "config: config/community.yaml: in order" in done.output


def test_init_asks_the_messengers_whether_the_tokens_work(messengers, tmp_path):
    line = ["init", "--yes", "--name", "x", "--config", "new.yaml", "--env-file", "new.env"]
    wrong = CliRunner().invoke(group, [*line, "--telegram-token", "1:wrong"])
    assert wrong.exit_code == 1
    assert "Nothing was written" in wrong.output
    assert not (tmp_path / "new.env").exists()
    right = CliRunner().invoke(group, [*line, "--telegram-token", TELEGRAM, "--discord-token", DISCORD])
    assert right.exit_code == 0, right.output
    assert "Telegram knows this token: @keeper_bot" in right.output
    assert "Discord knows this token: keeper" in right.output


def test_rules_that_need_a_right_the_bot_lacks_are_named_with_their_line(messengers, tmp_path):
    config = (
        CONFIG
        + """\
guidelines: {kind: "Be kind."}
discord: {native_automod: on}
rules:
  shouting: {caps: 70%, guideline: kind, do: [ban, delete], strikes: 0, mode: on}
"""
    )
    (tmp_path / "config" / "community.yaml").write_text(config)
    messengers.telegram["@riverside"]["can_restrict_members"] = False
    told = {(one["topic"], one["said"]) for one in doctor()[1]}
    at = "Riverside, lobby"
    assert (f"discord: {at}", "#general: shouting (line 8) needs Ban Members, and the bot lacks it") in told
    assert (f"discord: {at}", "#general: native_automod needs Manage Server, and the bot lacks it") in told
    assert (f"telegram: {at}", "@riverside: shouting (line 8) needs the right Ban users, and the bot lacks it") in told


def test_storms_and_the_gate_name_the_rights_they_need_where_they_are_configured(messengers, tmp_path):
    def needed():
        return {one["said"] for one in doctor()[1] if "storm" in one["said"] or "gate" in one["said"]}

    messengers.telegram["@riverside"] |= {"can_restrict_members": False, "can_invite_users": False}
    assert needed() == set()
    config = CONFIG + "gate: {ask: button}\nstorm: {levels: {1: {joins: 10 in 1m, shut: [speak], pace: 10s}}}\n"
    (tmp_path / "config" / "community.yaml").write_text(config)
    assert needed() == {
        "#general: storm needs Manage Server and Manage Roles, and the bot lacks it",
        "#general: storm needs Manage Channels, and the bot lacks it",
        "#general: storm, gate needs Kick Members, and the bot lacks it",
        "@riverside: storm, gate needs the right Ban users, and the bot lacks it",
        "@riverside: gate needs the right Invite users, and the bot lacks it",
    }
