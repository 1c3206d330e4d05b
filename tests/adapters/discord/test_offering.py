"""Commands as Discord offers them, and the files that go in and out."""

import asyncio

import pytest

from bot.core.actions import Answer, Whisper
from bot.core.interactions import CommandInvoked
from bot.core.receipts import Done
from bot.core.text import File
from tests.adapters.discord.cog import SPECS
from tests.adapters.discord.world import KeyVoice, KeyVoices, MemoryShelf, rich, running

pytestmark = pytest.mark.wire
VOICE = KeyVoice()


@pytest.fixture
async def adapter(server, town):
    async with running(server, specs=SPECS, before_defer=0.3) as (platform, listener):
        await server.until(server.world.commands)
        yield platform, listener


async def test_what_is_offered_natively(server, town, adapter):
    commands = {(c["name"], c["type"]): c for c in server.world.commands()}
    assert set(commands) == {
        ("warn", 1),
        ("mute", 1),
        ("report", 1),
        ("config", 1),
        ("language", 1),
        ("help", 1),
        ("en menu-warn", 2),
        ("en menu-report", 3),
    }
    mute = commands["mute", 1]
    assert mute["default_member_permissions"] == str(1 << 40)
    assert mute["contexts"] == [0]
    assert commands["help", 1]["contexts"] == [0, 1]
    assert mute["description"] == "en command-mute"
    assert mute["description_localizations"] == {
        "pl": "pl command-mute",
        "ru": "ru command-mute",
        "es-ES": "es command-mute",
        "es-419": "es command-mute",
    }
    options = [(o["name"], o["type"], o["required"]) for o in mute["options"]]
    assert options == [("member", 6, True), ("duration", 3, True), ("reason", 3, False)]
    check, apply, upload = commands["config", 1]["options"]
    assert commands["config", 1]["description"] == "en command-config"
    assert upload["options"][0]["type"] == 11
    assert (check["type"], check["name"]) == (1, "check")
    assert (apply["options"][0]["min_value"], apply["options"][0]["max_value"]) == (1, 9)
    assert commands["language", 1]["options"][0]["choices"][1] == {"name": "pl", "value": "pl"}


async def test_commands_are_told_again_only_when_they_changed(server, town):
    shelf = MemoryShelf()
    tells = r"/applications/\d+/commands"
    async with running(server, specs=SPECS, shelf=shelf):
        await server.until(lambda: shelf.kept.get("discord-tree"))
    async with running(server, specs=SPECS, shelf=shelf) as (platform, listener):
        town.member("ada").post("general", "settled")
        await server.until(lambda: listener.heard)
        assert len(server.ledger.of("PUT", tells)) == 1
        platform.publish(SPECS[:3], KeyVoices())
        await server.until(lambda: len(server.ledger.done("PUT", tells)) == 2)
    assert {c["name"] for c in server.world.commands()} >= {"warn", "mute", "report"}


class SlowShelf(MemoryShelf):
    """Notes nothing before it is let."""

    def __init__(self) -> None:
        super().__init__()
        self.may = asyncio.Event()
        self.may.set()

    async def put(self, name, value):
        await self.may.wait()
        await super().put(name, value)


async def test_what_is_published_last_is_offered_even_before_what_came_before_it_is_noted(server, town):
    shelf = SlowShelf()
    async with running(server, specs=SPECS, shelf=shelf) as (platform, _):
        await server.until(lambda: shelf.kept.get("discord-tree"))
        everything = {c["name"] for c in server.world.commands()}
        shelf.may.clear()
        platform.publish(SPECS[:3], KeyVoices())
        await server.until(lambda: {c["name"] for c in server.world.commands()} < everything)
        platform.publish(SPECS, KeyVoices())
        for _ in range(10):  # turns of the loop in which it could look at what is noted
            await asyncio.sleep(0)
        shelf.may.set()
        await server.until(lambda: {c["name"] for c in server.world.commands()} == everything)


async def test_files_are_taken_and_given(server, town, platform, listener):
    boss = town.member("boss", roles=[town.role("Bosses", manage_guild=True)])
    outcome = await boss.invoke("general", "config upload", file=("c.yaml", "name: Łódź".encode()))
    (event,) = await server.until(lambda: listener.of(CommandInvoked))
    assert event.values == {"file": File("c.yaml", "name: Łódź")}
    given = Answer(event.ticket, event.place, event.actor.user, rich("here"), files=(File("d.yaml", "a: é"),))
    assert isinstance(await platform.perform(given, VOICE, "n"), Done)
    (attachment,) = outcome.messages[0].attachments
    assert attachment.filename == "d.yaml"
    whisper = Whisper(event.actor.user, rich("again"), files=given.files)
    assert isinstance(await platform.perform(whisper, VOICE, "n"), Done)
    assert boss.dms[0].attachments[0]["filename"] == "d.yaml"


@pytest.mark.parametrize("content", [b"\xff\xfe", b"x" * 300_000])
async def test_a_file_that_is_no_small_text_is_wrong(server, town, listener, content):
    boss = town.member("boss", roles=[town.role("Bosses", manage_guild=True)])
    await boss.invoke("general", "config upload", file=("c.yaml", content))
    (event,) = await server.until(lambda: listener.of(CommandInvoked))
    assert event.fault.param == "file"
