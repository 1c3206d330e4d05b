"""What a messenger's own filter is given of the rules, and what its hits become."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.people import Rank
from bot.domain.moderation.history import History
from bot.domain.moderation.outer import (
    MOST_FILTERS,
    MOST_WORDS,
    as_hit,
    is_expressible,
    outer_layer,
    rule_of,
    words_of,
)
from bot.domain.moderation.policy import Act, Do, Mode, Only, Policy, Rule
from bot.domain.moderation.sample import Source, sample
from bot.domain.moderation.text.lexicon import Lexicon
from bot.domain.moderation.text.words import Entry, Severity
from bot.domain.moderation.triggers import Caps, Words
from bot.domain.moderation.triggers.hit import Hit
from bot.domain.moderation.verdict import Passed, judge
from tests.build import BOB, MOD, post

ENTRIES = (
    Entry("blorp", "en"),
    Entry("blorps", "en", base="blorp"),
    Entry("dratto", "en", Severity.MILD),
    Entry("gnarf gnarf", "en", kind="phrase"),
    Entry("zork", "en", kind="stem"),
    Entry("coño", "en", accents=True),
    Entry("blorpette", "en", name=True),
    Entry("zass", "en"),
    Entry("x" * 61, "en"),
    Entry("kur", "pl"),
    Entry("our own", "own/swearing", kind="phrase"),
)


def rule(*entries, languages=("en", "pl", "own/swearing"), except_=(), **more):
    trigger = Words(languages, except_=frozenset(except_), lexicon=Lexicon.of(entries or ENTRIES, ["moby zass"]))
    return Rule("swearing", trigger, **{"mode": Mode.ON, **more})


def test_own_words_come_first_then_each_language_in_turn_and_what_a_filter_cannot_look_for_stays_out():
    assert list(words_of(rule())) == ["our own", "blorp", "kur", "blorps", "gnarf gnarf"]


def test_an_excepted_word_is_left_out_with_its_other_forms_and_allowed_in_the_filter():
    (made,) = outer_layer(Policy((rule(except_=["Blorp", "y" * 61], spared_roles=frozenset({"12"})),))).filters
    assert made.words == ("our own", "gnarf gnarf", "kur")
    assert (made.name, made.allow, made.spares, made.spared_roles) == ("swearing", ("Blorp",), Rank.HELPER, {"12"})


@pytest.mark.parametrize(
    "more",
    [
        {"mode": Mode.WATCH},
        {"mode": Mode.OFF},
        {"do": (Do(Act.WARN),)},
        {"only": Only(member_for_less_than=timedelta(days=1))},
        {"looks_at": frozenset({Source.NAME})},
        {"spared_users": frozenset({BOB.user})},
        {"trigger": Caps(0.7, 12)},
    ],
)
def test_a_rule_that_the_filter_would_keep_too_strictly_is_not_given_to_it(more):
    assert is_expressible(rule())
    assert not is_expressible(replace(rule(), **more))
    assert outer_layer(Policy((replace(rule(), **more),))).filters == ()


def test_long_lists_are_cut_into_filters_and_what_finds_no_room_is_counted():
    many = [Entry(f"w{number}", "en") for number in range(MOST_WORDS * MOST_FILTERS + 5)]
    layer = outer_layer(Policy((rule(*many), replace(rule(), name="more"))))
    assert [one.name for one in layer.filters] == ["swearing", *(f"swearing ({n})" for n in range(2, 7))]
    assert {len(one.words) for one in layer.filters} == {MOST_WORDS}
    assert layer.left_out == 5 + 5


def test_a_finder_that_cannot_list_its_words_gives_none():
    class Silent:
        def find(self, reading, languages, at_least=Severity.STRONG, except_=()):
            return ()

    quiet = replace(rule(), trigger=Words(("en",), lexicon=Silent()))
    assert list(words_of(quiet)) == []
    assert list(words_of(replace(quiet, trigger=Caps(0.7, 12)))) == []


def test_a_filter_belongs_to_the_rule_it_was_made_of_as_long_as_that_acts():
    policy = Policy((rule(),))
    assert rule_of("swearing (3)", policy) is policy.rules[0]
    assert rule_of("", policy) is None
    assert rule_of("swearing", Policy((rule(mode=Mode.WATCH),))) is None


def test_what_the_filter_saw_and_we_do_not_read_is_a_hit_but_who_is_spared_stays_spared():
    swearing = rule()
    policy = Policy((swearing, replace(swearing, name="other")))

    def blocked(by=BOB):
        verdict = judge(sample(post("b.l.o.r.p.s.", by=by)), History(), policy)
        return as_hit(verdict._replace(outcomes=(_none(verdict.outcomes[0]), Passed.CLEAN)), swearing, "b.l", "blorps")

    first, second = blocked().outcomes
    assert isinstance(first, Hit)
    assert (first.found, first.read_as, second) == ("b.l", "blorps", Passed.CLEAN)
    assert blocked(MOD).outcomes[0] is Passed.SPARED


def _none(outcome):
    return Passed.CLEAN if isinstance(outcome, Hit) else outcome
