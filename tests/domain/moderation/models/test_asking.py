"""Which messages moderators are asked about."""

import pytest

from bot.domain.moderation.models.asking import least_sure
from bot.domain.moderation.models.features import Features

OFFER, TWIN = "lottery tickets for everybody, write to me", "lottery tickets for everybody, write me"
CHAT, OTHER = "see you at the workshop tomorrow", "the paint is dry"


def asked(*found, answered=()):
    return list(least_sure([(Features.of(text), margin) for text, margin in found], map(Features.of, answered)))


def test_what_the_model_is_least_sure_of_is_asked_about_first():
    assert asked((OFFER, 2.0), (CHAT, -0.4), (OTHER, -4.0)) == [1, 0, 2]


@pytest.mark.parametrize(("answered", "left"), [((), [0]), ((OFFER,), []), ((CHAT,), [0])])
def test_one_verdict_is_enough_for_texts_that_are_alike(answered, left):
    assert asked((OFFER, 0.5), (TWIN, 0.5), answered=answered) == left


def test_a_text_without_parts_is_like_none():
    assert asked(("", 0.5), (CHAT, 0.6), answered=("",)) == [0, 1]
