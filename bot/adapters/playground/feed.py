"""What changed, for any number of open pages: no page misses a change, however late it comes or comes back."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import TypeAlias

from bot.core.ids import Platform

KEEP_ALIVE = 15.0
"""Seconds of silence after which a sign of life is sent, which also finds out that a page is gone."""
MOST_SUBJECTS = 3000
"""More than the world and the story remember; older subjects are gone from the page anyway."""


@dataclass(frozen=True, slots=True)
class APost:
    dialect: Platform
    id: int


@dataclass(frozen=True, slots=True)
class People:
    dialect: Platform


@dataclass(frozen=True, slots=True)
class AChapter:
    id: int


@dataclass(frozen=True, slots=True)
class Everything:
    """Nothing that the page shows is worth keeping."""


Subject: TypeAlias = APost | People | AChapter | Everything


class Feed:
    """Keeps, for each subject, the number of its latest change; what it looks like now is read when it is sent.

    A follower asks for what changed after a number. So there is no moment between rendering and listening in which
    a change could be lost, and nothing to overflow for a slow reader.
    """

    def __init__(self, run: str) -> None:
        self._run = run
        self._latest: dict[Subject, int] = {}
        self._number = 0
        self._forgotten = 0
        self._bells: set[asyncio.Event] = set()
        self._is_closed = False

    @property
    def mark(self) -> str:
        """Where the feed stands now; what comes later follows after it."""
        return f"{self._run}-{self._number}"

    @property
    def followers(self) -> int:
        return len(self._bells)

    def publish(self, subject: Subject) -> None:
        """Say that something changed."""
        self._number += 1
        self._latest.pop(subject, None)  # so that the newest stands last
        self._latest[subject] = self._number
        while len(self._latest) > MOST_SUBJECTS:
            self._forgotten = self._latest.pop(next(iter(self._latest)))
        self._ring()

    def start_over(self) -> None:
        """Forget all changes but one: that everything did."""
        self._latest.clear()
        self.publish(Everything())

    async def follow(self, mark: str) -> AsyncIterator[tuple[str, Subject] | None]:
        """Give each change after ``mark``, as it comes; None is a sign of life. Ends when the feed is closed."""
        after = self._read(mark)
        if after is None:  # the mark of an earlier run: that page shows what is no more
            yield self.mark, Everything()
            return
        bell = asyncio.Event()
        self._bells.add(bell)
        try:
            while not self._is_closed:
                bell.clear()
                if after < self._forgotten:  # asleep for so long that only loading again helps
                    yield self.mark, Everything()
                    return
                for subject, number in [item for item in self._latest.items() if item[1] > after]:
                    after = number
                    yield f"{self._run}-{number}", subject
                if not await _rings(bell):
                    yield None
        finally:
            self._bells.discard(bell)

    def close(self) -> None:
        """Send every follower home, so that no open page keeps the server from stopping."""
        self._is_closed = True
        self._ring()

    def _ring(self) -> None:
        for bell in self._bells:
            bell.set()

    def _read(self, mark: str) -> int | None:
        run, _, number = mark.rpartition("-")
        if run != self._run or not (number.isascii() and number.isdigit() and len(number) < 16):
            return None
        return int(number) if int(number) <= self._number else None


async def _rings(bell: asyncio.Event) -> bool:
    try:
        async with asyncio.timeout(KEEP_ALIVE):
            await bell.wait()
    except TimeoutError:
        return False
    return True
