"""Listed words find themselves through every disguise, and leave everyday words alone.

The listed words here are invented, so that the tables can be read by anybody.
"""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.moderation.text.glance import Memory, candidates
from bot.domain.moderation.text.lexicon import PASSES, Lexicon
from bot.domain.moderation.text.passes import Seen
from bot.domain.moderation.text.reading import read
from bot.domain.moderation.text.words import Entry, Severity, fold

LANGUAGES = ("en", "ru", "es")
LEXICON = Lexicon.of(
    [
        Entry("florbit", "en"),
        Entry("florbits", "en", base="florbit"),
        Entry("zass", "en"),
        Entry("zab", "en"),
        Entry("zarn", "en", Severity.MEDIUM),
        Entry("drat", "en", Severity.MILD),
        Entry("warn", "en"),
        Entry("gron", "en", kind="stem", within=frozenset({"agrono"})),
        Entry("plim of a plum", "en", kind="phrase"),
        Entry("гаврун", "ru"),
        Entry("хорка", "ru"),
        Entry("соко", "ru"),
        Entry("гонь", "ru"),
        Entry("jekoño", "es", accents=True),
        Entry("copa", "es"),
    ],
    ordinary=["tibrolf", "flor bit", "flobit", "floorbit"],
)


def found(text, at_least=Severity.STRONG, except_=(), languages=LANGUAGES):
    return [(hit.word, hit.original, hit.how) for hit in LEXICON.find(read(text), languages, at_least, except_)]


@pytest.mark.parametrize(
    ("text", "word", "original", "how"),
    [
        ("a florbit!", "florbit", "florbit", "plain"),
        ("two FLORBITS.", "florbit", "FLORBITS", "plain"),
        ("_florbit_ *florbit*", "florbit", "florbit", "plain"),
        ("\nflorbit\n", "florbit", "florbit", "plain"),
        ("say fl\u200borbit now", "florbit", "fl\u200borbit", "plain"),
        ("ｆｌｏｒｂｉｔ", "florbit", "ｆｌｏｒｂｉｔ", "plain"),
        ("flórbít", "florbit", "flórbít", "plain"),
        ("f\u0316l\u0317orb\u0318it", "florbit", "f\u0316l\u0317orb\u0318it", "plain"),
        ("fllorbit", "florbit", "fllorbit", "doubled"),
        ("flooooorbit", "florbit", "flooooorbit", "stretched"),
        ("zasssss", "zass", "zasssss", "stretched"),
        ("fl0rb1t", "florbit", "fl0rb1t", "leet"),
        ("fl0rb!t!!", "florbit", "fl0rb!t", "leet"),
        ("za$$", "zass", "za$$", "leet"),
        ("flоrbіt", "florbit", "flоrbіt", "leet"),
        ("flооооrbіt", "florbit", "flооооrbіt", "leet"),
        ("fl*rbit", "florbit", "fl*rbit", "masked"),
        ("fl##bit", "florbit", "fl##bit", "masked"),
        ("florb**", "florbit", "florb**", "masked"),
        ("f-orbit", "florbit", "f-orbit", "masked"),
        ("f l o r b i t", "florbit", "f l o r b i t", "split"),
        ("f.l.o.r.b.i.t", "florbit", "f.l.o.r.b.i.t", "split"),
        ("oh f-l-or-b-i-t you", "florbit", "f-l-or-b-i-t", "split"),
        ("florb it", "florbit", "florb it", "split"),
        ("fl.orbit", "florbit", "fl.orbit", "split"),
        ("florb\nit", "florbit", "florb\nit", "split"),
        ("f\nl\no\nr\nb\ni\nt", "florbit", "f\nl\no\nr\nb\ni\nt", "split"),
        ("fl**or**bit", "florbit", "fl**or**bit", "marked up"),
        ("fl||orb||it", "florbit", "fl||orb||it", "leet"),
        ("fl_or_bit", "florbit", "fl_or_bit", "marked up"),
        ("fl\\orb`it`", "florbit", "fl\\orb`it", "marked up"),
        ("fl<b>or</b>bit", "florbit", "fl<b>or</b>bit", "marked up"),
        ("fl🔥rbit", "florbit", "fl🔥rbit", "masked"),
        ("fl@rbit", "florbit", "fl@rbit", "masked"),
        ("fllorrbitt", "florbit", "fllorrbitt", "doubled"),
        ("flrbit", "florbit", "flrbit", "cut"),
        ("floris florbt", "florbit", "florbt", "cut"),
        ("🇫🇱🇴🇷🇧🇮🇹", "florbit", "🇫🇱🇴🇷🇧🇮🇹", "plain"),
        ("🅵🅻🅾🆁🅱🅸🆃", "florbit", "🅵🅻🅾🆁🅱🅸🆃", "plain"),
        ("ʇᴉqɹoʅɟ", "florbit", "ʇᴉqɹoʅɟ", "upside down"),
        ("vvarn", "warn", "vvarn", "leet"),
        ("stibrolf", "florbit", "stibrolf", "backwards"),
        ("gronking", "gron", "gronking", "inside"),
        ("you Plim of a plum", "plim of a plum", "Plim of a plum", "plain"),
        ("ты ГАВРУН", "гаврун", "ГАВРУН", "plain"),
        ("г@врун", "гаврун", "г@врун", "leet"),
        ("гaвpун", "гаврун", "гaвpун", "leet"),
        ("gavrun", "гаврун", "gavrun", "other letters"),
        ("khorka", "хорка", "khorka", "other letters"),
        ("coko", "соко", "coko", "other letters"),
        ("сора", "copa", "сора", "other letters"),
        ("jekoño", "jekoño", "jekoño", "plain"),
        ("j e k o ñ o", "jekoño", "j e k o ñ o", "split"),
    ],
)
def test_a_listed_word_is_found_however_it_is_written(text, word, original, how):
    assert found(text)[0] == (word, original, how)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello!",
        "5 items for $20",
        "florbital unflorbit",  # whole words only
        "jekono",  # without its accent it is another word
        "agronomy",
        "tibrolf",
        "flor bit",
        "flo_rbis set_flor_bity fl_bit",
        "flobit",  # ordinary
        "zrn zan florb lorbit",
        "I like flo. Rbit is my name",  # a sentence ends in between
        "florb ---- it",
        "zas zaaas",
        "z4",
        "5z 1a2 b52 a",
        "f******",  # one letter is no evidence
        "f1l1o1r1b1i1t" * 8,
        "plim of a plam",
        "a b c d",
        "i am a to do",
        "flo rb italic",
        "z.a 4.s",
        "zs zs zs",
        "hash-tag well-known",
        "**florb**",
        "aaaargh and nothing",
        "z48 gon",  # too short to be read through signs, or in other letters
        "fx*rbit",
        "z-b",  # an abbreviation
    ],
)
def test_everyday_text_is_left_alone(text):
    assert found(text) == []


def test_severity_language_and_exceptions_narrow_what_counts():
    text = "drat zarn florbits"
    assert [word for word, *_ in found(text)] == ["florbit"]
    assert [word for word, *_ in found(text, Severity.MEDIUM)] == ["zarn", "florbit"]
    assert [word for word, *_ in found(text, Severity.MILD)] == ["drat", "zarn", "florbit"]
    assert found(text, languages=("ru",)) == []
    assert found(text, except_=("Florbit",)) == []
    assert found(text, except_=("FLORBITS",)) == []
    assert found("fl0rbit", except_={"fl0rbit"}) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("moby zass", []),
        ("Moby-Zass!", []),
        ("mobyzass zass", ["zass"]),
        ("moby. , zass", ["zass"]),  # too far
        ("zass a doodle", []),
        ("zass a doo", ["zass"]),
        ("moby z4ss", ["zass"]),
        ("zab", ["zab"]),
        ("so Zab came", []),
        ("so ZAB came", []),
        ("so Z4b", []),
        ("so zAB", ["zab"]),
    ],
)
def test_a_word_is_innocent_beside_some_neighbour_or_written_as_a_name(text, words):
    lexicon = Lexicon.of([Entry("zass", "en"), Entry("zab", "en", name=True)], ["moby zass", "zass a doodle"])
    assert [hit.word for hit in lexicon.find(read(text), ["en"])] == words


def test_a_hit_says_everything_about_the_word():
    (hit,) = LEXICON.find(read("oh, Flórbits"), LANGUAGES)
    assert (hit.language, hit.severity, hit.span.start, hit.span.end) == ("en", Severity.STRONG, 4, 12)


def test_of_two_readings_of_one_place_the_longer_is_told():
    lexicon = Lexicon.of([Entry("plum", "en"), Entry("plim plum", "en", kind="phrase"), Entry("plimplum", "en")])
    assert [hit.word for hit in lexicon.find(read("plim plum and plum"), ["en"])] == ["plim plum", "plum"]


def test_an_empty_lexicon_finds_nothing():
    empty = Lexicon.of(())
    assert empty.find(read("f l o r b i t fl0rb1t fl*rbit flooorbit гaв flo rbit"), LANGUAGES) == ()


def test_folding_is_how_words_are_compared():
    assert fold("ÑANDÚ Łódź Ёж") == "nandu lodz еж"


ALPHABET = st.text(st.sampled_from("florbitzsгавунхокagn10@$!*.-?_|`\\v \u200b\u0301ｆ😄"), max_size=120)


@given(ALPHABET)
def test_no_text_breaks_it_and_every_hit_quotes_the_original(text):
    for hit in LEXICON.find(read(text), LANGUAGES, Severity.MILD):
        assert text[hit.span.start : hit.span.end] == hit.original != ""


@given(ALPHABET)
def test_no_gate_ever_hides_what_its_search_would_find(text):
    seen = Seen(read(text).folded)
    for each in PASSES:
        if not each.gate(LEXICON.index, seen):
            assert list(each.look(LEXICON.index, seen)) == []


@given(st.lists(ALPHABET, max_size=4))
def test_what_is_remembered_never_hides_what_the_passes_would_find(texts):
    memory = Memory(LEXICON.index)
    for text in (*texts, " ".join(texts), "\n".join(texts), *texts):
        reading = read(text)
        everything = {found for each in PASSES for found in each.look(LEXICON.index, Seen(reading.folded))}
        assert set(candidates(LEXICON.memory, reading)) == everything
        assert set(candidates(memory, reading)) == everything
        assert set(candidates(Memory(LEXICON.index), reading)) == everything


@given(st.text(max_size=200))
def test_any_text_can_be_searched(text):
    LEXICON.find(read(text), LANGUAGES, Severity.MILD)


HOSTILE = (
    "a.a.",
    "f.l.",
    "flo rb ",
    "fl0rb1t ",
    "fl*rbit ",
    "a",
    "aaa ",
    "f*f*",
    "a1",
    "florbit",
    "flоrbit ",
    "f\u0301\u0302",
)


class Counted(dict):
    """A table that counts how often it is asked."""

    asked = 0

    def get(self, key, default=None):
        self.asked += 1
        return super().get(key, default)


@pytest.mark.parametrize("unit", HOSTILE)
def test_the_work_grows_with_the_text_and_no_faster(unit):
    def work(length):
        tables = {
            name: Counted(getattr(LEXICON.index.tables, name))
            for name in ("whole", "squeezed", "skeletons", "masks", "phrases", "cut")
        }
        index = replace(LEXICON.index, tables=replace(LEXICON.index.tables, **tables))
        Lexicon(index).find(read((unit * length)[:length]), LANGUAGES, Severity.MILD)
        return sum(table.asked for table in tables.values())

    assert work(4000) <= 2.5 * work(2000) + 20
