"""How long the adapter waits for what, in seconds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """The defaults are for the real Discord; tests are less patient."""

    deadline: float = 15.0
    """One HTTP exchange; without it a server that hangs holds a request for five minutes."""
    rate_limit: float = 30.0
    """The longest rate limit slept through inside a request; longer ones come back as trouble. At least 30."""
    settling: float = 0.5
    """The silence after which the list of spaces counts as complete."""
    before_defer: float = 2.0
    """Of the three seconds in which an interaction must be answered; the rest is the way there."""
    ticket: float = 14 * 60.0
    """Of the fifteen minutes in which an interaction can be answered at all."""
    first_pause: float = 1.0
    """Before the first restart of the client; doubled with each that follows."""
    longest_pause: float = 60.0
    between_flushes: float = 5.0
    """How old the marks of what was read may be after a crash."""
