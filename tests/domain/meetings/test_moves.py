"""Cards, and what each move of an event writes and asks for."""

from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from bot.core.actions import Schedule, Send
from bot.core.decisions import Later
from bot.core.gatherings import CardsGone, EntriesSealed
from bot.core.ids import DISCORD, TELEGRAM, ChannelRef, MessageRef, Place, SpaceRef, UserRef
from bot.core.meetings import HostQuestion, HostQuestionsGone, Meeting, MeetingKind, MeetingState
from bot.core.record import Timer, TimerOff
from bot.core.text import Lines, Say
from bot.domain.meetings import moves, told
from bot.domain.meetings.card import Heads, buttons, card, faces, heads, line, staff_buttons, summary
from tests.build import NOON

TOWN = Place(ChannelRef(DISCORD, "20"), SpaceRef(DISCORD, "10"))
GROUP = Place(ChannelRef(TELEGRAM, "30"), SpaceRef(TELEGRAM, "30"))
HOST = UserRef(DISCORD, "1")
TEA = Meeting(
    3, HOST, "Mara", "Tea", "Bring a cup", "The barn", MeetingKind.MEETING, NOON + timedelta(days=2),
    NOON + timedelta(days=2, hours=1), (TOWN, GROUP), code="ABCDEF",
)  # fmt: skip
NATIVE = MessageRef(TOWN, "900")
CARD = MessageRef(GROUP, "5")
SPANS = (timedelta(days=7), timedelta(days=1))


def keys(body):
    if isinstance(body, Lines):
        return [key for part in body.parts for key in keys(part)]
    return [body.key] if isinstance(body, Say) else []


def rows(decision, kind):
    return [row for row in decision.rows if isinstance(row, kind)]


def steps(decision, kind):
    return [intent.step for intent in decision.intents if isinstance(intent.step, kind)]


def test_a_card_says_how_it_stands():
    ahead = keys(card(replace(TEA, seats=2, rule="FREQ=DAILY"), Heads(1, 2, 3, 4), UTC, NOON))
    assert {"event-seats", "event-again", "event-heads", "event-interested", "event-clock"} <= set(ahead)
    assert "event-interested" not in keys(card(replace(TEA, about=""), Heads(), UTC, NOON))
    assert "event-on-now" in keys(card(TEA, Heads(), UTC, TEA.starts_at))
    assert keys(card(replace(TEA, state=MeetingState.CANCELLED), Heads(), UTC, NOON))[0] == "event-is-cancelled"
    over = replace(TEA, state=MeetingState.OVER, ends_at=TEA.ends_at + timedelta(days=1))
    assert keys(card(over, heads({"yes": 2}), UTC, NOON))[-1] == "event-is-over"
    assert buttons(over) == ()
    assert len(staff_buttons(over)) < len(staff_buttons(TEA))
    assert line(over).key == "event-line-over"


def test_every_button_keeps_its_token_and_faces_are_one_guests():
    assert all(button.name for row in buttons(TEA) for button in row)
    assert {button.only for row in faces(TEA, HOST) for button in row} == {HOST}


def test_staff_see_faces_only_where_there_are_any():
    assert "event-felt" in keys(summary(TEA, Heads(), 1, {"5": 1}))
    assert "event-felt" not in keys(summary(TEA, Heads(), 1, {}))


def test_announcing_shows_it_everywhere_and_sets_only_timers_that_are_ahead():
    made = moves.announced(TEA, SPANS, UTC, NOON, native=True)
    assert [send.place for send in steps(made, Send)] == [TOWN, GROUP]
    assert [one.space for one in steps(made, Schedule)] == [TOWN.space]
    reminders = [(row.due, type(row)) for row in rows(made, Timer) if row.kind == moves.REMIND]
    assert reminders == [(TEA.starts_at - SPANS[1], Timer)]
    assert [row.kind for row in rows(made, TimerOff)] == [moves.REMIND]
    assert not steps(moves.announced(TEA, (), UTC, NOON, native=False), Schedule)


@pytest.mark.parametrize(("change", "told_of"), [({"where": "The mill"}, True), ({"title": "Coffee"}, False)])
def test_a_change_is_told_when_it_moves_people(change, told_of):
    done = moves.changed(TEA, replace(TEA, **change), SPANS, NOON, [CARD], [NATIVE], native=False)
    assert any(row.kind == moves.TELL for row in rows(done, Timer)) is told_of
    assert [one.known for one in steps(done, Schedule)] == [NATIVE]
    assert [later.composer for later in steps(done, Later)] == [moves.REFRESH, moves.NATIVE]
    assert rows(done, Meeting)[0].sequence == TEA.sequence + 1
    assert not steps(moves.changed(TEA, TEA, SPANS, NOON, [], [], native=False), Schedule)
    made = steps(moves.changed(TEA, TEA, SPANS, NOON, [], [], native=True), Schedule)
    assert [(one.space, one.known) for one in made] == [(TOWN.space, None)]


def test_cancelling_and_ending_leave_nothing_behind():
    off = moves.cancelled(TEA, NOON, [CARD], [NATIVE])
    assert [(one.known, one.off) for one in steps(off, Schedule)] == [(NATIVE, True)]
    over = moves.ended(TEA, NOON, [CARD])
    for done in (off, over):
        assert {row.subject for row in rows(done, CardsGone)} == {TEA.subject, TEA.native}
        assert {row.kind for row in rows(done, TimerOff)} >= {moves.START, moves.END, moves.LOOK}
    gone = moves.forgotten(TEA)
    assert {row.subject for row in rows(gone, EntriesSealed)} == {TEA.subject, TEA.came, TEA.felt, TEA.tried}
    assert rows(gone, HostQuestionsGone) == [HostQuestionsGone(3)]


def test_where_it_stands_is_found():
    assert moves.shown_in(TEA, TELEGRAM) == GROUP
    assert moves.shown_in(TEA, "elsewhere") is None
    assert moves.spaces_of([NATIVE]) == {TOWN.space: NATIVE}


def test_people_are_told_what_concerns_them():
    firsts = {what: keys(told.told(TEA, what, UTC))[0] for what in ("remind", "moved", "cancelled", "survey")}
    assert list(firsts.values()) == ["event-reminder", "event-moved", "event-cancelled-told", "event-survey"]
    assert keys(told.answered(TEA, "wait", 2, UTC)) == ["event-you-wait"]
    assert keys(told.answered(TEA, "no", 0, UTC)) == ["event-you-no"]
    assert keys(told.answered(TEA, "yes", 0, UTC)) == ["event-you-yes", "event-clock"]
    assert keys(told.promoted(TEA, UTC))[0] == "event-promoted"
    asked = (HostQuestion(3, HOST, "Mara", "Milk?", NOON),)
    assert keys(told.questions(asked)) == ["event-questions"]
    assert keys(told.questions(())) == ["event-no-questions"]
    assert keys(told.for_host(TEA, asked, 2)) == ["event-host", "event-code", "event-questions"]
    assert keys(told.for_host(TEA, (), 2)) == ["event-host", "event-code"]
