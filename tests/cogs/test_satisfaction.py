"""After a conversation its person is asked how it was: in private, rarely, and what she says is hers."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.actions import Send, Whisper
from bot.core.decisions import decide
from bot.core.linking import Linked
from bot.core.ratings import Publishing, Score
from bot.domain.care.conversation import closing
from bot.runtime.care import Satisfaction
from bot.runtime.community import Privacy
from tests.build import ANN, BOSS, MOD, direct
from tests.fakes.town import CY, DANA, MANAGERS, STAFF, WITH_MANAGERS

HOME = direct(ANN.user)
REVIEWS = Satisfaction(reviews=True)


@pytest.fixture
def helped(town):
    """A town in which Ann wrote and was answered."""

    async def helped(**more):
        bot = await town(places=WITH_MANAGERS, **more)
        await writes(bot)
        return bot

    return helped


async def writes(bot, who=ANN, number=1):
    await bot.says(who, "I cannot get in", direct(who.user))
    await bot.asks(MOD, "claim", STAFF, conversation=number)
    await bot.presses(MOD, "button-reply", STAFF)
    await bot.fills(MOD, place=STAFF, answer="Try the key")
    await bot.waits(seconds=11)


async def ends(bot, number=1):
    await bot.asks(MOD, "resolve", STAFF, conversation=number)


async def rating(bot, number=1):
    return await bot.store.ratings.find(bot.key, number)


def asked(bot, who=ANN):
    return [words for words in bot.told(who.user) if "How was it?" in words]


async def test_she_is_asked_in_private_after_the_goodbye_and_her_answer_is_on_record(helped):
    bot = await helped()
    await ends(bot)
    assert "How was it?" in bot.told(ANN.user)[-1]
    assert "is closed" in bot.told(ANN.user)[-2]
    assert "Thank you" in await bot.presses(ANN, "button-rate-good", HOME)
    found = await rating(bot)
    assert (found.score, found.conversation, found.person) == (Score.GOOD, 1, ANN.user)
    entries = await bot.store.conversations.entries(bot.key, 1)
    assert (entries[-1].what, entries[-1].text, entries[-1].by) == ("rated", "good", ANN.user)


async def test_she_may_say_more_and_without_reviews_nobody_asks_for_more(helped):
    bot = await helped()
    await ends(bot)
    await bot.presses(ANN, "button-rate-good", HOME)
    await bot.presses(ANN, "button-rate-more", HOME)
    assert "There was nothing" in await bot.fills(ANN, place=HOME, comment=" ")
    assert await bot.fills(ANN, place=HOME, comment="They were kind.") == "Thank you for telling us."
    found = await rating(bot)
    assert (found.comment, found.leave) == ("They were kind.", Publishing.UNASKED)
    assert "no words that may be shown" in await bot.asks(BOSS, "reviews", MANAGERS)


async def test_with_reviews_a_clear_yes_is_needed_and_can_be_taken_back(helped):
    bot = await helped(satisfaction=REVIEWS)
    await ends(bot)
    await bot.presses(ANN, "button-rate-good", HOME)
    await bot.presses(ANN, "button-rate-more", HOME)
    assert "without your name" in await bot.fills(ANN, place=HOME, comment="They were kind.")
    assert "no words that may be shown" in await bot.asks(BOSS, "reviews", MANAGERS)
    assert "may be shown" in await bot.presses(ANN, "button-may-show", HOME)
    listed = await bot.asks(BOSS, "reviews", MANAGERS)
    assert listed.splitlines() == ["Number 1, 2026-01:", "They were kind."]
    await bot.waits(days=300)
    assert "may show your words any more" in await bot.presses(ANN, "button-words-back", HOME)
    assert (await rating(bot)).comment == ""
    assert "Review 1 may not be shown any more" in bot.sends(MANAGERS)[-1]
    assert "no words that may be shown" in await bot.asks(BOSS, "reviews", MANAGERS)


async def test_a_no_is_a_no(helped):
    bot = await helped(satisfaction=REVIEWS)
    await ends(bot)
    await bot.presses(ANN, "button-rate-good", HOME)
    await bot.presses(ANN, "button-rate-more", HOME)
    await bot.fills(ANN, place=HOME, comment="They were kind.")
    button, shown = bot.button("button-may-show", HOME)
    assert "only the team" in await bot.presses(ANN, "button-may-not-show", HOME)
    assert (await rating(bot)).leave is Publishing.REFUSED
    assert "no longer works" in await bot.presses_token(ANN, button.token, HOME, shown.ref)
    assert (await rating(bot)).leave is Publishing.REFUSED


async def test_a_manager_takes_a_review_off_when_its_author_asks(helped):
    bot = await helped(satisfaction=REVIEWS)
    assert "no review number 1" in await bot.asks(BOSS, "reviews", MANAGERS, remove=1)
    await ends(bot)
    await bot.presses(ANN, "button-rate-good", HOME)
    await bot.presses(ANN, "button-rate-more", HOME)
    await bot.fills(ANN, place=HOME, comment="They were kind.")
    await bot.presses(ANN, "button-may-show", HOME)
    back, shown = bot.button("button-words-back", HOME)
    assert "may not be shown any more" in await bot.asks(BOSS, "reviews", MANAGERS, remove=1)
    assert (await rating(bot)).leave is Publishing.WITHDRAWN
    assert "no longer works" in await bot.presses_token(ANN, back.token, HOME, shown.ref)


async def test_a_person_is_asked_once_in_thirty_days_over_all_her_accounts(helped):
    bot = await helped()
    linked = decide(rows=[Linked(who.user, "p", bot.clock.now()) for who in (ANN, DANA)])
    await bot.store.ledger.commit(bot.key, "", linked, bot.clock.now())
    await ends(bot)
    assert len(asked(bot)) == 1
    await bot.waits(days=29)
    await writes(bot, DANA)
    await ends(bot)
    assert asked(bot, DANA) == []
    await bot.waits(days=2)
    await writes(bot, DANA)
    await ends(bot)
    assert len(asked(bot, DANA)) == 1


async def test_who_cannot_be_reached_is_not_asked_in_public(helped):
    bot = await helped()
    bot.telegram.unreachable.add(ANN.user)
    await ends(bot)
    tried = [e for e in bot.ledger if "How was it?" in e.words]
    assert [(type(e.action), e.worked) for e in tried] == [(Whisper, False)]
    assert not [one for one in bot.did(Send) if "How was it" in str(one.body)]


async def test_nobody_is_asked_about_what_nobody_answered_or_where_it_is_off(town):
    bot = await town()
    await bot.says(ANN, "hello", HOME)
    await ends(bot)
    assert asked(bot) == []
    bot.changes(satisfaction=Satisfaction(ask=False))
    await writes(bot, CY, 2)
    await ends(bot, 2)
    assert asked(bot, CY) == []


async def test_a_scheduled_close_asks_too(helped):
    bot = await helped()
    talk = await bot.store.conversations.find(bot.key, 1)
    rows = closing(talk, MOD, timedelta(0), bot.clock.now()).rows
    await bot.store.ledger.commit(bot.key, "", decide(rows=rows), bot.clock.now())
    await bot.waits(seconds=1)
    assert len(asked(bot)) == 1


async def test_nobody_else_can_answer_for_her_and_what_is_forgotten_is_stale(helped):
    bot = await helped(satisfaction=REVIEWS)
    await ends(bot)
    button, shown = bot.button("button-rate-good", HOME)
    assert "Thank you" not in await bot.presses_token(CY, button.token, direct(CY.user), shown.ref)
    assert (await rating(bot)).score is None
    await bot.presses(ANN, "button-rate-good", HOME)
    await bot.presses(ANN, "button-rate-more", HOME)
    await bot.store.purge(bot.key, bot.clock.now() + timedelta(days=401), Privacy())
    assert await rating(bot) is None
    assert "no longer works" in await bot.fills(ANN, place=HOME, comment="late")
    assert "no longer works" in await bot.presses_token(ANN, button.token, HOME, shown.ref)


async def test_managers_see_how_content_people_were(helped):
    bot = await helped()
    assert "Nobody was asked" in await bot.asks(BOSS, "satisfaction", MANAGERS)
    assert "Only the staff" in await bot.asks(MOD, "satisfaction", STAFF)
    await ends(bot)
    await bot.presses(ANN, "button-rate-bad", HOME)
    lines = (await bot.asks(BOSS, "satisfaction", MANAGERS)).splitlines()
    assert lines[:2] == ["In the last year, asked how it was: 1; answered: 1.", "In all: 0 good · 0 so-so · 1 bad"]
    assert "Mo" not in "".join(lines)


async def test_it_is_asked_in_her_language(town):
    bot = await town()
    await writes(bot, replace(ANN, locale="pl"))
    await ends(bot)
    assert "Jak było?" in bot.told(ANN.user)[-1]
