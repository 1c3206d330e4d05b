"""The watch remembers the last minutes, and never more than its bounds."""

from datetime import timedelta

from bot.core.actions import Punish, Sanction
from bot.domain.storm.desk import sifting
from bot.domain.storm.heat import Heat
from bot.domain.storm.incident import Arrival, Incident
from bot.domain.storm.plan import UNPLANNED, Cause, Newcomers, Plan
from bot.domain.storm.sieve import once
from bot.domain.storm.watch import MOST_ARRIVALS, MOST_WRITERS, Watch
from tests.build import ANN, BOB, NOON, SPACE, later, ref, space, user

PACE = timedelta(seconds=10)


def watch():
    return Watch(UNPLANNED, Heat(UNPLANNED))


def arrival(number, *, at=0, where=SPACE):
    return Arrival(later(seconds=at), where, user(f"n{number}"), f"New {number}")


def test_only_during_a_storm_newcomers_wait_to_be_judged():
    seen = watch()
    assert seen.level == 0
    assert seen.playbook.pace is None
    seen.arrived(arrival(1))
    assert not seen.to_sift
    seen.incident = Incident(1, 1, Cause.JOINS, NOON, NOON, (SPACE,))
    assert seen.level == 1
    for number in range(30):
        seen.arrived(arrival(number))
    seen.arrived(arrival(99, where=space("2")))
    assert (seen.came, len(seen.to_sift), len(seen.names)) == (30, 30, 20)


def test_whoever_came_just_before_belongs_to_it():
    seen = watch()
    for number, at in enumerate((0, 300, 900)):
        seen.arrived(arrival(number, at=at))
    seen.arrived(arrival(7, at=900, where=space("2")))
    just = seen.just_before(later(seconds=901), [SPACE])
    assert [one.name for one in just] == ["New 2"]
    seen.begin([*just, *[arrival(n) for n in range(25)]])
    assert (seen.came, len(seen.to_sift), len(seen.names)) == (26, 26, 20)


def test_who_leaves_is_remembered_while_anybody_is_judged_and_who_comes_again_is_here_once():
    seen = watch()
    seen.went(SPACE, user("n1"))
    assert not seen.left
    seen.incident = Incident(1, 1, Cause.JOINS, NOON, NOON, (SPACE,))
    seen.arrived(arrival(1))
    seen.went(SPACE, user("n1"))
    assert seen.left == {(SPACE, user("n1"))}
    seen.arrived(arrival(1, at=9))
    assert not seen.left
    assert [one.at for one in once(seen.to_sift)] == [later(seconds=9)]


def test_a_raid_of_any_size_fits():
    seen = watch()
    seen.incident = Incident(1, 1, Cause.JOINS, NOON, NOON, (SPACE,))
    for number in range(MOST_ARRIVALS + 10):
        seen.arrived(arrival(number))
    assert len(seen.arrivals) == len(seen.to_sift) == MOST_ARRIVALS
    for number in range(MOST_WRITERS + 10):
        assert not seen.is_too_fast(user(f"w{number}"), NOON, PACE)
    assert not seen.is_too_fast(user("w0"), NOON, PACE), "the oldest are forgotten"


def test_only_what_may_stay_counts_against_the_pace():
    seen = watch()
    fast = [seen.is_too_fast(ANN.user, later(seconds=n), PACE) for n in (0, 5, 9, 10, 15)]
    assert fast == [False, True, True, False, True]
    assert not seen.is_too_fast(BOB.user, NOON, PACE)


def test_many_are_taken_away_at_once():
    seen = watch()
    first, second, third = ref("1"), ref("2"), ref("3")
    assert seen.sweep(first, later()) == (first,)
    assert seen.sweep(second, later(seconds=0.5)) == ()
    assert seen.sweep(third, later(seconds=1.5)) == (second, third)
    assert seen.sweep(None, later(seconds=1.6)) == ()
    assert seen.held == 3


def test_a_new_plan_begins_to_count_anew():
    seen, plan = watch(), Plan()
    seen.replan(plan)
    assert seen.plan is plan


def test_what_befalls_newcomers_is_one_step_or_none():
    one = arrival(1)
    steps = {how: sifting(one, how, NOON) for how in Newcomers}
    assert [how for how, step in steps.items() if step is None] == [Newcomers.LEAVE, Newcomers.ASK]
    assert steps[Newcomers.MUTE] == Punish(SPACE, one.user, Sanction.MUTE, "came in with a storm", NOON)
    assert steps[Newcomers.GATE].args["user"] == one.user


def test_who_is_forgotten_leaves_its_memory_but_not_while_a_storm_lasts():
    seen = watch()
    seen.arrived(arrival(1))
    seen.arrived(arrival(2))
    seen.is_too_fast(user("n1"), NOON, PACE)
    seen.forget_people(frozenset())
    assert len(seen.arrivals) == 2
    seen.incident = Incident(1, 1, Cause.JOINS, NOON, NOON, (SPACE,))
    seen.forget_people({user("n1")})
    assert len(seen.arrivals) == 2, "nobody walks out of a raid like that"
    seen.incident = None
    seen.forget_people({user("n1")})
    assert [one.user for one in seen.arrivals] == [user("n2")]
    assert not seen.is_too_fast(user("n1"), NOON, PACE)
