"""A poll whose answer was lost is found again in its channel, however long ago that was."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.adapters.discord import native_polls
from bot.core.ids import MessageRef
from bot.core.native_polls import OpenPoll, PollRecounted, Voter
from bot.core.receipts import Done, Refused, Trouble
from tests.adapters.discord.world import KeyVoice, MemoryShelf, place, running, user
from tests.wire import discord_faults as trouble

pytestmark = pytest.mark.wire
SENDS = r"/channels/\d+/messages"


def where(town):
    now = datetime.now(UTC)  # noqa: TID251  # the server's clock is the real one
    return OpenPoll(place(town, "general"), "Where?", ("here", "there"), now + timedelta(hours=24))


async def puts_up(platform, action, name="intent-1"):
    return await platform.perform(action, KeyVoice(), name)


async def test_after_a_restart_it_is_the_one_that_stands_and_no_second(server, town, monkeypatch):
    monkeypatch.setattr(native_polls, "SOON", 0.0)
    shelf, action, ada = MemoryShelf(), where(town), town.member("ada")
    async with running(server, shelf=shelf) as (platform, _):
        server.fail(trouble.answer_lost("POST", SENDS))
        assert isinstance(await puts_up(platform, action), Trouble)
    ada.vote(town.by_bot("general")[0], 1)
    async with running(server, shelf=shelf) as (platform, listener):
        again = await puts_up(platform, action)
        (poll,) = town.by_bot("general")
        assert again == Done(MessageRef(action.place, str(poll.id)))
        assert len(server.ledger.sends()) == 1
        await server.until(lambda: listener.of(PollRecounted), what="what was voted meanwhile")
        (recounted,) = listener.of(PollRecounted)
        assert (recounted.message, dict(recounted.voters)) == (again.message, {user(ada): Voter("ada", (1,))})
        assert await puts_up(platform, action) == again
        assert isinstance(await puts_up(platform, action, "intent-2"), Done)
        assert len(town.by_bot("general")) == 2


async def test_what_never_came_about_is_put_up(server, town, platform):
    server.fail(trouble.aborted("POST", SENDS))
    assert isinstance(await puts_up(platform, where(town)), Trouble)
    assert isinstance(await puts_up(platform, where(town)), Done)
    assert len(town.by_bot("general")) == 1


async def test_what_discord_refused_stands_nowhere(server, town, platform):
    server.fail(trouble.refused("POST", SENDS, 403, 50013))
    assert isinstance(await puts_up(platform, where(town)), Refused)
    assert not platform._polls._begun
