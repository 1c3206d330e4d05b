"""The other pages: links that lead somewhere, tables and variables that exist, units that systemd understands."""

import base64
import configparser
import json
import re
import shutil
import subprocess
import time

import pytest

from bot.adapters.files.locales import load_voices
from bot.adapters.files.settings import known_variables, read_settings
from bot.adapters.outbound.signing import headers
from bot.adapters.store.tables import metadata
from bot.cli.privacy import table
from bot.core.conversations import Conversation, TalkEntry, TalkKind
from bot.core.ids import TELEGRAM, UserRef
from bot.domain.care.packet import packet, values
from tests.build import NOON
from tests.docs.pages import PAGES, ROOT, blocks, command_lines, links

OPERATIONS = ROOT / "docs" / "operations.md"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_within_the_repository_leads_somewhere(page):
    gone = [link for link in links(page) if not (page.parent / link).exists()]
    assert gone == []


def test_every_page_is_found_from_the_readme():
    told = {(ROOT / link).resolve() for link in links(ROOT / "README.md")}
    lost = {str(page.relative_to(ROOT)) for page in PAGES} - {str(page.relative_to(ROOT)) for page in told & {*PAGES}}
    assert lost == {"README.md"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_file_and_folder_named_in_passing_exists(page):
    named = re.findall(r"`((?:tests|bot|docs|config|locales)/[\w./<>*-]+)`", page.read_text("utf-8"))
    gone = [
        name
        for name in named
        if "<" not in name and not list(ROOT.glob(name.rstrip("/"))) and not name.startswith("config/local")
    ]
    assert gone == []


def test_privacy_names_every_table():
    told = set(re.findall(r"`(\w+)`", (ROOT / "PRIVACY.md").read_text("utf-8")))
    assert set(metadata.tables) <= told


def test_privacy_tells_how_long_as_it_is_declared():
    assert table(load_voices(ROOT / "locales").of("en")) in (ROOT / "PRIVACY.md").read_text("utf-8")


def test_every_variable_it_names_is_one():
    named = {name for page in PAGES for name in re.findall(r"TOWNKEEPER_\w*[A-Z]", page.read_text("utf-8"))}
    secrets = {name for name in named if name.startswith("TOWNKEEPER_SECRET__")}
    assert named - secrets <= {*known_variables(), "TOWNKEEPER_SECRETS_DIR"}


def test_the_unit_hands_tokens_over_as_the_settings_read_them(tmp_path, monkeypatch):
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str
    (text,) = blocks(OPERATIONS, "ini")
    unit.read_string(text)
    assert unit["Service"]["RestartPreventExitStatus"] == "78"
    for name in re.findall(r"^LoadCredential=(\w+):", text, re.MULTILINE):
        (tmp_path / name).write_text("a-token\n")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    settings = read_settings(env_file=None)
    for token in (settings.discord.token, settings.telegram.token):
        assert token.get_secret_value() == "a-token"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="only where systemd is there to ask")
def test_systemd_understands_the_unit(tmp_path):
    (text,) = blocks(OPERATIONS, "ini")
    unit = tmp_path / "townkeeper.service"
    unit.write_text(text.replace("/opt/townkeeper/.venv/bin/python", "/bin/true"))
    asked = subprocess.run(
        ["systemd-analyze", "verify", "--recursive-errors=no", str(unit)], capture_output=True, text=True, check=False
    )
    complaints = [line for line in (asked.stdout + asked.stderr).splitlines() if unit.name in line]
    assert complaints == []


def test_docker_is_told_what_the_dockerfile_offers():
    offered = (ROOT / "Dockerfile").read_text("utf-8")
    run = next(line for line in command_lines(OPERATIONS) if line.startswith("docker run"))
    for inside in re.findall(r"-v \S+?:(/[\w/]+)", run):
        assert inside == "/app/config" or f"VOLUME {inside}" in offered
    assert "WORKDIR /app" in offered
    assert 'ENTRYPOINT ["python", "-m", "bot"]' in offered


def test_the_lines_about_backups_are_those_of_the_readme(tmp_path):
    lines = command_lines(OPERATIONS)
    assert "python3 -m bot backup --data data" in lines
    restoring = lines[lines.index("cp data/backups/NEWEST data/townkeeper.db") :]
    data = tmp_path / "data"
    (data / "backups").mkdir(parents=True)
    (data / "backups" / "NEWEST").write_text("copy")
    for name in ("townkeeper.db", "townkeeper.db-wal", "townkeeper.db-shm"):
        (data / name).write_text("old")
    subprocess.run(["sh", "-ec", "\n".join(restoring[:2])], cwd=tmp_path, check=True)
    assert {path.name: path.read_text() for path in data.glob("townkeeper*")} == {"townkeeper.db": "copy"}


def test_the_ten_lines_that_verify_a_signature_do():
    (code,) = blocks(ROOT / "docs" / "departments.md", "python")
    named = {}
    exec(compile(code, "departments.md", "exec"), named)
    now, secret = int(time.time()), "whsec_" + base64.b64encode(b"k" * 32).decode()
    head = headers(secret, "msg_1", now, b"{}")
    assert named["verified"](head, b"{}", secret)
    assert not named["verified"](head, b"{ }", secret)
    assert not named["verified"]({**head, "webhook-timestamp": str(now - 301)}, b"{}", secret)


def test_the_webhook_that_the_page_shows_has_the_fields_of_a_real_one():
    (shown,) = blocks(ROOT / "docs" / "departments.md", "json")
    talk = Conversation(12, UserRef(TELEGRAM, "7"), "Ann", NOON, NOON, waiting_since=NOON)
    entry = TalkEntry(12, 1, TalkKind.MEMBER, NOON, "What are ten?", talk.person, "Ann")
    real = {"community": "", **values(packet(talk, [entry]))}
    told = json.loads(shown)["data"]
    assert list(told) == list(real)
    assert list(told["person"]) == list(real["person"])
    assert [list(one) for one in told["transcript"]] == [list(one) for one in real["transcript"]]
