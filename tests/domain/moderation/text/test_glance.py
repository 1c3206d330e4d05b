"""A first look remembers what people say, and never decides anything."""

from bot.domain.moderation.text.glance import MOST_KNOWN, Memory, candidates
from bot.domain.moderation.text.lexicon import Lexicon
from bot.domain.moderation.text.reading import read
from bot.domain.moderation.text.words import Entry

LEXICON = Lexicon.of([Entry("florbit", "en"), Entry("zarn", "en")])


def found(text, memory=None):
    some = candidates(LEXICON.index, memory or Memory(), read(text).folded)
    return [(text[each.start : each.end], each.entry.word, each.how) for each in some]


def test_ordinary_talk_holds_nothing():
    assert found("good morning, who has my ladder? 5 m, the red one :)") == []


def test_what_was_learnt_is_asked_no_more():
    memory = Memory()
    assert found("good morning florbit", memory) == [("florbit", "florbit", "plain")]
    assert memory.words == {"good": "good", "morning": "morning", "florbit": "!florbit"}
    memory.held.clear()
    assert found("good morning florbit", memory) == []


def test_what_is_remembered_is_found_where_it_stands_now():
    memory = Memory()
    for text in ("florbit", "florbits fl0rbit  florbit florb\nit", "a florbit fl0rbit"):
        assert found(text, memory) == found(text, Memory())
    assert found("xflorbit  florbit", memory) == [("florbit", "florbit", "plain")]


def test_words_across_chunks_are_found_beside_remembered_ones():
    memory = Memory()
    for _ in range(2):
        assert found("zarn flor bit", memory) == [("zarn", "zarn", "plain"), ("flor bit", "florbit", "split")]


def test_links_and_screams_are_looked_at_but_not_remembered():
    memory = Memory()
    link = "https://example.org/fl0rbit/florbit/" + "x" * 30
    assert [word for word, *_ in found(f"zarn {link} zarn good", memory)] == ["zarn", "florbit", "zarn", "fl0rbit"]
    assert sorted(memory.words) == ["good", "zarn"]


def test_a_text_of_new_chunks_costs_a_bounded_number_of_questions():
    memory = Memory()
    text = " ".join(f"florbit.{number}" for number in range(400))
    assert len(found(text, memory)) == 400
    assert len(memory.words) == 20


def test_when_too_much_is_known_the_oldest_is_forgotten():
    memory = Memory({f"old{number}": "old" for number in range(MOST_KNOWN)})
    assert len(found("new florbit", memory)) == 1
    assert len(memory.words) == MOST_KNOWN // 2 + 2
    assert "old0" not in memory.words
    assert len(found("old0 new florbit", memory)) == 1
