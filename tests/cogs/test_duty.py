"""Moderators say when they are on duty; new conversations go to whoever has the fewest, where the config says so."""

from dataclasses import replace

import pytest

from bot.core.conversations import TalkState
from bot.core.decisions import decide
from bot.core.linking import Linked
from bot.core.people import Rank
from bot.core.text import Localised
from bot.domain.care.department import Department
from bot.domain.care.levels import Levels
from bot.runtime.care import Category, Inbox
from bot.runtime.community import Team
from tests.build import ANN, BOB, BOSS, MOD, direct, person
from tests.fakes.town import CY, D_STAFF, DORA, GUILD, LOBBY, STAFF, messengers

MIA = person("Mia", "88", Rank.MODERATOR)
BALANCED = Levels(balanced=True)


@pytest.fixture
def shift(town):
    async def shift(**more):
        platforms = messengers()
        for space in (LOBBY.space, STAFF.space):
            platforms[0].members[space, MIA.user] = MIA
        team = Team(managers=frozenset({BOSS.user}), moderator_ids=frozenset({MOD.user, MIA.user}))
        return await town(inbox=Inbox(levels=more.pop("levels", BALANCED)), platforms=platforms, team=team, **more)

    return shift


async def writes(bot, who=ANN, text="hello"):
    await bot.says(who, text, direct(who.user))
    await bot.waits(seconds=1)


async def owner(bot, number=1):
    return (await bot.store.conversations.find(bot.key, number)).owner


async def test_how_it_stands_is_told_and_can_be_said(shift):
    bot = await shift()
    assert "on duty now, in the community’s open hours" in await bot.asks(MOD, "duty")
    assert "off duty until" in await bot.asks(MOD, "duty", hours="off")
    assert "off duty until" in await bot.asks(MOD, "duty")
    assert "your hours are 22:00 to 07:00" in await bot.asks(MOD, "duty", hours="22:00-07:00")
    assert "/duty 09:00-17:00" in await bot.asks(MOD, "duty", hours="whenever")
    assert "on duty now, in" in await bot.asks(MOD, "duty", hours="on")


async def test_what_one_account_says_holds_for_the_person(shift):
    bot = await shift()
    linked = decide(rows=[Linked(who.user, "p", bot.clock.now()) for who in (MOD, DORA)])
    await bot.store.ledger.commit(bot.key, "", linked, bot.clock.now())
    await bot.asks(MOD, "duty", hours="off")
    assert "off duty until" in await bot.asks(DORA, "duty", D_STAFF)
    await bot.asks(DORA, "duty", D_STAFF, hours="on")
    assert "on duty now" in await bot.asks(MOD, "duty")


async def test_new_ones_go_to_the_fewest_and_among_equals_to_the_longest_idle(shift):
    bot = await shift()
    people = [person(f"P{number}", f"9{number}") for number in range(4)]
    for one in people:
        await writes(bot, one)
        bot.clock.pass_by(minutes=1)
    assert [await owner(bot, number) for number in (1, 2, 3, 4)] == [MOD.user, MIA.user, MOD.user, MIA.user]
    await bot.asks(MOD, "resolve", STAFF, conversation=1)
    await writes(bot, CY)
    assert await owner(bot, 5) == MOD.user
    assert bot.told(MOD.user)[0] == "Conversation 1 with P0 is yours: it is your turn."
    entries = await bot.store.conversations.entries(bot.key, 1)
    assert "assigned" in [entry.what for entry in entries]
    assert "Mo takes care of it." in bot.standing(STAFF)[0].words


async def test_nobody_off_duty_is_given_anything_and_it_waits_for_whoever_comes(shift):
    bot = await shift()
    await bot.asks(MOD, "duty", hours="off")
    await writes(bot)
    assert await owner(bot) == MIA.user
    await bot.asks(MIA, "duty", hours="off")
    await writes(bot, CY)
    assert await owner(bot, 2) is None
    await bot.asks(MOD, "duty", hours="on")
    await bot.waits(minutes=31)
    assert await owner(bot, 2) == MOD.user


async def test_what_is_claimed_meanwhile_or_resolved_stays_as_it_is(shift):
    bot = await shift()
    await bot.says(ANN, "hello", direct(ANN.user))
    await bot.asks(DORA, "claim", D_STAFF, conversation=1)
    await bot.says(CY, "hello", direct(CY.user))
    await bot.asks(MOD, "resolve", STAFF, conversation=2)
    await bot.waits(seconds=1)
    assert await owner(bot) == DORA.user
    assert (await bot.store.conversations.find(bot.key, 2)).state is TalkState.RESOLVED
    assert await owner(bot, 2) is None


async def test_without_a_word_in_the_config_nobody_is_given_anything(shift):
    bot = await shift(levels=Levels())
    await writes(bot)
    assert await owner(bot) is None
    bot.changes(inbox=Inbox(levels=BALANCED))
    await bot.says(CY, "hello", direct(CY.user))
    bot.changes(inbox=Inbox())
    await bot.waits(hours=1)
    assert await owner(bot, 2) is None


async def test_members_of_the_other_messenger_who_acted_lately_belong_to_the_team(shift):
    bot = await shift()
    await bot.asks(DORA, "duty", D_STAFF, hours="on")
    for who in (MOD, MIA):
        await bot.asks(who, "duty", hours="off")
    await writes(bot)
    assert await owner(bot) == DORA.user
    bot.discord.members[GUILD, DORA.user] = replace(DORA, rank=Rank.MEMBER)
    bot.clock.pass_by(minutes=1)
    await writes(bot, CY)
    assert await owner(bot, 2) is None


async def test_what_belongs_to_a_department_goes_to_its_people_and_only_while_they_are_on_duty(shift):
    doors = Department("doors", Localised({"en": "Doors"}), people=(MIA.user,))
    category = Category("doors", Localised({"en": "Doors"}), "doors")
    bot = await shift(departments={"doors": doors})
    bot.changes(inbox=Inbox(categories={"doors": category}, levels=BALANCED))

    async def asks(who):
        await bot.asks(who, "ask", direct(who.user))
        await bot.presses(who, "Doors", direct(who.user))
        await bot.fills(who, place=direct(who.user), text="stuck")
        await bot.waits(seconds=1)

    await asks(ANN)
    await asks(CY)
    assert [await owner(bot), await owner(bot, 2)] == [MIA.user, MIA.user]
    heard = [words for words in bot.told(MIA.user) if "Doors" in words]
    assert len(heard) == 2
    await bot.asks(MIA, "duty", hours="off")
    await asks(BOB)
    assert await owner(bot, 3) is None
    assert [words for words in bot.told(MIA.user) if "Doors" in words] == heard
