from datetime import UTC, datetime

import pytest

from bot.adapters.playground.render import html
from bot.core.text import Bold, Code, Link, Mention, Moment, Quote
from tests.build import user

EVIL = "<script>alert(1)</script>\"'&"
SAFE = "&lt;script&gt;alert(1)&lt;/script&gt;&#34;&#39;&amp;"


@pytest.mark.parametrize(
    "span",
    [EVIL, Bold(EVIL), Code(EVIL), Quote(EVIL), Link(EVIL, "https://x.example"), Mention(user("1"), EVIL)],
)
def test_no_span_lets_markup_through(span):
    assert SAFE in html((span,))
    assert "<script" not in html((span,))


def test_spans_look_like_what_they_are():
    assert html((Bold("a"), Code("b"), Quote("c"))) == "<b>a</b><code>b</code><blockquote>c</blockquote>"
    assert html(("one\ntwo",)) == "one<br>two"
    assert 'href="https://x.example/?a=1&amp;b=2"' in html((Link("x", "https://x.example/?a=1&b=2"),))
    assert 'datetime="2026-01-01T00:00:00+00:00"' in html((Moment(datetime(2026, 1, 1, tzinfo=UTC)),))


def test_a_quote_stands_in_a_block_without_gaps_around_it():
    assert html(("said:\n", Quote("x"), "\nso")) == "said:<blockquote>x</blockquote>so"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//x.example", "http://[bad"])
def test_a_link_that_is_no_web_address_is_only_text(url):
    assert "<a" not in html((Link("x", url),))
