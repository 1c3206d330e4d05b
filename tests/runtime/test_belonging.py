"""Whose an event is, where one process serves two communities."""

from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import timedelta

from bot.core.decisions import Decision
from bot.core.ids import DISCORD, TELEGRAM, ChannelRef, Place, SpaceRef
from bot.core.linking import LinkCode
from bot.core.record import Timer
from bot.core.text import OneTime
from bot.runtime.codes import Codes
from tests.build import ANN, BOB, NOON, invoked, person
from tests.fakes.memory import MEMORY
from tests.fakes.platform import FakePlatform
from tests.fakes.town import LOBBY, PLACES, STAFF, messengers, open_town, riverside, words
from tests.runtime.shaky import Shaky

HILL = Place(ChannelRef(TELEGRAM, "21"), SpaceRef(TELEGRAM, "21"))
HILL_STAFF = Place(ChannelRef(TELEGRAM, "22"), SpaceRef(TELEGRAM, "22"))


async def two_towns(stack, file=MEMORY):
    first = riverside(words(), places={k: {TELEGRAM: v[TELEGRAM]} for k, v in PLACES.items()})
    hill = replace(
        riverside(words(), places={"lobby": {TELEGRAM: "#hill"}, "staff": {TELEGRAM: "#hill-staff"}}),
        key="hill",
        name="Hill",
    )
    platforms = messengers()
    platforms[0].places |= {"#hill": HILL, "#hill-staff": HILL_STAFF}
    platforms[0].members[HILL.space, BOB.user] = BOB
    del platforms[0].members[LOBBY.space, BOB.user]
    return await open_town(stack, first, hill, platforms=platforms, file=file, cogs=(Shaky,))


def direct(who):
    return Place(ChannelRef(who.user.platform, who.user.native))


async def test_each_space_belongs_to_one_community():
    async with AsyncExitStack() as stack:
        bot = await two_towns(stack)
        await bot.says(BOB, "blorp", HILL)
        assert (await bot.store.cases.of("hill", BOB.user))[0].number == 1
        assert await bot.cases(BOB.user) == ()
        assert bot.standing(HILL_STAFF)
        assert not bot.standing(STAFF)


async def test_a_private_button_finds_its_community_also_after_a_restart(tmp_path):
    async with AsyncExitStack() as stack:
        bot = await two_towns(stack, tmp_path / "bot.db")
        await bot.says(BOB, "blorp", HILL)
        button, _ = bot.button("button-appeal", direct(BOB))
    async with AsyncExitStack() as stack:
        bot = await two_towns(stack, tmp_path / "bot.db")
        await bot.presses_token(BOB, button.token, direct(BOB))
        await bot.fills(BOB, text="it was not me")
        assert await bot.store.fairness.appeals.find("hill", 1) is not None


async def test_who_was_banned_finds_the_community_of_her_case_in_private_and_by_her_code_on_the_other_messenger():
    async with AsyncExitStack() as stack:
        bot = await two_towns(stack)
        await bot.says(BOB, "blorp", HILL)
        for space in [key for key in bot.telegram.members if key[1] == BOB.user]:
            del bot.telegram.members[space]
        bot.engine.communities._seen_in.clear()
        await bot.asks(BOB, "appeal", direct(BOB), number=1, text="it was not me")
        assert await bot.store.fairness.appeals.find("hill", 1) is not None
        kept = LinkCode("ABCDE", BOB.user, "Bob", bot.clock.now() + timedelta(days=1))
        await bot.store.ledger.commit("hill", "", Decision(rows=(kept,)), bot.clock.now())
        code = Codes((bot.engine.parts.keys.current,)).spelt(OneTime("ABCDE"))
        stranger = person("Bobby", "999", on=DISCORD)
        assert "called Bob. Is it you?" in await bot.asks(stranger, "link", direct(stranger), link_code=code)


async def test_a_private_command_finds_the_community_that_knows_the_person():
    async with AsyncExitStack() as stack:
        bot = await two_towns(stack)
        assert "Hill" in await bot.asks(BOB, "help", direct(BOB))
        await bot.says(ANN, "hi")
        assert "Riverside" in await bot.asks(ANN, "help", direct(ANN))
        before = len(bot.ledger)
        stranger = replace(ANN, user=replace(ANN.user, native="999"))
        await bot.engine.take(replace_command(stranger))
        assert len(bot.ledger) == before


def replace_command(who):
    return invoked("help", who, direct(who))


async def test_a_button_of_one_community_is_foreign_in_the_other():
    async with AsyncExitStack() as stack:
        bot = await two_towns(stack)
        await bot.asks(ANN, "show", LOBBY)
        button, _ = bot.button("knock", LOBBY)
        assert "no longer works" in await bot.presses_token(BOB, button.token, HILL)


async def test_a_timer_of_a_community_that_is_not_served_does_nothing(town):
    bot = await town(cogs=(Shaky,))
    await bot.store.ledger.commit("elsewhere", "", Decision(rows=(Timer("shaky", "x", NOON),)), NOON)
    await bot.waits(seconds=1)
    assert not bot.ledger


async def test_without_any_community_an_invitation_is_not_answered():
    async with AsyncExitStack() as stack:
        platforms = (FakePlatform(TELEGRAM), messengers()[1])
        bot = await open_town(stack, platforms=platforms)
        bot.engine.communities._homes.clear()
        await bot.is_added(SpaceRef(TELEGRAM, "50"), ANN.user)
        assert not bot.ledger


async def test_only_so_many_people_are_remembered(monkeypatch):
    monkeypatch.setattr("bot.runtime.communities.MANY", 1)
    async with AsyncExitStack() as stack:
        bot = await two_towns(stack)
        await bot.says(ANN, "hi")
        await bot.says(BOB, "hi", HILL)
        assert bot.engine.communities._seen_in == {BOB.user: "hill"}
