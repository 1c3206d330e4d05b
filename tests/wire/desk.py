"""Ola writes from Telegram, in Polish, and dora of the team answers on Discord; one bot between them."""

from dataclasses import dataclass

from tests.wire.bot_process import BotProcess
from tests.wire.discord_people import Person
from tests.wire.discord_server import DiscordServer
from tests.wire.discord_world import Town
from tests.wire.telegram_server import TelegramServer

OLA = 14


@dataclass(frozen=True)
class Desk:
    telegram: TelegramServer
    discord: DiscordServer
    town: Town
    bot: BotProcess
    dora: Person

    async def heard(self, words):
        """The newest message of the bot to Ola that holds these words."""
        await self.telegram.until(lambda: any(words in text for text in self.telegram.texts(OLA)), why=words)
        return [one for one in self.telegram.sent_to(OLA) if words in one.get("text", "")][-1]

    async def thread(self, forum="inbox"):
        """The newest thread of a forum, once there is one."""
        names = await self.discord.until(lambda: self.town.threads(forum), what=f"a thread in {forum}")
        return f"{forum}/{names[-1]}"

    async def shown(self, thread, words):
        await self.discord.until(lambda: any(words in text for text in self.town.texts(thread)), what=words)

    async def up_again(self):
        """Start the bot, and wait until it hears Discord; what is said on Telegram meanwhile waits there."""
        await self.discord.until(lambda: not self.discord.gateway.connected, what="the end of the former life")
        self.bot.start()
        await self.discord.ready()
