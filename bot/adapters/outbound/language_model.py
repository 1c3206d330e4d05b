"""Asks a language model over HTTP, as OpenAI's chat completions are asked; most servers for models speak that."""

import json
import logging
from collections.abc import Mapping, Sequence
from typing import Any

import aiohttp

from bot.adapters.outbound.addresses import Guard
from bot.adapters.outbound.secrets import Secrets, missing
from bot.domain.care.phrased import LONGEST_ANSWER, Model

log = logging.getLogger(__name__)

LARGEST_REPLY = 64 * 1024
_TOKENS = LONGEST_ANSWER // 2


class HttpModel:
    """One connection for each question. Whatever goes wrong is one line in the log, without any words of anybody."""

    def __init__(self, secrets: Secrets) -> None:
        self._secrets = secrets

    async def answer(self, model: Model, messages: Sequence[Mapping[str, str]]) -> str | None:
        """Ask once; None where nothing came in time that can be read."""
        key = self._secrets(model.secret) if model.secret else ""
        if key is None:
            log.warning("the language model is not asked: %s", missing(model.secret))
            return None
        body = {
            "model": model.name,
            "messages": list(messages),
            "temperature": 0,
            "max_tokens": _TOKENS,
            "response_format": {"type": "json_object"},
        }
        head = {"authorization": f"Bearer {key}"} if key else {}
        try:
            return _said(await _posted(model, body, head))
        except (aiohttp.ClientError, OSError, ValueError, TimeoutError) as trouble:
            # The library's own words hold the address, and might hold more.
            log.warning("the language model gave no answer: %s", type(trouble).__name__)
            return None


async def _posted(model: Model, body: Mapping[str, Any], head: Mapping[str, str]) -> bytes:
    """The body of the answer; raises ValueError where it is no answer, or too long."""
    guard = Guard(allow_private=model.allow_private)
    session = aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(socket_factory=guard, force_close=True, use_dns_cache=False),
        timeout=aiohttp.ClientTimeout(total=model.within.total_seconds()),
        cookie_jar=aiohttp.DummyCookieJar(),
        headers={**head, "user-agent": "Townkeeper", "accept-encoding": "identity"},
        auto_decompress=False,
        trust_env=False,
    )
    async with session, session.post(model.url, json=body, allow_redirects=False) as response:
        if response.status != 200:
            raise ValueError(f"HTTP {response.status}")
        found = bytearray()
        async for part in response.content.iter_chunked(8192):
            found += part
            if len(found) > LARGEST_REPLY:
                raise ValueError("too long")
        return bytes(found)


def _said(body: bytes) -> str | None:
    try:
        given: Any = json.loads(body)
        said = given["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        log.warning("the language model gave no answer: it cannot be read")
        return None
    return said if isinstance(said, str) else None
