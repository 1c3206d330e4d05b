"""Recent messages, remembered just long enough to notice a pattern."""

from collections import deque
from collections.abc import Hashable, Sequence
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
_Author = tuple[str, str, str]
"""Platform, space and account. Refs would do as well, but each look-up would hash two of them."""


class History:
    """What one community said lately, by author and by text. Told the time through the messages, never asks for it."""

    def __init__(self, keep: timedelta = KEEP) -> None:
        self.keep = keep
        self.reactions = Reacted()
        self.crisis = 0
        self.broke: deque[tuple[str, Exception]] = deque(maxlen=20)
        """Triggers that broke, by rule; whoever tells of them empties it."""
        self._began: datetime | None = None
        self._by_author: dict[_Author, deque[Sample]] = {}
        self._by_text: dict[int, tuple[Sample, ...]] = {}
        self._arrived: dict[_Author, datetime] = {}
        self._said: dict[_Author, int] = {}
        self._latest: Sample | None = None
        self._key: _Author = ("", "", "")
        self._mine: Sequence[Sample] = ()
        self._alike: Sequence[Sample] = ()

    def remember(self, seen: Sample) -> None:
        """Add ``seen``, once however often it is judged, and forget what has grown too old."""
        key = _key(seen)
        mine = self._by_author.get(key)
        if mine is None:
            mine = _added(self._by_author, key, deque(maxlen=MOST))
        elif _is_same(mine[-1], seen):
            return
        oldest = seen.message.sent_at - self.keep
        _append(mine, seen, oldest)
        mark = fingerprint(seen)
        if mark:
            # Most texts are said once: that one is all there is to keep.
            before = self._by_text.pop(mark, None)
            alike = (seen,) if before is None else (*_since_then(before, oldest)[1 - MOST :], seen)
            _added(self._by_text, mark, alike)
            self._alike = alike
        else:
            self._alike = ()
        self._latest, self._key, self._mine = seen, key, mine
        self._count(key, seen)

    def arrived(self, space: SpaceRef, member: Member, at: datetime) -> None:
        """Note that somebody just came in: not every messenger says later when that was."""
        key = (space.platform, space.native, member.user.native)
        self._arrived.pop(key, None)
        _added(self._arrived, key, at)
        _added(self._said, key, 0)

    def restore(self, space: SpaceRef, user: UserRef, at: datetime, said: int) -> None:
        """Take up what was kept of a newcomer over a restart."""
        key = (space.platform, space.native, user.native)
        _added(self._arrived, key, at)
        _added(self._said, key, said)

    def by_author(self, seen: Sample, within: timedelta, least: int = 1) -> tuple[Sample, ...]:
        """What the same member posted in the stretch of time that ends with ``seen``.

        Nothing where less than ``least`` is remembered.
        """
        mine = self._mine if seen is self._latest else self._by_author.get(self._key_of(seen), ())
        return _since(mine, seen.message.sent_at - within) if len(mine) >= least else ()

    def same_text(self, seen: Sample, within: timedelta, least: int = 1) -> tuple[Sample, ...]:
        """Who else, or the same member, posted the same words, anywhere in the community; ``seen`` is the last.

        Nothing where less than ``least`` is remembered.
        """
        alike = self._alike if seen is self._latest else self._by_text.get(fingerprint(seen), ())
        return _since(alike, seen.message.sent_at - within) if len(alike) >= least else ()

    def joined_at(self, seen: Sample) -> datetime | None:
        """When the author came in, as far as the messenger tells or the bot saw it."""
        return seen.message.author.joined_at or self._arrived.get(self._key_of(seen))

    def nth(self, seen: Sample) -> int | None:
        """Which message of a newcomer this is, 1 for the first; None for somebody who was here before the bot."""
        return self._said.get(self._key_of(seen))

    def forget(self, seen: Sample) -> None:
        """Start anew with this author, once a pattern was dealt with."""
        self._by_author.pop(_key(seen), None)
        self._latest = None

    def _key_of(self, seen: Sample) -> _Author:
        return self._key if seen is self._latest else _key(seen)

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
    user = seen.message.author.user
    space = seen.message.ref.place.space
    return user.platform, "" if space is None else space.native, user.native


def _is_same(one: Sample, other: Sample) -> bool:
    # The ids first: to compare all of two references costs more than all the rest here.
    one_ref, other_ref = one.message.ref, other.message.ref
    return one_ref.native == other_ref.native and one_ref == other_ref


def _since(remembered: Sequence[Sample], since: datetime) -> tuple[Sample, ...]:
    if not remembered or remembered[0].message.sent_at > since:  # as nearly always
        return tuple(remembered)
    return tuple(s for s in remembered if s.message.sent_at > since)


def _since_then(remembered: tuple[Sample, ...], oldest: datetime) -> tuple[Sample, ...]:
    return tuple(s for s in remembered if s.message.sent_at >= oldest)


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
