"""What everybody may do in a space, its slow modes, its invites and its roles, as Discord calls."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import discord

from bot.adapters.discord.line import Line, channel_id
from bot.adapters.discord.names import Names
from bot.adapters.discord.refusals import FAILURES, verdict
from bot.core.doors import Admit, DoorAction, GiveRole, Invite, Right, SetPace, SetRights, Snapshot, Survey
from bot.core.ports import Clock
from bot.core.receipts import Attempt, Done, Refusal, Refused

INVITES_PAUSED_FOR = timedelta(hours=24)
"""Discord's longest; it then opens again by itself."""
SLOWEST = 21_600
HIGH = discord.VerificationLevel.high.value
_REASON = 512
_OF_GUILD = frozenset({Right.JOIN})
_BITS = {
    Right.SPEAK: discord.Permissions(
        send_messages=True,
        send_messages_in_threads=True,
        create_public_threads=True,
        create_private_threads=True,
        add_reactions=True,
    ).value,
    Right.LINKS: discord.Permissions(embed_links=True).value,
    Right.MEDIA: discord.Permissions(attach_files=True).value,
    Right.INVITE: discord.Permissions(create_instant_invite=True).value,
    Right.JOIN: 0,
}


@dataclass(frozen=True, slots=True)
class _Before:
    """A snapshot read back: permissions of @everyone, the channels that allow them more, the guild's own door."""

    everyone: int
    level: int
    paused_until: str | None
    channels: Mapping[str, tuple[int, int]]


class Doors:
    """Raises what discord.py raises; the caller reads it."""

    def __init__(self, line: Line, names: Names, clock: Clock) -> None:
        self._line = line
        self._names = names
        self._clock = clock

    async def carry_out(self, action: DoorAction) -> Attempt:
        match action:
            case Survey():
                return self._survey(action)
            case SetRights():
                return await self._set_rights(action)
            case SetPace():
                seconds = min(SLOWEST, max(0, round(action.every.total_seconds())))
                await self._line.http.edit_channel(
                    channel_id(action.place), rate_limit_per_user=seconds, reason=_audit(action.reason)
                )
                return Done()
            case GiveRole():
                return await self._give(action)
            case Admit():
                return Refused(Refusal.UNSUPPORTED, "Discord lets no bot answer requests to join")
            case Invite():
                return Refused(Refusal.UNSUPPORTED, "Discord has no links by which people ask to join")

    def _survey(self, action: Survey) -> Attempt:
        guild = self._line.guild(action.space)
        if guild is None or guild.unavailable:
            return Refused(Refusal.GONE, "the bot is not in this space")
        channels = {
            str(channel.id): [allow.value, deny.value]
            for channel in guild.channels
            for allow, deny in (channel.overwrites_for(guild.default_role).pair(),)
            if allow.value & _bits(Right)
        }
        paused = guild.invites_paused_until
        native = {
            "everyone": guild.default_role.permissions.value,
            "level": guild.verification_level.value,
            "paused": None if paused is None else paused.isoformat(),
            "channels": channels,
        }
        paces = tuple(
            (place, timedelta(seconds=slow))
            for place in action.places
            if (slow := getattr(guild.get_channel_or_thread(channel_id(place)), "slowmode_delay", None)) is not None
        )
        return Done(found=Snapshot(json.dumps(native), paces))

    async def _set_rights(self, action: SetRights) -> Attempt:
        """The door first, which is one call and ends the stream; then what everybody may say, everywhere at once."""
        before, touched = _read(action.before), action.shut | action.opened
        worst: Attempt = Done()
        guild = self._line.guild(action.space)
        if guild is None:
            return Refused(Refusal.GONE, "the bot is not in this space")
        door = (self._pause_invites, self._raise_level) if touched & _OF_GUILD else ()
        inside = (self._everyone, self._channels) if touched - _OF_GUILD else ()
        for call in (*door, *inside):
            try:
                attempt = await call(action, before, guild)
            except FAILURES as failure:
                attempt = verdict(failure)
            if not isinstance(attempt, Done):
                worst = attempt
                if isinstance(attempt, Refused) and attempt.why is Refusal.FORBIDDEN:
                    break
        return worst

    async def _pause_invites(self, action: SetRights, before: _Before, guild: discord.Guild) -> Attempt:
        if not _held(guild).manage_guild:
            return Refused(Refusal.FORBIDDEN, "invites can be paused with Manage Server only")
        until = before.paused_until
        if Right.JOIN in action.shut:
            latest = self._clock.now() + INVITES_PAUSED_FOR - timedelta(minutes=1)
            until = min(action.until or latest, latest).isoformat()
        # What is left out of the payload Discord takes for "none": the other one is sent as it stands.
        dms = guild.dms_paused_until
        payload: Any = {"invites_disabled_until": until, "dms_disabled_until": None if dms is None else dms.isoformat()}
        await self._line.http.edit_incident_actions(guild.id, payload)
        return Done()

    async def _raise_level(self, action: SetRights, before: _Before, guild: discord.Guild) -> Attempt:
        level = max(before.level, HIGH) if Right.JOIN in action.shut else before.level
        if guild.verification_level.value != level or Right.JOIN in action.opened:
            await self._line.http.edit_guild(guild.id, verification_level=level, reason=_audit(action.reason))
        return Done()

    async def _everyone(self, action: SetRights, before: _Before, guild: discord.Guild) -> Attempt:
        allowed = before.everyone & ~_bits(action.shut)
        if not _held(guild).manage_roles:
            return Refused(Refusal.FORBIDDEN, "what everybody may do can be set with Manage Roles only")
        role = guild.default_role.id
        await self._line.http.edit_role(guild.id, role, permissions=str(allowed), reason=_audit(action.reason))
        return Done()

    async def _channels(self, action: SetRights, before: _Before, guild: discord.Guild) -> Attempt:
        """Channels that allow everybody more than the space does would stay open: they lose just that."""
        touched = _bits(action.shut | action.opened)
        worst: Attempt = Done()
        for channel, (allow, deny) in before.channels.items():
            if not allow & touched or guild.get_channel(int(channel)) is None:
                continue
            kept = str(allow & ~_bits(action.shut))
            role = guild.default_role.id
            try:
                await self._line.http.edit_channel_permissions(int(channel), role, kept, str(deny), 0)
            except FAILURES as failure:
                worst = verdict(failure)
                if isinstance(worst, Refused) and worst.why is Refusal.FORBIDDEN:
                    return worst
        return worst

    async def _give(self, action: GiveRole) -> Attempt:
        role = self._names.role(action.role, [action.space])
        if role is None:
            return Refused(Refusal.GONE, f"no role is called {action.role}")
        change = self._line.http.remove_role if action.take else self._line.http.add_role
        await change(action.space.native, action.user.native, role, reason=_audit(action.reason))
        return Done()


def _read(snapshot: Snapshot) -> _Before:
    native = json.loads(snapshot.native)
    channels = {channel: (allow, deny) for channel, (allow, deny) in native["channels"].items()}
    return _Before(native["everyone"], native["level"], native["paused"], channels)


def _bits(rights: Iterable[Right]) -> int:
    bits = 0
    for right in rights:
        bits |= _BITS[right]
    return bits


def _held(guild: discord.Guild) -> discord.Permissions:
    held = guild.me.guild_permissions
    return discord.Permissions.all() if held.administrator else held


def _audit(reason: str) -> str | None:
    return " ".join(reason.split())[:_REASON] or None
