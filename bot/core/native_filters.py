"""Word filters that a messenger keeps by itself: what they hold back, and that they did."""

from dataclasses import dataclass

from bot.core.ids import Place, SpaceRef
from bot.core.messages import Message
from bot.core.people import Rank


@dataclass(frozen=True, slots=True)
class NativeFilter:
    """Whole words and phrases that a messenger itself shall hold back, before anybody reads them.

    It spares ranks from ``spares`` on and these roles, as far as the messenger can, and never fires on what stands in
    ``allow``.
    """

    name: str
    words: tuple[str, ...]
    allow: tuple[str, ...] = ()
    spares: Rank = Rank.HELPER
    spared_roles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SetFilters:
    """Keep exactly these filters of ours in the messenger's own moderation; those of others are never touched.

    ``spared_places`` are not looked at: what staff say among themselves.
    """

    space: SpaceRef
    filters: tuple[NativeFilter, ...] = ()
    spared_places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class NativelyBlocked:
    """The messenger's own filter held a message back: nobody read it, and there is nothing to delete.

    ``filter`` is the name of the filter if it is one of ours, else empty; ``found`` is what it fired on, ``listed`` the
    word it had for that. ``message`` has no ref of its own unless it had stood already (an edit).
    """

    key: str
    message: Message
    filter: str = ""
    found: str = ""
    listed: str = ""
