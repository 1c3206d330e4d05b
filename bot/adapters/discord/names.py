"""What managers write for places and roles: #names, links, mentions, ids."""

import re
from collections.abc import Sequence

import discord

from bot.adapters.discord.inbound import place_in
from bot.adapters.discord.line import Line
from bot.core.ids import Place, SpaceRef

LINK = re.compile(r"(?:https?://)?(?:\w+\.)?discord(?:app)?\.com/channels/(\d+)/(\d+)/?(?:\d+/?)?")
_CHANNEL = re.compile(r"(?:<#)?(\d{15,20})>?")
_ROLE = re.compile(r"(?:<@&)?(\d{15,20})>?")


class Names:
    """Looks names up in what the connected client knows."""

    def __init__(self, line: Line) -> None:
        self._line = line

    async def place(self, name: str) -> Place | None:
        """A place by #name, link, mention or id; None when there is none, or several in as many spaces."""
        name = name.strip()
        link = LINK.fullmatch(name)
        if link is not None:
            return await self._by_id(int(link[2]))
        number = _CHANNEL.fullmatch(name)
        if number is not None:
            return await self._by_id(int(number[1]))
        return self._by_name(name.removeprefix("#").lower())

    def role(self, name: str, spaces: Sequence[SpaceRef]) -> str | None:
        """A role's id by @name, mention or id, in the first of these spaces that has it."""
        name = name.strip()
        number = _ROLE.fullmatch(name)
        wanted = name.removeprefix("@").casefold()
        for guild in filter(None, map(self._line.guild, spaces)):
            for role in guild.roles:
                named = role.name.removeprefix("@").casefold() == wanted
                if (number is not None and role.id == int(number[1])) or (named and not role.is_default()):
                    return str(role.id)
        return None

    async def _by_id(self, channel_id: int) -> Place | None:
        channel = self._line.client.get_channel(channel_id)
        if channel is None:
            try:
                channel = await self._line.client.fetch_channel(channel_id)
            except (discord.NotFound, discord.Forbidden, discord.InvalidData):
                return None
        if not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
            return None
        return place_in(channel, channel.guild.id)

    def _by_name(self, name: str) -> Place | None:
        found: list[Place] = []
        for guild in self._line.guilds():
            spots: list[discord.TextChannel | discord.ForumChannel | discord.Thread] = [
                *guild.text_channels,
                *guild.forums,
                *guild.threads,
            ]
            found += [place_in(spot, guild.id) for spot in spots if spot.name.lower() == name]
        # The first of several would be a guess; managers paste a link then.
        return found[0] if len(found) == 1 else None


def paste(place: Place) -> str:
    """A place as a link, which names the space as well and outlives a renaming."""
    if place.space is None:
        return f"discord:{place.channel.native}"
    return f"https://discord.com/channels/{place.space.native}/{place.thread or place.channel.native}"
