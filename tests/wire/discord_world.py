"""The simulated Discord: towns (guilds), their people, and everything a test may look at."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import discord
from simcord._clock import Clock
from simcord.backend import Backend
from simcord.backend.models import Channel, Message, Overwrite
from simcord.builders import ChannelHandle, RoleHandle
from simcord.env import Env

from tests.wire.discord_people import Person
from tests.wire.discord_strict import Strict


class _WallClock(Clock):
    """Discord's deadlines run on the wall clock, as the bot's own do."""

    def now(self) -> datetime:
        return discord.utils.utcnow()


class _Env(Env):
    """simcord's builders and actors without its own bot: tests wait for conditions, nothing settles."""

    def __init__(self) -> None:
        super().__init__(discord.Client(intents=discord.Intents(guilds=True)))
        self.backend = Backend(clock=_WallClock())

    async def _settle_internal(self, **_: Any) -> None:
        return


class World:
    """All of Discord as the bot can know it."""

    def __init__(self) -> None:
        self.env = _Env()
        self.backend = self.env.backend
        self.strict = Strict(self.backend)
        self.locales: dict[int, str] = {}

    def town(self, name: str = "Riverside", channels: Iterable[str] = ("general", "staff")) -> "Town":
        """Found a guild with text channels; the bot is a member with every right but administrator."""
        return Town(self, name, channels)

    def commands(self, guild: int | None = None) -> list[dict[str, Any]]:
        """What the bot has registered, globally or in one guild."""
        return list(self.backend.commands.get(guild, {}).values())

    def in_channel(self, channel: int) -> list[Message]:
        """Every message there that is not ephemeral, oldest first."""
        found = self.backend.messages.get(channel, {}).values()
        return sorted((m for m in found if not m.is_ephemeral), key=lambda m: m.id)


class Town:
    """One guild."""

    def __init__(self, world: World, name: str, channels: Iterable[str]) -> None:
        self.world = world
        self.handle = world.env.create_guild(name)
        self.model = self.handle._guild
        self.id = self.handle.id
        self._channels = {channel: self.handle.create_text_channel(channel) for channel in channels}

    # People and things

    def person(self, name: str, *, locale: str = "en-US", global_name: str | None = None) -> Person:
        """Somebody who is on Discord but not yet here."""
        user = self.world.env.create_user(name, global_name=global_name)
        self.world.locales[user.id] = locale
        return Person(self, user)

    def member(self, name: str, *, roles: Iterable[RoleHandle] = (), locale: str = "en-US") -> Person:
        """Somebody who has just joined."""
        person = self.person(name, locale=locale)
        person.join(roles)
        return person

    def owner(self) -> Person:
        return Person(self, self.handle.owner)

    def role(self, name: str, **permissions: bool) -> RoleHandle:
        return self.handle.create_role(name, permissions=discord.Permissions(**permissions))

    def channel(self, name: str) -> ChannelHandle:
        return self._channels[name]

    def thread(self, parent: str, name: str, owner: Person) -> ChannelHandle:
        made = self.world.backend.create_thread(self.channel(parent).id, name, owner.id)
        self._channels[name] = ChannelHandle(self.world.env, self.handle, made)
        return self._channels[name]

    def forum(self, name: str) -> ChannelHandle:
        self._channels[name] = self.handle.create_forum_channel(name)
        return self._channels[name]

    def threads(self, parent: str) -> list[str]:
        """The names of the threads in a channel, oldest first; from now on they are channels by these names.

        Where two channels have threads of one name, each is ``channel/name``, too.
        """
        made = [c for c in self.world.backend.channels.values() if c.parent_id == self.channel(parent).id]
        for each in made:
            handle = ChannelHandle(self.world.env, self.handle, each)
            self._channels.setdefault(each.name, handle)
            self._channels[f"{parent}/{each.name}"] = handle
        return [each.name for each in sorted(made, key=lambda c: c.id)]

    # The bot's own rights

    def bot_may(self, **permissions: bool) -> None:
        """Give or take rights of the bot's role in the whole town."""
        (role,) = (r for r in self.model.roles.values() if r.managed)
        rights = discord.Permissions(role.permissions)
        rights.update(**permissions)
        self.world.backend.edit_role(self.id, role.id, {"permissions": rights.value})

    def bot_may_in(self, channel: str, **permissions: bool) -> None:
        """Give or take rights of the bot in one channel."""
        allow, deny = discord.PermissionOverwrite(**permissions).pair()
        bot = self.world.backend.bot_user.id
        model: Channel = self.channel(channel)._channel
        model.overwrites = [o for o in model.overwrites if o.target_id != bot]
        model.overwrites.append(Overwrite(bot, 1, allow.value, deny.value))
        self.world.backend.emit("CHANNEL_UPDATE", self._payload(model))

    # What is to be seen

    def messages(self, channel: str) -> list[Message]:
        return self.world.in_channel(self.channel(channel).id)

    def texts(self, channel: str) -> list[str]:
        return [message.content for message in self.messages(channel)]

    def by_bot(self, channel: str) -> list[Message]:
        return [m for m in self.messages(channel) if m.author_id == self.world.backend.bot_user.id]

    @property
    def bans(self) -> dict[int, str | None]:
        """User id to reason."""
        return self.model.bans

    @property
    def audit_log(self) -> list[Any]:
        return self.model.audit_log_entries

    def _payload(self, channel: Channel) -> dict[str, Any]:
        from simcord.backend import serializers

        return dict(serializers.channel_payload(self.world.backend, channel))
