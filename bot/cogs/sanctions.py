"""What moderators do by hand: note, warn, mute, kick, ban, and end it again."""

from typing import Annotated, ClassVar, Self

from bot.core.actions import Sanction
from bot.core.commands import Rest, command
from bot.core.decisions import Decision
from bot.core.messages import Message
from bot.core.people import Member, Rank
from bot.core.terms import Term
from bot.core.text import Say, say
from bot.domain.cases.order import Order, ending, saved
from bot.runtime.acting import Acting, reason_of
from bot.runtime.cog import Cog
from bot.runtime.context import Context
from bot.runtime.services import Host, Services

Why = Annotated[str, Rest()]


class Sanctions(Cog):
    """Every act is a numbered case: the member is told first, and the moderator hears what really happened."""

    name: ClassVar[str] = "sanctions"

    def __init__(self, acting: Acting, host: Host) -> None:
        self._acting = acting
        self._host = host

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(Acting.of(services), services.host)

    @command("note", rank=Rank.MODERATOR, target="member")
    async def note(self, ctx: Context, member: Member, reason: Why = "", message: Message | None = None) -> Decision:
        """Write something down about a member; only staff see it."""
        if not reason.strip() and message is None:
            return ctx.answer(say("note-empty"))
        return await self._act(ctx, member, Sanction.NOTE, reason, message)

    @command("warn", rank=Rank.MODERATOR, target="member")
    async def warn(self, ctx: Context, member: Member, reason: Why = "", message: Message | None = None) -> Decision:
        """Warn a member."""
        return await self._act(ctx, member, Sanction.WARN, reason, message)

    @command("mute", rank=Rank.MODERATOR, target="member")
    async def mute(
        self, ctx: Context, member: Member, lasts: Term, reason: Why = "", message: Message | None = None
    ) -> Decision:
        """Keep a member from writing for a while."""
        return await self._act(ctx, member, Sanction.MUTE, reason, message, lasts)

    @command("unmute", rank=Rank.MODERATOR, target="member")
    async def unmute(self, ctx: Context, member: Member, reason: Why = "") -> Decision:
        """Let a member write again, before the time is over."""
        return await self._act(ctx, member, Sanction.UNMUTE, reason)

    @command("kick", rank=Rank.MODERATOR, target="member")
    async def kick(self, ctx: Context, member: Member, reason: Why = "", message: Message | None = None) -> Decision:
        """Remove a member, who may come back."""
        return await self._act(ctx, member, Sanction.KICK, reason, message)

    @command("softban", rank=Rank.MODERATOR, target="member")
    async def softban(self, ctx: Context, member: Member, reason: Why = "", message: Message | None = None) -> Decision:
        """Remove a member with the messages of the last day; they may come back."""
        return await self._act(ctx, member, Sanction.SOFTBAN, reason, message)

    @command("ban", rank=Rank.MODERATOR, target="member")
    async def ban(
        self,
        ctx: Context,
        member: Member,
        lasts: Term | None = None,
        reason: Why = "",
        message: Message | None = None,
    ) -> Decision:
        """Remove a member, for good or for a while; also a channel that posts as itself."""
        return await self._act(ctx, member, Sanction.BAN, reason, message, lasts)

    @command("unban", rank=Rank.MODERATOR, target="member")
    async def unban(self, ctx: Context, member: Member, reason: Why = "") -> Decision:
        """Let somebody come back, before the time is over."""
        return await self._act(ctx, member, Sanction.UNBAN, reason)

    async def _act(
        self,
        ctx: Context,
        member: Member,
        sanction: Sanction,
        reason: str,
        message: Message | None = None,
        lasts: Term | None = None,
    ) -> Decision:
        until = ending(lasts, ctx.now, ctx.community.zone)
        if isinstance(until, Say):
            return ctx.answer(until)
        why = reason_of(ctx, reason)
        link = "" if message is None else self._host.link(message.ref)
        evidence = saved(message, member, link)
        span = None if lasts is None else lasts.span
        order = Order(member, sanction, until, why.words, why.guideline, why.cite, evidence, span=span)
        return await self._acting.act(ctx, (order,))
