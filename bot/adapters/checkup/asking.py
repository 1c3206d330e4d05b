"""One question to a messenger's API over HTTP, answered whatever happens; no address that holds a token is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import aiohttp

PATIENCE = aiohttp.ClientTimeout(total=10)


@dataclass(frozen=True, slots=True)
class Said:
    """What came back: a status and its JSON."""

    status: int
    data: Any


@dataclass(frozen=True, slots=True)
class Silence:
    """Nothing came back; ``why`` names no address."""

    why: str


Reply: TypeAlias = Said | Silence


async def ask(url: str, headers: Mapping[str, str] | None = None, params: Mapping[str, str] | None = None) -> Reply:
    """GET ``url``; never raises for what the network or the messenger does."""
    try:
        async with (
            aiohttp.ClientSession(timeout=PATIENCE, trust_env=True) as session,
            session.get(url, headers=headers, params=params) as response,
        ):
            return Said(response.status, await response.json(content_type=None))
    except (aiohttp.ClientError, TimeoutError, ValueError, OSError) as error:
        return Silence(type(error).__name__)
