"""What a reader sees is what is read, and every part of it leads back to what was written."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.moderation.text.letters import squeezed, stretches
from bot.domain.moderation.text.reading import MOST_CHARACTERS, Span, read


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("Hello, World!", "hello, world!"),
        ("ŁÓDŹ, Ёлка, Ñandú, Ç", "łódź, ёлка, ñandú, ç"),
        ("ｈｅｌｌｏ", "hello"),
        ("𝐡𝐞𝐥𝐥𝐨 ᵒᵏ ⓞⓚ ⒪⒦", "hello ok ok ok"),
        ("h\u200be\u00adl\u2060l\u202eo", "hello"),
        ("h\ufe0fello", "hello"),
        ("h\x01ello\x7f", "hello"),
        ("one\ttwo\nthree\r", "one\ttwo\nthree\r"),
        ("one\u2028two", "one\u2028two"),
        ("z\u0301le n\u0303o и\u0306", "źle ño й"),
        ("h\u0302\u0316\u0353e\u0316llo", "hello"),
        ("\u0301h", "h"),
        ("hǎlløđ", "hallod"),
        ("ʜᴇʟʟᴏ", "hello"),
        ("ηο ԁοg", "no dog"),
        ("հꭱҽց յօყ ǫզ", "hreg joy qq"),
        ("ᴦᴧᴨᴩᴙ", "глпря"),
        ("🅷🅴🅻🅻🅾 🇭🇮 🅰", "hello hi a"),
        ("❤️ 👩‍👩‍👧 👍🏽", "❤️ 👩‍👩‍👧 👍🏽"),
        ("❤️ ｏｋ", "❤ ok"),
        ("\ufdfa x", "  x"),
        ("straße", "strasse"),
        ("ﬁne ㍍", "fine メ\u30fcトル".replace("メ\u30fcトル", "メートル")),
        ("漢字 한글 שלום", "漢字 한글 שלום"),
        ("hi\u3164there", "hithere"),
        ("\u0958 \u0439", unicodedata.normalize("NFD", "\u0958")[0] + " й"),
        ("\u00a8x", " x"),
        ("", ""),
    ],
)
def test_a_text_is_read_as_people_see_it(written, seen):
    assert read(written).plain == seen


@pytest.mark.parametrize(
    ("written", "folded"),
    [("Zażółć GĘŚLĄ jaźń", "zazolc gesla jazn"), ("ñandú këto çdo", "nandu keto cdo"), ("Ёлка и йод", "елка и иод")],
)
def test_diacritics_are_folded_without_moving_a_letter(written, folded):
    reading = read(written)
    assert reading.folded == folded
    assert len(reading.plain) == len(reading.folded)


def test_words_are_the_letter_runs():
    assert read("Don't pay 20zł, ok?!").words == ("don", "t", "pay", "zl", "ok")


def test_a_span_leads_back_to_what_was_written():
    reading = read("so ｂ\u200bａd\u0301\u0302 it is")
    start = reading.plain.index("bad")
    span = reading.span(start, start + 3)
    assert reading.quote(span) == "ｂ\u200bａd\u0301\u0302"
    assert read("plain bad").span(6, 9) == Span(6, 9)


def test_a_span_at_the_end_takes_the_last_marks_along():
    reading = read("ｂa\u0301\u0302")
    assert reading.quote(reading.span(0, 2)) == "ｂa\u0301\u0302"


def test_nothing_is_read_beyond_the_cap():
    assert len(read("x" * 10_000).plain) == MOST_CHARACTERS
    assert len(read("\ufdfa" * 10_000).plain) == MOST_CHARACTERS  # each alone would become eighteen


@given(st.text(max_size=300))
def test_any_text_can_be_read_and_every_span_lies_inside_it(text):
    reading = read(text)
    assert len(reading.plain) == len(reading.folded) <= 4 * len(text)
    for start in range(0, len(reading.plain), 7):
        for end in (start + 1, len(reading.plain)):
            span = reading.span(start, end)
            assert 0 <= span.start < span.end <= len(text)
            assert reading.quote(span)


@given(st.text(st.characters(min_codepoint=32, max_codepoint=0x24F), max_size=80))
def test_reading_what_was_read_changes_nothing(text):
    once = read(text)
    assert read(once.plain).plain == once.plain


@pytest.mark.parametrize(
    ("token", "word", "expected"),
    [
        ("asss", "ass", True),
        ("aaass", "ass", True),
        ("as", "ass", False),
        ("ass", "as", True),
        ("aste", "as", False),
        ("a", "as", False),
        ("bs", "as", False),
    ],
)
def test_a_stretched_token_leaves_no_letter_out(token, word, expected):
    assert stretches(token, word) is expected


def test_squeezing_writes_every_letter_once():
    assert squeezed("fooobaarr") == "fobar"
