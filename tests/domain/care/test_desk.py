"""How a conversation looks to the team, to the member, and on paper."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import Send
from bot.core.conversations import Fate, Priority, TalkEntry, TalkKind, TalkState
from bot.core.text import Lines, Quote, Rich, Say, say
from bot.domain.care import desk
from bot.domain.care.conversation import opened
from tests.build import ANN, MOD, NOON, ROOM, room

TALK = opened(3, ANN, NOON)
ENTRY = TalkEntry(3, 1, TalkKind.MEMBER, NOON, "help", ANN.user, "Ann", carries=("photo",))


def keys(body):
    parts = body.parts if isinstance(body, Lines) else (body,)
    return [part.key if isinstance(part, Say) else "words" for part in parts]


def labels(rows):
    return [[button.label.key for button in row] for row in rows]


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({}, ["inbox-card", "inbox-state-open", "inbox-card-priority", "inbox-card-free"]),
        (
            {"labels": ("late",), "owner": MOD.user, "blocked": True, "state": TalkState.PENDING},
            [
                *("inbox-card", "inbox-card-matter", "inbox-state-pending"),
                *("inbox-card-priority", "inbox-card-owner", "inbox-card-blocked"),
            ],
        ),
        (
            {"merged_into": 4, "priority": Priority.HIGH},
            ["inbox-card", "inbox-state-open", "inbox-card-priority", "inbox-card-free", "inbox-merged"],
        ),
    ],
)
def test_a_card_tells_what_matters(changes, shown):
    assert keys(desk.card(replace(TALK, **changes))) == shown


@pytest.mark.parametrize(
    ("changes", "offered"),
    [
        ({}, [["button-reply", "button-claim"], ["button-snooze", "button-resolve"]]),
        ({"owner": MOD.user}, [["button-reply"], ["button-snooze", "button-resolve"]]),
        ({"state": TalkState.RESOLVED}, [["button-reply"]]),
        ({"merged_into": 4}, []),
    ],
)
def test_a_card_offers_what_can_be_done(changes, offered):
    assert labels(desk.card_rows(replace(TALK, **changes))) == offered


def test_a_thread_is_called_by_number_person_and_matter():
    assert desk.title(replace(TALK, category="billing")) == "#3 · Ann · billing"
    assert len(desk.title(replace(TALK, person_name="x" * 500))) == desk.LONGEST_TITLE


def test_it_is_a_thread_where_there_are_threads_else_a_card():
    face, wall = desk.face(TALK), room("2")
    alone, beside = desk.opening(TALK, face, ROOM, None), desk.opening(TALK, face, ROOM, wall)
    assert alone.otherwise is None
    card = Send(wall, face.body, face.rows, important=True)
    assert beside.otherwise == desk.opening(TALK, face, None, wall) == card
    assert desk.opening(TALK, face, None, None) is None


def test_what_she_wrote_is_quoted_with_what_hung_on_it():
    assert desk.mirrored(ENTRY).parts[1:] == (Rich((Quote("help"),)), say("inbox-carries", what="photo"))
    assert keys(desk.mirrored(replace(ENTRY, text=""), changed=True)) == ["inbox-edited", "inbox-carries"]


@pytest.mark.parametrize(("signed", "who"), [(True, "Mo, Riverside"), (False, "Riverside")])
def test_an_answer_comes_from_the_community_or_from_somebody_of_it(signed, who):
    answer = desk.answer(replace(ENTRY, by_name="Mo"), "Riverside", signed=signed)
    assert answer.parts[0].args["who"].text == who


def test_what_became_of_an_answer():
    assert keys(desk.held(ENTRY, 10)) == ["inbox-held", "words"]
    assert labels(desk.held_rows(ENTRY)) == [["button-take-back"]]
    assert keys(desk.after(ENTRY)) == ["inbox-sent", "words"]
    assert keys(desk.after(replace(ENTRY, fate=Fate.UNDONE))) == ["inbox-was-undone", "words"]
    assert keys(desk.failed(ENTRY, say("refusal-gone"))) == ["refusal-gone", "inbox-not-sent", "words"]
    assert labels(desk.failed_rows(ENTRY)) == [["button-send-again"]]
    assert desk.line(TALK).args["owner"] == "-"


def test_a_transcript_has_a_line_for_everything():
    said = (
        ENTRY,
        replace(ENTRY, kind=TalkKind.TEAM, by_name="Mo", fate=Fate.DONE, carries=()),
        replace(ENTRY, kind=TalkKind.NOTE, at=NOON + timedelta(seconds=5), carries=()),
        replace(ENTRY, kind=TalkKind.EVENT, by_name="", what="woken", text="", carries=()),
    )
    file = desk.transcript(TALK, said)
    assert file.name == "conversation-3.txt"
    assert file.content.splitlines() == [
        "# #3 · Ann (telegram:7)",
        "2026-01-01 12:00:00 Ann: help <photo>",
        "2026-01-01 12:00:00 Mo -> (done): help",
        "2026-01-01 12:00:05 [Ann]: help",
        "2026-01-01 12:00:00 * woken (-): ",
    ]
