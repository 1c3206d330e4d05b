"""The playground's web server: one page, a stream of changes, and a handful of things to do."""

import asyncio
import contextlib
import json
import socket
from collections.abc import AsyncGenerator, AsyncIterator, Generator, Sequence
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.adapters.playground.address import bound
from bot.adapters.playground.asked import Asked, read
from bot.adapters.playground.changes import Change, PeopleChanged, PostChanged, StartedOver
from bot.adapters.playground.feed import AChapter, APost, Everything, Feed, People, Subject
from bot.adapters.playground.guards import Carried, SameOrigin
from bot.adapters.playground.inbound import Inbound
from bot.adapters.playground.manners import Blocked, Outcome, Went
from bot.adapters.playground.pages import Pages
from bot.adapters.playground.platform import PlaygroundPlatform
from bot.adapters.playground.scenes import Scenes
from bot.adapters.playground.story import Chapter, Story
from bot.adapters.playground.world import World
from bot.core.text import File

_STATIC = Path(__file__).parent / "static"
MOST_STREAMS = 16
GRACE = 1
"""Whole seconds that open connections have when the bot stops."""


class Site:
    """The page of one world."""

    def __init__(
        self, world: World, platforms: Sequence[PlaygroundPlatform], story: Story, config_path: Path | str
    ) -> None:
        self._world = world
        self._platforms = {p.dialect: p for p in platforms}
        self._story = story
        self._scenes = Scenes(platforms)
        self._pages = Pages(platforms, story, str(config_path))
        self._feed = Feed(str(world.side(platforms[0].dialect).next_id()))
        world.watch(self._changed)
        story.watch(self._told)
        self.app = Starlette(
            routes=[
                Route("/", self._page),
                Route("/changes", self._changes),
                Route("/do/{what}", self._do, methods=["POST"]),
                Route("/scenes/{name}", self._scene, methods=["POST"]),
                Route("/start-over", self._start_over, methods=["POST"]),
                Mount("/static", StaticFiles(directory=_STATIC)),
            ],
            middleware=[Middleware(Carried), Middleware(SameOrigin)],
        )

    @contextlib.asynccontextmanager
    async def serve(self, host: str = "127.0.0.1", port: int = 0) -> AsyncGenerator[str]:
        """Answer on ``host``; gives the address. Port 0 picks a free one. Raises AddressRefused."""
        with bound(host, port) as listener:
            config = uvicorn.Config(
                self.app,
                log_config=None,
                access_log=False,
                lifespan="off",
                ws="none",
                server_header=False,
                timeout_graceful_shutdown=GRACE,
            )
            server = _Server(config)
            serving = asyncio.create_task(server.serve(sockets=[listener]), name="playground site")
            try:
                await server.is_up.wait()
                yield f"http://{host}:{listener.getsockname()[1]}/"
            finally:
                self._feed.close()
                server.should_exit = True
                await serving

    def _changed(self, change: Change) -> None:
        match change:
            case PostChanged(dialect, post):
                self._feed.publish(APost(dialect, post.id))
            case PeopleChanged(dialect):
                self._feed.publish(People(dialect))
            case StartedOver():
                self._feed.start_over()

    def _told(self, chapter: Chapter) -> None:
        self._feed.publish(AChapter(chapter.id))

    async def _page(self, _: Request) -> HTMLResponse:
        return HTMLResponse(self._pages.page(self._feed.mark))

    async def _changes(self, request: Request) -> StreamingResponse:
        if self._feed.followers >= MOST_STREAMS:
            raise HTTPException(503, "too many open pages")
        mark = request.headers.get("last-event-id") or request.query_params.get("after", "")
        return StreamingResponse(self._stream(mark), media_type="text/event-stream")

    async def _stream(self, mark: str) -> AsyncIterator[str]:
        yield "retry: 1000\n\n"
        async for change in self._feed.follow(mark):
            yield ": still here\n\n" if change is None else self._event(*change)

    def _event(self, mark: str, subject: Subject) -> str:
        match subject:
            case APost(dialect, number):
                kind, piece = f"post-{dialect}", self._pages.post(dialect, number)
            case People(dialect):
                kind, piece = f"people-{dialect}", self._pages.people(dialect)
            case AChapter(number):
                kind, piece = "chapter", self._pages.chapter(number)
            case Everything():
                kind, piece = "everything", ""
        return f"id: {mark}\ndata: {json.dumps({'kind': kind, 'html': piece})}\n\n"

    async def _do(self, request: Request) -> JSONResponse:
        asked = await read(request)
        platform = next((p for name, p in self._platforms.items() if name == asked.text("side")), None)
        if platform is None:
            raise HTTPException(400, "there is no such side")
        outcome = _act(platform.inbound, request.path_params["what"], asked)
        if isinstance(outcome, Blocked):
            return JSONResponse({"why": outcome.why}, 409)
        return JSONResponse({"opens": outcome.opens, "who": outcome.who})

    async def _scene(self, request: Request) -> JSONResponse:
        name = request.path_params["name"]
        if name not in self._scenes.names:
            raise HTTPException(404, "there is no such scene")
        played = await self._scenes.play(name)
        if isinstance(played, Blocked):
            return JSONResponse({"why": played.why}, 409)
        return JSONResponse({"actors": played.actors})

    async def _start_over(self, _: Request) -> JSONResponse:
        self._story.start_over()
        self._world.start_over()
        return JSONResponse({})


def _act(people: Inbound, what: str, asked: Asked) -> Outcome:
    if what == "join":
        return Went(who=people.join().id)
    who = asked.text("as")
    match what:
        case "say":
            return people.post(who, asked.text("chat"), asked.text("text"), asked.number_or_none("reply"), _file(asked))
        case "leave":
            return people.leave(who)
        case _:
            return _act_on_post(people, what, who, asked)


def _act_on_post(people: Inbound, what: str, who: str, asked: Asked) -> Outcome:
    post = asked.number("post")
    match what:
        case "edit":
            return people.edit(who, post, asked.text("text"))
        case "delete":
            return people.delete(who, post)
        case "press":
            return people.press(who, post, asked.text("token"))
        case "fill":
            return people.fill(who, post, asked.texts("values"))
        case "pick":
            return people.pick(who, post, asked.text("command"))
        case _:
            raise HTTPException(404, "nobody can do that")


def _file(asked: Asked) -> File | None:
    given = asked.texts("file")
    return File(given.get("name", "file.txt"), given["content"]) if "content" in given else None


class _Server(uvicorn.Server):
    """The bot owns the signals."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.is_up = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        try:
            await super().startup(sockets)
        finally:
            self.is_up.set()

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None]:
        yield
