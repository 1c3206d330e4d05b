"""What the team reads of its conversations: a list of those that wait, and one from its beginning as a file."""

from typing import Annotated, ClassVar, Self

from bot.core.commands import Between, command
from bot.core.decisions import Decision
from bot.core.people import Rank
from bot.core.text import Body, say
from bot.core.ui import Rows
from bot.domain.care.backlog import PAGE, SeeInbox, listed, pages_of, turning
from bot.domain.care.desk import transcript
from bot.runtime.cog import Cog, pressed
from bot.runtime.context import Context
from bot.runtime.conversations import Conversations
from bot.runtime.faces import Faces
from bot.runtime.parcel import handed
from bot.runtime.placing import chosen
from bot.runtime.services import Services


class Backlog(Cog):
    """Changes nothing; what is about the team itself is read by managers only, and by nobody whom it is about."""

    name: ClassVar[str] = "inbox"

    def __init__(self, talks: Conversations, faces: Faces) -> None:
        self._talks = talks
        self._faces = faces

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.conversations, Faces.of(services))

    @command("inbox", rank=Rank.MODERATOR)
    async def inbox(self, ctx: Context) -> Decision:
        """See the conversations that wait for the team."""
        return ctx.answer(*await self._page(ctx, 0))

    @pressed(SeeInbox)
    async def turned(self, ctx: Context, press: SeeInbox) -> Decision:
        """Turn the page, in place; by now there may be fewer."""
        return ctx.turn(*await self._page(ctx, press.page))

    @command("transcript", rank=Rank.MODERATOR)
    async def transcript(
        self, ctx: Context, conversation: Annotated[int, Between(1, 10**12)] | None = None
    ) -> Decision:
        """Get everything that was said in this conversation as a file."""
        talk = await chosen(self._talks, ctx, conversation)
        if talk is None:
            return ctx.answer(say("inbox-not-here"))
        said = await self._talks.entries(ctx.community.key, talk.number)
        file = transcript(talk, said, await self._faces.written(ctx.community.key, talk))
        return await handed(ctx.asker, say("inbox-transcript", number=talk.number), file)

    async def _page(self, ctx: Context, wanted: int) -> tuple[Body, Rows]:
        key, manager = ctx.community.key, ctx.actor.user if ctx.actor.rank >= Rank.MANAGER else None
        total = await self._talks.count_unresolved(key, manager)
        if not total:
            return say("inbox-none"), ()
        page = min(wanted, pages_of(total) - 1)
        found = await self._talks.unresolved(key, PAGE, page * PAGE, manager)
        return listed(found, total, page), turning(total, page)
