"""How slow this machine is here and now: what is promised in seconds is promised for one that is not."""

import os
import time

SPIN, USUAL = 100_000, 0.0025
"""Turns of an empty loop, and the seconds that they take on a core of its own."""


def slowness() -> float:
    """How many times longer things take than on a quiet machine, at least one.

    The load counts what runs now only after a minute; a loop feels at once what shares its core, and an old core too.
    """
    began = time.monotonic()
    for _ in range(SPIN):
        pass
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1), (time.monotonic() - began) / USUAL)
