"""Fetches feeds of other sites: public addresses only, a few redirects, so much and no more, within so many seconds."""

import asyncio
import zlib
from datetime import timedelta
from urllib.parse import urljoin, urlsplit

import aiohttp

from bot.adapters.outbound.addresses import Guard
from bot.adapters.outbound.syndication import NotReadable, read
from bot.core.feeds import FeedFault
from bot.runtime.feeds import FeedAnswer, FeedAsk, FeedRead, FeedSame, FeedUnread

TIMEOUT = 20.0
"""Seconds for one look, with every redirect."""
LARGEST = 2 * 1024 * 1024
"""Bytes, counted while they come in and again while they are unpacked."""
MOST_REDIRECTS = 3
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_SLOW_DOWN = frozenset({429, 503})
_ALWAYS = {
    "accept": "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8",
    "accept-encoding": "gzip",
    "user-agent": "Townkeeper",
}
_FAULTS: tuple[tuple[type[Exception], FeedFault], ...] = (
    (TimeoutError, FeedFault.TIME),
    (aiohttp.ClientConnectorDNSError, FeedFault.NAME),
    (aiohttp.ClientSSLError, FeedFault.CERTIFICATE),
    (aiohttp.InvalidURL, FeedFault.ADDRESS),
    (Exception, FeedFault.CONNECTION),
)
"""The first that fits."""


class WebFeeds:
    """One session for each look: nothing of one site is ever sent to another."""

    def __init__(self, timeout: float = TIMEOUT, largest: int = LARGEST) -> None:
        self._timeout = timeout
        self._largest = largest

    async def look(self, ask: FeedAsk) -> FeedAnswer:
        """Fetch and read a feed once."""
        guard = Guard(allow_private=ask.allow_private)
        connector = aiohttp.TCPConnector(socket_factory=guard, force_close=True, use_dns_cache=False)
        session = aiohttp.ClientSession(
            connector=connector, cookie_jar=aiohttp.DummyCookieJar(), auto_decompress=False, trust_env=False
        )
        try:
            async with asyncio.timeout(self._timeout), session:
                return await self._followed(session, ask)
        except NotReadable as trouble:
            return FeedUnread(trouble.why)
        except (aiohttp.ClientError, OSError, ValueError, TimeoutError) as trouble:
            if guard.refused:
                return FeedUnread(FeedFault.ADDRESS)
            return FeedUnread(next(why for kind, why in _FAULTS if isinstance(trouble, kind)))

    async def _followed(self, session: aiohttp.ClientSession, ask: FeedAsk) -> FeedAnswer:
        """Go where it leads, a few times; every hop is looked at by the guard, for each connects anew."""
        url = ask.url
        for _ in range(MOST_REDIRECTS + 1):
            async with session.get(url, headers=_headers(ask), allow_redirects=False) as response:
                target = response.headers.get("location") if response.status in _REDIRECTS else None
                if target is None:
                    return await self._answer(response)
            following = urljoin(url, target)
            if not _may_follow(url, following):
                return FeedUnread(FeedFault.ADDRESS)
            url = following
        return FeedUnread(FeedFault.REDIRECTS)

    async def _answer(self, response: aiohttp.ClientResponse) -> FeedAnswer:
        if response.status == 304:
            return FeedSame()
        if response.status != 200:
            return FeedUnread(FeedFault.STATUS, f"HTTP {response.status}", _wait(response))
        body = await self._body(response)
        # Reading two megabytes of XML takes a moment, and a whole town lives on this thread.
        entries, home = await asyncio.to_thread(read, body, response.charset or "")
        etag, modified = (response.headers.get(name, "")[:300] for name in ("etag", "last-modified"))
        return FeedRead(entries, home, etag, modified)

    async def _body(self, response: aiohttp.ClientResponse) -> bytes:
        """Read it, and stop where it is too much: what is packed may unfold to anything."""
        if (response.content_length or 0) > self._largest:
            raise NotReadable(FeedFault.SIZE)
        unpack = _unpacker(response.headers.get("content-encoding", ""))
        found = bytearray()
        taken = 0
        async for part in response.content.iter_chunked(65_536):
            taken += len(part)
            try:
                found += part if unpack is None else unpack.decompress(part, self._largest + 1 - len(found))
            except zlib.error:
                raise NotReadable(FeedFault.BROKEN) from None
            if max(taken, len(found)) > self._largest:
                raise NotReadable(FeedFault.SIZE)
        return bytes(found)


def _headers(ask: FeedAsk) -> dict[str, str]:
    asked = {"if-none-match": ask.etag, "if-modified-since": ask.modified}
    return {**_ALWAYS, **{name: text for name, text in asked.items() if text}}


def _may_follow(url: str, target: str) -> bool:
    """Only to the web, without a password, and never from https to http."""
    old, new = urlsplit(url), urlsplit(target)
    known = new.scheme in {"https", "http"} and bool(new.hostname) and not (new.username or new.password)
    return known and not (old.scheme == "https" and new.scheme == "http")


def _unpacker(encoding: str) -> "zlib._Decompress | None":  # pyright: ignore[reportPrivateUsage] - it has no other name
    match encoding.strip().lower():
        case "" | "identity":
            return None
        case "gzip" | "x-gzip":
            return zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
        case _:
            raise NotReadable(FeedFault.BROKEN)


def _wait(response: aiohttp.ClientResponse) -> timedelta | None:
    text = response.headers.get("retry-after", "")
    if response.status not in _SLOW_DOWN or not (text.isascii() and text.isdigit()) or len(text) > 6:
        return None
    return min(timedelta(days=1), timedelta(seconds=int(text)))
