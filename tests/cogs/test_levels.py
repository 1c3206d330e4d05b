"""Who waits too long is noticed: reminders to the owner, the team and the managers, each once, in open hours only."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.core.actions import Whisper
from bot.core.conversations import Priority
from bot.core.decisions import decide
from bot.core.events import MemberLeft
from bot.core.levels import Goal, Matter
from bot.core.people import Rank
from bot.core.text import Localised, say
from bot.domain.care.hours import Hours, Shift
from bot.domain.care.levels import LADDER, Levels, Targets
from bot.runtime.care import Category, Inbox
from tests.build import ANN, BOSS, MOD, direct, person, post
from tests.fakes.clock import StillClock
from tests.fakes.town import CY, LOBBY, MANAGERS, STAFF, WITH_MANAGERS, messengers

FOUR = Levels(usual=Targets(timedelta(hours=4)), steps=LADDER)
WARSAW = ZoneInfo("Europe/Warsaw")
OFFICE = Hours(WARSAW, (Shift(frozenset(range(5)), time(9), time(17)),), frozenset({date(2026, 12, 25)}))


async def opened(town, levels=FOUR, **more):
    places = more.pop("places", WITH_MANAGERS)
    return await town(places=places, inbox=Inbox(levels=levels, **more.pop("inbox", {})), **more)


async def writes(bot, text="I cannot get in", who=ANN):
    return await bot.says(who, text, direct(who.user))


async def answers(bot, text="Try the key", number=1):
    await bot.asks(MOD, "claim", STAFF, conversation=number)
    await bot.presses(MOD, "button-reply", STAFF)
    await bot.fills(MOD, place=STAFF, answer=text)
    await bot.waits(seconds=11)


def reminders(bot):
    """Everything that reminds, in order: of which person or place, and what it says."""
    told = [e for e in bot.ledger if (e.worked and "It was due by" in e.words)]
    return [getattr(e.action, "user", None) or e.action.place for e in told]


# --- as it is without a word in the config


async def test_by_default_there_is_one_reminder_after_a_day(town):
    bot = await town()
    await writes(bot)
    await bot.waits(hours=23, minutes=59)
    assert reminders(bot) == []
    await bot.waits(minutes=1)
    assert reminders(bot) == [STAFF]
    assert "Conversation 1 with Ann waits for an answer" in bot.sends(STAFF)[-1]
    assert "Nobody takes care of it" in bot.sends(STAFF)[-1]
    await bot.waits(days=5)
    assert reminders(bot) == [STAFF]


async def test_an_answer_in_time_needs_no_reminder(town):
    bot = await town()
    await writes(bot)
    await answers(bot)
    await bot.waits(days=3)
    assert reminders(bot) == []
    deadline = await bot.store.timekeeping.deadlines.find(bot.key, Matter.CONVERSATION, 1, Goal.ANSWER)
    assert deadline.ended_at < deadline.due


async def test_what_is_reopened_has_a_deadline_again(town):
    bot = await town()
    await writes(bot)
    await answers(bot)
    await bot.asks(MOD, "resolve", STAFF, conversation=1)
    await bot.waits(days=3)
    await writes(bot, "it is stuck again")
    await bot.waits(days=1)
    assert reminders(bot) == [STAFF]


async def test_what_the_bot_answered_needs_nobody_until_she_asks_for_a_person(town):
    bot = await town()

    async def first(scene, talk, entry):
        return decide(Whisper(talk.person, say("plain", text="Look at the door")))

    bot.engine.first_tries.add(first)
    await writes(bot)
    await bot.waits(days=2)
    assert reminders(bot) == []
    await writes(bot, "a person, please")
    await bot.waits(days=1)
    assert reminders(bot) == [STAFF]


# --- the ladder


async def test_the_owner_the_team_and_the_managers_hear_of_it_each_once(town):
    bot = await opened(town)
    await writes(bot)
    await bot.asks(MOD, "claim", STAFF, conversation=1)
    await bot.waits(hours=3)
    assert reminders(bot) == [MOD.user]
    await bot.waits(hours=1)
    assert reminders(bot) == [MOD.user, STAFF]
    assert "Mo, can you look?" in bot.sends(STAFF)[-1]
    await bot.waits(hours=2)
    assert reminders(bot) == [MOD.user, STAFF, MANAGERS]
    await bot.waits(days=4)
    assert len(reminders(bot)) == 3


async def test_without_a_place_for_managers_each_hears_it_in_private(town):
    bot = await opened(town, places={"lobby": WITH_MANAGERS["lobby"], "staff": WITH_MANAGERS["staff"]})
    await writes(bot)
    await bot.waits(hours=6)
    assert reminders(bot) == [STAFF, BOSS.user]


async def test_without_an_owner_the_first_to_hear_is_the_team(town):
    bot = await opened(town)
    await writes(bot)
    await bot.waits(hours=3, minutes=59)
    assert reminders(bot) == []
    await bot.waits(minutes=1)
    assert reminders(bot) == [STAFF]


async def test_categories_have_targets_of_their_own(town):
    levels = replace(FOUR, own={"money": Targets(timedelta(minutes=30))})
    bot = await opened(town, levels, inbox={"categories": {"money": Category("money", Localised({"en": "Money"}))}})
    await bot.asks(ANN, "ask", direct(ANN.user))
    await bot.presses(ANN, "Money", direct(ANN.user))
    await bot.fills(ANN, text="paid twice")
    await bot.waits(minutes=30)
    assert reminders(bot) == [STAFF]


async def test_what_is_answered_but_not_resolved_has_a_target_too_and_rests_while_it_is_her_turn(town):
    levels = replace(FOUR, usual=Targets(timedelta(hours=4), timedelta(days=2)))
    bot = await opened(town, levels)
    await writes(bot)
    await answers(bot)
    await bot.waits(days=9)
    assert reminders(bot) == []
    await writes(bot, "it did not help")
    await bot.waits(seconds=1)
    assert reminders(bot) == [MOD.user, STAFF, MANAGERS]
    assert "is not resolved" in bot.sends(STAFF)[-1]


async def test_a_snooze_puts_reminders_off(town):
    bot = await opened(town)
    await writes(bot)
    await bot.asks(MOD, "claim", STAFF, conversation=1)
    await bot.presses(MOD, "button-snooze", STAFF)
    await bot.waits(hours=2)
    await bot.presses(MOD, "button-snooze", STAFF)
    await bot.waits(hours=1, minutes=59)
    assert reminders(bot) == []
    await bot.waits(minutes=1)
    assert reminders(bot) == [MOD.user, STAFF]


async def test_merged_and_blocked_conversations_remind_nobody(town):
    bot = await opened(town)
    await writes(bot)
    await bot.asks(MOD, "block", STAFF, conversation=1)
    await bot.waits(days=2)
    assert reminders(bot) == []


async def test_a_complaint_about_a_message_has_the_same_deadlines(town):
    bot = await opened(town)
    await bot.asks(ANN, "report", message=post("blorp", by=CY), text="rude")
    await bot.waits(hours=4)
    assert reminders(bot) == [STAFF]
    assert "Complaint 1 waits for a decision" in bot.sends(STAFF)[-1]
    await bot.asks(MOD, "reply", STAFF, answer="What happened before?", conversation=1)
    await bot.waits(hours=2)
    assert reminders(bot) == [STAFF, MANAGERS], "an answer is no decision"
    await bot.presses(MOD, "button-decline", STAFF)
    await bot.waits(days=3)
    assert reminders(bot) == [STAFF, MANAGERS]


async def test_only_managers_hear_of_a_complaint_about_a_moderator(town):
    bot = await opened(town)
    await bot.asks(ANN, "report", message=post("blorp", by=MOD), text="rude")
    await bot.waits(hours=6)
    assert reminders(bot) == [MANAGERS, MANAGERS]


# --- hours, clocks and restarts


async def test_time_counts_while_the_community_is_open(town):
    clock = StillClock(datetime(2026, 12, 24, 15, tzinfo=UTC))  # 16:00 in Warsaw, on the eve of a holiday
    bot = await opened(town, replace(FOUR, hours=OFFICE), clock=clock)
    await writes(bot)
    await bot.waits(days=3, hours=19, minutes=59)
    assert reminders(bot) == []
    await bot.waits(minutes=1)  # Monday, 12:00: one hour on Thursday, three today
    assert reminders(bot) == [STAFF]


async def test_a_change_of_the_clocks_moves_no_deadline_of_the_day(town):
    clock = StillClock(datetime(2026, 3, 27, 15, tzinfo=UTC))  # Friday, 16:00 in Warsaw; on Sunday clocks jump
    bot = await opened(town, replace(FOUR, hours=OFFICE), clock=clock)
    await writes(bot)
    await bot.waits(days=2, hours=18, minutes=59)
    assert reminders(bot) == []
    await bot.waits(minutes=1)  # Monday, 12:00 in Warsaw is 10:00 UTC now
    assert reminders(bot) == [STAFF]


async def test_what_came_due_while_the_bot_was_down_is_told_once_at_the_start(town, tmp_path):
    inbox = Inbox(levels=FOUR)
    bot = await town(file=tmp_path / "town.db", places=WITH_MANAGERS, inbox=inbox)
    await writes(bot)
    await bot.asks(MOD, "claim", STAFF, conversation=1)
    bot.clock.pass_by(hours=5)
    again = await town(file=tmp_path / "town.db", places=WITH_MANAGERS, inbox=inbox, clock=bot.clock)
    await again.waits(seconds=1)
    assert reminders(again) == [MOD.user, STAFF]
    third = await town(file=tmp_path / "town.db", places=WITH_MANAGERS, inbox=inbox, clock=bot.clock)
    await third.waits(minutes=59)
    assert reminders(third) == []
    await third.waits(minutes=1)
    assert reminders(third) == [MANAGERS]


# --- who may be pinged


async def test_who_is_off_duty_is_not_pinged_and_the_next_one_is(town):
    mia = person("Mia", "88", Rank.MODERATOR)
    platforms = messengers()
    platforms[0].members[LOBBY.space, mia.user] = platforms[0].members[STAFF.space, mia.user] = mia
    bot = await opened(town, platforms=platforms)
    assert "on duty now, from 09:00 to 17:00" in await bot.asks(mia, "duty", hours="09:00-17:00")
    await writes(bot)
    await bot.asks(MOD, "claim", STAFF, conversation=1)
    assert "off duty until" in await bot.asks(MOD, "duty", hours="off")
    await bot.waits(hours=3)
    assert reminders(bot) == [STAFF]
    assert "Mo takes care of it." in bot.sends(STAFF)[-1]
    assert "Mia, can you look?" in bot.sends(STAFF)[-1]


async def test_whoever_left_the_team_loses_what_she_owned_and_the_others_hear_it(town):
    bot = await opened(town)
    await writes(bot)
    await bot.asks(MOD, "claim", STAFF, conversation=1)
    for space in (LOBBY.space, STAFF.space):
        bot.telegram.members[space, MOD.user] = replace(MOD, rank=Rank.MEMBER)
    await bot.waits(hours=4)
    talk = await bot.store.conversations.find(bot.key, 1)
    assert talk.owner is None
    assert any("Mo" in words and "conversation 1" in words for words in bot.sends(STAFF))
    assert reminders(bot) == [STAFF]


async def test_a_moderator_who_leaves_frees_what_she_owned(town):
    bot = await opened(town)
    await writes(bot)
    await bot.asks(MOD, "claim", STAFF, conversation=1)
    await bot.take(MemberLeft("left/1", STAFF.space, MOD.user, bot.clock.now()))
    await bot.waits(hours=4)
    assert reminders(bot) == [STAFF]
    assert "Nobody takes care of it" in bot.sends(STAFF)[-1]


# --- the list of the day


async def test_what_is_not_urgent_waits_for_the_list_of_the_day(town):
    bot = await opened(town, replace(FOUR, digest=time(9)))
    await writes(bot)
    await bot.says(CY, "me too", direct(CY.user))
    await bot.asks(MOD, "claim", STAFF, conversation=2)
    await bot.waits(hours=5)
    assert reminders(bot) == []
    await bot.waits(hours=16)
    listed = bot.sends(STAFF)[-1].splitlines()
    assert listed[0] == "2 matters wait for the team:"
    assert [line.startswith("Overdue: #") for line in listed[1:]] == [True, True]
    assert "Ann · -" in listed[1]
    assert "Cy · Mo" in listed[2]
    assert reminders(bot) == [MANAGERS, MANAGERS]


async def test_urgent_matters_ping_at_once_all_the_same(town):
    bot = await opened(town, replace(FOUR, digest=time(9)))
    await writes(bot)
    await bot.asks(MOD, "claim", STAFF, conversation=1)
    talk = await bot.store.conversations.find(bot.key, 1)
    await bot.store.ledger.commit(bot.key, "", decide(rows=(replace(talk, priority=Priority.URGENT),)), bot.clock.now())
    await bot.waits(hours=4)
    assert reminders(bot) == [MOD.user, STAFF]


async def test_a_day_without_anything_has_no_list_and_a_missed_one_comes_once(town, tmp_path):
    inbox = Inbox(levels=replace(FOUR, digest=time(9)))
    bot = await town(file=tmp_path / "town.db", places=WITH_MANAGERS, inbox=inbox)
    await bot.waits(days=1)
    assert bot.sends(STAFF) == []
    await writes(bot)
    bot.clock.pass_by(days=2, hours=1)
    again = await town(file=tmp_path / "town.db", places=WITH_MANAGERS, inbox=inbox, clock=bot.clock)
    await again.waits(seconds=1)
    await again.waits(seconds=1)
    assert sum("waits for the team" in words for words in again.sends(STAFF)) == 1
    again.changes(inbox=Inbox())
    await again.waits(days=2)
    assert sum("waits for the team" in words for words in again.sends(STAFF)) == 1


async def test_the_list_counts_what_it_does_not_show_and_names_late_complaints(town):
    bot = await opened(town, replace(FOUR, digest=time(9)))
    for number in range(12):
        await writes(bot, who=person(f"P{number}", f"9{number}"))
    await bot.asks(ANN, "report", message=post("blorp", by=CY), text="rude")
    await bot.waits(hours=21)
    listed = bot.sends(STAFF)[-1].splitlines()
    assert listed[0] == "13 matters wait for the team:"
    assert listed[-1] == "And 3 more: /inbox shows them."
