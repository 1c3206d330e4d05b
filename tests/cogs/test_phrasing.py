"""Stories of a language model that words answers: only with consent, only from the FAQ, and else a person as ever."""

import json
from dataclasses import replace

import pytest

from bot.core.answers import Outcome
from bot.core.conversations import TalkState
from bot.core.text import Localised
from bot.domain.care.answers import Entry
from bot.domain.care.phrased import Model
from tests.build import ANN, BOSS, MOD, direct
from tests.cogs.test_faq import DOGS, HOURS, outcomes, with_faq
from tests.fakes.town import D_LOBBY, DANA, STAFF

PLAN = Model("https://model.example/v1/chat/completions", "small-one")
PRICES = Entry("prices", {"en": ("What does a workbench cost?",)}, Localised({"en": "5 euro a day."}), mark="m3")
ODD = "is the workshop bench price for a whole day known"
"""Near to an entry, and not near enough to be sure."""


class Wordsmith:
    """Answers what it is told to, and keeps what it was asked."""

    def __init__(self, answer=None, *sources):
        self.says = None if answer is None else json.dumps({"answer": answer, "sources": sources})
        self.asked = []

    async def answer(self, model, messages):
        self.asked.append(json.loads(messages[1]["content"]))
        return self.says


@pytest.fixture
async def asking(town):
    async def build(wordsmith, plan=PLAN, **more):
        faq = replace(with_faq(HOURS, DOGS, PRICES), model=plan)
        return await town(faq=faq, model=wordsmith, **more)

    return build


async def asks(bot, who=ANN, question=ODD, **more):
    await bot.asks(who, "faq", question=question, **more)
    await bot.waits(seconds=1)
    return bot.heard_by(who.user)


async def test_where_the_bot_is_not_sure_the_model_words_an_answer_with_its_source(asking):
    wordsmith = Wordsmith("A bench costs 5 euro a day.", "prices")
    bot = await asking(wordsmith)
    said = await asks(bot, question=f"{ODD}? I am ann@example.org")
    assert "A bench costs 5 euro a day." in said
    assert "A language model worded this from our FAQ: “What does a workbench cost?”" in said
    (sent,) = wordsmith.asked
    assert "[...]" in sent["question"]
    assert set(sent) == {"language", "question", "entries"}
    assert "Ann" not in json.dumps(sent)
    assert await outcomes(bot) == [Outcome.GIVEN]
    await bot.presses(ANN, "button-person")
    assert await outcomes(bot) == [Outcome.HANDED]


async def test_what_the_bot_is_sure_of_it_says_itself_and_what_nothing_is_near_to_leaves_nobodys_house(asking):
    wordsmith = Wordsmith("Yes.", "hours")
    bot = await asking(wordsmith)
    assert "Every day from 9 to 17." in await asks(bot, question="opening hours")
    assert "not sure" in await asks(bot, question="zzz qqq vvv")
    assert wordsmith.asked == []


@pytest.mark.parametrize("says", [None, "A bench costs 7 euro."])
async def test_an_answer_that_does_not_come_or_is_not_believed_leads_to_a_person(asking, says):
    bot = await asking(Wordsmith(says, "prices"))
    assert "not sure" in await asks(bot)
    await bot.presses(ANN, "button-person-please")
    assert (await bot.store.conversations.find(bot.key, 1)).state is TalkState.OPEN


async def test_without_consent_in_the_config_nothing_is_sent(asking):
    wordsmith = Wordsmith("A bench costs 5 euro a day.", "prices")
    bot = await asking(wordsmith, plan=None)
    assert "not sure" in await asks(bot)
    assert wordsmith.asked == []


async def test_an_entry_that_staff_withdrew_is_not_shown_to_the_model(asking):
    wordsmith = Wordsmith("A bench costs 5 euro a day.", "prices")
    bot = await asking(wordsmith)
    await asks(bot, MOD, place=STAFF)
    await bot.presses(MOD, "button-wrong-answer")
    await asks(bot)
    assert all(entry["id"] != "prices" for entry in wordsmith.asked[-1]["entries"])
    assert "not sure" in bot.heard_by(ANN.user)


async def test_it_is_not_asked_more_often_in_an_hour_than_the_config_says(asking):
    wordsmith = Wordsmith("A bench costs 5 euro a day.", "prices")
    bot = await asking(wordsmith, replace(PLAN, per_hour=2))
    for _ in range(3):
        await asks(bot)
    assert "not sure" in bot.heard_by(ANN.user)
    assert len(wordsmith.asked) == 2
    await bot.waits(hours=1)
    assert "5 euro" in await asks(bot)


async def test_who_writes_to_the_team_gets_its_answer_first_and_a_person_when_it_has_none(asking):
    bot = await asking(Wordsmith("A bench costs 5 euro a day.", "prices"))
    await bot.says(ANN, ODD, direct(ANN.user))
    await bot.waits(seconds=1)
    assert "5 euro" in bot.heard_by(ANN.user)
    assert not any(ODD in one for one in bot.sends(STAFF))
    await bot.presses(ANN, "button-person")
    assert any(ODD in one for one in bot.sends(STAFF))


async def test_when_the_model_has_none_the_team_gets_the_question_and_she_hears_that_it_arrived(asking):
    bot = await asking(Wordsmith())
    await bot.says(ANN, ODD, direct(ANN.user))
    await bot.waits(seconds=1)
    assert "1" in bot.heard_by(ANN.user)
    assert (await bot.store.conversations.find(bot.key, 1)).state is TalkState.OPEN
    assert len([one for one in bot.sends(STAFF) if ODD in one]) == 1


async def test_who_wrote_again_meanwhile_is_with_the_team_once(asking):
    bot = await asking(Wordsmith())
    await bot.says(ANN, ODD, direct(ANN.user))
    await bot.says(ANN, "hello?", direct(ANN.user))
    await bot.waits(seconds=1)
    assert len([one for one in bot.sends(STAFF) if ODD in one]) == 1


async def test_an_answer_whose_entry_left_the_config_meanwhile_is_not_said(asking):
    bot = await asking(Wordsmith("A bench costs 5 euro a day.", "prices"))
    await bot.asks(DANA, "faq", D_LOBBY, question=ODD)
    bot.changes(faq=replace(with_faq(HOURS), model=PLAN))
    await bot.waits(seconds=1)
    assert "not sure" in bot.heard_by(DANA.user)


async def test_managers_still_get_their_count(asking):
    bot = await asking(Wordsmith("A bench costs 5 euro a day.", "prices"))
    await asks(bot)
    assert "1" in await bot.asks(BOSS, "faq", question="stats")
