"""What becomes of a look at a feed, whatever the other side does."""

import asyncio
import gzip
import io
import time
import zlib

import pytest
from aiohttp import web

from bot.adapters.outbound.feeds import LARGEST, WebFeeds
from bot.core.feeds import FeedFault
from bot.runtime.feeds import FeedAsk, FeedRead, FeedSame, FeedUnread
from tests.adapters.outbound.receiver import Receiver, babbles, hangs, hangs_up, says

RSS = b"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Site</title>
<link>https://example.org/</link><item><guid isPermaLink="false">a</guid><title>One &amp;amp; two</title>
<link>https://example.org/1?utm_source=rss</link><description>&lt;b&gt;Bold&lt;/b&gt; words</description>
</item></channel></rss>"""
LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
<rss version="2.0"><channel><item><title>&d;&d;&d;</title></item></channel></rss>"""


@pytest.fixture
async def site():
    async with Receiver([says()]) as site:
        yield site


async def look(site, *answers, patience=5.0, path="/feed", **more):
    site.answers[:] = answers
    ask = FeedAsk(site.url.replace("/hook", path), **{"allow_private": True, **more})
    async with asyncio.timeout(60):
        return await WebFeeds(patience).look(ask)


def packed(many):
    """A few kilobytes that unfold to so many bytes."""
    packer = zlib.compressobj(9, wbits=31)
    return packer.compress(b" " * many) + packer.flush()


async def test_entries_come_in_plain_words_with_what_to_tell_the_server_next_time(site):
    found = await look(site, says(body=RSS, etag='"v1"', last_modified="Thu, 01 Jan 2026 12:00:00 GMT"))
    assert isinstance(found, FeedRead)
    (entry,) = found.entries
    assert (entry.id, entry.link) == ("a", "https://example.org/1?utm_source=rss")
    assert (entry.title, entry.summary) == ("One & two", "Bold words")
    assert (found.etag, found.home) == ('"v1"', "https://example.org/")
    assert await look(site, says(304), etag=found.etag, modified=found.modified) == FeedSame()
    low = {name.lower(): text for name, text in site.got[-1][0].items()}
    assert (low["if-none-match"], low["if-modified-since"]) == ('"v1"', "Thu, 01 Jan 2026 12:00:00 GMT")


async def test_fifty_megabytes_are_refused_while_they_come_in(site):
    sent = 0

    async def endless(request):
        nonlocal sent
        response = web.StreamResponse()
        await response.prepare(request)
        try:
            while sent < 50 * 1024 * 1024:
                await response.write(b"<!-- -->" * 8192)
                sent += 65_536
        except ConnectionError:
            pass
        return response

    assert await look(site, endless) == FeedUnread(FeedFault.SIZE)
    assert sent < 4 * LARGEST
    announced = says(body=b" " * (LARGEST + 1))
    assert await look(site, announced) == FeedUnread(FeedFault.SIZE)


async def test_what_unfolds_to_too_much_is_refused_while_it_unfolds(site):
    bomb = packed(25 * LARGEST)
    assert len(bomb) < LARGEST
    assert await look(site, says(body=bomb, content_encoding="gzip")) == FeedUnread(FeedFault.SIZE)
    assert isinstance(await look(site, says(body=gzip.compress(RSS), content_encoding="gzip")), FeedRead)
    assert await look(site, says(body=b"not packed", content_encoding="gzip")) == FeedUnread(FeedFault.BROKEN)
    assert await look(site, says(body=RSS, content_encoding="br")) == FeedUnread(FeedFault.BROKEN)


async def drips(request):
    """A byte now and then: each in time, all of them never."""
    response = web.StreamResponse()
    await response.prepare(request)
    try:
        while True:
            await response.write(b" ")
            await asyncio.sleep(0.02)
    except ConnectionError:
        return response


@pytest.mark.parametrize("slow", [hangs, drips])
async def test_who_is_slow_is_not_waited_for(site, slow):
    begun = time.monotonic()
    assert await look(site, slow, patience=0.3) == FeedUnread(FeedFault.TIME)
    assert time.monotonic() - begun < 3


async def test_a_few_redirects_are_followed_and_a_loop_is_not(site):
    away = says(302, location="/other")
    assert isinstance(await look(site, away, away, says(body=RSS)), FeedRead)
    site.got.clear()
    assert await look(site, away) == FeedUnread(FeedFault.REDIRECTS)
    assert len(site.got) == 4


@pytest.mark.parametrize(
    "target",
    ["file:///etc/passwd", "ftp://example.org/x", "http://user:pass@127.0.0.1/", "http://169.254.169.254/latest"],
)
async def test_a_redirect_leads_only_where_one_may_connect(site, target):
    assert await look(site, says(302, location=target)) == FeedUnread(FeedFault.ADDRESS)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "localhost"])
async def test_a_private_address_is_never_asked(site, host):
    site.answers[:] = [says(body=RSS)]
    url = site.url.replace("127.0.0.1", host)
    assert await WebFeeds(5.0).look(FeedAsk(url)) == FeedUnread(FeedFault.ADDRESS)
    assert not site.got


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (LAUGHS, FeedFault.ENTITIES),
        (LAUGHS.replace(b"<!DOCTYPE", b"<!-- a --><?b?><!dOcTyPe"), FeedFault.ENTITIES),
        (b'<!DOCTYPE rss SYSTEM "file:///etc/passwd"><rss version="2.0"/>', FeedFault.ENTITIES),
        (LAUGHS.decode().encode("utf-16"), FeedFault.BROKEN),
        (LAUGHS.replace(b'"1.0"', b'"1.0" encoding="utf-7"'), FeedFault.BROKEN),
        (b"<html><body>Not here</body></html>", FeedFault.BROKEN),
        (b"<!doctype html><html></html>", FeedFault.ENTITIES),
        (b'{"version": "https://jsonfeed.org/version/1"}', FeedFault.BROKEN),
        (b"<rss version='2.0'><channel><item", FeedFault.BROKEN),
        (b"", FeedFault.BROKEN),
        (b"\xff\xfe\x00", FeedFault.BROKEN),
    ],
)
async def test_what_is_no_feed_or_declares_entities_is_refused_with_the_reason(site, body, why):
    assert await look(site, says(body=body)) == FeedUnread(why)


async def test_a_feed_that_speaks_of_a_doctype_is_no_harm(site):
    about = RSS.replace(b"&lt;b&gt;Bold&lt;/b&gt; words", b"<![CDATA[<!DOCTYPE html> and <!ENTITY x>]]>")
    found = await look(site, says(body=about))
    assert isinstance(found, FeedRead)


@pytest.mark.parametrize(
    ("answer", "why", "detail"),
    [
        (says(404), FeedFault.STATUS, "HTTP 404"),
        (says(500), FeedFault.STATUS, "HTTP 500"),
        (hangs_up, FeedFault.CONNECTION, ""),
        (babbles, FeedFault.SIZE, ""),
    ],
)
async def test_refusals_have_their_reason(site, answer, why, detail):
    assert await look(site, answer) == FeedUnread(why, detail)


async def test_who_asks_to_be_left_alone_is_left_alone_for_a_day_at_most(site):
    assert (await look(site, says(429, retry_after="600"))).wait.total_seconds() == 600
    assert (await look(site, says(503, retry_after="999999"))).wait.total_seconds() == 86_400
    assert (await look(site, says(503, retry_after="Thu, 01 Jan 2026"))).wait is None


async def test_an_archive_is_read_no_further_than_its_newest_entries(site):
    items = io.StringIO()
    for n in range(1000):
        items.write(f"<item><guid>{n}</guid><title>{n}</title><link>https://example.org/{n}</link></item>")
    body = f"<rss version='2.0'><channel>{items.getvalue()}</channel></rss>".encode()
    assert len((await look(site, says(body=body))).entries) == 200
