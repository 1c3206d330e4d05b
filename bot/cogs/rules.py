"""The community's guidelines, for whoever asks."""

from typing import ClassVar

from bot.core.commands import command
from bot.core.decisions import Decision
from bot.core.text import lines, say
from bot.domain.welcome.greeting import agree_row, as_rows, guidelines_text
from bot.runtime.cog import Cog
from bot.runtime.community import Agree
from bot.runtime.context import Context


class Rules(Cog):
    """Shows the guidelines in the reader's language."""

    name: ClassVar[str] = "rules"

    @command("rules")
    async def rules(self, ctx: Context) -> Decision:
        """Read the guidelines."""
        shown = guidelines_text([(g.number, g.text) for g in ctx.community.guidelines])
        if shown is None:
            return ctx.answer(say("rules-none", community=ctx.community.name))
        body = lines(say("rules-head", community=ctx.community.name), shown)
        settings = ctx.community.welcome
        if settings is None or settings.agree is Agree.OFF or ctx.space is None:
            return ctx.answer(body)
        return ctx.answer(body, as_rows(agree_row(ctx.space, ctx.actor.user, ctx.community.guidelines_version)))
