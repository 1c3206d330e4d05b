"""Departments in a config: what is read, what is refused, and that no secret stands there."""

import pytest

from bot.adapters.files.community import load
from bot.adapters.files.faults import Refused
from bot.adapters.files.settings import SettingsRefused, read_settings, unknown_variables
from bot.cli.logs import Redactor
from bot.core.ids import DISCORD, TELEGRAM, UserRef
from bot.core.text import Localised
from bot.domain.care.department import Hook, MailServer
from tests.fakes.town import LOCALES

HEAD = "community: {name: Oaks}\nplaces: {lobby: {discord: '#l'}}\n"
MAIL = "mail: {server: smtp.example.org, from: bot@example.org}\n"


def read(text):
    return load((HEAD + text).encode(), "c.yaml", LOCALES).community


def refused(text):
    with pytest.raises(Refused) as found:
        read(text)
    return found.value.shown()


def hook(**settings):
    given = {"url": '"https://example.org/h"', "secret_from": "sales"} | settings
    return f"departments: {{sales: {{webhook: {{{', '.join(f'{k}: {v}' for k, v in given.items())}}}}}}}\n"


def test_a_department_is_read_whole():
    home = read(
        MAIL
        + """
departments:
  sales:
    title: {en: Sales, pl: Sprzedaż}
    place: {discord: "#sales", telegram: "@sales"}
    people: ["discord:7"]
    form: {what: "What would you like?"}
    webhook: {url: "https://example.org/h", secret_from: SALES, allow_private: on}
    mail: {to: sales@example.org}
    cases: on
  press: {mail: press@example.org}
inbox:
  categories:
    prices: {department: sales}
    offers: {department: sales, fields: {offer: "Which one?"}}
    news: {department: press}
"""
    )
    sales, press = home.departments.values()
    assert sales.title == Localised({"en": "Sales", "pl": "Sprzedaż"})
    assert sales.people == (UserRef(DISCORD, "7"),)
    assert sales.webhook == Hook("https://example.org/h", "sales", allow_private=True)
    assert (sales.mail_to, sales.cases) == ("sales@example.org", True)
    assert home.places[sales.role] == {DISCORD: "#sales", TELEGRAM: "@sales"}
    assert press.role not in home.places
    assert (press.title, press.mail_to, press.webhook) == (Localised({"en": "press"}), "press@example.org", None)
    asked = {key: [name for name, _ in one.fields] for key, one in home.inbox.categories.items()}
    assert asked == {"prices": ["what"], "offers": ["offer"], "news": []}


@pytest.mark.parametrize(
    ("text", "server"),
    [
        (MAIL, MailServer("smtp.example.org", 587, "bot@example.org", "starttls", "", "smtp")),
        (
            "mail: {server: localhost, from: b@c.d, tls: none, user: me, password_from: Other}\n",
            MailServer("localhost", 25, "b@c.d", "none", "me", "other"),
        ),
        (
            "mail: {server: s.example.org, from: b@c.d, tls: implicit}\n",
            MailServer("s.example.org", 465, "b@c.d", "implicit", "", "smtp"),
        ),
        (
            "mail: {server: s.example.org, from: b@c.d, port: 2525}\n",
            MailServer("s.example.org", 2525, "b@c.d", "starttls", "", "smtp"),
        ),
    ],
)
def test_how_mail_leaves(text, server):
    assert read(text).mail == server


def test_without_departments_nothing_changes_and_a_name_is_only_kept():
    home = read("inbox: {categories: {billing: {department: support}}}\n")
    assert (home.departments, home.mail) == ({}, None)
    assert home.inbox.categories["billing"].department == "support"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (hook(url='"http://example.org/h"'), "does not go over the network unencrypted"),
        (hook(url='"ftp://example.org/h"'), "https://example.org/hooks/sales"),
        (hook(url='"https://"'), "https://example.org/hooks/sales"),
        (hook(url='"https://me:pw@example.org/h"'), "write no password"),
        (hook(url='"https://example.org/h#x"'), "write no password"),
        (hook(secret_from="whsec_short"), "the secret itself goes into .env"),
        (hook(secret="sales"), '"secret" is a secret'),
        (MAIL.replace("}", ", password: hunter2}"), '"password" is a secret'),
        (hook(secret_from='"a b"'), "the secret itself goes into .env"),
        ("departments: {sales: {mail: a@example.org}}\n", "nothing says how mail leaves"),
        (MAIL + "departments: {sales: {mail: nobody}}\n", "an address looks like"),
        (MAIL + 'departments: {sales: {mail: "a@b.c\\nBcc: d@e.f"}}\n', "an address looks like"),
        (MAIL + 'departments: {sales: {mail: "a@b.c, d@e.f"}}\n', "an address looks like"),
        ("mail: {server: smtp.example.org, from: a@b.c, tls: none}\n", "this very machine only"),
        ("mail: {server: 'a b', from: a@b.c}\n", "mail.server"),
        ("departments: {sales: {place: '#sales'}}\n", "settings of its own"),
        (
            "departments: {sales: {}}\ninbox: {categories: {x: {department: sails}}}\n",
            'there is no department "sails"',
        ),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(text, why):
    assert why in refused(text)


def test_a_secret_in_the_file_is_never_shown():
    told = refused(hook(secret_from="whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
    assert "MfKQ9" not in told


def test_http_is_for_the_own_network():
    assert read(hook(url='"http://10.0.0.5/h"', allow_private="on")).departments["sales"].webhook.allow_private


# --- secrets


def test_secrets_come_from_the_environment_under_their_name(monkeypatch):
    monkeypatch.setenv("TOWNKEEPER_SECRET__SALES", "whsec_one")
    settings = read_settings(env_file=None)
    assert settings.secret["sales"].get_secret_value() == "whsec_one"
    assert "whsec_one" not in repr(settings)
    assert list(unknown_variables({"TOWNKEEPER_SECRET__SALES": "x", "TOWNKEEPER_SECRETS__X": "x"})) == [
        "TOWNKEEPER_SECRETS__X"
    ]


def test_secrets_come_from_a_file_of_variables_and_from_a_folder_too(tmp_path, monkeypatch):
    (tmp_path / "env").write_text("TOWNKEEPER_SECRET__SALES=one\n")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "TOWNKEEPER_SECRET__SMTP").write_text("two\n")
    monkeypatch.setenv("TOWNKEEPER_SECRETS_DIR", str(folder))
    settings = read_settings(env_file=tmp_path / "env")
    assert {name: secret.get_secret_value() for name, secret in settings.secret.items()} == {
        "sales": "one",
        "smtp": "two",
    }


def test_a_broken_setting_does_not_repeat_the_secret(monkeypatch):
    monkeypatch.setenv("TOWNKEEPER_SECRET", "hunter2")
    with pytest.raises(SettingsRefused) as found:
        read_settings(env_file=None)
    assert "hunter2" not in str(found.value)


def test_no_secret_stands_in_a_log_line(monkeypatch):
    monkeypatch.setenv("TOWNKEEPER_SECRET__SALES", "whsec_one")
    known = tuple(secret.get_secret_value() for secret in read_settings(env_file=None).secret.values())
    assert Redactor(()).redact("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw") == "[secret]"
    assert Redactor(known).redact("POST with whsec_one failed") == "POST with [secret] failed"
