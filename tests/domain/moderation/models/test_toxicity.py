"""What stands out beside the words: how strong the listed ones are, and whether somebody is meant."""

import pytest

from bench.toxicity import identity_scores
from bot.domain.moderation.models.features import Features, mark_number
from bot.domain.moderation.models.linear import FEWEST_WORDS
from bot.domain.moderation.models.toxicity import NAMES, features_of, marks_of, plain_model, said, score_of
from bot.domain.moderation.text.lexicon import Lexicon
from bot.domain.moderation.text.reading import read
from bot.domain.moderation.text.words import Entry, Severity

LISTED = (Entry("blorp", "en"), Entry("grumf", "en", Severity.MEDIUM), Entry("dimwit", "en", Severity.MILD))
LEXICON = Lexicon.of(LISTED)


def marks(text, language="en", **more):
    reading = read(text)
    return marks_of(reading, LEXICON.find(reading, ("en",), Severity.MILD), language, **more)


def score(text, model=None, **more):
    reading = read(text)
    return score_of(model, features_of(reading, LEXICON.find(reading, ("en",), Severity.MILD), "en", **more))


@pytest.mark.parametrize(
    ("text", "stands_out"),
    [
        ("a plain sentence about the weather of tomorrow", set()),
        ("what do you think of it", {"you"}),
        ("the whole day was such a blorp of a day for me", {"strong"}),
        ("blorp this", {"strong", "brief"}),
        ("BLORP this", {"strong", "brief", "shouted"}),
        ("blorp, and I mean it, grumf too, as we said before", {"strong", "medium", "several"}),
        ("a dimwit wrote these instructions for the new saw", {"mild"}),
        ("I told the dimwit that you are to come on Friday evening", {"mild", "you", "you-near-mild"}),
        ("are you such a grumf that nobody can work here with ease", {"medium", "you", "you-near-medium"}),
        ("you said so yesterday and the day before, and again the whole thing is a blorp", {"strong", "you"}),
        ("@somebody blorp of the first order, says the whole street", {"strong", "called-strong"}),
    ],
)
def test_what_stands_out(text, stands_out):
    assert set(marks(text)) == stands_out
    assert stands_out <= set(NAMES)


def test_a_reply_means_somebody_whatever_its_text_says():
    assert "called-medium" in marks("grumf", is_called=True)
    assert "called-medium" not in marks("grumf")
    assert not [mark for mark in marks("dimwit", is_called=True) if mark.startswith("called")]


@pytest.mark.parametrize(("language", "you"), [("pl", "ty"), ("ru", "ты"), ("es", "eres"), ("sq", "ti")])
def test_every_language_has_its_you(language, you):
    assert "you-near-strong" in marks(f"{you} blorp", language)
    assert "you" not in marks(f"{you} blorp", "en")
    assert "you" not in marks(f"{you} blorp", "xx")


def test_addresses_and_handles_are_nobodys_words():
    assert said("see https://example.org/blorp @dimwit <:grumf:1> rt www.blorp.example ok").split() == ["see", "ok"]
    assert said("an ordinary line") == "an ordinary line"


def test_without_a_model_a_word_counts_more_when_it_is_said_to_somebody():
    texts = ["nothing to see", "the whole day was such a blorp of a day for me", "you blorp", "you blorp, all of you"]
    scores = [score(text) for text in texts]
    assert scores == sorted(scores)
    assert scores[0] < 0.3
    assert 0.6 < scores[1] < 0.9 < scores[3]


def test_where_a_model_says_little_what_stands_out_still_speaks():
    class Silent:
        def __init__(self, says):
            self.says = says

        def score(self, features, learnt=None):
            return self.says

    assert score("you blorp", Silent(0.1)) == score("you blorp")
    assert score("you blorp", Silent(None)) == score("you blorp")
    assert score("such a day of blorp as we never had before here", Silent(0.1)) == 0.1
    assert score("such a day", Silent(0.99)) == 0.99


def test_the_plain_model_knows_its_marks_and_abstains_from_nothing():
    assert set(plain_model().marks) == set(NAMES)
    unknown = Features.of("wuxi zagop " * FEWEST_WORDS, ["strong"])
    assert plain_model().score(unknown) > 0.5
    assert mark_number("strong") in unknown.marks


def test_a_hostile_text_is_compared_only_so_far():
    assert marks("you blorp " * 400)[0] == "you"


@pytest.mark.parametrize("language", ["en", "pl"])
def test_nobody_is_held_against_what_they_are(language):
    """The models were trained on texts that attack people for it, and on plain sentences beside them."""
    assert max(score for score, _ in identity_scores(language)) < 0.5
