"""Whatever a message holds, what is done about it is bounded: steps are counted here, `bench.policy_speed` takes the time."""

import random
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.hostile import hostile
from bot.domain.moderation.history import History
from bot.domain.moderation.sample import sample
from bot.domain.moderation.triggers import Caps, Emoji, Links, LookAlikes, PersonalData, Scripts, Words, Zalgo
from bot.domain.moderation.triggers.personal import Personal
from tests.build import post
from tests.domain.moderation.text.test_lexicon import LEXICON

MOST_STEPS = 8
"""Calls of any function, for each character."""
TRIGGERS = (
    Words(("en", "ru"), lexicon=LEXICON),
    Links(),
    Links("invites"),
    LookAlikes(),
    Caps(0.5),
    Emoji(5),
    Zalgo(),
    Scripts(frozenset({"latin"})),
    PersonalData(frozenset(Personal)),
)


def steps(text):
    """How many functions are called, Python's own ones, too, to read a message and to ask every trigger."""
    message, history, counted = post(text), History(), 0

    def count(frame, event, arg):
        nonlocal counted
        counted += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        seen = sample(message)
        for trigger in TRIGGERS:
            trigger.find(seen, history)
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.long
def test_no_text_makes_more_work_than_its_length_allows():
    worst = {name: steps(text) / len(text) for name, text in hostile(1, 4096).items()}
    assert {name: each for name, each in worst.items() if each > MOST_STEPS} == {}


@pytest.mark.parametrize(
    "name", ["different domains", "any Unicode", "dots between Cyrillic letters", "different leet"]
)
def test_twice_the_text_makes_hardly_more_than_twice_the_work(name):
    short, long = (steps(hostile(1, size)[name]) for size in (2000, 4000))
    assert long < 2.5 * short


PIECES = st.one_of(
    st.text(min_size=1, max_size=6),
    st.sampled_from(
        ("florbit", "fl", "za", "ss", "zarn", "гав", "рун", "xo", *"*_#@$!|+.-`<>\\/:%[]( ", "1", "vv", "\u0301", "🔥")
    ),
)


@settings(max_examples=30)
@given(st.lists(PIECES, min_size=1, max_size=30), st.integers(0, 9))
def test_whatever_a_text_is_made_of_the_work_is_bounded(pieces, seed):
    chance, made, length = random.Random(seed), [], 0
    while length < 4096:
        made.append("".join(chance.choices(pieces, k=chance.randint(1, 4))) + chance.choice((" ", "", "\n")))
        length += len(made[-1])
    assert steps("".join(made)[:4096]) < MOST_STEPS * 4096
