"""Who is asked, what follows from the answer, and what it adds up to."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.conversations import Conversation, TalkKind, TalkState
from bot.core.ratings import Publishing, Rating, Score
from bot.core.text import plain
from bot.domain.care.satisfaction import (
    FOR_EVER,
    LONGEST_COMMENT,
    ONCE_IN,
    Rate,
    allowed,
    commented,
    consent,
    is_asked,
    more,
    on_record,
    question,
    rated,
    review,
    summary,
    take_back,
    withdrawn,
)
from tests.build import ANN, NOON, later
from tests.fakes.town import VOICES

OPEN = Conversation(4, ANN.user, "Ann", NOON, NOON, state=TalkState.PENDING, answered_at=NOON, entries=3)
OVER = replace(OPEN, state=TalkState.RESOLVED)
ASKED = Rating(1, 4, ANN.user, NOON, "money")
GOOD = replace(ASKED, score=Score.GOOD, rated_at=NOON)
WARSAW = ZoneInfo("Europe/Warsaw")


def told(body):
    return plain(VOICES.of("en")(body))


@pytest.mark.parametrize(
    ("before", "after", "last", "asked"),
    [
        (OPEN, OVER, None, True),
        (OPEN, OVER, NOON - ONCE_IN, True),
        (OPEN, OVER, NOON - ONCE_IN + timedelta(seconds=1), False),
        (OVER, OVER, None, False),
        (None, OVER, None, False),
        (OPEN, OPEN, None, False),
        (OPEN, replace(OVER, merged_into=5), None, False),
        (OPEN, replace(OVER, blocked=True), None, False),
        (OPEN, replace(OVER, answered_at=None), None, False),
    ],
)
def test_who_is_asked(before, after, last, asked):
    assert is_asked(before, after, last, NOON) is asked


def test_the_question_has_a_face_and_a_word_on_every_button_and_is_for_her_alone():
    body, (buttons,) = question(ASKED, "Riverside")
    assert "conversation number 4 with the team of Riverside" in told(body)
    assert [told(button.label) for button in buttons] == ["🙂 Good", "😐 So-so", "🙁 Bad"]
    assert [button.press for button in buttons] == [Rate(1, 3), Rate(1, 2), Rate(1, 1)]
    assert {button.only for button in buttons} == {ANN.user}
    assert more(ASKED)[0][0].only == ANN.user


def test_the_last_answer_counts_and_stands_in_the_conversation_without_making_it_newer():
    assert rated(ASKED, Score.GOOD, NOON) == GOOD
    moved = on_record(OVER, GOOD, ANN.user, "Ann", later(hours=1))
    (entry,) = moved.said
    assert (entry.kind, entry.seq, entry.what, entry.text) == (TalkKind.EVENT, 4, "rated", "good")
    assert (moved.now.entries, moved.now.touched_at, moved.now.state) == (4, OVER.touched_at, TalkState.RESOLVED)
    assert on_record(OVER, ASKED, ANN.user, "Ann", NOON).said[0].text == ""


@pytest.mark.parametrize(
    ("score", "reviews", "leave"),
    [
        (Score.GOOD, True, Publishing.ASKED),
        (Score.GOOD, False, Publishing.UNASKED),
        (Score.FAIR, True, Publishing.UNASKED),
        (Score.BAD, True, Publishing.UNASKED),
    ],
)
def test_only_who_was_content_is_asked_for_her_words_and_only_where_the_config_wants_them(score, reviews, leave):
    said = commented(replace(GOOD, score=score), f" {'x' * 2000} ", reviews=reviews)
    assert (len(said.comment), said.leave) == (LONGEST_COMMENT, leave)


def test_a_yes_is_for_just_these_words_and_can_be_taken_back_for_ever():
    words = commented(GOOD, "They were kind.", reviews=True)
    body, (buttons,) = consent(words, "Riverside")
    assert "They were kind." in told(body)
    assert "without your name" in told(body)
    assert [(button.press.yes, button.only) for button in buttons] == [(True, ANN.user), (False, ANN.user)]
    assert allowed(words, yes=True).leave is Publishing.GIVEN
    assert allowed(words, yes=False).leave is Publishing.REFUSED
    assert take_back(words)[0][0].lasts == FOR_EVER
    gone = withdrawn(allowed(words, yes=True))
    assert (gone.leave, gone.comment, gone.score) == (Publishing.WITHDRAWN, "", Score.GOOD)


def test_the_summary_counts_by_category_and_month_by_the_communitys_clock_and_names_nobody():
    new_year = replace(GOOD, rated_at=later(hours=-13, minutes=-30))  # half past ten in UTC is still last year there
    ratings = [
        replace(GOOD, number=2, category="doors", score=Score.BAD),
        GOOD,
        new_year,
        replace(GOOD, score=Score.FAIR, rated_at=later(days=-9), category=""),
        ASKED,
    ]
    assert told(summary(ratings, WARSAW)).splitlines() == [
        "In the last year, asked how it was: 5; answered: 4.",
        "In all: 2 good · 1 so-so · 1 bad",
        "By category:",
        "-: 0 good · 1 so-so · 0 bad",
        "doors: 0 good · 0 so-so · 1 bad",
        "money: 2 good · 0 so-so · 0 bad",
        "By month:",
        "2026-01: 1 good · 0 so-so · 1 bad",
        "2025-12: 1 good · 1 so-so · 0 bad",
    ]
    assert told(summary([ASKED], WARSAW)) == "In the last year, asked how it was: 1; answered: 0."
    one = told(summary([GOOD], WARSAW)).splitlines()
    assert one[1:] == ["In all: 1 good · 0 so-so · 0 bad", "By month:", "2026-01: 1 good · 0 so-so · 0 bad"]


def test_a_review_is_shown_by_number_and_month():
    assert told(review(replace(GOOD, comment="Kind."), WARSAW)).splitlines() == ["Number 1, 2026-01:", "Kind."]
