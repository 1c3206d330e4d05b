"""From the file to the values the bot works with."""

from datetime import timedelta
from pathlib import Path

import jsonschema
import pytest

from bot.adapters.files.community import load, load_all, try_examples
from bot.adapters.files.examples import find_in
from bot.adapters.files.faults import Refused
from bot.adapters.files.schema import schema_text
from bot.adapters.files.tree import read_tree
from bot.core.actions import Sanction
from bot.core.doors import Right
from bot.core.ids import DISCORD, TELEGRAM, UserRef
from bot.core.text import Localised
from bot.domain.gate.plan import Kind
from bot.domain.moderation.policy import Act, Do, Mode, Only, Step
from bot.domain.moderation.text.words import Severity
from bot.domain.moderation.triggers import Flood, Links, Pattern, Words
from bot.domain.storm.plan import Cause, Limit, Newcomers
from bot.runtime.community import Agree, Guideline, Notices, Reports, Welcome

ROOT = Path(__file__).resolve().parents[3]
LOCALES = ROOT / "locales"
EXAMPLE = ROOT / "config" / "community.yaml"


def community(text, name="config/community.yaml"):
    return load(text.encode(), name, LOCALES).community


def refused(text):
    with pytest.raises(Refused) as caught:
        community(text)
    return caught.value.faults[0]


@pytest.fixture(scope="module")
def example():
    (loaded,) = load_all(EXAMPLE, LOCALES)
    return loaded.community


def test_the_example_is_a_whole_community_that_is_not_live(example):
    assert (example.key, example.name, example.live) == ("riverside-makers", "Riverside Makers", False)
    assert example.languages == ("en", "pl")
    assert example.places["lobby"] == {DISCORD: "#general", TELEGRAM: "@riverside_makers"}
    assert example.team.managers == {UserRef(DISCORD, "204255221017214977"), UserRef(TELEGRAM, "987654321")}
    assert example.team.moderators == {DISCORD: "@Moderators", TELEGRAM: "chat-admins"}
    assert example.guidelines[1] == Guideline(
        "no-ads",
        2,
        Localised({"en": "Ask a moderator before advertising.", "pl": "Reklama tylko za zgodą moderatora."}),
    )
    assert example.welcome.agree is Agree.REQUIRED
    assert example.notices == Notices(private_first=True, public_for=timedelta(seconds=60))
    assert example.reports == Reports(reporter_shown_to_moderators=False, tell_outcome=True)
    assert example.privacy.keep_evidence == timedelta(days=30)


def test_the_rules_of_the_example_become_triggers(example):
    rules = {rule.name: rule for rule in example.policy.rules}
    swearing, invites, flood, money = (rules[name] for name in ("swearing", "invites", "flood", "quick-money"))
    assert isinstance(swearing.trigger, Words)
    assert swearing.trigger.at_least is Severity.STRONG
    assert swearing.trigger.except_ == {"Scunthorpe"}
    assert (swearing.mode, swearing.guideline) == (Mode.ON, "kind")
    assert invites.trigger == Links("invites", frozenset({"discord.gg/riverside"}))
    assert flood.trigger == Flood(6, timedelta(seconds=10))
    assert flood.do == (Do(Act.DELETE), Do(Act.MUTE, timedelta(minutes=10)))
    assert isinstance(money.trigger, Pattern)
    assert money.only == Only(member_for_less_than=timedelta(days=7))
    assert EXAMPLE.read_text("utf-8").splitlines()[money.line - 1].strip() == "quick-money:"


def test_the_ladder_is_sorted_and_forgets(example):
    assert example.policy.ladder == (
        Step(2, Sanction.MUTE, timedelta(hours=1)),
        Step(3, Sanction.MUTE, timedelta(days=1)),
        Step(5, Sanction.NOTE, asks=True),
    )
    assert example.policy.ladders == {"no-ads": (Step(3, Sanction.BAN),)}
    assert example.policy.forget_after == timedelta(days=90)


def test_the_schema_in_the_folder_is_that_of_the_model():
    text = (ROOT / "config" / "community.schema.json").read_text("utf-8")
    assert text == schema_text(), "write it anew: python3 -m bot schema > config/community.schema.json"


def test_the_schema_accepts_the_example_and_refuses_what_the_model_refuses():
    import json

    validator = jsonschema.Draft202012Validator(json.loads(schema_text()))
    validator.check_schema(validator.schema)
    assert not list(validator.iter_errors(read_tree(EXAMPLE.read_bytes(), "c").value))
    assert list(validator.iter_errors({"community": {"name": "x"}, "rulse": {}}))
    assert list(validator.iter_errors({"community": {"name": "x"}, "ladder": {"two": "ban"}}))


TEN_LINES = """\
community: {name: Riverside Makers, live: true}
places:
  lobby: {telegram: "@riverside_makers"}
  staff: {telegram: "@riverside_staff"}
guidelines:
  kind: Argue with ideas, not people.
welcome:
  text: Hi {name}!
rules:
  swearing: {words: [en], guideline: kind}
"""


def test_ten_lines_are_a_community():
    small = community(TEN_LINES)
    assert small.live
    assert small.languages == ("en",)
    assert small.guidelines[0].text == Localised({"en": "Argue with ideas, not people."})
    assert small.welcome == Welcome(Localised({"en": "Hi {name}!"}))
    assert small.policy.rules[0].do == (Do(Act.DELETE), Do(Act.WARN))
    assert small.policy.rules[0].mode is Mode.WATCH
    assert small.policy.ladder == ()


def test_a_name_alone_is_a_community_in_which_everything_is_off():
    bare = community("community: {name: Ogród Społeczny, language: pl}")
    assert (bare.key, bare.languages, bare.policy.rules, bare.welcome) == ("ogrod-spoleczny", ("pl",), (), None)


def test_a_name_in_other_letters_takes_the_files_name_for_the_record():
    assert community("community: {name: Мастера}", "config/makers.yaml").key == "makers"
    assert community("community: {name: Мастера, id: makers-ru}").key == "makers-ru"


def test_a_text_without_a_language_is_in_the_communitys():
    assert community("community: {name: x, language: pl}\nguidelines: {a: Hej}").guidelines[0].text.texts == {
        "pl": "Hej"
    }


def test_the_guidelines_version_changes_with_the_guidelines_alone():
    one = community("community: {name: x}\nguidelines: {a: Be kind.}")
    same = community("community: {name: x, live: true}\nguidelines: {a: Be kind.}")
    other = community("community: {name: x}\nguidelines: {a: Be kind!}")
    assert one.version != same.version
    assert one.guidelines_version == same.guidelines_version != other.guidelines_version


def test_a_communitys_own_words_are_found_next_to_the_reviewed_ones():
    (rule,) = community("community: {name: x}\nrules: {a: {words: [en, casino, free nitro], mode: on}}").policy.rules
    assert find_in(rule, "best CASINO in town")
    assert find_in(rule, "get free nitro here")
    assert not find_in(rule, "a nice day")


def test_words_of_one_rule_are_not_those_of_another():
    first, second = community(
        "community: {name: x}\nrules: {a: {words: [casino], mode: on}, b: {words: [poker], mode: on}}"
    ).policy.rules
    assert find_in(first, "casino")
    assert not find_in(second, "casino")


@pytest.mark.parametrize(
    ("rule", "column", "said"),
    [
        ("pattern: 'free (', do: [delete]", 22, "not a valid RE2 expression"),
        ("pattern: 'x', match: ['abc']", 35, "should fire, and does not"),
        ("pattern: 'b', match: [b], pass: ['abc']", 46, 'should pass, and fires on "b"'),
        ("words: [casino], match: [poker]", 38, "should fire, and does not"),
    ],
)
def test_a_rule_that_does_not_do_what_its_author_meant_is_refused(rule, column, said):
    fault = refused(f"community: {{name: x}}\nrules: {{a: {{{rule}}}}}")
    assert (fault.line, fault.column) == (2, column)
    assert said in fault.message


def test_examples_can_be_tried_later_and_fail_with_the_same_words(tmp_path):
    (tmp_path / "a.yaml").write_text("community: {name: x}\nrules: {a: {words: [casino], match: [poker, casino]}}")
    with pytest.raises(Refused) as at_once:
        load_all(tmp_path, LOCALES)
    later = load_all(tmp_path, LOCALES, examples=False)
    with pytest.raises(Refused) as then:
        try_examples(later)
    assert then.value.shown() == at_once.value.shown()


def test_a_folder_holds_a_community_in_each_file(tmp_path):
    (tmp_path / "one.yaml").write_text("community: {name: One}")
    (tmp_path / "two.yml").write_text("community: {name: Two}")
    (tmp_path / "community.yaml.example").write_text("not: looked at")
    assert [loaded.community.key for loaded in load_all(tmp_path, LOCALES)] == ["one", "two"]


def test_two_files_cannot_be_one_community(tmp_path):
    (tmp_path / "a.yaml").write_text("community: {name: One}")
    (tmp_path / "b.yaml").write_text("community: {name: one}")
    with pytest.raises(Refused, match=r'a\.yaml is the community "one" too'):
        load_all(tmp_path, LOCALES)


def test_a_missing_file_and_an_empty_folder_are_told(tmp_path):
    with pytest.raises(Refused, match="there is no such file"):
        load_all(tmp_path / "none.yaml", LOCALES)
    with pytest.raises(Refused, match=r"no \.yaml file"):
        load_all(tmp_path, LOCALES)


STORMY = """\
community: {name: x}
gate: {ask: question, question: {en: "What is it?"}, answers: [boats, 42], role: {discord: "@Member"}, clean_up: [leaves]}
storm:
  levels:
    1: {joins: 20 in 1m, says: [fire], links: off}
    3: {messages: 300 in 2m, reports: 5 in 10m, shut: [join, speak], pace: 30s, statement: Wait., hold_posts: false}
  newcomers: gate
"""


def test_a_storm_and_a_gate_are_plans():
    stormy = community(STORMY)
    first, third = stormy.storm.levels[1], stormy.storm.levels[3]
    assert first.limits == {
        Cause.JOINS: Limit(20, timedelta(minutes=1)),
        Cause.WORDS: Limit(3, timedelta(minutes=1)),
    }
    assert (first.playbook.no_links, first.playbook.shut) == (True, frozenset())
    assert third.playbook.shut == {Right.JOIN, Right.SPEAK}
    assert third.playbook.statement == Localised({"en": "Wait."})
    assert [stormy.storm.holds_posts(level) for level in (1, 3)] == [True, False]
    assert stormy.storm.newcomers is Newcomers.GATE
    assert (stormy.gate.ask, stormy.gate.answers, stormy.gate.hides_leaves) == (Kind.QUESTION, ("boats", "42"), True)
    assert stormy.gate.role == {DISCORD: "@Member"}


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        ("storm: {levels: {4: {}}}", "levels are 1, 2 and 3"),
        ("storm: {levels: {1: {joins: many}}}", "20 in 1m"),
        ("storm: {levels: {1: {joins: 1 in 1m}}}", "20 in 1m"),
        ("storm: {levels: {1: {}}, newcomers: gate}", "no gate to send newcomers back to"),
        ("storm: {levels: {1: {statement: 'Hi {name}'}}}", "{name}"),
        ("gate: {ask: question}", "needs a question and its answers"),
    ],
)
def test_what_is_wrong_with_a_storm_or_a_gate_is_said(wrong, what):
    with pytest.raises(Refused) as refused:
        community(f"community: {{name: x}}\n{wrong}")
    assert what in refused.value.shown()
