"""discord.py's client with the traps taken out: budgets, deadlines, and events that cannot end the stream."""

import logging
from collections.abc import Callable, Iterable, Mapping
from types import SimpleNamespace
from typing import Any, Protocol

import aiohttp
import discord
import yarl
from discord.http import Route

from bot.adapters.discord.budget import AnswerBudget, IdentifyBudget
from bot.adapters.discord.heartbeats import end_heartbeats
from bot.adapters.discord.patience import Patience

log = logging.getLogger(__name__)


class Ears(Protocol):
    """Hears what the client hears."""

    def new_session(self) -> None: ...
    async def connected(self) -> None: ...
    def posted(self, message: discord.Message) -> None: ...
    def edited(self, message: discord.Message) -> None: ...
    def deleted(self, guild_id: int | None, channel_id: int, messages: Iterable[int]) -> None: ...
    def blocked(self, execution: discord.AutoModAction) -> None: ...
    def reacted(self, payload: discord.RawReactionActionEvent) -> None: ...
    def voted(self, payload: discord.RawPollVoteActionEvent, *, added: bool) -> None: ...
    def titled(self, thread: discord.Thread, *, renamed: bool) -> None: ...
    def joined(self, member: discord.Member) -> None: ...
    def member_changed(self, payload: Mapping[str, Any]) -> None: ...
    def left(self, guild_id: int, user_id: int) -> None: ...
    def audited(self, payload: Mapping[str, Any]) -> None: ...
    def interacted(self, interaction: discord.Interaction) -> None: ...
    def space_changed(self, guild: discord.Guild, *, present: bool = True, is_new: bool = False) -> None: ...
    def roles_changed(self, role: discord.Role) -> None: ...


def intents() -> discord.Intents:
    """What the bot needs to hear; presences never."""
    return discord.Intents(
        guilds=True,
        members=True,
        moderation=True,
        message_content=True,
        guild_messages=True,
        dm_messages=True,
        guild_reactions=True,
        dm_reactions=True,
        auto_moderation_execution=True,
        guild_polls=True,
    )


class Client(discord.Client):
    """One connection's worth of client; after a failure a new one is made."""

    def __init__(
        self,
        ears: Ears,
        identifies: IdentifyBudget,
        answers: AnswerBudget,
        *,
        patience: Patience,
        gateway: yarl.URL | None = None,
    ) -> None:
        # It has no voice, and discord.py would say at each start which packages it lacks for one.
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        super().__init__(
            intents=intents(),
            allowed_mentions=discord.AllowedMentions.none(),  # None would ping everyone, roles and users
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            max_ratelimit_timeout=patience.rate_limit,
            guild_ready_timeout=patience.settling,
            http_trace=_watch(answers),
        )
        self.malformed = 0
        self._ears = ears
        self._identifies = identifies
        self._gateway_url = gateway
        self._bound_requests(answers, aiohttp.ClientTimeout(total=patience.deadline))
        self._guard_parsers()

    async def close(self) -> None:
        await super().close()
        await end_heartbeats(self)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        await self._identifies.spend()
        await super().before_identify_hook(shard_id, initial=initial)

    # What discord.py calls

    async def on_ready(self) -> None:
        await self._ears.connected()

    async def on_resumed(self) -> None:
        await self._ears.connected()

    async def on_message(self, message: discord.Message) -> None:
        self._ears.posted(message)

    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        self._ears.edited(payload.message)

    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        self._ears.deleted(payload.guild_id, payload.channel_id, (payload.message_id,))

    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        self._ears.deleted(payload.guild_id, payload.channel_id, sorted(payload.message_ids))

    async def on_automod_action(self, execution: discord.AutoModAction) -> None:
        self._ears.blocked(execution)

    async def on_raw_reaction_add(self, payload: discord.RawReactionActionEvent) -> None:
        self._ears.reacted(payload)

    async def on_raw_poll_vote_add(self, payload: discord.RawPollVoteActionEvent) -> None:
        self._ears.voted(payload, added=True)

    async def on_raw_poll_vote_remove(self, payload: discord.RawPollVoteActionEvent) -> None:
        self._ears.voted(payload, added=False)

    async def on_thread_create(self, thread: discord.Thread) -> None:
        self._ears.titled(thread, renamed=False)

    async def on_thread_update(self, before: discord.Thread, after: discord.Thread) -> None:
        if before.name != after.name:
            self._ears.titled(after, renamed=True)

    async def on_member_join(self, member: discord.Member) -> None:
        self._ears.joined(member)

    async def on_raw_member_remove(self, payload: discord.RawMemberRemoveEvent) -> None:
        self._ears.left(payload.guild_id, payload.user.id)

    async def on_member_update(self, _before: discord.Member, after: discord.Member) -> None:
        self._ears.space_changed(after.guild)  # only the bot's own member is in discord.py's cache

    async def on_guild_role_update(self, _before: discord.Role, after: discord.Role) -> None:
        self._ears.roles_changed(after)

    async def on_guild_role_delete(self, role: discord.Role) -> None:
        self._ears.roles_changed(role)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        self._ears.space_changed(guild, is_new=True)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        self._ears.space_changed(guild, present=False)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        self._ears.interacted(interaction)

    async def on_error(self, event_method: str, /, *_args: object, **_kwargs: object) -> None:
        log.exception("%s failed", event_method)  # noqa: LOG004  # discord.py calls this from its handler

    # What discord.py lacks

    def _bound_requests(self, answers: AnswerBudget, timeout: aiohttp.ClientTimeout) -> None:
        """Give every exchange a deadline, and ask nothing while the budget of invalid answers is spent."""
        ask = self.http.request

        async def bounded(route: Route, **kwargs: Any) -> Any:  # noqa: ANN401  # as discord.py declares it
            answers.check()
            return await ask(route, timeout=timeout, **kwargs)

        self.http.request = bounded  # type: ignore[method-assign]

    def _guard_parsers(self) -> None:
        """One malformed event would end the gateway's task; here it is counted, and the stream goes on."""
        parsers = self._connection.parsers
        for name, parse in list(parsers.items()):
            parsers[name] = self._guarded(name, parse)

    def _guarded(self, name: str, parse: Callable[[Any], None]) -> Callable[[Any], None]:
        def guarded(data: Any) -> None:  # noqa: ANN401  # JSON of any shape
            try:
                self._look_first(name, data)
                parse(data)
            except Exception as error:  # noqa: BLE001  # the boundary of one inbound update
                self.malformed += 1
                # Its values stay out of the log: they may be somebody's words.
                log.error("malformed event %s no. %d: %s", name, self.malformed, type(error).__name__)  # noqa: TRY400

        return guarded

    def _look_first(self, name: str, data: Any) -> None:  # noqa: ANN401  # JSON of any shape
        if name == "READY":
            if self._gateway_url is not None:
                self.ws.gateway = self._gateway_url  # a resume would leave the proxy otherwise
            self._ears.new_session()
        elif name == "GUILD_MEMBER_UPDATE":
            self._ears.member_changed(data)  # dropped by discord.py for members it has not cached
        elif name == "GUILD_AUDIT_LOG_ENTRY_CREATE":
            self._ears.audited(data)


def _watch(answers: AnswerBudget) -> aiohttp.TraceConfig:
    """See every answer, also those that discord.py retries by itself."""
    trace = aiohttp.TraceConfig()

    async def note(
        _session: aiohttp.ClientSession, _context: SimpleNamespace, params: aiohttp.TraceRequestEndParams
    ) -> None:
        answers.note(params.response.status, params.response.headers.get("X-RateLimit-Scope", ""))

    trace.on_request_end.append(note)
    return trace
