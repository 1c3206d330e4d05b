"""The calendar: written, agreed to, out in time in every place, and mended where that failed."""

from dataclasses import replace
from datetime import time

import pytest

from bot.core.actions import Delete, Edit, Send
from bot.core.decisions import Decision
from bot.core.posts import CopyState, Missed, PostState
from bot.core.receipts import Refusal, Refused
from bot.core.text import Localised
from bot.domain.calendar.mix import Mix
from bot.domain.calendar.plan import Plan, Standing
from bot.domain.calendar.post import CONFIG
from bot.domain.calendar.style import Guide
from tests.build import BOSS, MOD, NOON
from tests.cogs.planned import copies, post, writes
from tests.fakes.town import D_LOBBY, LOBBY, STAFF

TWO_EYES = Plan(approval=True)


async def takes_away(bot):
    """Press the card's button, and see that no copy is left in either place."""
    await bot.presses(MOD, "button-post-remove")
    await bot.waits(seconds=1)
    assert len(bot.did(Delete)) == 2
    assert set((await copies(bot)).values()) == {CopyState.WITHDRAWN}


async def test_a_post_goes_to_every_place_of_its_name_on_both_messengers(town):
    bot = await town()
    await writes(bot)
    await bot.presses(MOD, "button-post-schedule")
    assert (await post(bot)).state is PostState.SCHEDULED
    await bot.waits(hours=1, minutes=59)
    assert "Come along." not in bot.sends(LOBBY)
    await bot.waits(minutes=1)
    assert bot.sends(LOBBY)[-1] == bot.sends(D_LOBBY)[-1] == "Come along."
    assert (await post(bot)).state is PostState.PUBLISHED
    assert await copies(bot) == {LOBBY: CopyState.SENT, D_LOBBY: CopyState.SENT}
    await bot.waits(days=30)
    assert bot.sends(LOBBY).count("Come along.") == 1


async def test_a_repetition_goes_on_and_a_withdrawn_one_ends(town):
    bot = await town()
    await writes(bot, when="daily 18:00")
    await bot.presses(MOD, "button-post-schedule")
    await bot.waits(days=1)
    await bot.waits(days=1)
    assert bot.sends(LOBBY).count("Come along.") == 2
    await bot.asks(MOD, "post show", STAFF, number=1)
    await bot.presses(MOD, "button-post-withdraw")
    await bot.waits(days=3)
    assert bot.sends(LOBBY).count("Come along.") == 2


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"when": "yesterday"}, "do not understand"),
        ({"when": "2020-01-01 9:00"}, "over already"),
        ({"when": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30 9:00"}, "do not understand"),
        ({"when": "FREQ=DAILY;UNTIL=20200101 9:00"}, "never comes"),
        ({"where": "lobby, cellar"}, "cellar"),
        ({"text": " "}, "needs a title and words"),
        ({"title": "Hello", "text": "\u200b"}, "needs a title and words"),
    ],
)
async def test_what_cannot_be_read_comes_back_as_it_was_typed(town, values, said):
    bot = await town()
    assert said in await writes(bot, **values)
    await bot.presses(MOD, "button-change-it")
    form = next(e.action.form for e in reversed(bot.ledger) if hasattr(e.action, "form"))
    typed = {field.name: field.value for field in form.fields}
    assert typed["title"] == "Hello"
    assert values.items() <= typed.items()
    assert await post(bot) is None


async def test_a_time_that_does_not_exist_that_night_is_refused(town):
    bot = await town(timezone="Europe/Warsaw")
    bot.clock.at = NOON.replace(year=2026, month=3, day=28)
    assert "does not exist" in await writes(bot, when="tomorrow 2:30")


async def test_where_two_pairs_of_eyes_are_asked_for_nobody_agrees_to_her_own(town):
    bot = await town(calendar=TWO_EYES)
    await writes(bot)
    await bot.presses(MOD, "button-post-submit")
    assert "somebody else" in await bot.presses(MOD, "button-post-approve")
    await bot.waits(hours=3)
    assert "Come along." not in bot.sends(LOBBY)
    await bot.asks(BOSS, "post show", STAFF, number=1)
    await bot.presses(BOSS, "button-post-approve")
    assert (await post(bot)).approval.by == BOSS.user
    await bot.waits(minutes=1)
    assert bot.sends(LOBBY).count("Come along.") == 1


async def test_a_change_after_the_agreement_takes_it_back(town):
    bot = await town(calendar=TWO_EYES)
    await writes(bot)
    await bot.presses(MOD, "button-post-submit")
    await bot.asks(BOSS, "post show", STAFF, number=1)
    await bot.presses(BOSS, "button-post-approve")
    await bot.asks(MOD, "post show", STAFF, number=1)
    await bot.presses(MOD, "button-post-change")
    await bot.fills(MOD, title="Hello", text="Buy this.", when="")
    assert (await post(bot)).state is PostState.DRAFT
    await bot.waits(hours=3)
    assert not {"Buy this.", "Come along."} & set(bot.sends(LOBBY))


async def test_approval_switched_on_later_holds_what_nobody_agreed_to(town):
    bot = await town()
    await writes(bot)
    await bot.presses(MOD, "button-post-schedule")
    bot.changes(calendar=TWO_EYES)
    await bot.waits(hours=2)
    assert "Come along." not in bot.sends(LOBBY)
    assert "nobody has agreed" in bot.sends(STAFF)[-1]


async def test_the_style_guide_and_the_mix_hold_it_back_only_when_somebody_has_to_agree(town):
    guide, mix = Guide(banned={"come along": "join us"}), Mix(owned=True)
    bot = await town(calendar=TWO_EYES, style=guide, mix=mix)
    await writes(bot)
    await bot.presses(MOD, "button-post-submit")
    await bot.asks(BOSS, "post show", STAFF, number=1)
    said = await bot.presses(BOSS, "button-post-approve")
    assert "join us" in said
    assert "Nobody answers for it" in said
    assert (await post(bot)).state is PostState.REVIEW
    bot.changes(calendar=Plan(), style=guide, mix=mix)
    assert "join us" in await writes(bot, title="Second")
    await bot.presses(MOD, "button-post-schedule")
    assert (await post(bot, 2)).state is PostState.SCHEDULED


async def test_what_failed_in_one_place_is_tried_again_there_alone(town):
    bot = await town()
    await writes(bot)
    await bot.presses(MOD, "button-post-schedule")
    bot.discord.fails(Send, Refused(Refusal.FORBIDDEN))
    await bot.waits(hours=2)
    assert await copies(bot) == {LOBBY: CopyState.SENT, D_LOBBY: CopyState.FAILED}
    assert (await post(bot)).state is PostState.FAILED
    assert "1 of 2" in bot.sends(STAFF)[-1]
    await bot.presses(MOD, "button-post-show", STAFF)
    await bot.presses(MOD, "button-post-retry")
    await bot.waits(seconds=1)
    assert bot.sends(LOBBY).count("Come along.") == bot.sends(D_LOBBY).count("Come along.") == 1
    assert (await post(bot)).state is PostState.PUBLISHED


async def test_every_copy_is_changed_and_taken_away_at_once(town):
    bot = await town()
    await writes(bot)
    await bot.presses(MOD, "button-post-schedule")
    await bot.waits(hours=2)
    await bot.asks(MOD, "post show", STAFF, number=1)
    await bot.presses(MOD, "button-post-change")
    await bot.fills(MOD, title="Hello", text="Come tomorrow.", when="")
    await bot.waits(seconds=1)
    assert len(bot.did(Edit)) == 2
    await bot.asks(MOD, "post show", STAFF, number=1)
    await takes_away(bot)


async def test_in_a_storm_posts_wait_and_go_out_afterwards(town):
    bot = await town()
    await writes(bot)
    await bot.presses(MOD, "button-post-schedule")
    bot.engine.communities.set_crisis(bot.key, 2)
    await bot.waits(hours=2)
    await bot.waits(hours=1)
    assert "Come along." not in bot.sends(LOBBY)
    bot.engine.communities.set_crisis(bot.key, 0)
    await bot.waits(minutes=2)
    assert bot.sends(LOBBY).count("Come along.") == 1


async def held_by_a_storm(bot):
    bot.engine.communities.set_crisis(bot.key, 2)
    await bot.waits(hours=2)
    for _ in range(6):
        await bot.waits(minutes=2)


async def test_what_a_storm_holds_up_is_not_late_when_its_words_are_mended_meanwhile(town):
    bot = await town(calendar=Plan(missed=Missed.SKIP))
    await writes(bot)
    await bot.presses(MOD, "button-post-schedule")
    await held_by_a_storm(bot)
    await bot.asks(MOD, "post show", STAFF, number=1)
    await bot.presses(MOD, "button-post-change")
    await bot.fills(MOD, title="Hello", text="Come along!", when="")
    bot.engine.communities.set_crisis(bot.key, 0)
    await bot.waits(minutes=2)
    assert bot.sends(LOBBY).count("Come along!") == 1


async def test_what_a_storm_holds_up_is_not_late_when_the_config_says_it_otherwise_meanwhile(town):
    week = Standing("week", "daily 14:00", ("lobby",), Localised({"en": "What are you making?"}))
    bot = await town(calendar=Plan(missed=Missed.SKIP, standing=(week,)))
    await held_by_a_storm(bot)
    home = bot.engine.communities.get(bot.key).community
    other = replace(week, text=Localised({"en": "What did you break?"}))
    await bot.engine.reconfigure(replace(home, calendar=Plan(missed=Missed.SKIP, standing=(other,))))
    await bot.engine.ready(bot.telegram)
    bot.engine.communities.set_crisis(bot.key, 0)
    await bot.waits(minutes=2)
    assert bot.sends(LOBBY).count("What did you break?") == 1


async def test_what_somebody_agreed_to_late_goes_out_then(town):
    bot = await town(calendar=Plan(approval=True, missed=Missed.SKIP))
    await writes(bot)
    await bot.presses(MOD, "button-post-submit")
    await bot.waits(hours=3)
    await bot.asks(BOSS, "post show", STAFF, number=1)
    await bot.presses(BOSS, "button-post-approve")
    await bot.waits(seconds=1)
    assert bot.sends(LOBBY).count("Come along.") == 1


async def test_quiet_hours_end_before_it_is_said(town):
    bot = await town(calendar=Plan(quiet=(time(13), time(20))))
    await writes(bot)
    await bot.presses(MOD, "button-post-schedule")
    await bot.waits(hours=2)
    assert "Come along." not in bot.sends(LOBBY)
    await bot.waits(hours=6)
    assert bot.sends(LOBBY).count("Come along.") == 1


@pytest.mark.parametrize(
    ("missed", "said", "state"),
    [(Missed.LATE, 1, PostState.PUBLISHED), (Missed.SKIP, 0, PostState.WITHDRAWN), (Missed.ASK, 0, PostState.MISSED)],
)
async def test_what_was_due_while_the_bot_was_away(town, missed, said, state):
    bot = await town(calendar=Plan(missed=missed))
    await writes(bot)
    await bot.presses(MOD, "button-post-schedule")
    await bot.waits(hours=9)
    assert bot.sends(LOBBY).count("Come along.") == said
    assert (await post(bot)).state is state


async def test_who_is_asked_can_still_publish_it(town):
    bot = await town(calendar=Plan(missed=Missed.ASK))
    await writes(bot)
    await bot.presses(MOD, "button-post-schedule")
    await bot.waits(hours=9)
    await bot.presses(MOD, "button-post-show", STAFF)
    await bot.presses(MOD, "button-post-publish")
    await bot.waits(seconds=1)
    assert bot.sends(LOBBY).count("Come along.") == 1


async def test_words_for_one_language_and_one_messenger(town):
    bot = await town()
    await writes(bot)
    for words in ({"language": "pl", "text": "Chodź."}, {"messenger": "discord", "text": "Come, guild."}):
        await bot.asks(MOD, "post show", STAFF, number=1)
        await bot.presses(MOD, "button-post-word")
        await bot.fills(MOD, **words)
    await bot.presses(MOD, "button-post-schedule")
    await bot.waits(hours=2)
    assert bot.sends(LOBBY)[-1] == "Come along."
    assert bot.sends(D_LOBBY)[-1] == "Come, guild."
    await bot.asks(MOD, "post show", STAFF, number=1)
    await bot.presses(MOD, "button-post-word")
    assert "languages" in await bot.fills(MOD, language="xx", text="?")


async def test_posts_of_the_config_come_change_and_go_with_it(town):
    week = Standing("week", "daily 18:00", ("lobby",), Localised({"en": "What are you making?"}))
    bot = await town(calendar=Plan(standing=(week,), approval=True))
    await bot.waits(days=1)
    assert bot.sends(LOBBY).count("What are you making?") == 1
    home = bot.engine.communities.get(bot.key).community
    other = replace(week, text=Localised({"en": "What did you break?"}))
    await bot.engine.reconfigure(replace(home, calendar=Plan(standing=(other,))))
    await bot.engine.outbox.idle()
    await bot.waits(days=1)
    assert bot.sends(LOBBY).count("What did you break?") == 1
    await bot.engine.reconfigure(replace(home, calendar=Plan()))
    await bot.waits(days=2)
    assert bot.sends(LOBBY).count("What did you break?") == 1
    assert (await post(bot)).state is PostState.WITHDRAWN


async def test_a_post_of_the_config_that_was_withdrawn_stays_so_until_its_entry_changes(town):
    week = Standing("week", "daily 18:00", ("lobby",), Localised({"en": "What are you making?"}))
    bot = await town(calendar=Plan(standing=(week,)))
    home = bot.engine.communities.get(bot.key).community

    async def reads(*standing):
        await bot.engine.reconfigure(replace(home, calendar=Plan(standing=standing)))
        await bot.engine.ready(bot.telegram)

    await bot.asks(MOD, "post show", STAFF, number=1)
    await bot.presses(MOD, "button-post-withdraw")
    await reads(week)
    await bot.waits(days=1)
    assert (await post(bot)).state is PostState.WITHDRAWN
    assert "What are you making?" not in bot.sends(LOBBY)
    await reads(replace(week, text=Localised({"en": "What did you break?"})))
    await bot.waits(days=1)
    assert bot.sends(LOBBY).count("What did you break?") == 1
    await bot.asks(MOD, "post show", STAFF, number=1)
    await bot.presses(MOD, "button-post-withdraw")
    await reads()
    await reads(week)
    await bot.waits(days=1)
    assert bot.sends(LOBBY).count("What are you making?") == 1


async def test_nobody_slips_other_words_into_a_post_that_the_config_agreed_to(town):
    week = Standing("week", "daily 18:00", ("lobby",), Localised({"en": "What are you making?"}))
    bot = await town(calendar=Plan(standing=(week,), approval=True))
    assert "changed there" in await bot.asks(MOD, "post show", STAFF, number=1)
    with pytest.raises(AssertionError, match="no button"):
        bot.button("button-post-change", STAFF)
    await writes(bot, title="Second")
    await bot.presses(MOD, "button-post-change")
    typed = await post(bot, 2)
    taken = Decision(rows=(replace(typed, source=f"{CONFIG}other"),))
    await bot.store.ledger.commit(bot.key, "", taken, bot.clock.now())
    assert "changed there" in await bot.fills(MOD, title="Second", text="Buy this.", when="")
    assert (await post(bot, 2)).wordings == typed.wordings


async def test_a_post_of_the_config_follows_the_clock_of_its_community(town):
    week = Standing("week", "daily 18:00", ("lobby",), Localised({"en": "What are you making?"}))
    bot = await town(calendar=Plan(standing=(week,)))
    await bot.asks(MOD, "post show", STAFF, number=1)
    home = bot.engine.communities.get(bot.key).community
    await bot.engine.reconfigure(replace(home, timezone="America/New_York"))
    await bot.engine.ready(bot.telegram)
    assert (await post(bot)).at == NOON.replace(hour=23)
    before = await post(bot)
    await bot.engine.ready(bot.discord)
    assert await post(bot) == before


async def test_what_changes_besides_its_entry_brings_no_withdrawn_post_back(town):
    week = Standing("week", "daily 18:00", ("lobby",), Localised({"en": "What are you making?"}))
    bot = await town(calendar=Plan(standing=(week,)))
    await bot.asks(MOD, "post show", STAFF, number=1)
    await bot.presses(MOD, "button-post-withdraw")
    home = bot.engine.communities.get(bot.key).community
    other = Plan(standing=(week,), missed=Missed.SKIP)
    await bot.engine.reconfigure(replace(home, timezone="America/New_York", calendar=other))
    await bot.engine.ready(bot.telegram)
    assert ((await post(bot)).state, (await post(bot)).missed) == (PostState.WITHDRAWN, Missed.SKIP)
    await bot.waits(days=2)
    assert "What are you making?" not in bot.sends(LOBBY)


async def test_what_was_published_by_hand_is_not_published_again_by_a_start(town):
    week = Standing("week", "daily 18:00", ("lobby",), Localised({"en": "What are you making?"}))
    bot = await town(calendar=Plan(standing=(week,)))
    await bot.asks(MOD, "post show", STAFF, number=1)
    await bot.presses(MOD, "button-post-publish")
    await bot.waits(seconds=1)
    await bot.engine.ready(bot.telegram)
    await bot.waits(hours=8)
    assert bot.sends(LOBBY).count("What are you making?") == 1


async def test_a_post_that_comes_again_can_be_taken_away_where_it_stands(town):
    bot = await town()
    await writes(bot, when="daily 18:00")
    await bot.presses(MOD, "button-post-schedule")
    await bot.waits(hours=6)
    await bot.asks(MOD, "post show", STAFF, number=1)
    await bot.presses(MOD, "button-post-withdraw")
    await takes_away(bot)


async def test_a_published_post_with_another_time_goes_out_once_more(town):
    bot = await town()
    await writes(bot)
    await bot.presses(MOD, "button-post-schedule")
    await bot.waits(hours=2)
    await bot.asks(MOD, "post show", STAFF, number=1)
    await bot.presses(MOD, "button-post-change")
    assert "A draft." in await bot.fills(MOD, title="Hello", text="Come again.", when="1h")
    await bot.presses(MOD, "button-post-schedule")
    await bot.waits(hours=1)
    assert [words for words in bot.sends(LOBBY) if "Come" in words] == ["Come along.", "Come again."]
    assert not bot.did(Edit)
    assert (await post(bot)).state is PostState.PUBLISHED


async def test_a_draft_whose_time_passed_does_not_go_out_at_once_when_it_is_scheduled(town):
    bot = await town()
    await writes(bot)
    await bot.waits(hours=3)
    assert "is over" in await bot.presses(MOD, "button-post-schedule")
    await bot.waits(seconds=1)
    assert (await post(bot)).state is PostState.DRAFT
    assert "Come along." not in bot.sends(LOBBY)


@pytest.mark.parametrize("plan", [Plan(), TWO_EYES])
async def test_what_comes_again_comes_at_its_next_time_however_long_the_draft_lay(town, plan):
    bot = await town(calendar=plan)
    await writes(bot, when="daily 13:00")
    await bot.presses(MOD, "button-post-submit" if plan.approval else "button-post-change")
    await bot.waits(hours=3)
    await bot.asks(BOSS, "post show", STAFF, number=1)
    await bot.presses(BOSS, "button-post-approve" if plan.approval else "button-post-schedule")
    await bot.waits(seconds=1)
    assert "Come along." not in bot.sends(LOBBY)
    await bot.waits(hours=22)
    assert bot.sends(LOBBY).count("Come along.") == 1


async def test_what_is_agreed_to_after_a_change_is_changed_where_it_stands_and_not_said_again(town):
    bot = await town(calendar=TWO_EYES)
    await writes(bot)
    await bot.presses(MOD, "button-post-submit")
    await bot.asks(BOSS, "post show", STAFF, number=1)
    await bot.presses(BOSS, "button-post-approve")
    await bot.waits(hours=2)
    await bot.asks(MOD, "post show", STAFF, number=1)
    await bot.presses(MOD, "button-post-change")
    await bot.fills(MOD, title="Hello", text="Come tomorrow.", when="")
    await bot.waits(seconds=1)
    assert not bot.did(Edit)
    await bot.presses(MOD, "button-post-submit")
    await bot.asks(BOSS, "post show", STAFF, number=1)
    await bot.presses(BOSS, "button-post-approve")
    await bot.waits(seconds=1)
    assert {shown.words for shown in (*bot.standing(LOBBY), *bot.standing(D_LOBBY))} == {"Come tomorrow."}
    assert len(bot.sends(LOBBY)) == len(bot.sends(D_LOBBY)) == 1
    assert (await post(bot)).state is PostState.PUBLISHED


async def test_a_repetition_is_understood_as_people_say_it_in_their_language(town):
    bot = await town()
    await writes(bot, when="w każdy poniedziałek o 10:00")
    assert (await post(bot)).rule == "FREQ=WEEKLY;BYDAY=MO"


async def test_a_post_of_the_config_that_came_to_its_end_does_not_begin_again(town):
    thrice = Standing("thrice", "FREQ=DAILY;COUNT=3 18:00", ("lobby",), Localised({"en": "Three days only."}))
    bot = await town(calendar=Plan(standing=(thrice,)))
    for day in range(8):
        if day == 4:
            await bot.engine.ready(bot.telegram)
        await bot.waits(days=1)
    assert bot.sends(LOBBY).count("Three days only.") == 3


async def test_the_calendar_shows_a_month_and_turns_its_pages(town):
    bot = await town()
    await writes(bot, when="daily 18:00")
    await bot.presses(MOD, "button-post-schedule")
    await writes(bot, title="Once", when="2h")
    shown = await bot.asks(MOD, "calendar", STAFF, span="week")
    assert "#1 Hello" in shown
    assert "#2 Once" in shown
    assert "#2 Once" not in await bot.presses(MOD, "button-calendar-on")
    assert "The year" in await bot.presses(MOD, "button-calendar-year")


async def test_drafts_are_listed_and_a_stale_card_is_shown_anew(town):
    bot = await town()
    assert "Nothing waits" in await bot.asks(MOD, "post drafts", STAFF)
    await writes(bot)
    first = bot.button("button-post-withdraw")[0].token
    await bot.asks(MOD, "post show", STAFF, number=1)
    await bot.presses(MOD, "button-post-schedule")
    await bot.presses_token(MOD, first, STAFF)
    assert (await post(bot)).state is PostState.SCHEDULED
    assert "There is no post 9" in await bot.asks(MOD, "post show", STAFF, number=9)
    await writes(bot, title="Second")
    assert "2 · Second" in await bot.asks(MOD, "post drafts", STAFF)
