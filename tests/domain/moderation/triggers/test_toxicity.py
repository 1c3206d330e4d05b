"""Attacks on people: which language is weighed, with what, and what moderators taught."""

import pytest

from bot.core.lessons import Lesson
from bot.domain.moderation.explain import Facts, explain
from bot.domain.moderation.history import History
from bot.domain.moderation.models.features import SIZE, Features
from bot.domain.moderation.models.linear import ZERO, About, Linear
from bot.domain.moderation.models.taught import Lessons, Taught
from bot.domain.moderation.models.toxicity import plain_model
from bot.domain.moderation.models.weights import known_words
from bot.domain.moderation.policy import Mode, Policy, Rule
from bot.domain.moderation.sample import sample
from bot.domain.moderation.text.lexicon import Lexicon
from bot.domain.moderation.text.words import Entry, Severity
from bot.domain.moderation.triggers import Toxicity
from bot.domain.moderation.verdict import judge
from tests.build import NOON, post

LEXICON = Lexicon.of((Entry("blorp", "en"), Entry("zagop", "sq", Severity.MILD), Entry("wuxi", "ru")))
ENGLISH = "you are the worst person that we ever met in the workshop"
ALBANIAN = "ti je njeriu me i keq qe kemi takuar ndonjehere ne punishte"


class Ear:
    def __init__(self, says=""):
        self.says = says

    def likeliest(self, text, among):
        return self.says


def english():
    known = known_words(Features.of(ENGLISH).words)
    return Linear(About("toxicity", "t", ("en",), "", 0.6), bytes((ZERO,)) * SIZE, known, 1.0, -4.0, {"you": 6.0})


def toxicity(*languages, at_least=0.8, says="", taught=None):
    models = {"en": english()}
    return Toxicity(at_least, languages, LEXICON, models.get, Ear(says), taught or Taught("toxicity"))


def test_it_fires_on_a_high_score_and_says_what_the_score_is_made_of():
    hit = toxicity("en", "sq").find(sample(post(ENGLISH)), History())
    assert hit.score == pytest.approx(0.88, abs=0.01)
    assert (hit.found, hit.read_as) == (ENGLISH, "en: model + words + addressee")


def test_it_shows_the_strongest_word_and_passes_what_is_below():
    hit = toxicity("sq", "ru").find(sample(post("ti zagop wuxi")), History())
    assert hit.found == "wuxi"
    assert hit.read_as.endswith(": words + addressee")
    assert toxicity("sq").find(sample(post("mirëmëngjes")), History()) is None


@pytest.mark.parametrize(
    ("languages", "says", "text", "read_in"),
    [
        (("en",), "", ALBANIAN, "en"),
        (("en", "sq"), "", ENGLISH, "en"),
        (("en", "sq"), "", ALBANIAN, "sq"),
        (("en", "sq", "ru"), "sq", ALBANIAN, "sq"),
        (("sq", "ru"), "ru", ALBANIAN, "ru"),
        (("sq", "ru"), "", ALBANIAN, "sq"),
        (("en", "sq"), "", "ti zagop", "sq"),
    ],
)
def test_which_language_a_message_is_weighed_in(languages, says, text, read_in):
    judgement = toxicity(*languages, says=says).judgement(sample(post(text)))
    assert judgement.language == read_in


def test_a_message_in_a_language_that_only_a_model_does_not_know_is_weighed_by_what_stands_out():
    trigger = Toxicity(0.8, ("en", "xx"), LEXICON, lambda _: english(), Ear(), Taught("toxicity"))
    assert trigger.score(sample(post(ALBANIAN))) < 0.5


def test_the_score_is_told_also_where_nothing_fires():
    rule, history = Rule("attacks", toxicity("sq"), mode=Mode.ON), History()
    answer = explain(judge(sample(post("mirëmëngjes")), history, Policy((rule,))), Facts(), history).answers[0]
    assert (answer.outcome, round(answer.score, 2)) == ("clean", 0.18)


def test_what_moderators_taught_adds_to_every_language_of_its_own():
    taught = Taught("toxicity")
    trigger = toxicity("en", "sq", taught=taught)
    before = trigger.score(sample(post(ALBANIAN)))
    variant, features = trigger.lesson(sample(post(ALBANIAN)))
    rows = [Lesson("toxicity", str(n), True, NOON, features.packed(), variant=variant) for n in range(4)]
    taught.learnt = Lessons(rows).learnt(trigger.base)
    assert variant == "sq"
    assert trigger.score(sample(post(ALBANIAN))) > before + 0.2
    assert trigger.basis("sq") == ("words", "addressee", "verdicts")
    assert trigger.basis("en") == ("model", "words", "addressee")


def test_lessons_build_on_the_model_of_a_language_or_on_what_stands_out():
    trigger = toxicity("en", "sq")
    assert trigger.base("en") == english()
    assert trigger.base("sq") is plain_model()
    assert trigger.base("ru") is None


def test_it_needs_nothing_to_be_made():
    assert Toxicity(0.9, ("en",)).find(sample(post("anything")), History()) is None
