"""Discord on a loopback port: real sockets, simulated people, trouble to order."""

import asyncio
import inspect
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

from tests.wire.discord_faults import Fault
from tests.wire.discord_gateway import ELSEWHERE, Gateway
from tests.wire.discord_ledger import Ledger
from tests.wire.discord_rest import API, Rest
from tests.wire.discord_world import Town, World
from tests.wire.slowness import slowness
from tests.wire.witnesses import CALLS, comes, goes, in_vain

TOKEN = "d2lyZQ.wire.token"
DEADLINE = 120.0
SECONDS = 3
"""In which an interaction is answered or waited with, or can be answered no more."""


class DiscordServer:
    """REST and gateway of one simulated Discord; ``async with discord_server() as server``."""

    def __init__(self, token: str = TOKEN) -> None:
        self.token = token
        self.world = World()
        self.rest = Rest(self.world.backend, self.world.strict, token)
        self.gateway = Gateway(self.world.backend, self.rest)
        self._changed = asyncio.Event()
        self._runner: web.AppRunner | None = None
        self.world.backend.subscribers.insert(0, self._notice)  # before the gateway copies

    # Where it is

    @property
    def api_url(self) -> str:
        return self.rest.base + API

    @property
    def gateway_url(self) -> str:
        return self.rest.base.replace("http", "ws", 1) + "/gateway/"

    @property
    def cdn_url(self) -> str:
        return self.rest.base + "/cdn"

    # Shorthands

    @property
    def ledger(self) -> Ledger:
        return self.rest.ledger

    @property
    def gaps(self) -> list[str]:
        """Requests that the simulation cannot answer; a test may demand that there are none."""
        return self.rest.gaps

    def town(self, name: str = "Riverside", channels: tuple[str, ...] = ("general", "staff")) -> Town:
        return self.world.town(name, channels)

    def fail(self, *faults: Fault) -> None:
        """Let the next matching requests meet these faults."""
        self.rest.faults.extend(faults)

    async def until(self, true: Callable[[], Any], *, within: float = DEADLINE, what: str = "") -> Any:
        """Wait until the condition holds and return what it returned; AssertionError at the deadline.

        It is asked again after every request and event, and now and then for what happens inside the bot.
        """
        deadline = asyncio.get_running_loop().time() + within
        while not (found := true()):
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0:
                raise in_vain(what or inspect.getsource(true).strip(), within)
            self._changed.clear()
            await self._change(min(left, 0.02))
        return found

    async def ready(self) -> None:
        """Wait until a bot is connected."""
        await self.until(lambda: self.gateway.connected, what="a connected bot")

    def told(self) -> list[str]:
        """The last requests with what was said, what cannot be answered, and what the bot was told last."""
        now = asyncio.get_running_loop().time()
        return [
            f"Discord was asked {len(self.ledger)} times, a bot is {'' if self.gateway.connected else 'not '}connected:",
            *(f"  {now - request.at:7.2f} s ago {request}" for request in list(self.ledger)[-CALLS:]),
            *(f"  not simulated: {gap}" for gap in self.gaps),
            *self.gateway.told(),
        ]

    # Life

    async def start(self, port: int = 0) -> None:
        app = web.Application(client_max_size=30 * 2**20)
        app.router.add_route("*", API + "/{tail:.*}", self._handle)
        app.router.add_get("/cdn/{tail:.*}", self.rest.cdn)
        app.router.add_get("/gateway/", self.gateway.handle)
        app.router.add_get(ELSEWHERE, self.gateway.handle)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port).start()
        self.rest.base = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        comes(self)

    async def stop(self) -> None:
        goes(self)
        await self.gateway.drop(1001)
        if self._runner is not None:
            await self._runner.cleanup()

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        try:
            return await self.rest.handle(request)
        finally:
            self._changed.set()

    def _notice(self, event: str, payload: Any) -> None:
        if event == "INTERACTION_CREATE":
            self._speak_their_language(payload)
            self._wait_as_long_as_here(payload)
        self._changed.set()

    def _speak_their_language(self, payload: dict[str, Any]) -> None:
        user = (payload.get("member") or payload)["user"]
        payload["locale"] = self.world.locales.get(int(user["id"]), "en-US")

    def _wait_as_long_as_here(self, payload: dict[str, Any]) -> None:
        """Three seconds on a quiet machine: no story hangs because a busy one lets the bot wait for its turn."""
        backend = self.world.backend
        backend.interactions[int(payload["id"])].initial_response_deadline = backend.iso_after(SECONDS * slowness())

    async def _change(self, timeout: float) -> None:  # noqa: ASYNC109  it is what is waited for
        try:
            await asyncio.wait_for(self._changed.wait(), timeout)
        except TimeoutError:
            return


@asynccontextmanager
async def discord_server(port: int = 0, token: str = TOKEN) -> AsyncIterator[DiscordServer]:
    """Run a Discord on this port (0: a free one) for the time of the block."""
    server = DiscordServer(token)
    await server.start(port)
    try:
        yield server
    finally:
        await server.stop()
