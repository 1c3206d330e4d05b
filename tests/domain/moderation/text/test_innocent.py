"""Places, names, inflections and technical words that look like a listed word stay what they are.

The words stand in `innocent/`, apart from the lists and their exceptions.
"""

from pathlib import Path

import pytest

from bot.adapters.files.lexicons import load_lexicon
from bot.domain.moderation.text.reading import read
from bot.domain.moderation.text.words import Severity

LANGUAGES = ("en", "pl", "ru", "es", "sq")
LEXICON = load_lexicon(Path(__file__).resolve().parents[4] / "locales", LANGUAGES)
FOLDER = Path(__file__).with_name("innocent")


def innocent(language):
    lines = (FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


def accused(text, at_least=Severity.STRONG):
    return [(hit.original, hit.word, hit.how) for hit in LEXICON.find(read(text), LANGUAGES, at_least)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_of_them(language):
    assert len(set(innocent(language))) >= 300


@pytest.mark.parametrize("form", ["{}", "{}!", "({}),", "{}.", "@{}", "#{}", "**{}**", "'{}'?"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_innocent_word_is_accused(language, form):
    wrapped = [form.format(word) for word in innocent(language)]
    assert [hit for text in wrapped for hit in accused(text)] == []
    assert [hit for text in wrapped for hit in accused(text.upper())] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_innocent_word_is_a_weaker_listed_word_either(language):
    assert [hit for word in innocent(language) for hit in accused(word, Severity.MEDIUM)] == []


@pytest.mark.parametrize("between", [" ", "\n", ", ", " - "])
@pytest.mark.parametrize("language", LANGUAGES)
def test_innocent_neighbours_make_no_listed_word(language, between):
    assert accused(between.join(innocent(language))) == []
