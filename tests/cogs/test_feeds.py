"""Feeds become posts: looked through by staff or not, each entry once, and staff hear when it does not work."""

from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from bot.core.feeds import FeedEntry, FeedFault
from bot.core.posts import PostState
from bot.domain.calendar.feed import FeedPlan
from bot.domain.calendar.plan import Plan
from bot.domain.calendar.style import Guide
from bot.runtime.feeds import FeedRead, FeedSame, FeedUnread
from tests.build import MOD
from tests.fakes.town import D_LOBBY, LOBBY, STAFF

NEWS = FeedPlan("trade", "https://example.org/feed", ("lobby",), timedelta(hours=1))


@dataclass
class Site:
    """A feed as it stands at the moment; ``asked`` is what was wanted of it."""

    answer: object = field(default_factory=lambda: FeedRead(()))
    asked: list = field(default_factory=list)

    async def look(self, ask):
        self.asked.append(ask)
        return self.answer

    def shows(self, *numbers, **more):
        entries = tuple(entry(n) for n in sorted(numbers, reverse=True))
        self.answer = FeedRead(entries, "https://example.org/", etag=f"v{len(self.asked)}", **more)

    def fails(self, why=FeedFault.TIME):
        self.answer = FeedUnread(why)


def entry(n):
    return FeedEntry(f"id{n}", f"https://example.org/{n}?utm_source=rss", f"News {n}", "It happened.")


@pytest.fixture
async def read(town):
    """``bot, site = await read(plan)``: a feed that was looked at once, with two old entries."""

    async def build(plan=NEWS, **more):
        site = more.pop("site", None) or Site()
        site.shows(1, 2)
        bot = await town(feeds=(plan,), source=site, **more)
        await bot.looks()
        return bot, site

    return build


async def posts(bot):
    return await bot.store.posts.by_source(bot.key, "feed ")


async def test_the_first_look_takes_nothing_and_remembers_what_is_there(read):
    bot, site = await read()
    assert not await posts(bot)
    await bot.looks(hours=1)
    assert not await posts(bot)
    assert not bot.sends(STAFF)
    assert len(site.asked) == 2


async def test_new_entries_wait_on_one_card_and_go_out_when_somebody_agrees(read):
    bot, site = await read()
    site.shows(1, 2, 3, 4)
    await bot.looks(hours=1)
    (card,) = bot.sends(STAFF)
    assert "2 new entries from trade" in card
    assert card.index("News 3") < card.index("News 4")
    assert {one.state for one in await posts(bot)} == {PostState.REVIEW}
    await bot.waits(days=1)
    assert not bot.sends(LOBBY)
    assert "News 3" in await bot.presses(MOD, "button-feed-post", STAFF)
    await bot.presses(MOD, "button-post-approve")
    await bot.waits(seconds=1)
    (said,) = bot.sends(LOBBY)
    assert bot.sends(D_LOBBY) == [said]
    assert said.startswith("News ")
    assert {one.state for one in await posts(bot)} == {PostState.REVIEW, PostState.PUBLISHED}


async def test_nothing_comes_twice_after_an_edit_or_a_restart(read, tmp_path):
    file = tmp_path / "t.db"
    bot, site = await read(file=file)
    site.shows(2, 3)
    await bot.looks(hours=1)
    again, _ = await read(file=file, site=Site())
    again.clock.at = bot.clock.at + timedelta(hours=1)
    source = again.engine.reader._source
    edited = replace(entry(3), title="News 3, corrected", id="changed")
    source.answer = FeedRead((edited, entry(2)))
    await again.looks()
    assert [one.title for one in await posts(again)] == ["News 3"]


async def test_what_is_too_much_for_one_look_comes_with_the_next_and_is_asked_for_whole(read):
    bot, site = await read(replace(NEWS, most=2))
    site.shows(1, 2, 3, 4, 5)
    await bot.looks(hours=1)
    assert len(await posts(bot)) == 2
    await bot.looks(hours=1)
    assert site.asked[-1].etag == ""
    assert [one.title for one in await posts(bot)] == ["News 3", "News 4", "News 5"]
    await bot.looks(hours=1)
    assert site.asked[-1].etag == site.answer.etag != ""


async def test_without_approval_they_go_out_by_themselves_also_where_posts_need_two(read):
    bot, site = await read(replace(NEWS, approval=False), calendar=Plan(approval=True), style=Guide(tracking=False))
    site.shows(1, 2, 3)
    await bot.looks(hours=1)
    await bot.waits(seconds=1)
    assert bot.sends(LOBBY) == bot.sends(D_LOBBY) == ["News 3\nIt happened.\nhttps://example.org/3"]
    assert not bot.sends(STAFF)


async def test_in_a_storm_they_wait(read):
    bot, site = await read(replace(NEWS, approval=False))
    bot.engine.communities.set_crisis(bot.key, 2)
    site.shows(3)
    await bot.looks(hours=1)
    await bot.waits(hours=1)
    assert not bot.sends(LOBBY)
    bot.engine.communities.set_crisis(bot.key, 0)
    await bot.waits(minutes=2)
    assert len(bot.sends(LOBBY)) == 1


async def test_staff_hear_once_that_it_fails_and_once_that_it_works_again(read):
    bot, site = await read()
    site.fails()
    for hours in (1, 2, 4, 8, 16):
        await bot.looks(hours=hours)
    assert len(site.asked) == 6
    (told,) = bot.sends(STAFF)
    assert "trade" in told
    assert "too slow" in told
    site.shows(1, 2)
    await bot.looks(days=1)
    assert "can be read again" in bot.sends(STAFF)[-1]
    await bot.looks(hours=1)
    assert len(bot.sends(STAFF)) == 2


async def test_it_is_asked_ever_less_while_it_fails(read):
    bot, site = await read()
    site.fails()
    await bot.looks(hours=1)
    await bot.looks(hours=1)
    assert len(site.asked) == 2
    await bot.looks(hours=1)
    assert len(site.asked) == 3


async def test_once_a_month_it_is_read_whole_and_after_half_a_year_anew(read):
    bot, site = await read()
    etag = site.answer.etag
    site.answer = FeedSame()
    await bot.looks(hours=1)
    assert site.asked[-1].etag == etag
    await bot.looks(days=31)
    assert site.asked[-1].etag == ""
    site.shows(*range(20, 40))
    await bot.looks(days=200)
    assert not await posts(bot)


async def test_another_address_is_another_feed(read):
    bot, site = await read()
    site.shows(7, 8)
    bot.changes(feeds=(replace(NEWS, url="https://example.org/other"),))
    await bot.looks()
    assert site.asked[-1].url == "https://example.org/other"
    assert not await posts(bot)


async def test_what_was_found_for_a_feed_that_is_gone_is_left(read):
    bot, site = await read()
    site.shows(3)
    bot.clock.pass_by(hours=1)
    await bot.engine.reader.look_due()
    bot.changes(feeds=())
    await bot.waits()
    assert not await posts(bot)


@pytest.mark.parametrize(("found", "words"), [(True, "News 3"), (False, "three times in a row")])
async def test_what_is_found_before_the_teams_messenger_is_connected_is_told_afterwards(town, tmp_path, found, words):
    file, site = tmp_path / "t.db", Site()
    site.shows(1, 2)
    bot = await town(feeds=(NEWS,), source=site, file=file)
    await bot.looks()
    again = await town(feeds=(NEWS,), source=site, file=file, ready=False)
    again.clock.at = bot.clock.at
    if found:
        site.shows(1, 2, 3)
        await again.looks(hours=2)
    else:
        site.fails()
        for _ in range(3):
            await again.looks(hours=24)
    assert again.sends(STAFF) == []
    await again.engine.ready(again.telegram)
    await again.engine.ready(again.discord)
    await again.waits(seconds=5)
    (told,) = again.sends(STAFF)
    assert words in told
