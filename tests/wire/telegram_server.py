"""A Bot API server on the loopback: the real client library talks to it over a real socket.

It keeps a whole small Telegram (``people`` do things, the bot's calls change it), a ledger of every call with
its time, and a list of ``faults``: whatever aiogram's models would not have understood on either side.
"""

import asyncio
import inspect
import re
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import web

from tests.wire import telegram_faults as trouble
from tests.wire.telegram_calls import Call, brief_update
from tests.wire.telegram_faults import Faults
from tests.wire.telegram_messages import Messages
from tests.wire.telegram_moderation import Moderation
from tests.wire.telegram_people import People
from tests.wire.telegram_profile import Profile
from tests.wire.telegram_schema import faults_of_result, faults_of_update, known, read_params
from tests.wire.telegram_state import ApiError, State
from tests.wire.telegram_updates import Updates
from tests.wire.witnesses import CALLS, comes, goes, in_vain

TOKEN = "123456:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"  # no bot of this world
PATIENCE = 120.0


@dataclass(frozen=True)
class Upload:
    name: str
    data: bytes


class Api(Messages, Moderation, Profile):
    """All methods, named as in the Bot API with underscores."""

    def __init__(self, state, people, updates):
        self.state, self.people, self.updates = state, people, updates
        self.uploads = {}


class TelegramServer:
    """``async with running() as server``: then ``server.people`` acts and ``server.until`` waits."""

    def __init__(self, token=TOKEN, clock=time.time):
        self.token = token
        self.state = State(token, clock=clock)
        self.updates = Updates()
        self.people = People(self.state, self.updates)
        self.api = Api(self.state, self.people, self.updates)
        self.trouble = Faults(time.monotonic)
        self.calls = []
        self.faults = []
        self.url = ""
        self._runner = None
        self._changed = asyncio.Event()

    # ---- life

    async def start(self, port=0):
        """Listen on this port of the loopback, 0 for any free one; ``url`` then says which."""
        known("getMe")  # imports aiogram now, and not for seconds in the middle of somebody's request
        app = web.Application(client_max_size=60 * 2**20)
        app.router.add_route("*", "/bot{token}/{method}", self._handle)
        app.router.add_get("/file/bot{token}/documents/{name}", self._download)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1, handler_cancellation=True)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        comes(self)
        return self

    async def stop(self):
        goes(self)
        await self._runner.cleanup()

    # ---- what a test asks

    async def until(self, condition, seconds=PATIENCE, why=""):
        """Wait until ``condition()`` is true and give its value; AssertionError after so many seconds."""
        deadline = time.monotonic() + seconds
        while not (found := condition()):
            left = deadline - time.monotonic()
            if left <= 0:
                raise in_vain(why or inspect.getsource(condition).strip(), seconds)
            self._changed.clear()
            try:
                async with asyncio.timeout(min(left, 0.02)):
                    await self._changed.wait()
            except TimeoutError:
                continue
        return found

    def calls_of(self, *methods):
        return [call for call in self.calls if call.method in methods]

    def sent_to(self, chat_id):
        """The bot's own messages that stand in this chat now, oldest first."""
        messages = self.state.chats[chat_id].messages.values()
        return [m for m in messages if m.get("from", {}).get("id") == self.state.me.id]

    def texts(self, chat_id):
        return [message.get("text", "") for message in self.sent_to(chat_id)]

    def exists(self, chat_id, message_id):
        return message_id in self.state.chats[chat_id].messages

    def confirmed(self, update_id):
        """Has the bot moved its offset past this update?"""
        return all(update["update_id"] != update_id for update in self.updates.waiting)

    def told(self):
        """The last calls, with who was meant and what was said, and what the bot has not fetched yet."""
        now = time.monotonic()
        calls = [call for call in self.calls if call.method != "getUpdates"]
        polls = "the bot is asking for updates" if self.updates._poller else "the bot is not asking for updates"
        return [
            f"Telegram was called {len(calls)} times, {polls}; the last calls:",
            *(f"  {now - call.at:7.2f} s ago {call}" for call in calls[-CALLS:]),
            f"Telegram has {len(self.updates.waiting)} updates that the bot has not fetched or not confirmed:",
            *(f"  {line}" for line in map(brief_update, self.updates.waiting[:CALLS])),
        ]

    # ---- HTTP

    async def _handle(self, request):
        began, method = time.monotonic(), request.match_info["method"]
        params, sent = {}, None
        try:
            params = await self._read(request, method)
            fault = self.trouble.take(method, params)
            if isinstance(fault, trouble.Cut | trouble.Hang | trouble.Html | trouble.Garbage):
                sent = await self._misbehave(request, fault)
                self._log(Call(began, method, params, sent.status, type(fault).__name__))
                return sent
            _refuse(fault)
            result = await self._call(method, params)
            self._log(Call(began, method, params, 200, result=result))
            if isinstance(fault, trouble.CutAfter):
                request.transport.abort()
            elif isinstance(fault, trouble.HangAfter):
                await asyncio.sleep(3600)
            return web.json_response({"ok": True, "result": result})
        except ApiError as error:
            self._log(Call(began, method, params, error.code, error.description))
            body = {"ok": False, "error_code": error.code, "description": error.description}
            if error.parameters:
                body["parameters"] = error.parameters
            return web.json_response(body, status=error.code)

    async def _read(self, request, method):
        if request.match_info["token"] != self.token:
            raise ApiError(401, "Unauthorized")
        raw = dict(request.query)
        self.api.uploads = {}
        if request.content_type == "application/json" and request.can_read_body:
            raw |= await request.json()
        elif request.content_type.startswith("multipart/"):
            raw |= await self._parts(request)
        elif request.can_read_body:
            raw |= dict(await request.post())
        return read_params(method, raw)

    async def _parts(self, request):
        fields, uploads = {}, {}
        async for part in await request.multipart():
            data = bytes(await part.read(decode=True))
            if part.filename:
                uploads[part.name] = Upload(part.filename, data)
            else:
                fields[part.name] = data.decode()
        self.api.uploads = uploads
        return fields | {name: f"attach://{name}" for name in uploads if known_field(fields, name)}

    async def _call(self, method, params):
        name = re.sub(r"(?<!^)([A-Z])", r"_\1", method).lower()
        if not known(method) or not hasattr(self.api, name):
            raise ApiError(501, f"Not Implemented: this test server has no {method}")
        result = getattr(self.api, name)(**params)
        if inspect.isawaitable(result):
            result = await result
        if method == "getUpdates":
            return result
        self.faults += faults_of_result(method, result)
        return result

    async def _misbehave(self, request, fault):
        match fault:
            case trouble.Cut():
                request.transport.abort()
                return web.Response(status=499)
            case trouble.Hang():
                await asyncio.sleep(3600)
            case trouble.Html(code):
                return web.Response(status=code, text="<html>Bad Gateway</html>", content_type="text/html")
            case trouble.Garbage(body):
                return web.Response(body=body, content_type="application/json")
        return web.Response(status=504)

    async def _download(self, request):
        found = self.state.files.get(request.match_info["name"])
        if found is None or request.match_info["token"] != self.token:
            return web.Response(status=404)
        return web.Response(body=found[1])

    def _log(self, call):
        self.calls.append(call)
        self._changed.set()


def known_field(fields, name):
    """A file part that no other field refers to is itself the value of its field."""
    return f"attach://{name}" not in fields.values()


def _refuse(fault):
    match fault:
        case trouble.Flood(seconds):
            raise ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
        case trouble.Answers(code, description, parameters):
            raise ApiError(code, description, **parameters)


@asynccontextmanager
async def running(token=TOKEN, port=0, *, strict=True):
    """A server for the length of a test. ``strict``: fail if aiogram misunderstood anything at the end."""
    server = TelegramServer(token)
    await server.start(port)
    try:
        yield server
    finally:
        await server.stop()
    faults = server.faults + [f for u in server.updates.history for f in faults_of_update(u)]
    assert not (strict and faults), faults
