"""Threads taken away on Discord."""

from dataclasses import replace

import pytest

from bot.core.actions import Done, Refusal, Refused, RemoveThread
from tests.adapters.discord.world import KeyVoice, place

pytestmark = pytest.mark.wire


async def perform(platform, action):
    return await platform.perform(action, KeyVoice(), "n")


async def test_a_thread_goes_with_all_that_stands_in_it_and_one_that_is_gone_counts_as_removed(server, town, platform):
    thread = town.thread("general", "blorp", town.member("ada"))
    here = place(town, "general")
    removal = RemoveThread(replace(here, thread=str(thread.id)), "rule r")
    assert await perform(platform, removal) == Done()
    assert thread.id not in server.world.backend.channels
    assert await perform(platform, removal) == Done()


async def test_what_is_no_thread_or_may_not_be_managed_stays(server, town, platform):
    assert await perform(platform, RemoveThread(place(town, "general"))) == Refused(
        Refusal.UNSUPPORTED, "this is no thread"
    )
    thread = town.thread("general", "blorp", town.member("ada"))
    town.bot_may(manage_threads=False, manage_channels=False)
    here = place(town, "general")
    refused = await perform(platform, RemoveThread(replace(here, thread=str(thread.id))))
    assert isinstance(refused, Refused)
    assert refused.why is Refusal.FORBIDDEN
