"""Short ways to make core values in tests."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

from bot.core.capabilities import Capabilities, Capability, Limits
from bot.core.decisions import Asker
from bot.core.events import MemberJoined, MessagePosted
from bot.core.ids import TELEGRAM, ChannelRef, MessageRef, Place, Platform, SpaceRef, UserRef
from bot.core.interactions import CommandInvoked, Ticket
from bot.core.messages import Message
from bot.core.people import Member, Rank

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
P = TELEGRAM

_numbers = count(1)


def later(**span: float) -> datetime:
    """``later(minutes=5)``: that long after noon."""
    return NOON + timedelta(**span)


def user(native: str, on: Platform = P) -> UserRef:
    return UserRef(on, native)


def space(native: str = "1", on: Platform = P) -> SpaceRef:
    return SpaceRef(on, native)


def room(native: str = "1", *, of: SpaceRef | None = None, on: Platform = P) -> Place:
    """A place in a space; ``room("1")`` lies in ``space("1")``."""
    return Place(ChannelRef(on, native), of or SpaceRef(on, native))


def direct(who: UserRef) -> Place:
    """The private chat with ``who``."""
    return Place(ChannelRef(who.platform, who.native))


def person(name: str, native: str, rank: Rank = Rank.MEMBER, *, on: Platform = P, **more: object) -> Member:
    return replace(Member(UserRef(on, native), name, rank), **more)


ROOM = room("1")
SPACE = space("1")
ANN = person("Ann", "7")
BOB = person("Bob", "9")
MOD = person("Mo", "8", Rank.MODERATOR)
BOSS = person("Bea", "10", Rank.MANAGER)
PRESS = Ticket("press-1", is_press=True)
TYPED = Ticket("typed-1")


def ref(native: str = "", place: Place = ROOM) -> MessageRef:
    """A message; without a name one that no other test value has."""
    return MessageRef(place, native or f"m{next(_numbers)}")


def post(
    text: str = "", *, by: Member = ANN, at: float = 0, place: Place = ROOM, n: str = "", **more: object
) -> Message:
    """A message as posted, ``at`` seconds after noon."""
    return replace(Message(ref(n, place), by, text, NOON + timedelta(seconds=at)), **more)


def posted(text: str = "", *, key: str = "", **more: object) -> MessagePosted:
    """The event of a post; its key is its own unless one is given."""
    message = post(text, **more)
    return MessagePosted(key or f"posted/{message.ref.native}", message)


def joined(member: Member = ANN, where: SpaceRef = SPACE, *, at: float = 0) -> MemberJoined:
    return MemberJoined(f"joined/{next(_numbers)}", where, member, NOON + timedelta(seconds=at))


def invoked(path: str, by: Member = MOD, place: Place = ROOM, *, at: float = 0, **values: object) -> CommandInvoked:
    """A command as the adapter read it: ``invoked("mute", member=ANN, duration=timedelta(hours=1))``."""
    key = f"command/{next(_numbers)}"
    return CommandInvoked(key, path, place, by, values, Ticket(key), NOON + timedelta(seconds=at))


def asker(who: Member = ANN, place: Place = ROOM, *, ticket: Ticket = TYPED, **more: bool) -> Asker:
    return Asker(ticket, place, who.user, **more)


def can(*has: Capability, **limits: object) -> Capabilities:
    """``can(Capability.WHISPER, delete_batch=2)``."""
    return Capabilities(frozenset(has), Limits(**limits))
