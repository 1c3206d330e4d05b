"""What becomes of a given answer, as a table; silence never counts as success."""

from dataclasses import replace

import pytest

from bot.core.answers import GivenAnswer, Outcome
from bot.core.text import Localised
from bot.domain.care.answers import Entry
from bot.domain.care.faq_card import (
    Tally,
    came_back,
    found_wrong,
    helped,
    id_of,
    person_row,
    rows_of,
    shown,
    tally,
    told,
)
from tests.build import ANN, NOON, later

ENTRY = Entry("hours", {"en": ("When?",)}, Localised({"en": "Nine.", "pl": "Dziewiąta."}), mark="m")
FRESH = GivenAnswer(id_of(ANN.user, NOON), "hours", ANN.user, NOON)
G, C, H, F = Outcome.GIVEN, Outcome.CONTAINED, Outcome.HANDED, Outcome.FALSE


@pytest.mark.parametrize(
    ("before", "after_helped", "after_coming_back", "after_wrong"),
    [(G, C, H, F), (C, C, F, F), (H, H, H, H), (F, F, F, F)],
)
def test_what_becomes_of_an_answer(before, after_helped, after_coming_back, after_wrong):
    one = replace(FRESH, outcome=before)
    assert helped(one).outcome is after_helped
    assert came_back(one, later(hours=23)).outcome is after_coming_back
    assert came_back(one, later(hours=25)) == one
    assert found_wrong(one).outcome is after_wrong


def test_each_answer_counts_once_and_silence_is_no_success():
    rows = [
        FRESH,
        replace(FRESH, at=later(hours=20)),
        replace(FRESH, outcome=C),
        replace(FRESH, outcome=H),
        replace(FRESH, outcome=F, entry="dogs"),
        replace(FRESH, outcome=F, entry="dogs"),
    ]
    count = tally(rows, later(hours=25))
    assert count == Tally(6, 1, 1, 1, 2, 1, (("dogs", 2), ("hours", 1)))
    assert count.given == count.contained + count.handed + count.abandoned + count.false + count.waiting
    assert len(told(count, 30).parts) == 3
    assert tally((), NOON) == Tally()


def test_it_is_shown_in_the_language_asked_in_where_there_is_one():
    assert shown(ENTRY, "pl").parts == (Localised({"pl": "Dziewiąta."}),)
    assert shown(replace(ENTRY, source="here"), "ru").parts[0] == ENTRY.answer


def test_there_is_always_a_way_to_a_person_and_one_for_staff_where_they_see_it():
    assert [len(row) for row in rows_of(FRESH, ENTRY, "q" * 900, only=ANN.user, staff=False)] == [2]
    rows = rows_of(FRESH, ENTRY, "q" * 900, only=ANN.user, staff=True, conversation=4)
    assert [len(row) for row in rows] == [2, 1]
    assert len(rows[0][1].press.question) == 500
    assert rows[0][1].press.conversation == 4
    assert person_row("q", ANN.user)[0][0].only == ANN.user
