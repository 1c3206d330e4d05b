"""How requests reach Telegram: aiohttp under python-telegram-bot, and errors that say whether it may have happened.

The library's own transport collapses under bursts (encode/httpcore#1035) and writes the token into httpx' logs.
"""

import json
from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TelegramError
from telegram.request import BaseRequest, RequestData

_loads: Callable[[bytes], Any]
try:
    import orjson

    _loads = orjson.loads
except ImportError:  # the extra [speed] is optional
    _loads = json.loads

CONNECT_SECONDS = 10.0
ANSWER_SECONDS = 25.0
UPLOAD_SECONDS = 120.0
CONNECTIONS = 64
USUAL_PAUSE = 5
"""Seconds to wait after a 429 that does not say how long."""


class NotSentError(NetworkError):
    """Telegram was never reached: nothing can have happened."""


class FloodedError(TelegramError):
    """429: ``seconds`` is how long Telegram wants to be left alone."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"too many requests, {seconds:g} s to wait")
        self.seconds = seconds


class AiohttpRequest(BaseRequest):
    """One pool of connections for everything that goes out; its errors never show the URL, which holds the token."""

    __slots__ = ("_session", "_trust_env")

    def __init__(self, api_url: str) -> None:
        # HTTPS_PROXY is for the way out, not for a Bot API server on this machine.
        self._trust_env = urlsplit(api_url).hostname not in {"127.0.0.1", "::1", "localhost"}
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        return ANSWER_SECONDS

    @property
    def session(self) -> aiohttp.ClientSession:
        """The open session, also for the polling loop."""
        if self._session is None:
            raise NotSentError("not connected to Telegram")
        return self._session

    async def initialize(self) -> None:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=CONNECTIONS, ttl_dns_cache=300)
            self._session = aiohttp.ClientSession(connector=connector, trust_env=self._trust_env)

    async def shutdown(self) -> None:
        if self._session is not None:
            session, self._session = self._session, None
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Send one request; raises NotSentError, NetworkError or FloodedError."""
        del write_timeout, connect_timeout, pool_timeout  # one deadline for the whole request is enough
        body = _body(request_data)
        total = UPLOAD_SECONDS if isinstance(body, aiohttp.FormData) else ANSWER_SECONDS
        if isinstance(read_timeout, int | float):
            total = float(read_timeout)
        try:
            return await self._send(method, url, body, total)
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL) as error:
            raise NotSentError(f"Telegram was not reached ({type(error).__name__})") from None
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise NetworkError(f"Telegram did not answer ({type(error).__name__})") from None

    async def _send(
        self, method: str, url: str, body: aiohttp.FormData | dict[str, str] | None, total: float
    ) -> tuple[int, bytes]:
        timeout = aiohttp.ClientTimeout(total=total, sock_connect=CONNECT_SECONDS)
        async with self.session.request(method, url, data=body, timeout=timeout) as response:
            payload = await response.read()
        if response.status == HTTPStatus.TOO_MANY_REQUESTS:
            raise FloodedError(pause_of(payload, response.headers.get("Retry-After", "")))
        return response.status, payload

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Read an answer; unlike the library's own, it never logs what it could not read."""
        return decode(payload)


def decode(payload: bytes) -> dict[str, Any]:
    """Read one of Telegram's answers; raises TelegramError when it is no JSON object."""
    try:
        answer = _loads(payload)
    except ValueError:
        raise TelegramError("Telegram's answer is no JSON") from None
    if not isinstance(answer, dict):
        raise TelegramError("Telegram's answer is no JSON object")
    return answer  # pyright: ignore[reportUnknownVariableType]


def pause_of(payload: bytes, header: str) -> float:
    """How long a 429 asks for: in the body, else the header (proxies), else a guess."""
    try:
        return float(decode(payload)["parameters"]["retry_after"])
    except (TelegramError, ValueError, KeyError, TypeError):
        return float(header) if header.isascii() and header.isdigit() else USUAL_PAUSE


def _body(data: RequestData | None) -> aiohttp.FormData | dict[str, str] | None:
    if data is None:
        return None
    if not data.contains_files:
        return data.json_parameters
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form
