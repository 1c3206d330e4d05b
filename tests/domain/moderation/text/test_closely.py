"""A text that ordinary chat is not made of, read character by character, and as quickly as can be."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.moderation.text import signs
from bot.domain.moderation.text.closely import MOST_STRANGE, closely
from bot.domain.moderation.text.letters import ACCENTED, shown
from bot.domain.moderation.text.reading import read
from bot.domain.moderation.text.words import TOO_MANY
from tests.domain.moderation.text.test_lexicon import LANGUAGES, LEXICON

MIXED = st.text(
    st.one_of(st.characters(), st.sampled_from("aAąiИинey\u0301\u0306\u0328\u0308\u200b\ufdfaİǅ㍐🇵⒜語한\x00 "))
)


def one_by_one(text):
    """Say the same in the plainest words."""
    out, starts = [], []
    for at, char in enumerate(text):
        seen = shown(char)
        out.extend(seen)
        starts.extend([at] * len(seen))
        if not seen and out:
            whole = unicodedata.normalize("NFC", out[-1] + char)
            out[-1] = whole if whole in ACCENTED else out[-1]
    return "".join(out), tuple(starts), True


@given(MIXED)
def test_it_is_what_each_character_shows(text):
    assert closely(text) == one_by_one(text)


def test_marks_are_put_upon_the_last_letter_that_is_seen():
    assert closely("\u0301a\u200b\u0328\u0301e\u0316\u0328") == one_by_one("\u0301a\u200b\u0328\u0301e\u0316\u0328")
    assert closely("a\u0328")[0] == "ą"


def test_of_too_many_strange_characters_only_the_beginning_is_read_and_that_is_told():
    many = "".join(map(chr, range(0xF900, 0xF900 + MOST_STRANGE)))
    assert closely(many)[2]
    _, starts, is_whole = closely(many + "ｆ" * 1000)
    assert (max(starts) < 500, is_whole) == (True, False)
    assert read(many + "ｆ").signs & signs.UNREAD
    (unread,) = LEXICON.find(read(many + "ｆ"), LANGUAGES)
    assert (unread.word, unread.how) == (TOO_MANY, "too many strange characters")
    assert LEXICON.find(read(many), LANGUAGES) == ()
