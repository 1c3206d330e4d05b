"""What the team makes of the board: states with a note, merges, removals; and everybody who is for it hears of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import ClassVar, Self

from bot.core.actions import Delete, Edit, Whisper
from bot.core.decisions import NOTHING, Decision, decide
from bot.core.events import TimerFired
from bot.core.feedback import Feedback
from bot.core.gatherings import CardsGone
from bot.core.ids import UserRef
from bot.core.record import Timer
from bot.core.text import Say, say
from bot.domain.care.board import (
    HOLD,
    PAUSE,
    TELL,
    TELLING,
    followers,
    is_on_the_board,
    merged,
    moved,
    name_of,
    next_batch,
    parted,
    removed,
    subject_of,
    telling,
)
from bot.domain.care.board_card import gone, merge_form, news, really, state_form, take_back, taken_back
from bot.domain.care.presses import OnBoard, SetState, TakeStateBack
from bot.runtime.cog import Cog, due, filled, pressed
from bot.runtime.context import Context, Scene
from bot.runtime.feedback import FeedbackBoard, root_of
from bot.runtime.gatherings import Gatherings
from bot.runtime.services import Host, Services


class Roadmap(Cog):
    """A change can be taken back for a minute; then those who are for it are told: some at a time, without a ring."""

    name: ClassVar[str] = "feedback"

    def __init__(self, board: FeedbackBoard, cards: Gatherings, host: Host) -> None:
        self._board = board
        self._cards = cards
        self._host = host

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.feedback, services.gatherings, services.host)

    # --- states

    @pressed(SetState)
    async def state(self, ctx: Context, press: SetState) -> Decision:
        """Ask for a note."""
        entry = await self._found(ctx, press.number)
        if entry is None:
            return ctx.answer(say("feedback-gone"))
        return ctx.ask(state_form(entry, press))

    @filled(SetState)
    async def stated(self, ctx: Context, press: SetState, values: Mapping[str, str]) -> Decision:
        """Say how far it is, with the note."""
        entry = await self._found(ctx, press.number)
        if entry is None:
            return ctx.answer(say("feedback-gone"))
        now = moved(entry, press.state, values.get("note", ""), ctx.now)
        if isinstance(now, Say):
            return ctx.answer(now)
        return self._changed(ctx, entry, (now,), say("feedback-set", number=now.number, state=name_of(now.state)))

    # --- merging and removing

    @pressed(OnBoard)
    async def change(self, ctx: Context, press: OnBoard) -> Decision:
        """Ask what it is a duplicate of, let a duplicate stand for itself again, or remove an entry."""
        entry = await self._found(ctx, press.number)
        if entry is None:
            return ctx.answer(say("feedback-gone"))
        match press.how:
            case "merge":
                return ctx.ask(merge_form(entry))
            case "part":
                return self._parted(ctx, entry)
            case "removed":
                return await self._removed(ctx, entry)
            case _:
                return ctx.answer(*really(entry))

    @filled(OnBoard)
    async def merge(self, ctx: Context, press: OnBoard, values: Mapping[str, str]) -> Decision:
        """Count its votes with those of another entry from now on."""
        entry = await self._found(ctx, press.number)
        typed = values.get("into", "").strip().lstrip("#")
        number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 12 else 0
        into = await root_of(self._board, ctx.community.key, number)
        if entry is None or into is None or not is_on_the_board(into.entry):
            return ctx.answer(say("feedback-unknown", number=typed[:12]))
        pair = merged(entry, into.entry, ctx.now)
        if isinstance(pair, Say):
            return ctx.answer(pair)
        return self._changed(ctx, entry, pair, say("feedback-merge-done", number=entry.number, into=into.entry.number))

    def _parted(self, ctx: Context, entry: Feedback) -> Decision:
        now = parted(entry, ctx.now)
        if isinstance(now, Say):
            return ctx.answer(now)
        return self._changed(ctx, entry, (now,), say("feedback-parted", number=now.number))

    async def _removed(self, ctx: Context, entry: Feedback) -> Decision:
        key = ctx.community.key
        sheet = await self._board.sheet(key, entry.number)
        rows = removed(entry, () if sheet is None else sheet.entries[1:], ctx.now)
        cards = await self._cards.cards(key, subject_of(entry.number))
        # Emptied first: a message that is too old for a bot to take away loses at least its words.
        steps = [step for one in cards for step in (Edit(one, gone()), Delete((one,), "feedback removed"))]
        done = ctx.say(say("feedback-removed", number=entry.number))
        tellings = tuple(telling(one, ctx.now) for one in rows)
        return decide(done, *steps, rows=(*rows, *tellings, CardsGone(subject_of(entry.number))))

    # --- a minute to think again

    def _changed(self, ctx: Context, before: Feedback, rows: Sequence[Feedback], done: Say) -> Decision:
        held = telling(rows[0], ctx.now)
        body = say("feedback-held", what=done, span=HOLD) if isinstance(held, Timer) else done
        return decide(ctx.say(body, take_back(before)), rows=(*rows, held))

    @pressed(TakeStateBack)
    async def back(self, ctx: Context, press: TakeStateBack) -> Decision:
        """Let it be as it was; nobody has been told."""
        entry = await self._found(ctx, press.number)
        now = None if entry is None else taken_back(entry, press)
        if entry is None or now is None:
            return ctx.answer(say("feedback-too-late", number=press.number))
        done = ctx.say(say("feedback-taken-back", number=now.number, state=name_of(now.state)))
        return decide(done, rows=(now, telling(now, ctx.now)))

    async def _found(self, ctx: Context, number: int) -> Feedback | None:
        entry = await self._board.find(ctx.community.key, number)
        return entry if is_on_the_board(entry) else None

    # --- telling

    @due(TELL)
    async def tell(self, scene: Scene, event: TimerFired) -> Decision:
        """Nobody took it back: begin to tell those who are for it."""
        entry = await self._board.find(scene.community.key, int(event.subject))
        if entry is None or not is_on_the_board(entry) or entry.state is entry.told:
            return NOTHING
        told = replace(entry, told=entry.state)
        return Decision((told,)).and_then(await self._batch(scene, entry.number, ""))

    @due(TELLING)
    async def told(self, scene: Scene, event: TimerFired) -> Decision:
        """Tell some more of them, unless it has moved on meanwhile: whoever is left hears of that instead."""
        number, state = int(str(event.args["number"])), event.args["state"]
        entry = await self._board.find(scene.community.key, number)
        if entry is None or entry.state is not state:
            return NOTHING
        return await self._batch(scene, number, str(event.args["after"]))

    async def _batch(self, scene: Scene, number: int, after: str) -> Decision:
        key = scene.community.key
        sheet = await self._board.sheet(key, number)
        if sheet is None:
            return NOTHING
        entry, people = sheet.entry, followers(sheet.authors, sheet.ballots)
        some, last = next_batch(people, after)
        whispers = [Whisper(one, news(entry, await self._link(key, number, one)), quiet=True) for one in some]
        rest = {"number": number, "state": entry.state, "after": last}
        more = Timer(TELLING, f"{number} {entry.state}", scene.now + PAUSE, rest)
        return decide(*whispers, rows=(more,) if last else ())

    async def _link(self, community: str, number: int, user: UserRef) -> str:
        cards = await self._cards.cards(community, subject_of(number))
        near = sorted(cards, key=lambda one: one.place.platform != user.platform)
        return self._host.link(near[0]) if near else ""
