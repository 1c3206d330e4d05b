"""What real Discord refuses and the simulated one lets through.

Limits: https://docs.discord.com/developers/resources/guild, /resources/message and
/interactions/application-commands.
"""

import re
from datetime import datetime, timedelta

import discord
from simcord.backend import Backend
from simcord.backend.errors import BackendError, cannot_dm_bot, invalid_form_body, missing_permissions

_NAME = re.compile(r"[-_'\w]{1,32}")
_MENU_NAME = re.compile(r".{1,32}")
_LOCALES = {locale.value for locale in discord.Locale}


class Strict:
    """Checks a request against the rules that simcord does not model; raises what Discord would answer."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self.closed_dms: set[int] = set()

    def check(self, method: str, path: str, body: object) -> None:
        for pattern, look in _CHECKS.items():
            found = re.fullmatch(pattern, f"{method} {path}")
            if found:
                look(self, [int(part) for part in found.groups()], body)

    def send(self, ids: list[int], body: object) -> None:
        nonce = body.get("nonce") if isinstance(body, dict) else None
        if nonce is not None and len(str(nonce)) > 25:
            raise invalid_form_body("nonce: Must be 25 or fewer in length.")
        if isinstance(body, dict) and body.get("poll"):
            _check_poll(body["poll"])
        channel = self._backend.get_channel(ids[0])
        if channel.guild_id is None and not self.reachable(channel.recipient_ids[0]):
            raise cannot_dm_bot()  # the same 50007 as for a person who takes no DMs

    def reachable(self, user: int) -> bool:
        shared = any(user in guild.members for guild in self._backend.guilds.values())
        return shared and user not in self.closed_dms

    def bulk_delete(self, ids: list[int], body: object) -> None:
        oldest = self._backend.clock.now() - timedelta(days=14)
        if any(discord.utils.snowflake_time(int(message)) < oldest for message in body["messages"]):
            raise BackendError(400, 50034, "You can only bulk delete messages that are under 14 days old.")

    def time_out(self, ids: list[int], body: object) -> None:
        until = body.get("communication_disabled_until")
        if until is None:
            return
        guild, user = ids
        if datetime.fromisoformat(until) > self._backend.clock.now() + timedelta(days=28, seconds=5):
            raise invalid_form_body("communication_disabled_until: at most 28 days from now")
        if discord.Permissions(self._backend.compute_permissions(guild, user)).administrator:
            raise missing_permissions()

    def ban(self, ids: list[int], body: object) -> None:
        if not 0 <= int(body.get("delete_message_seconds", 0)) <= 604_800:
            raise invalid_form_body("delete_message_seconds: between 0 and 604800")

    def commands(self, ids: list[int], body: object) -> None:
        for command in body:
            _check_command(command)


def _check_poll(poll: dict) -> None:
    texts = [answer["poll_media"].get("text") or "" for answer in poll["answers"]]
    if not 1 <= len(texts) <= 10 or not all(1 <= len(text) <= 55 for text in texts):
        raise invalid_form_body("poll.answers: at most 10, of at most 55 in length")
    if not 1 <= len(poll["question"]["text"]) <= 300 or not 1 <= int(poll["duration"]) <= 768:
        raise invalid_form_body("poll: a question of at most 300 in length, for 1 to 768 hours")


def _check_command(command: dict) -> None:
    slash = command.get("type", 1) == 1
    pattern = _NAME if slash else _MENU_NAME
    for name in (command["name"], *(command.get("name_localizations") or {}).values()):
        if not pattern.fullmatch(name) or (slash and name != name.lower()):
            raise invalid_form_body(f"name: {name!r}")
    _check_words(command, required=slash)


def _check_words(node: dict, *, required: bool) -> None:
    localised = node.get("description_localizations") or {}
    if not set(localised) <= _LOCALES:
        raise invalid_form_body(f"locales: {sorted(set(localised) - _LOCALES)}")
    texts = [node.get("description", ""), *localised.values()]
    if required and not all(1 <= len(text) <= 100 for text in texts):
        raise invalid_form_body(f"description of {node['name']}: between 1 and 100 in length")
    if len(node.get("options") or ()) > 25 or len(node.get("choices") or ()) > 25:
        raise invalid_form_body(f"{node['name']}: at most 25")
    for option in node.get("options") or ():
        if not _NAME.fullmatch(option["name"]) or option["name"] != option["name"].lower():
            raise invalid_form_body(f"option name: {option['name']!r}")
        _check_words(option, required=True)


_CHECKS = {
    r"POST /channels/(\d+)/messages": Strict.send,
    r"POST /channels/(\d+)/messages/bulk-delete": Strict.bulk_delete,
    r"PATCH /guilds/(\d+)/members/(\d+)": Strict.time_out,
    r"PUT /guilds/(\d+)/bans/(\d+)": Strict.ban,
    r"PUT /applications/(\d+)/commands": Strict.commands,
    r"PUT /applications/(\d+)/guilds/(\d+)/commands": Strict.commands,
}
