"""The REST half: authorise, note in the ledger, strike with faults, then ask the simulated Discord."""

import asyncio
import io
import json
import re
import time
from types import SimpleNamespace
from typing import Any
from urllib.parse import unquote

from aiohttp import web
from simcord.backend import Backend
from simcord.backend.cdn import CDN_BASE
from simcord.backend.errors import BackendError
from simcord.http import router
from simcord.http import routes as _routes  # noqa: F401  importing it fills the router's table

from tests.wire.discord_answers import CUT, HEADERS, answer, problem
from tests.wire.discord_faults import Fault, Moment
from tests.wire.discord_incidents import Incidents
from tests.wire.discord_ledger import Ledger, Request
from tests.wire.discord_strict import Strict

API = "/api/v10"
NONCE_LIVES = 180.0  # "the past few minutes"
_BY_TOKEN = re.compile(r"/(webhooks|interactions)/\d+/[^/]+.*")  # these carry their own secret
_FILE = re.compile(re.escape(CDN_BASE) + r'(/[^"\\?]*attachments[^"\\?]*)')


class Rest:
    """Answers REST requests out of one simcord backend."""

    def __init__(self, backend: Backend, strict: Strict, token: str) -> None:
        self._backend = backend
        self._strict = strict
        self.token = token
        self.base = ""
        self.ledger = Ledger()
        self.incidents = Incidents(backend)
        self.faults: list[Fault] = []
        self.gaps: list[str] = []
        self.identifies_left = 1000
        self.edition = 0
        self._nonces: dict[tuple[str, str], tuple[float, Any]] = {}

    async def handle(self, request: web.Request) -> web.StreamResponse:
        path, method = "/" + request.match_info["tail"], request.method
        refusal = self._authorise(request, path)
        try:
            body, files = await _read(request)
        except ValueError:
            return problem(400, 50109, "The request body contains invalid JSON.")
        reason = request.headers.get("X-Audit-Log-Reason")
        entry = Request(
            asyncio.get_running_loop().time(),
            method,
            path,
            body,
            unquote(reason or "") or None,
            dict(request.query),
        )
        self.ledger.write(entry)
        response = refusal or await self._answer(request, entry, files)
        entry.status = 0 if response.status == CUT else response.status
        return response

    async def cdn(self, request: web.Request) -> web.Response:
        is_over = int(request.query.get("ex", "0")) < self.edition
        blob = None if is_over else self._backend.cdn.get(f"{CDN_BASE}/{request.match_info['tail']}")
        return web.Response(status=404) if blob is None else web.Response(body=blob)

    def localise(self, payload: Any) -> Any:
        """The payload as the bot may have it: a copy whose addresses lead to this server."""
        signed = _FILE.sub(rf"{self.base}/cdn\1?ex={self.edition}", json.dumps(payload))
        return json.loads(signed.replace(CDN_BASE, f"{self.base}/cdn"))

    def addresses_run_out(self) -> None:
        """No address of a file that was given out so far leads anywhere any more; read again, a message has new ones."""
        self.edition += 1

    def _authorise(self, request: web.Request, path: str) -> web.Response | None:
        if _BY_TOKEN.fullmatch(path):
            return None
        if request.headers.get("Authorization") != f"Bot {self.token}":
            return problem(401, 0, "401: Unauthorized")
        if not request.headers.get("User-Agent", "").startswith("DiscordBot ("):
            return problem(400, 0, "a bot names itself: DiscordBot ($url, $versionNumber)")
        return None

    async def _answer(self, request: web.Request, entry: Request, files: list) -> web.StreamResponse:
        fault = next((f for f in self.faults if f.meets(entry.method, entry.path)), None)
        if fault is not None and fault.moment is Moment.BEFORE_EFFECT:
            return await fault.strike(request)
        response = self._carry_out(entry, files)
        return response if fault is None else await fault.strike(request)

    def _carry_out(self, entry: Request, files: list) -> web.Response:
        if (entry.method, entry.path) == ("GET", "/gateway/bot"):
            return answer(self._gateway_bot())
        known = self._known_nonce(entry)
        if known is not None:
            return answer(known)
        try:
            self._strict.check(entry.method, entry.path, entry.query if entry.body is None else entry.body)
            made = self.incidents.answer(entry.method, entry.path, entry.body) or router.dispatch(
                self._backend,
                entry.method,
                entry.path,
                json=entry.body,
                params=entry.query,
                files=files,
                reason=entry.reason,
            )
        except (router.RouteNotImplemented, router.UnsupportedField) as gap:
            self.gaps.append(str(gap))
            return problem(501, 0, str(gap))
        except BackendError as error:
            return answer(error.to_json(), error.status)
        if made is None:
            return web.Response(status=204, headers={"Via": HEADERS["Via"]})
        return answer(self._remember_nonce(entry, self.localise(made)))

    def _gateway_bot(self) -> dict:
        limit = {
            "total": 1000,
            "remaining": self.identifies_left,
            "reset_after": 86_400_000,
            "max_concurrency": 1,
        }
        url = self.base.replace("http", "ws", 1) + "/gateway/"
        return {"url": url, "shards": 1, "session_start_limit": limit}

    def _known_nonce(self, entry: Request) -> Any:
        made_at, made = self._nonces.get(_nonce_key(entry), (0.0, None))
        return made if time.monotonic() - made_at < NONCE_LIVES else None

    def _remember_nonce(self, entry: Request, made: Any) -> Any:
        path, nonce = _nonce_key(entry)
        if nonce:
            made["nonce"] = nonce
            self._nonces[path, nonce] = (time.monotonic(), made)
        return made


def _nonce_key(entry: Request) -> tuple[str, str]:
    """A nonce counts per channel, and only when the bot asks for it to be enforced."""
    is_send = entry.method == "POST" and isinstance(entry.body, dict) and entry.body.get("enforce_nonce")
    return entry.path, str(entry.body.get("nonce") or "") if is_send else ""


async def _read(request: web.Request) -> tuple[Any, list]:
    if not request.content_type.startswith("multipart/"):
        raw = await request.read()
        return (json.loads(raw) if raw else None), []
    body: Any = None
    files = []
    async for part in await request.multipart():
        data = bytes(await part.read())
        if part.name == "payload_json":
            body = json.loads(data)
        elif part.filename:
            files.append(SimpleNamespace(fp=io.BytesIO(data), filename=part.filename, description=None))
        else:
            body = {**(body or {}), part.name: data.decode()}
    return body, files
