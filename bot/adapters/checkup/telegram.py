"""Asks Telegram what the bot may do: its token, privacy mode, and its rights where the community lives."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.adapters.checkup.asking import Said, Silence, ask
from bot.adapters.checkup.finding import Finding, note, ok, problem, stop
from bot.core.capabilities import Capability
from bot.core.ids import TELEGRAM
from bot.domain.moderation.needs import Needs, lacking

OFFICIAL = "https://api.telegram.org"
_RIGHTS = {
    "can_delete_messages": "delete messages",
    "can_restrict_members": "ban users",
    "can_invite_users": "add users",
}
_ABLE = {
    "can_delete_messages": (Capability.DELETE, Capability.REMOVE_THREAD),
    "can_restrict_members": (Capability.MUTE, Capability.KICK, Capability.BAN, Capability.RIGHTS),
    "can_invite_users": (Capability.ADMIT,),
}
_PRIVATE_LINK = re.compile(r"(?:https?://)?t\.me/c/(\d+)(?:/\d+)*/?")
_PUBLIC_LINK = re.compile(r"(?:https?://)?t\.me/([A-Za-z]\w+)(?:/\d+)*/?")


@dataclass(frozen=True, slots=True)
class Bot:
    """Who the token belongs to."""

    id: int
    name: str
    reads_all: bool


class Telegram:
    """One bot's view of Telegram, asked over HTTP."""

    def __init__(self, token: str, api_url: str | None = None) -> None:
        self._base = f"{(api_url or OFFICIAL).rstrip('/')}/bot{token}"

    async def who(self) -> Bot | Finding:
        """Give the bot, or why the token does not work."""
        reply = await ask(f"{self._base}/getMe")
        match reply:
            case Silence(why):
                return problem("telegram", f"Telegram cannot be reached ({why})", "check the network, or the address")
            case Said(200, {"result": {"id": int(native), "username": str(name)}}):
                return Bot(native, f"@{name}", bool(reply.data["result"].get("can_read_all_group_messages")))
            case Said(401 | 404):
                return stop("telegram", "Telegram does not know this token", "get a new one from @BotFather: /token")
            case Said(status):
                return problem("telegram", f"Telegram answered {status}", "try again later")

    async def look(self, places: Mapping[str, str], wanted: Mapping[str, Needs] | None = None) -> list[Finding]:
        """Check the token, privacy mode, and the rights in each place: the usual ones, and those its rules need."""
        bot = await self.who()
        if isinstance(bot, Finding):
            return [bot]
        found = [ok("telegram", f"the token is that of {bot.name}")]
        if not bot.reads_all:
            do = "make the bot an administrator of its groups, or @BotFather: /setprivacy, Disable, and add it anew"
            found.append(
                note("telegram", "privacy mode is on: without being an administrator it sees almost nothing", do)
            )
        for role, written in places.items():
            found += await self._place(bot, role, written, (wanted or {}).get(role, {}))
        return found

    async def _place(self, bot: Bot, role: str, written: str, wanted: Needs) -> list[Finding]:
        topic = f"telegram: {role}"
        chat = chat_id(written)
        reply = await ask(f"{self._base}/getChatMember", params={"chat_id": chat, "user_id": str(bot.id)})
        match reply:
            case Said(200, {"result": {"status": "creator"}}):
                return [ok(topic, f"{written}: all rights")]
            case Said(200, {"result": {"status": "administrator"} as member}):
                return _rights(topic, written, member, wanted)
            case Said(200):
                return [
                    problem(topic, f"{written}: the bot is no administrator there", "make it one: the group's settings")
                ]
            case _:
                return [
                    problem(topic, f"{written}: the bot is not there", f"add {bot.name} to the group, as administrator")
                ]


def chat_id(written: str) -> str:
    """Read what a manager writes for a group: "@name", an id, or a link."""
    if link := _PRIVATE_LINK.fullmatch(written):
        return f"-100{link[1]}"
    if link := _PUBLIC_LINK.fullmatch(written):
        return f"@{link[1]}"
    return written


def _rights(topic: str, written: str, member: Mapping[str, Any], wanted: Needs) -> list[Finding]:
    do = "switch on in the group: Administrators -> the bot"
    has = [ability for right, able in _ABLE.items() if member.get(right) for ability in able]
    found = [
        problem(topic, f"{written}: {', '.join(who)} needs the right {right}, and the bot lacks it", do)
        for right, who in lacking(wanted, has, TELEGRAM).items()
    ]
    missing = [name for right, name in _RIGHTS.items() if not member.get(right)]
    if missing:
        found.append(problem(topic, f"{written}: the bot may not {', '.join(missing)}", do))
    return found or [ok(topic, f"{written}: the bot has its rights")]
