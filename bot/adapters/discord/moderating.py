"""Deletions, sanctions and pardons as Discord calls."""

from datetime import timedelta

import discord

from bot.adapters.discord.line import Line
from bot.adapters.discord.refusals import (
    FAILURES,
    MISSING_PERMISSIONS,
    TOO_OLD_FOR_BULK,
    UNKNOWN_BAN,
    UNKNOWN_CHANNEL,
    UNKNOWN_MESSAGE,
    verdict,
)
from bot.core.actions import Action, Delete, Pardon, Punish, RemoveThread, Sanction
from bot.core.ports import Clock
from bot.core.receipts import Attempt, Done, Refusal, Refused

# Two weeks are the limit for deleting many at once; the margin is for clocks that differ.
_BULK_AGE = timedelta(days=14) - timedelta(hours=1)
LONGEST_PURGE = timedelta(days=7)
LONGEST_MUTE = timedelta(days=28)
_REASON = 512
_NEEDS = {
    Sanction.MUTE: discord.Permissions(moderate_members=True),
    Sanction.KICK: discord.Permissions(kick_members=True),
    Sanction.BAN: discord.Permissions(ban_members=True),
}


class Moderating:
    """Raises what discord.py raises; the caller reads it."""

    def __init__(self, line: Line, clock: Clock) -> None:
        self._line = line
        self._clock = clock

    async def delete(self, action: Delete, channel: int) -> Attempt:
        """Many at once where Discord allows it, else one by one; what is gone already counts as deleted."""
        ids = [int(message.native) for message in action.messages]
        young = [] if action.messages[0].place.is_direct else [i for i in ids if self._is_young(i)]
        if len(young) > 1 and await self._delete_at_once(channel, young, action.reason):
            ids = [message for message in ids if message not in young]
        worst: Attempt = Done()
        for message in ids:
            attempt = await self._delete_one(channel, message, action.reason)
            worst = worst if isinstance(attempt, Done) else attempt
        return worst

    async def remove_thread(self, action: RemoveThread) -> Attempt:
        """Delete a thread; one that is gone already counts as deleted."""
        if action.place.thread is None:
            return Refused(Refusal.UNSUPPORTED, "this is no thread")
        try:
            await self._line.http.delete_channel(int(action.place.thread), reason=_audit(action.reason))
        except discord.NotFound as error:
            if error.code != UNKNOWN_CHANNEL:
                raise
        return Done()

    async def punish(self, action: Punish) -> Attempt:
        space, user, reason = action.space.native, action.user.native, _audit(action.reason)
        match action.sanction:
            case Sanction.MUTE:
                latest = self._clock.now() + LONGEST_MUTE - timedelta(minutes=1)
                until = min(action.until or latest, latest).isoformat()
                await self._line.http.edit_member(space, user, reason=reason, communication_disabled_until=until)
            case Sanction.KICK:
                await self._line.http.kick(user, space, reason=reason)
            case Sanction.BAN:
                # In so many words: discord.py's own default takes away a day of messages.
                seconds = int(min(action.purge, LONGEST_PURGE).total_seconds())
                await self._line.http.ban(user, space, delete_message_seconds=seconds, reason=reason)
            case Sanction.NOTE | Sanction.WARN | Sanction.SOFTBAN | Sanction.UNMUTE | Sanction.UNBAN:
                return Refused(Refusal.UNSUPPORTED, "it is no single deed on the platform")
        return Done()

    async def pardon(self, action: Pardon) -> Attempt:
        space, user, reason = action.space.native, action.user.native, _audit(action.reason)
        match action.sanction:
            case Sanction.MUTE:
                await self._line.http.edit_member(space, user, reason=reason, communication_disabled_until=None)
            case Sanction.BAN:
                await self._unban(user, space, reason)
            case _:
                return Refused(Refusal.UNSUPPORTED, "there is nothing to lift")
        return Done()

    def outranked(self, action: Action, failure: Exception) -> Refused | None:
        """Discord words "you lack the right" and "they stand above you" alike; whether we hold it tells them apart."""
        if not isinstance(failure, discord.Forbidden) or failure.code != MISSING_PERMISSIONS:
            return None
        if not isinstance(action, Punish | Pardon):
            return None
        guild = self._line.guild(action.space)
        needed = _NEEDS.get(action.sanction)
        if guild is None or needed is None or not needed.is_subset(_held(guild.me)):
            return None
        return Refused(Refusal.OUTRANKED, "they stand above the bot, or are an administrator")

    async def _unban(self, user: str, space: str, reason: str | None) -> None:
        try:
            await self._line.http.unban(user, space, reason=reason)
        except discord.NotFound as error:
            if error.code != UNKNOWN_BAN:
                raise

    async def _delete_at_once(self, channel: int, ids: list[int], reason: str) -> bool:
        try:
            await self._line.http.delete_messages(channel, list[int | str](ids), reason=_audit(reason))
        except discord.HTTPException as error:
            if error.code != TOO_OLD_FOR_BULK:
                raise
            return False
        return True

    async def _delete_one(self, channel: int, message: int, reason: str) -> Attempt:
        try:
            await self._line.http.delete_message(channel, message, reason=_audit(reason))
        except FAILURES as failure:
            gone = isinstance(failure, discord.NotFound) and failure.code == UNKNOWN_MESSAGE
            return Done() if gone else verdict(failure)
        return Done()

    def _is_young(self, message: int) -> bool:
        return self._clock.now() - discord.utils.snowflake_time(message) < _BULK_AGE


def _held(member: discord.Member) -> discord.Permissions:
    held = member.guild_permissions
    return discord.Permissions.all() if held.administrator else held


def _audit(reason: str) -> str | None:
    """The reason for the audit log, on one line and within its 512 characters."""
    return " ".join(reason.split())[:_REASON] or None
