"""What everybody sees of contests: the card of each, and of every submission, drawn as it stands in that moment."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from bot.core.actions import Edit, Send
from bot.core.contests import Contest, ContestState, JudgedBy
from bot.core.decisions import NOTHING, Decision, Intent, Report, decide
from bot.core.gatherings import CardShown
from bot.core.ids import Place
from bot.core.privacy import Forget
from bot.core.receipts import Done, Refused
from bot.core.record import Row
from bot.core.text import say
from bot.domain.gatherings.contests.card import card, entry, entry_rows, rows
from bot.domain.gatherings.contests.moves import (
    ENTRY_POSTED,
    ENTRY_REFRESH,
    POSTED,
    REFRESH,
    entry_refreshed,
    refreshed,
)
from bot.runtime.carding import stands_at
from bot.runtime.cog import Cog, composes, witnesses
from bot.runtime.contests import Contests
from bot.runtime.context import Scene
from bot.runtime.gatherings import Gatherings, Tallies
from bot.runtime.services import Services

LATEST = 20
"""In so many contests, the newest, are cards searched for what is gone."""


class ContestCards(Cog):
    """A card that was sent late is drawn once more, if the contest has moved on meanwhile."""

    name: ClassVar[str] = "contests"

    def __init__(self, contests: Contests, gatherings: Gatherings) -> None:
        self._contests = contests
        self._gatherings = gatherings
        self._tallies = Tallies(gatherings)

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.contests, services.gatherings)

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Move the counts with what was written."""
        self._tallies.learned(community, rows)

    @composes(POSTED)
    async def posted(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Decision:
        """Note where a card stands; tell whoever started it of a place where it cannot."""
        contest = await self._contests.find(scene.community.key, args["number"])
        if contest is None:
            return NOTHING
        message = stands_at(
            report, args["place"], contest.by, lambda why: say("contest-not-shown", number=contest.number, why=why)
        )
        if isinstance(message, Decision):
            return message
        shown = decide(rows=(CardShown(contest.subject, message),))
        if contest.state is ContestState.OPEN:
            return shown
        return shown.and_then(refreshed(contest, (message,)))  # moved on while a messenger was away

    @composes(REFRESH)
    async def refresh(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Draw one card as the contest stands now."""
        del report
        key, message = scene.community.key, args["message"]
        contest = await self._contests.find(key, args["number"])
        if contest is None:
            return ()
        brought = {one.number: one for one in await self._contests.submissions(key, contest.number)}
        return (Intent(Edit(message, card(contest, brought), rows(contest, message.place))),)

    @composes(ENTRY_POSTED)
    async def entry_posted(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Decision:
        """Note where a submission is shown."""
        key = scene.community.key
        contest = await self._contests.find(key, args["number"])
        receipt = _receipt(report, args["place"])
        if contest is None or isinstance(receipt, Refused) or receipt.message is None:
            return NOTHING
        hers = await self._contests.submission(key, contest.number, args["submission"])
        subject = f"{contest.subject} entry {args['submission']}"
        shown = decide(rows=(CardShown(subject, receipt.message),))
        if hers is None or contest.state is ContestState.JUDGING or contest.judged_by is JudgedBy.JURY:
            return shown
        return shown.and_then(entry_refreshed(hers, (receipt.message,)))

    @composes(ENTRY_REFRESH)
    async def refresh_entry(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Draw the card of one submission as it stands now."""
        del report
        key, message = scene.community.key, args["message"]
        contest = await self._contests.find(key, args["number"])
        if contest is None:
            return ()
        hers = await self._contests.submission(key, contest.number, args["submission"])
        votes = await self._votes(key, contest, args["submission"])
        return (Intent(Edit(message, entry(contest, hers, votes), entry_rows(contest, hers, message.place))),)

    @witnesses(Forget)
    async def forgotten(self, scene: Scene, row: Forget) -> Decision:
        """What somebody brought goes with her, also from the messages that show it."""
        key, moved = scene.community.key, NOTHING
        for contest in await self._contests.latest(key, LATEST):
            everything = await self._contests.submissions(key, contest.number)
            hers = [one for one in everything if one.by in row.accounts]
            for one in hers:
                moved = moved.and_then(entry_refreshed(one, await self._gatherings.cards(key, one.subject)))
            if hers:
                moved = moved.and_then(refreshed(contest, await self._gatherings.cards(key, contest.subject)))
        return moved

    async def _votes(self, community: str, contest: Contest, number: int) -> int:
        if contest.state is ContestState.CLOSED:
            return next((one.ballots for one in contest.standing if one.submission == number), 0)
        return (await self._tallies.of(community, contest.votes)).many.get(str(number), 0)


def _receipt(report: Report, place: Place) -> Done | Refused:
    return next(receipt for step, receipt in reversed(report) if isinstance(step, Send) and step.place == place)
