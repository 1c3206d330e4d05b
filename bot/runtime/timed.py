"""What a timer is about: the row of the record whose number it carries."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.core.events import TimerFired
from bot.runtime.context import Scene

RowT = TypeVar("RowT")


async def about(
    find: Callable[[str, int], Awaitable[RowT | None]], scene: Scene, event: TimerFired, name: str = "number"
) -> RowT | None:
    """Find the row by the number under ``name``; None when it is not kept any more, or no number stands there."""
    number = event.args.get(name)
    return await find(scene.community.key, number) if isinstance(number, int) else None
