"""What a story knew when it waited in vain: each server and each bot of it says what it saw last."""

from typing import Protocol

CALLS = 15
"""So many of the last are told; they end where nothing went on."""
LONGEST = 160
"""Characters of a line."""


class Witness(Protocol):
    """Whatever takes part in a story for a while."""

    def told(self) -> list[str]:
        """Lines, the newest last."""


class WaitedInVainError(AssertionError):
    """What was waited for did not come about; the message says what happened instead."""


_present: list[Witness] = []


def comes(one: Witness) -> None:
    """From now on it is asked, until it goes."""
    if one not in _present:
        _present.append(one)


def goes(one: Witness) -> None:
    if one in _present:
        _present.remove(one)


def in_vain(what: str, seconds: float) -> WaitedInVainError:
    """The error of a story that waited so long for this."""
    return WaitedInVainError(f"{what} did not come about within {seconds:g} s\n{testimony()}")


def testimony() -> str:
    """What everybody present saw, one after the other."""
    return "\n".join(line if len(line) <= LONGEST else f"{line[:LONGEST]}…" for one in _present for line in one.told())
