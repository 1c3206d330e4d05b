"""/feedback: members bring ideas and problems, see first what is there already, and vote."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Annotated, ClassVar, Self

from bot.core.commands import Rest, command
from bot.core.decisions import Decision, Later, decide
from bot.core.feedback import Feedback
from bot.core.ids import Place, UserRef
from bot.core.privacy import Forget
from bot.core.record import Row
from bot.core.text import Body, say
from bot.core.ui import Button, Rows
from bot.domain.care.board import (
    LONGEST_TITLE,
    VOTABLE,
    given,
    is_on_the_board,
    name_of,
    one_line,
    stands,
    submitted,
    votes,
    withdrawn,
)
from bot.domain.care.board_card import form, likely, panel
from bot.domain.care.board_list import BrowseBoard, chosen, shown, shown_rows
from bot.domain.care.presses import BringFeedback, OpenFeedback, PostFeedback, VoteFor
from bot.domain.care.similar import Similar
from bot.runtime.care import Board
from bot.runtime.cog import Cog, filled, pressed
from bot.runtime.context import Context, Scene
from bot.runtime.fairness import Links
from bot.runtime.feedback import FeedbackBoard, Sheet, root_of
from bot.runtime.services import Services
from bot.runtime.vetting import objection

A_DAY = timedelta(days=1)


class FeedbackDesk(Cog):
    """What members do. Nothing is posted before its author has seen what is like it, and before the rules have."""

    name: ClassVar[str] = "feedback"

    def __init__(self, board: FeedbackBoard, links: Links) -> None:
        self._board = board
        self._links = links
        self._similar: dict[str, Similar] = {}

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.feedback, services.fairness.links)

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """What is like what is looked up anew once the board has changed."""
        if any(isinstance(row, Feedback | Forget) for row in rows):
            self._similar.pop(community, None)

    # --- looking

    @command("feedback")
    async def feedback(self, ctx: Context, words: Annotated[str, Rest()] = "") -> Decision:
        """Suggest something, report a problem, or search what others brought."""
        if ctx.community.feedback is None:
            return ctx.answer(say("feedback-none"))
        if words.strip():
            return ctx.answer(*await self._listed(ctx, BrowseBoard(words=one_line(words)[:LONGEST_TITLE])))
        return _panel(ctx)

    @pressed(OpenFeedback)
    async def opened(self, ctx: Context, press: OpenFeedback) -> Decision:
        """Show what somebody can bring, and the way to the board."""
        del press
        return ctx.answer(say("feedback-none")) if ctx.community.feedback is None else _panel(ctx)

    @pressed(BrowseBoard)
    async def browsed(self, ctx: Context, press: BrowseBoard) -> Decision:
        """Turn the page, or look at another state."""
        return ctx.turn(*await self._listed(ctx, press))

    async def _listed(self, ctx: Context, wanted: BrowseBoard) -> tuple[Body, Rows]:
        board = await self._board.standings(ctx.community.key)
        found = (await self._likes(ctx.scene)).search(wanted.words) if wanted.words else ()
        listed = chosen(board, wanted, found)
        return shown(listed, wanted), shown_rows(listed, wanted, ctx.actor.rank)

    # --- bringing

    @pressed(BringFeedback)
    async def bring(self, ctx: Context, press: BringFeedback) -> Decision:
        """Ask for a title and words."""
        if ctx.community.feedback is None:
            return ctx.answer(say("feedback-none"))
        return ctx.ask(form(press, ctx.actor.user))

    @filled(BringFeedback)
    async def brought(self, ctx: Context, press: BringFeedback, values: Mapping[str, str]) -> Decision:
        """Show what is there already and may be the same; post it when nothing is."""
        title, text = one_line(values.get("title", "")), values.get("text", "").strip()
        why = await self._objection(ctx, title, text)
        if why is not None:
            return _again(ctx, why, BringFeedback(press.kind, title, text))
        number = await self._board.next_number(ctx.community.key)
        post = PostFeedback(number, press.kind, title, text)
        numbers = (await self._likes(ctx.scene)).likely(title, text)
        if not numbers:
            return self._posted(ctx, post)
        standing = {one.entry.number: one for one in await self._board.standings(ctx.community.key)}
        found = [(standing[one].entry, standing[one].votes) for one in numbers if one in standing]
        return ctx.answer(*likely(found, post, ctx.actor.user))

    @pressed(PostFeedback)
    async def post(self, ctx: Context, press: PostFeedback) -> Decision:
        """Post what nothing there is the same as; the rules and the day's share are asked again."""
        if await self._board.find(ctx.community.key, press.number) is not None:
            return ctx.answer(say("feedback-posted-already", number=press.number))
        why = await self._objection(ctx, press.title, press.text)
        if why is not None:
            return _again(ctx, why, BringFeedback(press.kind, press.title, press.text))
        return self._posted(ctx, press)

    def _posted(self, ctx: Context, post: PostFeedback) -> Decision:
        entry = submitted(post.number, post.kind, ctx.actor, (post.title, post.text), ctx.now)
        show = Later("feedback-card", {"number": entry.number}, turn=f"feedback {entry.number}")
        rows = (entry, given(entry.number, ctx.actor.user, ctx.now))
        return decide(ctx.say(say("feedback-posted", number=entry.number)), show, rows=rows)

    async def _objection(self, ctx: Context, title: str, text: str) -> Body | None:
        plan = ctx.community.feedback
        if plan is None:
            return say("feedback-none")
        if not title:
            return say("feedback-no-title")
        since = ctx.now - A_DAY
        if await self._board.sent(ctx.community.key, await self._accounts(ctx), since) >= plan.per_day:
            return say("feedback-too-many", count=plan.per_day)
        return objection(ctx, f"{title}\n{text}", _place(ctx, plan))

    # --- voting

    @pressed(VoteFor)
    async def vote(self, ctx: Context, press: VoteFor) -> Decision:
        """Count her vote once, whichever account she gives it with; pressed again it is taken back."""
        entry = await self._board.find(ctx.community.key, press.number)
        sheet = await root_of(self._board, ctx.community.key, press.number)
        if sheet is None or not (is_on_the_board(entry) and is_on_the_board(sheet.entry)):
            return ctx.answer(say("feedback-gone"))
        accounts = await self._accounts(ctx)
        if stands(sheet.ballots, accounts):
            return self._unvoted(ctx, sheet, press, withdrawn(sheet.ballots, accounts))
        if sheet.entry.state not in VOTABLE:
            return ctx.answer(say("feedback-closed", state=name_of(sheet.entry.state)))
        count = votes(sheet.ballots) + 1
        done = say("feedback-voted", number=sheet.entry.number, count=count)
        return decide(ctx.say(done), rows=(given(press.number, ctx.actor.user, ctx.now),))

    def _unvoted(self, ctx: Context, sheet: Sheet, press: VoteFor, rows: Sequence[Row]) -> Decision:
        number = sheet.entry.number
        if not press.turns:
            return ctx.answer(say("feedback-voted-already", number=number, count=votes(sheet.ballots)))
        done = say("feedback-unvoted", number=number, count=votes(sheet.ballots) - 1)
        return decide(ctx.say(done), rows=rows)

    # --- shared

    async def _likes(self, scene: Scene) -> Similar:
        key = scene.community.key
        known = self._similar.get(key)
        if known is None:
            board = await self._board.standings(key)
            known = self._similar[key] = Similar((one.entry for one in board), scene.community.languages)
        return known

    async def _accounts(self, ctx: Context) -> tuple[UserRef, ...]:
        return await self._links.accounts(ctx.community.key, ctx.actor.user)


def _panel(ctx: Context) -> Decision:
    body, rows = panel(ctx.community.name)
    board = Button(say("button-feedback-board"), BrowseBoard())
    return ctx.answer(body, (*rows, (board,)))


def _again(ctx: Context, why: Body, typed: BringFeedback) -> Decision:
    return ctx.ask_again(why, form(typed, ctx.actor.user), {"title": typed.title, "text": typed.text})


def _place(ctx: Context, plan: Board) -> Place | None:
    return ctx.scene.directory.place(plan.place, ctx.actor.user.platform)
