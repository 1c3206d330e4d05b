"""Answers are found by other words than their own, and kept back where nobody can be sure."""

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.text import Localised
from bot.domain.care.answers import MARGIN, THRESHOLD, Book, Entry, Sure, Unsure, meant
from bot.domain.care.faq_index import Index
from bot.domain.care.wording import is_question, words
from tests.domain.care.faq_sets import LANGUAGES, faq, judged

QUESTIONS = {"en": (("hours", "When are you open?"), ("dogs", "May I bring my dog?"))}
COVERED = {"en": 0.80, "pl": 0.63, "ru": 0.63, "es": 0.80, "sq": 0.73}
"""What the shipped threshold answered of the half that it was not chosen on, a little rounded down."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sets_are_as_large_as_promised(language):
    told = faq(language)
    entries = {key for key, _ in told.questions}
    asked = [key for _, key in told.asked]
    assert len(entries) >= 40
    assert min(asked.count(key) for key in entries) >= 3
    assert len(set(told.unrelated)) >= 100
    assert not {text for text, _ in told.asked} & {text for _, text in told.questions}


@pytest.mark.parametrize("language", LANGUAGES)
def test_given_answers_are_right_at_the_shipped_threshold(language):
    for half in (0, 1):
        score = judged(language, half)
        assert score.precision >= 0.95, score
    assert judged(language, 1).coverage >= COVERED[language], score


@pytest.mark.parametrize(
    "text", ["when are you open", "OPEN WHEN???", "whne are you oepn?", "are you opened today", "Whén are yoú opén"]
)
def test_other_forms_of_the_same_words_are_found(text):
    assert Index("en", QUESTIONS["en"]).best(text)[0][1] == "hours"


@pytest.mark.parametrize("text", ["", "?!", "what", "how is it", "pizza", "когда", "x" * 5000, "do " * 500])
def test_nothing_is_said_where_nothing_is_known(text):
    assert isinstance(Book(QUESTIONS).ask(text, ("en", "pl")), Unsure)


def test_an_empty_book_knows_nothing():
    assert Book({}).ask("When are you open?") == Unsure()
    assert len(Index("tlh", (("a", "..."),))) == 0


def test_a_question_of_small_words_alone_is_found_by_its_own_words():
    book = Book({"en": (("who", "Who are you?"), ("hours", "When are you open?"))})
    assert book.ask("who are you") == Sure("who", "en", 1.0)


def test_two_that_are_as_near_are_none():
    book = Book({"en": (("one", "The price of the blue kettle"), ("two", "The price of the green kettle"))})
    unsure = book.ask("price of a kettle")
    assert isinstance(unsure, Unsure)
    assert unsure.nearest == ("one", "two")
    assert unsure.score >= THRESHOLD


def test_the_language_asked_in_counts_first_then_the_others():
    book = Book({"en": (("a", "parking"),), "pl": (("b", "parking"), ("c", "Czy mogę przyjść z psem?"))})
    assert book.ask("parking", ("pl", "en")) == Sure("b", "pl", 1.0)
    assert book.ask("parking", ("en",)) == Sure("a", "en", 1.0)
    assert book.ask("czy moge przyjsc z psem", ("en",)) == Sure("c", "pl", 1.0)


@given(st.sampled_from(LANGUAGES), st.integers(0, 119), st.floats(0, 1), st.floats(0, 1))
def test_a_higher_threshold_never_answers_more(language, at, one, other):
    low, high = sorted((one, other))
    book, (text, _) = Book({language: faq(language).questions}), faq(language).asked[at]
    strict, lenient = book.ask(text, (language,), high), book.ask(text, (language,), low)
    assert isinstance(strict, Unsure) or strict == lenient
    assert not isinstance(strict, Sure) or strict.score >= high


@given(st.randoms(use_true_random=False), st.sampled_from(LANGUAGES))
def test_the_order_of_the_entries_does_not_matter(dice: random.Random, language):
    told = list(faq(language).questions[:30])
    straight, text = Index(language, told), dice.choice(faq(language).asked)[0]
    dice.shuffle(told)
    assert Index(language, told).best(text) == straight.best(text)


@given(st.text(max_size=300))
def test_any_text_can_be_asked(text):
    found = Book(QUESTIONS).ask(text, ("en",))
    assert 0 <= found.score <= 1 + 1e-9


@given(st.text(alphabet="abcdeż ?", max_size=60))
def test_scores_stay_between_nothing_and_all(text):
    assert all(0 <= score <= 1 + 1e-9 for score, _ in Index("pl", (("a", "abc dea"), ("b", "żab"))).best(text))


def test_an_entry_is_called_by_its_first_question():
    entry = Entry(
        "k", {"en": ("Where?", "place"), "pl": ("Gdzie?",)}, Localised({"en": "Here."}), review=date(2027, 1, 1)
    )
    assert entry.title(("pl", "en")) == "Gdzie?"
    assert entry.title(("ru",)) == "Where?"


def test_a_question_that_stands_twice_is_told_once():
    def entry(key, *asked):
        return Entry(key, {"en": asked}, Localised({"en": "x"}))

    entries = (entry("a", "Where can I park?"), entry("b", "Where can I park", "bikes"), entry("c", "Dogs"))
    assert list(Book.of(entries).twins(entries)) == [("a", "b", "Where can I park?")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Is the door open today?", "en"),
        ("how do i get in there", "en"),
        ("Cześć! Czy ktoś wie, gdzie jest klucz? Dzięki", "pl"),
        ("gdzie jest teraz klucz", "pl"),
        ("где сейчас лежит ключ", "ru"),
        ("¿Dónde está la llave", "es"),
        ("donde esta la llave", "es"),
        ("ku është çelësi tani", "sq"),
    ],
)
def test_what_asks_is_a_question(text, language):
    assert is_question(text, language)


@pytest.mark.parametrize(
    "text", ["", "?", "what?", "12 + 3 ?", "/help me?", "The key is here.", "What a day that was!", "how nice"]
)
def test_what_does_not_ask_is_none(text):
    assert not is_question(text, "en")


def test_words_are_bare():
    assert words("Żółw, ЁЖ & Çelës!") == ["zolw", "еж", "celes"]
    assert MARGIN > 0


def test_a_book_of_one_word_is_not_read_to_its_end():
    crowd = [(f"{at:04}", f"kettle {at:04}x") for at in range(1600)]
    index = Index("en", (*crowd, ("rare", "kettle spout cover")))
    assert index.best("kettle spouts cover cover kettles")[0][1] == "rare"
    assert index.best("kettle kettles kettle pottle")[0][0] < 1


def test_of_two_forms_of_a_word_in_one_question_the_nearer_counts():
    index = Index("en", (("a", "opening opened open times"), ("b", "openings")))
    assert index.best("opened")[0][0] > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_book_of_three_entries_keeps_quiet_too(language):
    told = faq(language)
    keys = list(dict.fromkeys(key for key, _ in told.questions))[:3]
    book = Book({language: [one for one in told.questions if one[0] in keys]})
    others = [*told.unrelated, *(text for text, key in told.asked if key not in keys)]
    assert sum(isinstance(book.ask(text, (language,)), Sure) for text in others) <= 2


@pytest.mark.parametrize(
    ("scored", "found"),
    [
        ([(0.9, "a"), (0.2, "b")], "a"),
        ([(0.2, "a"), (0.9, "b"), (0.95, "a"), (0.1, "b")], None),
        ([(0.5, "a"), (0.1, "b")], None),
        ([(0.7, "a")], "a"),
        ([], None),
    ],
)
def test_what_is_near_by_its_meaning_counts_when_it_is_near_enough_and_alone(scored, found):
    assert getattr(meant(scored, "en"), "key", None) == found
