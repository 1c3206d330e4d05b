"""Every rule's answer with its reason: all of it for staff, only her own words for the member."""

from datetime import timedelta

import pytest

from bot.core.people import Rank
from bot.core.text import plain
from bot.core.why import Clue, Count, Explanation, RuleAnswer
from bot.domain.moderation.explain import HIDDEN, MOST_CLUES, MOST_NAMES, Facts, explain, for_member, for_staff
from bot.domain.moderation.history import History
from bot.domain.moderation.policy import Mode, Policy, Rule
from bot.domain.moderation.sample import sample
from bot.domain.moderation.text.lexicon import Lexicon
from bot.domain.moderation.text.reading import Span
from bot.domain.moderation.text.words import Entry
from bot.domain.moderation.triggers import Duplicates, Flood, Links, Pattern, Words
from bot.domain.moderation.triggers.hit import Hit
from bot.domain.moderation.verdict import Finding, Passed, Verdict, judge
from tests.build import ANN, MOD, post
from tests.fakes.town import VOICES

LEXICON = Lexicon.of([Entry("blorp", "en"), Entry("gnarf", "en")])
WORDS = Rule("swearing", Words(("en",), lexicon=LEXICON), guideline="kind", mode=Mode.ON, line=7)
INVITES = Rule("invites", Links("invites"), mode=Mode.WATCH, line=8)
OFF = Rule("off", Pattern("x"), mode=Mode.OFF)
FLOOD = Rule("flood", Flood(2, timedelta(seconds=10)), mode=Mode.ON, line=9)
SAME = Rule("same", Duplicates(2, timedelta(minutes=1)), mode=Mode.ON)
FACTS = Facts("v1", 2, 1)


def explained(text, *rules, by=ANN, before=(), facts=FACTS):
    history = History()
    for at, earlier in enumerate(before):
        history.remember(sample(post(earlier, by=by, at=at)))
    seen = sample(post(text, by=by, at=len(before)))
    history.remember(seen)
    return explain(judge(seen, history, Policy(rules)), facts, history)


def english(body):
    return plain(VOICES.of("en")(body))


def test_every_rule_answers_with_its_reason():
    why = explained("you bl0rp", WORDS, INVITES, OFF, FLOOD)
    assert [(a.rule, a.outcome, a.mode, a.line) for a in why.answers] == [
        ("swearing", "hit", "on", 7),
        ("invites", "clean", "watch", 8),
        ("off", "off", "off", 0),
        ("flood", "clean", "on", 9),
    ]
    assert (why.config, why.prior, why.added) == ("v1", 2, 1)


def test_a_word_is_shown_as_it_was_written_and_as_it_was_read():
    (answer,) = explained("you bl0rp", WORDS).fired
    assert answer.clues == (Clue("bl0rp", "blorp", "leet", 4, 9, "strong", "en"),)


def test_the_span_points_into_the_original_text():
    text = "so b\u200blorp"
    (clue,) = explained(text, WORDS).fired[0].clues
    assert text[clue.start : clue.end] == clue.written == "b\u200blorp"


def test_not_more_words_are_kept_than_help():
    assert len(explained("blorp gnarf " * 10, WORDS).fired[0].clues) == MOST_CLUES


def test_what_another_trigger_found_is_looked_up_in_the_text():
    (clue,) = explained("buy 500 now", Rule("money", Pattern(r"\d+"), mode=Mode.ON)).fired[0].clues
    assert (clue.written, clue.start, clue.end) == ("500", 4, 7)


def test_what_does_not_stand_in_the_text_has_no_place_in_it():
    seen = sample(post("hello"))
    verdict = Verdict.of(seen, (Finding(INVITES, Hit("discord.gg/x", "discord.gg/x", ())),))
    (clue,) = explain(verdict, Facts(), History()).fired[0].clues
    assert clue == Clue("discord.gg/x", "discord.gg/x")
    empty = Verdict.of(seen, (Finding(INVITES, Hit("", "sticker", ())),))
    assert explain(empty, Facts(), History()).fired[0].clues == (Clue("", "sticker"),)


def test_a_rule_for_words_whose_words_are_gone_still_tells_its_hit():
    verdict = Verdict.of(sample(post("hello")), (Finding(WORDS, Hit("hello", "hello", ())),))
    assert explain(verdict, Facts(), History()).fired[0].clues == (Clue("hello", "hello", start=0, end=5),)


def test_what_a_rule_conceals_is_in_no_rules_clues():
    seen = sample(post("blorp me at 555-0100"))
    secret = Finding(INVITES, Hit("555-0100", "phone", (), conceals=(Span(12, 20),)))
    word = Finding(WORDS, Hit("blorp", "blorp", ()))
    why = explain(Verdict.of(seen, (word, secret)), Facts(), History())
    assert [clue.written for a in why.fired for clue in a.clues] == ["blorp", HIDDEN]
    assert "555" not in str(why)


def test_a_rule_that_broke_and_holds_back_says_so():
    verdict = Verdict.of(sample(post("hello")), (Finding(WORDS, Hit("", "", (), failed=True)),))
    why = explain(verdict, Facts(), History())
    assert why.fired[0].clues == ()
    assert "broke, and holds messages back" in english(for_staff(why))
    assert english(for_member(why)) == "Your message could not be checked, so it was held back."


def test_counters_tell_how_far_it_has_come():
    flooding = explained("c", FLOOD, before=("a",))
    assert flooding.answers[0].count == Count(2, 2, timedelta(seconds=10))
    shown = english(for_staff(flooding))
    assert "counted: 2; the limit is 2" in shown
    assert "found:" not in shown
    again = explained("some same words here", SAME)
    assert again.answers[0].count == Count(1, 2, timedelta(minutes=1))
    assert "Found nothing: same (1/2)" in english(for_staff(again))
    spared = explained("c", FLOOD, by=MOD)
    assert spared.answers[0].count is None
    assert explained("c", WORDS).answers[0].count is None
    never = RuleAnswer("flood", "flood", "on", "clean", count=Count(0, 2, timedelta(1)))
    assert english(for_staff(Explanation((never,)))) == "No rule fires.\nFound nothing: flood"


def test_staff_see_everything():
    shown = english(for_staff(explained("you bl0rp", WORDS, INVITES, OFF)))
    assert shown.splitlines() == [
        "● Rule swearing (words, line 7): fires",
        "found: “bl0rp”, characters 5–9",
        "read as: “blorp”",
        "written: with digits or signs for letters; strength: strong",
        "Found nothing: invites",
        "Switched off: off",
        "Strikes before: 2; added: 1",
        "Config version: v1",
    ]


def test_a_clean_message_says_that_no_rule_fires():
    shown = english(for_staff(explained("hello", WORDS, facts=Facts())))
    assert shown == "No rule fires.\nFound nothing: swearing"


def test_a_watching_rule_is_told_apart():
    assert "fires, but only watches" in english(for_staff(explained("discord.gg/abcdef", INVITES)))


def test_a_score_is_shown_with_two_digits():
    answer = RuleAnswer("spam", "spam", "on", "hit", clues=(Clue("buy", score=0.987), Clue("", "x")))
    shown = english(for_staff(Explanation((answer,))))
    assert "score: 0.99" in shown
    assert "no longer kept" in shown


def test_many_rules_stay_short():
    rules = [RuleAnswer(f"r{n}", "words", "on", "clean") for n in range(MOST_NAMES + 3)]
    shown = english(for_staff(Explanation(tuple(rules))))
    assert shown.endswith("… +3")
    assert f"r{MOST_NAMES}," not in shown


def test_long_findings_are_cut():
    answer = RuleAnswer("p", "pattern", "on", "hit", clues=(Clue("x" * 500),))
    assert len(english(for_staff(Explanation((answer,))))) < 250


def test_a_member_reads_her_own_words_and_nothing_of_the_rules():
    shown = english(for_member(explained("you bl0rp", WORDS, INVITES)))
    assert shown == "What was found in your message: “bl0rp”"


def test_a_member_hears_nothing_of_rules_that_only_watch():
    assert for_member(explained("discord.gg/abcdef", INVITES)) is None
    assert for_member(explained("hello", WORDS)) is None


def test_a_member_hears_that_it_was_too_much():
    assert english(for_member(explained("c", FLOOD, before=("a",)))).startswith("Too many messages")


@pytest.mark.parametrize("language", ["en", "pl", "ru", "es", "sq"])
@pytest.mark.parametrize("reason", list(Passed))
def test_every_reason_has_words_in_every_language(language, reason):
    answer = RuleAnswer("swearing", "words", "on", reason.value)
    assert "swearing" in plain(VOICES.of(language)(for_staff(Explanation((answer,)))))


def test_words_leave_an_explanation_and_the_answers_stay():
    why = explained("you bl0rp", WORDS).without_words()
    assert "no longer kept" in english(for_staff(why))
    assert for_member(why) is None or english(for_member(why)) == ""


def test_spared_people_are_said_to_be_spared():
    assert MOD.rank >= Rank.HELPER
    assert "Spare this person: swearing" in english(for_staff(explained("blorp", WORDS, by=MOD)))
