"""What the bot asked of Discord, in order, with the time it asked and the answer it got."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class Request:
    """One REST request; ``status`` is None until it is answered, 0 when the line was cut instead."""

    at: float
    method: str
    path: str
    body: Any
    reason: str | None
    query: dict[str, str]
    status: int | None = None

    def __str__(self) -> str:
        said = self.body.get("content") or self.body.get("data") if isinstance(self.body, dict) else None
        answered = "not answered yet" if self.status is None else self.status
        return f"{self.method} {self.path} -> {answered}" + (f" {said!r}" if said else "")


class Ledger:
    """All requests of the bot, oldest first; times are those of the event loop's clock."""

    def __init__(self) -> None:
        self._requests: list[Request] = []

    def __iter__(self) -> Iterator[Request]:
        return iter(self._requests)

    def __len__(self) -> int:
        return len(self._requests)

    def write(self, request: Request) -> None:
        self._requests.append(request)

    def of(self, method: str, path: str) -> list[Request]:
        """Requests with this method whose whole path matches the pattern."""
        return [r for r in self._requests if r.method == method and re.fullmatch(path, r.path)]

    def sends(self) -> list[Request]:
        """Requests that put a message somewhere."""
        return self.of("POST", r"/channels/\d+/messages")

    def done(self, method: str, path: str) -> list[Request]:
        """Requests that were answered with success."""
        return [r for r in self.of(method, path) if r.status is not None and 200 <= r.status < 300]
