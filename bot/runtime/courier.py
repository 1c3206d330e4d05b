"""Carries letters out of the house: at least once each, ever more slowly while it fails, and never in silence."""

import asyncio
import logging
import math
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from random import Random

from bot.core.decisions import Decision
from bot.core.deliveries import LetterState, LetterTried, Way
from bot.core.ports import Clock
from bot.core.record import Note, Row, Timer
from bot.runtime.deliveries import (
    ANSWERED,
    DEAD,
    OWNER,
    Carrier,
    Deliveries,
    Failed,
    Hopeless,
    Outcome,
    Posted,
    Taken,
    Target,
    Unwanted,
    WebhookParcel,
    address_mark,
    off,
    told,
)
from bot.runtime.packing import Packing
from bot.runtime.queue import Ledger
from bot.runtime.stores import Notes

log = logging.getLogger(__name__)

MOST_TRIES = 10
"""With the pauses between them: about a day and a half."""
FIRST_PAUSE = timedelta(seconds=5)
LONGEST_PAUSE = timedelta(hours=12)
LONGEST_NAP = 30.0
REST = 30.0
"""Seconds; after a fault of our own nothing is tried for that target so long."""


class Courier:
    """One task for each department and way, so that one that hangs holds up no other."""

    def __init__(
        self,
        deliveries: Deliveries,
        ledger: Ledger,
        notes: Notes,
        packing: Packing,
        carriers: Mapping[Way, Carrier],
        clock: Clock,
        chance: Random,
    ) -> None:
        self._deliveries = deliveries
        self._ledger = ledger
        self._notes = notes
        self._packing = packing
        self._carriers = carriers
        self._clock = clock
        self._chance = chance
        self._busy: dict[Target, asyncio.Task[None]] = {}
        self._woken = asyncio.Event()
        self._wake_others: Callable[[], None] = lambda: None

    @property
    def is_needed(self) -> bool:
        """Whether there is anything that could carry."""
        return bool(self._carriers)

    def wakes(self, wake: Callable[[], None]) -> None:
        """Say whom to wake when something follows from a letter: the scheduler."""
        self._wake_others = wake

    def wake(self) -> None:
        """Look again: there is a new letter, or an old one shall go at once."""
        self._woken.set()

    async def run(self) -> None:
        """Carry until cancelled; what is under way then goes again at the next start, under the same key."""
        try:
            while True:
                self._woken.clear()
                nap = await self._round()
                try:
                    async with asyncio.timeout(nap):
                        await self._woken.wait()
                except TimeoutError:
                    continue
        finally:
            for task in self._busy.values():
                task.cancel()
            await asyncio.gather(*self._busy.values(), return_exceptions=True)

    async def carry_due(self) -> None:
        """Begin with everything that is due and for whose target nothing is under way."""
        found = await self._deliveries.due(self._clock.now(), but=frozenset(self._busy))
        for target, letters in groupby(sorted(found, key=lambda one: one.target), lambda one: one.target):
            task = asyncio.create_task(self._all(tuple(letters)), name=f"letters to {target}")
            self._busy[target] = task
            task.add_done_callback(lambda _, target=target: self._ended(target))  # type: ignore[misc]

    async def idle(self) -> None:
        """Wait until nothing is under way."""
        while self._busy:
            await asyncio.gather(*self._busy.values(), return_exceptions=True)

    def _ended(self, target: Target) -> None:
        self._busy.pop(target, None)
        self._woken.set()

    async def _round(self) -> float:
        try:
            await self.carry_due()
            due = await self._deliveries.next_due(but=frozenset(self._busy))
        except Exception:
            log.exception("letters to departments cannot be read; trying again")
            return LONGEST_NAP
        left = LONGEST_NAP if due is None else (due - self._clock.now()).total_seconds()
        return min(LONGEST_NAP, max(0.0, left))

    async def _all(self, letters: Sequence[Posted]) -> None:
        try:
            for posted in letters:
                await self._one(posted)
        except Exception:
            # Nothing is lost: what was not written down is due again.
            log.exception("letters to %s stopped", letters[0].letter.department)
            await asyncio.sleep(REST)

    async def _one(self, posted: Posted) -> None:
        outcome, mark = await self._carried(posted)
        now, letter = self._clock.now(), posted.letter
        rows = self._rows(posted, outcome, mark, now)
        if not isinstance(outcome, Taken):
            log.warning("letter %s to %s by %s: %s", letter.id, letter.department, letter.way, outcome.why)
        await self._ledger.commit(posted.community, "", Decision(rows=rows), now)
        if any(isinstance(row, Timer) for row in rows):
            self._wake_others()

    async def _carried(self, posted: Posted) -> tuple[Outcome, str]:
        parcel = await self._packing(posted, self._clock.now())
        if isinstance(parcel, Hopeless):
            return parcel, ""
        mark = address_mark(parcel.hook.url) if isinstance(parcel, WebhookParcel) else ""
        name = off(posted.letter.department, posted.letter.way)
        if mark and await self._notes.note(posted.community, OWNER, name) == mark:
            return Unwanted("switched off"), mark
        carrier = self._carriers.get(posted.letter.way)
        return (Hopeless("nothing here carries that") if carrier is None else await carrier.carry(parcel)), mark

    def _rows(self, posted: Posted, outcome: Outcome, mark: str, now: datetime) -> tuple[Row, ...]:
        letter = posted.letter
        match outcome:
            case Taken():
                arrived = LetterTried(letter.id, LetterState.DONE, now)
                known = Note(OWNER, told(letter.department, letter.way), None)
                return (arrived, known, *_answered(posted, outcome, now))
            case Failed(why) if posted.tries + 1 < MOST_TRIES:
                due = now + self._pause(posted.tries, outcome.wait)
                return (LetterTried(letter.id, LetterState.WAITING, due, why),)
            case Failed(why) | Hopeless(why):
                return (LetterTried(letter.id, LetterState.DEAD, now, why), _death(posted, why, now))
            case Unwanted(why):
                switched = Note(OWNER, off(letter.department, letter.way), mark)
                dead = LetterTried(letter.id, LetterState.DEAD, now, why)
                return (dead, switched, _death(posted, why, now, is_off=True))

    def _pause(self, tries: int, wait: timedelta | None) -> timedelta:
        """Four times as long each time, give or take a fifth, so that not everybody comes back at once."""
        pause = min(LONGEST_PAUSE, FIRST_PAUSE * math.pow(4, tries)) * self._chance.uniform(0.8, 1.2)
        return pause if wait is None else max(pause, min(wait, LONGEST_PAUSE))


def _answered(posted: Posted, taken: Taken, now: datetime) -> tuple[Timer, ...]:
    if taken.progress is None:
        return ()
    letter = posted.letter
    said = {"progress": taken.progress.value, "note": taken.note}
    args = {"conversation": letter.conversation, "department": letter.department, **said}
    return (Timer(ANSWERED, letter.id, now, args),)


def _death(posted: Posted, why: str, now: datetime, *, is_off: bool = False) -> Timer:
    department, way = posted.letter.department, posted.letter.way.value
    args = {"department": department, "way": way, "why": why, "off": is_off}
    return Timer(DEAD, f"{department} {way}", now, args)
