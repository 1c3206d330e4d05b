"""The body of a POST, read at the edge: a small flat JSON object."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

MOST_BYTES = 200_000
"""More than a config file needs, which is the largest thing anybody hands in here."""
DEADLINE = 10.0


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page asked for; everything is checked when it is read, and a wrong shape is a 400."""

    fields: Mapping[str, object]

    def text(self, name: str, default: str | None = None) -> str:
        value = self.fields.get(name, default)
        if not isinstance(value, str):
            raise HTTPException(400, f"{name} must be text")
        return value

    def number(self, name: str) -> int:
        value = self.fields.get(name)
        if not isinstance(value, int) or isinstance(value, bool):
            raise HTTPException(400, f"{name} must be a number")
        return value

    def number_or_none(self, name: str) -> int | None:
        return None if self.fields.get(name) is None else self.number(name)

    def texts(self, name: str) -> dict[str, str]:
        value = self.fields.get(name, {})
        if not isinstance(value, dict):
            raise HTTPException(400, f"{name} must be an object of texts")
        items = cast("dict[str, object]", value).items()
        return {key: text for key, text in items if isinstance(text, str)}


async def read(request: Request) -> Asked:
    """Read the body, but not one that is too large, too slow, or something else than JSON."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise HTTPException(415, "JSON is wanted")
    body = bytearray()
    try:
        async with asyncio.timeout(DEADLINE):
            async for part in request.stream():
                body += part
                if len(body) > MOST_BYTES:
                    raise HTTPException(413, "that is too much")
        fields = json.loads(body)
    except TimeoutError:
        raise HTTPException(408, "that took too long") from None
    except (ValueError, RecursionError, ClientDisconnect):
        raise HTTPException(400, "that is no JSON") from None
    if not isinstance(fields, dict):
        raise HTTPException(400, "an object is wanted")
    return Asked(cast("dict[str, object]", fields))
