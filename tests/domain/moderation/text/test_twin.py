"""What the compiled twin is told is what Python knows, and what it answers is taken as Python's own answer."""

from hypothesis import given

from bot.domain.moderation.models import features
from bot.domain.moderation.models.weights import Weights, known_words
from bot.domain.moderation.text import signs
from bot.domain.moderation.text.alphabet import CODES, encoded
from bot.domain.moderation.text.glance import Memory, candidates_once
from bot.domain.moderation.text.known import MOST_KNOWN, SUSPECT, TAIL, Known
from bot.domain.moderation.text.lexicon import Lexicon
from bot.domain.moderation.text.look import HIDE, LINK, look, words_of
from bot.domain.moderation.text.passes import MOST_STEPS
from bot.domain.moderation.text.reading import read, read_with
from bot.domain.moderation.text.twin import look_of, tells_of
from bot.domain.moderation.text.words import Entry
from tests.domain.moderation.text.test_alphabet import TEXTS
from tests.domain.moderation.text.test_lexicon import LEXICON


class Written:
    """A twin that only notes what it is told."""

    def eye(self, tables, numbers):
        return tables, numbers

    def lists(self, tables, numbers):
        return tables, numbers


def test_each_character_has_its_code_and_pictures_and_joiners_have_theirs():
    (codes, *_), _ = look_of(Written())
    assert all(codes[ord(char)] == code for char, code in CODES.items())
    assert [codes[ord(char)] for char in "😄→\u200d\ufe0f\x07\u4e00"] == [1, 1, 2, 2, 0, 0]


def test_a_row_of_signs_is_marked_just_where_it_ends_with_a_pattern():
    tables, _ = look_of(Written())

    def told(text, classes, places, shift):
        at, found = 0, []
        for code in encoded(text):
            at = (at << shift | classes[code]) & (len(places) - 1)
            found.append(places[at])
        return found

    assert told("a.b f**", *tables[4:6], 4) == [0, 0, 1, 0, 0, 0, 1]
    assert told("a.b c .d %e", *tables[6:8], 3) == [0, 0, 4, 0, 0, 0, 0, 2, 0, 0, 1]
    assert told("жa va vж avv", *tables[8:10], 2) == [0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1]
    assert (tables[4], tables[6]) != (HIDE, LINK)  # numbered anew, the empty one first


def test_words_with_letters_of_another_alphabet_stand_in_no_list():
    lexicon = Lexicon.of([Entry("florbit", "en"), Entry("ფლორბიტ", "ka"), Entry("gron", "en", kind="stem")])
    (*sets, masks, stems, kinds, latin, cyrillic, _), numbers = tells_of(Written(), lexicon.index)
    assert b"florbit" in sets[0].split()
    assert all(line for each in sets for line in each.split(b"\n") if each)
    assert b"ft7 florbit\n" in masks
    assert b"??7 ???????\n" in masks
    assert stems == b"gron\n"
    assert kinds[ord("f")] == 1
    assert (chr(latin[ord("3")]), cyrillic[ord("3")]) == ("e", CODES["е"])
    assert numbers == (7, MOST_STEPS)


def in_python(index):
    """What a twin answers, as `known.py` knows it."""

    def tells(spaced, signed):
        kinds = Known(index)
        suspects = [word for word in words_of(spaced) if kinds[word] >= SUSPECT]
        return (suspects, True, None if signed else ()) if suspects or len(words_of(spaced)) > 1 or signed else None

    return tells


TWIN = Memory(LEXICON.index, in_python(LEXICON.index))


@given(TEXTS)
def test_with_a_twin_the_same_is_found(text):
    reading = read(text)
    assert set(candidates_once(TWIN, reading)) == set(candidates_once(Memory(LEXICON.index), reading))


def test_what_the_twin_says_is_not_asked_again():
    blind = Memory(LEXICON.index, lambda spaced, signed: None)
    assert candidates_once(blind, read("florbit fl0rbit")) == ()
    joined = candidates_once(blind, read("fl😄\ufe0f florb*t"))  # which no twin looks through for signs
    assert [each.how for each in joined] == ["masked"]
    assert candidates_once(blind, read("ｆlorbit")) == ()
    assert candidates_once(blind, read("ｆlorbit 中")) == ()
    assert len(candidates_once(blind, read("ｏgron中"))) == 1  # a stem in a word that no twin can spell


def test_what_holds_nothing_is_kept_in_bounds_with_a_twin_too():
    memory = Memory(LEXICON.index, lambda spaced, signed: (words_of(spaced), False, ()))
    memory.words.update(dict.fromkeys(map(str, range(MOST_KNOWN + 1)), TAIL))
    candidates_once(memory, read("harmless"))
    assert list(memory.words) == ["harmless"]
    candidates_once(memory, read("harmless indeed"))
    assert list(memory.words) == ["harmless", "indeed"]


def test_something_else_may_take_the_first_look():
    try:
        read_with(lambda text: (signs.AT, b"other words", 7, None))
        reading = read("hello")
    finally:
        read_with(look)
    assert (reading.signs, reading.words, reading.mark, reading.folded) == (signs.AT, ("other", "words"), 7, "hello")


def test_something_else_may_find_the_parts_of_words():
    class Parts:
        def parts(self, word, mask):
            return (7, 8) if len(word) < 9 else None

        def spelt(self, text, numbers):
            return tuple(text.split()), frozenset({2})

        def weigher(self, weights, known, numbers):
            return lambda text: (len(weights), len(text), numbers[0], 1)

    weights = Weights(bytes(features.SIZE), known_words(()))
    parts = (
        len(features.parts_of("hello")) + 1
    )  # the word itself, what it is made of, and its pair with nothing before it
    assert weights.weighed("hello") == (0, parts, 1, 1)
    try:
        features.parts_with(Parts())
        assert features.parts_of("hello")[1:] == (7, 8)
        assert len(features.parts_of("wonderfully")) > 9  # too long for the other one
        assert features.Features.of("hello there").pairs == {2}
        assert weights.weighed("hello") == (features.SIZE, 5, features.MOST_TOKENS, 1)
    finally:
        features.parts_with(None)
    assert len(features.parts_of("hello")) > 9
