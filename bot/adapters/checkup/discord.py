"""Asks Discord what the bot may do: its token, intents, and its rights where the community lives."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from bot.adapters.checkup.asking import Reply, Said, Silence, ask
from bot.adapters.checkup.finding import Finding, note, ok, problem, stop
from bot.core.capabilities import Capability
from bot.core.ids import DISCORD
from bot.domain.moderation.needs import Needs, lacking

OFFICIAL = "https://discord.com"
# Discord's documentation, "Application flags": the full intent, and the limited one of bots in few servers.
_MEMBERS = 1 << 14 | 1 << 15
_CONTENT = 1 << 18 | 1 << 19
# Discord's documentation, "Permissions".
ADMINISTRATOR = 1 << 3
NEEDS = {
    1 << 10: "View Channel",
    1 << 11: "Send Messages",
    1 << 13: "Manage Messages",
    1 << 16: "Read Message History",
    1 << 40: "Timeout Members",
}
"""What moderating needs, by bits of a role's permissions."""
_BITS = {
    Capability.DELETE: 1 << 13,
    Capability.REMOVE_THREAD: 1 << 34,
    Capability.MUTE: 1 << 40,
    Capability.KICK: 1 << 1,
    Capability.BAN: 1 << 2,
    Capability.FILTER: 1 << 5,
    Capability.RIGHTS: 1 << 5 | 1 << 28,
    Capability.PACE: 1 << 4,
    Capability.ROLES: 1 << 28,
}
_ROLES = "Server Settings -> Roles -> the bot's role"
_PORTAL = "https://discord.com/developers/applications -> your application -> Bot"
_LINK = re.compile(r"https://(?:\w+\.)?discord(?:app)?\.com/channels/\d+/(\d+)(?:/\d+)?")


@dataclass(frozen=True, slots=True)
class Bot:
    """Who the token belongs to."""

    id: str
    name: str


class Discord:
    """One bot's view of Discord, asked over HTTP."""

    def __init__(self, token: str, api_url: str | None = None) -> None:
        base = re.sub(r"/api(/v\d+)?$", "", (api_url or OFFICIAL).rstrip("/"))
        self._base = f"{base}/api/v10"
        self._headers = {"Authorization": f"Bot {token}"}

    async def who(self) -> Bot | Finding:
        """Give the bot, or why the token does not work."""
        reply = await self._get("/users/@me")
        match reply:
            case Silence(why):
                return problem("discord", f"Discord cannot be reached ({why})", "check the network, or the address")
            case Said(200, {"id": str(native), "username": str(name)}):
                return Bot(native, name)
            case Said(401):
                return stop("discord", "Discord does not know this token", f"{_PORTAL} -> Reset Token")
            case Said(status):
                return problem("discord", f"Discord answered {status}", "try again later")

    async def look(self, places: Mapping[str, str], wanted: Mapping[str, Needs] | None = None) -> list[Finding]:
        """Check the token, the intents, and the rights in each place: the usual ones, and those its rules need."""
        bot = await self.who()
        if isinstance(bot, Finding):
            return [bot]
        found = [ok("discord", f"the token is that of {bot.name}"), *await self._intents()]
        servers = await self._get("/users/@me/guilds")
        if not isinstance(servers, Said) or not servers.data:
            return [*found, problem("discord", "the bot is in no server", "invite it: the link stands in the README")]
        channels = [one for server in servers.data for one in await self._channels(bot, server["id"])]
        for role, written in places.items():
            found += _place(role, written, channels, (wanted or {}).get(role, {}))
        return found

    async def _get(self, path: str) -> Reply:
        return await ask(self._base + path, headers=self._headers)

    async def _intents(self) -> list[Finding]:
        reply = await self._get("/applications/@me")
        if not isinstance(reply, Said) or reply.status != 200:
            return [note("discord", "its intents could not be read")]
        flags = int(reply.data.get("flags", 0))
        wanted = {"Message Content Intent": _CONTENT, "Server Members Intent": _MEMBERS}
        return [
            ok("discord", f"{name} is on")
            if flags & bits
            else stop("discord", f"{name} is off", f"{_PORTAL} -> switch on {name}, save")
            for name, bits in wanted.items()
        ]

    async def _channels(self, bot: Bot, server: str) -> list["Channel"]:
        replies = [
            await self._get(path)
            for path in (f"/guilds/{server}/channels", f"/guilds/{server}/roles", f"/guilds/{server}/members/{bot.id}")
        ]
        if not all(isinstance(reply, Said) and reply.status == 200 for reply in replies):
            return []
        channels, roles, member = (cast("Said", reply).data for reply in replies)
        held = {server, *member["roles"]}
        base = 0
        for role in roles:
            base |= int(role["permissions"]) if role["id"] in held else 0
        return [
            Channel(one["id"], one.get("name") or "", _permissions(base, one, held, server, bot.id)) for one in channels
        ]


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel, and what the bot may do in it."""

    id: str
    name: str
    permissions: int


def _permissions(base: int, channel: Mapping[str, Any], held: set[str], server: str, bot: str) -> int:
    """Compute them as Discord's documentation says: everyone, then roles together, then the member."""
    if base & ADMINISTRATOR:
        return ~0
    written = {one["id"]: one for one in channel.get("permission_overwrites", ())}
    roles = [written[role] for role in held - {server} if role in written]
    for group in ([written.get(server)], roles, [written.get(bot)]):
        deny = allow = 0
        for one in group:
            deny |= int(one["deny"]) if one else 0
            allow |= int(one["allow"]) if one else 0
        base = base & ~deny | allow
    return base


def _place(role: str, written: str, channels: list[Channel], wanted: Needs) -> list[Finding]:
    topic = f"discord: {role}"
    link = _LINK.fullmatch(written)
    sought = link[1] if link else written.removeprefix("#")
    found = [one for one in channels if sought in {one.id, one.name}]
    if not found:
        return [
            problem(
                topic,
                f"{written}: there is no such channel, or the bot cannot see it",
                "check the name; /here tells it",
            )
        ]
    if len(found) > 1:
        return [
            problem(
                topic, f"{written}: there are {len(found)} channels of this name", "write the link that /here gives"
            )
        ]
    missing = [name for bit, name in NEEDS.items() if not found[0].permissions & bit]
    has = [capability for capability, bit in _BITS.items() if found[0].permissions & bit == bit]
    out = [
        problem(topic, f"{written}: {', '.join(who)} needs {right}, and the bot lacks it", _ROLES)
        for right, who in lacking(wanted, has, DISCORD).items()
    ]
    if missing:
        out.append(problem(topic, f"{written}: the bot lacks {', '.join(missing)}", _ROLES))
    return out or [ok(topic, f"{written}: the bot has its rights")]
