"""What came due while the bot was down waits until the messengers have connected, and is said then, once."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from bot.core.decisions import decide
from bot.core.record import Timer
from bot.domain.care.levels import LADDER, Levels, Targets
from bot.runtime.care import Board, Digest, Inbox
from bot.runtime.deliveries import DEAD
from bot.runtime.meetings import MeetingPlan
from tests.build import ANN, direct
from tests.cogs.appealing import appealed
from tests.cogs.test_events import announced
from tests.cogs.test_faq import with_faq
from tests.fakes.town import STAFF, words

FOUR = Levels(usual=Targets(timedelta(hours=4)), steps=LADDER)


async def writes(town, **more):
    bot = await town(**more)
    await bot.says(ANN, "I cannot get in", direct(ANN.user))
    return bot


async def undelivered(town, **more):
    bot = await town(**more)
    args = {"department": "sales", "way": "webhook", "why": "HTTP 500"}
    later = bot.clock.now() + timedelta(hours=1)
    await bot.store.ledger.commit(bot.key, "", decide(rows=(Timer(DEAD, "sales 1", later, args),)), bot.clock.now())
    return bot


async def announces(town, **more):
    bot = await town(**more)
    await announced(bot)
    return bot


async def asks_everybody(town, **more):
    bot = await town(**more)
    await bot.says(ANN, "Does anybody have a blue kettle?")
    return bot


async def opened(town, **more):
    return await town(**more)


@pytest.mark.parametrize(
    ("begins", "config", "after", "said"),
    [
        (writes, {"inbox": Inbox(levels=replace(FOUR, digest=time(9)))}, timedelta(days=1), "waits for the team"),
        (
            opened,
            {"feedback": Board("staff", 50, Digest("staff", 0, time(9)), None)},
            timedelta(days=8),
            "Nothing new",
        ),
        (appealed, {}, timedelta(hours=25), "Appeal 1 against case 1 waits"),
        (undelivered, {}, timedelta(hours=2), "cannot be delivered by webhook"),
        (announces, {"events": MeetingPlan(feed="/srv/feed")}, timedelta(minutes=5), "No space left on device"),
        (asks_everybody, {"faq": with_faq(places=("lobby",))}, timedelta(minutes=11), "blue kettle"),
    ],
    ids=["list of the day", "week of the board", "appeal", "letter", "feed", "question"],
)
async def test_it_waits_for_the_place_of_the_team(town, tmp_path, begins, config, after, said):
    file = tmp_path / "town.db"
    bot = await begins(town, file=file, **config)
    assert not any(said in one for one in bot.sends(STAFF))
    again = await town(*([words()] if begins is appealed else []), file=file, ready=False, **config)
    again.host.full = True
    again.clock.at = bot.clock.at + after
    await again.engine.scheduler.fire_due()
    for platform in again.platforms:
        await again.engine.ready(platform)
    assert again.sends(STAFF) == []
    await again.waits(seconds=10)
    await again.waits(seconds=10)
    assert sum(said in one for one in again.sends(STAFF)) == 1


async def test_it_does_not_wait_for_ever(town, tmp_path):
    config = {"inbox": Inbox(levels=replace(FOUR, digest=time(9))), "file": tmp_path / "town.db"}
    bot = await writes(town, **config)
    again = await town(**config, ready=False)
    again.clock.at = bot.clock.at + timedelta(days=1)
    for _ in range(2):
        await again.engine.scheduler.fire_due()
        again.clock.pass_by(minutes=6)
    assert await again.store.timers.next_due() > again.clock.now(), "the list of the next day"
