"""What people type becomes a poll, or every reason why not."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.polls import PollKind
from bot.core.text import Say
from bot.domain.polls.draft import House, drafted
from bot.domain.polls.line import Typed, read_line, read_options, split
from bot.domain.polls.settings import Settings, phrases_of, read_settings

NOW = datetime(2026, 3, 27, 12, tzinfo=UTC)
"""A Friday in Warsaw; on Sunday at 2:00 the clocks are put forward."""
HOUSE = House(timedelta(hours=24), ZoneInfo("Europe/Warsaw"))


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        ("question a b c", Typed("question", ("a", "b", "c"))),
        ('"Where to?" here "over there"', Typed("Where to?", ("here", "over there"))),
        ("Where do we meet? workshop cafe", Typed("Where do we meet?", ("workshop", "cafe"))),
        ("„Gdzie?” tu «там везде» “right here”", Typed("Gdzie?", ("tu", "там везде", "right here"))),
        ("Lunch?\npizza and salad\nsoup\ncloses: 2h", Typed("Lunch?", ("pizza and salad", "soup"), ("closes 2h",))),
        ('Q? a b closes:"friday 18:00" anonymous:', Typed("Q?", ("a", "b"), ("closes friday 18:00", "anonymous"))),
        ("Q? a b quorum:10 kind:ranked", Typed("Q?", ("a", "b"), ("quorum 10", "kind ranked"))),
        ("Q? a:b https://example.org", Typed("Q?", ("a:b", "https://example.org"))),
        ('Q? "never closed', Typed("Q?", ('"never', "closed"))),
        ('"closes:2h" a', Typed("closes:2h", ("a",))),
        ("", Typed("", ())),
        ("   \n ", Typed("", ())),
        ('x"y z:"w', Typed('x"y', ('z:"w',))),
    ],
)
def test_a_line_is_cut_as_people_mean_it(line, typed):
    assert read_line(line) == typed


def test_a_line_of_any_length_is_cut_quickly():
    assert len(split('"' * 5000)) == 5000 or split('"' * 5000)
    assert len(split("a " * 2500)) == 2500


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("a\nb c\n\n d ", ("a", "b c", "d")),
        ("a | b c | d", ("a", "b c", "d")),
        ("a; b", ("a", "b")),
        ('a "b c"', ("a", "b c")),
        ("", ()),
    ],
)
def test_options_stand_in_a_field_as_people_write_them(text, options):
    assert read_options(text) == options


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        ("", Settings()),
        ("ranked, anonymous", Settings(PollKind.RANKED, anonymous=True)),
        ("kilka, jawnie, kworum 5", Settings(PollKind.SEVERAL, quorum=5, anonymous=False)),
        ("викторина\nответ 2, потому что так, и всё", Settings(PollKind.QUIZ, right=1, because="что так, и всё")),
        ("hidden, everywhere no", Settings(hidden=True, everywhere=False)),
        ("open, kudo", Settings(anonymous=False, everywhere=True)),
        ("starts monday 9:00, closes 2h", Settings(starts="monday 9:00", closes="2h")),
        ("kind ranked", Settings(PollKind.RANKED)),
    ],
)
def test_settings_are_read_in_five_languages(text, settings):
    assert read_settings(phrases_of(text)) == settings


@pytest.mark.parametrize("text", ["fancy", "quorum many", "closes", "kind odd", "ranked x", "right"])
def test_a_setting_that_is_not_understood_is_named(text):
    assert read_settings(phrases_of(text)) == Say("poll-fault-setting", {"given": text})


def test_an_empty_phrase_is_nothing():
    assert read_settings(("", " ")) == Settings()


def faults(typed: Typed) -> list[str]:
    found = drafted(typed, NOW, HOUSE)
    assert isinstance(found, tuple), found
    return [fault.key for fault in found]


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        (Typed("Q", ("a",)), ["poll-fault-few-options"]),
        (Typed("", ()), ["poll-fault-no-question", "poll-fault-few-options"]),
        (Typed("\u200b", ("a", "\u2060")), ["poll-fault-no-question", "poll-fault-few-options"]),
        (Typed("Q", tuple(map(str, range(400)))), ["poll-fault-many-options"]),
        (Typed("Q", ("Tea", "tea")), ["poll-fault-twice"]),
        (Typed("x" * 5000, ("a", "b")), ["poll-fault-question-long"]),
        (Typed("Q", ("a" * 5000, "b")), ["poll-fault-option-long"]),
        (Typed("Q", ("a", "b"), ("closes today 9:00",)), ["moment-past"]),
        (Typed("Q", ("a", "b"), ("closes sunday 2:30",)), ["moment-skipped"]),
        (Typed("Q", ("a", "b"), ("starts sunday 2:30",)), ["moment-skipped"]),
        (Typed("Q", ("a", "b"), ("closes whenever",)), ["moment-unreadable"]),
        (Typed("Q", ("a", "b"), ("closes 30s",)), ["poll-fault-lasts"]),
        (Typed("Q", ("a", "b"), ("closes 91d",)), ["poll-fault-lasts"]),
        (Typed("Q", ("a", "b"), ("starts tomorrow 10:00", "closes friday 18:00")), []),
        (Typed("Q", ("a", "b"), ("quiz",)), ["poll-fault-right"]),
        (Typed("Q", ("a", "b"), ("quiz", "right 3")), ["poll-fault-right"]),
        (Typed("Q", ("a", "b"), ("quiz", "right 0")), ["poll-fault-right"]),
        (Typed("Q", ("a", "b"), ("because " + "x" * 201,)), ["poll-fault-because-long"]),
        (
            Typed("", ("a",), ("fancy", "closes never")),
            ["poll-fault-no-question", "poll-fault-few-options", "poll-fault-setting"],
        ),
    ],
)
def test_whatever_is_wrong_is_said_at_once(typed, keys):
    if not keys:
        draft = drafted(typed, NOW, HOUSE)
        assert draft.closes_at - draft.opens_at < timedelta(days=8)
        return
    assert faults(typed) == keys


def test_a_question_and_options_are_enough_for_a_day():
    draft = drafted(read_line("question a b c"), NOW, HOUSE)
    assert (draft.question, draft.options) == ("question", ("a", "b", "c"))
    assert (draft.opens_at, draft.closes_at) == (NOW, NOW + timedelta(hours=24))


def test_a_span_counts_from_the_opening_and_an_hour_that_comes_twice_says_so():
    typed = Typed("Q", ("a", "b"), ("starts tomorrow 10:00", "closes 2h"))
    draft = drafted(typed, NOW, HOUSE)
    assert draft.closes_at - draft.opens_at == timedelta(hours=2)
    assert not draft.twice
    october = datetime(2026, 10, 23, 12, tzinfo=UTC)
    assert drafted(Typed("Q", ("a", "b"), ("closes sunday 2:30",)), october, HOUSE).twice
