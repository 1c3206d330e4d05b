"""Somebody else's cog is loaded when, and only when, a config names it."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bot.adapters.files.locales import load_voices
from bot.core.text import plain, say
from bot.features import BUILT_IN
from bot.runtime.loading import CogRefused, named_elsewhere
from bot.serving import LOCALES
from tests.fakes.town import D_LOBBY, DANA, riverside

EXAMPLE = Path(__file__).resolve().parents[1] / "example_cog"


@pytest.fixture
def installed(monkeypatch):
    """As after ``pip install``: the package and its dist-info folder lie on the path."""
    monkeypatch.syspath_prepend(str(EXAMPLE))
    yield
    sys.modules.pop("townkeeper_hello", None)


def naming(**cogs):
    return [replace(riverside(), cogs=cogs)]


async def test_a_cog_that_is_installed_and_named_works_like_our_own(installed, town, tmp_path):
    (hello,) = named_elsewhere(BUILT_IN, naming(hello=True, reports=False))
    bot = await town(cogs=(hello,), file=tmp_path / "bot.db")
    assert await bot.asks(DANA, "hello") == "Hello, Dana!"
    assert await bot.presses(DANA, "Wave", D_LOBBY) == "1 waved."
    again = await town(cogs=(hello,), file=tmp_path / "bot.db")
    button, shown = bot.button("Wave")
    assert await again.presses_token(DANA, button.token, shown.ref.place) == "2 waved."


def test_it_brings_its_own_phrases_which_cannot_replace_ours(installed, tmp_path):
    (hello,) = named_elsewhere(BUILT_IN, naming(hello=True))
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "rude.ftl").write_text("button-agree = Nonsense\n")
    voices = load_voices(LOCALES, more=[Path(hello.locales), tmp_path])
    assert plain(voices.of("pl")(say("command-hello"))) == "Daj się przywitać"
    assert plain(voices.of("ru")(say("command-hello"))) == "Be greeted"
    assert plain(voices.of("en")(say("button-agree"))) == "I agree"


def test_what_no_config_names_is_not_even_imported(installed):
    assert named_elsewhere(BUILT_IN, naming(hello=False, automod=True)) == ()
    assert "townkeeper_hello" not in sys.modules


def test_a_cog_with_settings_of_its_own_counts_as_named(installed):
    assert [cog.name for cog in named_elsewhere(BUILT_IN, naming(hello={"tone": "kind"}))] == ["hello"]


def test_a_name_that_nobody_installed_is_refused_with_words():
    with pytest.raises(CogRefused, match='"helo" is neither built in nor installed'):
        named_elsewhere(BUILT_IN, naming(helo=True))


@pytest.mark.parametrize("name", ["liar", "function"])
def test_what_is_no_cog_of_that_name_is_refused(installed, name):
    with pytest.raises(CogRefused, match="is no cog of that name"):
        named_elsewhere(BUILT_IN, naming(**{name: True}))
