"""The feedback board of a config: what is read, and what is refused with its place."""

from datetime import time, timedelta

import pytest

from bot.adapters.files.community import load
from bot.adapters.files.faults import Refused
from bot.runtime.care import Board, Digest
from tests.fakes.town import LOCALES

HEAD = "community: {name: Oaks}\nplaces: {staff: {discord: '#s'}, ideas: {discord: '#i'}}\n"


def board(text):
    return load((HEAD + text).encode(), "c.yaml", LOCALES).community.feedback


def test_without_the_section_there_is_no_board():
    assert board("") is None


def test_a_board_is_read_whole_and_by_default_says_no_weekly_report():
    assert board("feedback: {in: ideas}") == Board("ideas", 3, None, timedelta(days=60))
    found = board('feedback: {in: ideas, per_day: 1, stale: 30d, digest: {day: friday, at: "17:30"}}')
    assert found == Board("ideas", 1, Digest("staff", 4, time(17, 30)), timedelta(days=30))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("feedback: {in: ideass}", 'there is no place "ideass"'),
        ("feedback: {in: ideas, digest: {in: nowhere}}", 'there is no place "nowhere"'),
        ('feedback: {in: ideas, digest: {at: "25:00"}}', "a time of day looks like"),
        ("feedback: {in: ideas, digest: {at: 9}}", "a time of day looks like"),
        ("feedback: {in: ideas, digest: {day: someday}}", "monday"),
        ("feedback: {in: ideas, per_day: 0}", "1"),
        ("feedback: {where: ideas}", "where"),
    ],
)
def test_what_cannot_be_meant_is_refused(text, what):
    with pytest.raises(Refused, match=what):
        board(text)
