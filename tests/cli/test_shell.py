"""The shell's commands as a person types them."""

import json
import re
import socket
import stat

import pytest
from click.testing import CliRunner

from bot.adapters.files.community import load_all
from bot.adapters.files.data_dir import DataDir
from bot.adapters.files.settings import SECRETS_DIR, known_variables, read_settings
from bot.cli import COMMANDS, group
from bot.cli.mode import LOCALES, Mode, mode

TOKEN = "1234567890:" + "a" * 35


@pytest.fixture(autouse=True)
def folder(monkeypatch, tmp_path):
    for name in [*known_variables(), SECRETS_DIR, "CREDENTIALS_DIRECTORY", "NO_COLOR"]:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shell(*line):
    return CliRunner().invoke(group, line, prog_name="python3 -m bot")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name):
    done = shell(name, "--help")
    assert done.exit_code == 0, done.output
    assert "Usage: python3 -m bot" in done.output


def test_the_list_of_commands_imports_none_of_them():
    done = shell("--help")
    for name in COMMANDS:
        assert f"  {name}" in done.output


@pytest.mark.parametrize(("typed", "meant"), [("chek", "check-config"), ("doktor", "doctor"), ("comands", "commands")])
def test_a_misspelt_command_is_met_with_the_right_one(typed, meant):
    done = shell(typed)
    assert done.exit_code == 2
    assert f'Did you mean "{meant}"?' in done.output


def test_run_refuses_a_broken_config_with_place_and_suggestion(folder):
    (folder / "c.yaml").write_text("community: {name: Riverside}\nruels: {}\n")
    done = shell("run", "--config", "c.yaml")
    assert done.exit_code == 78
    assert "c.yaml:2:1" in done.output
    assert 'did you mean "rules"?' in done.output


@pytest.mark.parametrize(
    ("host", "code", "said"),
    [
        ("127.0.0.1", 1, "is taken. Choose another with --port N; 0 picks a free one."),
        ("192.0.2.1", 1, "192.0.2.1 is no address of this machine."),
    ],
)
def test_run_says_why_nothing_can_be_served_there(folder, monkeypatch, host, code, said):
    (folder / "c.yaml").write_text("community: {name: x}\n")
    monkeypatch.setenv("TOWNKEEPER_HOST", host)
    with socket.create_server(("127.0.0.1", 0)) as other:
        done = shell("run", "--config", "c.yaml", "--port", str(other.getsockname()[1]))
    assert done.exit_code == code
    assert said in done.output


@pytest.mark.long  # all of the bot is imported before it looks for a folder
def test_run_says_why_nothing_can_be_kept_in_a_folder(folder, monkeypatch):
    (folder / "c.yaml").write_text("community: {name: x}\n")
    monkeypatch.setenv("TOWNKEEPER_DATA_DIR", "c.yaml")
    done = shell("run", "--config", "c.yaml", "--port", "0")
    assert done.exit_code == 78
    assert done.output.endswith("Give the bot a folder it can write in: --data DIR\n")


@pytest.mark.parametrize("token", [None, pytest.param(TOKEN, marks=pytest.mark.long)])
def test_run_refuses_a_rule_whose_example_fails_before_anything_is_judged(folder, monkeypatch, token):
    if token:
        monkeypatch.setenv("TOWNKEEPER_TELEGRAM__TOKEN", token)
    (folder / "c.yaml").write_text("community: {name: x}\nrules: {a: {pattern: x, match: [x, y], pass: [x]}}\n")
    done = shell("run", "--config", "c.yaml", "--port", "0")
    assert done.exit_code == 78
    assert 'c.yaml:2:36: a: this example should fire, and does not: "y"' in done.output
    assert done.output.endswith("2 problems\n")
    assert not (folder / "data").exists()


@pytest.mark.parametrize(
    ("live", "connected", "token", "meant"),
    [
        ("false", False, None, Mode.PLAYGROUND),
        ("true", False, None, Mode.TOKEN_MISSING),
        ("false", True, None, Mode.TOKEN_MISSING),
        ("true", True, TOKEN, Mode.LIVE),
    ],
)
def test_what_was_ever_live_never_becomes_a_playground(folder, monkeypatch, live, connected, token, meant):
    (folder / "c.yaml").write_text(f"community: {{name: Riverside, live: {live}}}\n")
    if connected:
        DataDir(folder / "data").prepare().mark_connected()
    if token:
        monkeypatch.setenv("TOWNKEEPER_TELEGRAM__TOKEN", token)
    assert mode(read_settings(), load_all(folder / "c.yaml", LOCALES)) is meant


def test_check_config_tells_all_faults_and_fails(folder):
    (folder / "c.yaml").write_text("community: {nam: x}\nrulse: {}\n")
    done = shell("check-config", "c.yaml")
    assert done.exit_code == 1
    assert 'did you mean "rules"?' in done.output
    assert re.search(r"\d problems$", done.output.strip())


def test_check_config_is_content_with_a_good_file(folder):
    (folder / "c.yaml").write_text("community: {name: x}\nposts: []\n")
    done = shell("check-config", "c.yaml")
    assert done.exit_code == 0
    assert done.output == "c.yaml: in order\n"


def test_check_config_says_what_a_score_is_made_of_in_which_language(folder):
    (folder / "c.yaml").write_text(
        "community: {name: x, languages: [en, ru, sq, pl]}\n"
        "rules: {attacks: {toxicity: 90%}, a: {emoji: 5}, only: {toxicity: {languages: [es]}}}\n"
    )
    said = shell("check-config", "c.yaml").output
    assert "rule attacks weighs en, pl: model + words + addressee; ru, sq: words + addressee" in said
    assert "rule only weighs es: words + addressee" in said


def test_check_config_speaks_json(folder):
    (folder / "c.yaml").write_text("rulse: {}\ncommunity: {name: x}\n")
    (fault,) = json.loads(shell("check-config", "--json", "c.yaml").output)["faults"]
    assert (fault["line"], fault["column"], fault["hint"]) == (1, 1, 'did you mean "rules"?')


def test_check_config_of_nothing_says_how_to_begin():
    done = shell("check-config")
    assert done.exit_code == 1
    assert "python3 -m bot init" in done.output


def init(*more):
    return shell("init", "--name", "Łąka Makers", "--languages", "pl,en", "--no-check", "--yes", *more)


def test_init_writes_a_live_community_and_keeps_the_token_to_its_owner(folder):
    done = init("--telegram-token", TOKEN, "--telegram-staff", "https://t.me/c/1/2", "--manager", "telegram:987654321")
    assert done.exit_code == 0, done.output
    assert TOKEN not in done.output
    env = folder / ".env"
    assert env.read_text() == f"TOWNKEEPER_TELEGRAM__TOKEN={TOKEN}\n"
    assert stat.S_IMODE(env.stat().st_mode) == 0o600
    text = (folder / "config" / "community.yaml").read_text()
    assert "live: true" in text
    assert TOKEN not in text
    assert shell("check-config").exit_code == 0


@pytest.mark.parametrize("languages", ["en", "pl", "ru,es", "sq,en,pl,ru,es"])
def test_what_init_writes_is_sound_in_every_language(languages):
    assert shell("init", "--name", 'A "B": {c}', "--languages", languages, "--no-check", "--yes").exit_code == 0
    assert shell("check-config").output.strip() == "config/community.yaml: in order"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--timezone", "Warsaw"), '"Warsaw" is not a time zone; they look like "Europe/Warsaw"'),
        (("--languages", "en,xx"), '"xx" is not among the languages'),
        (("--name", " "), "Say what the community is called"),
        (("--telegram-lobby", TOKEN), "looks like a bot's token"),
    ],
)
def test_init_refuses_an_answer_at_once_and_writes_nothing(folder, more, said):
    done = init(*more)
    assert done.exit_code == 2
    assert said in done.output.replace("\n", " ")
    assert TOKEN not in done.output
    assert not (folder / ".env").exists()


def test_init_never_overwrites_a_live_community(folder):
    init()
    before = (folder / "config" / "community.yaml").read_text()
    done = init("--telegram-token", TOKEN)
    assert done.exit_code == 1
    assert "nothing is overwritten" in done.output
    assert (folder / "config" / "community.yaml").read_text() == before
    assert not (folder / ".env").read_text()


def test_init_puts_the_shipped_example_aside(folder):
    (folder / "config").mkdir()
    (folder / "config" / "community.yaml").write_text("community: {name: x, live: false}  # live: true\n")
    assert init().exit_code == 0
    assert (folder / "config" / "community.yaml.example").read_text().startswith("community: {name: x, live: false}")


def test_init_adds_to_an_env_file_and_leaves_what_stands_there(folder):
    (folder / ".env").write_text("TOWNKEEPER_DISCORD__TOKEN=mine")
    done = init("--telegram-token", TOKEN, "--discord-token", "other")
    assert "holds TOWNKEEPER_DISCORD__TOKEN already" in done.output
    assert (folder / ".env").read_text() == f"TOWNKEEPER_DISCORD__TOKEN=mine\nTOWNKEEPER_TELEGRAM__TOKEN={TOKEN}\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["--yes"], "Say what the community is called"),
        (["--yes", "--name", "x", "--languages", "de"], '"de" is not among the languages'),
        (["--yes", "--name", "x", "--no-check", "--timezone", "Mars/Base"], "is not a time zone"),
        (["--yes", "--name", "x", "--no-check", "--manager", "@me"], "discord:204255221017214977"),
    ],
)
def test_init_refuses_what_makes_no_sound_file_and_writes_nothing(folder, line, said):
    done = shell("init", *line)
    assert done.exit_code != 0
    assert said in done.output
    assert not list(folder.iterdir())


def test_the_bind_code_is_the_same_each_time():
    first, second = shell("bind-code"), shell("bind-code", "--data", "data")
    assert first.output == second.output
    assert re.fullmatch(r"[A-Z2-7]{8}\n", first.output)


def test_a_backup_of_nothing_says_so_with_the_code_for_do_not_try_again():
    done = shell("backup")
    assert done.exit_code == 78
    assert "There is no record" in done.output


def test_a_bad_setting_ends_with_its_name_and_the_code_for_do_not_try_again(monkeypatch):
    monkeypatch.setenv("TOWNKEEPER_PORT", "hunter2")
    done = shell("bind-code")
    assert done.exit_code == 78
    assert "TOWNKEEPER_PORT: this should be a whole number" in done.output
    assert "hunter2" not in done.output


def test_commands_are_listed_with_help_in_every_language():
    rows = {row["path"]: row for row in json.loads(shell("commands", "--json").output)}
    mute = rows["mute"]
    assert (mute["rank"], mute["private"]) == ("moderator", True)
    assert {argument["name"] for argument in mute["arguments"]} >= {"member", "reason"}
    assert set(mute["help"]) == {"en", "pl", "ru", "es", "sq"}
    assert len(set(mute["help"].values())) == 5
    assert "| `/mute" in shell("commands", "--markdown").output
    assert "/mute" in shell("commands").output


def test_the_version_is_told():
    assert re.fullmatch(r"Townkeeper \d+\.\d+\.\d+\n", shell("version").output)
    assert "pydantic" in shell("version", "--debug").output
