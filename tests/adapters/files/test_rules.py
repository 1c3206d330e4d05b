"""Rules as they are written become rules as they are judged by."""

import json
from datetime import time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import jsonschema
import pytest

from bot.adapters.files.community import load
from bot.adapters.files.rules import address
from bot.adapters.files.schema import schema_text
from bot.adapters.files.tree import read_tree
from bot.core.attachments import Attachment
from bot.core.ids import DISCORD, TELEGRAM, UserRef
from bot.core.people import Rank
from bot.domain.moderation.policy import ALWAYS, Act, Do, Hours, OnFailure, Only
from bot.domain.moderation.sample import Source
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
    Speaks,
    Toxicity,
    Zalgo,
)
from bot.domain.moderation.triggers.personal import Personal
from bot.domain.moderation.triggers.posted import Way
from tests.adapters.files.test_community import LOCALES

HEAD = "community: {name: x, timezone: Europe/Warsaw}\n"
MINUTE = timedelta(minutes=1)


def rules(text):
    return load(f"{HEAD}{text}".encode(), "c.yaml", LOCALES).community.policy.rules


def rule(text):
    (made,) = rules(f"rules: {{a: {{{text}}}}}")
    return made


@cache
def validator():
    return jsonschema.Draft202012Validator(json.loads(schema_text()))


def is_valid(text):
    return not list(validator().iter_errors(read_tree(f"{HEAD}{text}".encode(), "c").value))


@pytest.mark.parametrize(
    ("written", "trigger"),
    [
        ("messages: 6, within: 10s", Flood(6, timedelta(seconds=10))),
        ("messages: 6, within: 10s, shorter_than: 5", Flood(6, timedelta(seconds=10), 5)),
        ("duplicates: 3", Duplicates(3, MINUTE)),
        ("duplicates: {same: 4, within: 1h, people: 3}", Duplicates(4, timedelta(hours=1), 3)),
        ("mentions: 5", Mentions(5)),
        ("mentions: everyone", Mentions(everyone=True)),
        ("mentions: {people: 5, within: 1m, everyone: true}", Mentions(5, MINUTE, everyone=True)),
        ("caps: 70%", Caps(0.7)),
        ("caps: {share: 90%, letters: 20}", Caps(0.9, 20)),
        ("emoji: 10", Emoji(10)),
        ("zalgo: on", Zalgo()),
        ("zalgo: true", Zalgo()),
        ("zalgo: 6", Zalgo(6)),
        ("length: 1000", Length(1000)),
        ("length: {lines: 30}", Length(0, 30)),
        ("attachments: any", Attachments()),
        ("attachments: program", Attachments(frozenset({Attachment.PROGRAM}))),
        ("attachments: [photo, video]", Attachments(frozenset({Attachment.PHOTO, Attachment.VIDEO}))),
        ("posted: as-channel", Posted(frozenset({Way.AS_CHANNEL}))),
        (
            "posted: [forwarded, via-bot], allow: ['@Gif', vid]",
            Posted(frozenset({Way.FORWARDED, Way.VIA_BOT}), frozenset({"gif", "vid"})),
        ),
        ("scripts: latin", Scripts(frozenset({"latin"}))),
        ("speaks: [en, no]", Speaks(("en", "no"))),
        ("speaks: pl", Speaks(("pl",))),
        ("toxicity: 80%", Toxicity(0.8, ("en",))),
        ("toxicity: {languages: [pl, sq]}", Toxicity(0.9, ("pl", "sq"))),
        ("personal_data: [card, phone]", PersonalData(frozenset({Personal.CARD, Personal.PHONE}))),
        ("links: all, allow: [Example.COM]", Links("all", frozenset({"example.com"}))),
        ("links: shorteners", Links("shorteners")),
        ("links: look-alikes, allow: [mine.example]", LookAlikes(frozenset({"mine.example"}))),
        ("pattern: a+", Pattern("a+")),
    ],
)
def test_what_a_rule_looks_for(written, trigger):
    assert rule(written).trigger == trigger
    assert is_valid(f"rules: {{a: {{{written}}}}}")


@pytest.mark.parametrize(
    "written",
    ["duplicates: often", "mentions: all", "zalgo: 1", "attachments: [x]", "posted: []", "scripts: x", "speaks: xx"],
)
def test_the_schema_refuses_what_the_model_refuses(written):
    assert not is_valid(f"rules: {{a: {{{written}}}}}")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Example.com", "example.com"),
        ("https://www.Example.com/", "example.com"),
        ("example.com:443", "example.com"),
        ("example.com.", "example.com"),
        ("discord.gg/Riverside", "discord.gg/riverside"),
        ("https://t.me/+AbC/", "t.me/+abc"),
        ("xn--mka-ipa.example", "mąka.example"),
        ("no domain", ""),
        ("", ""),
    ],
)
def test_domains_are_written_as_one_likes(written, read):
    # YAGPDB never matches "Example.com".
    assert address(written) == read


def test_conditions():
    made = rule("emoji: 5, only: {member_for_less_than: 7d, account_younger_than: 30d, first_messages: 3}")
    assert made.only == Only(timedelta(days=7), frozenset(), timedelta(days=30), 3)
    hours = Hours(time(22), time(6, 30), ZoneInfo("Europe/Warsaw"))
    assert rule("emoji: 5, only: {between: '22:00 - 6:30'}").only.hours == hours
    assert rule("emoji: 5").only is ALWAYS


def test_whom_a_rule_spares():
    first, second, third = rules(
        "rules:\n"
        "  a: {emoji: 5, spare: {rank: manager, roles: [77], users: ['discord:5']}}\n"
        "  b: {emoji: 6}\n"
        "  c: {emoji: 7, spare: {roles: [chat-admins]}}\n"
        "spare: {rank: trusted, users: ['telegram:7']}"
    )
    ann, dana = UserRef(TELEGRAM, "7"), UserRef(DISCORD, "5")
    assert (first.spares, first.spared_roles, first.spared_users) == (Rank.MANAGER, {"77"}, {ann, dana})
    assert (second.spares, second.spared_roles, second.spared_users) == (Rank.TRUSTED, frozenset(), {ann})
    assert third.spared_roles == {"chat-admins"}
    assert rule("emoji: 5").spares is Rank.HELPER


def test_rules_for_names_ask_the_moderators_if_nothing_else_is_said():
    made = rule("words: [blorp], looks_at: names")
    assert (made.looks_at, made.do) == ({Source.NAME}, (Do(Act.ASK),))
    both = rule("words: [blorp], looks_at: [names, messages], on_failure: closed")
    assert both.looks_at == {Source.NAME, Source.MESSAGE}
    assert both.do == (Do(Act.DELETE), Do(Act.WARN))
    assert both.on_failure is OnFailure.CLOSED


def test_a_rule_that_is_off_shadows_nothing():
    assert len(rules("rules: {a: {emoji: 5, mode: off}, b: {emoji: 5}, c: {emoji: 5, only: {first_messages: 3}}}")) == 3
