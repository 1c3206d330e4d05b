"""A raid against the shipped process: 2,000 joins in a minute, a demotion in the middle, and all of it back."""

import asyncio
import time

import pytest

from tests.wire.bot_process import BotProcess
from tests.wire.discord_server import TOKEN as DISCORD_TOKEN
from tests.wire.discord_server import discord_server
from tests.wire.slowness import slowness
from tests.wire.telegram_server import TOKEN, running
from tests.wire.telegram_state import ADMIN_RIGHTS

pytestmark = [pytest.mark.wire, pytest.mark.long]

MANY = 2_000
TRIGGER = 40
OWNER = 13
TOWN, STAFF = -1001, -1002
CONFIG = """
community: {{name: Riverside, live: true}}
places:
  lobby: {lobby}
  staff: {staff}
welcome: {{text: "Hi {{name}}!"}}
gate: {{clean_up: [joins], within: 1h}}
storm:
  levels:
    2: {{joins: 40 in 1m, shut: [join, speak, invite], pace: 30s, statement: "We are looking into it."}}
  newcomers: {newcomers}
  calm_after: 1h
  look_back: 10m
"""


async def test_two_thousand_join_on_telegram_and_the_bot_is_demoted_in_the_middle(tmp_path):
    config = CONFIG.format(lobby='{telegram: "@riverside"}', staff='{telegram: "-1002"}', newcomers="gate")
    async with running() as server:
        server.people.person(OWNER, "Mira")
        server.people.group(TOWN, "Riverside", owner=OWNER, username="riverside")
        server.people.group(STAFF, "Staff", members=(), owner=OWNER)
        town = server.state.chats[TOWN]
        usual = dict(town.permissions)
        bot = BotProcess(tmp_path, config, TELEGRAM__TOKEN=TOKEN, TELEGRAM__API_URL=server.url)
        try:
            bot.start()
            await server.until(lambda: server.calls_of("setMyCommands") and server.updates._poller, why="a bot")
            began = 0.0
            for number in range(MANY):
                server.people.join(TOWN, server.people.person(5000 + number, f"New{number}"))
                if number == TRIGGER - 1:
                    began = time.monotonic()
                    await server.until(lambda: not town.permissions["can_send_messages"], why="a shut gate")
                    shut_after = time.monotonic() - began
                    assert shut_after < 5 * slowness()
                if number == MANY // 2:
                    await server.until(lambda: not server.updates.waiting, why="half of them")
                    before = len(server.calls)
                    server.people.set_bot_rights(TOWN, "can_manage_chat", by=OWNER)
                if number % 33 == 0:
                    await asyncio.sleep(0.1)
            await server.until(lambda: not server.updates.waiting, why="all of them")
            server.people.say(STAFF, OWNER, "/raid_off")
            await server.until(lambda: any("could not open" in text for text in server.texts(STAFF)))
            forbidden = [c for c in server.calls[before:] if c.code in {400, 403} and "rights" in c.description]
            assert len(forbidden) <= 5, [(c.method, c.description) for c in forbidden]
            lost = [text for text in server.texts(STAFF) if "no longer allowed" in text]
            assert len(lost) <= 3, "one notice for each ability"
            server.people.set_bot_rights(TOWN, *ADMIN_RIGHTS, by=OWNER)
            await server.until(lambda: town.permissions == usual, why="everything as it was")
            said = [c for c in server.calls_of("sendMessage") if c.params.get("chat_id") == TOWN]
            greetings = [c for c in said if c.params["text"].startswith("Hi ")]
            assert len(greetings) <= 8
            assert len(said) <= 8 + TRIGGER + 5, "the bot is not the spammer"
            # It may have to wait for its turn: twenty messages a minute are what a group takes.
            (report,) = await server.until(lambda: [t for t in server.texts(STAFF) if "is over" in t])
            print(f"shut after {shut_after:.2f} s; {len(forbidden)} forbidden calls; {report}")
        finally:
            bot.close()
            print(bot.printed[-3000:])
        assert "fault" not in bot.printed


async def test_two_thousand_join_on_discord_and_the_bot_is_demoted_in_the_middle(tmp_path):
    config = CONFIG.format(lobby='{discord: "#general"}', staff='{discord: "#staff"}', newcomers="mute")
    async with discord_server() as server:
        town = server.town("Riverside")
        everyone = town.model.roles[town.id]
        usual, level = everyone.permissions, town.model.verification_level
        bot = BotProcess(
            tmp_path, config, DISCORD__TOKEN=DISCORD_TOKEN, DISCORD__API_URL=server.api_url,
            DISCORD__GATEWAY_URL=server.gateway_url,
        )  # fmt: skip
        try:
            bot.start()
            await server.ready()
            await server.until(server.world.commands, what="commands")
            for number in range(MANY):
                town.member(f"new{number}")
                if number == TRIGGER - 1:
                    began = time.monotonic()
                    await server.until(
                        lambda: server.rest.incidents.invites_paused(town.id) and everyone.permissions != usual,
                        what="a shut gate",
                    )
                    shut_after = time.monotonic() - began
                    assert shut_after < 5 * slowness()
                if number == MANY // 2:
                    await asyncio.sleep(2)
                    before = len(server.ledger)
                    town.bot_may(
                        manage_roles=False, manage_guild=False, moderate_members=False, manage_channels=False,
                        manage_messages=False,
                    )  # fmt: skip
                if number % 33 == 0:
                    await asyncio.sleep(0.1)
            owner = town.owner()
            await server.until(lambda: any("Storm 1, level 2" in text for text in town.texts("staff")))
            await owner.invoke("staff", "raid off")
            await server.until(lambda: any("could not open" in text for text in town.texts("staff")), what="a notice")
            forbidden = [r for r in list(server.ledger)[before:] if r.status == 403]
            assert len(forbidden) <= 5, [(r.method, r.path) for r in forbidden]
            town.bot_may(
                manage_roles=True, manage_guild=True, moderate_members=True, manage_channels=True, manage_messages=True
            )
            await server.until(lambda: everyone.permissions == usual, what="everything as it was")
            await server.until(lambda: not server.rest.incidents.invites_paused(town.id), what="open invites")
            assert town.model.verification_level == level
            lobby = town.channel("general")._channel
            await server.until(lambda: lobby.rate_limit_per_user == 0, what="no slow mode")
            said = [message.content for message in town.by_bot("general")]
            assert len([text for text in said if text.startswith("Hi ")]) <= 8
            (report,) = await server.until(lambda: [t for t in town.texts("staff") if "is over" in t])
            print(f"shut after {shut_after:.2f} s; {len(forbidden)} forbidden calls; {report}")
        finally:
            bot.close()
            print(bot.printed[-3000:])
        assert "fault" not in bot.printed
