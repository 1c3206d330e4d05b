"""Trouble to order: each fault has a name, strikes the requests it is meant for, and then is spent."""

import asyncio
import re
from dataclasses import dataclass
from enum import Enum, auto

from aiohttp import web

from tests.wire.discord_answers import CUT, HEADERS, answer, problem


class Moment(Enum):
    """Whether the request still had its effect when the trouble came."""

    BEFORE_EFFECT = auto()
    AFTER_EFFECT = auto()


@dataclass(slots=True)
class Fault:
    """What befalls the next ``times`` requests that match."""

    name: str
    method: str
    path: str
    times: int = 1
    status: int = 0
    code: int = 0
    retry_after: float = 0.0
    scope: str = "user"
    seconds: float = 0.0
    moment: Moment = Moment.BEFORE_EFFECT

    def meets(self, method: str, path: str) -> bool:
        return self.times > 0 and self.method in {method, "*"} and bool(re.fullmatch(self.path, path))

    async def strike(self, request: web.Request) -> web.StreamResponse:
        self.times -= 1
        match self.name:
            case "rate limited":
                return self._too_many()
            case "broken":
                return problem(self.status, 0, "the service is unavailable")
            case "refused":
                return problem(self.status, self.code, "ordered by the test")
            case "html":
                return web.Response(status=self.status, text="<html>bad gateway</html>", content_type="text/html")
            case "garbled":
                return web.Response(body=b'{"id": ', headers=HEADERS)
            case "hanging":
                await asyncio.sleep(self.seconds)
        return _cut(request)

    def _too_many(self) -> web.Response:
        headers = {"Retry-After": str(self.retry_after), "X-RateLimit-Scope": self.scope}
        if self.scope == "global":
            headers["X-RateLimit-Global"] = "true"
        body = {
            "message": "You are being rate limited.",
            "retry_after": self.retry_after,
            "global": self.scope == "global",
        }
        return answer(body, 429, headers)


def rate_limited(method, path, retry_after=0.2, scope="user", times=1) -> Fault:
    """429 with header and body; the scope is user, shared or global."""
    return Fault("rate limited", method, path, times, retry_after=retry_after, scope=scope)


def broken(method, path, status=500, times=1) -> Fault:
    """A 5xx with Discord's own JSON."""
    return Fault("broken", method, path, times, status=status)


def refused(method, path, status, code, times=1) -> Fault:
    """A no with one of Discord's own codes."""
    return Fault("refused", method, path, times, status=status, code=code)


def html(method, path, status=502, times=1) -> Fault:
    """What a proxy in between says: a page, not JSON."""
    return Fault("html", method, path, times, status=status)


def garbled(method, path, times=1) -> Fault:
    """200 whose body ends in the middle."""
    return Fault("garbled", method, path, times)


def aborted(method, path, times=1) -> Fault:
    """The connection is reset before anything happened."""
    return Fault("aborted", method, path, times)


def answer_lost(method, path, times=1) -> Fault:
    """It happened, and the connection was reset before the answer came."""
    return Fault("aborted", method, path, times, moment=Moment.AFTER_EFFECT)


def hanging(method, path, seconds=60.0, times=1) -> Fault:
    """Nobody answers for a long time, then the line is cut."""
    return Fault("hanging", method, path, times, seconds=seconds)


def _cut(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=CUT)
