"""Slips of a hand that writes YAML: each is told with its place, in plain words, and with what to write instead."""

import pytest

from bot.adapters.files.faults import Refused
from bot.adapters.files.tree import read_tree


@pytest.mark.parametrize(
    ("text", "at", "message", "hint"),
    [
        ("a:\n\tb: c", (2, 1), "a tab stands here", "two spaces"),
        ("a: {b: @here}", (1, 8), "no value begins with @", 'quotes: "@here"'),
        ("a: %x # y", (1, 4), "no value begins with %", 'quotes: "%x"'),
        ('a: "\\d+"', (1, 6), "\\d means nothing", "single quotes"),
        ('a: "x\nb: c', (1, 4), "never closed", "the same mark"),
        ("a: {b: 1\nc: 2", (1, 4), "the { that opens here is not closed", "end it with }"),
        ("a: [1, 2", (1, 4), "the [ that opens here is not closed", "end it with ]"),
        ("a: {b: #general}\nc: 2", (1, 4), "not closed", '"#general"'),
        ("a: [b, c}", (1, 9), "this should be ]", ""),
        ('a: ["x" "y"]', (1, 9), "a comma or ] is missing", "commas stand between"),
        ("rules\nx: 1", (1, 1), "a colon is missing", "write rules:"),
        ('"a": 1\n"b" 2\n', (2, 1), "a colon is missing", 'write "b" 2:'),
        ("rules # y\n# z\n\n  x: 1", (1, 1), "a colon is missing", "write rules"),
        ("rules\n\n  x: 1", (1, 1), "a colon is missing", "write rules:"),
        (f"{'long ' * 9}\nx: 1", (1, 1), "a colon is missing", "between a name and its value"),
        ("a: b: c", (1, 4), "a second colon", 'quotes: a: "b: c"'),
        ('a: b: "c"', (1, 4), "a second colon", "quotes: a: '...'"),
        ("a: b\n  c: d", (2, 3), "the line above has its value", "the same column"),
        ("a:\n    b: 1\n  c: 2", (3, 3), "another column", "the same column"),
        ("- a\nb: 1", (2, 1), "another column", "the same column"),
        ('a: "b" c', (1, 8), "text follows a quotation mark", "one pair of quotes"),
        ("a: 'it's'", (1, 8), "text follows a quotation mark", "one pair of quotes"),
        ('a {b: "A", c: "B"}', (1, 10), "nothing here goes with ,", "a colon after the name"),
        ("a: {b: 1}}", (1, 10), "nothing here goes with }", "a bracket that opens"),
        ("a: - b", (1, 4), "no list begins here", "[one, two]"),
        ("a: |x", (1, 5), "not valid YAML", "the one above"),
        ("a: 1\rb: 2", (1, 5), "U+000D", "line ends"),
    ],
)
def test_a_slip_is_told_with_its_place_and_the_way_out(text, at, message, hint):
    with pytest.raises(Refused) as raised:
        read_tree(text.encode(), "town.yaml")
    (fault,) = raised.value.faults
    assert (fault.line, fault.column) == at
    assert message in fault.message
    assert hint in fault.hint
