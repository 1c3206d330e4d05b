"""What the style guide finds, where, and what it proposes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar.address import Address
from bot.domain.calendar.style import Guide, Kind, StyleRule, lint, untracked

GUIDE = Guide(
    banned={"asap": "soon", "cheap": "", "low hanging fruit": "easy wins"},
    wanted=("e-mail", "Riverside Makers"),
    exclamations=1,
    emoji=1,
    tracking=False,
)


def found(text, language="en", guide=GUIDE, kind=Kind.POST):
    return [(slip.rule.value, slip.found, slip.instead) for slip in lint(text, language, guide, kind)]


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("Answer ASAP, please.", [("banned-term", "ASAP", "soon")]),
        ("low  Hanging\nfruit", [("banned-term", "low  Hanging\nfruit", "easy wins")]),
        ("A cheapskate asks in Asapville.", []),
        ("Cheap!", [("banned-term", "Cheap", "")]),
        ("An email or an E mail", [("wanted-spelling", "email", "e-mail"), ("wanted-spelling", "E mail", "e-mail")]),
        ("E-mail us.", []),
        ("riverside makers meet", [("wanted-spelling", "riverside makers", "Riverside Makers")]),
        ("https://example.org/riverside-makers/email", []),
        ("Come! Bring cake!", [("exclamation-marks", "!", ".")]),
        ("¡Ven!", [("exclamation-marks", "!", ".")]),
        ("https://example.org/!a!b", []),
        ("Hi 👩‍👩‍👧‍👦", []),
        ("🇦🇱 and 👍🏽", [("emoji", "👍🏽", "")]),
        (
            "See https://example.org/a?utm_source=x&id=7&fbclid=9.",
            [
                (
                    "tracking-link",
                    "https://example.org/a?utm_source=x&id=7&fbclid=9",
                    "https://example.org/a?id=7",
                )
            ],
        ),
        ("See https://example.org/a?id=7", []),
        ("", []),
    ],
)
def test_terms_loudness_and_links(text, slips):
    assert found(text) == slips


@pytest.mark.parametrize(
    ("text", "language", "form", "pronouns"),
    [
        ("Czy Pan wie, gdzie pani była?", "pl", Address.INFORMAL, ["Pan", "pani"]),
        ("Czy wiesz, kto do ciebie dzwonił?", "pl", Address.FORMAL, ["ciebie"]),
        ("Pantera w panelu", "pl", Address.INFORMAL, []),
        ("Мы рады, что Вы здесь. Вы с нами!", "ru", Address.INFORMAL, ["Вы"]),
        ("друзья, вы пришли", "ru", Address.INFORMAL, []),
        ("Напиши, как тебя зовут", "ru", Address.FORMAL, ["тебя"]),
        ("Diga usted su nombre", "es", Address.INFORMAL, ["usted"]),
        ("Dime tu nombre, ¿te gusta?", "es", Address.FORMAL, ["tu", "te"]),
        ("Tutela y té", "es", Address.FORMAL, []),
        ("A jeni mirë? Faleminderit që Ju erdhët.", "sq", Address.INFORMAL, ["Ju"]),
        ("Si je ti?", "sq", Address.FORMAL, ["ti"]),
        ("You and thou", "en", Address.FORMAL, []),
    ],
)
def test_readers_are_spoken_to_in_one_form(text, language, form, pronouns):
    assert [one for _, one, _ in found(text, language, Guide(address={language: form}))] == pronouns


def test_a_language_without_a_form_is_left_alone():
    assert not found("ty i Pan", "pl", Guide(address={"ru": Address.FORMAL}))


def test_what_a_text_is_decides_what_is_asked_of_it():
    guide = Guide(longest=40, signature="The Makers")
    long = "x" * 41
    assert found(long, guide=guide) == [("length", "41", "40"), ("signature", "", "The Makers")]
    assert found(long, guide=guide, kind=Kind.ANSWER) == [("length", "41", "40")]
    assert found(long, guide=guide, kind=Kind.PHRASE) == []
    assert found("Come.\nThe Makers\n", guide=guide) == []


def test_an_empty_guide_is_content():
    assert not found("ASAP!!! 😀😀 https://example.org/?utm_source=x", guide=Guide())


@given(st.text(max_size=300))
def test_every_slip_stands_where_it_says(text):
    whole = {StyleRule.LENGTH, StyleRule.SIGNATURE}
    for slip in lint(text, "pl", GUIDE):
        assert slip.rule in whole or text[slip.at :].startswith(slip.found)


@given(st.lists(st.sampled_from(["utm_source", "id", "gclid", "q", "mc_eid"]), max_size=6))
def test_a_link_freed_of_tracking_has_none_left(names):
    link = "https://example.org/a?" + "&".join(f"{name}=1" for name in names)
    freed = untracked(link)
    assert untracked(freed) == freed
    assert sum(name in {"id", "q"} for name in names) == freed.count("=1")
