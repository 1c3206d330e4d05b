"""Where the page is served: an address of this machine, held from the start until the end."""

import contextlib
import errno
import os
import socket
from collections.abc import Generator


class AddressRefused(Exception):  # noqa: N818 - it is an answer to a person
    """Nothing can be served there; the message says why and what to do."""


@contextlib.contextmanager
def bound(host: str, port: int) -> Generator[socket.socket]:
    """Listen on ``host``; port 0 picks a free one. Raises AddressRefused."""
    try:
        listener = socket.create_server((host, port))
    except OSError as fault:
        raise AddressRefused(_why(fault, host, port)) from None
    with listener:
        yield listener


def _why(fault: OSError, host: str, port: int) -> str:
    if isinstance(fault, socket.gaierror) or fault.errno == errno.EADDRNOTAVAIL:
        return f"{host} is no address of this machine. Without TOWNKEEPER_HOST it is 127.0.0.1, for this machine alone."
    if fault.errno == errno.EADDRINUSE:
        return f"Port {port} is taken. Choose another with --port N; 0 picks a free one."
    why = os.strerror(fault.errno) if fault.errno else str(fault)
    return f"Port {port} cannot be opened: {why}. Choose another with --port N; 0 picks a free one."
