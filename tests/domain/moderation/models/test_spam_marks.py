from dataclasses import replace

import pytest

from bot.domain.moderation.models.features import mark_number
from bot.domain.moderation.models.spam_marks import CYRILLIC, NAMES, alphabet_of, marks_of
from bot.domain.moderation.models.spam_themes import THEMES, themes_of
from bot.domain.moderation.sample import sample
from bot.domain.moderation.text.reading import read
from tests.build import post


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("look at example.com", "link"),
        ("example.com and example.org", "links"),
        ("come to t.me/somewhere", "messenger-link"),
        ("write to @somebody_here", "handle"),
        ("call +48 600 100 200", "phone"),
        ("send it to 87121", "short-code"),
        ("it costs 4.800", "short-code"),
        ("платим 300 руб", "sum"),
        ("win €500", "money-sign"),
        ("only $5", "money-sign"),
        ("20 % off", "percent"),
        ("hello 🔥", "emoji"),
        ("🔥🔥🔥 here", "many-emoji"),
        ("Зapaботок", "mixed-script"),
        ("ca\u200bsino", "disguised"),
        ("пишите + в лс", "order"),
        ("18+ only", "order"),
        ("LOOK WHAT I HAVE", "capitals"),
        ("now!!", "exclaims"),
        ("really?", "question"),
        ("a\nb\nc\nd\ne", "lines"),
        ("12345 67890 x", "many-digits"),
        ("hi", "length-15"),
        ("x" * 399, "length-400"),
        ("x" * 3000, "length-more"),
        ("we pay cash", "pay"),
        ("удаленная работа с оплатой", "pay+work"),
        ("we pay, see example.com", "call+pay"),
    ],
)
def test_a_mark_is_seen(text, mark):
    assert mark in marks_of(sample(post(text)))


def test_a_link_behind_words_and_what_was_brought_from_elsewhere_are_seen():
    brought = replace(post("click"), links=("https://example.com",), forwarded=True, via_bot="gif")
    assert {"hidden-link", "forwarded", "via-bot"} <= set(marks_of(sample(brought)))


def test_ordinary_words_leave_no_mark_but_their_length():
    assert marks_of(sample(post("the cat sat on the mat"))) == ("length-40",)


def test_an_everyday_time_or_date_is_no_sum():
    assert not {"sum", "phone", "short-code"} & set(marks_of(sample(post("see you at 18:30 on 12.05"))))


def test_every_mark_has_a_number_of_its_own():
    assert len(set(NAMES)) == len(NAMES) == len(set(map(mark_number, NAMES)))


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("Oferuję pracę i wypłaty co tydzień", {"pay", "work"}),
        ("Trabajo con salario diario", {"pay", "work", "easy"}),
        ("Ofrojmë punë me paga të larta", {"pay", "work"}),
        ("Нужны люди, напишите в лс", {"seek", "people", "private"}),
        ("nothing of that kind", set()),
    ],
)
def test_themes_are_known_in_five_languages(text, themes):
    assert themes <= set(themes_of(read(text).words)) <= set(THEMES)


def test_short_beginnings_must_be_the_whole_word():
    assert themes_of(("pm",)) == ("private",)
    assert themes_of(("pmx", "dmitri")) == ()


def test_themes_are_found_however_many_words_were_said_before():
    many = (f"word{number}" for number in range(70_000))
    assert themes_of((*many, "pm")) == ("private",)
    assert themes_of(("word1", "pm")) == ("private",)


@pytest.mark.parametrize("more", ["", "\u200b", " ." * 800])
@pytest.mark.parametrize(
    ("text", "alphabet"), [("hello мир", ""), ("привет, Ann", CYRILLIC), ("42", ""), ("", ""), ("żółw", "")]
)
def test_the_alphabet_is_that_of_most_letters_however_a_text_is_read(text, alphabet, more):
    assert alphabet_of(sample(post(text + more))) == alphabet
