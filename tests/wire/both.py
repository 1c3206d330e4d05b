"""Both pretend messengers, and one bot between them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.wire.bot_process import BotProcess
from tests.wire.discord_server import TOKEN as DISCORD_TOKEN
from tests.wire.discord_server import DiscordServer
from tests.wire.telegram_server import TOKEN as TELEGRAM_TOKEN
from tests.wire.telegram_server import TelegramServer

MIRA, TOWN, STAFF = 13, -1001, -1002
"""On Telegram: she owns the town's group and that of its staff."""


def between(folder: Path, config: str, telegram: TelegramServer, discord: DiscordServer) -> BotProcess:
    """A bot for both, which somebody else starts."""
    return BotProcess(
        folder,
        config,
        TELEGRAM__TOKEN=TELEGRAM_TOKEN,
        TELEGRAM__API_URL=telegram.url,
        DISCORD__TOKEN=DISCORD_TOKEN,
        DISCORD__API_URL=discord.api_url,
        DISCORD__GATEWAY_URL=discord.gateway_url,
    )


@asynccontextmanager
async def awake(
    folder: Path, config: str, telegram: TelegramServer, discord: DiscordServer, guild: int
) -> AsyncIterator[BotProcess]:
    """A bot that offers its commands on both and listens."""
    bot = between(folder, config, telegram, discord)
    try:
        bot.start()
        await discord.ready()
        offered = discord.world.commands
        await discord.until(lambda: offered() or offered(guild), what="commands")
        listening = lambda: telegram.calls_of("setMyCommands") and telegram.updates._poller  # noqa: E731
        await telegram.until(listening, why="a bot that listens")
        yield bot
    finally:
        bot.close()
        print(bot.printed[-4000:])
