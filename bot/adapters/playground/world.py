"""Two pretend messengers in memory: their people, their chats, and everything that was said there."""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.adapters.playground.cast import CAST, NEWCOMERS, Role
from bot.adapters.playground.changes import Change, PeopleChanged, PostChanged, StartedOver, Watcher
from bot.adapters.playground.kept import KeptFiles
from bot.adapters.playground.posts import Post
from bot.adapters.playground.rights import is_out_of_reach
from bot.core.doors import Right
from bot.core.ids import DISCORD, TELEGRAM, ChannelRef, MessageRef, Place, Platform, SpaceRef, UserRef
from bot.core.people import Member, Rank
from bot.core.ports import Clock

NAMES = {DISCORD: Platform("playground-discord"), TELEGRAM: Platform("playground-telegram")}
"""Pretend people never enter the real record: the playground's networks have names of their own."""

GENERAL = "general"
STAFF = "staff"
SPACE = "riverside_makers"
STAFF_GROUP = "riverside_staff"
MODERATORS = "moderators"
MOST_POSTS = 400
"""Posts remembered per messenger; the oldest go first, so that a page left open for days stays small."""
_CHATS = {GENERAL: GENERAL, SPACE: GENERAL, STAFF: STAFF, STAFF_GROUP: STAFF}


class Standing(StrEnum):
    """Whether a person is in the space."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    BANNED = "banned"


@dataclass(frozen=True, slots=True)
class Person:
    """A pretend account. ``reachable`` says that the bot may write first: on Telegram, that the chat was started."""

    id: str
    role: Role
    standing: Standing = Standing.INSIDE
    reachable: bool = True
    muted_until: datetime | None = None
    joined_at: datetime | None = None

    @property
    def name(self) -> str:
        return self.role.name

    @property
    def rank(self) -> Rank:
        return self.role.rank if self.standing is Standing.INSIDE else Rank.GUEST

    def is_muted(self, now: datetime) -> bool:
        return self.muted_until is not None and now < self.muted_until


class Side:
    """One of the two messengers."""

    def __init__(self, dialect: Platform, clock: Clock, ids: Iterable[int], tell: Watcher) -> None:
        self.dialect = dialect
        self.name = NAMES[dialect]
        self.space = SpaceRef(self.name, SPACE)
        self.people: dict[str, Person] = {}
        self.posts: dict[int, Post] = {}
        self.shut: frozenset[Right] = frozenset()
        self.links = 0
        self.pace = timedelta(0)
        self.roles: dict[str, set[str]] = {}
        self.kept = KeptFiles()
        self._clock = clock
        self._ids = iter(ids)
        self._tell = tell
        self._newcomers = itertools.cycle(NEWCOMERS[dialect])

    def now(self) -> datetime:
        return self._clock.now()

    def next_id(self) -> int:
        return next(self._ids)

    def populate(self) -> None:
        """Empty the messenger and let its regulars in, as accounts that no record knows."""
        self.people.clear()
        self.posts.clear()
        self.shut, self.pace = frozenset(), timedelta(0)
        self.roles.clear()
        self.kept.clear()
        self._newcomers = itertools.cycle(NEWCOMERS[self.dialect])
        long_ago = self.now() - timedelta(days=90)
        for role in CAST[self.dialect]:
            self._add(role, long_ago, reachable=self.dialect == DISCORD or role.started)

    def newcomer(self) -> Person:
        """Let somebody new in."""
        role = next(self._newcomers)
        return self._add(role, self.now(), reachable=self.dialect == DISCORD)

    def named(self, name: str) -> Person | None:
        """Find a person by id, ``@name`` or name; people who are inside come first, newest first."""
        wanted = name.removeprefix("@").casefold()
        fitting = [p for p in self.people.values() if wanted in {p.id, p.name.casefold(), p.role.handle}]
        return max(fitting, key=lambda p: (p.standing is Standing.INSIDE, p.joined_at), default=None)

    def update(self, person: Person) -> None:
        self.people[person.id] = person
        self._tell(PeopleChanged(self.dialect))

    def add(self, post: Post) -> Post:
        """Put a post into its chat."""
        self.posts[post.id] = post
        while len(self.posts) > MOST_POSTS:
            del self.posts[next(iter(self.posts))]
        self._tell(PostChanged(self.dialect, post))
        return post

    def change(self, post: Post) -> None:
        if post.id in self.posts:
            self.posts[post.id] = post
            self._tell(PostChanged(self.dialect, post))

    def member(self, person: Person) -> Member:
        """The person as the messenger shows them to a bot."""
        held = {MODERATORS} if person.role.rank >= Rank.MODERATOR else set[str]()
        roles = frozenset(held | self.roles.get(person.id, set()))
        return Member(
            UserRef(self.name, person.id),
            person.name,
            person.rank,
            handle=person.role.handle,
            joined_at=person.joined_at,
            roles=roles,
            locale=person.role.language,
            created_at=person.joined_at if self.dialect == DISCORD else None,  # Telegram does not tell
            out_of_reach=is_out_of_reach(person.rank),
        )

    def place(self, chat: str) -> Place:
        """The place that a chat is to the core: a channel of the space, or on Telegram a group of its own."""
        if is_private(chat):
            return Place(ChannelRef(self.name, person_of(chat)))
        if self.dialect == DISCORD:
            return Place(ChannelRef(self.name, chat), self.space)
        native = SPACE if chat == GENERAL else STAFF_GROUP
        return Place(ChannelRef(self.name, native), SpaceRef(self.name, native))

    def chat(self, place: Place) -> str | None:
        """Say which chat a place is; None when there is none like it."""
        native = place.channel.native
        if place.space is None:
            return private(native) if native in self.people else None
        return _CHATS.get(native)

    def ref(self, post: Post) -> MessageRef:
        return MessageRef(self.place(post.chat), str(post.id))

    def post(self, ref: MessageRef | None) -> Post | None:
        if ref is None or not ref.native.isdigit():
            return None
        return self.posts.get(int(ref.native))

    def _add(self, role: Role, joined_at: datetime, *, reachable: bool) -> Person:
        person = Person(f"{role.handle}-{_base36(self.next_id())}", role, reachable=reachable, joined_at=joined_at)
        self.update(person)
        return person


class World:
    """Both messengers, and whoever watches them."""

    def __init__(self, clock: Clock) -> None:
        self._watchers: list[Watcher] = []
        # Like a snowflake: never the id of an earlier run, whose messages the record may still name.
        ids = itertools.count(int(clock.now().timestamp() * 1000))
        self.sides = {dialect: Side(dialect, clock, ids, self._tell) for dialect in (DISCORD, TELEGRAM)}
        self.start_over()

    def side(self, dialect: Platform) -> Side:
        return self.sides[dialect]

    def of(self, platform: Platform) -> Side | None:
        """The side whose refs carry this platform's name."""
        return next((s for s in self.sides.values() if s.name == platform), None)

    def watch(self, watcher: Watcher) -> None:
        """Call ``watcher`` after each change; it must neither raise nor wait."""
        self._watchers.append(watcher)

    def start_over(self) -> None:
        """Forget everything; the people come back as new accounts, with nothing on their record."""
        for side in self.sides.values():
            side.populate()
        self._tell(StartedOver())

    def _tell(self, change: Change) -> None:
        for watcher in self._watchers:
            watcher(change)


def restored(person: Person, now: datetime) -> Person:
    """The same person, free to write again."""
    return replace(person, standing=Standing.INSIDE, muted_until=None, joined_at=person.joined_at or now)


def private(person: str) -> str:
    """Name the chat between the bot and one person."""
    return f"private:{person}"


def is_private(chat: str) -> bool:
    return chat.startswith("private:")


def person_of(chat: str) -> str:
    return chat.removeprefix("private:")


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
    return digits
