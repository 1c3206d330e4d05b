"""News of other sites on the wire: read from a hostile neighbourhood, agreed to, out once, and in private to who agreed."""

import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime

import pytest
import pytest_asyncio
from aiohttp import web

from tests.wire.both import MIRA, STAFF, TOWN, awake
from tests.wire.telegram_state import Membership

pytestmark = [pytest.mark.wire, pytest.mark.long, pytest.mark.asyncio(loop_scope="module")]

ANN, BOB = 14, 15
CONFIG = """
community: {{name: Riverside, languages: [en], live: true}}
places:
  lobby: {{telegram: "@riverside", discord: "#general"}}
  staff: {{telegram: "-1002"}}
team: {{moderators: {{telegram: chat-admins, discord: "@Moderators"}}, managers: ["telegram:13"]}}
calendar: {{approval: on}}
style: {{tracking: off}}
feeds:
  club: {{url: "{url}/club", in: lobby, every: 5m, about: events, allow_private: on}}
  huge: {{url: "{url}/huge", in: lobby, every: 5m, allow_private: on}}
  laughs: {{url: "{url}/laughs", in: lobby, every: 5m, allow_private: on}}
  away: {{url: "{url}/away", in: lobby, every: 5m, allow_private: on}}
digests: {{interests: {{events: Events}}, every: "friday 17:00"}}
"""
FIFTY_MB = 50 * 1024 * 1024
LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<rss version="2.0"><channel><item><title>&b;</title></item></channel></rss>"""


class Site:
    """Four feeds: one of news, and three that nobody should have to read."""

    def __init__(self):
        self.items = [("old", "/old", "Old news")]
        self.sent = 0

    async def club(self, _):
        items = "".join(
            f"<item><guid isPermaLink='false'>{guid}</guid><title>{title}</title><link>https://example.org{link}</link></item>"
            for guid, link, title in self.items
        )
        text = f"<rss version='2.0'><channel><link>https://example.org/</link>{items}</channel></rss>"
        return web.Response(text=text, content_type="application/rss+xml")

    async def huge(self, request):
        response = web.StreamResponse()
        await response.prepare(request)
        self.sent = 0
        try:
            while self.sent < FIFTY_MB:
                await response.write(b"<!-- -->" * 8192)
                self.sent += 65_536
        except ConnectionError:
            pass
        return response

    async def laughs(self, _):
        return web.Response(body=LAUGHS, content_type="application/rss+xml")

    async def away(self, _):
        raise web.HTTPFound("http://169.254.169.254/latest/meta-data")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def site():
    site, app = Site(), web.Application()
    for name in ("club", "huge", "laughs", "away"):
        app.router.add_get(f"/{name}", getattr(site, name))
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    site.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield site
    await runner.cleanup()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(site, telegram, discord, town, tmp_path_factory):
    for person, name in ((ANN, "Ann"), (BOB, "Bob")):
        telegram.people.person(person, name)
        telegram.state.chats[TOWN].members[person] = Membership("member")
    async with awake(tmp_path_factory.mktemp("news"), CONFIG.format(url=site.url), telegram, discord, town.id) as bot:
        yield bot


def changes(bot, statement, *values):
    """While the bot is down, its record is another one."""
    with closing(sqlite3.connect(bot.data / "townkeeper.db")) as database, database:
        return database.execute(statement, values).rowcount


async def asked(telegram, chat, words):
    def found():
        return [one for one in telegram.sent_to(chat) if words in one.get("text", "")]

    return (await telegram.until(found, why=words))[-1]


def said(telegram, town):
    """The news as it stands on either messenger."""
    here = [m["text"] for m in telegram.sent_to(TOWN) if "The barn is open" in m.get("text", "")]
    there = [m.content for m in town.by_bot("general") if "The barn is open" in m.content]
    return here, there


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def batch(site, telegram, town, bot):
    """What the staff was asked about entries of a feed that came while the bot was down; they agreed, and it is out."""
    failures = "SELECT name, failures FROM feeds"
    first = {"club": 0, "huge": 1, "laughs": 1, "away": 1}
    await telegram.until(lambda: dict(bot.rows(failures)) == first, why="a look at each feed")
    assert not bot.rows("SELECT number FROM posts")
    bot.kill()
    site.items[:0] = [
        ("a", "/new?utm_source=rss", "The barn is open"),
        ("b", "/new?utm_source=mail", "The barn is open again"),
        ("old", "/moved", "Old news"),
    ]
    assert changes(bot, "UPDATE feeds SET due = '2020-01-01 00:00:00.000000', failures = min(2, failures * 2)") == 4
    bot.start()
    batch = await asked(telegram, STAFF, "The barn is open")
    await telegram.until(lambda: len(bot.rows("SELECT number FROM posts")) == 1, why="one post")
    telegram.people.say(STAFF, MIRA, "/post_show 1")
    card = await asked(telegram, STAFF, "Post 1:")
    assert not any(said(telegram, town)), "nobody agreed yet"
    telegram.people.press(STAFF, card["message_id"], MIRA, "Agree")
    out = lambda: [len(texts) for texts in said(telegram, town)] == [1, 1]  # noqa: E731
    await telegram.until(out, why="the news in both places")
    return batch["text"]


async def test_news_are_read_past_hostile_feeds_agreed_to_and_out_once_on_both(batch, site, telegram, town, bot):
    assert site.sent < FIFTY_MB / 4
    assert "Old news" not in batch
    for words in ("larger than 2 MB", "document type or entities", "may not connect"):
        await asked(telegram, STAFF, words)
    assert "utm_source" not in "".join(map("".join, said(telegram, town)))
    bot.kill()
    changes(bot, "UPDATE feeds SET due = '2020-01-01 00:00:00.000000' WHERE name = 'club'")
    bot.start()
    looked = "SELECT COUNT(*) FROM feeds WHERE name = 'club' AND due > '2020-02-01'"
    await telegram.until(lambda: bot.rows(looked) == [(1,)], why="another look")
    assert [len(texts) for texts in said(telegram, town)] == [1, 1]
    assert len(bot.rows("SELECT number FROM posts")) == 1


@pytest.mark.usefixtures("batch")
async def test_a_digest_comes_in_private_to_who_agreed_on_either_messenger_and_to_nobody_else(
    telegram, discord, town, bot
):
    post = await asked(telegram, TOWN, "The barn is open")
    (invitation,) = [b for row in post["reply_markup"]["inline_keyboard"] for b in row]
    _, _, token = invitation["url"].partition("?start=")
    for person in (ANN, BOB):
        telegram.people.start(person, token)
        panel = await asked(telegram, person, "Choose what about")
        telegram.people.press(person, panel["message_id"], person, "○ Events")
    panel = await asked(telegram, ANN, "Choose what about")
    ready = telegram.state.chats[ANN].messages[panel["message_id"]]
    await telegram.until(lambda: "✓ Events" in str(ready["reply_markup"]), why="a choice")
    telegram.people.press(ANN, panel["message_id"], ANN, "Yes, send me these")
    dana = town.member("Dana")
    card = next(m for m in town.by_bot("general") if "The barn is open" in m.content)
    opened = await dana.press(card, "News in private")
    await discord.until(lambda: opened.answered, what="the choice")
    chosen = await dana.press(opened.messages[-1]._message, "○ Events")
    await discord.until(lambda: chosen.acknowledged, what="the choice again")
    agreed = await dana.press(opened.messages[-1]._message, "Yes, send me these")
    await discord.until(lambda: agreed.acknowledged, what="an agreement")
    wishes = "SELECT COUNT(*) FROM digest_wishes"
    await telegram.until(lambda: bot.rows(wishes) == [(2,)], why="two agreements")
    bot.kill()
    over = datetime.fromtimestamp(time.time() - 60, UTC).replace(tzinfo=None)
    late = "UPDATE timers SET due_at = ? WHERE kind = 'news-digest'"
    assert changes(bot, late, over.isoformat(" ", "microseconds")) == 1
    bot.start()
    told = await asked(telegram, ANN, "News about what you chose")
    assert "The barn is open" in told["text"]
    await discord.until(lambda: [m for m in dana.dms if "The barn is open" in m.content], what="news on Discord")
    assert not [text for text in telegram.texts(BOB) if "News about" in text]
    assert discord.gaps == []
