"""Text in Telegram's measure: UTF-16 units, pieces of 4096, entities that fit."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.telegram.render import LONGEST, render, units
from bot.core.ids import DISCORD, TELEGRAM, UserRef
from bot.core.text import Bold, Code, Link, Mention, Moment, Quote

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)


def shown(*spans):
    (piece,) = render(spans)
    return piece.text, [(str(e.type), e.offset, e.length) for e in piece.entities]


@pytest.mark.parametrize(
    ("spans", "text", "entities"),
    [
        (("hi",), "hi", []),
        ((Bold("hi"), " you"), "hi you", [("bold", 0, 2)]),
        (("😀 ", Code("x=1")), "😀 x=1", [("code", 3, 3)]),
        ((Code("a\nb"),), "a\nb", [("pre", 0, 3)]),
        (("said: ", Quote("hello")), "said: hello", [("blockquote", 6, 5)]),
        ((Link("rules", "https://x.example"),), "rules", [("text_link", 0, 5)]),
        ((Link("https://x.example", "https://x.example"),), "https://x.example", []),
        ((Mention(UserRef(TELEGRAM, "7"), "Ana"),), "Ana", [("text_mention", 0, 3)]),
        ((Mention(UserRef(TELEGRAM, "-1001"), "News"),), "News", []),
        ((Mention(UserRef(DISCORD, "7"), "Ana"),), "Ana", []),
        ((Moment(NOON),), "2026-01-02 12:00 UTC", [("date_time", 0, 20)]),
        (("  \n ", Bold("late"), " \n"), "late", [("bold", 0, 4)]),
        ((Bold(""), "x"), "x", []),
        (("<b>_x_</b>",), "<b>_x_</b>", []),
    ],
)
def test_spans_become_text_and_entities(spans, text, entities):
    assert shown(*spans) == (text, entities)


def test_white_space_alone_is_nothing_to_send():
    assert render((" ", "\n")) == ()


def test_a_mark_over_a_cut_is_continued_in_the_next_piece():
    first, second = render((Bold("😀" * 3000),))
    assert units(first.text) == LONGEST
    assert [(e.offset, e.length) for e in first.entities] == [(0, LONGEST)]
    assert [(e.offset, e.length) for e in second.entities] == [(0, 6000 - LONGEST)]


def test_a_hundred_entities_are_the_most():
    (piece,) = render(tuple(Bold("x") if n % 2 else " " for n in range(400)))
    assert len(piece.entities) == 100


words = st.text(alphabet="ab 😀\n", max_size=40)
spans = st.one_of(words, st.builds(Bold, words), st.builds(Quote, words))


@given(st.lists(spans, max_size=12), st.integers(4, 30))
def test_every_piece_fits_and_nothing_but_white_space_is_lost(text, longest):
    pieces = render(tuple(text), longest)
    whole = "".join(span if isinstance(span, str) else span.text for span in text)
    assert "".join("".join(piece.text for piece in pieces).split()) == "".join(whole.split())
    for piece in pieces:
        assert 0 < units(piece.text) <= longest
        for entity in piece.entities:
            assert 0 <= entity.offset < entity.offset + entity.length <= units(piece.text)
