"""Personal data is found, and never quoted in full. All numbers are made up or the schemes' own test numbers."""

import pytest

from bot.domain.moderation.history import History
from bot.domain.moderation.policy import Mode, Policy, Rule
from bot.domain.moderation.sample import sample
from bot.domain.moderation.sentence import sentence
from bot.domain.moderation.triggers import Pattern, PersonalData
from bot.domain.moderation.triggers.personal import Personal
from bot.domain.moderation.verdict import judge
from tests.build import post
from tests.domain.moderation.triggers.looking import look

ALL = PersonalData(frozenset(Personal))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("call +48 600 100 200 today", "phone"),
        ("+1 (202) 555-0143", "phone"),
        ("(202) 555-0143", "phone"),
        ("600 100 200", "phone"),
        ("600-100-200", "phone"),
        ("8 (900) 000-00-00", "phone"),
        ("0048600100200", "phone"),
        ("4111 1111 1111 1111", "card"),
        ("5555555555554444", "card"),
        ("3782 822463 10005", "card"),
        ("write to someone.else+x@mail.example.org!", "email"),
    ],
)
def test_personal_data_is_found(text, kind):
    hit = look(ALL, text)
    assert hit.read_as == kind
    assert hit.found.startswith("•••")
    assert len(hit.found) == 5


@pytest.mark.parametrize(
    "text",
    [
        "it costs 1 500 000 zł",
        "on 2026-01-01 12:00:30",
        "01.02.2026 - 03.04.2026",
        "4111 1111 1111 1112",
        "<@204255221017214977> and <#204255221017214978>",
        "204255221017214977",
        "4539578763621486000",
        "https://example.com/4111111111111111",
        "192.168.100.200",
        "version 10.20.30.40.50",
        "pi is 3.14159265358979",
        "@ann are you there? 100 200",
        "ISBN 978-3-16-148410-0",
        "123456789",
        "100 200",
        "mail @ me",
    ],
)
def test_figures_that_are_nobodys(text):
    assert look(ALL, text) is None


def test_only_the_kinds_named_count():
    assert look(PersonalData(frozenset({Personal.CARD})), "+48 600 100 200 a@example.org") is None
    assert look(PersonalData(frozenset({Personal.PHONE})), "4111 1111 1111 1111") is None
    assert look(PersonalData(frozenset({Personal.EMAIL})), "call 600 100 200") is None


def test_what_was_found_is_in_no_evidence_even_when_another_rule_speaks():
    number = Pattern(r"600 100 \d+")
    rules = (Rule("numbers", number, mode=Mode.ON), Rule("personal", ALL, mode=Mode.WATCH))
    verdict = judge(sample(post("call 600 100 200 or a@example.org, now")), History(), Policy(rules))
    (evidence,) = sentence(verdict, 0, Policy(rules)).evidence
    assert evidence.text == "call ••••••••••• or •••••••••••••, now"
    assert evidence.found == "•••••••••••"


def test_hostile_figures_take_no_time():
    assert look(ALL, "1 " * 2000) is None
    assert look(ALL, "a" * 4000 + "@" + "b." * 40) is None
    assert look(ALL, "a@" * 2000) is None
    assert look(ALL, "a.b-" * 1000 + "@") is None
