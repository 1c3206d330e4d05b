"""Recent messages, remembered just long enough to notice a pattern."""

from collections import deque
from collections.abc import Collection, Hashable, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from bot.core.ids import SpaceRef, UserRef
from bot.core.messages import Message
from bot.core.people import Member
from bot.domain.moderation.fingerprint import fingerprint
from bot.domain.moderation.reacted import Reacted
from bot.domain.moderation.sample import Sample
from bot.domain.moderation.text import signs

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


class _Said:
    """What one member posted lately, with the id of the last message: to look it up there would cost more."""

    __slots__ = ("last", "messages")

    def __init__(self) -> None:
        self.messages: deque[Message] = deque(maxlen=MOST)
        self.last = ""


class History:
    """What one community said lately, by author and by text. Told the time through the messages, never asks for it."""

    def __init__(self, keep: timedelta = KEEP) -> None:
        self.keep = keep
        self.reactions = Reacted()
        self.crisis = 0
        self.broke: deque[tuple[str, Exception]] = deque(maxlen=20)
        """Triggers that broke, by rule; whoever tells of them empties it."""
        self._began: datetime | None = None
        self._by_author: dict[_Author, _Said] = {}
        self._by_text: dict[int, tuple[Message, ...]] = {}
        self._arrived: dict[_Author, datetime] = {}
        self._said: dict[_Author, int] = {}
        self._latest: Sample | None = None
        self._key: _Author = ("", "", "")
        self._mine: Sequence[Message] = ()
        self._alike: Sequence[Message] = ()

    def remember(self, seen: Sample) -> None:
        """Add ``seen``, once however often it is judged, and forget what has grown too old."""
        message = seen.message
        key = _key(message)
        native, at = message.ref.native, message.sent_at
        oldest = at - self.keep
        said = self._by_author.get(key)
        if said is None:
            said = _added(self._by_author, key, _Said())
        elif said.last == native and said.messages[-1].ref == message.ref:
            return
        said.last = native
        mine = said.messages
        mine.append(message)
        while mine[0].sent_at < oldest:
            mine.popleft()
        self._latest, self._key, self._mine = seen, key, mine
        mark = fingerprint(seen)
        self._alike = self._with_same_text(mark, message, oldest) if mark else ()
        self._count(key, message)

    def _with_same_text(self, mark: int, message: Message, oldest: datetime) -> tuple[Message, ...]:
        before = self._by_text.get(mark)
        if before is None:  # most texts are said once: that one is all there is to keep
            return _added(self._by_text, mark, (message,))
        del self._by_text[mark]
        since_then = tuple(one for one in before if one.sent_at >= oldest)
        return _added(self._by_text, mark, (*since_then[1 - MOST :], message))

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

    def signs_of(self, seen: Sample) -> int:
        """What goes before this message, as bits like those of a text (`text/signs.py`)."""
        if seen is not self._latest:
            repeated = signs.REPEATED if self._by_text else signs.NOTHING
            return repeated | signs.BUSY if self._by_author else repeated
        found = signs.REPEATED if len(self._alike) > 1 else signs.NOTHING
        return found | signs.BUSY if len(self._mine) >= signs.MANY_MESSAGES else found

    def by_author(self, seen: Sample, within: timedelta, least: int = 1) -> tuple[Message, ...]:
        """What the same member posted in the stretch of time that ends with ``seen``.

        Nothing where less than ``least`` is remembered.
        """
        if seen is self._latest:
            mine = self._mine
        else:
            said = self._by_author.get(_key(seen.message))
            mine = () if said is None else said.messages
        return _since(mine, seen.message.sent_at - within) if len(mine) >= least else ()

    def same_text(self, seen: Sample, within: timedelta, least: int = 1) -> tuple[Message, ...]:
        """Who else, or the same member, posted the same words, anywhere in the community; ``seen`` is the last.

        Nothing where less than ``least`` is remembered.
        """
        alike = self._alike if seen is self._latest else self._by_text.get(fingerprint(seen), ())
        return _since(alike, seen.message.sent_at - within) if len(alike) >= least else ()

    def joined_at(self, seen: Sample) -> datetime | None:
        """When the author came in, as far as the messenger tells or the bot saw it."""
        joined = seen.message.author.joined_at
        return self._arrived.get(self._key_of(seen)) if joined is None and self._arrived else joined

    def nth(self, seen: Sample) -> int | None:
        """Which message of a newcomer this is, 1 for the first; None for somebody who was here before the bot."""
        return self._said.get(self._key_of(seen)) if self._said else None

    def forget(self, seen: Sample) -> None:
        """Start anew with this author, once a pattern was dealt with."""
        self._by_author.pop(_key(seen.message), None)
        self._latest = None

    def forget_people(self, users: Collection[UserRef]) -> None:
        """Let go of what these accounts said.

        That somebody is new stays: who could make herself old by this would walk past the rules about newcomers.
        """
        natives = {(user.platform, user.native) for user in users}
        for key in [one for one in self._by_author if (one[0], one[2]) in natives]:
            del self._by_author[key]
        for mark, said in list(self._by_text.items()):
            left = tuple(one for one in said if one.author.user not in users)
            if not left:
                del self._by_text[mark]
            elif len(left) < len(said):
                self._by_text[mark] = left
        self.reactions.forget_people(users)
        self._latest, self._key, self._mine, self._alike = None, ("", "", ""), (), ()

    def _key_of(self, seen: Sample) -> _Author:
        return self._key if seen is self._latest else _key(seen.message)

    def _count(self, key: _Author, message: Message) -> None:
        said = self._said.get(key) if self._said else None
        if said is not None:
            self._said[key] = said + 1
            return
        joined = message.author.joined_at
        if self._began is None:
            self._began = message.sent_at
        elif joined is not None and joined >= self._began:
            _added(self._said, key, 1)


def _key(message: Message) -> _Author:
    user, space = message.author.user, message.ref.place.space
    return user.platform, "" if space is None else space.native, user.native


def _since(remembered: Sequence[Message], since: datetime) -> tuple[Message, ...]:
    if not remembered or remembered[0].sent_at > since:  # as nearly always
        return tuple(remembered)
    return tuple(one for one in remembered if one.sent_at > since)


def _added(memory: dict[KeyT, ValueT], key: KeyT, value: ValueT) -> ValueT:
    """Add to a memory; when it is full, what came first goes, a half at once: no message pays for keeping order."""
    if len(memory) >= MANY:
        for old in list(memory)[: MANY // 2 + 1]:
            del memory[old]
    memory[key] = value
    return value
