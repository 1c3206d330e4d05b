"""What people press at, held in memory as it stands: a press asks the store for it once."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, Protocol, TypeVar

from bot.core.privacy import Forget
from bot.core.record import Row

MOST = 500


class Numbered(Protocol):
    """A row with a number of its own in its community."""

    @property
    def number(self) -> int: ...


NumberedT = TypeVar("NumberedT", bound=Numbered)


class Remembered(Generic[NumberedT]):
    """The latest of one kind, by their numbers; ``find`` asks the store."""

    def __init__(self, kind: type[NumberedT], find: Callable[[str, int], Awaitable[NumberedT | None]]) -> None:
        self._kind = kind
        self._find = find
        self._known: OrderedDict[tuple[str, int], NumberedT] = OrderedDict()

    async def of(self, community: str, number: int) -> NumberedT | None:
        known = self._known.get((community, number))
        if known is None:
            known = await self._find(community, number)
            if known is not None:
                self._keep(community, known)
        return known

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Take over what was written; call it from the cog's ``learned``."""
        for row in rows:
            if isinstance(row, self._kind):
                self._keep(community, row)
            elif isinstance(row, Forget):
                self._known.clear()  # the name of whoever began one may stand there

    def _keep(self, community: str, row: NumberedT) -> None:
        self._known[community, row.number] = row
        self._known.move_to_end((community, row.number))
        if len(self._known) > MOST:
            self._known.popitem(last=False)
