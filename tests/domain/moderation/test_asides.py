"""What people do besides writing: reactions, titles, names; and how far rules that count have come."""

from datetime import timedelta

import pytest

from bot.core.why import Count
from bot.domain.moderation import reacted
from bot.domain.moderation.asides import reaction_sample, title_sample
from bot.domain.moderation.counted import counted
from bot.domain.moderation.explain import Facts, explain, for_staff
from bot.domain.moderation.history import History
from bot.domain.moderation.policy import Act, Do, Mode, Only, Policy, Rule, guards_against_scams
from bot.domain.moderation.sample import Source, sample
from bot.domain.moderation.sentence import sentence
from bot.domain.moderation.triggers import Caps, Duplicates, Flood, Links, LookAlikes, Mentions, Pattern, Reactions
from bot.domain.moderation.triggers.hit import Hit
from bot.domain.moderation.verdict import Passed, Verdict, judge
from tests.build import ANN, BOB, MOD, ROOM, later, post, ref, user

TEN = timedelta(seconds=10)


def reaction(at=0.0, by=ANN):
    return reaction_sample(ref(), "+", by, later(seconds=at))


def react(history, *times, by=ANN):
    found = None
    for at in times:
        seen = reaction(at, by)
        history.reactions.remember(seen)
        found = Reactions(3, TEN).find(seen, history)
    return found


def test_many_reactions_of_one_member_in_a_short_time_are_a_flood():
    hit = react(History(), 0, 2, 4)
    assert hit == Hit("3 / 10 s", "3", ())


def test_slow_reactions_and_those_of_several_people_are_none():
    history = History()
    assert react(history, 0, 6, 12) is None
    assert react(history, 12.5, 13, by=BOB) is None


def test_a_message_is_no_reaction():
    history = History()
    react(history, 0, 1, 2)
    assert Reactions(1, TEN).find(sample(post("hi")), history) is None


def test_only_so_many_peoples_reactions_are_remembered(monkeypatch):
    monkeypatch.setattr(reacted, "MANY", 1)
    history = History()
    react(history, 0, 1)
    react(history, 1, by=BOB)
    assert history.reactions.count(reaction(2), TEN) == 0


def titled(*do, title="free CASINO", mode=Mode.ON):
    rule = Rule("r", Pattern("casino"), do, mode=mode, looks_at=frozenset({Source.TITLE}))
    policy = Policy((rule,))
    seen = title_sample(title, ROOM, ANN, later())
    return judge(seen, History(), policy), policy


def test_a_bad_title_takes_the_thread_and_no_message():
    verdict, policy = titled(Do(Act.DELETE))
    found = sentence(verdict, 0, policy)
    assert (found.whole_thread, found.delete, found.evidence[0].message) == (True, (), None)


def test_a_title_that_is_only_asked_about_stays():
    verdict, policy = titled(Do(Act.ASK))
    assert not sentence(verdict, 0, policy).whole_thread
    assert titled(Do(Act.DELETE), title="bread")[0].is_clean


def test_rules_for_messages_do_not_look_at_titles():
    rule = Rule("r", Pattern("casino"), mode=Mode.ON)
    verdict = judge(title_sample("casino", ROOM, ANN, later()), History(), Policy((rule,)))
    assert verdict.outcomes == (Passed.NOT_HERE,)


def test_a_rule_for_a_crisis_looks_from_its_level_on():
    rule = Rule("r", Pattern("casino"), mode=Mode.ON, only=Only(crisis=2))
    history = History()

    def outcome(level):
        history.crisis = level
        return judge(sample(post("casino")), history, Policy((rule,))).outcomes[0]

    assert [isinstance(outcome(level), Hit) for level in range(4)] == [False, False, True, True]
    assert outcome(1) is Passed.NOT_HERE


def test_who_came_in_before_a_restart_is_new_after_it():
    history = History()
    history.restore(ROOM.space, BOB.user, later(), 1)
    seen = sample(post("hi", by=BOB, at=5))
    history.remember(seen)
    assert (history.joined_at(seen), history.nth(seen)) == (later(), 2)


@pytest.mark.parametrize(
    ("only", "mode", "counted"),
    [
        (Only(), Mode.ON, None),
        (Only(first_messages=3), Mode.WATCH, 3),
        (Only(first_messages=3), Mode.OFF, None),
        (Only(member_for_less_than=TEN), Mode.ON, 0),
    ],
)
def test_a_policy_knows_how_much_of_newcomers_is_counted(only, mode, counted):
    assert Policy((Rule("r", Pattern("x"), mode=mode, only=only),)).newcomers == counted


@pytest.mark.parametrize(
    ("trigger", "guards"),
    [(Links(), False), (Links("invites"), True), (LookAlikes(), True), (Caps(0.7, 12), False)],
)
def test_which_rules_guard_against_scams(trigger, guards):
    assert guards_against_scams(Rule("r", trigger)) is guards


HI = "we say the same words again and again"


@pytest.mark.parametrize(
    ("trigger", "count"),
    [
        (Flood(9, TEN), Count(3, 9, TEN)),
        (Flood(9, TEN, shorter_than=6), Count(1, 9, TEN)),
        (Duplicates(9, TEN), Count(2, 9, TEN)),
        (Duplicates(9, TEN, people=4), Count(3, 9, TEN, 2, 4)),
        (Mentions(9, TEN), Count(3, 9, TEN)),
        (Mentions(9), None),
        (Reactions(9, TEN), Count(0, 9, TEN)),
        (Caps(0.7, 12), None),
    ],
)
def test_every_rule_that_counts_tells_how_far_it_has_come(trigger, count):
    history = History()
    people = tuple(user(str(n)) for n in range(2))
    said = [
        post(HI, by=MOD),
        post(HI, by=BOB, at=1),
        post(HI, at=2, mentions=people),
        post("short", at=3, unknown_mentions=1),
        post(HI, at=4),
    ]
    for message in said:
        seen = sample(message)
        history.remember(seen)
    assert counted(trigger, seen, history) == count


def test_an_explanation_tells_counts_of_people_and_the_level_of_a_crisis():
    history = History()
    history.crisis = 1
    rule = Rule("r", Duplicates(2, TEN, people=2), mode=Mode.ON, line=3)
    for by in (ANN, BOB):
        seen = sample(post(HI, by=by))
        history.remember(seen)
    told = explain(judge(seen, history, Policy((rule,))), Facts(), history)
    assert (told.crisis, told.answers[0].count.people) == (1, 2)
    keys = repr(for_staff(told))
    assert "why-count-people" in keys
    assert "why-crisis" in keys
    clean = Verdict.with_(seen, (rule,), (Passed.CLEAN,))
    assert "r (2/2, 2/2)" in repr(for_staff(explain(clean, Facts(), history)))
