"""Contests: what is typed read, the laws of who is first, and what people see of it."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.contests import Contest, ContestState, JudgedBy, Judges, Law, Stood, SubmissionState
from bot.core.giveaways import Conditions, PassedOver, Prized
from bot.core.ids import DISCORD, TELEGRAM, MessageRef, UserRef
from bot.core.people import Rank
from bot.core.record import Timer
from bot.core.text import Mention, Say
from bot.domain.gatherings.claims import hers
from bot.domain.gatherings.conditions import for_voters
from bot.domain.gatherings.contests import brought, card, export, moves, review
from bot.domain.gatherings.contests.draft import Judging, drafted
from bot.domain.gatherings.contests.line import CONTEST
from bot.domain.gatherings.contests.presses import ReviewSubmission
from bot.domain.gatherings.contests.standing import Ballot, by_points, by_votes
from bot.domain.gatherings.order import CONTEST as ORDERS
from bot.domain.gatherings.order import Order
from bot.domain.gatherings.reading import House
from tests.build import ANN, BOB, NOON, later
from tests.domain.gatherings.river import FILE, contest, submission, texts
from tests.fakes.town import DANA, LOBBY, STAFF

HOUSE = House(timedelta(days=7), timedelta(0), timedelta(days=3), everywhere=False, zone=ZoneInfo("Europe/Warsaw"))
USUAL = Judging()

# --- what is typed -------------------------------------------------------------------------------------------------


def draft(line):
    return drafted(CONTEST.read(line), NOON, HOUSE, USUAL)


def test_a_line_says_all_of_it_in_any_order():
    made = draft('bring:"a picture" River winners:3 until:2h judging:1d prizes:"books" law:sum most:4 review:yes')
    assert (made.title, made.bring, made.prizes, made.winners) == ("River", "a picture", "books", 3)
    assert (made.closes_at, made.judged_until) == (later(hours=2), later(hours=26))
    assert made.judging == Judging(JudgedBy.VOTES, USUAL.lasts, Law.SUM, 4, reviewed=True)
    assert made.hidden


def test_what_is_left_out_is_as_the_house_has_it():
    made = draft("River")
    assert (made.closes_at, made.judged_until) == (later(days=7), later(days=10))
    assert (made.judging, made.winners, made.claim_within) == (USUAL, 1, timedelta(days=3))


def test_a_moment_ends_the_judging_as_well_as_a_span():
    assert draft('River until:2h judging:"2026-01-03 12:00"').judged_until == later(days=1, hours=23)


JURIES = (
    ("judged:jury", Judges(rank=Rank.MODERATOR)),
    ("jury:helpers", Judges(rank=Rank.HELPER)),
    ('jury:"<@&77>, 78 <@5> <@!5> telegram:9"', Judges((UserRef(DISCORD, "5"), UserRef(TELEGRAM, "9")), ("77", "78"))),
    ("jury:moderators discord:5", Judges((UserRef(DISCORD, "5"),), (), Rank.MODERATOR)),
)


@pytest.mark.parametrize(("line", "judges"), JURIES)
def test_a_jury_is_named_by_ranks_roles_and_accounts(line, judges):
    made = draft(f"River {line}")
    assert made.judging.by is JudgedBy.JURY
    assert made.judges == judges


FAULTS = (
    ("until:2h", ["contest-fault-no-title"]),
    ("\u200b until:2h", ["contest-fault-no-title"]),
    (f"{'x' * 400}", ["giveaway-fault-long"]),
    (f"River bring:{'x' * 1_000_000}", ["giveaway-fault-long"]),
    (f"River prizes:{'x' * 301}", ["giveaway-fault-long"]),
    ("River winners:0", ["giveaway-fault-winners"]),
    ("River most:50", ["contest-fault-most"]),
    ('River until:"today 9:00"', ["moment-past"]),
    ('River until:"2026-03-29 2:30"', ["moment-skipped"]),
    ("River until:1s", ["contest-fault-lasts"]),
    ("River judging:1s", ["contest-fault-judging"]),
    ("River judging:400d", ["contest-fault-judging"]),
    ("River judging:soon", ["moment-unreadable"]),
    ('River until:"2026-03-28 12:00" judging:"2026-03-29 2:30"', ["moment-skipped"]),
    ("River judged:cats", ["contest-fault-setting"]),
    ("River judged:sum", ["contest-fault-setting"]),
    ("River law:jury", ["contest-fault-setting"]),
    ("River jury:cats", ["contest-fault-setting"]),
    ("River jury:members", ["contest-fault-setting"]),
    (f"River jury:{','.join(map(str, range(21)))}", ["contest-fault-setting"]),
    ("River member_for:soon", ["contest-fault-setting"]),
    ("until:1s winners:0", ["contest-fault-no-title", "giveaway-fault-winners", "contest-fault-lasts"]),
)


@pytest.mark.parametrize(("line", "why"), FAULTS, ids=range(len(FAULTS)))
def test_whatever_is_wrong_is_said_at_once(line, why):
    assert [fault.key for fault in draft(line)] == why


@settings(max_examples=25)
@given(st.text(max_size=200))
def test_any_line_is_a_contest_or_has_its_reasons(line):
    made = draft(line)
    assert made
    assert all(isinstance(why, Say) for why in made) if isinstance(made, tuple) else made.title


@pytest.mark.parametrize(
    ("line", "order"),
    [
        ("disqualify 3 2 not hers", Order("disqualify", 3, 2, "not hers")),
        ("csv 3", Order("csv", 3)),
        ("3 rivers", None),
        ("cancel culture", None),
    ],
)
def test_orders_are_told_from_titles(line, order):
    assert ORDERS.read(line) == order


def test_what_somebody_has_in_it_is_counted_over_her_accounts():
    everything = (submission(1), submission(2, DANA), submission(3, BOB), submission(4, state=SubmissionState.REFUSED))
    assert [one.number for one in brought.of(everything, (ANN.user, DANA.user))] == [1, 2]
    assert [one.number for one in brought.those_in(everything)] == [1, 2, 3]
    out = (*everything, submission(5, state=SubmissionState.DISQUALIFIED), submission(6, BOB))
    assert brought.used(out, (ANN.user, DANA.user)) == 3
    assert brought.too_many(out, (BOB.user,), 2).key == "contest-enough"
    assert brought.too_many(out, (BOB.user,), 3) is None
    assert brought.link_in("see https://example.org/a")
    assert not brought.link_in("see there")


def test_nobody_fills_a_contest_by_changing_her_mind():
    gone = [submission(n, state=SubmissionState.WITHDRAWN) for n in range(11)]
    assert brought.too_many(gone, (ANN.user,), 1).key == "contest-too-often"
    assert brought.too_many(gone[1:], (ANN.user,), 1) is None
    full = [submission(n) for n in range(brought.MOST)]
    assert brought.too_many([*gone, *full[1:]], (BOB.user,), 1) is None
    assert brought.too_many(full, (BOB.user,), 1).key == "contest-full"


@pytest.mark.parametrize(
    ("text", "link", "has_file", "why"),
    [
        ("", "", False, ["contest-empty"]),
        ("", "", True, []),
        ("x", "https://example.org/a", False, []),
        ("", "ftp://example.org", False, ["contest-no-link"]),
        ("", f"https://example.org/{'x' * 500}", False, ["contest-no-link"]),
        ("x" * 1001, "", False, ["giveaway-fault-long"]),
    ],
)
def test_words_a_link_or_a_file_are_enough(text, link, has_file, why):
    assert [fault.key for fault in brought.faults(text, link, has_file=has_file)] == why


# --- the laws ------------------------------------------------------------------------------------------------------

AUTHORS = {1: "ann", 2: "bob", 3: "cy", 4: "ann"}
PEOPLE = st.sampled_from(["ann", "bob", "cy", "dana", "eve", "flo"])
CAST = st.lists(st.tuples(PEOPLE, st.integers(1, 5), st.integers(1, 10)), max_size=40)


def ballots(cast):
    return [Ballot(person, about, points, seq) for seq, (person, about, points) in enumerate(cast)]


def votes(cast):
    return [(person, about, seq) for seq, (person, about, _) in enumerate(cast)]


@settings(max_examples=25)
@given(CAST, st.randoms(use_true_random=False))
def test_the_order_of_votes_changes_nothing(cast, random):
    order = random.sample(range(len(cast)), len(cast))
    given_in, voted = ballots(cast), votes(cast)
    assert by_votes(AUTHORS, voted) == by_votes(AUTHORS, [voted[at] for at in order])
    for law in Law:
        assert by_points(AUTHORS, given_in, law) == by_points(AUTHORS, [given_in[at] for at in order], law)


@settings(max_examples=25)
@given(CAST)
def test_nobody_votes_twice_or_for_what_is_hers_or_for_what_is_not_there(cast):
    stood = by_votes(AUTHORS, votes(cast))
    latest = {person: about for person, about, _ in cast}
    counted = [about for person, about in latest.items() if about in AUTHORS and AUTHORS[about] != person]
    assert {one.submission: one.ballots for one in stood} == {about: counted.count(about) for about in counted}


@settings(max_examples=25)
@given(CAST, st.sampled_from(Law))
def test_a_judge_counts_once_for_each_and_never_for_her_own(cast, law):
    stood = by_points(AUTHORS, ballots(cast), law)
    latest = {(person, about): points for person, about, points in cast if AUTHORS.get(about, person) != person}
    for one in stood:
        points = [given_in for (_, about), given_in in latest.items() if about == one.submission]
        assert one.ballots == len(points)
        assert float(one.score) == pytest.approx(sum(points) / (len(points) if law is Law.MEAN else 1), abs=0.006)
    assert {one.submission for one in stood} == {about for _, about in latest}


@settings(max_examples=25)
@given(CAST)
def test_a_vote_more_never_makes_it_worse(cast):
    def place(stood):
        return next((at for at, one in enumerate(stood) if one.submission == 1), len(AUTHORS))

    before = place(by_votes(AUTHORS, votes(cast)))
    assert place(by_votes(AUTHORS, [*votes(cast), ("zoe", 1, 99)])) <= before


def stood(law, *cast):
    made = by_votes(AUTHORS, votes(cast)) if law is None else by_points(AUTHORS, ballots(cast), law)
    return [(one.submission, one.score) for one in made]


def test_those_that_are_level_stand_by_the_written_law():
    assert stood(None, ("x", 2, 1), ("y", 1, 1)) == [(1, "1"), (2, "1")]
    assert stood(Law.MEAN, ("x", 2, 8), ("x", 1, 8), ("y", 2, 8)) == [(2, "8"), (1, "8")]
    assert stood(Law.SUM, ("x", 1, 8), ("x", 2, 4), ("y", 2, 4)) == [(2, "8"), (1, "8")]
    assert stood(Law.MEAN, ("x", 1, 8), ("x", 2, 8), ("y", 2, 9), ("y", 1, 8)) == [(2, "8.5"), (1, "8")]


def test_a_mean_of_too_few_judges_comes_last_and_its_author_is_not_missed():
    judges = [("x", 2, 5), ("y", 2, 5), ("z", 2, 5)]
    assert stood(Law.MEAN, *judges, ("x", 1, 10)) == [(2, "5"), (1, "10")]
    assert stood(Law.SUM, *judges, ("x", 1, 10)) == [(2, "15"), (1, "10")]
    # Half of the judges are enough.
    assert stood(Law.MEAN, *judges[:2], ("x", 1, 10)) == [(1, "10"), (2, "5")]
    # Bob judges what others brought; of three who could judge his, two did.
    assert stood(Law.MEAN, ("bob", 1, 5), ("x", 1, 5), ("y", 1, 5), ("z", 1, 5), ("x", 2, 9), ("y", 2, 9))[0] == (
        2,
        "9",
    )


def test_newcomers_are_asked_of_voters_and_nothing_else():
    strict = Conditions(timedelta(days=7), timedelta(days=30), Rank.HELPER, "77", True)
    assert for_voters(strict) == Conditions(timedelta(days=7), timedelta(days=30), linked=True)


# --- what people see -----------------------------------------------------------------------------------------------

STANDING = (Stood(2, "3", 3), Stood(1, "1", 1))


def test_the_card_says_in_every_state_how_it_stands():
    inside = {1: submission(1), 2: submission(2, BOB, state=SubmissionState.WITHDRAWN)}
    assert "contest-judged-votes" in texts(card.card(contest(), inside))
    assert "giveaway-need-linked" in texts(card.card(contest(conditions=Conditions(linked=True)), inside))
    bare = texts(card.card(contest(prizes="", bring=""), inside))
    assert "contest-places" in bare
    assert "contest-bring" not in bare
    assert "contest-bring" in texts(card.card(contest(), inside))
    judging = contest(state=ContestState.JUDGING)
    assert "contest-hidden" in texts(card.card(judging, inside))
    assert "contest-hidden" not in texts(card.card(replace(judging, hidden=False), inside))
    assert "contest-jury-until" in texts(card.card(replace(judging, judged_by=JudgedBy.JURY), inside))
    assert texts(card.card(contest(state=ContestState.CANCELLED), inside)) == ["The river", "contest-cancelled"]
    assert texts(card.card(contest(state=ContestState.CLOSED), inside)) == ["The river", "contest-nobody"]


def test_the_result_names_winners_and_places_also_of_whom_nobody_knows_any_more():
    done = contest(state=ContestState.CLOSED, standing=STANDING, won=(Prized("2"),), passed=(PassedOver("1", "left"),))
    said = card.result(done, {2: submission(2, BOB)})
    assert [line.key for line in said] == [
        "giveaway-winners",
        "contest-winner",
        "contest-passed-over",
        "contest-standing",
        "contest-place",
        "contest-place",
    ]
    assert said[1].args["who"] == Mention(BOB.user, "Bob")
    assert card.result(done, {})[1].args["who"] == "#2"
    assert card.people((Prized("2"), Prized("1")), {2: submission(2, BOB)}) == (Mention(BOB.user, "Bob"), ", ", "#1")
    assert card.result(replace(done, won=()), {})[0].key == "contest-none-fit"
    by_jury = card.result(replace(done, judged_by=JudgedBy.JURY), {})
    assert by_jury[1].args["score"].key == "contest-points"


def names(rows):
    return [button.name for row in rows for button in row]


def test_the_buttons_are_those_of_the_hour():
    judging = contest(state=ContestState.JUDGING)
    closed = contest(state=ContestState.CLOSED, standing=STANDING, won=(Prized("2", NOON),))
    assert names(card.rows(contest(), LOBBY)) == ["contest 1 bring telegram:1", "contest 1 mine telegram:1"]
    assert names(card.rows(judging, LOBBY)) == ["contest 1 mine telegram:1"]
    assert names(card.rows(replace(judging, judged_by=JudgedBy.JURY), LOBBY))[0] == "contest 1 judge telegram:1"
    assert names(card.rows(closed, LOBBY)) == ["contest 1 claim telegram:1"]
    assert card.rows(replace(closed, won=(Prized("2", claimed=True),)), LOBBY) == ()
    assert names(card.entry_rows(judging, submission(), LOBBY)) == ["contest 1 vote 1 telegram:1"]
    assert card.entry_rows(closed, submission(), LOBBY) == ()
    assert card.entry_rows(judging, submission(state=SubmissionState.WITHDRAWN), LOBBY) == ()
    assert card.entry_rows(judging, None, LOBBY) == ()
    assert len(card.manage_rows(contest())[0]) == 2
    assert len(card.manage_rows(closed)[0]) == 1


def test_votes_stand_on_a_submission_only_when_everybody_may_see_them():
    judging = contest(state=ContestState.JUDGING)
    assert "contest-votes" not in texts(card.entry(judging, submission(link="https://example.org"), 3))
    assert "contest-votes" in texts(card.entry(replace(judging, hidden=False), submission(text=""), 3))
    assert "contest-votes" in texts(card.entry(replace(judging, state=ContestState.CLOSED), submission(), 3))
    assert "contest-votes" not in texts(card.entry(replace(judging, state=ContestState.CANCELLED), submission(), 3))
    assert texts(card.entry(judging, None, 0)) == ["contest-entry-gone"]
    assert not moves.shows_counts(judging)


def test_what_is_put_up_has_its_file_before_its_words():
    judging = contest(state=ContestState.JUDGING, places=(LOBBY, STAFF))
    steps = list(moves.put_up(judging, submission(file=FILE), judging.places))
    assert [type(step).__name__ for step in steps] == ["Send", "Send", "Later"] * 2
    assert steps[0].enclosure == FILE


CARD = MessageRef(LOBBY, "30")


def kinds(decision):
    return [type(intent.step).__name__ for intent in decision.intents]


def timers(decision):
    return {row.kind for row in decision.rows if isinstance(row, Timer)}


def test_each_move_sets_its_timer_and_draws_the_cards_anew():
    begun = moves.begun(contest())
    assert (kinds(begun), timers(begun)) == (["Send", "Later"], {moves.CLOSE})
    frozen = moves.frozen(contest(version=1), (CARD,), NOON)
    assert (kinds(frozen), timers(frozen)) == (["Later"], {moves.END, moves.PUT_UP})
    assert frozen.rows[0].state is ContestState.JUDGING
    waits = moves.settling_on(contest(), NOON)
    assert (kinds(waits), timers(waits)) == ([], {moves.FILL})
    gone = moves.cancelled(contest(), (CARD,), NOON)
    assert (kinds(gone), timers(gone)) == (["Later"], {moves.FORGET})
    assert kinds(moves.entry_refreshed(submission(), (CARD,))) == ["Later"]
    assert moves.decided(contest(), 2, "left").passed == (PassedOver("2", "left"),)
    assert moves.claim_timer(contest(), "2") == "contest 1 2"


def test_why_not_is_asked_by_a_form():
    assert [field.name for field in review.form(ReviewSubmission(1, 1, review.REFUSE)).fields] == ["why"]


def test_what_won_before_a_jury_is_shown_to_everybody():
    done = contest(state=ContestState.CLOSED, standing=STANDING, judged_by=JudgedBy.JURY, winners=1)
    said = moves.announced(moves.decided(done, 2, None), {2: submission(2, BOB)}, (CARD,), NOON, Say("x"))
    assert kinds(said) == ["Send", "Send", "Later", "Whisper", "Later"]


def test_whoever_is_next_is_announced_alone_and_everybody_at_first():
    people = {1: submission(1), 2: submission(2, BOB)}
    done = contest(state=ContestState.CLOSED, standing=STANDING, winners=1)
    first = moves.announced(moves.decided(done, 2, None), people, (), NOON, Say("x"))
    kept = next(row for row in first.rows if isinstance(row, Contest))
    assert kept.won == (Prized("2", later(days=3)),)
    later_on = moves.given_up(replace(kept, winners=2, won=(*kept.won, Prized("1"))), 2, "bought")
    second = moves.announced(later_on, people, (), NOON, Say("x"))
    assert "contest-standing" in texts(second.intents[0].step.body)
    nobody = moves.announced(moves.given_up(kept, 2, "bought"), people, (), NOON, Say("x"))
    assert "contest-none-fit" in texts(nobody.intents[0].step.body)
    two = replace(kept, winners=2, won=(Prized("2", NOON, claimed=True),))
    third = moves.announced(moves.decided(two, 1, None), people, (), NOON, Say("x"))
    assert "giveaway-next" in texts(third.intents[0].step.body)
    none = moves.announced(
        moves.given_up(replace(two, won=(*two.won, Prized("1", NOON))), 1, "x"), people, (), NOON, Say("x")
    )
    assert "giveaway-no-next" in texts(none.intents[0].step.body)


def test_a_winner_on_a_messenger_without_the_contest_and_one_who_is_forgotten_are_no_trouble():
    done = contest(state=ContestState.CLOSED, standing=STANDING, prizes="", claim_within=timedelta(0))
    won = moves.decided(moves.decided(done, 2, None), 1, None)
    said = moves.announced(won, {2: submission(2, DANA)}, (), NOON, Say("x"))
    (whisper,) = [intent.step for intent in said.intents if type(intent.step).__name__ == "Whisper"]
    assert whisper.otherwise is None
    assert whisper.rows == ()


def test_a_prize_is_hers_with_any_of_her_accounts_until_its_time_is_over():
    owners = card.owners(contest(won=(Prized("2", later(days=1)), Prized("1", NOON))), {2: submission(2, BOB)})
    won = (Prized("2", later(days=1)),)
    assert hers(won, owners, (DANA.user, BOB.user), NOON) == won[0]
    assert hers(won, owners, (ANN.user,), NOON) is None
    assert hers(won, owners, (BOB.user,), later(days=2)) is None
    assert hers((Prized("2", NOON, claimed=True),), owners, (BOB.user,), later(days=2)) is not None


def test_staff_see_the_file_first_or_whoever_started_it_where_they_have_no_place():
    for place, kind in ((STAFF, "Send"), (None, "Whisper")):
        steps = [intent.step for intent in review.reviewed(contest(), submission(file=FILE), place).intents]
        assert [type(step).__name__ for step in steps] == [kind, kind]
        assert steps[0].enclosure == FILE
        assert len(review.reviewed(contest(), submission(), place).intents) == 1


def test_the_table_says_what_became_of_each():
    done = contest(
        standing=(*STANDING, Stood(3, "1", 1)),
        won=(Prized("2", claimed=True), Prized("3")),
        passed=(PassedOver("1", "left"),),
    )
    everything = (submission(1, file=FILE), submission(2, BOB), submission(3), submission(4, why="=no"))
    text = export.as_csv(done, everything).content
    assert [line.split(",")[-4:] for line in text.splitlines()[1:]] == [
        ["2", "1", "1", "passed over: left"],
        ["1", "3", "3", "claimed"],
        ["3", "1", "1", "won"],
        ["", "", "", ""],
    ]
    assert "'=no" in text
    assert "dusk.jpg" in text
