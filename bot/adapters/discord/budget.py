"""Two budgets that Discord punishes for overdrawing: identifies a day, and invalid answers in ten minutes."""

import json
from collections import deque
from datetime import datetime, timedelta

from bot.core.ports import Clock, Shelf

IDENTIFIES = 800
"""Of 1,000 in 24 hours; then Discord resets the token."""
INVALID_ANSWERS = 2_000
"""Of 10,000 in ten minutes (401, 403, 429); then the address is banned."""

_DAY = timedelta(hours=24)
_WINDOW = timedelta(minutes=10)
_SHELF = "discord-identifies"


class BudgetSpent(Exception):  # noqa: N818  # it reads as what happened
    """Nothing may be asked of Discord for ``wait``."""

    def __init__(self, what: str, wait: timedelta) -> None:
        super().__init__(f"the budget of {what} is spent; waiting {wait}")
        self.wait = wait


class IdentifyBudget:
    """Counts identifies over restarts, so that a crash loop cannot lose the token."""

    def __init__(self, shelf: Shelf, clock: Clock, most: int = IDENTIFIES) -> None:
        self._shelf = shelf
        self._clock = clock
        self._most = most

    async def spend(self) -> None:
        """Note one identify before it is sent; BudgetSpent when it must not be sent."""
        now = self._clock.now()
        spent = [at for at in await self._spent() if now - at < _DAY]
        if len(spent) >= self._most:
            raise BudgetSpent("identifies", spent[0] + _DAY - now)
        spent.append(now)
        await self._shelf.put(_SHELF, json.dumps([round(at.timestamp()) for at in spent]))

    async def _spent(self) -> list[datetime]:
        kept: list[float] = json.loads(await self._shelf.get(_SHELF) or "[]")
        zone = self._clock.now().tzinfo
        return [datetime.fromtimestamp(at, zone) for at in kept]


class AnswerBudget:
    """Counts 401, 403 and 429 answers (``shared`` limits are nobody's fault) and says when to be silent."""

    def __init__(self, clock: Clock, most: int = INVALID_ANSWERS) -> None:
        self._clock = clock
        self._most = most
        self._at: deque[datetime] = deque()

    def note(self, status: int, scope: str = "") -> None:
        if status in {401, 403, 429} and scope != "shared":
            self._at.append(self._clock.now())

    def check(self) -> None:
        """BudgetSpent while too many answers of the last ten minutes were invalid."""
        now = self._clock.now()
        while self._at and now - self._at[0] >= _WINDOW:
            self._at.popleft()
        if len(self._at) >= self._most:
            raise BudgetSpent("invalid answers", self._at[0] + _WINDOW - now)
