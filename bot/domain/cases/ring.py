"""What was said and who came in lately, held in memory within bounds, for acts on many at once."""

from collections import OrderedDict, deque
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from bot.core.ids import MessageRef, Place, SpaceRef, UserRef
from bot.core.messages import Message
from bot.core.people import Member

PER_PLACE = 500
PLACES = 200
ARRIVALS = 20_000
"""A raid of ten thousand fits twice."""
SHORT = 300
"""Characters of a message that are kept, to find it by its words."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A message that may still stand."""

    ref: MessageRef
    author: Member
    words: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which messages: of a place or a whole space, by somebody, since when, with which words; the newest ``most``."""

    space: SpaceRef
    place: Place | None = None
    user: UserRef | None = None
    since: datetime | None = None
    words: str = ""
    most: int = 500


class Ring:
    """The last messages of each place; what falls out is forgotten, and so is everything at a restart."""

    def __init__(self) -> None:
        self._places: OrderedDict[tuple[str, str | None], OrderedDict[str, Seen]] = OrderedDict()
        self._arrivals: dict[SpaceRef, deque[tuple[datetime, Member]]] = {}

    def note(self, message: Message) -> None:
        """Remember a message, or what it says after an edit."""
        key = _key(message.place)
        here = self._places.get(key)
        if here is None:
            here = self._places[key] = OrderedDict()
            if len(self._places) > PLACES:
                self._places.popitem(last=False)
        words = " ".join((message.text, *message.also))[:SHORT].casefold()
        here[message.ref.native] = Seen(message.ref, message.author, words, message.sent_at)
        if len(here) > PER_PLACE:
            here.popitem(last=False)

    def forget(self, ref: MessageRef) -> None:
        """It does not stand any more."""
        self._places.get(_key(ref.place), OrderedDict[str, Seen]()).pop(ref.native, None)

    def forget_people(self, users: Collection[UserRef]) -> None:
        """Let go of everything that these accounts said, and that they came in."""
        for key, here in list(self._places.items()):
            for native in [one.ref.native for one in here.values() if one.author.user in users]:
                del here[native]
            if not here:  # a private chat is called after whoever has it
                del self._places[key]
        for space, came in self._arrivals.items():
            self._arrivals[space] = deque((one for one in came if one[1].user not in users), maxlen=ARRIVALS)

    def find(self, wanted: Wanted) -> tuple[Seen, ...]:
        """The messages that fit, newest first."""
        places = [_key(wanted.place)] if wanted.place is not None else list(self._places)
        said = (self._places[key] for key in places if key in self._places)
        found = [one for here in said for one in here.values() if _fits(one, wanted)]
        # Of two in the same second the later one is the newer.
        newest = sorted(enumerate(found), key=lambda one: (one[1].at, one[0]), reverse=True)
        return tuple(one for _, one in newest[: wanted.most])

    def came_in(self, space: SpaceRef, member: Member, at: datetime) -> None:
        """Remember who joined."""
        self._arrivals.setdefault(space, deque(maxlen=ARRIVALS)).append((at, member))

    def arrived(self, space: SpaceRef, since: datetime) -> tuple[Member, ...]:
        """Who joined since then, once each, the first one first."""
        found = {member.user: member for at, member in self._arrivals.get(space, ()) if at >= since}
        return tuple(found.values())


def _key(place: Place) -> tuple[str, str | None]:
    return str(place.channel), place.thread


def _fits(one: Seen, wanted: Wanted) -> bool:
    return (
        one.ref.place.space == wanted.space
        and (wanted.user is None or one.author.user == wanted.user)
        and (wanted.since is None or one.at >= wanted.since)
        and wanted.words.casefold() in one.words
    )
