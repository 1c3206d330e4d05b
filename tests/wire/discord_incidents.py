"""What Discord has against raids: invites (and private messages) paused for a day at most."""

import re
from datetime import datetime, timedelta
from typing import Any

import discord
from simcord.backend import Backend, serializers
from simcord.backend.errors import invalid_form_body, missing_permissions

_PATH = re.compile(r"/guilds/(\d+)/incident-actions")


class Incidents:
    """Answers ``PUT /guilds/{id}/incident-actions``, which simcord does not know."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self.paused: dict[int, dict[str, Any]] = {}

    def answer(self, method: str, path: str, body: Any) -> dict[str, Any] | None:
        """The answer to such a request; None for any other."""
        found = _PATH.fullmatch(path)
        return self.put(int(found[1]), body) if found and method == "PUT" else None

    def put(self, guild_id: int, body: dict[str, Any]) -> dict[str, Any]:
        backend = self._backend
        rights = discord.Permissions(backend.compute_permissions(guild_id, backend.bot_user.id))
        if not (rights.administrator or rights.manage_guild):
            raise missing_permissions()
        latest = backend.clock.now() + timedelta(hours=24, seconds=5)
        for name in ("invites_disabled_until", "dms_disabled_until"):
            until = body.get(name)
            if until is not None and datetime.fromisoformat(until) > latest:
                raise invalid_form_body(f"{name}: at most 24 hours from now")
        self.paused[guild_id] = {name: body.get(name) for name in ("invites_disabled_until", "dms_disabled_until")}
        payload = serializers.guild_create_payload(backend, backend.get_guild(guild_id))
        backend.emit("GUILD_UPDATE", {**payload, "incidents_data": self.paused[guild_id]})
        return self.paused[guild_id]

    def invites_paused(self, guild_id: int) -> bool:
        until = self.paused.get(guild_id, {}).get("invites_disabled_until")
        return until is not None and datetime.fromisoformat(until) > self._backend.clock.now()
