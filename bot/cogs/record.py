"""The record in chat: one case, all of a person's, or those that were searched for; and what people add to them."""

import re
from typing import Annotated, ClassVar, Literal, Self

from bot.core.actions import Sanction
from bot.core.arguments import named, take_value
from bot.core.cases import Case, CaseEntry, EntryKind, Search
from bot.core.commands import Kind, Param, Rest, command
from bot.core.decisions import Decision, decide
from bot.core.people import Member, Rank
from bot.core.terms import Term
from bot.core.text import Say, lines, say
from bot.core.ui import Rows
from bot.domain.cases.card import card, card_rows
from bot.domain.cases.editing import Editor, Stretched, added, new_end, rewritten, said, stretched
from bot.domain.cases.listing import PAGE, Page, Turn, leaf, leafed, listed, page, spanned, turning
from bot.domain.cases.standing import family
from bot.runtime.acting import Acting, reason_of
from bot.runtime.beside import apart
from bot.runtime.case_cards import refreshes_case
from bot.runtime.cog import Cog, pressed
from bot.runtime.context import Context
from bot.runtime.dossier import facts_of
from bot.runtime.services import Services
from bot.runtime.stores import Cases, Notes

Act = Literal["note", "warn", "mute", "kick", "softban", "ban", "unmute", "unban"]
_LASTS = Param("lasts", Kind.TERM)
_NUMBER = re.compile(r"\d{1,12}")
_WHICH = re.compile(r"#?(\d{1,12}|last)?\s*(?:(edit|note)\s+(.+))?", re.IGNORECASE | re.DOTALL)


class Record(Cog):
    """Reads the record, and adds to it; what was decided it never changes."""

    name: ClassVar[str] = "record"
    essential: ClassVar[bool] = True

    def __init__(self, cases: Cases, acting: Acting, notes: Notes) -> None:
        self._cases = cases
        self._acting = acting
        self._notes = notes

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.cases, Acting.of(services), services.notes)

    @command("case", rank=Rank.MODERATOR)
    async def case(self, ctx: Context, which: Annotated[str, Rest()] = "") -> Decision:
        """Look a case up, or without a number the last one: what happened, the evidence, and what was really done."""
        asked = _WHICH.fullmatch(which.strip())
        if asked is None:
            return ctx.answer(say("case-unclear", given=which[:40]))
        if asked[2]:
            return await self._in_words(ctx, asked[1] or "", asked[2].lower(), asked[3])
        found = await self._found(ctx, asked[1] or "")
        if found is None:
            return ctx.answer(_unknown(asked[1]))
        facts = await facts_of(self._cases, ctx.scene, found)
        return ctx.answer(card(found, facts), card_rows(found, facts))

    @command("case edit", rank=Rank.MODERATOR)
    async def edit(
        self, ctx: Context, number: str, lasts: Term | None = None, reason: Annotated[str, Rest()] = ""
    ) -> Decision:
        """Change a case's reason or guideline, or how long it lasts; what stood there before is kept."""
        found = await self._found(ctx, number.strip().removeprefix("#"))
        if found is None:
            return ctx.answer(_unknown(number))
        target = await self._acting.hold_over(ctx, found.space, Member(found.user, found.user_name, Rank.GUEST))
        if isinstance(target, Say):
            return ctx.answer(target)
        why = reason_of(ctx, reason)
        editor = Editor(ctx.actor.user, ctx.actor.name, ctx.now)
        entries = tuple(rewritten(found, why.words, why.guideline, editor))
        beside = await apart(self._notes, ctx.community.key, found.number)
        if lasts is None:
            return _changed(ctx, found, entries, beside) if entries else ctx.answer(say("edit-empty"))
        longer = await self._stretched(ctx, found, lasts, editor)
        if isinstance(longer, Say):
            return ctx.answer(longer)
        return _changed(ctx, longer.case, (*entries, longer.entry), beside, longer)

    @command("case note", rank=Rank.MODERATOR)
    async def note(self, ctx: Context, number: str, text: Annotated[str, Rest()]) -> Decision:
        """Add a note to a case; only staff see it."""
        found = await self._found(ctx, number.strip().removeprefix("#"))
        if found is None:
            return ctx.answer(_unknown(number))
        editor = Editor(ctx.actor.user, ctx.actor.name, ctx.now)
        return _changed(ctx, found, (added(found, EntryKind.NOTE, text.strip(), editor),))

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
        until: Term | None = None,
        reason: Annotated[str, Rest()] = "",
    ) -> Decision:
        """Search the record by person, moderator, act, time, guideline or words of the reason."""
        span = spanned(since, until, ctx.now, ctx.community.zone)
        if isinstance(span, Say):
            return ctx.answer(span)
        words = reason.strip()
        guideline = words if ctx.community.guideline(words) is not None else ""
        wanted = Search(
            None if member is None else member.user,
            None if by is None else by.user,
            None if act is None else Sanction(act),
            guideline,
            "" if guideline else words,
            span.since,
            span.until,
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
        first, last = await self._ends(key, wanted) if wanted.text or wanted.sanction else (1, 0)
        looked = leaf(wanted, last, first)
        if looked is None:
            return page(await self._cases.search(key, wanted, PAGE + 1), wanted)
        return leafed(await self._cases.search(key, looked, PAGE + 1), looked, first)

    async def _ends(self, key: str, wanted: Search) -> tuple[int, int]:
        """The first and the last case of the time that is meant: nothing beyond them need be looked through."""
        newest = await self._cases.search(key, Search(until=wanted.until), 1)
        last = newest[0].number if newest else 0
        if wanted.since is None:
            return 1, last
        oldest = await self._cases.search(key, Search(since=wanted.since, after=0), 1)
        return (oldest[0].number if oldest else last + 1), last

    async def _found(self, ctx: Context, which: str) -> Case | None:
        if _NUMBER.fullmatch(which):
            return await self._cases.find(ctx.community.key, int(which))
        return await self._cases.last(ctx.community.key) if which.lower() in {"", "last"} else None

    async def _in_words(self, ctx: Context, which: str, what: str, words: str) -> Decision:
        """The same in one line: a time is named there, so that no reason is taken for one."""
        if what == "note":
            return await self.note(ctx, which, words)
        time = named((_LASTS,), words)
        if time is None:
            return await self.edit(ctx, which, None, words)
        taken = take_value(_LASTS, time.line)
        if taken is None or not isinstance(taken[0], Term):
            return ctx.answer(say("case-unclear", given=words[:40]))
        return await self.edit(ctx, which, taken[0], taken[1])

    async def _stretched(self, ctx: Context, case: Case, lasts: Term, editor: Editor) -> Stretched | Say:
        """Another end, if the case still holds."""
        until = new_end(case, lasts, ctx.now, ctx.community.zone)
        if isinstance(until, Say):
            return until
        acts = await self._cases.acts(ctx.community.key, case.space, case.user, family(case.sanction))
        return stretched(case, until, acts, editor)


def _changed(
    ctx: Context,
    case: Case,
    entries: tuple[CaseEntry, ...],
    beside: Say | None = None,
    longer: Stretched | None = None,
) -> Decision:
    """What is written and done; the answer waits for what the platform says, where it is asked anything."""
    told = lines(*said(case, [entry.kind for entry in entries], ctx.now), beside)
    refresh = refreshes_case(case.number, case.user)
    if longer is None:
        return decide(ctx.say(told), refresh, rows=entries)
    answer = ctx.reply(told, refused=say("edit-refused"))
    return decide(*longer.steps, answer, refresh, rows=(*entries, *longer.timers), case=case.number)


def _unknown(which: str | None) -> Say:
    given = (which or "").strip().removeprefix("#")
    if given.lower() in {"", "last"}:
        return say("list-empty")
    known = _NUMBER.fullmatch(given)
    return say("case-unknown", case=int(given)) if known else say("case-unclear", given=given[:40])
