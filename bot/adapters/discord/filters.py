"""Discord's own AutoMod as an outer layer: our word lists in its keyword rules, and nothing else there touched.

Limits and meanings: https://docs.discord.com/developers/resources/auto-moderation
"""

import logging
from collections.abc import Mapping
from typing import Any, cast

import discord

from bot.adapters.discord.line import Line
from bot.adapters.discord.rights import rank
from bot.core.native_filters import NativeFilter, SetFilters
from bot.core.receipts import Attempt, Done, Refusal, Refused

OURS = "Townkeeper: "
"""What the names of our rules begin with; a rule is ours when the bot has made it, too."""
KEYWORD, MESSAGE_SEND, BLOCK = 1, 1, 1
MOST_RULES = 6
MOST_ROLES, MOST_CHANNELS = 20, 50
_COMPARED = ("trigger_metadata", "actions", "enabled", "exempt_roles", "exempt_channels")
_REASON = "the community's rules, as its config says"

log = logging.getLogger(__name__)

Payload = Mapping[str, Any]


class Filters:
    """Makes, changes and removes our rules; remembers which is which, so that their executions can be told."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._names: dict[int, str] = {}

    async def set(self, action: SetFilters) -> Attempt:
        """Bring our rules in line with what is wanted, asking for no change where there is none."""
        guild = self._line.guild(action.space)
        if guild is None:
            return Refused(Refusal.GONE, "the bot is not in this server")
        there = await self._line.http.get_auto_moderation_rules(guild.id)
        mine = {rule["name"]: rule for rule in there if self._is_ours(rule)}
        others = sum(rule["trigger_type"] == KEYWORD for rule in there) - len(mine)
        wanted = {f"{OURS}{one.name}": _payload(one, action, guild) for one in action.filters}
        fitting = dict(list(wanted.items())[: max(0, MOST_RULES - others)])
        if len(fitting) < len(wanted):
            log.warning("%s of our filters find no room beside %s of others", len(wanted) - len(fitting), others)
        for name in mine.keys() - fitting.keys():
            await self._line.http.delete_auto_moderation_rule(guild.id, int(mine[name]["id"]), reason=_REASON)
        for name, payload in fitting.items():
            self._names[await self._keep(guild.id, name, payload, mine.get(name))] = name
        return Done()

    async def name_of(self, guild: int, rule: int) -> str:
        """The name of the filter behind a rule's id; empty for one that is not ours, or is gone."""
        if rule not in self._names:
            try:
                found = await self._line.http.get_auto_moderation_rule(guild, rule)
            except discord.HTTPException as error:
                log.info("a rule of AutoMod could not be looked up: %s", error.status)
                return ""
            self._names[rule] = found["name"] if self._is_ours(found) else ""
        return self._names[rule].removeprefix(OURS)

    async def _keep(self, guild: int, name: str, payload: Payload, known: Payload | None) -> int:
        if known is None:
            kinds = {"name": name, "event_type": MESSAGE_SEND, "trigger_type": KEYWORD}
            made = await self._line.http.create_auto_moderation_rule(guild, reason=_REASON, **kinds, **payload)
            return int(made["id"])
        number = int(known["id"])
        if any(not _alike(known[key], payload[key]) for key in _COMPARED):
            await self._line.http.edit_auto_moderation_rule(guild, number, reason=_REASON, **payload)
        return number

    def _is_ours(self, rule: Payload) -> bool:
        made_by_us = int(rule["creator_id"]) == self._line.me
        return made_by_us and rule["trigger_type"] == KEYWORD and str(rule["name"]).startswith(OURS)


def _payload(wanted: NativeFilter, action: SetFilters, guild: discord.Guild) -> dict[str, Any]:
    spared = (r.id for r in guild.roles if rank(is_owner=False, permissions=[r.permissions]) >= wanted.spares)
    roles = (role for role in (*map(str, spared), *sorted(wanted.spared_roles)) if _is_role(guild, role))
    channels = (place.channel.native for place in action.spared_places if place.space == action.space)
    metadata = {"keyword_filter": list(wanted.words), "regex_patterns": [], "allow_list": list(wanted.allow)}
    return {
        "trigger_metadata": metadata,
        "actions": [{"type": BLOCK, "metadata": {}}],
        "enabled": True,
        "exempt_roles": list(dict.fromkeys(roles))[:MOST_ROLES],
        "exempt_channels": list(dict.fromkeys(channels))[:MOST_CHANNELS],
    }


def _is_role(guild: discord.Guild, role: str) -> bool:
    return role.isdigit() and int(role) != guild.id and guild.get_role(int(role)) is not None


def _alike(there: Any, wanted: Any) -> bool:  # noqa: ANN401  # JSON of any shape
    """Compare what Discord gives back with what it was given: it adds keys, and keeps lists in an order of its own."""
    match there, wanted:
        case dict(), dict():
            return all(_alike(_keys(there).get(key), value) for key, value in _keys(wanted).items())
        case list(), list():
            return _sorted(there) == _sorted(wanted)
        case _:
            return bool(there == wanted)


def _keys(given: Any) -> Payload:  # noqa: ANN401  # JSON of any shape
    return cast("Payload", given)


def _sorted(items: Any) -> list[str]:  # noqa: ANN401  # JSON of any shape
    listed = cast("list[object]", items)
    return sorted(str(_keys(item).get("type")) if isinstance(item, dict) else str(item) for item in listed)
