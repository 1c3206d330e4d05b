"""The simulated Discord, driven by a plain discord.py client as anybody would write it."""

import asyncio
from contextlib import asynccontextmanager
from datetime import timedelta

import aiohttp
import discord
import pytest
from discord import app_commands

from bot.adapters.discord.heartbeats import end_heartbeats
from tests.wire import discord_faults as trouble
from tests.wire.discord_server import DiscordServer, discord_server
from tests.wire.witnesses import WaitedInVainError

pytestmark = pytest.mark.wire


class PlainBot(discord.Client):
    """Remembers what it heard; answers one command, one button and one form."""

    def __init__(self, intents: discord.Intents | None = None) -> None:
        super().__init__(intents=intents or discord.Intents.all(), guild_ready_timeout=0.05)
        self.heard: list[str] = []
        self.joined: list[str] = []
        self.tree = app_commands.CommandTree(self)
        self.tree.command(name="ping", description="Answer.")(self._ping)
        self.tree.command(name="form", description="Ask.")(self._form)
        self.tree.context_menu(name="Report")(_report)

    async def close(self) -> None:
        await super().close()
        await end_heartbeats(self)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Identify again at once: discord.py would wait five seconds."""

    async def on_message(self, message: discord.Message) -> None:
        if message.author != self.user:
            self.heard.append(message.content)

    async def on_member_join(self, member: discord.Member) -> None:
        self.joined.append(member.name)

    async def _ping(self, interaction: discord.Interaction, who: discord.Member, count: int = 1) -> None:
        view = discord.ui.View(timeout=None)
        view.add_item(discord.ui.Button(label="Again", custom_id="v1.again"))
        await interaction.response.send_message(f"{interaction.locale} {who.name} {count}", ephemeral=True)
        await interaction.followup.send("pressable", view=view)

    async def _form(self, interaction: discord.Interaction) -> None:
        modal = discord.ui.Modal(title="Why", custom_id="v1.form", timeout=None)
        modal.add_item(
            discord.ui.Label(text="Reason", component=discord.ui.TextInput(custom_id="reason", required=True))
        )
        await interaction.response.send_modal(modal)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        if interaction.type is discord.InteractionType.component:
            await interaction.response.send_message("pressed")
        if interaction.type is discord.InteractionType.modal_submit:
            (row,) = interaction.data["components"]
            await interaction.response.send_message(row["component"]["value"])


async def _report(interaction: discord.Interaction, message: discord.Message) -> None:
    await interaction.response.send_message(f"reported {message.content}", ephemeral=True)


@pytest.fixture
async def server():
    async with discord_server() as running:
        yield running


@pytest.fixture
def lead_there(server: DiscordServer):
    """discord.py keeps its addresses in class attributes; they are put back afterwards."""
    before = (discord.http.Route.BASE, discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY)
    discord.http.Route.BASE = server.api_url
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = discord.gateway.yarl.URL(server.gateway_url)
    yield
    discord.http.Route.BASE, discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = before


@asynccontextmanager
async def running(server: DiscordServer, bot: discord.Client, token: str | None = None):
    task = asyncio.create_task(bot.start(token or server.token))
    try:
        await server.until(lambda: task.done() or bot.is_ready(), what="a bot that is ready")
        yield task
    finally:
        await bot.close()
        await asyncio.gather(task, return_exceptions=True)


@pytest.fixture
async def bot(server, lead_there):
    plain = PlainBot()
    async with running(server, plain):
        yield plain


@pytest.fixture
def town(server):
    return server.town()


async def test_a_post_reaches_the_bot_and_a_deletion_reaches_the_channel(server, town, bot):
    ada = town.member("ada")
    await server.until(lambda: bot.joined == ["ada"])
    posted = ada.post("general", "hello")
    await server.until(lambda: bot.heard == ["hello"])
    channel = bot.get_channel(posted.channel_id)
    await channel.get_partial_message(posted.id).delete()
    assert town.texts("general") == []
    assert [r.status for r in server.ledger.done("DELETE", r"/channels/\d+/messages/\d+")] == [204]
    assert server.gaps == []


async def test_a_command_is_answered_in_private_and_its_button_pressed(server, town, bot):
    ada = town.member("ada", locale="pl")
    await bot.tree.sync()
    assert {command["name"] for command in server.world.commands()} == {"ping", "form", "Report"}
    outcome = await ada.invoke("general", "ping", who=ada, count=3)
    await server.until(lambda: len(outcome.texts) == 2)
    assert outcome.private
    assert outcome.texts == ["pl ada 3", "pressable"]
    pressed = await ada.press(outcome.messages[1], "Again")
    await server.until(lambda: pressed.texts == ["pressed"])


async def test_a_form_is_shown_and_filled_in(server, town, bot):
    ada = town.member("ada")
    await bot.tree.sync()
    shown = await ada.invoke("general", "form")
    await server.until(lambda: shown.modal)
    done = await ada.submit(shown, reason="because")
    await server.until(lambda: done.texts == ["because"])


async def test_a_context_menu_works_on_a_message(server, town, bot):
    ada, bob = town.member("ada"), town.member("bob")
    await bot.tree.sync()
    outcome = await ada.menu("general", "Report", bob.post("general", "spam"))
    await server.until(lambda: outcome.texts == ["reported spam"])


async def test_a_dropped_connection_is_resumed_without_loss(server, town, bot):
    ada = town.member("ada")
    await server.gateway.drop(4000)
    ada.post("general", "meanwhile")
    await server.until(lambda: bot.heard == ["meanwhile"])
    assert server.gateway.resumes == 1
    assert server.gateway.strayed == 1  # discord.py follows READY's resume_gateway_url


async def test_op_7_makes_the_bot_come_again(server, town, bot):
    server.gateway.ask_to_reconnect()
    await server.until(lambda: server.gateway.resumes == 1)


async def test_what_happens_after_an_invalid_session_is_never_delivered(server, town, bot):
    ada = town.member("ada")
    server.gateway.invalidate()
    ada.post("general", "lost")
    await server.until(lambda: server.gateway.identifies == 2)
    ada.post("general", "found")
    await server.until(lambda: bot.heard == ["found"])


async def test_a_wrong_token_is_refused_by_rest_and_by_the_gateway(server, town, lead_there):
    with pytest.raises(discord.LoginFailure):
        async with PlainBot() as bot:
            await bot.start("no.such.token")
    async with aiohttp.ClientSession() as session, session.ws_connect(server.gateway_url) as socket:
        assert (await socket.receive_json())["op"] == 10
        await socket.send_json({"op": 2, "d": {"token": "wrong", "intents": 0}})
        assert (await socket.receive()).data == 4004


async def test_an_intent_that_is_not_approved_closes_with_4014(server, town, lead_there):
    server.gateway.approved = discord.Intents.default()
    with pytest.raises(discord.PrivilegedIntentsRequired):
        async with PlainBot() as bot:
            await bot.start(server.token)


async def test_without_the_content_intent_posts_arrive_empty(server, town, lead_there):
    bot = PlainBot(discord.Intents.default())
    async with running(server, bot):
        town.member("ada").post("general", "secret")
        await server.until(lambda: bot.heard == [""])


async def test_closed_dms_are_refused_with_50007(server, town, bot):
    ada = town.member("ada")
    user = await bot.fetch_user(ada.id)
    await user.send("first")
    assert ada.told == ["first"]
    ada.close_dms()
    with pytest.raises(discord.Forbidden) as refused:
        await user.send("second")
    assert refused.value.code == 50007


async def test_who_shares_no_town_cannot_be_told(server, town, bot):
    ada = town.member("ada")
    guild = bot.get_guild(town.id)
    await guild.ban(discord.Object(ada.id), reason="spam", delete_message_seconds=0)
    assert town.bans == {ada.id: "spam"}
    with pytest.raises(discord.Forbidden):
        await (await bot.fetch_user(ada.id)).send("you were banned")


@pytest.mark.parametrize("fault", [trouble.rate_limited, trouble.html])
@pytest.mark.long  # it waits for real seconds
async def test_discord_py_tries_again_after_a_rate_limit_and_a_bad_gateway(server, town, bot, fault):
    server.fail(fault("POST", r"/channels/\d+/messages"))
    await bot.get_channel(town.channel("general").id).send("at last")
    assert town.texts("general") == ["at last"]
    assert len(server.ledger.sends()) == 2


async def test_a_lost_answer_is_repeated_with_the_same_nonce_and_posts_once(server, town, bot):
    server.fail(trouble.answer_lost("POST", r"/channels/\d+/messages"))
    general = bot.get_channel(town.channel("general").id)
    with pytest.raises((aiohttp.ClientError, ConnectionError)):
        await general.send("once", nonce="n1")
    await general.send("once", nonce="n1")
    assert town.texts("general") == ["once"]


async def test_503_is_not_retried(server, town, bot):
    server.fail(trouble.broken("POST", r"/channels/\d+/messages", 503))
    with pytest.raises(discord.DiscordServerError):
        await bot.get_channel(town.channel("general").id).send("lost")


async def test_rules_that_the_simulation_lacks_are_kept(server, town, bot):
    chief = town.member("chief", roles=[town.role("Chief", administrator=True)])
    town.bot_may(administrator=True)
    guild = await bot.fetch_guild(town.id)
    with pytest.raises(discord.Forbidden):
        await (await guild.fetch_member(chief.id)).timeout(timedelta(hours=1))
    ada = await guild.fetch_member(town.member("ada").id)
    with pytest.raises(discord.HTTPException):
        await ada.timeout(timedelta(days=29))


async def test_an_event_can_be_delivered_twice(server, town, bot):
    ada = town.member("ada")
    ada.post("general", "echo")
    server.gateway.repeat("MESSAGE_CREATE")
    await server.until(lambda: bot.heard == ["echo", "echo"])


async def test_who_waits_in_vain_reads_the_last_requests_and_what_the_bot_was_told(server, town, bot):
    ada = town.member("ada")
    await bot.get_channel(town.channel("general").id).send("who is there?")
    ada.post("general", "me")
    with pytest.raises(WaitedInVainError) as told:
        await server.until(lambda: False, within=0.05)
    said = str(told.value)
    assert said.startswith("await server.until(lambda: False, within=0.05)")
    assert "GET /users/@me -> 200" in said
    assert f"POST /channels/{town.channel('general').id}/messages -> 200 'who is there?'" in said
    assert "MESSAGE_CREATE" in said
    assert "by ada: 'me'" in said
