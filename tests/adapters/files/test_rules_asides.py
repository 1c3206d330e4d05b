"""Rules about reactions, titles and crises, floors of precision, and the messenger's own filter, as written."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.adapters.files.community import load
from bot.adapters.files.faults import Refused
from bot.domain.moderation.policy import Act, Do, Only
from bot.domain.moderation.sample import Source
from bot.domain.moderation.triggers import Reactions

LOCALES = Path(__file__).resolve().parents[3] / "locales"
HEAD = "community: {name: Riverside}\n"


def community(text):
    return load(f"{HEAD}{text}".encode(), "c.yaml", LOCALES).community


def rule(text):
    (made,) = community(f"rules: {{a: {{{text}}}}}").policy.rules
    return made


def faults(text):
    with pytest.raises(Refused) as caught:
        rule(text)
    return [fault.message for fault in caught.value.faults]


def test_a_rule_for_reactions_looks_at_reactions_and_asks_if_nothing_else_is_said():
    made = rule("reactions: 10, within: 10s")
    assert made.trigger == Reactions(10, timedelta(seconds=10))
    assert (made.looks_at, made.do) == ({Source.REACTION}, (Do(Act.ASK),))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("reactions: 10", "say in what time"),
        ("reactions: 10, within: 2d", "remembered for a day"),
        ("reactions: 10, within: 10s, do: [delete]", "no message that could be deleted"),
        ("reactions: 10, within: 10s, looks_at: titles", "looks at reactions"),
        ("reactions: 10, within: 10s, match: [x]", "single examples cannot show reactions"),
        ("messages: 5, within: 10s, looks_at: titles", 'a title holds no "messages"'),
        ("words: [blorp], looks_at: reactions", "reactions"),
        ("links: invites, precision: {by_itself: on}", "never made to watch by itself"),
        ("spam: 90%, precision: {floor: 90%, by_itself: on}", "never made to watch by itself"),
        ("words: [blorp], only: {crisis: 4}", ""),
    ],
)
def test_what_does_not_go_together_is_refused_with_the_reason(written, said):
    assert any(said in fault for fault in faults(written))


def test_a_rule_for_titles_removes_and_warns_if_nothing_else_is_said():
    made = rule("words: [blorp], looks_at: titles, do: [delete]")
    assert (made.looks_at, made.do) == ({Source.TITLE}, (Do(Act.DELETE),))
    assert rule("words: [blorp], looks_at: titles").do == (Do(Act.DELETE), Do(Act.WARN))


def test_a_rule_may_sleep_until_there_is_a_crisis():
    assert rule("links: all, only: {crisis: 2}").only == Only(crisis=2)


@pytest.mark.parametrize(
    ("written", "floor", "by_itself"),
    [
        ("precision: 90%", 0.9, False),
        ("precision: {by_itself: on}", 0.8, True),
        ("precision: {floor: 95%, by_itself: off}", 0.95, False),
        ("mode: on", None, False),
    ],
)
def test_a_rule_may_have_a_floor_of_its_own(written, floor, by_itself):
    made = rule(f"caps: 70%, {written}")
    assert (made.floor, made.watches_by_itself) == (floor, by_itself)


@pytest.mark.parametrize(("written", "is_on"), [("on", True), ("off", False), ("true", True)])
def test_discords_own_filter_is_used_where_the_config_says_so(written, is_on):
    assert community(f"discord: {{native_automod: {written}}}").native_automod is is_on
    assert not community("").native_automod
