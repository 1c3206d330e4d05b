"""The gateway half: identify, resume, heartbeats, member chunks, and every way in which it can go wrong."""

import json
from collections.abc import Iterable
from typing import Any

import discord
from aiohttp import WSMsgType, web
from simcord import intents as rules
from simcord.backend import Backend, serializers

from tests.wire.discord_rest import Rest
from tests.wire.discord_session import Connection, Session

HEARTBEAT_MS = 41_250
TOLD = 8
ELSEWHERE = "/elsewhere/"  # the path of `resume_gateway_url`, so that who follows it is counted


class Gateway:
    """Speaks gateway v10 with any number of bots, for one simcord backend."""

    def __init__(self, backend: Backend, rest: Rest) -> None:
        self._backend = backend
        self._rest = rest
        self._connections: set[Connection] = set()
        self._sessions: dict[str, Session] = {}
        self.approved = discord.Intents.all()
        self.heartbeat_ms = HEARTBEAT_MS
        self.answers_heartbeats = True
        self.heartbeats = 0
        self.identifies = 0
        self.resumes = 0
        self.strayed = 0
        self.payloads: list[dict[str, Any]] = []
        backend.subscribers.append(self._on_event)

    @property
    def connected(self) -> bool:
        """Whether a bot is identified and its socket is open."""
        return any(session.live for session in self._sessions.values())

    def told(self) -> list[str]:
        """Of each session: the last events it was fed, and how much of them is not on its way yet."""
        lines = []
        for session in self._sessions.values():
            how = f"{session.connection.unsent} frames unsent" if session.live else "its socket is closed"
            lines.append(f"Discord fed a session {session.seq} events, {how}; the last:")
            lines += [
                f"  {frame['seq']} {frame['event']} {brief(frame['data'])}" for frame in list(session.sent)[-TOLD:]
            ]
        return lines

    # Trouble to order

    async def drop(self, code: int = 4000) -> None:
        """Close every socket with this code; sessions may be resumed."""
        for connection in list(self._connections):
            await connection.close(code)

    def ask_to_reconnect(self) -> None:
        """Op 7: come again and resume."""
        for session in self._live():
            session.connection.send(7)

    def invalidate(self, *, resumable: bool = False) -> None:
        """Op 9: the session is over, or may be resumed after all."""
        for session in self._live():
            session.connection.send(9, resumable)
        if not resumable:
            self._sessions = {}

    def forget_sessions(self) -> None:
        """The next resume is refused; what happens until the next identify is never delivered."""
        self._sessions = {}

    def inject(self, event: str, payload: Any) -> None:
        """Send an event that never happened, however malformed."""
        for session in self._sessions.values():
            session.feed(event, payload, gated=False)

    def repeat(self, event: str) -> None:
        """Deliver the last event of this kind once more, under a new sequence number."""
        for session in self._sessions.values():
            last = next(frame for frame in reversed(session.sent) if frame["event"] == event)
            session.feed(event, last["data"], gated=False)

    # The protocol

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        self.strayed += request.path.startswith(ELSEWHERE)
        socket = web.WebSocketResponse(max_msg_size=2**20)
        await socket.prepare(request)
        connection = Connection(socket, compress=request.query.get("compress") == "zlib-stream")
        self._connections.add(connection)
        connection.send(10, {"heartbeat_interval": self.heartbeat_ms, "_trace": []})
        try:
            async for message in socket:
                if message.type not in {WSMsgType.TEXT, WSMsgType.BINARY}:
                    break
                await self._receive(connection, json.loads(message.data))
        finally:
            self._connections.discard(connection)
            connection.abandon()
        return socket

    async def _receive(self, connection: Connection, payload: dict[str, Any]) -> None:
        self.payloads.append(payload)
        data = payload.get("d")
        match payload["op"]:
            case 1:
                self.heartbeats += 1
                if self.answers_heartbeats:
                    connection.send(11)
            case 2:
                await self._identify(connection, data)
            case 6:
                await self._resume(connection, data)
            case 8:
                self._send_members(connection, data)
            case 3 | 4:
                pass
            case _:
                await connection.close(4001, "Unknown opcode.")

    async def _identify(self, connection: Connection, data: dict[str, Any]) -> None:
        if data["token"] != self._rest.token:
            await connection.close(4004, "Authentication failed.")
            return
        intents = discord.Intents._from_value(data["intents"])
        if rules.missing_privileged_intents(intents, self.approved):
            await connection.close(4014, "Disallowed intent(s).")
            return
        self.identifies += 1
        self._rest.identifies_left -= 1
        session = Session(self._backend, intents, self._rest.localise, connection)
        self._sessions = {key: old for key, old in self._sessions.items() if old.live}
        self._sessions[session.id] = session
        session.feed("READY", self._ready(session, data), gated=False)
        for guild in list(self._backend.guilds.values()):
            session.feed("GUILD_CREATE", dict(serializers.guild_create_payload(self._backend, guild)))

    def _ready(self, session: Session, identify: dict[str, Any]) -> dict[str, Any]:
        return {
            "v": 10,
            "user": dict(serializers.user_payload(self._backend.bot_user)),
            "guilds": [{"id": str(guild), "unavailable": True} for guild in self._backend.guilds],
            "session_id": session.id,
            "resume_gateway_url": self.resume_url,
            "shard": identify.get("shard", [0, 1]),
            "application": {"id": str(self._backend.application_id), "flags": 0},
            "session_type": "normal",
            "private_channels": [],
            "relationships": [],
        }

    @property
    def resume_url(self) -> str:
        """Discord names another host here: a client that follows it has left its proxy."""
        return self._rest.base.replace("http", "ws", 1) + ELSEWHERE

    async def _resume(self, connection: Connection, data: dict[str, Any]) -> None:
        session = self._sessions.get(data["session_id"])
        if session is None or data["token"] != self._rest.token:
            connection.send(9, data=False)
            return
        self.resumes += 1
        session.resume(connection, data["seq"])

    def _send_members(self, connection: Connection, data: dict[str, Any]) -> None:
        session = next(s for s in self._sessions.values() if s.connection is connection)
        for guild_id in _as_list(data["guild_id"]):
            guild = self._backend.guilds[int(guild_id)]
            members = list(guild.members.values())
            wanted = {int(user) for user in _as_list(data.get("user_ids") or [])}
            if wanted:
                members = [member for member in members if member.user_id in wanted]
            elif data.get("query"):
                members = [m for m in members if self._named(m.user_id, data["query"])]
            members = members[: data.get("limit") or None]
            missing = [str(user) for user in wanted - {member.user_id for member in members}]
            payloads = [serializers.member_payload(self._backend, guild, member) for member in members]
            chunk = {"guild_id": str(guild_id), "members": payloads, "not_found": missing}
            chunk |= {"chunk_index": 0, "chunk_count": 1, "nonce": data.get("nonce")}
            session.feed("GUILD_MEMBERS_CHUNK", chunk, gated=False)

    def _named(self, user: int, start: str) -> bool:
        return self._backend.users[user].name.lower().startswith(start.lower())

    def _on_event(self, event: str, payload: Any) -> None:
        shown = dict(payload)
        if event == "GUILD_CREATE":
            # Present only when a known guild becomes available; a new one comes without it.
            del shown["unavailable"]
        for session in list(self._sessions.values()):
            session.feed(event, shown)

    def _live(self) -> Iterable[Session]:
        return [session for session in self._sessions.values() if session.live]


def brief(payload: Any) -> str:
    """Who did what where, as far as an event says it."""
    if not isinstance(payload, dict):
        return ""
    who = (payload.get("member") or payload).get("user") or payload.get("author") or {}
    said = payload.get("content") or payload.get("data") or ""
    return f"in {payload.get('channel_id', '')} by {who.get('username', '')}: {said!r}"


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
