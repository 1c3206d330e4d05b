"""When a department has to hear of a conversation, and how it gets there."""

from dataclasses import replace

import pytest

from bot.core.actions import Sanction
from bot.core.cases import Case
from bot.core.conversations import Conversation, Fate, TalkEntry, TalkKind, TalkState
from bot.core.deliveries import Occasion, Progress, Way, letter
from bot.core.record import TimerOff
from bot.core.text import Localised, Say
from bot.domain.care import packet as packets
from bot.domain.care.department import Department, Hook, letters, occasion, progress_known, progress_told
from bot.domain.care.moves import Moved
from bot.domain.care.passing import passed, progressed
from tests.build import ANN, MOD, NOON, SPACE, later

HOOK = Hook("https://example.org/hook", "sales")
SALES = Department("sales", Localised({"en": "Sales"}), webhook=HOOK, mail_to="sales@example.org", cases=True)


def a_talk(**changes):
    talk = Conversation(3, ANN.user, "Ann", NOON, NOON, department="support", waiting_since=NOON, entries=4, version=2)
    return replace(talk, **changes)


def an_entry(seq=1, kind=TalkKind.MEMBER, text="hello", **changes):
    return replace(TalkEntry(3, seq, kind, later(minutes=seq), text, ANN.user, "Ann"), **changes)


# --- what is news


TRIED = a_talk(state=TalkState.PENDING, waiting_since=None)
OVER = a_talk(state=TalkState.RESOLVED, waiting_since=None, answered_at=NOON)
ANSWERED = a_talk(state=TalkState.PENDING, waiting_since=None, answered_at=NOON)


@pytest.mark.parametrize(
    ("before", "now", "news"),
    [
        (None, a_talk(version=0), Occasion.OPENED),
        (None, TRIED, None),
        (TRIED, TRIED, None),
        (TRIED, a_talk(), Occasion.OPENED),
        (TRIED, replace(TRIED, state=TalkState.RESOLVED), None),
        (a_talk(), a_talk(department="sales"), Occasion.HANDED),
        (a_talk(), a_talk(owner=MOD.user), None),
        (a_talk(), ANSWERED, None),
        (ANSWERED, OVER, Occasion.RESOLVED),
        (OVER, a_talk(answered_at=NOON), Occasion.REOPENED),
        (replace(OVER, answered_at=None), TRIED, None),
        (OVER, OVER, None),
    ],
)
def test_a_department_hears_of_what_people_have_to_do_with_and_of_nothing_else(before, now, news):
    assert occasion(before, now) is news


def test_every_way_gets_its_letter_and_mail_none_for_every_word():
    assert [one.way for one in letters("c", SALES, a_talk(), Occasion.OPENED, 1)] == [Way.WEBHOOK, Way.MAIL]
    assert [one.way for one in letters("c", SALES, a_talk(), Occasion.MESSAGE, 1)] == [Way.WEBHOOK]
    assert [one.way for one in letters("c", SALES, a_talk(), Occasion.RESOLVED, 1)] == [Way.WEBHOOK]
    assert letters("c", Department("x", Localised({"en": "X"})), a_talk(), Occasion.OPENED, 1) == ()
    assert SALES.role == "department sales"


def test_the_same_news_has_the_same_key_and_any_other_news_another_one():
    def key(community="c", way=Way.MAIL, why=Occasion.OPENED, seq=1, **changes):
        return letter(community, a_talk(**changes), way, why, seq, NOON).id

    others = {
        key("d"),
        key(way=Way.WEBHOOK),
        key(why=Occasion.HANDED),
        key(seq=2),
        key(number=4),
        key(department="press"),
        key(at=later(days=1)),
    }
    assert key() == key(owner=MOD.user, version=9)
    assert len(others | {key()}) == 8


# --- moves


def test_who_hands_over_leaves_it_free_in_the_other_queue_and_ends_what_was_put_off():
    talk = a_talk(state=TalkState.SNOOZED, owner=MOD.user, owner_name="Mo", until=later(hours=1), waiting_since=None)
    moved = passed(talk, MOD, SALES, "she wants ten", NOON)
    assert isinstance(moved, Moved)
    now = moved.now
    assert (now.department, now.owner, now.state, now.waiting_since) == ("sales", None, TalkState.OPEN, NOON)
    assert [(entry.what, entry.text, entry.seq) for entry in moved.said] == [
        ("handed", "sales", 5),
        ("", "she wants ten", 6),
    ]
    assert moved.timers == (TimerOff("inbox-wake", "3"),)
    bare = passed(a_talk(), MOD, SALES, " ", NOON)
    assert isinstance(bare, Moved)
    assert len(bare.said) == 1


@pytest.mark.parametrize(
    ("talk", "why"),
    [
        (a_talk(merged_into=2), "inbox-merged"),
        (OVER, "inbox-over"),
        (a_talk(department="sales"), "department-same"),
    ],
)
def test_what_is_over_or_there_already_is_not_handed_over(talk, why):
    told = passed(talk, MOD, SALES, "", NOON)
    assert isinstance(told, Say)
    assert told.key == why


def test_what_a_department_says_is_kept_and_ends_the_conversation_where_it_says_so():
    going_on = progressed(a_talk(), Progress.WORKING, "working", NOON)
    assert isinstance(going_on, Moved)
    assert (going_on.now.state, going_on.said[0].what) == (TalkState.OPEN, "progress")
    over = progressed(a_talk(), Progress.DECLINED, "declined", NOON, MOD)
    assert isinstance(over, Moved)
    assert over.now.state is TalkState.RESOLVED
    assert [entry.what for entry in over.said] == ["progress", "resolved"]
    refused = progressed(OVER, Progress.RESOLVED, "resolved", NOON)
    assert isinstance(refused, Say)


def test_the_same_progress_is_not_told_twice_in_a_row():
    said = tuple(an_entry(n, TalkKind.EVENT, text, what="progress") for n, text in enumerate(("working", "waiting"), 1))
    assert progress_known(said, "waiting")
    assert not progress_known(said, "working")
    assert not progress_known((an_entry(),), "working")


def test_the_member_reads_the_departments_words_beside_the_news():
    assert len(progress_told(SALES, a_talk(), Progress.WORKING, "soon").parts) == 2
    assert len(progress_told(SALES, a_talk(), Progress.WORKING, "").parts) == 1


# --- the packet


EVENT = an_entry(4, TalkKind.EVENT, "sales", what="handed", by=MOD.user)
ENTRIES = (
    an_entry(1, text="the price for ten?", carries=("photo",)),
    an_entry(2, TalkKind.TEAM, "one moment", by_name="Mo", fate=Fate.DONE),
    an_entry(3, TalkKind.NOTE, "she is in a hurry", by_name="Mo"),
    EVENT,
    an_entry(5, TalkKind.NOTE, "please call her", by=MOD.user, by_name="Mo"),
    an_entry(6, TalkKind.TEAM, "held back", fate=Fate.HELD),
    an_entry(7, text="hello?"),
)
CASE = Case(12, SPACE, ANN.user, "Ann", Sanction.WARN, NOON, reason="secret reason")


def test_a_packet_holds_what_was_said_the_note_for_its_reader_and_no_other_note():
    made = packets.packet(a_talk(labels=("late",)), ENTRIES, [CASE], deadline=later(hours=4))
    assert packets.transcript(made).splitlines() == [
        "2026-01-01 12:01 Ann: the price for ten? <photo>",
        "2026-01-01 12:02 [Mo]: one moment",
        "2026-01-01 12:07 Ann: hello?",
    ]
    told = packets.values(made)
    assert (told["note"], told["asked"], told["last"]) == ("please call her", "the price for ten?", "hello?")
    assert told["cases"] == [{"number": 12, "act": "warn", "at": NOON.isoformat()}]
    assert told["deadline"] == later(hours=4).isoformat()
    assert "hurry" not in str(told)
    assert "secret reason" not in str(told)
    keys = [part.key for part in packets.summary(made).parts if isinstance(part, Say)]
    assert keys == [
        *("packet-who", "packet-since", "packet-about", "inbox-state-open", "packet-deadline", "packet-note"),
        *("packet-asked", "packet-last", "packet-case"),
    ]


def test_a_packet_ends_where_its_news_ended():
    made = packets.packet(a_talk(), ENTRIES, upto=1)
    assert [entry.seq for entry in made.said] == [1]
    assert made.note == ""
    other = replace(ENTRIES[0], conversation=2, seq=40)
    assert packets.packet(a_talk(), (other, *ENTRIES), upto=1).said[0] == other


@pytest.mark.parametrize(
    "entries", [(EVENT, an_entry(5)), (EVENT, an_entry(5, TalkKind.NOTE, by=ANN.user)), (EVENT,), (), (an_entry(),)]
)
def test_only_the_note_that_came_with_the_hand_over_is_the_readers(entries):
    assert packets.packet(a_talk(), entries).note == ""


def test_a_packet_of_nothing_is_short():
    made = packets.packet(a_talk(waiting_since=None), ())
    assert packets.values(made)["asked"] is None
    assert packets.values(made)["waiting_since"] is None
    assert [part.key for part in packets.summary(made).parts] == ["packet-who", "packet-since", "inbox-state-open"]


def test_of_a_very_long_conversation_the_newest_words_go_along():
    long = tuple(an_entry(seq, text="x" * 4000) for seq in range(1, 31))
    made = packets.packet(a_talk(), long)
    assert made.is_cut
    assert [entry.seq for entry in made.said] == list(range(16, 31))
    assert not packets.packet(a_talk(), long[:15]).is_cut
