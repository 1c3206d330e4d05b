"""Tokens and addresses: which source wins, what is misspelt, and that no value is ever told."""

import pytest

from bot.adapters.files.settings import SECRETS_DIR, SettingsRefused, known_variables, read_settings, unknown_variables


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch, tmp_path):
    for name in [*known_variables(), SECRETS_DIR, "CREDENTIALS_DIRECTORY"]:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def test_without_anything_there_are_defaults_and_no_token():
    settings = read_settings()
    assert not settings.has_token
    assert (settings.host, settings.port) == ("127.0.0.1", 8420)


def test_options_win_over_environment_over_env_file_over_secrets_over_local_file(monkeypatch, tmp_path):
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "local.yaml").write_text(
        "port: 1\nhost: local\nlog_level: debug\ntelegram: {api_url: 'http://l'}\n"
    )
    secrets = tmp_path / "secrets"
    secrets.mkdir()
    (secrets / "TOWNKEEPER_PORT").write_text("2\n")
    (secrets / "townkeeper_telegram__token").write_text("from-secrets\n")
    (secrets / "TOWNKEEPER_HOST").write_text("secret-host")
    (tmp_path / ".env").write_text(
        "TOWNKEEPER_PORT=3\nTOWNKEEPER_DISCORD__TOKEN=from-file\nTOWNKEEPER_HOST=file-host\n"
    )
    monkeypatch.setenv(SECRETS_DIR, str(secrets))
    monkeypatch.setenv("TOWNKEEPER_PORT", "4")
    monkeypatch.setenv("TOWNKEEPER_DISCORD__TOKEN", "from-environment")
    settings = read_settings(port=5, host=None)
    assert settings.port == 5
    assert settings.discord.token.get_secret_value() == "from-environment"
    assert settings.telegram.token.get_secret_value() == "from-secrets"
    assert settings.telegram.api_url == "http://l"
    assert (settings.host, settings.log_level) == ("file-host", "debug")
    assert read_settings(port=0).port == 0


def test_an_empty_token_is_no_token(monkeypatch):
    monkeypatch.setenv("TOWNKEEPER_DISCORD__TOKEN", "")
    assert not read_settings().has_token


def test_a_token_is_never_shown(monkeypatch):
    monkeypatch.setenv("TOWNKEEPER_DISCORD__TOKEN", "hunter2")
    monkeypatch.setenv("TOWNKEEPER_DATABASE_URL", "postgresql://me:hunter2@host/db")
    assert "hunter2" not in repr(read_settings())


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("TOWNKEEPER_PORT", "hunter2", "TOWNKEEPER_PORT: "),
        ("TOWNKEEPER_PORT", "70000", "TOWNKEEPER_PORT: "),
        ("TOWNKEEPER_DISCORD__API_URL", "hunter2", "an address starts with"),
        ("TOWNKEEPER_DISCORD__TOKN", "hunter2", 'did you mean "TOWNKEEPER_DISCORD__TOKEN"?'),
    ],
)
def test_a_bad_setting_is_named_without_its_value(monkeypatch, name, value, said):
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsRefused) as caught:
        read_settings()
    assert said in str(caught.value)
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("text", ["prot: 1", "discord: {token: hunter2}", "[1]", "a: *b"])
def test_a_bad_local_file_is_refused_with_its_place(tmp_path, text):
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "local.yaml").write_text(text)
    with pytest.raises(SettingsRefused, match=r"local\.yaml:1:") as caught:
        read_settings()
    assert "hunter2" not in str(caught.value)


def test_unknown_variables_are_found_with_what_was_meant():
    given = {
        "TOWNKEEPER_TELEGARM__TOKEN": "x",
        "TOWNKEEPER_PORT": "1",
        SECRETS_DIR: "x",
        "PATH": "x",
        "TOWNKEEPER_ZZZ": "1",
    }
    unknown = unknown_variables(given)
    assert unknown["TOWNKEEPER_TELEGARM__TOKEN"] == "TOWNKEEPER_TELEGRAM__TOKEN"
    assert set(unknown) == {"TOWNKEEPER_TELEGARM__TOKEN", "TOWNKEEPER_ZZZ"}
