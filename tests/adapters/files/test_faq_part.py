"""The FAQ of a config: what is read, what is refused, and what deserves a look."""

from datetime import date, timedelta

import pytest

from bot.adapters.files.community import load
from bot.adapters.files.faq_part import doubtful
from bot.adapters.files.faults import Refused
from bot.adapters.files.yaml_source import parse
from tests.fakes.town import LOCALES

HEAD = "community: {name: Oaks}\nplaces: {lobby: {discord: '#l'}}\nfaq:\n"


def faq(text):
    return load((HEAD + text).encode(), "c.yaml", LOCALES).community.faq


def test_an_entry_is_read_whole():
    found = faq("""
  places: [lobby]
  unanswered: 5m
  entries:
    hours:
      questions: {en: [When are you open?, opening hours], pl: Kiedy otwarte?}
      answer: {en: "Nine.", pl: "Od dziewiątej."}
      owner: Olga
      source: https://example.org
      review: 2027-01-31
    dogs: {questions: May I bring a dog?, answer: "Yes."}
""")
    assert (found.places, found.unanswered) == (("lobby",), timedelta(minutes=5))
    hours, dogs = found.entries
    assert hours.questions == {"en": ("When are you open?", "opening hours"), "pl": ("Kiedy otwarte?",)}
    assert (hours.owner, hours.source, hours.review) == ("Olga", "https://example.org", date(2027, 1, 31))
    assert dogs.questions == {"en": ("May I bring a dog?",)}
    assert found.book.ask("opening hours").key == "hours"
    assert found.entry("dogs") == dogs
    assert found.entry("cats") is None


def test_its_mark_changes_with_what_is_written():
    one, other, same = (
        faq(f"  entries: {{a: {{questions: Where, answer: {a}}}}}").entries[0].mark for a in ("x", "y", "x")
    )
    assert one == same != other


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("  entries: {a: {questions: {}, answer: x}}", "needs a question"),
        ("  entries: {a: {questions: [], answer: x}}", "a text, or a list of texts"),
        ("  entries: {a: {questions: [[x]], answer: x}}", "a text, or a list of texts"),
        ("  entries: {a: {questions: {xx: Hi}, answer: x}}", "xx"),
        (f"  entries: {{a: {{questions: {'x' * 300}, answer: x}}}}", "at most 20 wordings"),
        ("  entries: {a: {questions: Hi, answer: x, review: soon}}", "2027-01-31"),
        ("  entries: {a: {questions: Hi, answer: 'Hi {name}'}}", "stands for nothing"),
        ("  entries: {a: {questions: {pl: Hej}, answer: {ru: x}}}", "asked for in pl"),
        ("  places: [loby]", "no place"),
    ],
)
def test_what_cannot_work_is_refused(text, what):
    with pytest.raises(Refused) as refused:
        load((HEAD + text).encode(), "c.yaml", LOCALES)
    assert what in refused.value.shown()


def test_what_is_over_or_stands_twice_deserves_a_look():
    found = faq("""
  entries:
    a: {questions: Where can I park?, answer: x, review: 2026-01-01, owner: Olga}
    b: {questions: Where can I park, answer: y, review: 2027-01-01}
    c: {questions: Dogs, answer: z, review: 2026-01-02}
""")
    told = list(doubtful(found, date(2026, 5, 1)))
    assert told[0] == "faq a: was to be looked at again by 2026-01-01, Olga knows"
    assert told[1] == "faq c: was to be looked at again by 2026-01-02"
    assert "what b answers too" in told[2]
    assert len(told) == 3


def test_without_a_faq_there_is_nothing():
    file, _ = parse(b"community: {name: x}", "c.yaml")
    assert file.faq.settings("en").entries == ()


def test_a_language_model_is_asked_only_with_consent():
    address = "  model: {url: 'https://model.example/v1/chat/completions', name: small-one"
    assert faq("  places: []").model is None
    assert faq(f"{address}}}").model is None, "an address is no consent"
    assert faq(f"{address}, consent: off}}").model is None
    found = faq(f"{address}, consent: on, key_from: Model, within: 5s, per_hour: 7}}").model
    assert (found.name, found.secret, found.within, found.per_hour) == ("small-one", "model", timedelta(seconds=5), 7)


@pytest.mark.parametrize(
    ("model", "says"),
    [
        ("{url: 'http://model.example/v1', name: x, consent: on}", "unencrypted"),
        ("{url: 'ftp://model.example/v1', name: x, consent: on}", "an address looks like"),
        ("{url: 'https://me:pw@model.example/v1', name: x}", "no password"),
        ("{url: 'https://model.example/v1', name: x, key_from: sk-7-secret}", "this is a name"),
        ("{url: 'https://model.example/v1', name: x, within: 5m}", ""),
        ("{name: x}", ""),
    ],
)
def test_a_language_model_that_cannot_be_asked_so_is_refused(model, says):
    with pytest.raises(Refused) as refused:
        faq(f"  model: {model}")
    assert says in refused.value.shown()
