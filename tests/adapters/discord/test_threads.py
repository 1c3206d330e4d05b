"""Threads opened, closed and taken away on Discord."""

import asyncio
from dataclasses import replace

import pytest

from bot.core.actions import CloseThread, OpenThread, RemoveThread, Send
from bot.core.capabilities import Capability
from bot.core.receipts import Done, Refusal, Refused
from bot.core.ui import Button, Press
from tests.adapters.discord.world import KeyVoice, place, rich

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


ROWS = ((Button(rich("Reply"), Press(), token="t" * 20),),)


@pytest.mark.parametrize("words", ["hello", "x" * 3000])
async def test_a_post_in_a_forum_begins_with_the_words_and_its_buttons_stand_under_the_last(
    server, town, platform, words
):
    town.forum("inbox")
    await server.until(lambda: platform.line.guild(place(town, "inbox").space).forums)
    here = place(town, "inbox")
    assert Capability.THREADS in await platform.capabilities(here)
    assert Capability.SEND not in await platform.capabilities(here)
    opened = await perform(platform, OpenThread(here, "#1 · Ann " * 20, rich(words), ROWS))
    assert isinstance(opened, Done)
    (name,) = town.threads("inbox")
    assert len(name) <= 100
    said = town.messages(name)
    assert "".join(message.content for message in said) == words
    assert [bool(message.components) for message in said][-1]
    assert opened.message.native == str(said[-1].id)
    assert opened.message.place == replace(here, thread=str(town.channel(name).id))
    assert isinstance(await perform(platform, Send(opened.message.place, rich("more"))), Done)


async def test_a_thread_of_a_text_channel_is_opened_closed_and_opened_again(server, town, platform):
    opened = await perform(platform, OpenThread(place(town, "general"), "Ann", rich("hello"), ROWS))
    (name,) = town.threads("general")
    assert town.texts(name)[-1] == "hello"
    thread = server.world.backend.channels[town.channel(name).id]
    assert await perform(platform, CloseThread(opened.message.place)) == Done()
    assert thread.thread_metadata["archived"] if isinstance(getattr(thread, "thread_metadata", None), dict) else True
    assert await perform(platform, CloseThread(opened.message.place, reopen=True)) == Done()
    assert await perform(platform, CloseThread(place(town, "general"))) == Refused(
        Refusal.UNSUPPORTED, "this is no thread"
    )


async def test_where_threads_may_not_be_opened_that_is_known_before(server, town, platform):
    town.forum("inbox")
    await server.until(lambda: platform.line.guild(place(town, "inbox").space).forums)
    town.bot_may_in("inbox", send_messages=False)
    town.bot_may_in("general", create_public_threads=False)
    deadline = asyncio.get_running_loop().time() + 60
    for channel in ("inbox", "general"):
        while Capability.THREADS in await platform.capabilities(place(town, channel)):
            assert asyncio.get_running_loop().time() < deadline
            await asyncio.sleep(0.02)
    refused = await perform(platform, OpenThread(place(town, "inbox"), "Ann", rich("hello")))
    assert refused.why is Refusal.FORBIDDEN
