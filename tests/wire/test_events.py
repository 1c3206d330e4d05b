"""Events on the wire: the shipped process announces one on both messengers, gives seats in turn, and reminds after a sleep."""

import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio
from icalendar import Calendar

from tests.wire.both import between
from tests.wire.discord_server import discord_server
from tests.wire.telegram_server import running
from tests.wire.telegram_state import Membership

pytestmark = [pytest.mark.wire, pytest.mark.long, pytest.mark.asyncio(loop_scope="module")]

MIRA, OLA, TOWN = 13, 14, -1001
CONFIG = """
community: {{name: Riverside, languages: [en, pl], live: true}}
places:
  lobby: {{discord: "#general", telegram: "@riverside"}}
team: {{moderators: {{discord: "@Moderators", telegram: chat-admins}}}}
events: {{feed: "{feed}"}}
"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def both(tmp_path_factory):
    feed = tmp_path_factory.mktemp("feed")
    async with running() as telegram, discord_server() as discord:
        telegram.people.person(MIRA, "Mira")
        telegram.people.person(OLA, "Ola")
        telegram.people.group(TOWN, "riverside", owner=MIRA, username="riverside")
        telegram.state.chats[TOWN].members[OLA] = Membership("member")
        town = discord.town("Riverside", ("general",))
        bot = between(tmp_path_factory.mktemp("events"), CONFIG.format(feed=feed), telegram, discord)
        try:
            bot.start()
            await discord.ready()
            await discord.until(discord.world.commands, what="commands")
            for person in (MIRA, OLA):
                telegram.people.start(person)
            yield telegram, discord, town, bot, feed
        finally:
            bot.close()
            print(bot.printed)


async def test_one_list_for_both_and_a_reminder_after_the_bot_was_down(both):
    telegram, discord, town, bot, feed = both

    async def told(person, words):
        await telegram.until(lambda: any(words in text for text in telegram.texts(person)), why=words)
        return [one for one in telegram.sent_to(person) if words in one.get("text", "")][-1]

    telegram.people.say(MIRA, MIRA, "/event_new")
    for question, answer in (
        ("What is it called?", "Tea"),
        ("When does it begin?", "3d"),
        ("Until when?", "2h"),
        ("A place or a link", "The barn"),
        ("seats: 20", "seats: 1"),
    ):
        await told(MIRA, question)
        telegram.people.say(MIRA, MIRA, answer)
    await discord.until(lambda: town.by_bot("general"), what="a card")
    card = town.by_bot("general")[0]
    assert "The barn" in card.content
    await discord.until(lambda: town.model.scheduled_events, what="Discord's own event")
    ann = town.member("ann")
    outcome = await ann.press(card, "I come")
    await discord.until(lambda: outcome.answered)
    assert "You have a seat" in outcome.texts[0]
    shown = await told(TOWN, "The barn")
    telegram.people.press(TOWN, shown["message_id"], OLA, "I come")
    await discord.until(lambda: bot.rows("SELECT 1 FROM entries WHERE value = 'wait'"), what="a wait list")
    await ann.press(town.by_bot("general")[0], "I cannot")
    await told(OLA, "A seat became free")
    await discord.until((feed / "events.ics").exists, what="the feed")
    (entry,) = Calendar.from_ical((feed / "events.ics").read_text("utf-8")).walk("VEVENT")
    assert str(entry["summary"]) == "Tea"
    bot.kill()
    with closing(sqlite3.connect(bot.data / "townkeeper.db")) as database, database:
        late = "UPDATE timers SET due_at = ? WHERE kind = 'event-remind' AND subject = 'event 1 1440'"
        over = datetime.fromtimestamp(time.time(), UTC).replace(tzinfo=None) - timedelta(minutes=1)
        assert database.execute(late, (over.isoformat(" ", "microseconds"),)).rowcount == 1
    bot.start()
    await told(OLA, "A reminder")
    assert discord.gaps == []
