"""Contenders take turns at equal work, so that what else the machine does meets all of them alike."""

import gc
import statistics
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

Batch: TypeAlias = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Contender:
    """``make`` prepares so many fresh inputs (not measured), ``take`` deals with them (measured)."""

    name: str
    make: Callable[[int], Batch]
    take: Callable[[Batch], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Measured:
    """Microseconds of processor time for one message: the median of the rounds, and the fastest and slowest."""

    name: str
    median: float
    best: float
    worst: float


async def measure(contenders: Sequence[Contender], rounds: int, size: int) -> list[Measured]:
    """Let each take ``size`` messages in each round; the order changes, and two rounds before warm everything up."""
    took: dict[str, list[float]] = {one.name: [] for one in contenders}
    for turn in range(-2, rounds):
        shift = turn % len(contenders)
        for one in (*contenders[shift:], *contenders[:shift]):
            batch = one.make(size)
            gc.collect()
            began = time.process_time_ns()
            await one.take(batch)
            spent = time.process_time_ns() - began
            if turn >= 0:
                took[one.name].append(spent / size / 1000)
    return [Measured(name, statistics.median(each), min(each), max(each)) for name, each in took.items()]
