"""When a rule looks at all, whom it spares, what becomes of it when it breaks, and how ladders combine."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.actions import Sanction
from bot.core.people import Rank
from bot.domain.moderation.failures import IN_A_ROW, Failures
from bot.domain.moderation.history import History
from bot.domain.moderation.policy import (
    Act,
    Do,
    Hours,
    Mode,
    OnFailure,
    Only,
    Policy,
    Rule,
    Step,
)
from bot.domain.moderation.sample import Source, name_sample, sample
from bot.domain.moderation.sentence import sentence
from bot.domain.moderation.triggers import Duplicates, Flood, Pattern
from bot.domain.moderation.triggers.hit import Hit
from bot.domain.moderation.verdict import Passed, judge
from tests.build import ANN, BOB, NOON, SPACE, later, post

WARSAW = ZoneInfo("Europe/Warsaw")
DAY = timedelta(days=1)
BAD = Pattern("bad")


@dataclass(frozen=True, slots=True)
class Broken:
    """A trigger that raises over whatever says so."""

    kind: str = "broken"

    def find(self, seen, history):
        if "break" in seen.text:
            raise ValueError("broken")
        return Hit("x", "x", (seen.message.ref,)) if "bad" in seen.text else None


def rule(name="r", trigger=BAD, **more):
    return Rule(name, trigger, mode=more.pop("mode", Mode.ON), **more)


def answer(made, message=None, *, role="", history=None):
    seen = sample(message or post("bad"), role)
    (finding,) = judge(seen, history or History(), Policy((made,))).findings
    return finding.outcome if isinstance(finding.outcome, Passed) else "hit"


@pytest.mark.parametrize(
    ("only", "author", "role", "outcome"),
    [
        (Only(), {}, "", "hit"),
        (Only(places=frozenset({"lobby"})), {}, "lobby", "hit"),
        (Only(places=frozenset({"lobby"})), {}, "news", Passed.NOT_HERE),
        (Only(member_for_less_than=DAY), {"joined_at": later(hours=-1)}, "", "hit"),
        (Only(member_for_less_than=DAY), {"joined_at": later(days=-1)}, "", Passed.NOT_HERE),
        (Only(member_for_less_than=DAY), {}, "", Passed.NOT_HERE),
        (Only(account_younger_than=DAY), {"created_at": later(hours=-1)}, "", "hit"),
        (Only(account_younger_than=DAY), {"created_at": later(days=-2)}, "", Passed.NOT_HERE),
        (Only(account_younger_than=DAY), {}, "", Passed.NOT_HERE),
        (Only(member_for_less_than=DAY, account_younger_than=DAY), {"joined_at": NOON}, "", Passed.NOT_HERE),
        (Only(first_messages=3), {}, "", Passed.NOT_HERE),
        (Only(hours=Hours(time(12), time(14), UTC)), {}, "", "hit"),
        (Only(hours=Hours(time(9), time(12), UTC)), {}, "", Passed.NOT_HERE),
    ],
)
def test_a_rule_looks_only_where_every_condition_holds(only, author, role, outcome):
    assert answer(rule(only=only), post("bad", by=replace(ANN, **author)), role=role) == outcome


def test_the_first_messages_of_somebody_who_just_came_in():
    history = History()
    history.arrived(SPACE, ANN, NOON)
    made = rule(only=Only(first_messages=2))
    found = []
    for n in range(3):
        message = post("bad", at=n)
        history.remember(sample(message))
        found.append(answer(made, message, history=history))
    assert found == ["hit", "hit", Passed.NOT_HERE]


def test_who_came_in_unnoticed_by_the_messenger_is_new_all_the_same():
    history = History()
    history.arrived(SPACE, ANN, NOON)
    assert answer(rule(only=Only(member_for_less_than=DAY)), post("bad", at=60), history=history) == "hit"


@pytest.mark.parametrize(
    ("at", "start", "end", "holds"),
    [
        ("2026-01-01T21:00", time(22), time(6), True),
        ("2026-01-01T20:59", time(22), time(6), False),
        ("2026-07-01T20:00", time(22), time(6), True),
        ("2026-01-01T04:59", time(22), time(6), True),
        ("2026-01-01T05:00", time(22), time(6), False),
        ("2026-01-01T12:00", time(9), time(17), True),
        ("2026-01-01T16:00", time(9), time(17), False),
    ],
)
def test_hours_are_the_communitys_own_and_may_go_over_midnight(at, start, end, holds):
    assert Hours(start, end, WARSAW).hold(datetime.fromisoformat(at).replace(tzinfo=UTC)) is holds


@pytest.mark.parametrize(
    ("made", "author", "outcome"),
    [
        (rule(), replace(ANN, rank=Rank.HELPER), Passed.SPARED),
        (rule(spares=Rank.TRUSTED), replace(ANN, rank=Rank.TRUSTED), Passed.SPARED),
        (rule(spares=Rank.MANAGER), replace(ANN, rank=Rank.MODERATOR), "hit"),
        (rule(), replace(ANN, untouchable=True), Passed.SPARED),
        (rule(spared_users=frozenset({ANN.user})), ANN, Passed.SPARED),
        (rule(spared_users=frozenset({ANN.user})), BOB, "hit"),
        (rule(spared_roles=frozenset({"77"})), replace(ANN, roles=frozenset({"5", "77"})), Passed.SPARED),
        (rule(spared_roles=frozenset({"77"})), ANN, "hit"),
        (rule(mode=Mode.OFF), ANN, Passed.OFF),
    ],
)
def test_whom_a_rule_spares(made, author, outcome):
    assert answer(made, post("bad", by=author)) == outcome


def test_names_are_read_by_the_rules_that_look_at_names():
    both = frozenset(Source)
    policy = Policy((rule("names", looks_at=frozenset({Source.NAME})), rule("messages"), rule("both", looks_at=both)))
    called = name_sample(replace(ANN, name="B\u200bad Ann", handle="ann"), SPACE, NOON)
    assert called.text == "B\u200bad Ann\n@ann"
    assert name_sample(ANN, SPACE, NOON).text == "Ann"
    verdict = judge(called, History(), policy)
    assert [isinstance(f.outcome, Hit) for f in verdict.findings] == [True, False, True]
    said = sentence(verdict, 0, policy)
    assert said.delete == ()
    assert said.evidence[0].message is None
    assert [isinstance(f.outcome, Hit) for f in judge(sample(post("bad")), History(), policy).findings] == [
        False,
        True,
        True,
    ]


def test_somebody_without_a_name_is_no_trouble():
    # YAGPDB crashes on nickname checks.
    verdict = judge(
        name_sample(replace(ANN, name=""), SPACE, NOON), History(), Policy((rule(looks_at=frozenset(Source)),))
    )
    assert verdict.outcomes == (Passed.CLEAN,)


# --- rules that break --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on_failure", "mode", "held"),
    [(OnFailure.OPEN, Mode.ON, False), (OnFailure.CLOSED, Mode.ON, True), (OnFailure.CLOSED, Mode.WATCH, False)],
)
def test_a_rule_that_breaks_lets_the_message_pass_or_holds_it_back(on_failure, mode, held):
    policy = Policy(
        (rule("b", Broken(), on_failure=on_failure, mode=mode, strikes=3), rule()), (Step(1, Sanction.BAN),)
    )
    message = post("break")
    verdict = judge(sample(message), History(), policy)
    assert verdict.findings[0].failed
    assert verdict.is_clean is not held
    said = sentence(verdict, 9, policy)
    if not held:
        assert said is None
        return
    assert (said.sanction, said.strikes, said.delete, said.asks) == (Sanction.NOTE, 0, (message.ref,), True)
    assert said.rule.name == "b"


def test_beside_a_rule_that_breaks_the_others_decide():
    policy = Policy((rule("b", Broken(), on_failure=OnFailure.CLOSED), rule(do=(Do(Act.WARN),))))
    message = post("bad break")
    said = sentence(judge(sample(message), History(), policy), 0, policy)
    assert (said.rule.name, said.sanction, said.strikes, said.delete, said.asks) == (
        "r",
        Sanction.WARN,
        1,
        (message.ref,),
        True,
    )


def test_a_rule_that_breaks_five_times_in_a_row_is_given_up():
    policy, failures = Policy((rule("b", Broken()), rule())), Failures()
    lost = [failures.note(judge(sample(post("break")), History(), policy, failures.given_up)) for _ in range(IN_A_ROW)]
    assert lost == [()] * (IN_A_ROW - 1) + [(policy.rules[0],)]
    verdict = judge(sample(post("bad break")), History(), policy, failures.given_up)
    assert verdict.findings[0].outcome is Passed.GIVEN_UP
    assert verdict.findings[1].outcome is not Passed.CLEAN
    assert failures.note(verdict) == ()


@pytest.mark.parametrize("between", ["fine", "bad"])
def test_an_answer_in_between_counts_from_the_start(between):
    policy, failures = Policy((rule("b", Broken(), on_failure=OnFailure.CLOSED),)), Failures()
    for text in ["break"] * (IN_A_ROW - 1) + [between] + ["break"] * (IN_A_ROW - 1):
        assert failures.note(judge(sample(post(text)), History(), policy)) == ()
    assert failures.note(judge(sample(post("break")), History(), policy)) == policy.rules


def test_who_is_spared_says_nothing_about_a_rule():
    policy, failures = Policy((rule("b", Broken()),)), Failures()
    spared = post("x", by=replace(ANN, untouchable=True))
    for n in range(IN_A_ROW):
        assert failures.note(judge(sample(spared), History(), policy)) == ()
        lost = failures.note(judge(sample(post("break")), History(), policy))
        assert bool(lost) is (n == IN_A_ROW - 1)


# --- ladders -----------------------------------------------------------------------------------------------------

MUTE, BAN, ASK = Step(2, Sanction.MUTE, DAY), Step(3, Sanction.BAN), Step(2, Sanction.NOTE, asks=True)
KIND, ADS = rule("kind", Pattern("kind"), guideline="kind"), rule("ads", Pattern("ads"), guideline="ads", strikes=2)


@pytest.mark.parametrize(
    ("text", "prior", "of", "ladder", "ladders", "expected"),
    [
        ("kind", 0, {}, (MUTE,), {}, (Sanction.WARN, 1, False)),
        ("kind", 1, {}, (MUTE,), {}, (Sanction.MUTE, 1, False)),
        ("kind", 9, {"kind": 0}, (), {"kind": (MUTE,)}, (Sanction.WARN, 1, False)),
        ("kind", 9, {"kind": 1}, (), {"kind": (MUTE,)}, (Sanction.MUTE, 1, False)),
        ("kind", 2, {"kind": 1}, (BAN,), {"kind": (MUTE,)}, (Sanction.BAN, 1, False)),
        ("kind", 1, {"kind": 1}, (BAN,), {"kind": (MUTE,)}, (Sanction.MUTE, 1, False)),
        ("kind", 1, {"kind": 1}, (MUTE,), {"kind": (ASK,)}, (Sanction.MUTE, 1, True)),
        ("ads", 0, {"ads": 0, "kind": 9}, (), {"ads": (MUTE,), "kind": (BAN,)}, (Sanction.MUTE, 2, False)),
        ("kind ads", 0, {"ads": 0, "kind": 2}, (), {"ads": (MUTE,), "kind": (BAN,)}, (Sanction.BAN, 2, False)),
        ("kind", 0, None, (), {"kind": (Step(1, Sanction.KICK),)}, (Sanction.KICK, 1, False)),
    ],
)
def test_a_guidelines_ladder_counts_its_own_strikes_beside_the_common_one(text, prior, of, ladder, ladders, expected):
    policy = Policy((KIND, ADS), ladder, ladders=ladders)
    said = sentence(judge(sample(post(text)), History(), policy), prior, policy, of)
    assert (said.sanction, said.strikes, said.asks) == expected


def test_a_rule_without_strikes_climbs_no_ladder():
    quiet = replace(KIND, strikes=0)
    policy = Policy((quiet,), (BAN,), ladders={"kind": (BAN,)})
    said = sentence(judge(sample(post("kind")), History(), policy), 9, policy, {"kind": 9})
    assert (said.sanction, said.strikes) == (Sanction.WARN, 0)


def test_memory_reaches_as_far_back_as_the_rules_look():
    hour = timedelta(hours=1)
    assert Policy().memory == Policy((rule(),)).memory == timedelta(minutes=5)
    assert Policy((rule(trigger=Flood(2, timedelta(seconds=1))),)).memory == timedelta(minutes=5)
    assert Policy((rule(trigger=Duplicates(2, hour)), rule())).memory == hour
