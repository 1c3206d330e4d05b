"""The record in chat: one case, all of a person's, or those that were searched for; and what people add to them."""

import re
from typing import Annotated, ClassVar, Literal, Self

from bot.core.actions import Sanction
from bot.core.cases import Case, CaseEntry, EntryKind, Search
from bot.core.commands import Rest, command
from bot.core.decisions import Decision, Later, decide
from bot.core.people import Member, Rank
from bot.core.terms import Term
from bot.core.text import Say, say
from bot.core.ui import Rows
from bot.domain.cases.card import card, card_rows
from bot.domain.cases.listing import PAGE, Page, Turn, leaf, leafed, listed, page, turning
from bot.domain.cases.order import MOST_WORDS
from bot.runtime.cog import Cog, pressed
from bot.runtime.context import Context
from bot.runtime.dossier import facts_of
from bot.runtime.services import Services
from bot.runtime.stores import Cases

Act = Literal["note", "warn", "mute", "kick", "softban", "ban", "unmute", "unban"]
_WHICH = re.compile(r"#?(\d{1,12}|last)?\s*(?:(edit|note)\s+(.+))?", re.IGNORECASE | re.DOTALL)


class Record(Cog):
    """Reads the record, and adds to it; what was decided it never changes."""

    name: ClassVar[str] = "record"
    essential: ClassVar[bool] = True

    def __init__(self, cases: Cases) -> None:
        self._cases = cases

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.cases)

    @command("case", rank=Rank.MODERATOR)
    async def case(self, ctx: Context, which: Annotated[str, Rest()] = "") -> Decision:
        """Look a case up, or without a number the last one: what happened, the evidence, and what was really done."""
        asked = _WHICH.fullmatch(which.strip())
        if asked is None:
            return ctx.answer(say("case-unclear", given=which[:40]))
        if asked[2]:
            kind = EntryKind.REASON if asked[2].lower() == "edit" else EntryKind.NOTE
            return await self._add(ctx, asked[1] or "", kind, asked[3])
        found = await self._found(ctx, asked[1] or "")
        if found is None:
            return ctx.answer(_unknown(asked[1]))
        facts = await facts_of(self._cases, ctx.scene, found)
        return ctx.answer(card(found, facts), card_rows(found, facts))

    @command("case edit", rank=Rank.MODERATOR)
    async def edit(self, ctx: Context, number: str, reason: Annotated[str, Rest()]) -> Decision:
        """Write a case's reason anew; what stood there before is kept."""
        return await self._add(ctx, number, EntryKind.REASON, reason)

    @command("case note", rank=Rank.MODERATOR)
    async def note(self, ctx: Context, number: str, text: Annotated[str, Rest()]) -> Decision:
        """Add a note to a case; only staff see it."""
        return await self._add(ctx, number, EntryKind.NOTE, text)

    @command("history", rank=Rank.MODERATOR)
    async def history(self, ctx: Context, member: Member) -> Decision:
        """Everything on record about a person, newest first."""
        return await self._page(ctx, Search(member.user))

    @command("cases", rank=Rank.MODERATOR)
    async def cases(
        self,
        ctx: Context,
        member: Member | None = None,
        by: Member | None = None,
        act: Act | None = None,
        since: Term | None = None,
        reason: Annotated[str, Rest()] = "",
    ) -> Decision:
        """Search the record by person, moderator, act, time, guideline or words of the reason."""
        words = reason.strip()
        guideline = words if ctx.community.guideline(words) is not None else ""
        wanted = Search(
            None if member is None else member.user,
            None if by is None else by.user,
            None if act is None else Sanction(act),
            guideline,
            "" if guideline else words,
            None if since is None else since.ago(ctx.now, ctx.community.zone),
        )
        return await self._page(ctx, wanted)

    @pressed(Turn)
    async def turn(self, ctx: Context, press: Turn) -> Decision:
        """Turn the page, in place, or open the first one."""
        return await self._page(ctx, press.wanted, is_turn=not press.anew)

    async def _page(self, ctx: Context, wanted: Search, *, is_turn: bool = False) -> Decision:
        shown = await self._found_page(ctx, wanted)
        body = listed(shown, wanted)
        rows: Rows = turning(shown)
        return ctx.turn(body, rows) if is_turn else ctx.answer(body, rows)

    async def _found_page(self, ctx: Context, wanted: Search) -> Page:
        key = ctx.community.key
        last = await self._cases.last(key) if wanted.text or wanted.sanction else None
        looked = leaf(wanted, 0 if last is None else last.number)
        if looked is None:
            return page(await self._cases.search(key, wanted, PAGE + 1), wanted)
        return leafed(await self._cases.search(key, looked, PAGE + 1), looked)

    async def _found(self, ctx: Context, which: str) -> Case | None:
        if which.isdecimal():
            return await self._cases.find(ctx.community.key, int(which))
        return await self._cases.last(ctx.community.key) if which.lower() in {"", "last"} else None

    async def _add(self, ctx: Context, which: str, kind: EntryKind, words: str) -> Decision:
        found = await self._found(ctx, which.strip().removeprefix("#"))
        if found is None:
            return ctx.answer(_unknown(which))
        text = words.strip()[:MOST_WORDS]
        before = found.reason if kind is EntryKind.REASON else ""
        entry = CaseEntry(found.number, kind, text, ctx.actor.user, ctx.actor.name, ctx.now, before)
        refresh = Later("case-refresh", {"case": found.number}, turn=f"card {found.user}")
        return decide(ctx.say(say(f"entry-{kind}", case=found.number)), refresh, rows=(entry,))


def _unknown(which: str | None) -> Say:
    return say("case-unknown", case=int(which)) if which and which.isdecimal() else say("list-empty")
