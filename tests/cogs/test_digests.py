"""News in private: chosen, agreed to, sent once a period to who agreed and to nobody else, and taken back."""

import os
import random

import pytest

from bot.core.actions import Whisper
from bot.core.decisions import Decision
from bot.core.digests import DigestWish
from bot.core.linking import Linked
from bot.core.routing import Lane, lane
from bot.core.text import Localised
from bot.domain.calendar.digest import TERMS, DigestPlan
from tests.build import ANN, BOB, MOD, direct
from tests.fakes.town import CY, DANA, LOBBY, STAFF

PLAN = DigestPlan({"events": Localised({"en": "Events"}), "releases": Localised({"en": "Releases"})}, "daily 17:00")


async def agrees(bot, who):
    """She chooses the first interest that she has not chosen yet, and says yes."""
    place = direct(who.user)
    await bot.asks(who, "help", place)
    await bot.presses(who, "button-news-open", place)
    await bot.presses(who, "button-interest-off", place)
    return await bot.presses(who, "button-news-agree", place)


async def publishes(bot, text="Come along.", about="events", where="lobby"):
    await bot.asks(MOD, "post new", STAFF)
    await bot.fills(MOD, title="T", text=text, when="1h", about=about, where=where)
    await bot.presses(MOD, "button-post-schedule")
    await bot.waits(hours=1)


async def a_day(bot):
    await bot.waits(hours=24)
    await bot.waits(seconds=1)


def news(bot, who):
    return [one for one in bot.told(who.user) if "News about what you chose" in one]


async def wish(bot, who):
    return next(iter(await bot.store.digests.of(bot.key, (who.user,))), None)


async def test_who_agreed_gets_it_once_and_quietly_and_nobody_else_does(town):
    bot = await town(digests=PLAN)
    assert "Agreed" in await agrees(bot, ANN)
    assert await wish(bot, ANN) == DigestWish(ANN.user, ("events",), TERMS, bot.clock.at)
    await publishes(bot)
    await publishes(bot, "Version 2.", "releases")
    await a_day(bot)
    (told,) = news(bot, ANN)
    assert "Come along." in told
    assert "Version 2." not in told
    assert not news(bot, BOB)
    sent = [one for one in bot.did(Whisper) if one.user == ANN.user]
    assert lane(sent[-1]) is Lane.BULK
    await a_day(bot)
    assert len(news(bot, ANN)) == 1


async def test_to_choose_is_not_to_agree(town):
    bot = await town(digests=PLAN)
    await bot.asks(ANN, "help", direct(ANN.user))
    await bot.presses(ANN, "button-news-open", direct(ANN.user))
    await bot.presses(ANN, "button-interest-off", direct(ANN.user))
    await publishes(bot)
    await a_day(bot)
    assert await wish(bot, ANN) is None
    assert not news(bot, ANN)


async def test_one_button_in_the_digest_ends_it_and_deletes_what_was_kept(town):
    bot = await town(digests=PLAN)
    await agrees(bot, ANN)
    await publishes(bot)
    await a_day(bot)
    assert "nothing of it is kept" in await bot.presses(ANN, "button-news-leave")
    assert await wish(bot, ANN) is None
    await publishes(bot, "Again.")
    await a_day(bot)
    assert len(news(bot, ANN)) == 1


async def test_a_published_post_invites_to_more_of_the_same(town):
    bot = await town(digests=PLAN)
    await publishes(bot, "No theme.", "")
    with pytest.raises(AssertionError, match="no button"):
        bot.button("button-news-open", LOBBY)
    await publishes(bot)
    button, _ = bot.button("button-news-open", LOBBY)
    assert button.private


async def test_it_comes_in_her_language(town):
    bot = await town(digests=PLAN)
    await agrees(bot, ANN)
    await bot.asks(ANN, "language", language="pl")
    await publishes(bot)
    await a_day(bot)
    assert any("Nowości o tym, co wybrane" in one and "Come along." in one for one in bot.told(ANN.user))


async def test_linked_accounts_get_it_once_where_she_chose_last(town):
    bot = await town(digests=PLAN)
    await agrees(bot, ANN)
    bot.clock.pass_by(minutes=1)
    await agrees(bot, DANA)
    linked = (Linked(ANN.user, "p", bot.clock.at), Linked(DANA.user, "p", bot.clock.at))
    await bot.store.ledger.commit(bot.key, "", Decision(rows=linked), bot.clock.at)
    await publishes(bot)
    await a_day(bot)
    assert (len(news(bot, ANN)), len(news(bot, DANA))) == (0, 1)
    await agrees(bot, ANN)
    assert await wish(bot, DANA) is None


async def test_who_cannot_be_reached_three_times_is_dropped(town):
    bot = await town(digests=PLAN)
    await agrees(bot, ANN)
    bot.telegram.unreachable.add(ANN.user)
    for day in range(3):
        assert await wish(bot, ANN) is not None
        await publishes(bot, f"Day {day}")
        await a_day(bot)
    assert await wish(bot, ANN) is None


async def test_other_terms_are_agreed_to_anew(town):
    bot = await town(digests=PLAN)
    old = DigestWish(ANN.user, ("events",), "0", bot.clock.at)
    await bot.store.ledger.commit(bot.key, "", Decision(rows=(old,)), bot.clock.at)
    await publishes(bot)
    await a_day(bot)
    assert not news(bot, ANN)


async def test_what_stands_only_among_staff_is_nobodys_news(town):
    bot = await town(digests=PLAN)
    await agrees(bot, ANN)
    await publishes(bot, "Secret.", where="staff")
    await a_day(bot)
    assert not news(bot, ANN)


async def test_it_waits_for_a_storm_to_pass_and_lives_through_a_restart(town, tmp_path):
    file = tmp_path / "t.db"
    bot = await town(digests=PLAN, file=file)
    await agrees(bot, ANN)
    await publishes(bot)
    bot.engine.communities.set_crisis(bot.key, 2)
    await a_day(bot)
    assert not news(bot, ANN)
    again = await town(digests=PLAN, file=file)
    again.clock.at = bot.clock.at
    await again.waits(minutes=10)
    await again.waits(seconds=1)
    assert len(news(again, ANN)) == 1


async def test_in_any_order_of_steps_only_who_agrees_is_told(town):
    chance = random.Random(os.environ["TEST_SEED"])
    bot = await town(digests=PLAN)
    agreed = set()
    for step in range(12):
        who = chance.choice((ANN, BOB, CY))
        if chance.random() < 0.5:
            if who not in agreed:
                await agrees(bot, who)
            agreed.add(who)
        elif who in agreed:
            await bot.asks(who, "help", direct(who.user))
            await bot.presses(who, "button-news-open", direct(who.user))
            await bot.presses(who, "button-news-leave", direct(who.user))
            agreed.discard(who)
        before = {one: len(news(bot, one)) for one in (ANN, BOB, CY)}
        await publishes(bot, f"Step {step}")
        await bot.waits(hours=23)
        await bot.waits(seconds=1)
        told = {one for one in before if len(news(bot, one)) > before[one]}
        assert told == agreed, step


async def test_after_a_start_it_waits_until_it_is_known_which_places_are_the_staffs(town, tmp_path):
    file = tmp_path / "t.db"
    bot = await town(file=file, digests=PLAN)
    await agrees(bot, ANN)
    await publishes(bot)
    await publishes(bot, "Among us.", where="staff")
    again = await town(file=file, digests=PLAN, ready=False)
    again.clock.at = bot.clock.at
    await a_day(again)
    assert not news(again, ANN)
    await again.engine.ready(again.telegram)
    await again.engine.ready(again.discord)
    for _ in range(3):
        await again.waits(seconds=5)
    (told,) = news(again, ANN)
    assert "Come along." in told
    assert "Among us." not in told
