"""A first look remembers what people say, and never decides anything."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.moderation.text import signs
from bot.domain.moderation.text.chunks import MOST_CHUNKS
from bot.domain.moderation.text.glance import MOST_FOUND, Memory, candidates, candidates_once
from bot.domain.moderation.text.known import HEAD, MOST_KNOWN, PLAIN, SINGLE, TAIL
from bot.domain.moderation.text.lexicon import Lexicon
from bot.domain.moderation.text.look import hidden
from bot.domain.moderation.text.passes import UNREAD, Seen
from bot.domain.moderation.text.reading import read
from bot.domain.moderation.text.within import SIGNS
from bot.domain.moderation.text.words import Entry

LEXICON = Lexicon.of([Entry("florbit", "en"), Entry("zarn", "en")])


def found(text, memory=None):
    some = candidates(memory or Memory(LEXICON.index), read(text))
    return [(text[each.start : each.end], each.entry.word, each.how) for each in some]


def test_ordinary_talk_holds_nothing():
    assert found("good morning, who has my ladder? 5 m, the red one :)") == []


def test_what_was_learnt_is_asked_no_more():
    memory = Memory(LEXICON.index)
    assert found("good f.l morning florbit", memory) == [("florbit", "florbit", "plain")]
    assert memory.words == {"good": PLAIN, "f": SINGLE | HEAD, "l": SINGLE, "morning": PLAIN}
    assert list(memory.guilty) == ["florbit"]
    assert memory.chunks == {"f.l": ()}
    memory.words["florbit"] = PLAIN
    assert found("good morning florbit", memory) == []


def test_who_asks_again_about_the_same_reading_gets_the_same_answer():
    memory, reading = Memory(LEXICON.index), read("good fl0rbit florbit")
    first = candidates_once(memory, reading)
    assert [each.how for each in first] == ["plain", "leet"]
    assert candidates_once(memory, reading) is first
    assert candidates_once(memory, read("good morning")) == ()
    assert candidates_once(memory, reading) == first


def test_everything_can_be_forgotten():
    memory = Memory(LEXICON.index)
    found("good fl0rbit florbit", memory)
    memory.clear()
    assert vars(memory) == vars(Memory(LEXICON.index))


def test_what_is_remembered_is_found_where_it_stands_now():
    memory = Memory(LEXICON.index)
    for text in ("florbit", "florbits fl0rbit  florbit florb\nit", "a florbit fl0rbit"):
        assert found(text, memory) == found(text, Memory(LEXICON.index))
    assert found("xflorbit  florbit", memory) == [("florbit", "florbit", "plain")]


def test_words_across_chunks_are_found_beside_remembered_ones():
    memory = Memory(LEXICON.index)
    for _ in range(2):
        assert found("zarn flor bit", memory) == [("zarn", "zarn", "plain"), ("flor bit", "florbit", "split")]


def test_links_and_screams_are_looked_at_but_not_remembered():
    memory = Memory(LEXICON.index)
    link = "https://example.org/fl0rbit/florbit/" + "x" * 33
    assert sorted(word for word, *_ in found(f"zarn {link} zarn good", memory)) == [
        "fl0rbit",
        "florbit",
        "zarn",
        "zarn",
    ]
    assert memory.words.keys() == {"https", "example", "org", "fl", "rbit", "good"}
    assert memory.chunks == {}


def test_a_text_of_many_chunks_is_looked_through_at_once_and_nothing_of_it_is_remembered():
    memory = Memory(LEXICON.index)
    assert len(found(" ".join(f"florbit.x{number}" for number in range(400)), memory)) == 40
    assert [how for *_, how in found(" ".join(f"x.y{number}" for number in range(400)) + " fl0rbit", memory)] == [
        "leet"
    ]
    assert len(memory.chunks) == 0


def test_where_the_twin_names_many_chunks_only_those_are_looked_through():
    text = " ".join(f"fl0rbit.x{number}" for number in range(100))
    where = [slice(*match.span()) for match in re.finditer(r"\S+", text)]
    memory = Memory(LEXICON.index, lambda spaced, signed: ([], False, where[:70]))
    some = candidates_once(memory, read(text))
    assert len(some) == 40  # nobody needs to be shown the same word more often
    assert max(one.end for one in some) < where[70].start


def test_of_few_chunks_that_the_twin_names_each_is_remembered():
    memory = Memory(LEXICON.index, lambda spaced, signed: ([], False, [slice(4, 11)]))
    assert found("x.y fl0rbit", memory) == [("fl0rbit", "florbit", "leet")]
    assert memory.chunks.keys() == {"fl0rbit"}


def test_of_a_text_full_of_listed_words_so_many_are_given_and_that_there_were_more():
    words = ["fl" + chr(ord("a") + n // 26) + chr(ord("a") + n % 26) + "rbit" for n in range(150)]
    some = candidates_once(Memory(Lexicon.of(Entry(word, "en") for word in words).index), read(" ".join(words)))
    assert (len(some), some[-1].entry, some[-1].how) == (MOST_FOUND + 1, UNREAD, "too many findings")


def test_where_many_new_chunks_hold_something_all_are_asked_at_once():
    memory = Memory(LEXICON.index)
    text = " ".join(f"fl0rbit.x{number}" for number in range(30))
    assert len(found(text, memory)) == 30
    assert len(memory.chunks) == 0


def test_words_that_nobody_says_any_more_are_forgotten():
    old = [f"old{spelt(number)}" for number in range(MOST_KNOWN + 1)]
    memory = Memory(LEXICON.index)
    memory.words.update(dict.fromkeys(old, TAIL))
    memory.guilty.update(dict.fromkeys(old, ()))
    assert len(found("new florbit", memory)) == 1
    assert (memory.words, list(memory.guilty)) == ({}, ["florbit"])
    assert found(f"new {old[7]}", memory) == []
    assert memory.words == {"new": PLAIN, old[7]: TAIL}
    memory.words = memory.words.grown_old().grown_old()
    assert found(old[7], memory) == []
    assert memory.words == {old[7]: PLAIN}


def spelt(number):
    return str(number).translate(str.maketrans("0123456789", "abcdefghij"))


def test_of_chunks_the_oldest_are_forgotten():
    memory = Memory(LEXICON.index)
    memory.chunks.update({f"old.{number}": () for number in range(MOST_CHUNKS)})
    assert len(found("new.fl0rbit", memory)) == 1
    assert len(memory.chunks) == MOST_CHUNKS // 2 + 1
    assert "old.0" not in memory.chunks


def test_a_chunk_that_is_forgotten_over_this_very_text_is_asked_anew():
    memory = Memory(LEXICON.index)
    memory.chunks.update({f"old.{number}": () for number in range(MOST_CHUNKS)})
    assert found("old.0 old.fl0rbit", memory) == [("fl0rbit", "florbit", "leet")]
    assert "old.0" not in memory.chunks


@given(
    st.lists(
        st.sampled_from((*"lftb01@$!|+*#?.-_`\\<>'\",: ё", "florbit", "flor", "bit", "fl", "vv", "a", "😄", "\n")),
        max_size=9,
    )
)
def test_what_is_not_called_hidden_hides_nothing(pieces):
    reading = read("".join(pieces))
    if not reading.signs & signs.MIXED:
        signed = {reading.folded[place] for place in hidden(reading.folded)}
        assert signed <= set(reading.folded.split())
        for chunk in set(reading.folded.split()) - signed:
            assert [found for each in SIGNS for found in each.look(LEXICON.index, Seen(chunk))] == []


def test_screams_are_not_remembered_whether_they_are_listed_words_or_not():
    memory = Memory(Lexicon.of([Entry("hoozle", "en")]).index)
    hidden_in, innocent = "hoozl" + "e" * 40, "hoz" + "z" * 40 + "le"
    assert found(f"{hidden_in} {innocent}", memory) == [(hidden_in, "hoozle", "stretched")]
    assert (memory.words, memory.guilty) == ({}, {})


def test_words_in_several_guises_that_nobody_said_before_are_found_in_one_look():
    assert sorted(found("florbit fllorbitt flrbit")) == [
        ("fllorbitt", "florbit", "doubled"),
        ("florbit", "florbit", "plain"),
        ("flrbit", "florbit", "cut"),
    ]
