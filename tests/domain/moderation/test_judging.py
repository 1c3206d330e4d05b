"""From a message to a sentence: pure decisions, as tables."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import Sanction
from bot.core.people import Rank
from bot.domain.moderation import history as memory
from bot.domain.moderation.history import History
from bot.domain.moderation.policy import Act, Do, Mode, Only, Policy, Rule, Step
from bot.domain.moderation.sample import sample
from bot.domain.moderation.sentence import sentence
from bot.domain.moderation.text.lexicon import Lexicon
from bot.domain.moderation.text.words import Entry, Severity
from bot.domain.moderation.triggers import Flood, Links, Pattern, Words
from bot.domain.moderation.triggers.pattern import LONGEST, PatternRefused, compile_pattern
from bot.domain.moderation.verdict import Finding, Passed, Verdict, judge
from tests.build import ANN, MOD, NOON, later, post, room

LEXICON = Lexicon.of([Entry("blorp", "en"), Entry("meh", "en", Severity.MILD), Entry("fuj", "pl")])
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def seen(text="", **more):
    return sample(post(text, **more))


def found(trigger, text, **more):
    return trigger.find(seen(text, **more), History())


# --- triggers ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "languages", "at_least", "except_", "hit"),
    [
        ("you blorp", ("en",), Severity.STRONG, (), "blorp"),
        ("you BLORP!", ("en",), Severity.STRONG, (), "BLORP"),
        ("you blorp", ("pl",), Severity.STRONG, (), None),
        ("fuj", ("en", "pl"), Severity.STRONG, (), "fuj"),
        ("meh", ("en",), Severity.STRONG, (), None),
        ("meh", ("en",), Severity.MILD, (), "meh"),
        ("you blorp", ("en",), Severity.STRONG, ("Blorp",), None),
        ("", ("en",), Severity.STRONG, (), None),
    ],
)
def test_words(text, languages, at_least, except_, hit):
    rule = Words(languages, at_least, frozenset(except_), LEXICON)
    answer = found(rule, text)
    assert (answer.found if answer else None) == hit


@pytest.mark.parametrize(
    ("trigger", "text", "hit"),
    [
        (Links(), "no links here", None),
        (Links(), "see https://spam.example/x", "spam.example"),
        (Links(allow=frozenset({"good.example"})), "https://good.example and https://www.good.example/a", None),
        (Links(allow=frozenset({"good.example"})), "https://evilgood.example", "evilgood.example"),
        (Links(allow=frozenset({"good.example"})), "https://good.example https://bad.example", "bad.example"),
        (Links(deny=frozenset({"bad.example"})), "https://other.example", None),
        (Links(deny=frozenset({"bad.example"})), "https://sub.bad.example", "sub.bad.example"),
        (Links("invites"), "https://spam.example", None),
        (Links("invites"), "join discord.gg/AbC", "discord.gg/AbC"),
        (Links("invites"), "join https://t.me/+Xyz", "t.me/+Xyz"),
        (Links("invites", frozenset({"discord.gg/AbC"})), "join discord.gg/AbC", None),
        (Links("invites", frozenset({"discord.gg/abc"})), "join discord.gg/AbC", None),
        (Links("invites", frozenset({"discord.gg/abc"})), "discord.gg/AbC discord.gg/other", "discord.gg/other"),
    ],
)
def test_links(trigger, text, hit):
    answer = found(trigger, text)
    assert (answer.read_as if answer else None) == hit


def test_a_link_beside_the_text_is_named_by_its_host():
    answer = Links().find(sample(post("look", links=("https://spam.example/",))), History())
    assert answer.found == "spam.example"


@pytest.mark.parametrize(
    ("pattern", "text", "hit"),
    [
        (r"zarobisz \d+ ?zł", "ZAROBISZ 500 zł dziennie", "ZAROBISZ 500 zł"),
        (r"zarobisz \d+ ?zł", "ile zarobisz jako tokarz?", None),
        ("free nitro", "fr\u200bee nitro", "free nitro"),
    ],
)
def test_patterns_look_at_what_was_written_and_at_what_is_read(pattern, text, hit):
    answer = found(Pattern(pattern), text)
    assert (answer.found if answer else None) == hit


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("(", "not a valid RE2"),
        (r"(?<=a)b", "not a valid RE2"),
        ("a" * (LONGEST + 1), "512 characters"),
        (r"(a{1000}){1000}", "not a valid RE2"),
    ],
)
def test_a_pattern_that_re2_does_not_take_is_refused_with_words(pattern, why):
    with pytest.raises(PatternRefused, match=why):
        compile_pattern(pattern)


@pytest.mark.parametrize(("many", "every", "hit"), [(2, 1, False), (3, 1, True), (3, 6, False), (4, 1, True)])
def test_a_flood_is_many_messages_in_a_short_time(many, every, hit):
    history, rule = History(), Flood(3, timedelta(seconds=10))
    for n in range(many):
        last = seen("hi", at=n * every)
        history.remember(last)
    answer = rule.find(last, history)
    assert bool(answer) is hit
    if answer:
        assert len(answer.messages) == many
        assert answer.messages[-1] == last.message.ref
        assert answer.found == f"{many} / 10 s"


# --- history -----------------------------------------------------------------------------------------------------


def test_history_forgets_what_is_old_and_keeps_members_and_spaces_apart():
    history = History()
    old, new = seen("1"), seen("2", at=301)
    for each in (old, seen("other", by=MOD), seen("elsewhere", place=room("2")), new):
        history.remember(each)
    assert history.by_author(new, timedelta(hours=1)) == (new.message,)
    history.forget(new)
    assert history.by_author(new, timedelta(hours=1)) == ()
    history.forget(new)


def test_history_counts_a_message_once_however_often_it_is_judged():
    history, one = History(), seen("1")
    history.remember(one)
    history.remember(one)
    assert history.by_author(one, HOUR) == (one.message,)


def test_history_makes_room_by_forgetting_who_was_quiet_longest(monkeypatch):
    monkeypatch.setattr(memory, "MANY", 1)
    history = History()
    quiet, loud = seen("1"), seen("2", by=MOD, at=400)
    history.remember(quiet)
    history.remember(loud)
    assert history.by_author(quiet, DAY) == ()
    assert history.by_author(loud, DAY) == (loud.message,)


def test_history_of_one_author_is_bounded():
    history = History()
    for n in range(memory.MOST + 10):
        last = seen("x", at=n / 100)
        history.remember(last)
    assert len(history.by_author(last, HOUR)) == memory.MOST


# --- verdict -----------------------------------------------------------------------------------------------------


class Broken:
    kind = "broken"

    def find(self, seen, history):
        raise ZeroDivisionError


HITS = Words(("en",), lexicon=LEXICON)
NEWCOMERS = Only(member_for_less_than=7 * DAY)


@pytest.mark.parametrize(
    ("rule", "message", "outcome"),
    [
        (Rule("r", HITS), {}, None),
        (Rule("r", HITS), {"text": "fine"}, Passed.CLEAN),
        (Rule("r", HITS, mode=Mode.OFF), {}, Passed.OFF),
        (Rule("r", HITS), {"by": replace(ANN, rank=Rank.HELPER)}, Passed.SPARED),
        (Rule("r", HITS, spares=Rank.OWNER), {"by": MOD}, None),
        (Rule("r", HITS), {"by": replace(ANN, untouchable=True)}, Passed.SPARED),
        (Rule("r", HITS, only=NEWCOMERS), {"by": replace(ANN, joined_at=later(days=-1))}, None),
        (Rule("r", HITS, only=NEWCOMERS), {"by": replace(ANN, joined_at=later(days=-8))}, Passed.NOT_HERE),
        (Rule("r", HITS, only=NEWCOMERS), {}, Passed.NOT_HERE),
        (Rule("r", HITS, only=Only(places=frozenset({"news"}))), {}, Passed.NOT_HERE),
        (Rule("r", HITS, only=Only(places=frozenset({"news"}))), {"role": "news"}, None),
        (Rule("r", Broken()), {}, Passed.BROKEN),
    ],
)
def test_every_rule_answers_with_a_hit_or_a_reason(rule, message, outcome):
    given = {"text": "blorp", **message}
    role = given.pop("role", "")
    one = sample(post(given.pop("text"), **given), role)
    (finding,) = judge(one, History(), Policy((rule,))).findings
    assert (finding.outcome if isinstance(finding.outcome, Passed) else None) == outcome


@pytest.mark.parametrize(
    ("do", "expected"),
    [
        (lambda: mute(HOUR), (Sanction.BAN, HOUR)),
        (lambda: mute(None), (Sanction.BAN, None)),
        (lambda: KICK, (Sanction.BAN, DAY)),
        (lambda: BAN, (Sanction.BAN, None)),
        (lambda: WARN, (Sanction.WARN, None)),
    ],
)
def test_a_channel_that_posts_as_itself_can_only_be_banned(do, expected):
    rules = (on(do()),)
    news = sample(replace(post("blorp"), author=replace(ANN, is_channel=True)))
    answer = sentence(judge(news, History(), Policy(rules)), 0, Policy(rules))
    assert (answer.sanction, answer.lasts) == expected


@pytest.mark.parametrize(
    ("do", "expected"),
    [
        (lambda: BAN, (Sanction.WARN, None, True)),
        (lambda: mute(HOUR), (Sanction.WARN, None, True)),
        (lambda: KICK, (Sanction.WARN, None, True)),
        (lambda: WARN, (Sanction.WARN, None, False)),
    ],
)
def test_whom_the_messenger_protects_is_warned_and_moderators_are_asked(do, expected):
    rules = (on(do()),)
    safe = sample(replace(post("blorp"), author=replace(ANN, out_of_reach=True)))
    answer = sentence(judge(safe, History(), Policy(rules)), 0, Policy(rules))
    assert (answer.sanction, answer.lasts, answer.asks) == expected


def test_a_broken_trigger_does_not_switch_the_others_off():
    policy = Policy((Rule("broken", Broken(), mode=Mode.ON), Rule("words", HITS, mode=Mode.ON)))
    assert [rule.name for rule, _ in judge(seen("blorp"), History(), policy).hits] == ["words"]


# --- sentence ----------------------------------------------------------------------------------------------------


def verdict(*rules, text="blorp"):
    return judge(seen(text), History(), Policy(rules))


def on(*do, name="r", **more):
    return Rule(name, HITS, do, mode=Mode.ON, **more)


DELETE, WARN, ASK, BAN, KICK = Do(Act.DELETE), Do(Act.WARN), Do(Act.ASK), Do(Act.BAN), Do(Act.KICK)


def mute(lasts):
    return Do(Act.MUTE, lasts)


@pytest.mark.parametrize(
    ("rules", "prior", "ladder", "expected"),
    [
        # (rules), strikes before, ladder -> sanction, lasts, strikes, deletes, asks
        ((on(DELETE),), 0, (), (Sanction.NOTE, None, 1, True, False)),
        ((on(WARN),), 0, (), (Sanction.WARN, None, 1, False, False)),
        ((on(DELETE, WARN),), 0, (), (Sanction.WARN, None, 1, True, False)),
        ((on(WARN, mute(HOUR)),), 0, (), (Sanction.MUTE, HOUR, 1, False, False)),
        ((on(mute(HOUR)), on(mute(DAY), name="s")), 0, (), (Sanction.MUTE, DAY, 1, False, False)),
        ((on(mute(None)), on(mute(DAY), name="s")), 0, (), (Sanction.MUTE, None, 1, False, False)),
        ((on(mute(DAY)), on(KICK, name="s")), 0, (), (Sanction.KICK, None, 1, False, False)),
        ((on(KICK, BAN),), 0, (), (Sanction.BAN, None, 1, False, False)),
        ((on(ASK, DELETE),), 0, (), (Sanction.NOTE, None, 1, True, True)),
        ((on(WARN, strikes=2), on(WARN, name="s")), 0, (), (Sanction.WARN, None, 2, False, False)),
        ((on(WARN),), 1, (Step(2, Sanction.MUTE, HOUR),), (Sanction.MUTE, HOUR, 1, False, False)),
        ((on(WARN),), 0, (Step(2, Sanction.MUTE, HOUR),), (Sanction.WARN, None, 1, False, False)),
        (
            (on(WARN),),
            4,
            (Step(2, Sanction.MUTE, HOUR), Step(5, Sanction.NOTE, asks=True)),
            (Sanction.WARN, None, 1, False, True),
        ),
        ((on(WARN),), 9, (Step(2, Sanction.MUTE, HOUR), Step(3, Sanction.BAN)), (Sanction.BAN, None, 1, False, False)),
        ((on(BAN),), 1, (Step(2, Sanction.MUTE, HOUR),), (Sanction.BAN, None, 1, False, False)),
        ((on(WARN, strikes=0),), 9, (Step(2, Sanction.BAN),), (Sanction.WARN, None, 0, False, False)),
    ],
)
def test_the_law_of_combining(rules, prior, ladder, expected):
    answer = sentence(verdict(*rules), prior, Policy(rules, ladder))
    assert (answer.sanction, answer.lasts, answer.strikes, bool(answer.delete), answer.asks) == expected
    assert not answer.watched


def test_the_first_rule_that_fired_names_the_case_and_the_evidence_is_capped():
    rules = (on(WARN, name="first"), on(BAN, name="second"))
    answer = sentence(verdict(*rules, text="blorp " + "x" * 5000), 0, Policy(rules))
    assert (answer.rule.name, answer.hit.read_as) == ("first", "blorp")
    assert len(answer.evidence[0].text) == 2000
    assert answer.evidence[0].found == "blorp"


def test_a_message_is_deleted_once_however_many_rules_want_it():
    rules = (on(DELETE), on(DELETE, name="s"))
    assert len(sentence(verdict(*rules), 0, Policy(rules)).delete) == 1


def test_a_rule_that_watches_speaks_only_when_no_other_acts():
    watching, acting = Rule("w", HITS, mode=Mode.WATCH), on(WARN, name="a")
    watched = sentence(verdict(watching), 0, Policy())
    assert (watched.watched, watched.asks, watched.delete) == (True, False, ())
    assert sentence(verdict(watching), 9, Policy((), (Step(1, Sanction.BAN),))).sanction is Sanction.NOTE
    assert sentence(verdict(watching, acting), 0, Policy()).rule.name == "a"


def test_a_clean_message_has_no_sentence():
    assert sentence(verdict(on(WARN), text="fine"), 0, Policy()) is None
    assert sentence(Verdict.of(seen("x"), (Finding(on(WARN), Passed.CLEAN),)), 0, Policy()) is None


@pytest.mark.parametrize(("strikes", "expected"), [(0, None), (1, None), (2, 2), (3, 3), (99, 3)])
def test_the_ladder_gives_the_highest_step_reached(strikes, expected):
    policy = Policy((), (Step(3, Sanction.BAN), Step(2, Sanction.MUTE, HOUR)))
    step = policy.step_for(strikes)
    assert (step.strikes if step else None) == expected


def test_a_sample_reads_everything_a_reader_could_see():
    one = sample(post("a", also=("b blorp", "c")), "news", is_edit=True)
    assert one.text == "a\nb blorp\nc"
    assert (one.role, one.is_edit) == ("news", True)
    assert HITS.find(one, History()).found == "blorp"
    assert one.message.sent_at == NOON
