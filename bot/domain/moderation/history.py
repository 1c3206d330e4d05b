"""Recent messages, remembered just long enough to notice a pattern."""

from collections import deque
from datetime import timedelta

from bot.core.ids import SpaceRef, UserRef
from bot.domain.moderation.sample import Sample

KEEP = timedelta(minutes=5)
MOST = 200
"""Messages remembered of one author: a flood is noticed long before, and memory stays bounded."""
MANY_AUTHORS = 20_000


class History:
    """Per-member memory. Told the time through the messages, never asks for it."""

    def __init__(self, keep: timedelta = KEEP) -> None:
        self._keep = keep
        self._by_author: dict[tuple[SpaceRef | None, UserRef], deque[Sample]] = {}

    def remember(self, seen: Sample) -> None:
        """Add ``seen``, once however often it is judged, and forget what has grown too old."""
        author = self._by_author.get(_key(seen))
        if author is None:
            self._make_room(seen)
            author = self._by_author[_key(seen)] = deque(maxlen=MOST)
        if not author or author[-1].message.ref != seen.message.ref:
            author.append(seen)
        oldest = seen.message.sent_at - self._keep
        while author[0].message.sent_at < oldest:
            author.popleft()

    def by_author(self, seen: Sample, within: timedelta) -> tuple[Sample, ...]:
        """What the same member posted in the stretch of time that ends with ``seen``."""
        since = seen.message.sent_at - within
        return tuple(s for s in self._by_author.get(_key(seen), ()) if s.message.sent_at > since)

    def forget(self, seen: Sample) -> None:
        """Start anew with this author, once a pattern was dealt with."""
        self._by_author.pop(_key(seen), None)

    def _make_room(self, seen: Sample) -> None:
        if len(self._by_author) < MANY_AUTHORS:
            return
        oldest = seen.message.sent_at - self._keep
        self._by_author = {k: v for k, v in self._by_author.items() if v[-1].message.sent_at >= oldest}


def _key(seen: Sample) -> tuple[SpaceRef | None, UserRef]:
    return seen.message.ref.place.space, seen.message.author.user
