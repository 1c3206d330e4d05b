"""Recent messages, remembered just long enough to notice a pattern."""

from collections import deque
from collections.abc import Hashable
from datetime import datetime, timedelta
from typing import TypeVar

from bot.core.ids import SpaceRef, UserRef
from bot.core.people import Member
from bot.domain.moderation.fingerprint import fingerprint
from bot.domain.moderation.reacted import Reacted
from bot.domain.moderation.sample import Sample

KEEP = timedelta(minutes=5)
LONGEST = timedelta(days=1)
"""No rule may look back further: what is remembered is remembered in memory."""
MOST = 200
"""Messages remembered of one author or one text: a flood is noticed long before, and memory stays bounded."""
MANY = 20_000
"""Authors, texts and newcomers remembered."""

KeyT = TypeVar("KeyT", bound=Hashable)
ValueT = TypeVar("ValueT")
_Author = tuple[SpaceRef | None, UserRef]


class History:
    """What one community said lately, by author and by text. Told the time through the messages, never asks for it."""

    def __init__(self, keep: timedelta = KEEP) -> None:
        self.keep = keep
        self.reactions = Reacted()
        self.crisis = 0
        self._began: datetime | None = None
        self._by_author: dict[_Author, deque[Sample]] = {}
        self._by_text: dict[int, deque[Sample]] = {}
        self._arrived: dict[_Author, datetime] = {}
        self._said: dict[_Author, int] = {}
        self._marked: tuple[Sample, int] | None = None

    def remember(self, seen: Sample) -> None:
        """Add ``seen``, once however often it is judged, and forget what has grown too old."""
        key = _key(seen)
        mine = self._by_author.get(key)
        if mine is None:
            mine = _added(self._by_author, key, deque(maxlen=MOST))
        elif mine[-1].message.ref == seen.message.ref:
            return
        oldest = seen.message.sent_at - self.keep
        _append(mine, seen, oldest)
        mark = self._mark(seen)
        if mark:
            same = self._by_text.get(mark)
            _append(_added(self._by_text, mark, deque(maxlen=MOST)) if same is None else same, seen, oldest)
        self._count(key, seen)

    def arrived(self, space: SpaceRef, member: Member, at: datetime) -> None:
        """Note that somebody just came in: not every messenger says later when that was."""
        self._arrived.pop((space, member.user), None)
        _added(self._arrived, (space, member.user), at)
        _added(self._said, (space, member.user), 0)

    def by_author(self, seen: Sample, within: timedelta) -> tuple[Sample, ...]:
        """What the same member posted in the stretch of time that ends with ``seen``."""
        return _since(self._by_author.get(_key(seen), ()), seen.message.sent_at - within)

    def same_text(self, seen: Sample, within: timedelta) -> tuple[Sample, ...]:
        """Who else, or the same member, posted the same words, anywhere in the community; ``seen`` is the last."""
        mark = self._mark(seen)
        return _since(self._by_text.get(mark, ()), seen.message.sent_at - within) if mark else ()

    def joined_at(self, seen: Sample) -> datetime | None:
        """When the author came in, as far as the messenger tells or the bot saw it."""
        return seen.message.author.joined_at or self._arrived.get(_key(seen))

    def nth(self, seen: Sample) -> int | None:
        """Which message of a newcomer this is, 1 for the first; None for somebody who was here before the bot."""
        return self._said.get(_key(seen))

    def forget(self, seen: Sample) -> None:
        """Start anew with this author, once a pattern was dealt with."""
        self._by_author.pop(_key(seen), None)

    def _mark(self, seen: Sample) -> int:
        """The fingerprint, taken once for all rules that ask."""
        if self._marked is None or self._marked[0] is not seen:
            self._marked = seen, fingerprint(seen)
        return self._marked[1]

    def _count(self, key: _Author, seen: Sample) -> None:
        said = self._said.get(key) if self._said else None
        if said is not None:
            self._said[key] = said + 1
            return
        joined = seen.message.author.joined_at
        if self._began is None:
            self._began = seen.message.sent_at
        elif joined is not None and joined >= self._began:
            _added(self._said, key, 1)


def _key(seen: Sample) -> _Author:
    return seen.message.ref.place.space, seen.message.author.user


def _since(remembered: "deque[Sample] | tuple[()]", since: datetime) -> tuple[Sample, ...]:
    if not remembered or remembered[0].message.sent_at > since:  # as nearly always
        return tuple(remembered)
    return tuple(s for s in remembered if s.message.sent_at > since)


def _append(kept: deque[Sample], seen: Sample, oldest: datetime) -> None:
    kept.append(seen)
    while kept[0].message.sent_at < oldest:
        kept.popleft()


def _added(memory: dict[KeyT, ValueT], key: KeyT, value: ValueT) -> ValueT:
    """Add to a memory; when it is full, what came first goes, a half at once: no message pays for keeping order."""
    if len(memory) >= MANY:
        for old in list(memory)[: MANY // 2 + 1]:
            del memory[old]
    memory[key] = value
    return value
