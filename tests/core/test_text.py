"""Text without a dialect."""

import pytest

from bot.core.text import Bold, Code, Lines, Link, Mention, Moment, Quote, Rich, Say, lines, plain, say, visible
from tests.build import ANN, NOON


@pytest.mark.parametrize(
    ("span", "bare"),
    [
        ("as it is", "as it is"),
        (Bold("loud"), "loud"),
        (Code("/help"), "/help"),
        (Quote("her words"), "her words"),
        (Link("the rules", "https://example.org/rules"), "the rules (https://example.org/rules)"),
        (Link("https://example.org", "https://example.org"), "https://example.org"),
        (Mention(ANN.user, "Ann"), "Ann"),
        (Moment(NOON), "2026-01-01 12:00 UTC"),
    ],
)
def test_every_span_has_a_bare_form(span, bare):
    assert plain((span,)) == bare


def test_bare_spans_follow_each_other_without_anything_between():
    assert plain(("Hello, ", Mention(ANN.user, "Ann"), "!")) == "Hello, Ann!"
    assert plain(()) == ""


def test_signs_that_nobody_sees_are_no_words():
    assert [visible(words) for words in ("\u200b\u2060", " ", "", "\u200bHi ")] == ["", "", "", "\u200bHi "]


def test_say_keeps_key_and_arguments():
    assert say("warn-done", who="Ann", strikes=2) == Say("warn-done", {"who": "Ann", "strikes": 2})
    assert say("help") == Say("help")


def test_say_leaves_the_word_key_free_for_an_argument():
    assert say("config-unknown", key="acton").args == {"key": "acton"}


def test_lines_leave_out_what_is_not_there():
    one, two = say("one"), Rich(("two",))
    assert lines(one, None, two) == Lines((one, two))
    assert lines() == Lines(())
