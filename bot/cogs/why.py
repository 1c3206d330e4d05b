"""Why: /why tells a member about her own case and staff about any, /check judges a message without doing anything."""

from dataclasses import replace
from typing import Annotated, ClassVar, Self, TypeAlias

from bot.core.cases import Case
from bot.core.commands import Between, Menu, command
from bot.core.decisions import Decision
from bot.core.messages import Message
from bot.core.people import Rank
from bot.core.text import Body, Lines, Mention, lines, say
from bot.domain.cases.notice import Cite, appeal_rows, notice
from bot.domain.moderation.explain import Facts, explain, for_member, for_staff
from bot.domain.moderation.history import History
from bot.domain.moderation.sample import sample
from bot.domain.moderation.verdict import judge
from bot.runtime.cog import Cog
from bot.runtime.context import Context
from bot.runtime.dossier import undone_line
from bot.runtime.services import Members, Services
from bot.runtime.stores import Cases, Whys

Number: TypeAlias = Annotated[int | None, Between(1, 1_000_000_000)]


class Why(Cog):
    """Reads what was kept with a case, in two tellings: everything for staff, what concerns her for the member."""

    name: ClassVar[str] = "why"

    def __init__(self, cases: Cases, whys: Whys, members: Members) -> None:
        self._cases = cases
        self._whys = whys
        self._members = members

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.cases, services.whys, services.members)

    @command("why", hides=True)
    async def why(
        self,
        ctx: Context,
        number: Annotated[int | None, Between(1, 1_000_000_000)] = None,
        message: Message | None = None,
    ) -> Decision:
        """See why: your own case, or for staff any case or message."""
        if not _is_staff(ctx):
            return await self._to_member(ctx, number)
        if number is not None:
            return await self._to_staff(ctx, number)
        if message is not None:
            return ctx.answer(await self._judged(ctx, message))
        return ctx.answer(say("why-which"))

    @command("check", rank=Rank.MODERATOR, menu=Menu.MESSAGE)
    async def check(self, ctx: Context, message: Message) -> Decision:
        """Judge a message by the rules as they are now; nothing is done."""
        return ctx.answer(await self._judged(ctx, message))

    async def _to_staff(self, ctx: Context, number: int) -> Decision:
        case = await self._cases.find(ctx.community.key, number)
        if case is None:
            return ctx.answer(say("case-unknown", case=number))
        head = say("why-head", case=case.number, who=Mention(case.user, case.user_name))
        return ctx.answer(lines(head, await self._reasons(ctx, case)))

    async def _reasons(self, ctx: Context, case: Case) -> Body:
        if case.by is not None:
            return say("why-by-hand")
        why = await self._whys.find(ctx.community.key, case.number)
        return say("why-not-kept") if why is None else for_staff(why)

    async def _to_member(self, ctx: Context, number: int | None) -> Decision:
        """Her own case of that number, or else her latest; another's is as unknown to her as one that is not."""
        mine = await self._cases.of(ctx.community.key, ctx.actor.user)
        found = next((c for c in mine if c.undoes is None and number in {None, c.number}), None)
        if found is None and number is not None:
            asked = await self._cases.find(ctx.community.key, number)
            found = asked if asked is not None and asked.user == ctx.actor.user and asked.undoes is None else None
        if found is None:
            return ctx.answer(say("why-none") if number is None else say("case-unknown", case=number))
        why = await self._whys.find(ctx.community.key, found.number)
        back = await undone_line(self._cases, ctx.community.key, found.number)
        told = lines(
            notice(found, ctx.community.name, _cite(ctx, found)),
            None if why is None else for_member(why),
            back,
        )
        return ctx.answer(told, appeal_rows(found) if back is None else ())

    async def _judged(self, ctx: Context, message: Message) -> Lines:
        """Ask every rule about a message that stands, as if it had just come from who wrote it, and alone."""
        author, space = message.author, message.place.space
        if space is not None:
            author = await self._members.find(ctx.scene, space, author.user) or author
        seen = sample(replace(message, author=author), ctx.scene.directory.role_of(message.place))
        history = History()
        history.remember(seen)
        verdict = judge(seen, history, ctx.community.policy)
        return lines(say("why-check-head"), for_staff(explain(verdict, Facts(ctx.community.version), history)))


def _is_staff(ctx: Context) -> bool:
    return ctx.actor.rank >= Rank.MODERATOR


def _cite(ctx: Context, case: Case) -> Cite | None:
    guideline = ctx.community.guideline(case.guideline)
    return None if guideline is None else Cite(guideline.number, guideline.text)
