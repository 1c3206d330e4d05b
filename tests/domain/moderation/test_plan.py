"""Whom a plan leaves out could not have found anything: its verdicts are those of asking everybody."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.chatter import LINES
from bot.adapters.files.community import load
from bot.core.attachments import Attachment
from bot.core.people import Rank
from bot.domain.moderation import plan as planning
from bot.domain.moderation.history import History
from bot.domain.moderation.plan import Plan
from bot.domain.moderation.policy import Mode, Only, Policy, Rule
from bot.domain.moderation.sample import Source, name_sample, sample
from bot.domain.moderation.triggers import (
    Attachments,
    Caps,
    Duplicates,
    Emoji,
    Flood,
    Length,
    Links,
    LookAlikes,
    Mentions,
    Pattern,
    PersonalData,
    Posted,
    Scripts,
    Words,
    Zalgo,
)
from bot.domain.moderation.triggers.personal import Personal
from bot.domain.moderation.triggers.posted import Way
from bot.domain.moderation.verdict import Passed, judge
from tests.build import ANN, BOB, MOD, NOON, SPACE, post
from tests.domain.moderation.text.test_lexicon import LEXICON

ROOT = Path(__file__).resolve().parents[3]
CONFIG, LOCALES = ROOT / "config" / "community.yaml", ROOT / "locales"
TRIGGERS = (
    Words(("en", "ru"), lexicon=LEXICON),
    Flood(1, timedelta(seconds=30)),
    Flood(3, timedelta(seconds=30)),
    Flood(5, timedelta(seconds=30)),
    Flood(2, timedelta(seconds=30), shorter_than=6),
    Duplicates(1, timedelta(minutes=1)),
    Duplicates(2, timedelta(minutes=1)),
    Duplicates(2, timedelta(minutes=1), people=2),
    Links(),
    Links("invites"),
    Links("shorteners"),
    LookAlikes(),
    Mentions(1, everyone=True),
    Pattern("free.*ride"),
    Caps(0.6, 10),
    Caps(0.1, 4),
    Emoji(2),
    Zalgo(2),
    Length(40),
    Length(600),
    Length(lines=12),
    Attachments(),
    Posted(frozenset(Way)),
    Scripts(frozenset({"latin", "cyrillic"}), letters=1),
    Scripts(frozenset({"latin"}), letters=1),
    PersonalData(frozenset(Personal)),
)
CONDITIONS = (
    Only(),
    Only(first_messages=1),
    Only(member_for_less_than=timedelta(days=1)),
    Only(account_younger_than=timedelta(days=1)),
    Only(crisis=1),
    Only(first_messages=2, crisis=1),
)
PIECES = (
    *LINES[:12],
    *("florbit", "fl0rbit", "f l o r b i t", "гав", "HELLO EVERYBODY HERE", "😄😄", "@everyone", "@ann", "мир", "漢字"),
    *(
        "https://example.org/x",
        "disc0rd.com/gifts",
        "discord.gg/abc",
        "bit.ly/x",
        "discord [dot] gg/abc",
        "tg://join?invite=a1",
    ),
    *(
        "4111 1111 1111 1111",
        "+48 600 700 800",
        "ann@example.org",
        "e\u0301\u0302\u0301\u0302",
        "ｆｒｅｅ ride",
        "\u200b",
        "⒜",
        "№5",
        "such a long story " * 40,
        "\n" * 12,
    ),
)
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=4).map(" ".join), st.text(max_size=40))
RULES = st.builds(
    Rule,
    st.sampled_from("abc"),
    st.sampled_from(TRIGGERS),
    mode=st.sampled_from(Mode),
    only=st.sampled_from(CONDITIONS),
    spares=st.sampled_from((Rank.MEMBER, Rank.HELPER)),
    looks_at=st.sampled_from((frozenset({Source.MESSAGE}), frozenset(Source), frozenset({Source.NAME}))),
    spared_users=st.sampled_from((frozenset(), frozenset({ANN.user}))),
    spared_roles=st.sampled_from((frozenset(), frozenset({"blue"}))),
)
AUTHORS = (
    ANN,
    BOB,
    MOD,
    replace(BOB, joined_at=NOON),
    replace(ANN, roles=frozenset({"blue"})),
    replace(BOB, is_channel=True),
)
MESSAGES = st.builds(
    post,
    TEXTS,
    by=st.sampled_from(AUTHORS),
    at=st.integers(0, 100),
    also=st.sampled_from(((), ("florbit",), ("see example.org",))),
    links=st.sampled_from(((), ("https://t.me/+abc",))),
    mentions=st.sampled_from(((), (ANN.user,))),
    mentions_everyone=st.booleans(),
    carries=st.sampled_from((frozenset(), frozenset({Attachment.PHOTO}))),
    forwarded=st.booleans(),
    via_bot=st.sampled_from(("", "gif")),
)


def same_verdicts(policy, messages, crisis=0):
    """Judge both ways in turns; gives the verdicts."""
    plan, history = Plan(policy), History()
    history.crisis = crisis
    verdicts = []
    for message in messages:
        seen = sample(message)
        history.remember(seen)
        verdict, all_asked = plan.judge(seen, history), judge(seen, history, policy)
        assert verdict == all_asked
        assert (verdict.is_clean, verdict.is_sound) == (all_asked.is_clean, all_asked.is_sound)
        verdicts.append(verdict)
    return verdicts


@given(st.lists(RULES, max_size=8), st.lists(MESSAGES, max_size=8), st.integers(0, 2))
def test_any_policy_judges_any_messages_alike(rules, messages, crisis):
    same_verdicts(Policy(tuple(rules)), messages, crisis)


@pytest.fixture(scope="module")
def default():
    data = CONFIG.read_text(encoding="utf-8").replace("words: [en, pl]", "words: [en, pl, ru, es, sq]").encode()
    policy = load(data, "community.yaml", LOCALES).community.policy
    return lambda: policy  # whose whole text no report of a failure should hold


@given(messages=st.lists(MESSAGES, max_size=4))
def test_the_whole_example_policy_judges_any_messages_alike(default, messages):
    same_verdicts(default(), messages)


def test_the_whole_example_policy_judges_the_chat_of_the_benchmarks_alike(default):
    every = [post(text, by=AUTHORS[at % 4], at=at) for at, text in enumerate((*LINES, *PIECES))]
    verdicts = same_verdicts(default(), every)
    assert sum(not verdict.is_clean for verdict in verdicts) > 5


def test_more_text_than_is_read_is_shown_to_every_rule():
    policy = Policy((Rule("caps", Caps(0.3), mode=Mode.ON),))
    assert same_verdicts(policy, [post("x" * 6000 + "X" * 6000)])[0].hits


def test_whom_nothing_applies_to_is_judged_the_long_way():
    policy = Policy((Rule("links", Links(), mode=Mode.ON, looks_at=frozenset(Source)),))
    plan, history = Plan(policy), History()
    for seen in (
        name_sample(replace(ANN, name="example.org/x"), SPACE, NOON),
        sample(post(by=replace(ANN, untouchable=True))),
    ):
        assert plan.judge(seen, history) == judge(seen, history, policy)
    assert plan.judge(sample(post()), history, {"links"}).outcomes == (Passed.GIVEN_UP,)


def test_a_trigger_that_breaks_breaks_in_a_plan_too():
    class Broken:
        kind = "broken"

        def find(self, seen, history):
            raise ZeroDivisionError

    policy = Policy((Rule("broken", Broken(), mode=Mode.ON),))
    assert Plan(policy).judge(sample(post()), History()).outcomes == (Passed.BROKEN,)


def test_courses_are_forgotten_before_there_are_too_many(monkeypatch):
    monkeypatch.setattr(planning, "_MOST", 1)
    same_verdicts(Policy((Rule("links", Links()),)), [post("a"), post("see example.org"), post("a")])
