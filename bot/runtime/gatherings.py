"""What polls, contests and events share: one entry for each person, counted as it comes, and a public card.

``Persons`` says who somebody is over both messengers, ``Tallies`` holds running counts in memory, ``Throttle`` lets a
card be edited once in a few seconds however many press.
"""

import hashlib
import hmac
from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol, TypeAlias

from bot.core.gatherings import EntriesSealed, Entry, EntryMoved, Put
from bot.core.ids import MessageRef, UserRef
from bot.core.linking import Linked, Unlinked
from bot.core.privacy import Forget, ForgetRest
from bot.core.record import Row, Timer, TimerOff
from bot.runtime.fairness import Links

SOON = timedelta(seconds=1)
EVERY = timedelta(seconds=5)
"""A group takes twenty messages a minute, and a card must leave some to others."""


@dataclass(frozen=True, slots=True)
class Told:
    """An entry as it is exported; ``account`` is empty where it is anonymous."""

    who: str
    put: Put
    account: str = ""
    name: str = ""
    seq: int = field(default=0, compare=False)
    """Who came later has a higher one."""


@dataclass(slots=True)
class Tally:
    """How often each value was put in, with which weight, and by how many without linked accounts."""

    many: dict[str, int] = field(default_factory=dict[str, int])
    weight: dict[str, int] = field(default_factory=dict[str, int])
    unlinked: int = 0

    @property
    def people(self) -> int:
        return sum(self.many.values())

    def count(self, put: Put | None, by: int) -> None:
        """Add what was put in (``by`` 1) or take it away (-1)."""
        if put is None:
            return
        self.unlinked += 0 if put.linked else by
        for sums, more in ((self.many, by), (self.weight, by * put.weight)):
            sums[put.value] = sums.get(put.value, 0) + more
        if not self.many[put.value]:
            del self.many[put.value], self.weight[put.value]


Cast: TypeAlias = tuple[str, str, int]
"""An account, what it put in, and a number that is higher the later it did."""


class Gatherings(Protocol):
    """Entries and cards, read."""

    async def entry(self, community: str, subject: str, who: str) -> Put | None: ...

    async def tally(self, community: str, subject: str) -> Tally:
        """Counted anew from everything that was put in; also after it was sealed."""
        ...

    def entries(self, community: str, subject: str) -> AsyncIterator[Told]:
        """Everything that was put in, the oldest first; nothing once it was sealed."""
        ...

    async def ballots(self, community: str, subject: str) -> Sequence[Cast]:
        """The same in short and in no order, for there may be very many."""
        ...

    async def oldest(
        self, community: str, subject: str, values: Collection[str], most: int, after: int = 0
    ) -> tuple[Told, ...]:
        """Those who put in one of these values, the oldest first, from behind the one with the ``seq`` ``after``."""
        ...

    async def cards(self, community: str, subject: str) -> tuple[MessageRef, ...]:
        """The messages that show it."""
        ...


@dataclass(frozen=True, slots=True)
class Person:
    """Who stands behind an account: the key under which she enters, and whether she has linked accounts."""

    key: str
    linked: bool


class Persons:
    """Knows who has linked which accounts, from one look at the store until somebody links, unlinks or is forgotten."""

    def __init__(self, links: Links) -> None:
        self._links = links
        self._known: dict[str, Mapping[UserRef, str]] = {}

    async def of(self, community: str, user: UserRef) -> Person:
        person = (await self._all(community)).get(user)
        return Person(person or str(user), person is not None)

    async def by_account(self, community: str) -> Callable[[str], str]:
        """The key of whoever has the account that is written so, for very many at once."""
        people = {str(user): person for user, person in (await self._all(community)).items()}
        return lambda account: people.get(account, account)

    async def moves(self, community: str, row: Linked | Unlinked) -> tuple[str, str, bool]:
        """Whose entries move to whom when this row is written, and whether that person is linked then.

        Who unlinks starts anew; what the person put in stays with the accounts that are left.
        """
        if isinstance(row, Linked):
            return str(row.user), row.person, True
        was = await self.of(community, row.user)
        left = [one for one in await self._links.accounts(community, row.user) if one != row.user]
        if len(left) == 1:
            return was.key, str(left[0]), False
        return was.key, was.key, was.linked

    def learned(self, rows: Sequence[Row]) -> None:
        """Forget what may have changed; call it from the cog's ``learned``."""
        if any(isinstance(row, Linked | Unlinked | Forget) for row in rows):
            self._known.clear()

    async def _all(self, community: str) -> Mapping[UserRef, str]:
        known = self._known.get(community)
        if known is None:
            known = self._known[community] = await self._links.people(community)
        return known


class Pseudonyms:
    """Stand-ins for people in what is anonymous: without the salt, which is forgotten at the end, nobody's."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def of(self, person: str, subject: str, salt: str) -> str:
        """The same for the same person; another one in every other gathering."""
        return hmac.new(self._key, f"entry\n{salt}\n{subject}\n{person}".encode(), hashlib.sha256).hexdigest()[:32]


class Tallies:
    """Counts held in memory: made once from the store, then moved with each entry that was written."""

    def __init__(self, gatherings: Gatherings) -> None:
        self._gatherings = gatherings
        self._known: dict[tuple[str, str], Tally] = {}

    async def of(self, community: str, subject: str) -> Tally:
        known = self._known.get((community, subject))
        if known is None:
            known = self._known[community, subject] = await self._gatherings.tally(community, subject)
        return known

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Move with what was written; call it from the cog's ``learned``."""
        for row in rows:
            match row:
                case Entry():
                    known = self._known.get((community, row.subject))
                    if known is not None:
                        known.count(row.before, -1)
                        known.count(row.put, 1)
                case EntryMoved() | EntriesSealed():
                    self._known.pop((community, row.subject), None)
                case Forget() | ForgetRest():
                    self._drop(community)
                case _:
                    pass

    def _drop(self, community: str) -> None:
        """Somebody took everything of hers along: count what is left when it is asked for."""
        for known in [key for key in self._known if key[0] == community]:
            del self._known[known]


class Throttle:
    """At most one refresh of a card in ``every``: the first change sets a timer, what follows finds it there.

    The timer is a row of the decision that changed something, so that a crash in between only delays the card.
    """

    def __init__(self, kind: str, every: timedelta = EVERY) -> None:
        self._kind = kind
        self._every = every
        self._due: dict[tuple[str, str], datetime] = {}
        self._shown: dict[tuple[str, str], datetime] = {}

    def rows(self, community: str, subject: str, now: datetime, args: Mapping[str, object]) -> tuple[Row, ...]:
        """The timer to write beside a change; nothing where one waits already."""
        key = (community, subject)
        waits = self._due.get(key)
        if waits is not None and waits > now - self._every:
            return ()
        shown = self._shown.get(key)
        at = now + SOON if shown is None else max(now + SOON, shown + self._every)
        return (Timer(self._kind, subject, at, args),)

    def fired(self, community: str, subject: str, now: datetime) -> None:
        """The timer has come; call it from the cog's ``due``."""
        self._due.pop((community, subject), None)
        self._shown[community, subject] = now

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Take over which timers were written; call it from the cog's ``learned``."""
        for row in rows:
            if isinstance(row, Timer) and row.kind == self._kind:
                self._due[community, row.subject] = row.due
            elif isinstance(row, TimerOff) and row.kind == self._kind:
                self._off(community, row.subject)

    def _off(self, community: str, subject: str) -> None:
        """It has come, and another cog took it."""
        due = self._due.pop((community, subject), None)
        if due is not None:
            self._shown[community, subject] = due
