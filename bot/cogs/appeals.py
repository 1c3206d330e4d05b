"""Appeals: somebody says that a case is a mistake, and somebody else than who acted looks at it again."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated, ClassVar, Self

from bot.core.actions import Ask
from bot.core.cases import Case
from bot.core.commands import Between, Rest, command
from bot.core.decisions import Decision, Later, decide
from bot.core.ids import UserRef
from bot.core.people import Rank
from bot.core.text import Body, Mention, lines, say
from bot.core.ui import Button, Rows
from bot.domain.cases.appeal import (
    Found,
    Plead,
    Withdraw,
    filed,
    hindrance,
    is_enough,
    is_open,
    newest_first,
    refreshed,
    timers,
    withdrawn,
)
from bot.domain.cases.appeal_card import again, plea_form, standing
from bot.domain.cases.notice import Disagree
from bot.runtime.cog import Cog, filled, pressed
from bot.runtime.context import Context
from bot.runtime.fairness import Fairness
from bot.runtime.services import Members, Services
from bot.runtime.stores import Cases, Complaints

OFFERED = 5
"""Cases that somebody may choose from when she names none."""
HISTORY = 200
SHORTEST = timedelta(0)


class Appeals(Cog):
    """One appeal, one life; who acted does not judge, and exactly that act is taken back."""

    name: ClassVar[str] = "appeals"

    def __init__(self, cases: Cases, complaints: Complaints, members: Members, fairness: Fairness) -> None:
        self._cases = cases
        self._complaints = complaints
        self._members = members
        self._fair = fairness

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.cases, services.complaints, services.members, services.fairness)

    # --- the one who appeals

    @command("appeal", rank=Rank.GUEST, asks=True, hides=True)
    async def appeal(
        self,
        ctx: Context,
        number: Annotated[int | None, Between(1, 1_000_000_000)] = None,
        text: Annotated[str, Rest()] = "",
    ) -> Decision:
        """Say that a case against you is a mistake; people will look at it again."""
        if number is None:
            return await self._which(ctx)
        if text.strip():
            return await self._plead(ctx, number, text)
        return await self._ask(ctx, Disagree(number))

    @pressed(Disagree)
    async def disagree(self, ctx: Context, press: Disagree) -> Decision:
        """Ask why it is a mistake."""
        return await self._ask(ctx, press)

    @filled(Plead)
    async def plead(self, ctx: Context, press: Plead, values: Mapping[str, str]) -> Decision:
        """File the appeal."""
        return await self._plead(ctx, press.case, values.get("text", ""))

    @pressed(Withdraw)
    async def withdraw(self, ctx: Context, press: Withdraw) -> Decision:
        """Take an appeal back."""
        appeal = await self._fair.appeals.find(ctx.community.key, press.appeal)
        if appeal is None or not is_open(appeal):
            return ctx.answer(say("error-button-stale"))
        over = withdrawn(appeal)
        rows = (over, *timers(over, ctx.now, None))
        return decide(ctx.say(say("appeal-withdrawn", number=over.number)), refreshed(over), rows=rows)

    async def _which(self, ctx: Context) -> Decision:
        mine = newest_first(await self._cases.of(ctx.community.key, ctx.actor.user, most=HISTORY))[:OFFERED]
        if not mine:
            return ctx.answer(say("appeal-nothing"))
        if len(mine) == 1:
            return await self._ask(ctx, Disagree(mine[0].number))
        rows = tuple((_choice(case, ctx.actor.user),) for case in mine)
        return ctx.answer(say("appeal-which"), rows)

    async def _ask(self, ctx: Context, press: Disagree) -> Decision:
        hindered = await self._hindered(ctx, press.case)
        if hindered is not None:
            return ctx.answer(*hindered)
        form = plea_form(press, ctx.actor.user)
        return decide(Ask(ctx.ticket, ctx.place, ctx.actor.user, form))

    async def _plead(self, ctx: Context, number: int, text: str) -> Decision:
        hindered = await self._hindered(ctx, number)
        case = await self._cases.find(ctx.community.key, number)
        press = Disagree(number)
        button = Button(say("button-again"), press, rank=Rank.GUEST, only=ctx.actor.user, private=True)
        if hindered is not None or case is None:
            body, rows = hindered or (say("appeal-no-case", case=number), ())
            kept, _ = again(body, press, text.strip(), button)
            return ctx.answer(kept, rows)
        if not is_enough(text):
            return ctx.answer(*again(say("appeal-too-short"), press, text.strip(), button))
        rules = ctx.community.appeals
        fresh = await self._complaints.next_number(ctx.community.key)
        appeal = filed(fresh, case, ctx.actor, text, now=ctx.now, deadline=rules.deadline)
        shown = Later("appeal-card", {"appeal": fresh}, turn=refreshed(appeal).turn)
        rows_ = (appeal, *timers(appeal, ctx.now, rules.remind))
        return decide(ctx.say(*standing(appeal)), shown, rows=rows_)

    async def _hindered(self, ctx: Context, number: int) -> tuple[Body, Rows] | None:
        key = ctx.community.key
        case = await self._cases.find(key, number)
        accounts = await self._fair.links.accounts(key, ctx.actor.user)
        last = await self._fair.appeals.about(key, number)
        found = Found(accounts, last, await self._cases.undone_by(key, number))
        why = hindrance(case, found, number)
        if why is None:
            return None
        if last is not None and is_open(last) and why.key == "appeal-waits":
            return standing(last)
        return why, ()

    # --- how it goes

    @command("appeals", rank=Rank.MODERATOR)
    async def stats(self, ctx: Context) -> Decision:
        """See how often appeals were right, by rule and by moderator."""
        tallies = await self._fair.appeals.tallies(ctx.community.key)
        if not tallies:
            return ctx.answer(say("appeals-none"))
        told: list[Body] = []
        for one in tallies:
            counted = {"judged": one.judged, "overturned": one.overturned, "reduced": one.reduced}
            share = 100 * one.overturned // one.judged
            if one.by is not None:
                told.append(say("appeals-of-person", who=Mention(one.by, one.by_name), share=share, **counted))
            else:
                told.append(say("appeals-of-rule", rule=one.rule, share=share, **counted))
        return ctx.answer(lines(say("appeals-title"), *told[:30]))


def _choice(case: Case, only: UserRef) -> Button:
    label = say(f"appeal-choice-{case.sanction}", case=case.number)
    return Button(label, Disagree(case.number), rank=Rank.GUEST, only=only, private=True)
