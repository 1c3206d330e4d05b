"""A moderator promises to be back by a time; the member knows, and it is not forgotten, also over a restart."""

from dataclasses import replace

from bot.core.capabilities import Capability
from bot.core.decisions import decide
from bot.core.ids import DISCORD
from bot.core.levels import PromiseState
from bot.core.linking import Linked
from bot.core.people import Rank
from bot.core.terms import parse_term
from tests.build import ANN, MOD, direct
from tests.fakes.town import D_STAFF, DANA, DORA, LOBBY, PLACES, STAFF, messengers


async def writes(bot, text="I cannot get in", who=ANN):
    await bot.says(who, text, direct(who.user))


async def promises(bot, text="15:00", who=MOD, number=1):
    return await bot.asks(who, "promise", STAFF, until=parse_term(text), conversation=number)


async def word(bot, number=1):
    return await bot.store.timekeeping.promises.find(bot.key, number)


def told_the_team(bot):
    return [words for words in bot.sends(STAFF) if "promised" in words]


async def test_the_member_is_told_in_her_language_and_the_team_too(town):
    bot = await town()
    await writes(bot, who=replace(ANN, locale="pl"))
    assert "Mo promised an answer in conversation 1 by 2026-01-01 15:00 UTC" in await promises(bot)
    assert (
        bot.told(ANN.user)[-1]
        == "Ktoś z zespołu społeczności Riverside się tym zajmuje; odezwiemy się do 2026-01-01 15:00 UTC."
    )
    talk = await bot.store.conversations.find(bot.key, 1)
    assert talk.owner == MOD.user
    assert "Mo takes care of it." in bot.standing(STAFF)[0].words


async def test_the_owner_is_reminded_before_and_the_team_when_it_is_broken_each_once(town):
    bot = await town()
    await writes(bot)
    await promises(bot)
    await bot.waits(hours=2, minutes=49)
    assert bot.told(MOD.user) == []
    await bot.waits(minutes=1)
    assert bot.told(MOD.user) == ["Ann was promised an answer in conversation 1 by 2026-01-01 15:00 UTC."]
    await bot.waits(minutes=10)
    assert told_the_team(bot) == [
        "Mo promised Ann an answer in conversation 1; the time is over. Could somebody look, please?"
    ]
    assert (await word(bot)).state is PromiseState.BROKEN
    await bot.waits(hours=9)
    assert len(told_the_team(bot)) == 1


async def test_an_answer_in_time_keeps_it(town):
    bot = await town()
    await writes(bot)
    await promises(bot)
    await bot.presses(MOD, "button-reply", STAFF)
    await bot.fills(MOD, place=STAFF, answer="Try the key")
    await bot.waits(seconds=11)
    assert (await word(bot)).state is PromiseState.KEPT
    await bot.waits(hours=5)
    assert bot.told(MOD.user) == []
    assert told_the_team(bot) == []


async def test_what_was_written_before_the_promise_does_not_keep_it(town):
    bot = await town()
    await writes(bot)
    await bot.presses(MOD, "button-reply", STAFF)
    await bot.fills(MOD, place=STAFF, answer="Let me see")
    bot.clock.pass_by(seconds=1)
    await promises(bot)
    await bot.waits(seconds=11)
    assert (await word(bot)).state is PromiseState.OPEN


async def test_a_newer_promise_takes_the_place_of_the_older_and_resolving_ends_it(town):
    bot = await town()
    await writes(bot)
    await promises(bot, "1h")
    await promises(bot, "tomorrow 10:00")
    await bot.waits(hours=2)
    assert told_the_team(bot) == []
    await bot.asks(MOD, "resolve", STAFF, conversation=1)
    assert (await word(bot)).state is PromiseState.KEPT
    await bot.waits(days=2)
    assert told_the_team(bot) == []


async def test_it_goes_on_in_the_conversation_that_it_was_merged_into(town):
    platforms = messengers()
    for platform in platforms:
        platform.can = replace(platform.can, has=platform.can.has | {Capability.THREADS})
    bot = await town(platforms=platforms, places={**PLACES, "inbox": {DISCORD: "#staff"}})
    await writes(bot)
    first = next(iter(bot.discord.threads))
    await writes(bot, "from here too", who=DANA)
    linked = decide(rows=[Linked(who.user, "p", bot.clock.now()) for who in (ANN, DANA)])
    await bot.store.ledger.commit(bot.key, "", linked, bot.clock.now())
    await bot.asks(DORA, "promise", first, until=parse_term("1h"))
    assert "goes on in number 2" in await bot.asks(DORA, "merge", first, into=2)
    assert ((await word(bot, 1)).state, (await word(bot, 2)).state) == (PromiseState.KEPT, PromiseState.OPEN)
    await bot.waits(hours=1)
    assert [words for words in bot.sends(D_STAFF) if "promised" in words] == [
        "Dora promised Dana an answer in conversation 2; the time is over. Could somebody look, please?"
    ]


async def test_it_survives_a_restart_and_what_is_overdue_is_told_once(town, tmp_path):
    bot = await town(file=tmp_path / "town.db")
    await writes(bot)
    await promises(bot, "1h")
    again = await town(file=tmp_path / "town.db", clock=bot.clock)
    await again.waits(hours=1, minutes=1)
    assert len(told_the_team(again)) == 1
    third = await town(file=tmp_path / "town.db", clock=bot.clock)
    await third.waits(hours=1)
    assert told_the_team(third) == []


async def test_who_is_off_duty_or_gone_is_not_pinged_but_the_team_hears_it(town):
    bot = await town()
    await writes(bot)
    await promises(bot)
    await bot.asks(MOD, "duty", hours="off")
    await bot.waits(hours=2, minutes=50)
    assert not [words for words in bot.told(MOD.user) if "promised" in words]
    assert len(told_the_team(bot)) == 1
    await bot.asks(MOD, "duty", hours="on")
    await promises(bot, "1h")
    for space in (LOBBY.space, STAFF.space):
        bot.telegram.members[space, MOD.user] = replace(MOD, rank=Rank.MEMBER)
    await bot.waits(minutes=50)
    assert len(told_the_team(bot)) == 2


async def test_what_cannot_be_promised_is_said(town):
    bot = await town()
    assert "No conversation" in await promises(bot)
    await writes(bot)
    assert "in the next" in await promises(bot, "forever")
    assert "in the next" in await promises(bot, "60d")
    assert "Only the staff" in await bot.asks(DANA, "promise", until=parse_term("1h"), conversation=1)
