"""An incident, what is kept of it, and the report."""

from dataclasses import replace
from datetime import timedelta

from bot.core.capabilities import Capability
from bot.core.doors import Right, SetPace, SetRights, Snapshot
from bot.core.receipts import Done, Refusal, Refused
from bot.core.text import Lines, Say
from bot.domain.storm import measures
from bot.domain.storm.heat import Heat
from bot.domain.storm.incident import Arrival, Incident, Named
from bot.domain.storm.kept import Before, pack_before, pack_incident, read_before, read_incident
from bot.domain.storm.plan import UNPLANNED, Cause, Level, Newcomers, Plan, Playbook
from bot.domain.storm.watch import Watch
from tests.build import ANN, BOB, NOON, ROOM, SPACE, later, person, room, space

STORM = Incident(3, 1, Cause.JOINS, NOON, later(minutes=10), (SPACE,), peak=1)
SNAPSHOT = Snapshot('{"a": 1}', ((ROOM, timedelta(seconds=5)),))
SPEAK = frozenset({Right.SPEAK})

NAMES = (Named(ANN.user, "a"), Named(BOB.user, "b"))
REFUSED = (
    ("SetPace: gone", 2),
    ("SetRights: forbidden (not enough rights)", 1),
    ("spared: left", 3),
    ("something else", 1),
)


def test_it_gets_worse_and_never_ends_sooner_for_that():
    worse = STORM.raised(3, later(minutes=5), [space("2"), SPACE])
    assert (worse.level, worse.peak, worse.until) == (3, 3, later(minutes=10))
    assert worse.spaces == (SPACE, space("2"))
    assert worse.raised(1, later(hours=1), ()).level == 3


def test_the_same_refusal_is_counted_and_not_listed_again():
    storm = STORM.with_refusals(["a", "b"]).with_refusals(["a"])
    assert storm.refused == (("a", 2), ("b", 1))


def test_what_is_kept_can_be_read_again():
    whole = Incident(
        4, 2, Cause.MODERATOR, NOON, later(hours=1), (SPACE, space("2")), BOB.user, "Bob", 2, 7, NAMES, 5, 6,
        later(seconds=2), later(hours=1), (("no", 2),),
    )  # fmt: skip
    assert [read_incident(pack_incident(one)) for one in (STORM, whole)] == [STORM, whole]
    for before in (Before(SNAPSHOT), Before(Snapshot("", ((room("2", of=space("9")), timedelta()),)), SPEAK, True)):
        assert read_before(pack_before(before)) == before
    assert Before(SNAPSHOT).shutting(SPEAK, slowed=False).shutting(frozenset(), slowed=True) == Before(
        SNAPSHOT, SPEAK, slowed=True
    )
    direct = Before(Snapshot("", ((type(ROOM)(ROOM.channel), timedelta(seconds=1)),)))
    assert read_before(pack_before(direct)) == direct


def test_a_playbook_becomes_steps_and_back():
    steps = list(measures.shutting(SPACE, Before(SNAPSHOT), Playbook(timedelta(seconds=30), SPEAK), NOON, "x"))
    assert steps == [
        SetRights(SPACE, SNAPSHOT, SPEAK, until=NOON, reason="x"),
        SetPace(ROOM, timedelta(seconds=30), "x"),
    ]
    shut = Before(SNAPSHOT, SPEAK, slowed=True)
    assert list(measures.shutting(SPACE, shut, Playbook(), NOON, "x")) == [
        SetRights(SPACE, SNAPSHOT, frozenset(), SPEAK, NOON, "x"),
        SetPace(ROOM, timedelta(seconds=5), "x"),
    ]
    assert list(measures.opening(SPACE, shut, "x")) == [
        SetRights(SPACE, SNAPSHOT, opened=SPEAK, reason="x"),
        SetPace(ROOM, timedelta(seconds=5), "x"),
    ]
    assert list(measures.opening(SPACE, Before(SNAPSHOT), "x")) == []
    assert list(measures.shutting(SPACE, Before(SNAPSHOT), Playbook(), NOON, "x")) == []


def test_refusals_are_those_of_the_space_and_what_is_gone_does_not_stay_shut():
    here, there = SetPace(ROOM, timedelta()), SetRights(space("2"), SNAPSHOT)
    report = [
        (here, Refused(Refusal.GONE)),
        (there, Refused(Refusal.FORBIDDEN, "no rights")),
        (there, Done()),
        (here, Done()),
    ]
    assert not measures.stays_shut(measures.refusals(report, SPACE))
    refused = measures.refusals(report, space("2"))
    assert measures.stays_shut(refused)
    assert measures.told(refused) == ["SetRights: forbidden (no rights)"]
    assert measures.told(measures.refusals(report, SPACE)) == ["SetPace: gone"]


def keys(body):
    assert isinstance(body, Lines)
    return [part.key for part in body.parts if isinstance(part, Say)]


def test_the_report_says_what_was_done_and_what_not():
    quiet = measures.report_of(STORM, later(minutes=3))
    assert (keys(quiet)[0], quiet.parts[0].args["lasted"]) == ("storm-report-so-far", timedelta(minutes=3))
    assert "storm-report-no-lockdown" in keys(quiet)
    storm = Incident(
        1, 2, Cause.MODERATOR, NOON, later(minutes=5), (SPACE,), BOB.user, "Bob", 2, 3, NAMES,
        shut_at=later(seconds=2), ended=later(minutes=4), refused=REFUSED,
    )  # fmt: skip
    told = measures.report_of(storm, later(hours=9))
    assert {"storm-report-by", "storm-report-lockdown", "storm-report-refused"} <= set(keys(told))
    assert any("a, b (+1)" in str(part) for part in told.parts)
    assert told.parts[0].args["lasted"] == timedelta(minutes=4)
    said = [part for part in told.parts if isinstance(part, Say) and part.key == "storm-report-refused"]
    assert [(part.args["what"].key, part.args["why"].key) for part in said] == [("storm-deed-pace", "refusal-gone")]
    assert "storm-spared-left" in keys(told)
    assert any("not enough rights" in str(part) for part in told.parts)
    assert any("something else" in str(part) for part in told.parts)
    all_named = replace(storm, came=2)
    assert "(+" not in str(measures.report_of(all_named, NOON).parts)


def test_who_is_forgotten_is_taken_out_of_a_report():
    storm = replace(STORM, names=NAMES)
    assert [one.name for one in storm.without({BOB.user}).names] == ["a"]


def test_a_restart_remembers_who_came_lately_and_who_waits_since_the_last_storm():
    watch = Watch(UNPLANNED, Heat(UNPLANNED))
    came = [Arrival(later(minutes=minute), SPACE, person("N", str(minute)).user, "N") for minute in (0, 20, 40)]
    storm = replace(STORM, started=later(minutes=25), ended=later(minutes=30))
    watch.remember(came, storm, later(minutes=45), None)
    assert [one.at for one in watch.arrivals] == [later(minutes=40)]
    assert [one.at for one in watch.to_sift] == [later(minutes=20)]
    calm = Watch(UNPLANNED, Heat(UNPLANNED))
    calm.remember(came, replace(storm, ended=None), later(minutes=45), later(minutes=20))
    assert [one.at for one in calm.to_sift] == [later(minutes=40)]
    calm.remember(came, None, later(minutes=90), None)
    assert len(calm.to_sift) == 1


def test_a_plan_leans_on_what_its_levels_shut_and_what_befalls_newcomers():
    asks = {Capability.MUTE, Capability.KICK}
    assert Plan({}).leans_on == asks
    assert Plan({}, Newcomers.LEAVE).leans_on == set()
    assert Plan({1: Level()}, Newcomers.KICK).leans_on == {Capability.KICK}
    loud = Level(playbook=Playbook(timedelta(seconds=5), SPEAK))
    assert Plan({1: loud}).leans_on == {Capability.DELETE, Capability.RIGHTS, Capability.PACE, *asks}
