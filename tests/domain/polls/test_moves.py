"""What each move of a poll writes and sends."""

from dataclasses import replace
from datetime import timedelta

from bot.core.actions import Send
from bot.core.decisions import Later
from bot.core.gatherings import CardsGone, CardShown, EntriesSealed
from bot.core.ids import DISCORD
from bot.core.native_polls import ClosePoll, OpenPoll
from bot.core.polls import Poll, PollKind, PollState
from bot.core.record import Timer, TimerOff
from bot.domain.polls.moves import (
    CLOSE,
    END,
    FORGET,
    OPEN,
    POSTED,
    PUT_UP,
    REFRESH,
    SETTLE,
    STOPPED,
    begun,
    closing,
    ended,
    planned,
    put_up,
    refreshed,
    withdrawn,
)
from tests.build import ANN, NOON, ROOM, later, ref, room

DAY = NOON + timedelta(days=1)
POLL = Poll(1, ANN.user, "Ann", "Q?", ("a", "b"), PollKind.ONE, NOON, DAY, (ROOM, room("d", on=DISCORD)), salt="s")


def steps(decision):
    return [intent.step for intent in decision.intents]


def test_a_planned_poll_waits_for_its_time_and_can_be_withdrawn():
    kept, timer = planned(POLL).rows
    assert (kept.state, kept.version, kept.salt) == (PollState.PLANNED, 1, "s")
    assert timer == Timer(OPEN, "poll 1", NOON, {"number": 1})
    gone, off = withdrawn(kept).rows
    assert (gone.state, gone.version, gone.salt) == (PollState.WITHDRAWN, 2, "")
    assert off == TimerOff(OPEN, "poll 1")


def test_each_place_gets_its_card_by_itself():
    decision = begun(POLL, NOON)
    assert [type(step) for step in steps(decision)] == [Send, Later, Send, Later]
    assert [step.args["place"] for step in steps(decision) if isinstance(step, Later)] == list(POLL.places)
    assert decision.rows[0].state is PollState.OPEN
    assert Timer(CLOSE, "poll 1", DAY, {"number": 1}) in decision.rows


def test_the_end_of_an_open_poll_keeps_names_for_a_while():
    decision = ended(replace(POLL, state=PollState.OPEN), (ref("c"),), (), later(hours=1))
    assert decision.rows[0].closes_at == later(hours=1)
    assert Timer(FORGET, "poll 1", later(hours=1) + timedelta(days=90), {"number": 1}) in decision.rows
    assert [step.composer for step in steps(decision)] == [END]
    assert CardsGone("poll 1") in decision.rows


def test_the_end_of_an_anonymous_poll_forgets_at_once():
    decision = ended(replace(POLL, anonymous=True), (), (), DAY + timedelta(hours=3))
    assert decision.rows[0].closes_at == DAY
    assert decision.rows[0].salt == ""
    assert EntriesSealed("poll 1") in decision.rows


def test_cards_are_drawn_anew_one_by_one():
    one, other = steps(refreshed(POLL, (ref("c"), ref("d"))))
    assert (one.composer, one.args["message"]) == (REFRESH, ref("c"))
    assert one.turn != other.turn


NATIVE = replace(POLL, native=True, salt="", state=PollState.OPEN, options=("a", "b" * 60))


def test_where_it_fits_it_is_the_messengers_own_and_elsewhere_a_card_with_buttons():
    own, noted, sent, shown = steps(begun(NATIVE, NOON))
    assert (own.place, own.options, own.closes_at) == (ROOM, NATIVE.options, DAY)
    assert (noted.composer, shown.composer) == (PUT_UP, POSTED)
    assert sent.place == NATIVE.places[1]  # an option is too long for Discord
    assert sent.rows
    assert isinstance(own, OpenPoll)


def test_below_a_messengers_own_poll_stands_the_result_of_all_but_not_of_itself():
    below = put_up(NATIVE, ref("own"))
    assert below.rows == (CardShown("poll 1 native", ref("own")),)
    assert [(step.reply_to, step.rows) for step in steps(below) if isinstance(step, Send)] == [(ref("own"), ())]
    assert not steps(put_up(replace(NATIVE, places=(ROOM,)), ref("own")))
    (told,) = steps(put_up(replace(NATIVE, places=(ROOM,)), ref("own"), doubled=True))
    assert (told.body.key, told.reply_to) == ("poll-doubled", ref("own"))


def test_messengers_end_their_own_polls_before_it_is_counted_for_the_last_time():
    stopping = closing(NATIVE, (ref("c"),), (ref("own"),), later(hours=2))
    assert [type(step) for step in steps(stopping)] == [ClosePoll, Later]
    assert steps(stopping)[1].composer == STOPPED
    assert (stopping.rows[0].state, stopping.rows[0].closes_at) == (PollState.OPEN, later(hours=2))
    assert [(row.kind, row.due) for row in stopping.rows if isinstance(row, Timer)] == [
        (SETTLE, later(hours=2) + timedelta(minutes=1))
    ]
    assert closing(POLL, (), (), NOON).rows[0].state is PollState.CLOSED


def test_the_result_answers_the_card_or_where_there_is_none_the_messengers_own_poll():
    own, elsewhere = ref("own"), ref("x", place=NATIVE.places[1])
    done = ended(NATIVE, (elsewhere,), (own, elsewhere), DAY)
    assert [(step.args["message"], step.args.get("alone")) for step in steps(done)] == [(elsewhere, None), (own, True)]
    assert CardsGone("poll 1 native") in done.rows
