"""What a newcomer is shown and can press."""

import pytest

from bot.core.text import Localised
from bot.domain.welcome.greeting import Agree, Speak, agree_row, as_rows, greeting, guidelines_text, language_row
from tests.build import ANN, SPACE
from tests.domain.cases.test_cases import keys

WORDS = Localised({"en": "Hi!"})
ONE = ((1, Localised({"en": "Be kind."})),)


@pytest.mark.parametrize(
    ("guidelines", "asks", "required", "expected"),
    [
        ((), False, False, ["Localised"]),
        ((), True, True, ["Localised"]),
        (ONE, False, False, ["Localised", "greeting-guidelines", "guideline-line"]),
        (ONE, True, False, ["Localised", "greeting-guidelines", "guideline-line", "greeting-agree"]),
        (ONE, True, True, ["Localised", "greeting-guidelines", "guideline-line", "greeting-agree-first"]),
    ],
)
def test_the_greeting(guidelines, asks, required, expected):
    assert keys(greeting(WORDS, guidelines, asks=asks, required=required)) == expected


def test_guidelines_are_numbered_and_none_are_none():
    assert guidelines_text(()) is None
    assert guidelines_text(ONE).parts[0].args["number"] == 1


def test_buttons():
    (agree,) = agree_row(SPACE, ANN.user, "v1")
    assert (agree.press, agree.only, agree.space) == (Agree("v1"), ANN.user, SPACE)
    assert language_row(("en",), None) == ()
    assert [b.press for b in language_row(("en", "pl"), None)] == [Speak("en"), Speak("pl")]
    assert as_rows((), (agree,), ()) == ((agree,),)
