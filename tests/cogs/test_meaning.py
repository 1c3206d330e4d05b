"""Stories of questions in quite other words: found by their meaning where a model is there, and as ever where none is."""

import asyncio
import threading

import pytest

from bot.runtime import meaning
from tests.build import ANN, BOB
from tests.cogs.test_faq import DOGS, HOURS, with_faq

SENSES = ({"open", "hours", "otwarta", "begin", "zaczynacie"}, {"dog", "pet", "hound"})


class Senses:
    """A model that knows two things, and counts what it reads."""

    languages = frozenset({"en"})

    def __init__(self):
        self.read_texts = []
        self.may_read = threading.Event()
        self.may_read.set()

    def read(self, texts):
        self.may_read.wait(30)
        self.read_texts += texts
        return Nearness([self.sense(text) for text in texts], self.sense)

    @staticmethod
    def sense(text):
        words = set(text.casefold().strip("?").split())
        return next((at for at, sense in enumerate(SENSES) if words & sense), None)


class Nearness:
    def __init__(self, known, sense):
        self._known, self._sense = known, sense

    def to(self, question):
        mine = self._sense(question)
        return [0.9 if mine is not None and mine == one else 0.1 for one in self._known]


async def test_what_is_said_in_quite_other_words_is_found_by_its_meaning(town):
    senses = Senses()
    bot = await town(faq=with_faq(), encoder=senses)
    assert "Every day from 9 to 17." in await bot.asks(ANN, "faq", question="from what time do you begin")
    assert "On a lead." in await bot.asks(ANN, "faq", question="is a hound welcome")
    assert "not sure" in await bot.asks(ANN, "faq", question="who won the match")
    assert sorted(senses.read_texts) == ["May I bring my dog?", "When is the workshop open?", "opening hours"]


async def test_without_a_model_and_in_a_language_that_it_does_not_know_only_words_count(town):
    bare = await town(faq=with_faq())
    assert "not sure" in await bare.asks(ANN, "faq", question="from what time do you begin")
    senses = Senses()
    polish = await town(faq=with_faq(), encoder=senses)
    await polish.asks(ANN, "language", language="pl")
    await polish.asks(ANN, "faq", question="from what time do you begin")
    assert senses.read_texts == []


async def test_another_config_is_read_anew_and_what_is_gone_from_it_is_not_found(town):
    senses = Senses()
    bot = await town(faq=with_faq(HOURS), encoder=senses)
    await bot.asks(ANN, "faq", question="is a hound welcome")
    bot.changes(faq=with_faq(DOGS))
    assert "On a lead." in await bot.asks(ANN, "faq", question="is a hound welcome")
    assert "not sure" in await bot.asks(BOB, "faq", question="from what time do you begin")


class Broken(Senses):
    """A model that breaks at its first text, or later at a question."""

    def __init__(self, *, at_once):
        super().__init__()
        self.at_once = at_once

    def read(self, texts):
        if self.at_once:
            raise RuntimeError("no such operator")
        return Nearness([None] * len(texts), {}.__getitem__)


@pytest.mark.parametrize("at_once", [True, False], ids=["reading the config", "reading a question"])
async def test_a_model_that_breaks_keeps_no_question_from_the_team(town, at_once, caplog):
    bot = await town(faq=with_faq(), encoder=Broken(at_once=at_once))
    assert "not sure" in await bot.asks(ANN, "faq", question="from what time do you begin")
    assert "as number 1" in await bot.asks(ANN, "ask", text="from what time do you begin")
    assert "Every day from 9 to 17." in await bot.asks(BOB, "faq", question="opening hours")
    assert "words alone" in caplog.text


async def test_who_asks_before_everything_is_read_goes_the_ordinary_way(town, monkeypatch):
    monkeypatch.setattr(meaning, "PATIENCE", 0.01)
    senses = Senses()
    senses.may_read.clear()
    bot = await town(faq=with_faq(), encoder=senses)
    assert "not sure" in await bot.asks(ANN, "faq", question="is a hound welcome")
    senses.may_read.set()
    async with asyncio.timeout(30):
        while "On a lead." not in await bot.asks(BOB, "faq", question="is a hound welcome"):  # noqa: ASYNC110  # a thread
            await asyncio.sleep(0.01)
