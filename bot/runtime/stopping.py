"""How a bot is told to stop, from its first moment on."""

import asyncio
import signal


class Stopping:
    """Set by a signal; ``patience`` is how many seconds what is under way may still take."""

    def __init__(self) -> None:
        self.event = asyncio.Event()
        self.patience = 1

    def by(self, number: int) -> None:
        """Take a signal: SIGINT leaves at once, SIGTERM finishes what is under way, a second one ends everything."""
        if self.event.is_set():
            raise SystemExit(1)
        self.patience = 10 if number == signal.SIGTERM else 1
        self.event.set()


def listen() -> Stopping:
    """Listen for SIGINT and SIGTERM in the running loop, also where a shell had them ignored."""
    stop = Stopping()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(number, stop.by, number)
        except NotImplementedError:  # Windows: Ctrl-C arrives as KeyboardInterrupt
            break
    return stop
