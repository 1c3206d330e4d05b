"""The compiled twin says what Python says, about everything; and whatever is wrong with it, Python does its work."""

import os
import random
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bench.chatter import LINES
from bench.hostile import hostile
from bot.adapters.files import compiler
from bot.adapters.files.lexicons import load_lexicon
from bot.domain.moderation.models import features
from bot.domain.moderation.models.features import Features
from bot.domain.moderation.models.weights import Weights, known_words
from bot.domain.moderation.text import reading
from bot.domain.moderation.text.glance import Memory, _are_one, candidates_once
from bot.domain.moderation.text.known import SUSPECT, Known
from bot.domain.moderation.text.look import look, words_of
from bot.domain.moderation.text.passes import Seen, TooMuch
from bot.domain.moderation.text.reading import MOST_CHARACTERS, Reading, read
from bot.domain.moderation.text.twin import look_of, tells_of
from bot.domain.moderation.text.within import SIGNS
from tests.domain.moderation.test_plan import PIECES
from tests.domain.moderation.text.test_alphabet import TEXTS as SIGNED_TEXTS
from tests.domain.moderation.text.test_lexicon import LEXICON

LOCALES = Path(__file__).resolve().parents[3] / "locales"
HAS_COMPILER = bool(shutil.which("cc")) and (Path(sysconfig.get_path("include")) / "Python.h").exists()
SYLLABLES = (
    *("flor", "bit", "f", "l", "o", "r", "fl", "zass", "zz", "agrono", "gron", "гав", "рун", "г", "хорка", "copa"),
    *(" ", " ", "\n", ". ", "-", "*", "**", "0", "1", "@", "$", "!", "<b>", "||", "`", "€", "ё", "V", "vv", "I", "№"),
    *(
        "😄",
        "❤\ufe0f",
        "\u200d",
        "@here",
        "@everyone",
        "tg:",
        " dot ",
        "точка",
        "4111 ",
        "[.]",
        " /",
        "%2e",
        "ABCDEFGH",
    ),
)
STRANGE = ("ｆｌ", "ｏ", "中", "ℵ", "∘", "ß", "中gron", "ﬂ", "Ⅷ", "²", "\u0301", "\u200b", "ﷺ", "🅰", "→", "ñ")
TEXTS = st.one_of(
    SIGNED_TEXTS,
    st.lists(st.sampled_from(SYLLABLES), max_size=12).map("".join),
    st.lists(st.sampled_from((*PIECES, *LINES)), max_size=3).map(" ".join),
    st.lists(st.sampled_from((*SYLLABLES, *STRANGE)), max_size=12).map("".join),
)


@pytest.fixture(scope="module")
def twin():
    """Compile it once; every test may use it, and none of the others does."""
    if not HAS_COMPILER:
        pytest.skip("no compiler, or no headers of Python here")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(compiler.SWITCH)
        made = compiler.finish(compiler.start())
    reading.read_with(look)
    features.parts_with(None)
    assert made is not None, "all that it needs is there"
    return made


@pytest.fixture(scope="module")
def eye(twin):
    return look_of(twin)


@pytest.fixture(scope="module")
def tells(twin):
    return tells_of(twin, LEXICON.index)


def marked(text, told):
    return None if told is None else (*told[:2], told[3], Reading(text, *told).mark)


def same(text, eye, tells):
    """Ask both about a text."""
    told = look(text)
    assert marked(text, eye(text)) == marked(text, told)
    if told is None:
        return
    _, spaced, _, signed = told
    words, known = words_of(spaced), Known(LEXICON.index)
    kinds = bytes(map(known.__getitem__, words))
    suspects = [word for word, kind in zip(words, kinds, strict=True) if kind >= SUSPECT]
    are_one = _are_one(LEXICON.index, words, kinds)
    assert tells(spaced, None) == ((suspects, are_one, []) if suspects or are_one else None)
    if signed is not None:
        named = tells(b"", signed)
        where = () if named is None else named[2]
        folded = Reading(text, *told).folded
        for chunk in re.finditer(r"\S+", folded):
            if where is not None and hides(chunk[0]):
                assert slice(*chunk.span()) in where


def hides(folded):
    seen = Seen(folded, ())
    try:
        return any(True for each in SIGNS for _ in each.look(LEXICON.index, seen))
    except TooMuch:
        return True


@given(TEXTS)
@example("a.f*orbit")  # the part between two single letters does not take the second one away
def test_both_say_the_same_of_any_text(eye, tells, text):
    same(text, eye, tells)


def test_both_say_the_same_of_hostile_texts(eye, tells):
    for text in hostile(7, 700).values():
        same(text, eye, tells)


@pytest.mark.long
def test_both_say_the_same_of_hostile_texts_of_any_length(eye, tells):
    for text in hostile(8, MOST_CHARACTERS).values():
        assert marked(text, eye(text)) == marked(text, look(text))
        if (told := look(text)) is not None:
            tells(told[1], told[3])


@given(TEXTS)
@example("fl➓rbit \u0301ｆ")  # a picture that is a number, too
@example("1p.f.fl-orbit")
@example("agronom\u200d➎")
def test_with_the_twin_a_lexicon_finds_the_same(eye, tells, text):
    expected = set(candidates_once(Memory(LEXICON.index), read(text)))
    told = eye(text)
    seen = read(text) if told is None else Reading(text, *told)
    assert set(candidates_once(Memory(LEXICON.index, tells), seen)) == expected


def test_the_shipped_lists_find_the_same(twin, eye):
    lexicon = load_lexicon(LOCALES, ("en", "pl", "ru", "es", "sq"))
    tells = tells_of(twin, lexicon.index)
    for entry in lexicon.index.entries[::80]:
        word = entry.word
        for text in (
            word,
            f"so {word}!",
            word.upper(),
            f"{word[:2]} {word[2:]}",
            f"{word[0]}*{word[2:]}",
            "-".join(word),
        ):
            told = eye(text)
            seen = read(text) if told is None else Reading(text, *told)
            expected = set(candidates_once(Memory(lexicon.index), read(text)))
            assert set(candidates_once(Memory(lexicon.index, tells), seen)) == expected


@given(st.text(st.characters(categories=["L"]), min_size=3, max_size=70))
def test_words_have_the_same_parts(twin, word):
    found = twin.parts(word, features.SIZE - 1)
    assert set(found) == features._cut_out(word) if found is not None else len(word.encode("utf-16-le")) > 2 * 60
    assert found is None or len(set(found)) == len(found)


NUMBERS = (features.MOST_TOKENS, features.LONGEST_WORD, features._WORD_SALT, features._MASK)


@given(st.one_of(st.text(), TEXTS, st.lists(st.text(max_size=40), max_size=300).map(" ".join)))
def test_texts_are_spelt_the_same(twin, text):
    assert twin.spelt(text, NUMBERS) == features.spelt_of(text)


@given(st.one_of(st.text(), TEXTS, st.lists(st.text(max_size=40), max_size=300).map(" ".join)), st.integers(0, 99))
def test_words_weigh_the_same(twin, text, seed):
    tokens, _ = features.spelt_of(text)
    weights = random.Random(seed).randbytes(features.SIZE)
    told = Weights(weights, known_words(list(map(features.number_of, tokens[::2]))))
    expected = told.weighed(text)
    features.parts_with(twin)
    try:
        assert told.weighed(text) == expected
    finally:
        features.parts_with(None)


def test_who_finds_parts_and_pairs_changes_nothing(twin):
    text = "hello there, workshop 42 ой"
    before = Features.of(text)
    features.parts_with(twin)
    try:
        assert Features.of(text) == before
    finally:
        features.parts_with(None)


def test_it_takes_nothing_but_what_it_was_written_for(twin, eye, tells):
    with pytest.raises(TypeError):
        eye(b"bytes")
    for wrong in (("text", None), (b"text", "text"), (b"text",)):
        with pytest.raises(TypeError):
            tells(*wrong)
    with pytest.raises(TypeError):
        twin.parts(b"word", 1)
    with pytest.raises(TypeError):
        twin.spelt(b"text", NUMBERS)
    with pytest.raises(ValueError, match="too long"):
        twin.spelt("text", (1, 65, 1, 1))
    with pytest.raises(ValueError, match="another size"):
        twin.weigher(b"", b"", (1, 1, 1, 1, 1))
    for many, long in ((257, 24), (250, 33)):
        with pytest.raises(ValueError, match="so long"):
            twin.weigher(bytes(8), bytes(8), (many, long, 1, 7, 3))
    with pytest.raises(TypeError):
        twin.weigher(bytes(8), bytes(8), (250, 24, 1, 7, 3))(b"word")
    with pytest.raises(TypeError):
        twin.eye((b"",), (0,) * 9)
    with pytest.raises(TypeError):
        twin.lists(("",) * 16, (0, 0))


def test_nothing_is_compiled_where_nobody_wants_it(monkeypatch, tmp_path):
    monkeypatch.setenv(compiler.SWITCH, "1")
    assert compiler.start(tmp_path) is None
    monkeypatch.delenv(compiler.SWITCH)
    monkeypatch.setenv("CC", "no-such-compiler")
    assert compiler.start(tmp_path) is None
    assert compiler.finish(None) is None


def test_a_compiler_that_fails_or_a_folder_that_cannot_be_written_costs_nothing(monkeypatch, tmp_path):
    monkeypatch.delenv(compiler.SWITCH)
    monkeypatch.setenv("CC", "false")
    assert compiler.finish(compiler.start(tmp_path)) is None
    (tmp_path / "file").write_text("")
    assert compiler.start(tmp_path / "file" / "cache") is None


def test_what_cannot_be_loaded_is_not_used(monkeypatch, tmp_path):
    broken = tmp_path / "broken.so"
    broken.write_bytes(b"no library")
    assert compiler.finish(compiler.Build(broken)) is None


def test_one_that_says_something_else_is_not_used(monkeypatch, twin):
    class Other:
        def eye(self, tables, numbers):
            return lambda text: (0, b"", 0, None)

    assert compiler.agrees(twin)
    assert not compiler.agrees(Other())


def test_a_compiler_that_never_ends_is_ended(monkeypatch, tmp_path):
    monkeypatch.setattr(compiler, "LONGEST", 0)
    slow = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    assert compiler.finish(compiler.Build(tmp_path / "never.so", slow)) is None
    assert slow.returncode is not None
    slow.stdin.close()


def test_only_the_latest_are_kept(tmp_path):
    for number in range(6):
        kept = tmp_path / f"{compiler.NAME}-{number}.so"
        kept.write_bytes(b"")
        os.utime(kept, (number, number))
    compiler.drop_old(tmp_path)
    assert sorted(path.stem[-1] for path in tmp_path.iterdir()) == ["2", "3", "4", "5"]
