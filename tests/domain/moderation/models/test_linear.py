import json
import subprocess
import sys
from dataclasses import replace

import pytest

from bot.domain.moderation.models.features import BIAS, HEAD, LONGEST_WORD, MOST_KEPT, SIZE, TAIL, Features, mark_number
from bot.domain.moderation.models.learnt import Learnt
from bot.domain.moderation.models.linear import (
    ZERO,
    About,
    Linear,
)
from bot.domain.moderation.models.weights import WORD_BITS, known_words

SOLD = "cheap watches for sale today"
MEANT = "shall we meet for lunch today"


def model(text=SOLD, *, weight=100, marks=None, known=SOLD + " " + MEANT, **more):
    weights = bytearray((ZERO,)) * SIZE
    for number in set(Features.of(text).grams) - set(Features.of(MEANT).grams):
        weights[number] = ZERO + weight
    about = About("spam", "test", ("en",), "nobody's", 0.5)
    bits = known_words(Features.of(known).words)
    return Linear(about, bytes(weights), bits, 0.01, -1.0, marks or {}, **more)


def test_a_text_is_read_the_same_on_every_machine():
    code = "from bot.domain.moderation.models.features import Features\nprint(sorted(Features.of('Кто free 87121!').grams)[:6])"
    ways = [
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        )
        for seed in ("1", "2")
    ]
    assert ways[0].stdout == ways[1].stdout == f"{sorted(Features.of('Кто free 87121!').grams)[:6]}\n"


def test_digits_are_alike_and_order_matters():
    assert Features.of("win 500 now").grams == Features.of("win 731 now").grams
    assert Features.of("one two").grams != Features.of("two one").grams


def test_marks_stand_apart_from_parts_of_words():
    seen = Features.of("hello", ("links",))
    assert seen.marks == {mark_number("links")}
    assert all(number < SIZE for number in seen.grams)
    assert mark_number("links") > BIAS


def test_a_long_text_is_read_at_both_ends_only():
    ends = Features.of("a" * HEAD + "b" * 5000 + " " + "c" * (TAIL - 1))
    assert ends.grams == Features.of("a" * LONGEST_WORD + " " + "c" * LONGEST_WORD).grams
    assert len(Features.of("x" * 4000).grams) < 20


@pytest.mark.parametrize("text", ["cheap watches", "кто free 87121!", ""])
def test_features_live_through_bytes(text):
    seen = Features.of(text, ("links", "money"))
    assert Features.unpacked(seen.packed()) == seen


def test_a_lesson_keeps_no_more_than_its_share():
    long = Features.of(" ".join(chr(0x4E00 + n) * 3 for n in range(400)))
    kept = Features.unpacked(long.packed())
    assert len(long.grams) > MOST_KEPT == len(kept.grams)
    assert set(kept.grams) < set(long.grams)


@pytest.mark.parametrize("raw", [b"", b"\0", b"\1\0\0\0", bytes(13), bytes(16), b"\1\0\0\0\0\0\4\0" + bytes(8)])
def test_bytes_that_are_no_features_are_refused(raw):
    with pytest.raises(ValueError, match=r"no features|another size"):
        Features.unpacked(raw)


def test_lone_surrogates_and_nothing_at_all_have_features_too():
    assert Features.of("\ud83d ab\udc00cd", ("\ud800",)).grams
    assert Features.of("").grams == ()
    assert model().score(Features.of("")) is not None


def test_a_model_tells_what_it_was_made_for():
    sure, unsure = model().score(Features.of(SOLD)), model().score(Features.of(MEANT))
    assert 0 <= unsure < 0.5 < sure <= 1


def test_slope_and_offset_calibrate():
    seen = Features.of(SOLD)
    plain, steep = model(), model(slope=2.0, offset=1.0)
    assert steep.margin(seen) == pytest.approx(2 * plain.margin(seen) + 1)


@pytest.mark.parametrize(("margin", "score"), [(5000.0, 1.0), (-5000.0, 0.0)])
def test_a_margin_of_any_size_is_a_probability(margin, score):
    assert model(offset=margin).score(Features.of(SOLD)) == pytest.approx(score)


def test_marks_speak_for_themselves_and_can_be_named():
    marked = model(marks={"links": 3.0, "question": -1.0})
    with_links = Features.of(MEANT, ("links", "question", "other"))
    assert marked.margin(with_links) == pytest.approx(marked.margin(Features.of(MEANT)) + 2)
    assert marked.reasons(with_links, ("question", "links", "emoji")) == (("links", 3.0), ("question", -1.0))


def test_it_abstains_where_most_words_are_unknown():
    strange = Features.of("kjo fjali eshte shkruar shqip")
    assert model().unknown(strange) == 1.0
    assert model().score(strange) is None
    assert model().score(Features.of("cheap watches for eshte")) is not None


def test_words_of_lessons_are_known_from_then_on():
    strange, learnt = Features.of("kjo fjali eshte shkruar shqip"), Learnt()
    learnt.learn(model(), strange, label=True)
    assert model().unknown(strange, learnt) == 0
    assert model().score(strange, learnt) > 0.5


def test_of_one_or_two_words_nobody_tells_the_language():
    assert model().score(Features.of("pershendetje miku")) is not None


def test_weights_live_through_a_file():
    made = model(marks={"links": 1.5}, slope=1.25, offset=-0.5)
    read = Linear.parse(made.pack())
    assert read == made
    assert (read.weights, read.known) == (made.weights, made.known)
    assert read.score(Features.of(SOLD, ("links",))) == made.score(Features.of(SOLD, ("links",)))


def _header_changed(raw, **changes):
    length = int.from_bytes(raw[5:9], "little")
    header = json.loads(raw[9 : 9 + length]) | changes
    head = json.dumps({name: value for name, value in header.items() if value != "gone"}).encode()
    return raw[:5] + len(head).to_bytes(4, "little") + head + raw[9 + length :]


@pytest.mark.parametrize(
    "broken",
    [
        lambda raw: b"",
        lambda raw: b"PK" + raw,
        lambda raw: raw[:4] + b"\x63" + raw[5:],
        lambda raw: raw[:5] + b"\xff\xff\xff\xff" + raw[9:],
        lambda raw: raw[:40],
        lambda raw: raw[:-9],
        lambda raw: raw[:-2000] + b"\0" * 2000,
        lambda raw: _header_changed(raw, scheme=999),
        lambda raw: _header_changed(raw, scale="gone"),
        lambda raw: _header_changed(raw, marks=3),
        lambda raw: _header_changed(raw, bias=[]),
        lambda raw: _header_changed(raw, bias="much"),
    ],
)
def test_weights_that_are_broken_are_refused_as_such(broken):
    with pytest.raises(ValueError):
        Linear.parse(broken(model().pack()))


def test_known_words_are_told_again_and_hardly_any_other():
    words = {n * 2654435761 % 2**32 for n in range(20_000)}
    bits = known_words(words)
    empty = replace(model(), known=bits)
    assert len(bits) == WORD_BITS // 8
    assert empty.unknown(Features(frozenset(), words=frozenset(words))) == 0
    others = frozenset((n * 2654435761 + 97) % 2**32 for n in range(30_000)) - words
    assert empty.unknown(Features(frozenset(), words=others)) > 0.98


def test_a_lesson_changes_the_score_of_its_like_and_leaves_others_alone():
    base, learnt, lesson = model(), Learnt(), Features.of("join our lottery channel friends")
    before = base.margin(lesson)
    moved = learnt.learn(base, lesson, label=True)
    assert moved == len(lesson.grams) + 1 >= len(learnt.deltas)
    assert base.margin(lesson, learnt) > before
    assert base.margin(lesson) == before
    other = Features.of("qqq www zzz")
    assert base.margin(other, learnt) - base.margin(other) < base.margin(lesson, learnt) - before


def test_a_lesson_that_is_known_by_heart_moves_nothing():
    learnt = Learnt()
    assert learnt.learn(model(offset=50.0), Features.of(SOLD), label=True) == 0
    assert not learnt.deltas


def test_lessons_reach_marks_too():
    learnt = Learnt()
    learnt.learn(model(), Features.of(MEANT, ("links",)), label=True)
    assert learnt.deltas[mark_number("links")] > 0
    assert model().margin(Features.of("", ("links",)), learnt) > model().margin(Features.of(""), learnt)


def test_the_opposite_lesson_counterweights():
    base, learnt, lesson = model(), Learnt(), Features.of(SOLD, ("links",))
    learnt.learn(base, lesson, label=False)
    low = base.margin(lesson, learnt)
    for _ in range(3):
        learnt.learn(base, lesson, label=True)
    assert base.margin(lesson, learnt) > low


def test_what_is_remembered_of_words_changes_no_score(monkeypatch):
    made, learnt = model(marks={"links": 1.5}), Learnt()
    learnt.learn(made, Features.of(MEANT, ("links",)), label=True)
    texts = [SOLD, MEANT, "kjo fjali eshte shkruar shqip", "cheap lunch 4 you!", ""]
    told = [(made.score(Features.of(text), learnt), made.unknown(Features.of(text))) for text in texts]
    monkeypatch.setattr("bot.domain.moderation.models.weights._REMEMBERED", 2)
    monkeypatch.setattr("bot.domain.moderation.models.learnt._REMEMBERED", 2)
    short = replace(made)
    again = [(short.score(Features.of(text), learnt), short.unknown(Features.of(text))) for text in texts]
    kept = [Features.unpacked(Features.of(text).packed()) for text in texts]
    assert told == again
    assert [made.unknown(one) for one in kept] == [unknown for _, unknown in told]
    assert [made.margin(one, learnt) for one in kept] == pytest.approx(
        [made.margin(Features.of(text), learnt) for text in texts]
    )


def test_a_lesson_is_heard_at_once_in_words_that_were_scored_before():
    made, learnt, seen = model(), Learnt(), Features.of(MEANT)
    learnt.learn(made, Features.of(SOLD), label=False)
    before = made.margin(seen, learnt)
    learnt.learn(made, seen, label=True)
    assert made.margin(seen, learnt) > before


def test_features_are_equal_by_what_they_hold():
    one = Features.of("cheap watches", ("links",))
    assert one == Features(one.grams, one.marks, one.words)
    assert len({one, Features.of("cheap watches", ("links",))}) == 1
    assert one not in ("cheap watches", Features.of("cheap watches"))
