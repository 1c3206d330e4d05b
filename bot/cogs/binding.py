"""Bind a new space to the community, by the code that only the host of the bot knows."""

import hmac
from typing import ClassVar, Self

from bot.core.commands import command
from bot.core.decisions import Decision, decide
from bot.core.record import Binding
from bot.core.text import say
from bot.runtime.auditing import line_of
from bot.runtime.cog import Cog
from bot.runtime.context import Context
from bot.runtime.services import Host, Services


class Bind(Cog):
    """Whoever knows the code of the host may bind; nobody else, whatever her rank."""

    name: ClassVar[str] = "bind"
    essential: ClassVar[bool] = True

    def __init__(self, host: Host) -> None:
        self._host = host

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.host)

    @command("bind", hides=True)
    async def bind(self, ctx: Context, code: str) -> Decision:
        """Bind this group to the community; the host of the bot knows the code."""
        space = ctx.place.space
        if space is None:
            return ctx.answer(say("bind-not-private"))
        if not hmac.compare_digest(code.strip().upper().encode(), self._host.bind_code().encode()):
            return ctx.answer(say("bind-wrong-code"))
        if space in ctx.scene.directory.spaces:
            return ctx.answer(say("bind-already", community=ctx.community.name))
        rows = (Binding(space, ctx.actor.user, ctx.now), line_of(ctx, "bind", str(space)))
        return decide(ctx.say(say("bind-done", community=ctx.community.name)), rows=rows)
