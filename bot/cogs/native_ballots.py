"""Votes in the messengers' own polls become ballots like any other: one for each person, with one result."""

from collections.abc import Sequence
from typing import ClassVar, Self

from bot.core.decisions import NOTHING, Decision, decide
from bot.core.gatherings import Entry, Put
from bot.core.ids import MessageRef, UserRef
from bot.core.native_polls import PollRecounted, PollVoted
from bot.core.polls import Poll, PollState
from bot.core.record import Row
from bot.domain.polls.choice import packed, unpacked, voted
from bot.domain.polls.moves import SHOW
from bot.runtime.cog import Cog, on
from bot.runtime.context import Scene
from bot.runtime.gatherings import Gatherings, Persons, Throttle, Told
from bot.runtime.polls import Polls
from bot.runtime.services import Services

REMEMBERED = 500


class NativeBallots(Cog):
    """Of a person's votes on two messengers the one that came later counts."""

    name: ClassVar[str] = "polls"

    def __init__(self, polls: Polls, gatherings: Gatherings, persons: Persons) -> None:
        self._polls = polls
        self._gatherings = gatherings
        self._persons = persons
        self._throttle = Throttle(SHOW)
        self._known: dict[tuple[str, MessageRef], int] = {}
        """Which poll is at which message."""

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.polls, services.gatherings, Persons(services.fairness.links))

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Take over who is linked, and when a card is drawn next."""
        self._persons.learned(rows)
        self._throttle.learned(community, rows)

    @on(PollVoted)
    async def votes(self, scene: Scene, event: PollVoted) -> Decision:
        """Count a vote, a changed one, or one that was taken back."""
        poll = await self._open(scene, event.message)
        if poll is None or any(option >= len(poll.options) for option in event.options):
            return NOTHING
        community = scene.community.key
        person = await self._persons.of(community, event.by.user)
        before = await self._gatherings.entry(community, poll.subject, person.key)
        was = () if before is None else unpacked(before.value)
        now = voted(poll.kind, was, event.options, event.manner)
        if now == was:
            return NOTHING
        put = Put(packed(now), linked=person.linked) if now else None
        entry = Entry(poll.subject, person.key, put, before, event.by.user, event.by.name)
        return decide(rows=(entry, *self._shown(scene, poll)))

    @on(PollRecounted)
    async def recounted(self, scene: Scene, event: PollRecounted) -> Decision:
        """Make up for what was voted, changed and taken back while nobody heard it."""
        poll = await self._open(scene, event.message)
        if poll is None:
            return NOTHING
        community = scene.community.key
        known = {told.who: told async for told in self._gatherings.entries(community, poll.subject)}
        rows: list[Row] = []
        there: set[str] = set()
        for user, voter in event.voters.items():
            person = await self._persons.of(community, user)
            there.add(person.key)
            before = known.get(person.key)
            value = packed(tuple(sorted(voter.options)))
            if before is None or (_is_from(before, event.message) and _differs(before, value, voter.name)):
                put, was = Put(value, linked=person.linked), None if before is None else before.put
                rows.append(Entry(poll.subject, person.key, put, was, user, voter.name))
        gone = (told for who, told in known.items() if who not in there and _is_from(told, event.message))
        rows += [Entry(poll.subject, told.who, None, told.put) for told in gone]
        return decide(rows=(*rows, *self._shown(scene, poll))) if rows else NOTHING

    def _shown(self, scene: Scene, poll: Poll) -> tuple[Row, ...]:
        """Draw the cards anew, where there are any beside the messenger's own poll."""
        if len(poll.places) < 2:
            return ()
        return self._throttle.rows(scene.community.key, poll.subject, scene.now, {"number": poll.number})

    async def _open(self, scene: Scene, message: MessageRef) -> Poll | None:
        """The poll that stands at this message, while its ballots count."""
        community = scene.community.key
        number = self._known.get((community, message))
        if number is None:
            number = await self._find(community, message)
        poll = None if number is None else await self._polls.find(community, number)
        return poll if poll is not None and poll.state is PollState.OPEN else None

    async def _find(self, community: str, message: MessageRef) -> int | None:
        for poll in await self._polls.running(community):
            if poll.native and message in await self._gatherings.cards(community, poll.natives):
                while len(self._known) >= REMEMBERED:
                    del self._known[next(iter(self._known))]
                self._known[community, message] = poll.number
                return poll.number
        return None


def _is_from(told: Told, message: MessageRef) -> bool:
    """Whether it came from this messenger, so that this messenger knows it best."""
    return bool(told.account) and UserRef.parse(told.account).platform == message.place.platform


def _differs(told: Told, value: str, name: str) -> bool:
    """Whether it says something else by now, or was heard without a name."""
    return (told.put.value, told.name) != (value, name)
