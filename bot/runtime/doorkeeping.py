"""Who waits before the gate and who has passed it: kept in notes, and those who wait in memory as well."""

from collections import OrderedDict
from collections.abc import Sequence
from datetime import datetime

from bot.core.ids import SpaceRef, UserRef
from bot.core.privacy import forgotten
from bot.core.record import Note, Row, Timer, TimerOff
from bot.domain.gate.waiting import Waiting, name_of, read, written
from bot.runtime.stores import Notes

COG = "gate"
"""Under this name the gate keeps its notes."""
OUT = "gate-out"
"""The kind of timer that removes whoever has not passed."""
MANY = 20_000


class Waiters:
    """One memory for all cogs of the gate; an ordinary message costs no look-up."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._known: OrderedDict[tuple[str, SpaceRef, UserRef], Waiting | None] = OrderedDict()

    async def waiting(self, community: str, space: SpaceRef, user: UserRef) -> Waiting | None:
        """How somebody waits; None for whoever does not."""
        key = (community, space, user)
        if key not in self._known:
            note = await self._notes.note(community, COG, name_of("waits:", space, user))
            self._remember(key, read(note))
        return self._known[key]

    async def passed(self, community: str, space: SpaceRef, user: UserRef) -> bool:
        """Whether somebody has passed here before."""
        return await self._notes.note(community, COG, name_of("passed:", space, user)) is not None

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Take over who waits, once it is written; call it from one cog's ``learned``."""
        for row in rows:
            if isinstance(row, Note) and row.cog == COG and row.name.startswith("waits:"):
                _, space, user = row.name.split(" ", 2)
                self._remember((community, SpaceRef.parse(space), UserRef.parse(user)), read(row.value))
        gone = forgotten(rows)
        for key in [one for one in self._known if one[0] == community and one[2] in gone] if gone else ():
            del self._known[key]

    def _remember(self, key: tuple[str, SpaceRef, UserRef], waiting: Waiting | None) -> None:
        self._known[key] = waiting
        self._known.move_to_end(key)
        if len(self._known) > MANY:
            self._known.popitem(last=False)


def waits(space: SpaceRef, user: UserRef, waiting: Waiting, until: datetime) -> tuple[Row, ...]:
    """Somebody stands before the gate, and has until then."""
    return (
        Note(COG, name_of("waits:", space, user), written(waiting)),
        Timer(OUT, f"{space} {user}", until, {"space": space, "user": user}),
    )


def tried(space: SpaceRef, user: UserRef, waiting: Waiting) -> Note:
    """An answer was wrong; the time runs on."""
    return Note(COG, name_of("waits:", space, user), written(waiting))


def settled(space: SpaceRef, user: UserRef, *, passed: bool = False) -> tuple[Row, ...]:
    """Nobody stands there any more; who passed is not asked again."""
    rows: tuple[Row, ...] = (Note(COG, name_of("waits:", space, user), None), TimerOff(OUT, f"{space} {user}"))
    return (*rows, Note(COG, name_of("passed:", space, user), "yes")) if passed else rows
