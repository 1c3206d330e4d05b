"""/audit: what the team did, page by page, for managers."""

from dataclasses import dataclass
from typing import ClassVar, Self

from bot.core.commands import command
from bot.core.decisions import Decision
from bot.core.people import Rank
from bot.core.text import Body, Mention, Moment, lines, say
from bot.core.ui import Button, Press
from bot.runtime.cog import Cog, pressed
from bot.runtime.context import Context
from bot.runtime.fairness import AuditEntry, Audits
from bot.runtime.services import Services

PAGE = 12


@dataclass(frozen=True, slots=True)
class Older(Press):
    """What stands before this entry."""

    before: int


class AuditLog(Cog):
    """Reads the audit; writing it is nobody's business but the runtime's."""

    name: ClassVar[str] = "audit"
    essential: ClassVar[bool] = True

    def __init__(self, audits: Audits) -> None:
        self._audits = audits

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.fairness.audits)

    @command("audit", rank=Rank.MANAGER)
    async def audit(self, ctx: Context) -> Decision:
        """See what the team did, the newest first."""
        return await self._page(ctx, None)

    @pressed(Older)
    async def older(self, ctx: Context, press: Older) -> Decision:
        """Turn the page."""
        return await self._page(ctx, press.before)

    async def _page(self, ctx: Context, before: int | None) -> Decision:
        found = await self._audits.page(ctx.community.key, PAGE + 1, before)
        if not found:
            return ctx.answer(say("audit-none"))
        shown = found[:PAGE]
        older = Button(say("button-older"), Older(shown[-1].id), rank=Rank.MANAGER, private=True)
        body = lines(say("audit-title"), *map(_line, shown))
        return ctx.answer(body, ((older,),) if len(found) > PAGE else ())


def _line(entry: AuditEntry) -> Body:
    who = Mention(entry.by, entry.by_name or str(entry.by))
    return say("audit-line", at=Moment(entry.at), who=who, act=entry.act, detail=entry.detail)
