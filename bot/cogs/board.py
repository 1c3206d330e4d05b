"""The board that everybody sees: a card for each entry, on every messenger there is, kept up to date."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, ClassVar, Self

from bot.core.actions import Edit, Send
from bot.core.decisions import NOTHING, Decision, Intent, Later, Report, decide
from bot.core.events import TimerFired
from bot.core.feedback import Feedback, FeedbackUnvote, FeedbackVote
from bot.core.gatherings import CardShown
from bot.core.linking import Linked, Unlinked
from bot.core.people import Rank
from bot.core.privacy import Forget
from bot.core.receipts import Done
from bot.core.record import Row
from bot.core.text import Body, File, say
from bot.core.ui import Rows
from bot.domain.care.board import REFRESH, freed, is_on_the_board, stands, subject_of, votes
from bot.domain.care.board_card import card, card_rows, gone, seen, seen_rows
from bot.domain.care.board_list import ExportBoard, table
from bot.domain.care.presses import SeeEntry
from bot.runtime.cog import Cog, composes, due, pressed, witnesses
from bot.runtime.context import Context, Scene
from bot.runtime.fairness import Links
from bot.runtime.feedback import FeedbackBoard, Sheet, root_of
from bot.runtime.gatherings import Gatherings, Throttle
from bot.runtime.parcel import handed
from bot.runtime.services import Services

MOST = 5_000
"""As many votes of one person are looked at when she is forgotten."""


class BoardCards(Cog):
    """Posts cards and edits them; what a card shows is read in the moment it is written."""

    name: ClassVar[str] = "feedback"

    def __init__(self, board: FeedbackBoard, cards: Gatherings, links: Links) -> None:
        self._board = board
        self._cards = cards
        self._links = links
        self._throttle = Throttle(REFRESH)

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.feedback, services.gatherings, services.fairness.links)

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Which cards have their turn before them."""
        self._throttle.learned(community, rows)

    @composes("feedback-card")
    async def show(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Put an entry up in the board's place on each messenger."""
        del report
        plan, number = scene.community.feedback, int(args["number"])
        sheet = await self._board.sheet(scene.community.key, number)
        if plan is None or sheet is None or not is_on_the_board(sheet.entry):
            return ()
        body, rows = _face(sheet)
        places = [place for (role, _), place in scene.directory.pins.items() if role == plan.place]
        sends = [Intent(Send(place, body, rows, silent=True, important=True)) for place in places]
        return (*sends, Intent(Later("feedback-shown", {"number": number}))) if sends else ()

    @composes("feedback-shown")
    async def shown(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Decision:
        """Remember where the cards stand; what left the board while they were on their way goes from them, too."""
        entry = await self._board.find(scene.community.key, int(args["number"]))
        sent = (receipt.message for step, receipt in report if isinstance(step, Send) and isinstance(receipt, Done))
        subject = subject_of(int(args["number"]))
        cards = Decision(tuple(CardShown(subject, one) for one in sent if one is not None))
        return cards if is_on_the_board(entry) else cards.and_then(decide(_refresh(int(args["number"]))))

    @witnesses(Feedback, FeedbackVote, FeedbackUnvote)
    async def changed(self, scene: Scene, row: Feedback | FeedbackVote | FeedbackUnvote) -> Decision:
        """Whatever changes an entry or its votes, the cards that tell of it follow."""
        key = scene.community.key
        before = await self._board.find(key, row.number)
        if before is None:
            return NOTHING
        into = row.merged_into if isinstance(row, Feedback) else None
        tops = [await root_of(self._board, key, one) for one in (row.number, into) if one is not None]
        numbers = {row.number, *(one.entry.number for one in tops if one is not None)}
        return self._refreshing(scene, numbers)

    @witnesses(Linked, Unlinked)
    async def became_one(self, scene: Scene, row: Linked | Unlinked) -> Decision:
        """Two accounts are one person from now on, or two people again: what they voted for counts anew."""
        key = scene.community.key
        accounts = await self._links.accounts(key, row.user)
        tops = [await root_of(self._board, key, number) for number in await self._board.voted_by(key, accounts)]
        return self._refreshing(scene, {one.entry.number for one in tops if one is not None})

    @witnesses(Forget)
    async def forgotten(self, scene: Scene, row: Forget) -> Decision:
        """Her words leave their cards at once; her votes count no more, and what was merged into hers stands alone."""
        key, hers = scene.community.key, set(await self._board.brought_by(scene.community.key, row.accounts))
        voted = await self._board.voted_by(key, row.accounts, most=MOST)
        tops = [await root_of(self._board, key, number) for number in voted]
        sheets = [await self._board.sheet(key, number) for number in sorted(hers)]
        apart = [
            one
            for sheet in sheets
            if sheet is not None
            for one in freed(sheet.entry, sheet.entries[1:], scene.now)
            if one.number not in hers
        ]
        others = {one.entry.number for one in tops if one is not None} | {one.number for one in apart}
        bare = decide(*map(_refresh, sorted(hers)), rows=apart)
        return bare.and_then(self._refreshing(scene, others - hers))

    def _refreshing(self, scene: Scene, numbers: Collection[int]) -> Decision:
        key, now = scene.community.key, scene.now
        return Decision(tuple(t for one in sorted(numbers) for t in self._throttle.rows(key, str(one), now, {})))

    @due(REFRESH)
    async def refreshed(self, scene: Scene, event: TimerFired) -> Decision:
        """Show on the cards what is so now."""
        self._throttle.fired(scene.community.key, event.subject, scene.now)
        return decide(_refresh(int(event.subject)))

    @composes("feedback-refresh")
    async def refresh(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Edit every card of an entry."""
        del report
        key, number = scene.community.key, int(args["number"])
        sheet = await self._board.sheet(key, number)
        if sheet is None:
            return ()
        body, rows = _face(sheet)
        return tuple(Intent(Edit(one, body, rows)) for one in await self._cards.cards(key, subject_of(number)))

    @pressed(SeeEntry)
    async def see(self, ctx: Context, press: SeeEntry) -> Decision:
        """Show an entry in private; the team sees there what it can do."""
        key = ctx.community.key
        sheet = await self._board.sheet(key, press.number)
        root = await root_of(self._board, key, press.number)
        if sheet is None or root is None or not is_on_the_board(sheet.entry):
            return ctx.answer(say("feedback-gone"))
        mine = stands(root.ballots, await self._links.accounts(key, ctx.actor.user))
        for_team = ctx.actor.rank >= Rank.MODERATOR
        body = seen(sheet.entry, votes(sheet.ballots), mine=mine, for_team=for_team)
        return ctx.answer(body, seen_rows(sheet.entry, mine=mine, for_team=for_team))

    @pressed(ExportBoard)
    async def export(self, ctx: Context, press: ExportBoard) -> Decision:
        """Give a manager the whole board as a table."""
        del press
        board = await self._board.standings(ctx.community.key)
        if not board:
            return ctx.answer(say("feedback-board", count=0))
        return await handed(ctx.asker, say("feedback-exported", count=len(board)), File("feedback.csv", table(board)))


def _refresh(number: int) -> Later:
    return Later("feedback-refresh", {"number": number}, turn=subject_of(number))


def _face(sheet: Sheet) -> tuple[Body, Rows]:
    """What the card shows now."""
    if not is_on_the_board(sheet.entry):
        return gone(), ()
    count = votes(sheet.ballots)
    return card(sheet.entry, count), card_rows(sheet.entry, count)
