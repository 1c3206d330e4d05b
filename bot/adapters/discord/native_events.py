"""Discord's own scheduled events: one for each of ours, in step with it, and nothing else there touched.

Limits and meanings: https://docs.discord.com/developers/resources/guild-scheduled-event
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import discord

from bot.adapters.discord.line import Line
from bot.core.actions import Schedule
from bot.core.ids import DISCORD, ChannelRef, MessageRef, Place
from bot.core.receipts import Attempt, Done, Refusal, Refused

GUILD_ONLY, EXTERNAL, SCHEDULED, CANCELLED = 2, 3, 1, 4
LONGEST_NAME, LONGEST_ABOUT, LONGEST_PLACE = 100, 1000, 100
_REASON = "an event of the community"

Payload = Mapping[str, Any]


class NativeEvents:
    """Makes, changes and cancels the scheduled events that the bot itself has made."""

    def __init__(self, line: Line) -> None:
        self._line = line

    async def keep(self, action: Schedule) -> Attempt:
        """Bring it in line with what is wanted, asking for no change where there is none."""
        guild = self._line.guild(action.space)
        if guild is None:
            return Refused(Refusal.GONE, "the bot is not in this server")
        if not guild.me.guild_permissions.manage_events and not guild.me.guild_permissions.create_events:
            return Refused(Refusal.FORBIDDEN, "Create Events is missing")
        wanted = _payload(action)
        there = await self._find(guild.id, action, wanted)
        if there is None and (action.off or action.known is not None):
            return Done() if action.off else Refused(Refusal.GONE, "somebody took the event away")
        if there is None:
            there = await self._line.http.create_guild_scheduled_event(guild.id, reason=_REASON, **wanted)
        elif action.off:
            await self._line.http.edit_scheduled_event(guild.id, int(there["id"]), reason=_REASON, status=CANCELLED)
            return Done()
        elif any(not _alike(key, there.get(key), value) for key, value in wanted.items()):
            await self._line.http.edit_scheduled_event(guild.id, int(there["id"]), reason=_REASON, **wanted)
        place = Place(ChannelRef(DISCORD, action.space.native), action.space)
        return Done(MessageRef(place, str(there["id"])), interested=int(there.get("user_count") or 0))

    async def _find(self, guild: int, action: Schedule, wanted: Payload) -> Payload | None:
        """The event as it stands; a new one may have been made already, and only the answer was lost."""
        if action.known is None:
            listed = await self._line.http.get_scheduled_events(guild, with_user_count=True)
            same = (event for event in listed if _is_open(event) and self._is_mine(event))
            return next((e for e in same if all(_alike(key, e.get(key), value) for key, value in wanted.items())), None)
        try:
            found = await self._line.http.get_scheduled_event(guild, int(action.known.native), with_user_count=True)
        except discord.NotFound:
            return None
        return found if _is_open(found) else None

    def _is_mine(self, event: Payload) -> bool:
        return int(event.get("creator_id") or 0) == self._line.me


def _payload(action: Schedule) -> dict[str, Any]:
    return {
        "name": action.title[:LONGEST_NAME],
        "description": action.about[:LONGEST_ABOUT],
        "entity_type": EXTERNAL,
        "entity_metadata": {"location": action.where[:LONGEST_PLACE]},
        "scheduled_start_time": action.starts_at.isoformat(),
        "scheduled_end_time": action.ends_at.isoformat(),
        "privacy_level": GUILD_ONLY,
    }


def _is_open(event: Payload) -> bool:
    """Whether it is still to come, or going on."""
    return int(event.get("status", SCHEDULED)) <= SCHEDULED + 1


def _alike(key: str, there: Any, wanted: Any) -> bool:  # noqa: ANN401  # JSON of any shape
    match key:
        case "scheduled_start_time" | "scheduled_end_time":
            return there is not None and datetime.fromisoformat(there) == datetime.fromisoformat(wanted)
        case "entity_metadata":
            held: dict[str, Any] = there or {}
            return bool(held.get("location") == wanted["location"])
        case _:
            return bool((there or "") == wanted) if isinstance(wanted, str) else int(there or wanted) == wanted
