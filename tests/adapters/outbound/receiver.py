"""A department's system on the loopback: it takes, refuses, hangs, redirects and babbles as it is told."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Self

from aiohttp import web


@dataclass
class Receiver:
    """``answers`` are given in turn, the last one again and again; ``got`` is everything that was posted."""

    answers: list[Callable] = field(default_factory=list)
    got: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    url: str = ""

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self._take)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        port = site._server.sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{port}/hook"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    async def _take(self, request: web.Request) -> web.StreamResponse:
        self.got.append((dict(request.headers), await request.read()))
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return await answer(request)


def says(status: int = 200, body: bytes = b"", **head: str) -> Callable:
    """Answer so."""

    async def answer(_: web.Request) -> web.Response:
        return web.Response(
            status=status, body=body, headers={name.replace("_", "-"): text for name, text in head.items()}
        )

    return answer


async def hangs(_: web.Request) -> web.Response:
    await asyncio.sleep(60)
    raise AssertionError("nobody waits that long")


async def babbles(request: web.Request) -> web.StreamResponse:
    """An answer without end."""
    response = web.StreamResponse()
    await response.prepare(request)
    try:
        while True:
            await response.write(b"x" * 65_536)
    except ConnectionError:
        return response


async def stops_in_the_middle(request: web.Request) -> web.StreamResponse:
    """Two hundred, and then nothing more."""
    response = web.StreamResponse()
    response.content_length = 100
    await response.prepare(request)
    await response.write(b'{"status":')
    await asyncio.sleep(60)
    return response


async def hangs_up(request: web.Request) -> web.Response:
    request.transport.abort()
    return web.Response()
