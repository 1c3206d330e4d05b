from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.core.cases import Evidence
from bot.core.lessons import Lesson
from bot.core.why import ABSTAINED
from bot.domain.moderation.explain import Facts, explain, for_staff
from bot.domain.moderation.history import History
from bot.domain.moderation.models.features import SIZE, Features
from bot.domain.moderation.models.learnt import Learnt
from bot.domain.moderation.models.linear import ZERO, About, Linear
from bot.domain.moderation.models.spam_marks import CYRILLIC
from bot.domain.moderation.models.taught import MOST_LESSONS, Lessons, Taught
from bot.domain.moderation.models.teaching import texts_in
from bot.domain.moderation.models.weights import known_words
from bot.domain.moderation.policy import Mode, Policy, Rule
from bot.domain.moderation.sample import sample
from bot.domain.moderation.triggers import Spam
from bot.domain.moderation.verdict import judge
from tests.build import ANN, post, ref

KNOWN = "win a cheap watch today call and see the shop or meet for lunch tomorrow"
SOLD, MEANT = "win a cheap watch, call +48 600 100 200", "shall we meet for lunch tomorrow"
STRANGE = "kjo fjali eshte shkruar shqip"
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def model():
    bits = known_words(Features.of(KNOWN).words)
    return Linear(
        About("spam", "t", ("en",), "", 0.5), bytes((ZERO,)) * SIZE, bits, 1.0, -3.0, {"phone": 5.0, "lines": -2.0}
    )


def spam(at_least=0.7, taught=None):
    return Spam(at_least, model(), taught or Taught("spam"))


def lesson(text, *, label=True, about="", minutes=0, **more):
    _, features = spam().lesson(sample(post(text)))
    return Lesson("spam", about or text, label, NOON + timedelta(minutes=minutes), features.packed(), **more)


def test_it_fires_on_a_high_score_and_says_what_spoke_for_it():
    hit = spam().find(sample(post(SOLD)), History())
    assert hit.score == pytest.approx(0.88, abs=0.01)
    assert (hit.found, hit.read_as) == ("88%", "phone")


@pytest.mark.parametrize("text", [MEANT, STRANGE])
def test_it_passes_what_is_harmless_or_strange_to_it(text):
    assert spam().find(sample(post(text)), History()) is None


def test_the_score_is_told_also_where_nothing_fires():
    assert spam().score(sample(post(MEANT))) < 0.1
    assert spam().score(sample(post(STRANGE))) is None


@pytest.mark.parametrize(("text", "outcome"), [(SOLD, "hit"), (MEANT, "clean"), (STRANGE, ABSTAINED)])
def test_an_explanation_says_whether_the_model_abstained(text, outcome):
    rule, history = Rule("ads", spam(), mode=Mode.ON), History()
    why = explain(judge(sample(post(text)), history, Policy((rule,))), Facts(), history)
    assert why.answers[0].outcome == outcome
    assert (why.answers[0].score is None) == (outcome == ABSTAINED)
    assert for_staff(why)


def test_a_rule_that_is_off_is_asked_for_no_score():
    rule, history = Rule("ads", spam(), mode=Mode.OFF), History()
    why = explain(judge(sample(post(SOLD)), history, Policy((rule,))), Facts(), history)
    assert (why.answers[0].outcome, why.answers[0].score) == ("off", None)


LEARNT_IN = [
    ("join the lottery", ""),
    ("лотерея для своих", CYRILLIC),
    ("лотерея lotteries for friends", ""),
    ("🎉 2026!", ""),
]


@pytest.mark.parametrize(("text", "alphabet"), LEARNT_IN)
def test_a_message_is_read_by_the_model_of_most_of_its_letters(text, alphabet):
    trigger = Spam(0.5, model(), alphabets={CYRILLIC: replace(model(), bias=9.0)})
    seen = sample(post(text))
    assert trigger.lesson(seen)[0] == alphabet
    assert trigger.base(alphabet) is (trigger.alphabets[CYRILLIC] if alphabet else trigger.model)
    assert trigger.base("other") is None
    assert spam().lesson(seen)[0] == ""


def test_a_model_of_its_own_letters_fires_and_learns_for_itself():
    known = known_words(Features.of("лотерея для своих друзеи").words)
    trigger = Spam(0.5, model(), alphabets={CYRILLIC: replace(model(), known=known, bias=2.0)})
    seen = sample(post("лотерея для своих"))
    assert trigger.find(seen, History()).score == trigger.score(seen) > 0.8
    fine = Lesson("spam", "m", False, NOON, trigger.lesson(seen)[1].packed(), (), CYRILLIC)
    trigger.taught.learnt = Lessons([fine]).learnt(trigger.base)
    assert set(trigger.taught.learnt) == {CYRILLIC}
    assert trigger.score(seen) < 0.8


def test_verdicts_teach_what_the_model_did_not_know():
    taught = Taught("spam")
    trigger, seen = spam(0.5, taught), sample(post("join the lottery channel friends"))
    assert trigger.find(seen, History()) is None
    lessons = Lessons([lesson("join the lottery channel friends"), lesson("join our lottery channel", minutes=1)])
    taught.learnt = lessons.learnt(trigger.base)
    assert trigger.find(seen, History()) is not None
    assert trigger.score(sample(post(MEANT))) < 0.2


def test_the_same_lessons_add_up_to_the_same_in_whatever_order_they_are_read():
    rows = [lesson(f"offer number {n} is cheap", minutes=n) for n in range(5)]
    one, other = (Lessons(given).learnt(spam().base)[""] for given in (rows, rows[::-1]))
    assert one.deltas == other.deltas != {}


def test_a_verdict_that_is_taken_back_is_unlearnt_without_a_trace():
    first, second = lesson("cheap watch today"), lesson("see the shop", minutes=1)
    lessons = Lessons([first, second])
    lessons.take(lesson("see the shop", label=None, minutes=2))
    assert len(lessons) == 1
    assert lessons.learnt(spam().base)[""].deltas == Lessons([first]).learnt(spam().base)[""].deltas


def test_the_last_word_about_a_message_counts():
    lessons = Lessons([lesson("win a watch", about="m1")])
    lessons.take(lesson("win a watch", about="m1", label=False, minutes=1))
    learnt = lessons.learnt(spam().base)[""]
    seen = Features.of("win a watch")
    assert model().margin(seen, learnt) <= model().margin(seen)


def test_what_nobody_minded_is_learnt_beside_a_verdict():
    quiet = Features.of("good morning all").packed()
    alone, both = (
        Lessons([lesson("good morning, join", beside=beside)]).learnt(spam().base)[""] for beside in ((), (quiet,))
    )
    seen = Features.of("good morning all")
    assert model().margin(seen, both) < model().margin(seen, alone)


def test_lessons_of_another_scheme_variant_or_shape_are_left_out():
    assert len(Lessons([lesson("a", scheme=99)])) == 0
    assert Lessons([lesson("a", variant="xx")]).learnt(spam().base) == {}
    broken = Lesson("spam", "m", True, NOON, b"\1")
    assert Lessons([broken]).learnt(spam().base)[""].deltas == {}


def test_only_the_newest_lessons_count():
    rows = [lesson(f"thing {n}", minutes=n) for n in range(MOST_LESSONS + 5)]
    learnt = Lessons(rows).learnt(spam().base)[""]
    assert Features.of("thing").words <= learnt.words
    old = Lessons([lesson("elderberry", minutes=-1), *rows]).learnt(spam().base)[""]
    assert not Features.of("elderberry").words & old.words


def test_nothing_is_taught_at_first():
    assert Taught("spam").of() is None
    assert Taught("spam", {"": Learnt()}).of() is not None


def test_only_saved_words_of_a_known_message_can_teach():
    saved = (Evidence("", message=ref()), Evidence("words"), Evidence("both", message=ref()))
    assert [seen.text for seen in texts_in(saved, ANN, NOON)] == ["both"]
