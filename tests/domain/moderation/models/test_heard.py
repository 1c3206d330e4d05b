"""What was said lately, and the question about it that teaches most."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.core.lessons import Lesson
from bot.core.people import Rank
from bot.core.text import Say, plain
from bot.domain.moderation.models.features import SIZE, Features
from bot.domain.moderation.models.heard import LATELY, MOST, Heard, TeachNext, about_of, asked, question, since
from bot.domain.moderation.models.linear import ZERO, About, Linear
from bot.domain.moderation.models.taught import Lessons
from bot.domain.moderation.models.weights import known_words
from bot.domain.moderation.sample import sample
from bot.domain.moderation.triggers import Spam
from tests.build import ANN, BOB, post
from tests.fakes.town import VOICES

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
OFFER, CHAT = "lottery tickets, call +48 600 100 200", "see you at the workshop tomorrow"


def pupil(bias=-1.0):
    known = known_words(Features.of(f"{OFFER} {CHAT}").words)
    return Spam(
        0.9, Linear(About("spam", "t", ("en",), "", 0.5), bytes((ZERO,)) * SIZE, known, 1.0, bias, {"phone": 9})
    )


def heard(*messages):
    one = Heard()
    for message in messages:
        one.take(message)
    return one


@pytest.mark.parametrize(
    ("message", "kept"),
    [
        (post(CHAT), True),
        (post("thank you"), False),
        (post(CHAT, by=replace(ANN, rank=Rank.HELPER)), False),
        (post(CHAT, by=replace(ANN, is_bot=True)), False),
    ],
)
def test_only_what_members_wrote_in_three_words_and_more_is_remembered(message, kept):
    assert list(heard(message).messages) == [message] * kept


def test_only_the_newest_are_remembered():
    one = heard(*(post(f"{CHAT} {n}") for n in range(MOST + 1)))
    assert len(one.messages) == MOST
    assert one.messages[0].text == f"{CHAT} 1"


def test_what_is_deleted_and_who_is_forgotten_goes_at_once():
    mine, hers, other = post(CHAT, by=BOB), post(CHAT, by=ANN), post(OFFER, by=ANN)
    one = heard(mine, hers, other)
    one.lose(other.ref)
    assert list(one.messages) == [mine, hers]
    one.forget_people({BOB.user})
    assert list(one.messages) == [hers]
    one.messages.extend([hers] * MOST)
    assert len(one.messages) == MOST


def test_old_messages_go_when_there_are_new_ones():
    young, old = replace(post(CHAT), sent_at=NOON), replace(post(OFFER), sent_at=NOON - LATELY)
    assert list(heard(old, young).messages) == [young]


def test_old_messages_are_asked_about_no_more():
    young, old = replace(post(CHAT), sent_at=NOON), replace(post(OFFER), sent_at=NOON - LATELY)
    assert since([young, old], NOON + timedelta(seconds=1)) == [young]


def test_the_question_is_about_what_the_model_is_least_sure_of():
    chosen = question(pupil(), [post(OFFER), post(CHAT)], Lessons(), ())
    assert (chosen.seen.text, chosen.about) == (CHAT, about_of(chosen.seen.message.ref))
    assert chosen.score == pytest.approx(0.27, abs=0.01)


def test_nothing_is_asked_twice():
    offer, chat = post(OFFER), post(CHAT)
    answered = Lesson("spam", about_of(chat.ref), False, NOON, Features.of(CHAT).packed())
    broken = Lesson("spam", "elsewhere", False, NOON, b"\1")
    lessons = Lessons([answered, broken])
    assert question(pupil(), [offer, chat], lessons, ()).seen.text == OFFER
    assert question(pupil(), [offer, chat], lessons, {about_of(offer.ref)}) is None
    assert question(pupil(), [post(f"{CHAT}!")], lessons, ()) is None


def test_the_card_shows_the_message_and_the_guess_and_takes_three_answers():
    body, (row,) = asked("spam", question(pupil(), [post(CHAT)], Lessons(), ()), None)
    said = plain(VOICES.of("en")(body))
    assert CHAT in said
    assert "27 %" in said
    assert [(one.press.label, bool(one.press.features), one.rank) for one in row] == [
        (True, True, Rank.MODERATOR),
        (False, True, Rank.MODERATOR),
        (False, False, Rank.MODERATOR),
    ]
    assert all(isinstance(one.press, TeachNext) and isinstance(one.label, Say) for one in row)


def test_the_card_says_where_the_model_cannot_guess():
    strange = question(pupil(), [post("kjo fjali eshte shkruar shqip")], Lessons(), ())
    assert strange.score is None
    assert "cannot guess" in plain(VOICES.of("en")(asked("spam", strange, None)[0]))


class Unread(Spam):
    """A rule whose model is not there any more."""

    def base(self, variant):
        return None


def test_without_a_model_any_message_may_be_asked_about():
    rule = pupil()
    assert question(Unread(rule.at_least, rule.model), [post(CHAT), post(OFFER)], Lessons(), ()).seen.text == CHAT


def test_the_question_reads_as_the_rule_does():
    trigger, seen = pupil(), sample(post(CHAT))
    chosen = question(trigger, [post(CHAT)], Lessons(), ())
    assert (chosen.variant, chosen.features) == trigger.lesson(seen)
