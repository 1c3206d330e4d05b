"""The client of the moment: after a restart there is a new one, and nobody else needs to know."""

import discord
from discord.http import HTTPClient

from bot.core.ids import DISCORD, ChannelRef, Place, SpaceRef


class Offline(ConnectionError):  # noqa: N818  # it reads as what happened
    """Nobody is logged in right now."""


class Line:
    """Holds the connected client and finds things in its cache."""

    def __init__(self) -> None:
        self._client: discord.Client | None = None

    def take(self, client: discord.Client) -> None:
        self._client = client

    def drop(self) -> None:
        self._client = None

    @property
    def client(self) -> discord.Client:
        """The logged-in client; raises Offline when there is none."""
        if self._client is None or self._client.user is None or self._client.is_closed():
            raise Offline
        return self._client

    @property
    def connected(self) -> bool:
        return self._client is not None and self._client.is_ready()

    @property
    def http(self) -> HTTPClient:
        return self.client.http

    @property
    def me(self) -> int:
        """The bot's own id."""
        user = self.client.user
        return 0 if user is None else user.id

    def guilds(self) -> list[discord.Guild]:
        """Every space the bot is in, as far as Discord has told."""
        client = self._client
        return [] if client is None else [guild for guild in client.guilds if not guild.unavailable]

    def guild(self, space: SpaceRef | None) -> discord.Guild | None:
        if space is None or self._client is None or not space.native.isdigit():
            return None
        return self._client.get_guild(int(space.native))


def place_of(channel_id: int, guild_id: int, thread_of: int | None = None) -> Place:
    """A place in a space; a thread is a spot in its parent channel."""
    space = SpaceRef(DISCORD, str(guild_id))
    if thread_of is None:
        return Place(ChannelRef(DISCORD, str(channel_id)), space)
    return Place(ChannelRef(DISCORD, str(thread_of)), space, str(channel_id))


def direct(user_id: int) -> Place:
    """The private conversation with somebody; it is named by the person, as a Whisper is."""
    return Place(ChannelRef(DISCORD, str(user_id)))


def channel_id(place: Place) -> int:
    """The id of the channel or thread in which to speak; for a private conversation the person's."""
    return int(place.thread or place.channel.native)
