"""What a language model is given, and what of its answer is believed: nothing that no entry says."""

import json

import pytest

from bot.core.text import Localised, plain
from bot.domain.care.answers import Book, Entry
from bot.domain.care.phrased import LONGEST_ANSWER, Phrased, believed, masked, prompt, shown
from tests.fakes.town import VOICES

HOURS = Entry(
    "hours",
    {"en": ("When are you open?",), "pl": ("Kiedy otwarte?",)},
    Localised({"en": "Every day from 9 to 17.", "pl": "Codziennie od 9 do 17."}),
    source="https://oaks.example/hours",
)
DOGS = Entry("dogs", {"en": ("May I bring my dog?",)}, Localised({"en": "On a lead."}))
BOTH = (HOURS, DOGS)


@pytest.mark.parametrize(
    ("asked", "sent"),
    [
        ("When do you open?", "When do you open?"),
        ("write to ann.smith+x@example.org please", "write to [...] please"),
        ("I am @ann_smith", "I am [...]"),
        ("call +48 501 234 567, or 0048501234567", "call [...], or [...]"),
        ("my number is (501) 234-567", "my number is [...]"),
        ("card 4111 1111 1111 1111!", "card [...]!"),
        ("at 17.30 on the 24th of 2026", "at 17.30 on the 24th of 2026"),
        ("x" * 5000, "x" * 600),
    ],
)
def test_what_could_tell_who_asks_is_masked(asked, sent):
    assert masked(asked) == sent


def test_the_model_gets_the_question_and_the_entries_and_nothing_else():
    system, user = prompt("Kiedy otwarte? ann@example.org", "pl", BOTH)
    assert system["role"] == "system"
    assert "ann" not in system["content"]
    assert json.loads(user["content"]) == {
        "language": "pl",
        "question": "Kiedy otwarte? [...]",
        "entries": [
            {"id": "hours", "questions": ["Kiedy otwarte?"], "answer": "Codziennie od 9 do 17."},
            {"id": "dogs", "questions": ["May I bring my dog?"], "answer": "On a lead."},
        ],
    }


def said(answer, *sources):
    return json.dumps({"answer": answer, "sources": list(sources)})


@pytest.mark.parametrize(
    "reply",
    [
        "",
        "We are open.",
        "[" * 100_000,
        "[]",
        "null",
        '"hours"',
        '{"answer": null}',
        '{"answer": "Yes."}',
        '{"answer": "Yes.", "sources": "hours"}',
        '{"answer": 5, "sources": ["hours"]}',
        said("Yes."),
        said("Yes.", "cats"),
        said("Yes.", "hours", "cats"),
        said("Yes.", 7),
        said("Yes.", ["hours"]),
        said(" \n ", "hours"),
        said("x" * (LONGEST_ANSWER + 1), "hours"),
        said("We are open until 18.", "hours"),
        said("From 9 to 17.", "dogs"),
        said("See https://evil.example/win", "hours"),
        said("See www.evil.example", "hours"),
        said("See https://oaks.example/hours", "dogs"),
    ],
    ids=lambda reply: reply[:40],
)
def test_what_is_unreadable_unfounded_or_made_up_is_not_said(reply):
    assert believed(reply, "en", BOTH) is None


def test_an_answer_with_its_sources_is_believed_and_cleaned():
    assert believed(said("Between 9\u202e and 17.\nDaily.", "hours", "hours"), "en", BOTH) == Phrased(
        "Between 9 and 17.\nDaily.", ("hours",)
    )
    linked = believed(said("9 to 17, see https://oaks.example/hours.", "hours", "dogs"), "pl", BOTH)
    assert linked.sources == ("hours", "dogs")


def test_who_reads_it_learns_that_a_model_worded_it_and_from_what():
    body = plain(VOICES.of("en")(shown(Phrased("From 9.", ("hours", "dogs")), BOTH, "en")))
    assert body.splitlines() == [
        "From 9.",
        "A language model worded this from our FAQ: “When are you open?”, “May I bring my dog?”. If in doubt, ask a person.",
        "From: https://oaks.example/hours",
    ]


def test_only_what_is_near_is_shown_to_the_model():
    book = Book.of(BOTH)
    assert book.near("bring the dog when open", ("en", "xx"), 5) == ("dogs", "hours")
    assert book.near("bring the dog when open", ("en",), 1) == ("dogs",)
    assert book.near("zzz qqq", ("en",), 5) == ()
