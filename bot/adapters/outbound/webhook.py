"""Posts JSON to a department's own system: signed, to public addresses only, and with an eye on the clock."""

from datetime import timedelta

import aiohttp

from bot.adapters.outbound.addresses import Guard
from bot.adapters.outbound.answers import LONGEST_ANSWER, read_answer
from bot.adapters.outbound.secrets import Secrets, missing
from bot.adapters.outbound.signing import BadSecret, headers
from bot.runtime.deliveries import Failed, Hopeless, Outcome, Parcel, Taken, Unwanted, WebhookParcel

TIMEOUT = 20.0
"""Seconds for all of one try; the specification speaks of 15 to 30."""
LARGEST_BODY = 512 * 1024
_ALWAYS = {
    "content-type": "application/json; charset=utf-8",
    "user-agent": "Townkeeper",
    # What is small needs no packing, and what is packed may unfold to anything.
    "accept-encoding": "identity",
}
_WORDS: tuple[tuple[type[Exception], str], ...] = (
    (TimeoutError, "no answer in time"),
    (aiohttp.ClientConnectorDNSError, "the name is not known"),
    (aiohttp.ClientSSLError, "the certificate is not accepted"),
    (aiohttp.ClientConnectorError, "no connection"),
    (Exception, "the connection broke"),
)
"""Words of our own, the first that fits: those of the library hold the address."""


class WebhookCarrier:
    """One connection for each try: nothing of one address is ever sent to another."""

    def __init__(self, secrets: Secrets, timeout: float = TIMEOUT) -> None:
        self._secrets = secrets
        self._timeout = timeout

    async def carry(self, parcel: Parcel) -> Outcome:
        """Post it once."""
        assert isinstance(parcel, WebhookParcel)
        secret = self._secrets(parcel.hook.secret)
        if secret is None:
            return Hopeless(missing(parcel.hook.secret))
        if len(parcel.body) > LARGEST_BODY:
            return Hopeless("there is too much to send")
        try:
            signed = headers(secret, parcel.id, int(parcel.at.timestamp()), parcel.body)
        except BadSecret as bad:
            return Hopeless(str(bad))
        return await self._post(parcel, {**_ALWAYS, **signed})

    async def _post(self, parcel: WebhookParcel, head: dict[str, str]) -> Outcome:
        guard = Guard(allow_private=parcel.hook.allow_private)
        connector = aiohttp.TCPConnector(socket_factory=guard, force_close=True, use_dns_cache=False)
        session = aiohttp.ClientSession(
            connector=connector,
            timeout=aiohttp.ClientTimeout(total=self._timeout),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            trust_env=False,
        )
        try:
            async with (
                session,
                session.post(parcel.hook.url, data=parcel.body, headers=head, allow_redirects=False) as response,
            ):
                return await _outcome(response)
        except (aiohttp.ClientError, OSError, ValueError, TimeoutError) as trouble:
            return _refused(trouble, guard)


async def _outcome(response: aiohttp.ClientResponse) -> Outcome:
    status = response.status
    if status == 410:  # Gone: the specification's word for "never again"
        return Unwanted("HTTP 410")
    if not 200 <= status < 300:
        why = f"HTTP {status}" if not 300 <= status < 400 else f"HTTP {status}: redirects are not followed"
        return Failed(why, _wait(response))
    try:
        return read_answer(await _start_of(response))
    except (aiohttp.ClientError, OSError, TimeoutError):
        # It was taken; what it wanted to say is lost.
        return Taken()


async def _start_of(response: aiohttp.ClientResponse) -> bytes:
    found = bytearray()
    async for part in response.content.iter_chunked(LONGEST_ANSWER):
        found += part
        if len(found) > LONGEST_ANSWER:
            return b""
    return bytes(found)


def _wait(response: aiohttp.ClientResponse) -> timedelta | None:
    """How long it asks us to wait, in seconds; a date is not worth reading."""
    text = response.headers.get("retry-after", "")
    if not (text.isascii() and text.isdigit()) or len(text) > 9:
        return None
    return timedelta(seconds=int(text))


def _refused(trouble: Exception, guard: Guard) -> Outcome:
    if guard.refused:
        return Hopeless("the address is not a public one (allow_private)")
    if isinstance(trouble, aiohttp.InvalidURL):
        return Hopeless("the address cannot be read")
    return Failed(next(why for kind, why in _WORDS if isinstance(trouble, kind)))
