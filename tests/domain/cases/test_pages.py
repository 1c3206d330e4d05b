"""Pages, rings, sweeps and what holds: the small decisions behind the staff's commands, as tables."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import Delete, Pardon, Punish, Sanction, Whisper
from bot.core.cases import Case, CaseEntry, EntryKind, Search, until_text
from bot.core.decisions import Later
from bot.core.receipts import Done, Refusal, Refused
from bot.core.record import Timer, TimerOff
from bot.core.text import Mention, say
from bot.domain.cases import order, ring, sweep
from bot.domain.cases.card import CardFacts, card
from bot.domain.cases.hand import Person, hands, portrait
from bot.domain.cases.listing import LEAF, PAGE, SHORT, Turn, leaf, leafed, line_of, listed, page, turning
from bot.domain.cases.notice import Cite, tell
from bot.domain.cases.order import Order
from bot.domain.cases.standing import LIFT, again, family, holding, lifting, restored, state_of
from tests.build import ANN, BOB, MOD, NOON, ROOM, SPACE, later, post, ref, room, space
from tests.domain.cases.test_cases import keys

CASE = Case(7, SPACE, ANN.user, "Ann", Sanction.MUTE, NOON, by=MOD.user, by_name="Mo")
DAY = timedelta(days=1)


def a_case(number=7, sanction=Sanction.MUTE, **more):
    return replace(CASE, number=number, sanction=sanction, **more)


def cases(*numbers):
    return [a_case(number) for number in numbers]


# --- what holds --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("acts", "held"),
    [
        ([], None),
        ([a_case(2, until=later(days=1))], 2),
        ([a_case(2)], 2),
        ([a_case(2, until=NOON)], None),
        ([a_case(3, Sanction.UNMUTE), a_case(2)], None),
        ([a_case(3, until=NOON), a_case(2)], None),
        ([a_case(3, Sanction.SOFTBAN), a_case(2, Sanction.BAN)], None),
    ],
)
def test_the_newest_act_decides_what_holds(acts, held):
    found = holding(acts, NOON)
    assert (found and found.number) == held


@pytest.mark.parametrize(
    ("case", "kind", "due"),
    [
        (a_case(until=later(days=1)), Timer, later(days=1)),
        (a_case(until=later(days=60)), Timer, later(days=27)),
        (a_case(), Timer, later(days=27)),
        (a_case(sanction=Sanction.BAN, until=later(days=60)), Timer, later(days=60)),
        (a_case(sanction=Sanction.BAN), TimerOff, None),
        (a_case(sanction=Sanction.UNMUTE), TimerOff, None),
        (a_case(sanction=Sanction.SOFTBAN), TimerOff, None),
    ],
)
def test_every_act_has_its_own_timer_in_the_place_of_the_one_before(case, kind, due):
    (timer,) = lifting(case)
    assert (type(timer), timer.kind, getattr(timer, "due", None)) == (kind, LIFT, due)
    assert timer.subject.endswith(f"/{state_of(case.sanction)}")


def test_what_leaves_no_state_has_no_timer_and_nothing_to_restore():
    assert lifting(a_case(sanction=Sanction.WARN)) == ()
    assert family(Sanction.KICK) == frozenset()
    assert restored(a_case(sanction=Sanction.WARN), (), NOON) == ((), ())


@pytest.mark.parametrize(
    ("case", "others", "act"),
    [
        (a_case(2), [], Pardon),
        (a_case(2), [a_case(3)], None),
        (a_case(2), [a_case(1, until=later(days=1))], Punish),
        (a_case(2), [a_case(1, until=NOON)], Pardon),
        (a_case(2, Sanction.UNMUTE), [a_case(1)], Punish),
        (a_case(2, Sanction.UNMUTE), [], None),
        (a_case(2, Sanction.SOFTBAN), [a_case(1, Sanction.BAN)], Punish),
    ],
)
def test_taking_back_leaves_what_would_be_without_it(case, others, act):
    timers, acts = restored(case, sorted([case, *others], key=lambda c: -c.number), NOON)
    assert [type(one) for one in acts] == ([] if act is None else [act])
    assert len(timers) == len(acts)


def test_again_is_for_what_is_left():
    assert again(a_case(until=later(days=1)), "x") == Punish(SPACE, ANN.user, Sanction.MUTE, "x", later(days=1))


# --- orders ------------------------------------------------------------------------------------------------------


def test_who_was_first_is_told_to_another_only():
    assert order.was_first(None, BOB.user, None) is None
    assert order.was_first(replace(CASE, by=None), BOB.user, CASE.until) is None
    assert order.was_first(CASE, MOD.user, None) is None
    assert order.was_first(CASE, BOB.user, CASE.until).key == "act-first"


def test_nothing_is_claimed_by_notes_and_rules():
    assert order.claim_of(a_case(sanction=Sanction.NOTE)) is None
    assert order.claim_of(replace(CASE, by=None)) is None
    assert order.claim_of(CASE).until == NOON + order.WINDOW


def test_where_nobody_is_told_there_is_only_the_deed():
    where = order.Where(SPACE, ROOM, MOD.user, "Mo", NOON, "v1")
    wanted = Order(ANN, Sanction.MUTE, later(days=1), "x" * 2000)
    case = order.case_of(wanted, 7, where)
    assert (len(case.reason), case.strikes, case.place) == (order.MOST_WORDS, 1, ROOM)
    assert order.untold(a_case(sanction=Sanction.NOTE), order.Before()) is None


def test_good_news_carry_no_button():
    told = tell(a_case(sanction=Sanction.UNMUTE), "Riverside", None, order.Manner())
    assert told.rows == ()


def test_a_card_shows_what_people_added():
    entries = (
        CaseEntry(7, EntryKind.NOTE, "sorry", MOD.user, "Mo", NOON),
        CaseEntry(7, EntryKind.REASON, "b", MOD.user, "Mo", NOON),
        CaseEntry(7, EntryKind.GUIDELINE, "kind", MOD.user, "Mo", NOON),
        CaseEntry(7, EntryKind.UNTIL, "", MOD.user, "Mo", NOON, until_text(NOON)),
    )
    shown = card(CASE, CardFacts(Cite(1, None), (), entries=entries))
    added = ["card-noted", "card-edited", "card-edited-guideline", "card-edited-until"]
    assert keys(shown) == ["card-title-mute", "card-forever", "card-by", *added]


@pytest.mark.parametrize(
    ("sanction", "until", "says"),
    [
        (Sanction.MUTE, None, ["card-forever"]),
        (Sanction.BAN, NOON, ["card-until"]),
        (Sanction.KICK, None, []),
    ],
)
def test_a_card_says_how_long_a_mute_or_ban_lasts(sanction, until, says):
    shown = card(replace(CASE, sanction=sanction, until=until), CardFacts(None, ()))
    assert [key for key in keys(shown) if key in {"card-forever", "card-until"}] == says


# --- pages -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("found", "wanted", "older", "newer"),
    [
        (cases(3, 2, 1), Search(), None, None),
        (cases(*range(20, 10, -1)), Search(), None, None),
        (cases(*range(20, 9, -1)), Search(), 11, None),
        (cases(*range(20, 9, -1)), Search(before=21), 11, 20),
        (cases(3, 2, 1), Search(before=4), None, 3),
        (cases(*range(20, 9, -1)), Search(after=9), 10, 19),
        (cases(12, 11), Search(after=10), 11, None),
    ],
)
def test_a_page_knows_where_it_goes_on(found, wanted, older, newer):
    shown = page(found, wanted)
    assert len(shown.cases) <= PAGE
    assert (shown.older and shown.older.before) == older
    assert (shown.newer and shown.newer.after) == newer
    assert len([b for row in turning(shown) for b in row]) == (older is not None) + (newer is not None)


def test_an_empty_page_says_so():
    assert keys(listed(page((), Search()), Search())) == ["list-empty"]
    assert turning(page((), Search())) == ()


def test_a_taken_back_case_is_named_on_a_list():
    shown = page([a_case(8, Sanction.NOTE, undoes=7)], Search(ANN.user))
    title, line = listed(shown, Search(ANN.user)).parts
    assert (title.key, line.args["what"].key) == ("list-title-person", "sanction-undo")
    assert line_of(a_case(8, undoes=7)).args["what"].key == "sanction-milder"


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"reason": "loud", "rule": "caps", "guideline": "kind"}, "loud"),
        ({"reason": "x" * 99}, "x" * SHORT),
        ({"rule": "caps", "guideline": "kind"}, "caps"),
        ({"guideline": "kind"}, "kind"),
        ({}, "–"),
    ],
)
def test_a_list_says_why_as_well_as_the_case_knows(more, why):
    assert line_of(a_case(**more)).args["why"] == why


def test_words_are_looked_for_a_leaf_at_a_time():
    assert leaf(Search(), 9_000) is None
    assert leaf(Search(ANN.user, text="x"), 9_000) is None
    assert leaf(Search(text="x"), 9_000).floor == 9_001 - LEAF
    assert leaf(Search(text="x", before=100), 9_000).floor == 1
    looked = leaf(Search(text="x"), 9_000)
    nothing = leafed((), looked)
    assert (nothing.older.before, nothing.older.floor) == (looked.floor, None)
    assert listed(nothing, looked).parts == (say("list-none-since", case=looked.floor),)
    assert leafed((), leaf(Search(text="x"), 10)).older is None
    full = leafed(cases(*range(20, 9, -1)), looked)
    assert (full.older.before, full.older.floor) == (11, None)
    assert turning(full)[0][0].press == Turn(full.older)


# --- memory ------------------------------------------------------------------------------------------------------


def test_the_ring_forgets_the_oldest_messages_and_places():
    held = ring.Ring()
    for n in range(ring.PER_PLACE + 1):
        held.note(post("x", n=f"a{n}", at=n))
    assert len(held.find(ring.Wanted(SPACE, ROOM, most=1000))) == ring.PER_PLACE
    for n in range(ring.PLACES):
        held.note(post("x", place=room(f"other{n}", of=SPACE)))
    assert held.find(ring.Wanted(SPACE, ROOM)) == ()
    held.forget(ref("gone", room("nowhere")))
    assert held.find(ring.Wanted(space("2"))) == ()


def test_who_came_in_is_remembered_once():
    held = ring.Ring()
    held.came_in(SPACE, ANN, NOON)
    held.came_in(SPACE, ANN, later(minutes=1))
    held.came_in(SPACE, BOB, later(minutes=2))
    assert [who.name for who in held.arrived(SPACE, NOON)] == ["Ann", "Bob"]
    assert [who.name for who in held.arrived(SPACE, later(minutes=2))] == ["Bob"]


def test_who_is_forgotten_is_not_in_the_ring_any_more():
    held = ring.Ring()
    for by, place in ((ANN, ROOM), (BOB, ROOM), (ANN, room("2", of=SPACE))):
        held.note(post("x", by=by, place=place))
        held.came_in(SPACE, by, NOON)
    held.forget_people({ANN.user})
    assert [one.author for one in held.find(ring.Wanted(SPACE))] == [BOB]
    assert held.arrived(SPACE, NOON) == (BOB,)


def test_the_report_of_a_ban_of_many_names_whom_it_did_not_reach():
    who = [f"{n}" for n in range(sweep.NAMED + 2)]
    users = [replace(ANN.user, native=native) for native in who]
    spared = [(Punish(SPACE, user, Sanction.BAN), Refused(Refusal.OUTRANKED)) for user in users]
    told = (Whisper(ANN.user, say("x")), Done())
    report = (*spared, told, (Punish(SPACE, ANN.user, Sanction.BAN), Done()), (Later("x"), Done()))
    shown = sweep.massban_report(report, {users[0]: "Zed"})
    assert keys(shown) == ["massban-done", *["massban-kept"] * sweep.NAMED, "and-more"]
    assert shown.parts[1].args["who"] == Mention(users[0], "Zed")


def test_deletions_are_of_one_place_each_and_not_too_many():
    refs = [ref(place=ROOM) for _ in range(sweep.BATCH + 1)] + [ref(place=room("2", of=SPACE))]
    assert [len(one.messages) for one in sweep.deletions(refs, "x")] == [sweep.BATCH, 1, 1]
    kept = ((Delete((refs[0],)), Refused(Refusal.TOO_LATE)), (Later("x"), Done()))
    assert keys(sweep.purge_report(kept)) == ["purge-done", "purge-kept"]


# --- who somebody is ---------------------------------------------------------------------------------------------


def test_the_portrait_leaves_out_what_nobody_knows():
    other = replace(ANN.user, native="70")
    bare = Person(ANN, SPACE, accounts=(ANN.user, other), holds=(a_case(), a_case(until=later(days=1))))
    assert keys(portrait(bare, NOON)) == [
        "person-who",
        "person-account",
        "person-counts",
        "person-mute-forever",
        "person-mute",
    ]
    assert len(hands(bare)) == 2
