"""Bytes read ordinary chat as the long way does, and a sign that is not there was not overlooked."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.moderation.sample import sample
from bot.domain.moderation.text import alphabet, signs
from bot.domain.moderation.text.hosts import hosts
from bot.domain.moderation.text.letters import EVERYDAY_SIGNS, NATIVE, is_unusual, unaccented
from bot.domain.moderation.text.passes import WORD, Seen
from bot.domain.moderation.text.reading import read
from bot.domain.moderation.text.within import SIGNS
from bot.domain.moderation.triggers import Caps, Emoji, Mentions, PersonalData
from bot.domain.moderation.triggers.personal import Personal
from tests.build import post
from tests.domain.moderation.text.test_lexicon import LEXICON
from tests.domain.moderation.triggers.looking import look

ORDINARY = "".join(map(chr, range(32, 127))) + "\n\t" + NATIVE + NATIVE.upper() + EVERYDAY_SIGNS
TEXTS = st.one_of(
    st.text(st.sampled_from(ORDINARY), max_size=60),
    st.text(st.sampled_from("florbit FLO123@.:/<>()[]*_|!?-% жуЖ😄❤\ufe0f"), max_size=60),
    st.lists(
        st.sampled_from(
            ("tg:", "example", ".", "com", "/", "dot", "[.]", "@everyone", "4111", "1111", "%2e", "：", "\\", "www")
        ),
        max_size=9,
    ).map(" ".join),
    st.lists(st.sampled_from((*"./%[(:@…ёt 😄\ufe0f", "tg:", "com", "example", "2e", "dot", "www")), max_size=9).map(
        "".join
    ),
    st.text(max_size=60),
)


@given(TEXTS)
def test_bytes_say_what_the_long_way_says(text):
    reading = read(text)
    assert reading.folded == unaccented(reading.plain)
    assert reading.words == tuple(WORD.findall(reading.folded))
    if not is_unusual(text):
        assert (reading.plain, reading.starts) == (text.casefold(), None)


@given(TEXTS)
def test_what_a_sign_stands_for_is_nowhere_when_it_is_not_set(text):
    reading = read(text)
    if not reading.signs & signs.LINKISH:
        assert hosts(text) == ()
    if not reading.signs & signs.SIGNED:
        seen = Seen(reading.folded)
        assert [found for each in SIGNS for found in each.look(LEXICON.index, seen)] == []
    for trigger in (Caps(0.8, 10), Emoji(1), Mentions(everyone=True), PersonalData(frozenset(Personal))):
        if trigger.needs and not trigger.needs & reading.signs:
            assert look(trigger, text) is None


def test_only_what_fits_is_encoded():
    assert alphabet.encoded("Zażółć, ёж ¿qué?") is not None
    assert alphabet.encoded("smile 😄") is None
    assert alphabet.encoded("a\0b") is alphabet.encoded("ż\0") is None
    assert alphabet.roughly_encoded("a😄b") == b"a?b"


def test_a_joiner_of_emoji_hides_no_link():
    assert [host.name for host in sample(post("see me.\ufe0fexample.\ufe0fcom")).hosts] == ["me.example.com"]
