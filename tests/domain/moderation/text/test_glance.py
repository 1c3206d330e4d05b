"""A first look remembers what people say, and never decides anything."""

from bot.domain.moderation.text.glance import MOST_KNOWN, worth_a_look
from bot.domain.moderation.text.lexicon import Lexicon
from bot.domain.moderation.text.reading import read
from bot.domain.moderation.text.words import Entry

LEXICON = Lexicon.of([Entry("florbit", "en"), Entry("zarn", "en")])


def looks(text, known):
    return [each.look.__name__ for each, _ in worth_a_look(LEXICON.index, known, read(text).folded)]


def test_ordinary_talk_is_worth_no_look():
    assert looks("good morning, who has my ladder? 5 m, the red one :)", {}) == []


def test_only_passes_that_may_find_something_are_made():
    assert looks("you florbit", {}) == ["_whole"]
    assert looks("you fl0rbit", {}) == ["_signs"]
    assert looks("you flor bit", {}) == ["_pairs"]


def test_what_was_learnt_is_asked_no_more():
    known = {}
    looks("good morning florbit", known)
    assert known == {"good": "good", "morning": "morning", "florbit": "!"}
    known["morning"] = "zarn"
    known["good"] = "zarn"
    assert looks("good morning", known) == []


def test_links_and_screams_are_looked_at_but_not_remembered():
    known = {}
    assert looks("a" * 40 + " https://example.org/fl0rbit/florbit/" + "x" * 30, known) != []
    assert known == {}


def test_a_text_of_new_chunks_costs_a_bounded_number_of_questions():
    known = {}
    looks(" ".join(f"florbit.{number}" for number in range(1000)), known)
    assert len(known) == 20
    assert len(LEXICON.find(read(" ".join(f"florbit.{number}" for number in range(100))), ["en"])) == 100


def test_when_too_much_is_known_the_oldest_is_forgotten():
    known = {f"old{number}": "old" for number in range(MOST_KNOWN)}
    assert looks("new florbit", known) == ["_whole"]
    assert len(known) == MOST_KNOWN // 2 + 2
    assert "old0" not in known
    assert looks("old0 new florbit", known) == ["_whole"]
