"""Staff hear which rules lack a right: at the start, when rights are lost, and once."""

import asyncio
from dataclasses import replace
from itertools import count

from bot.core.capabilities import Capability
from bot.core.events import RightsChanged
from bot.domain.moderation.policy import Act, Do
from tests.fakes.town import D_LOBBY, D_STAFF, GUILD, LOBBY, STAFF, riverside, words

BAN = Do(Act.BAN)
_numbers = count(1)


def may_not(platform, *lost):
    platform.can = replace(platform.can, has=platform.can.has - set(lost))


async def rights_change(bot, space=GUILD, *, present=True):
    await bot.take(RightsChanged(f"changed/{next(_numbers)}", space, present, bot.clock.now()))


async def test_what_is_missing_at_the_start_is_told_with_rule_line_and_remedy(town):
    bot = await town(words(BAN, line=12), ready=False)
    may_not(bot.discord, Capability.BAN)
    await bot.engine.ready(bot.discord)
    await bot.engine.outbox.idle()
    (line,) = bot.sends(D_STAFF)
    assert "swearing (line 12)" in line
    assert "“Ban Members”" in line
    assert "Server Settings" in line


async def test_who_has_all_rights_hears_nothing(town):
    bot = await town(words(BAN))
    await rights_change(bot)
    await bot.engine.outbox.idle()
    assert not bot.sends(D_STAFF)
    assert not bot.sends(STAFF)


async def test_rights_lost_while_running_are_told_once_and_again_when_they_are_lost_again(town):
    bot = await town(words(BAN))
    before = bot.telegram.can
    may_not(bot.telegram, Capability.BAN)
    for _ in range(3):
        await rights_change(bot, LOBBY.space)
    assert len(bot.sends(STAFF)) == 1
    assert "Administrators" in bot.sends(STAFF)[0]
    bot.telegram.can = before
    await rights_change(bot, LOBBY.space)
    may_not(bot.telegram, Capability.BAN)
    await rights_change(bot, LOBBY.space)
    assert len(bot.sends(STAFF)) == 2


async def test_a_restart_does_not_tell_the_same_again(town, tmp_path):
    for _ in range(2):
        bot = await town(words(BAN), file=tmp_path / "town.db", ready=False)
        may_not(bot.discord, Capability.BAN)
        await bot.engine.ready(bot.discord)
        await bot.engine.outbox.idle()
    assert not bot.sends(D_STAFF)


async def test_the_filter_needs_a_right_only_where_it_is_on(town):
    bot = await town(words(), native_automod=True)
    may_not(bot.discord, Capability.FILTER)
    await rights_change(bot)
    assert any("“Manage Server”" in line for line in bot.sends(D_STAFF))


async def test_a_space_that_the_bot_has_left_and_one_without_staff_are_silent(town):
    bot = await town(words(BAN), places={"lobby": riverside().places["lobby"]})
    may_not(bot.discord, Capability.BAN)
    await rights_change(bot)
    await rights_change(bot, present=False)
    assert not bot.sends(D_LOBBY)


async def test_a_config_applied_from_the_chat_is_told_to_cogs_without_waiting_for_itself(town):
    bot = await town(words())
    may_not(bot.discord, Capability.BAN)
    home = bot.engine.communities.get(bot.key)
    async with asyncio.timeout(30), home.lane:
        await bot.engine.reconfigure(riverside(words(BAN)))
    while bot.engine._telling:
        await asyncio.gather(*bot.engine._telling)
    await bot.engine.outbox.idle()
    assert len(bot.sends(D_STAFF)) == 1
