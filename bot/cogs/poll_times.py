"""What becomes of a poll in time: it begins and ends by itself, is shown, drawn anew, and becomes its result."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from bot.core.actions import Edit, Send, Whisper
from bot.core.decisions import NOTHING, Decision, Intent, Report, decide
from bot.core.events import TimerFired
from bot.core.gatherings import CardShown, EntriesSealed
from bot.core.ids import MessageRef
from bot.core.native_polls import ClosePoll, OpenPoll
from bot.core.polls import Poll, PollState
from bot.core.receipts import Refused
from bot.core.record import Row, Timer, TimerOff
from bot.core.text import Body, lines, say
from bot.domain.polls.card import buttons, card, closed_card
from bot.domain.polls.moves import (
    CLOSE,
    END,
    FORGET,
    OPEN,
    POSTED,
    PUT_UP,
    REFRESH,
    SETTLE,
    SETTLING,
    SHOW,
    STOPPED,
    begun,
    carded,
    closing,
    ended,
    put_up,
    refreshed,
    withdrawn,
)
from bot.domain.polls.picture import picture
from bot.domain.polls.result import Counted, counted
from bot.runtime.carding import stands_at
from bot.runtime.cog import Cog, composes, due
from bot.runtime.context import Scene
from bot.runtime.gatherings import Gatherings, Tallies
from bot.runtime.polls import Polls
from bot.runtime.services import Services
from bot.runtime.timed import about


class PollTimes(Cog):
    """Everything due is a row, so that it happens once; counts move with each ballot and are never made anew."""

    name: ClassVar[str] = "polls"

    def __init__(self, polls: Polls, gatherings: Gatherings) -> None:
        self._polls = polls
        self._gatherings = gatherings
        self._tallies = Tallies(gatherings)

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.polls, services.gatherings)

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Move the counts with what was written."""
        self._tallies.learned(community, rows)

    # --- in time

    @due(OPEN)
    async def opens(self, scene: Scene, event: TimerFired) -> Decision:
        """Publish a poll that was planned; one whose whole time is over is not."""
        poll = await about(self._polls.find, scene, event)
        if poll is None or poll.state is not PollState.PLANNED:
            return NOTHING
        if poll.closes_at <= scene.now:
            missed = say("poll-missed", number=poll.number, question=poll.question)
            return withdrawn(poll).and_then(decide(Whisper(poll.by, missed)))
        return begun(poll, scene.now)

    @due(CLOSE)
    async def closes(self, scene: Scene, event: TimerFired) -> Decision:
        """Close it, also if the bot was down when it should have been."""
        poll = await about(self._polls.find, scene, event)
        if poll is None or poll.state is not PollState.OPEN:
            return NOTHING
        return closing(poll, *await self._stands(scene, poll), scene.now)

    @due(SETTLE)
    async def settles(self, scene: Scene, event: TimerFired) -> Decision:
        """The messengers' own polls are ended, and their last votes are in."""
        poll = await about(self._polls.find, scene, event)
        if poll is None or poll.state is not PollState.OPEN:
            return NOTHING
        return ended(poll, *await self._stands(scene, poll), scene.now)

    @due(SHOW)
    async def shows(self, scene: Scene, event: TimerFired) -> Decision:
        """Draw the cards anew."""
        drawn = Decision(rows=(TimerOff(SHOW, event.subject),))  # who throttles learns from it that this was drawn
        poll = await about(self._polls.find, scene, event)
        if poll is None or poll.state is not PollState.OPEN:
            return drawn
        return drawn.and_then(refreshed(poll, await self._gatherings.cards(scene.community.key, poll.subject)))

    @due(FORGET)
    async def forgets(self, scene: Scene, event: TimerFired) -> Decision:
        """Keep the counts of an open poll, and forget whose ballots they were."""
        poll = await about(self._polls.find, scene, event)
        return NOTHING if poll is None else decide(rows=(EntriesSealed(poll.subject),))

    # --- cards

    @composes(POSTED)
    async def posted(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Decision:
        """Note where a card stands; tell the author of a place where it cannot."""
        poll = await self._polls.find(scene.community.key, args["number"])
        if poll is None:
            return NOTHING
        message = stands_at(
            report, args["place"], poll.by, lambda why: say("poll-not-shown", number=poll.number, why=why)
        )
        if isinstance(message, Decision):
            return message
        if poll.state is not PollState.OPEN:  # closed while a messenger was away
            return decide(Edit(message, await self._final(scene, poll)))
        return decide(rows=(CardShown(poll.subject, message),))

    @composes(PUT_UP)
    async def put_up(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Decision:
        """Note where a messenger's own poll stands; where it takes none there is a card with buttons instead."""
        poll, place = await self._polls.find(scene.community.key, args["number"]), args["place"]
        if poll is None:
            return NOTHING
        receipt = next(r for s, r in reversed(report) if isinstance(s, OpenPoll) and s.place == place)
        if isinstance(receipt, Refused):
            return decide(*carded(poll, place)) if poll.state is PollState.OPEN else NOTHING
        if receipt.message is None:
            return NOTHING
        if poll.state is not PollState.OPEN:  # closed while a messenger was away
            return decide(ClosePoll(receipt.message))
        return put_up(poll, receipt.message, doubled=receipt.doubled)

    @composes(STOPPED)
    async def stopped(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Decision:
        """One of the messengers' own polls is ended: what was voted there last may still be on its way."""
        del report
        poll = await self._polls.find(scene.community.key, args["number"])
        if poll is None or poll.state is not PollState.OPEN:
            return NOTHING
        return decide(rows=(Timer(SETTLE, poll.subject, scene.now + SETTLING, {"number": poll.number}),))

    @composes(REFRESH)
    async def refresh(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Draw one card as the poll stands now, unless it was closed while this waited."""
        del report
        poll = await self._polls.find(scene.community.key, args["number"])
        if poll is None or poll.state is not PollState.OPEN:
            return ()
        message: MessageRef = args["message"]
        natives = await self._gatherings.cards(scene.community.key, poll.natives) if poll.native else ()
        rows = () if any(own.place == message.place for own in natives) else buttons(poll)
        return (Intent(Edit(message, card(poll, await self._counted(scene, poll, final=False)), rows)),)

    @composes(END)
    async def end(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Make a card the result, and say it once more with its picture."""
        del report
        poll = await self._polls.find(scene.community.key, args["number"])
        if poll is None:
            return ()
        message: MessageRef = args["message"]
        result = await self._counted(scene, poll, final=True)
        shown = closed_card(poll, result)
        drawn = (picture(result, poll.number),) if result.people else ()
        body = lines(say("poll-ended", number=poll.number), shown)
        said = Send(message.place, body, reply_to=message, important=True, files=drawn)
        if args.get("alone"):  # a messenger's own poll shows by itself that it is over
            return (Intent(said),)
        return Intent(Edit(message, lines(shown, say("poll-closed-line")))), Intent(said)

    # --- memory

    async def _final(self, scene: Scene, poll: Poll) -> Body:
        return closed_card(poll, await self._counted(scene, poll, final=True))

    async def _counted(self, scene: Scene, poll: Poll, *, final: bool) -> Counted:
        tally = await self._tallies.of(scene.community.key, poll.subject)
        return counted(poll, tally.weight, tally.people, tally.unlinked, final=final)

    async def _stands(self, scene: Scene, poll: Poll) -> tuple[tuple[MessageRef, ...], tuple[MessageRef, ...]]:
        """Its cards, and the messengers' own polls that it is."""
        cards = await self._gatherings.cards(scene.community.key, poll.subject)
        return cards, await self._gatherings.cards(scene.community.key, poll.natives) if poll.native else ()
