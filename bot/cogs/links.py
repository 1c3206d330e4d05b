"""/link and /unlink: somebody says herself, on both messengers, that two accounts are hers."""

import secrets
from typing import ClassVar, Self

from bot.core.actions import Whisper
from bot.core.commands import command
from bot.core.decisions import Decision, decide
from bot.core.ids import UserRef
from bot.core.linking import LinkCode, LinkCodeUsed, Linked, LinkTry, Unlinked
from bot.core.people import Rank
from bot.core.text import Body, say
from bot.domain.cases.linking import (
    CODE_LASTS,
    MOST_TRIES,
    TRIES_WITHIN,
    Couple,
    LinkNow,
    Unlink,
    consent,
    is_somebody,
    linked,
    objection,
    offer,
)
from bot.runtime.codes import Codes
from bot.runtime.cog import Cog, pressed
from bot.runtime.context import Context
from bot.runtime.fairness import Fairness
from bot.runtime.services import Services


class Links(Cog):
    """Nobody is linked by anybody else: it takes a code from the one account and a yes from the other."""

    name: ClassVar[str] = "links"

    def __init__(self, fairness: Fairness, codes: Codes) -> None:
        self._links = fairness.links
        self._codes = codes

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.fairness, services.codes)

    @command("link", rank=Rank.GUEST, hides=True)
    async def link(self, ctx: Context, link_code: str = "") -> Decision:
        """Say that your account on the other messenger is you, too."""
        if not is_somebody(ctx.actor):
            return ctx.answer(say("link-nobody"))
        if link_code.strip():
            return await self._typed(ctx, link_code)
        if len(await self._accounts(ctx)) > 1:
            return ctx.answer(*linked(ctx.actor.user))
        new = self._codes.new()
        kept = LinkCode(new.id, ctx.actor.user, ctx.actor.name, ctx.now + CODE_LASTS)
        return decide(ctx.say(offer(new, ctx.now)), rows=(kept,))

    @pressed(LinkNow)
    async def link_now(self, ctx: Context, press: LinkNow) -> Decision:
        """Link both accounts, and tell the other one."""
        found = await self._couple(ctx, press.code)
        why = say("link-wrong") if found is None else objection(found, ctx.actor, ctx.now)
        if found is None or why is not None:
            return ctx.answer(why or say("link-wrong"))
        person, there = secrets.token_hex(8), found.code.user
        rows = (Linked(ctx.actor.user, person, ctx.now), Linked(there, person, ctx.now), LinkCodeUsed(there))
        told = Whisper(there, say("link-done-there", who=ctx.actor.name))
        return decide(ctx.say(say("link-done")), told, rows=rows)

    @command("unlink", rank=Rank.GUEST)
    async def unlink(self, ctx: Context) -> Decision:
        """Let your accounts be two people again."""
        return await self._unlinked(ctx)

    @pressed(Unlink)
    async def unlink_button(self, ctx: Context, press: Unlink) -> Decision:
        """Let the accounts be two people again."""
        del press
        return await self._unlinked(ctx)

    async def _unlinked(self, ctx: Context) -> Decision:
        if len(await self._accounts(ctx)) == 1:
            return ctx.answer(say("unlink-nothing"))
        return decide(ctx.say(say("unlink-done")), rows=(Unlinked(ctx.actor.user),))

    async def _typed(self, ctx: Context, typed: str) -> Decision:
        since = ctx.now - TRIES_WITHIN
        if await self._links.tries(ctx.community.key, ctx.actor.user, since) >= MOST_TRIES:
            return ctx.answer(say("link-too-often"))
        code_id = self._codes.read(typed)
        found = None if code_id is None else await self._couple(ctx, code_id)
        if found is None:
            return self._wrong(ctx, say("link-wrong"))
        why = objection(found, ctx.actor, ctx.now)
        return self._wrong(ctx, why) if why is not None else ctx.answer(*consent(found.code, ctx.actor.user))

    def _wrong(self, ctx: Context, why: Body) -> Decision:
        return decide(ctx.say(why), rows=(LinkTry(ctx.actor.user, ctx.now),))

    async def _couple(self, ctx: Context, code_id: str) -> Couple | None:
        code = await self._links.code(ctx.community.key, code_id)
        if code is None:
            return None
        there = await self._links.accounts(ctx.community.key, code.user)
        return Couple(code, there, await self._accounts(ctx))

    async def _accounts(self, ctx: Context) -> tuple[UserRef, ...]:
        return await self._links.accounts(ctx.community.key, ctx.actor.user)
