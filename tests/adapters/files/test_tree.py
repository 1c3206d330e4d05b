"""YAML 1.2 within limits: what a person sees is what is read, and nothing hostile costs anything."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.adapters.files.faults import Refused
from bot.adapters.files.tree import MOST_BYTES, MOST_LINES, Mark, read_tree


def read(text):
    return read_tree(text.encode(), "c.yaml")


def assert_told(faults):
    assert faults.shown()


def refused(text):
    with pytest.raises(Refused) as caught:
        read(text)
    return caught.value


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"),
        ("on", "on"),
        ("22:30", "22:30"),
        ("010", 10),
        ("1_000", "1_000"),
        ("4h", "4h"),
        ("true", True),
        ("~", None),
        ("", None),
        ("1.5", 1.5),
        (".inf", ".inf"),
        ("'7'", "7"),
        ("204255221017214977", 204255221017214977),
        ("[pl, no, sq]", ["pl", "no", "sq"]),
        ("{a: [1, {b: c}]}", {"a": [1, {"b": "c"}]}),
        ("|\n  one\n  two\n", "one\ntwo\n"),
    ],
)
def test_a_word_means_what_it_says(written, meant):
    assert read(f"key: {written}").value == {"key": meant}


def test_every_value_knows_its_line_and_column():
    tree = read("a: 1\nb:\n  - x\n  - {c: d}\n")
    assert tree.marks["b", 1, "c"] == Mark((4, 6), (4, 9))
    assert tree.marks["a",] == Mark((1, 1), (1, 4))


def test_an_empty_file_is_an_empty_mapping():
    assert read("# only a remark\n").value == {}


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("a: &x 1\nb: *x", 1, "anchors"),
        ("b: *x", 1, "aliases"),
        ("a: !!python/object:os.system x", 1, "tags"),
        ("a: !secret x", 1, "tags"),
        ("x: 1\n<<: {a: b}", 2, "merge keys"),
        ("%YAML 1.1\n---\na: b", 1, "directives"),
        ("a: b\n---\nc: d", 2, "one document"),
        ("? [a, b]\n: c", 1, "a name before a colon"),
        ("a: [1, 2", 1, "not closed"),
        ('a: "\\U99999999"', 1, "not valid YAML"),
        ("a: b\n\tc: d", 2, "a tab stands here"),
        ("a: b\x00", 1, "U+0000"),
        ("[" * 40, 1, "nested deeper than 32"),
    ],
)
def test_what_hides_or_breaks_is_refused_with_its_line(text, line, said):
    fault = refused(text).faults[0]
    assert fault.line == line
    assert said in fault.message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\nb: 2\na: 3", "stands here twice: first on line 1"),
        ('a: "\\ud800"', "U+D800"),
        ("discord: {token: hunter2}", "is a secret"),
        ("words: [1234567890:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw]", "looks like a bot's token"),
    ],
)
def test_faults_that_do_not_stop_the_reading_are_kept(text, said):
    (fault,) = read(text).faults
    assert said in fault.message


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}]\n"
    for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        "[" * 100_000,
        "- " * 4000,
        ("[" * 8000 + "\n") * 30,
        "k: v\n" * 19_999,
        "a: [\n" + "b,\n" * 19_000,
        "a: '" + "''" * 4000 + "'",
        '"' + "x\n\n" * 9_000,
        "a" * (MOST_BYTES + 1),
        "\n" * (MOST_LINES + 1),
        "a: " + "b" * 9000,
        "".join(f"k{i}: {{a: b, c: d}}\n" for i in range(9_000)),
    ],
)
@pytest.mark.long
def test_hostile_files_are_refused_quickly(text):
    started = time.process_time()
    try:
        tree = read(text)
    except Refused as faults:
        assert_told(faults)
    else:
        assert tree.faults or tree.value
    assert time.process_time() - started < 30


def test_text_in_another_encoding_is_told_by_its_place():
    with pytest.raises(Refused) as caught:
        read_tree("a: b\nc: zażółć".encode("latin2"), "c.yaml")
    assert (caught.value.faults[0].line, caught.value.faults[0].column) == (2, 6)


YAMLISH = st.text(alphabet="ab:-[]{},'\"|>&*!%#?\n \t0\\~<@`\u2028\ufeff", max_size=200)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(YAMLISH | st.text(max_size=100) | st.binary(max_size=100))
def test_whatever_is_in_a_file_it_is_read_or_refused(data):
    try:
        read_tree(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"), "c.yaml")
    except Refused as faults:
        assert_told(faults)
