import asyncio
import json
import re

import httpx
import pytest

from bot.adapters.playground import feed
from bot.adapters.playground import site as site_module
from bot.adapters.playground.address import AddressRefused
from bot.adapters.playground.asked import MOST_BYTES
from bot.adapters.playground.guards import CONTENT_POLICY
from bot.adapters.playground.site import Site
from bot.adapters.playground.world import GENERAL, private
from bot.core.actions import Punish, Sanction, Send, Whisper
from bot.core.commands import CommandSpec, Kind, Menu, Param
from bot.core.events import MessagePosted
from bot.core.people import Rank
from bot.core.text import File
from bot.core.ui import Button, LinkButton, Press
from bot.runtime.trace import Arrived
from tests.adapters.playground.stage import VOICE, Stage, posts, rich, user, who

HERE = "http://127.0.0.1:8000"
REPORT = CommandSpec("report", (Param("message", Kind.MESSAGE),), Rank.MEMBER, True, lambda *_: None, menu=Menu.MESSAGE)


@pytest.fixture
async def stage():
    async with Stage(REPORT).playing() as stage:
        yield stage


@pytest.fixture
def site(stage):
    return Site(stage.world, stage.platforms, stage.story, "config/community.yaml")


@pytest.fixture
async def page(site):
    transport = httpx.ASGITransport(app=site.app)
    async with httpx.AsyncClient(transport=transport, base_url=HERE, headers={"Origin": HERE}) as client:
        yield client


async def say(page, stage, text, side="discord", name="Ala", **more):
    platform = getattr(stage, side)
    body = {"side": side, "as": who(platform, name).id, "chat": GENERAL, "text": text, **more}
    return await page.post("/do/say", json=body)


async def test_the_page_shows_both_messengers_and_where_the_rules_are(page):
    html = (await page.get("/")).text
    assert "config/community.yaml" in html
    for text in ("<h1>", "pretend Discord", "pretend Telegram", "What the bot did and why", "Ala (member, Polish)"):
        assert text in html
    for scene in ("greeting", "spam-link", "bad-word", "complaint"):
        assert f'data-scene="{scene}"' in html


async def test_the_page_needs_nothing_from_elsewhere_and_holds_no_script_or_style_of_its_own(page):
    html = (await page.get("/")).text
    assert re.findall(r'(?:src|href)="([^"]+)"', html) == [
        "/static/icon.svg",
        "/static/playground.css",
        "/static/playground.js",
    ]
    assert not re.search(r"\son\w+=|style=|<style|<script>", html)
    for path in ("icon.svg", "playground.css", "playground.js"):
        assert (await page.get(f"/static/{path}")).status_code == 200


@pytest.mark.parametrize("path", ["/", "/static/playground.css", "/nothing"])
async def test_every_answer_carries_the_strict_policy(page, path):
    headers = (await page.get(path)).headers
    assert headers["content-security-policy"] == CONTENT_POLICY
    assert "default-src 'none'; script-src 'self'; style-src 'self'" in CONTENT_POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", ""])
async def test_another_host_name_is_refused(page, host):
    assert (await page.get("/", headers={"Host": host})).status_code == 400


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": HERE}, 200),
        ({"Origin": "", "Sec-Fetch-Site": "same-origin"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://127.0.0.1:9999"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "none"}, 403),
        ({}, 403),
    ],
)
async def test_only_the_page_itself_may_change_something(site, headers, status):
    transport = httpx.ASGITransport(app=site.app)
    async with httpx.AsyncClient(transport=transport, base_url=HERE, headers=headers) as client:
        assert (await client.post("/start-over")).status_code == status


async def test_looking_changes_nothing(page):
    for path in ("/do/say", "/scenes/greeting", "/start-over"):
        assert (await page.get(path)).status_code == 405


async def test_what_somebody_writes_reaches_the_bot(page, stage):
    assert (await say(page, stage, "hello")).status_code == 200
    (event,) = await stage.heard()
    assert (type(event), event.message.text) == (MessagePosted, "hello")


async def test_hostile_text_is_only_text(page, stage):
    evil = "<img src=x onerror=alert(1)>\"'</script><script>alert(2)</script>"
    await say(page, stage, evil)
    stage.story.note(Arrived((await stage.heard())[0], stage.clock.now()))
    html = (await page.get("/")).text
    assert "<img" not in html
    assert "<script>alert" not in html
    assert html.count("&lt;img src=x onerror=alert(1)&gt;") == 3  # in the log, as data, and in the story


async def test_a_button_with_a_hostile_address_is_not_shown(page, stage):
    rows = ((LinkButton(rich("bad"), "javascript:alert(1)"), LinkButton(rich("good"), "https://x.example")),)
    await stage.discord.perform(Send(stage.discord.side.place(GENERAL), rich("x"), rows), VOICE, "")
    html = (await page.get("/")).text
    assert "javascript:" not in html
    assert 'href="https://x.example"' in html


async def test_one_can_reply_edit_delete_press_and_pick(page, stage):
    await say(page, stage, "first")
    first = posts(stage.discord)[0]
    await say(page, stage, "second", name="Mo", reply=first.id)
    assert posts(stage.discord)[1].reply_to == first.id
    ala = {"side": "discord", "as": who(stage.discord, "Ala").id, "post": first.id}
    assert (await page.post("/do/edit", json={**ala, "text": "better"})).status_code == 200
    assert (await page.post("/do/pick", json={**ala, "command": "report"})).status_code == 200
    assert (await page.post("/do/delete", json=ala)).status_code == 200
    rows = ((Button(rich("Press"), Press(), token="t1"),),)
    await stage.discord.perform(Send(stage.discord.side.place(GENERAL), rich("x"), rows), VOICE, "")
    pressed = {**ala, "post": posts(stage.discord)[-1].id, "token": "t1"}
    assert (await page.post("/do/press", json=pressed)).status_code == 200
    assert (await page.post("/do/fill", json={**ala, "values": {}})).status_code == 409
    assert (await page.get("/")).text.count("deleted by its author") == 1


async def test_a_text_file_can_be_handed_in(page, stage):
    answer = await say(page, stage, "look", file={"name": "c.yaml", "content": "version: 1"})
    assert answer.status_code == 200


async def test_files_of_the_bot_are_shown(page, stage):
    ala = user(stage.discord, "Ala")
    await stage.discord.perform(Whisper(ala, rich("here"), files=(File("c.yaml", "version: 1"),)), VOICE, "")
    assert "version: 1" in (await page.get("/")).text


async def test_people_join_and_leave(page, stage):
    joined = (await page.post("/do/join", json={"side": "telegram"})).json()
    body = {"side": "telegram", "as": joined["who"]}
    assert (await page.post("/do/leave", json=body)).status_code == 200
    assert (await page.post("/do/leave", json=body)).json()["why"] == "This person is not here."
    assert "Besnik (not here)" in (await page.get("/")).text


async def test_a_deep_button_tells_the_page_which_chat_to_open(page, stage):
    rows = ((Button(rich("Read it"), Press(), token="t1", deep=True),),)
    await stage.telegram.perform(Send(stage.telegram.side.place(GENERAL), rich("x"), rows), VOICE, "")
    sam = who(stage.telegram, "Sam").id
    body = {"side": "telegram", "as": sam, "post": posts(stage.telegram)[0].id, "token": "t1"}
    assert (await page.post("/do/press", json=body)).json()["opens"] == private(sam)


async def test_what_the_messenger_does_not_allow_is_a_sentence(page, stage):
    ala = user(stage.discord, "Ala")
    await stage.discord.perform(Punish(stage.discord.side.space, ala, Sanction.MUTE), VOICE, "")
    answer = await say(page, stage, "hello")
    assert answer.status_code == 409
    assert answer.json()["why"].startswith("Ala is muted until")
    assert "Ala (muted)" in (await page.get("/")).text


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/do/say", b"{", 400),
        ("/do/say", b"[" * 100_000, 400),
        ("/do/say", b"[]", 400),
        ("/do/say", b'{"side": "irc"}', 400),
        ("/do/say", b'{"side": "discord"}', 400),
        ("/do/say", b'{"side": "discord", "as": 1}', 400),
        ("/do/edit", b'{"side": "discord", "as": "x", "post": true}', 400),
        ("/do/fill", b'{"side": "discord", "as": "x", "post": 1, "values": 1}', 400),
        ("/do/dance", b'{"side": "discord", "as": "x", "post": 1}', 404),
        ("/do/say", b" " * (MOST_BYTES + 1), 413),
        ("/scenes/nothing", b"", 404),
    ],
)
async def test_nonsense_is_refused(page, path, body, status):
    answer = await page.post(path, content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == status


async def test_a_form_of_another_kind_is_refused(page):
    assert (await page.post("/do/say", data={"side": "discord"})).status_code == 415


async def test_a_scene_is_played_from_the_page(page, stage):
    answer = (await page.post("/scenes/greeting")).json()
    assert set(answer["actors"]) == {"discord", "telegram"}
    assert len(stage.events) == 2


class Stream:
    """Reads server-sent events as a browser would."""

    def __init__(self, answer):
        self.lines = answer.aiter_lines()
        self.last_id = ""

    async def next(self):
        data = None
        async with asyncio.timeout(30):
            async for line in self.lines:
                if line.startswith("id: "):
                    self.last_id = line[4:]
                elif line.startswith("data: "):
                    data = json.loads(line[6:])
                elif not line and data is not None:
                    return data
        raise AssertionError("the stream ended")


def mark_of(html):
    return re.search(r'data-mark="([^"]+)"', html)[1]


async def test_changes_reach_an_open_page_and_one_that_comes_back_misses_none(site, stage):
    async with (
        site.serve() as address,
        httpx.AsyncClient(timeout=30, base_url=address, headers={"Origin": address[:-1]}) as client,
    ):
        mark = mark_of((await client.get("/")).text)
        await say(client, stage, "between rendering and listening")
        async with client.stream("GET", "/changes", params={"after": mark}) as answer:
            assert answer.headers["content-type"].startswith("text/event-stream")
            stream = Stream(answer)
            first = await stream.next()
            assert first["kind"] == "post-discord"
            assert "between rendering and listening" in first["html"]
            await say(client, stage, "live")
            assert "live" in (await stream.next())["html"]
            seen = stream.last_id
        await say(client, stage, "while away")
        await say(client, stage, "also while away", side="telegram", name="Sam")
        async with client.stream("GET", "/changes", headers={"Last-Event-ID": seen}) as answer:
            stream = Stream(answer)
            assert "while away" in (await stream.next())["html"]
            assert (await stream.next())["kind"] == "post-telegram"


async def test_a_page_of_an_earlier_run_is_told_to_load_again(site, stage):
    async with site.serve() as address, httpx.AsyncClient(timeout=30, base_url=address) as client:
        for mark in ("1-5", "", "nonsense", f"{mark_of((await client.get('/')).text)}999"):
            async with client.stream("GET", "/changes", params={"after": mark}) as answer:
                assert (await Stream(answer).next())["kind"] == "everything"


async def test_a_page_that_slept_for_too_long_is_told_to_load_again(site, stage, monkeypatch):
    monkeypatch.setattr(feed, "MOST_SUBJECTS", 3)
    async with (
        site.serve() as address,
        httpx.AsyncClient(timeout=30, base_url=address, headers={"Origin": address[:-1]}) as client,
    ):
        mark = mark_of((await client.get("/")).text)
        for number in range(5):
            await say(client, stage, f"message {number}")
        async with client.stream("GET", "/changes", params={"after": mark}) as answer:
            assert (await Stream(answer).next())["kind"] == "everything"


async def test_a_silent_stream_gives_signs_of_life(site, monkeypatch):
    monkeypatch.setattr(feed, "KEEP_ALIVE", 0.01)
    async with site.serve() as address, httpx.AsyncClient(timeout=30, base_url=address) as client:
        mark = mark_of((await client.get("/")).text)
        async with client.stream("GET", "/changes", params={"after": mark}) as answer, asyncio.timeout(30):
            lines = answer.aiter_lines()
            while await anext(lines) != ": still here":
                continue


async def test_starting_over_reaches_every_page(site, stage):
    async with (
        site.serve() as address,
        httpx.AsyncClient(timeout=30, base_url=address, headers={"Origin": address[:-1]}) as client,
    ):
        mark = mark_of((await client.get("/")).text)
        async with client.stream("GET", "/changes", params={"after": mark}) as answer:
            await client.post("/start-over")
            assert (await Stream(answer).next())["kind"] == "everything"


async def test_people_and_chapters_come_by_the_stream(site, stage):
    async with (
        site.serve() as address,
        httpx.AsyncClient(timeout=30, base_url=address, headers={"Origin": address[:-1]}) as client,
    ):
        mark = mark_of((await client.get("/")).text)
        async with client.stream("GET", "/changes", params={"after": mark}) as answer:
            stream = Stream(answer)
            await client.post("/do/join", json={"side": "discord"})
            assert "Lucía" in (await stream.next())["html"]
            stage.story.note(Arrived((await stage.heard())[0], stage.clock.now()))
            kinds = {(await stream.next())["kind"] for _ in range(2)}
            assert kinds == {"post-discord", "chapter"}


async def test_an_open_page_does_not_keep_the_bot_from_stopping(site):
    serving = site.serve()
    address = await serving.__aenter__()
    async with httpx.AsyncClient(timeout=30, base_url=address) as client:
        mark = mark_of((await client.get("/")).text)
        async with client.stream("GET", "/changes", params={"after": mark}):
            async with asyncio.timeout(2):
                await serving.__aexit__(None, None, None)


async def test_too_many_open_pages_are_refused(site, monkeypatch):
    monkeypatch.setattr(site_module, "MOST_STREAMS", 0)
    async with site.serve() as address, httpx.AsyncClient(timeout=30, base_url=address) as client:
        assert (await client.get("/changes", params={"after": ""})).status_code == 503


async def test_a_taken_port_is_an_error_at_once(site):
    async with site.serve() as address:
        port = int(address.rsplit(":", 1)[1].strip("/"))
        with pytest.raises(AddressRefused, match="is taken"):
            async with site.serve(port=port):
                pass
