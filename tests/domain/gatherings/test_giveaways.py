"""Giveaways: lines and orders read, conditions weighed, and a draw that never names anybody twice."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.giveaways import Conditions, Giveaway, GiveawayState, Prized, Unfit
from bot.core.ids import MessageRef
from bot.core.people import Rank
from bot.core.text import File, Say
from bot.domain.gatherings import order as orders
from bot.domain.gatherings.claims import claimed, told
from bot.domain.gatherings.conditions import Seen, needed, needs, out, unmet
from bot.domain.gatherings.draw import commitment, doubts
from bot.domain.gatherings.giveaways import card, moves
from bot.domain.gatherings.giveaways.draft import drafted
from bot.domain.gatherings.giveaways.drawing import (
    closed,
    decided,
    given_up,
    has_proof,
    on_turn,
    proof_file,
    proof_of,
    spelt,
)
from bot.domain.gatherings.giveaways.export import as_csv
from bot.domain.gatherings.giveaways.line import GIVEAWAY
from bot.domain.gatherings.line import Key, Typed
from bot.domain.gatherings.order import Order
from bot.domain.gatherings.reading import House
from tests.build import ANN, BOSS, NOON, later
from tests.fakes.town import DANA, LOBBY

SEED = "ab" * 32
OWN = (Key.PRIZE, Key.WINNERS, Key.UNTIL)
CODES = tuple(f"C{n:03d}" for n in range(12))


def giveaway(**more):
    made = Giveaway(
        1,
        "riverside giveaway 1",
        BOSS.user,
        "Bea",
        "A book",
        2,
        NOON,
        later(hours=2),
        (LOBBY,),
        Conditions(),
        timedelta(days=3),
        commitment(SEED),
        seed=SEED,
    )
    return replace(made, **more)


LINES = (
    ('prize:"A book" winners:1 until:"friday 18:00"', {"prize": "A book", "winners": "1", "until": "friday 18:00"}),
    ("A book winners:2 until:friday 18:00", {"prize": "A book", "winners": "2", "until": "friday 18:00"}),
    ('until:"2h" A book', {"prize": "A book", "until": "2h"}),
    ("Mug: the big one", {"prize": "Mug: the big one"}),
    ('"A signed book"', {"prize": "A signed book"}),
    ("nagroda:„Duża książka” zwycięzcy:3", {"prize": "Duża książka", "winners": "3"}),
    ("приз:«Книга» до:2h", {"prize": "Книга", "until": "2h"}),
    (
        'Pen question:"Say until: when?" answer:now|later',
        {"prize": "Pen", "question": "Say until: when?", "answer": "now|later"},
    ),
    ("Pen linked:yes, claim:no", {"prize": "Pen", "linked": "yes", "claim": "no"}),
    ("winners: until:2h", {"until": "2h"}),
    ("", {}),
)


@pytest.mark.parametrize(("line", "said"), LINES)
def test_a_line_is_cut_into_its_settings_in_any_order(line, said):
    assert {str(key): words for key, words in GIVEAWAY.read(line).said.items()} == said


@given(st.text(max_size=300))
def test_any_line_can_be_read_and_its_conditions_read_back(line):
    typed = GIVEAWAY.read(line)
    again = GIVEAWAY.read(typed.besides(*OWN))
    kept = {key for key in typed.said if key not in OWN}
    assert set(again.said) >= {key for key in kept if not set(typed[key]) & set('"“”„«»')}


def test_of_two_sources_the_first_that_says_something_counts():
    assert Typed({Key.WINNERS: "", Key.UNTIL: "2h"}).over(Typed({Key.WINNERS: "3", Key.UNTIL: "1d"})).said == {
        Key.WINNERS: "3",
        Key.UNTIL: "2h",
    }


ORDERS = (
    ("list", Order("list")),
    ("3", Order("show", 3)),
    ("list 3", Order("show", 3)),
    ("Proof #3", Order("proof", 3)),
    ("reroll 3 1 works for  the host", Order("reroll", 3, 1, "works for the host")),
    ("cancel 4", Order("cancel", 4)),
    ("3 books", None),
    ("cancel", None),
    ("cancel culture: the book", None),
    ("A book", None),
    ("", None),
)


@pytest.mark.parametrize(("line", "order"), ORDERS)
def test_orders_are_told_from_prizes(line, order):
    assert orders.GIVEAWAY.read(line) == order


def test_nobody_knows_what_no_messenger_tells_and_it_counts_for_her():
    strict = Conditions(timedelta(days=7), timedelta(days=30))
    assert unmet(strict, Seen(ANN), NOON) is None
    assert unmet(strict, Seen(ANN, later(days=-6)), NOON) is Unfit.JOINED_LATELY
    assert unmet(strict, Seen(replace(ANN, created_at=later(days=-29))), NOON) is Unfit.ACCOUNT_NEW
    assert unmet(strict, Seen(None), NOON) is Unfit.LEFT
    assert unmet(Conditions(invites=True), Seen(ANN, has_false=True), NOON) is Unfit.INVITED
    assert unmet(Conditions(invites=True), Seen(ANN), NOON) is None


def test_every_condition_has_its_words_on_the_card():
    everything = Conditions(timedelta(days=7), timedelta(days=30), Rank.HELPER, "123", True, "Which?", ("that",), True)
    keys = [line.key for line in needs(everything)]
    assert keys == [
        "giveaway-need-member-for",
        "giveaway-need-account-for",
        "giveaway-need-rank",
        "giveaway-need-role",
        "giveaway-need-linked",
        "giveaway-need-invites",
        "giveaway-need-answer",
    ]
    assert needed(everything, Unfit.LEFT) == Say("giveaway-need-here")
    assert list(needs(Conditions())) == []


@pytest.mark.parametrize(
    ("seen", "why"),
    [
        (Seen(ANN, banned=True, muted=True), Unfit.BANNED),
        (Seen(None, banned=True), Unfit.BANNED),
        (Seen(ANN, muted=True), Unfit.MUTED),
        (Seen(None, muted=True), Unfit.LEFT),
        (Seen(ANN), None),
    ],
)
def test_at_the_draw_more_is_looked_at_than_at_the_door(seen, why):
    assert out(Conditions(), seen, NOON) is why


STEPS = st.lists(st.tuples(st.sampled_from(("settle", "give up", "claim")), st.integers(0, 11)), max_size=30)


@given(st.sets(st.sampled_from(CODES), max_size=12), st.sets(st.sampled_from(CODES)), st.integers(1, 4), STEPS)
def test_whatever_happens_nobody_comes_up_twice_and_every_proof_holds(codes, unfit, winners, steps):
    drawn = closed(giveaway(winners=winners), codes)
    named: list[str] = []
    for what, number in (("settle", 0), *steps, ("settle", 0)):
        if what == "settle":
            before = drawn.settled
            drawn = filled(drawn, codes, unfit)
            fresh = [one.code for one in drawn.won if one.code not in before]
            assert not set(fresh) & set(named)
            named += fresh
            drawn = informed(drawn)
            if codes:
                assert has_proof(drawn)
                assert doubts(proof_of(drawn, codes), giveaway().commitment) == ()
        elif drawn.won:
            one = drawn.won[number % len(drawn.won)]
            drawn = given_up(drawn, one.code, "works here") if what == "give up" else taken(drawn, one.code)
    assert len(named) == len(set(named))
    assert drawn.settled <= codes


def informed(drawn):
    return replace(drawn, won=told(drawn.won, drawn.claim_within, NOON))


def taken(drawn, code):
    return drawn.moved(won=claimed(drawn.won, code))


def filled(drawn, codes, unfit):
    for code in on_turn(drawn, codes, len(codes)):
        if len(drawn.won) == drawn.winners:
            break
        drawn = decided(drawn, code, "left" if code in unfit else None)
    return drawn


def test_there_is_no_proof_while_a_place_is_being_settled():
    drawn = closed(giveaway(), CODES)
    assert not has_proof(drawn)
    assert not has_proof(giveaway())
    assert not has_proof(closed(giveaway(), ()))
    with pytest.raises(AssertionError):
        proof_of(giveaway(), CODES)
    assert isinstance(proof_file(filled(drawn, CODES, ()), CODES), File)


def test_winners_who_need_not_claim_have_their_prize_at_once():
    won = told(filled(closed(giveaway(), CODES), CODES, ()).won, timedelta(0), NOON)
    assert won
    assert all(one.claimed for one in won)
    assert told(won, timedelta(0), later(days=1)) == won


def test_the_table_says_what_became_of_each_code_and_never_the_seed():
    drawn = giveaway(state=GiveawayState.DRAWN, won=(Prized("A", claimed=True), Prized("B", NOON)))
    drawn = given_up(drawn, "B", "not claimed in time")
    drawn = replace(drawn, won=(*drawn.won, Prized("C", NOON)))
    rows = [("=Ann", "telegram:7", "A", True), ("Bob", "telegram:9", "B", False), ("Cy", "telegram:11", "C", False)]
    text = as_csv(drawn, rows).content
    assert text.splitlines()[1:] == [
        "'=Ann,telegram:7,A,yes,claimed",
        "Bob,telegram:9,B,no,passed over: not claimed in time",
        "Cy,telegram:11,C,no,won",
    ]
    assert SEED not in text


def test_a_winner_whose_name_is_forgotten_stands_there_by_her_code():
    drawn = informed(filled(closed(giveaway(), CODES), CODES, ()))
    first, second = (one.code for one in drawn.won)
    shown = card.people(drawn.won, {first: (ANN.user, "Ann")})
    assert [getattr(span, "name", getattr(span, "text", span)) for span in shown] == ["Ann", ", ", second]
    decision = moves.announced(filled(closed(giveaway(), CODES), CODES, ()), {}, (), NOON, Say("x"))
    assert [type(intent.step).__name__ for intent in decision.intents] == ["Send"]


def test_a_cancelled_card_has_no_buttons():
    gone = giveaway(state=GiveawayState.CANCELLED)
    assert card.rows(gone, LOBBY) == ()
    assert card.manage_rows(gone) == ()


def test_codes_are_read_out_in_three_groups():
    assert spelt("ABCDEFGHJKMN") == "ABCD-EFGH-JKMN"


# --- drafts and moves --------------------------------------------------------------------------------------------

HOUSE = House(timedelta(days=7), timedelta(days=7), timedelta(days=3), everywhere=False, zone=ZoneInfo("Europe/Warsaw"))


def keys(draft):
    return [fault.key for fault in draft]


DRAFTS = (
    ("", ["giveaway-fault-no-prize"]),
    ("\u200b", ["giveaway-fault-no-prize"]),
    ("x" * 301, ["giveaway-fault-long"]),
    ("Pen winners:0", ["giveaway-fault-winners"]),
    ("Pen winners:51", ["giveaway-fault-winners"]),
    ("Pen winners:-1 until:yesterday", ["giveaway-fault-winners", "moment-unreadable"]),
    ("Pen member_for:long", ["giveaway-fault-setting"]),
    ("Pen until:1s", ["giveaway-fault-lasts"]),
    ("Pen until:91d", ["giveaway-fault-lasts"]),
    ('Pen until:"2026-03-29 2:30"', ["moment-skipped"]),
    ("Pen rank:king", ["giveaway-fault-setting"]),
    ("Pen role:king", ["giveaway-fault-setting"]),
    ("Pen answer:that", ["giveaway-fault-question"]),
    ('Pen question:"Which?" answer:"..."', ["giveaway-fault-question"]),
    (f"Pen question:{'q' * 201} answer:{'a' * 201}", ["giveaway-fault-long", "giveaway-fault-long"]),
)


@pytest.mark.parametrize(("line", "faults"), DRAFTS)
def test_whatever_is_wrong_is_named(line, faults):
    assert keys(drafted(GIVEAWAY.read(line), NOON, HOUSE)) == faults


def test_what_is_left_out_is_as_the_community_decided():
    draft = drafted(GIVEAWAY.read("Pen"), NOON, HOUSE)
    assert (draft.winners, draft.closes_at, draft.claim_within) == (1, later(days=7), timedelta(days=3))
    assert draft.conditions == Conditions(timedelta(days=7))
    whole = 'Pen rank:Helper role:<@&12> linked:yes member_for:no account_for:30d question:"Which?" answer:" A. | b"'
    asked = drafted(GIVEAWAY.read(f"{whole} everywhere:yes claim:no"), NOON, HOUSE)
    rest = (Rank.HELPER, "12", True, "Which?", ("a", "b"))
    assert asked.conditions == Conditions(timedelta(0), timedelta(days=30), *rest)
    assert (asked.everywhere, asked.claim_within) == (True, timedelta(0))


def steps(decision):
    return [type(intent.step).__name__ for intent in decision.intents]


def test_each_place_gets_its_card_and_what_notes_where_it_stands():
    begun = moves.begun(giveaway(conditions=Conditions(linked=True)))
    assert steps(begun) == ["Send", "Later"]
    assert [type(row).__name__ for row in begun.rows] == ["Giveaway", "Timer"]
    assert SEED not in repr(begun)


def test_winners_are_told_and_those_who_come_later_are_said_alone():
    drawn = filled(closed(giveaway(), CODES), CODES, ())
    names = dict.fromkeys(CODES, (ANN.user, "Ann"))
    message = MessageRef(LOBBY, "9")
    first = moves.announced(drawn, names, (message,), NOON, Say("drawn"))
    assert steps(first) == ["Send", "Whisper", "Whisper", "Later"]
    assert first.intents[0].step.reply_to == message
    again = filled(given_up(first.rows[0], drawn.won[0].code, "why"), CODES, ())
    more = moves.announced(again, names, (), NOON, Say("reroll"))
    assert "giveaway-next" in repr(more.intents[0].step.body)
    assert steps(more) == ["Send", "Whisper"]
    nobody = replace(given_up(more.rows[0], more.rows[0].won[0].code, "why"), winners=1)
    assert "giveaway-no-next" in repr(moves.announced(nobody, names, (), NOON, Say("reroll")).intents[0].step.body)


def test_a_winner_from_elsewhere_and_without_a_claim_is_told_without_a_button():
    drawn = replace(filled(closed(giveaway(), CODES), CODES, ()), claim_within=timedelta(0))
    names = {drawn.won[0].code: (DANA.user, "Dana")}
    whisper = moves.announced(drawn, names, (), NOON, Say("drawn")).intents[1].step
    assert (whisper.user, whisper.rows, whisper.otherwise) == (DANA.user, (), None)


def test_it_goes_on_in_a_moment_or_is_cancelled_for_good():
    on = moves.drawing_on(closed(giveaway(), CODES), NOON)
    assert (steps(on), on.rows[1].kind) == ([], moves.FILL)
    gone = moves.cancelled(giveaway(), (MessageRef(LOBBY, "9"),), NOON)
    assert (gone.rows[0].seed, steps(gone)) == ("", ["Later"])


def test_a_card_says_how_it_stands_and_what_can_be_pressed():
    drawn = filled(closed(giveaway(winners=20), CODES), CODES, CODES[:2])
    assert "giveaway-commitment" in repr(card.card(giveaway(), 3, {}))
    assert "giveaway-cancelled" in repr(card.card(giveaway(state=GiveawayState.CANCELLED), 0, {}))
    shown = repr(card.card(drawn, 0, {}))
    assert all(key in shown for key in ("giveaway-too-few", "giveaway-passed-over", "giveaway-seed"))
    assert "giveaway-nobody" in repr(card.card(closed(giveaway(), ()), 0, {}))
    assert [len(row) for row in card.rows(drawn, LOBBY)] == [2]
    assert [len(row) for row in card.rows(replace(drawn, won=()), LOBBY)] == [1]
    assert card.rows(closed(giveaway(), ()), LOBBY) == ()
    assert [len(row) for row in card.manage_rows(drawn)] == [3]


def test_conditions_name_the_first_that_is_not_met():
    assert unmet(Conditions(rank=Rank.HELPER), Seen(ANN), NOON) is Unfit.RANK
    assert unmet(Conditions(role="1"), Seen(ANN), NOON) is Unfit.ROLE
    assert unmet(Conditions(linked=True), Seen(ANN), NOON) is Unfit.UNLINKED
