"""REST answers as Discord words them."""

import json
from typing import Any

from aiohttp import web

CUT = 599  # never leaves the machine: the transport is gone when it would be written

# discord.py compares the content type as a whole, without a charset, and takes an answer without Via for
# one of Cloudflare's own.
HEADERS = {"Content-Type": "application/json", "Via": "1.1 google"}


def answer(body: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    return web.Response(body=json.dumps(body).encode(), status=status, headers={**HEADERS, **(headers or {})})


def problem(status: int, code: int, message: str) -> web.Response:
    return answer({"code": code, "message": message}, status)
