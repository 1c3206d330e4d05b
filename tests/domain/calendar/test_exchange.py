"""The calendar to other programs and back."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.ids import TELEGRAM, UserRef
from bot.core.posts import Post, PostState, Wording
from bot.domain.calendar.exchange import MOST_CHARACTERS, MOST_POSTS, NotTaken, as_csv, as_ical, read

WARSAW = ZoneInfo("Europe/Warsaw")
NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
EVA = UserRef(TELEGRAM, "1")
BASE = Post(0, "", EVA, "Eva", (), ("lobby",))
ONCE = Post(
    1, "Spring; fair, all", EVA, "Eva",
    (Wording("Come\nalong, =1+1"), Wording("Chodź", "pl"), Wording("Hi", "", "discord")), ("news", "lobby"),
    PostState.SCHEDULED, NOW + timedelta(days=30), pillar="people", owner="Olga",
)  # fmt: skip
WEEKLY = replace(
    ONCE, number=2, title="Weekly", at=datetime(2026, 3, 9, 9, tzinfo=UTC), rule="FREQ=WEEKLY;BYDAY=MO",
    start="2026-03-02T10:00:00", wordings=(Wording("What are you making?"),),
)  # fmt: skip


def back(name, text, now=NOW):
    found, skipped = read(name, text, BASE, WARSAW, now)
    assert not skipped
    return found


def said(post):
    return (post.title, set(post.wordings), post.roles, post.at, post.rule, post.start[:16], post.owner)


@pytest.mark.parametrize("form", ["ics", "csv"])
def test_what_is_written_can_be_read_again(form):
    text = as_ical([ONCE, WEEKLY], "oaks", WARSAW, NOW) if form == "ics" else as_csv([ONCE, WEEKLY], WARSAW)
    once, weekly = back(f"x.{form}", text)
    assert said(once) == said(ONCE)
    assert said(weekly) == said(WEEKLY)
    assert {once.state, weekly.state} == {PostState.DRAFT}
    assert once.approval is None
    assert back(f"x.{form}", text)[0].source == once.source != weekly.source


def test_what_has_no_time_is_no_event():
    assert "VEVENT" not in as_ical([replace(ONCE, at=None)], "oaks", WARSAW, NOW)


def test_nothing_in_a_table_begins_like_a_formula():
    evil = replace(ONCE, title="=cmd()", wordings=(Wording("@SUM(A1)"),))
    text = as_csv([evil], WARSAW)
    assert "'=cmd()" in text
    assert "'@SUM(A1)" in text
    assert back("x.csv", text)[0].title == "=cmd()"


def test_a_repetition_begins_in_other_calendars_on_a_day_on_which_it_comes():
    sunday = replace(WEEKLY, start="2026-03-01T10:00:00")
    text = as_ical([sunday], "oaks", WARSAW, NOW)
    assert "DTSTART;TZID=Europe/Warsaw:20260302T100000" in text


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Hi,Words,xx,", "post-word-unknown"),
        ("Hi,Words,,irc", "post-word-unknown"),
        (f"Hi,{'x' * 2001},,", "giveaway-fault-long"),
    ],
)
def test_words_that_would_reach_nobody_are_refused(row, why):
    found, skipped = read("x.csv", f"title,text,language,messenger\n{row}\n", BASE, WARSAW, NOW)
    assert (found, [one.why.key for one in skipped]) == ([], [why])


def test_a_table_names_languages_and_messengers_as_people_write_them():
    (one,) = back("x.csv", "title,text,language,messenger\nHi,Words, PL,Discord\n")
    assert one.wordings == (Wording("Words", "pl", "discord"),)


def test_entries_are_known_again_by_their_uid_their_place_in_a_series_or_their_words():
    def one(*fields):
        return "\r\n".join(("BEGIN:VEVENT", "DTSTART:20260401T100000Z", *fields, "END:VEVENT\r\n"))

    text = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
        + one("UID:a", "SUMMARY:Series", "RRULE:FREQ=DAILY")
        + one("UID:a", "SUMMARY:Moved", "RECURRENCE-ID:20260402T100000Z")
        + one("SUMMARY:Nameless")
        + one("SUMMARY:Nameless too")
        + "END:VCALENDAR\r\n"
    )
    assert [post.source for post in back("x.ics", text)] == [
        "file a",
        "file a 2026-04-02 10:00:00+00:00",
        "file Nameless 2026-04-01 10:00:00+00:00",
        "file Nameless too 2026-04-01 10:00:00+00:00",
    ]


def test_a_calendar_of_another_program():
    text = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
        "BEGIN:VEVENT\r\nUID:a\r\nDTSTART;VALUE=DATE:20260401\r\nSUMMARY:All day\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:b\r\nDTSTART:20260401T100000Z\r\nSUMMARY:Utc\r\nDESCRIPTION:Words\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:c\r\nDTSTART:20200401T100000Z\r\nSUMMARY:Long ago\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:e\r\nSUMMARY:Timeless\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:d\r\nDTSTART:20260401T100000Z\r\nRRULE:FREQ=HOURLY\r\nSUMMARY:Ticks\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:f\r\nDTSTART:20200401T100000Z\r\nRRULE:FREQ=DAILY;COUNT=2\r\nSUMMARY:Old\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:g\r\nDTSTART:20260401T100000Z\r\nEND:VEVENT\r\n"
        "END:VCALENDAR\r\n"
    )
    found, skipped = read("upload", text, BASE, WARSAW, NOW)
    assert [(one.title, one.at and f"{one.at:%m-%d %H}") for one in found] == [
        ("All day", "04-01 07"), ("Utc", "04-01 10"), ("Long ago", None), ("Timeless", None),
    ]  # fmt: skip
    assert [(one.number, one.title) for one in skipped] == [(5, "Ticks"), (6, "Old"), (7, "")]
    assert [one.why.key for one in skipped] == ["post-file-rule", "post-never", "post-empty"]
    assert found[1].roles == ("lobby",)


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("x.ics", "BEGIN:VCALENDAR\nnonsense", "post-file-no-calendar"),
        ("x.csv", "a,b\n1,2\n", "post-file-columns"),
        ("x.csv", "title,text\n", "post-file-none"),
        ("x.csv", "x" * (MOST_CHARACTERS + 1), "post-file-long"),
        ("x.csv", "title,text\n" + "".join(f"t{n},x\n" for n in range(MOST_POSTS + 1)), "post-file-many"),
        ("x.csv", 'title,text\n"a\x00b"' + '","' * 200_000, "post-file-no-table"),
    ],
)
def test_what_is_no_such_file_is_refused(name, text, why):
    with pytest.raises(NotTaken, match=why):
        read(name, text, BASE, WARSAW, NOW)


def test_a_row_that_cannot_be_taken_leaves_the_others():
    text = (
        "title,text,at,repeat\nA,a,tomorrow,\nB,b,2026-04-01 9:00,\nC,,,\nD,d,,FREQ=DAILY from 2026-03-01T10:00\n"
        "E,e,2026-03-29 02:30,\nF,f,0001-01-01 00:00,\n"
    )
    found, skipped = read("x.csv", text, BASE, WARSAW, NOW)
    assert [(one.title, one.at.hour) for one in found] == [("B", 7), ("D", 9)]
    whys = [(one.title, one.why.key) for one in skipped]
    assert whys == [("A", "post-file-time"), ("C", "post-empty"), ("E", "moment-skipped"), ("F", "post-file-strange")]


@given(st.text(max_size=200), st.sampled_from(["x.ics", "x.csv"]))
def test_any_text_is_read_or_refused(text, name):
    with suppress(NotTaken):  # the only way to refuse
        found, skipped = read(name, text, BASE, WARSAW, NOW)
        assert all(one.title and one.state is PostState.DRAFT for one in found)
        assert all(one.why for one in skipped)
