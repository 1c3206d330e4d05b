"""The weights that ship: what they know, what they do not, and whom they credit."""

import pytest

from bot.adapters.files.trained import spam_model
from bot.domain.moderation.models.features import mark_number
from bot.domain.moderation.models.spam_marks import CYRILLIC, NAMES
from bot.domain.moderation.sample import sample
from bot.domain.moderation.triggers import Spam
from tests.build import post


def score(text):
    return Spam(0.9, spam_model(), alphabets={CYRILLIC: spam_model(CYRILLIC)}).score(sample(post(text)))


@pytest.mark.parametrize(("alphabet", "language", "licence"), [("", "en", "CC BY 4.0"), (CYRILLIC, "ru", "MIT")])
def test_the_weights_say_what_they_are(alphabet, language, licence):
    about = spam_model(alphabet).about
    assert (about.name, about.languages) == ("spam", (language,))
    assert licence in about.credit


@pytest.mark.parametrize("alphabet", ["", CYRILLIC])
def test_the_weights_know_the_marks_that_are_seen(alphabet):
    assert set(spam_model(alphabet).marks) == set(NAMES)
    assert len(set(map(mark_number, NAMES))) == len(NAMES)


@pytest.mark.parametrize(
    "text",
    [
        "WINNER!! You have won a £1000 prize. Call 09061234567 now to claim!",
        "Free entry, text WIN to 80086 and get your prize today, 18+ only",
        "Срочно нужны люди для удалённой работы, оплата от 100$ в день, пишите @someone_here в лс",
    ],
)
def test_spam_is_told(text):
    assert score(text) > 0.9


@pytest.mark.parametrize(
    "text",
    [
        "Shall we meet at the workshop tomorrow?",
        "thanks, that worked. I restarted the server and it is fine now",
        "Я завтра приду попозже, не ждите меня",
        "ok",
        "",
    ],
)
def test_chat_is_not_taken_for_spam(text):
    assert score(text) < 0.5


@pytest.mark.parametrize(
    "text",
    [
        "Nesër do të shkojmë në punishte për të rregulluar derën e vjetër",
        "Jutro pójdziemy do warsztatu naprawić stare drzwi i pomalować ściany",
        "Mañana iremos todos al taller para arreglar la puerta vieja",
    ],
)
def test_it_holds_its_tongue_about_other_languages(text):
    assert score(text) is None
