"""The stage on which a chat adapter is tried: people act natively on it, and what stands natively is read back.

A test module inherits the contracts of ``chat_*.py`` and gives a fixture ``stage``.
"""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from bot.core.actions import Answer, Audience
from bot.core.capabilities import Capability
from bot.core.events import Event
from bot.core.ids import MessageRef, Place, SpaceRef, UserRef
from bot.core.interactions import CommandInvoked
from bot.core.people import Rank
from bot.core.text import File, Rich
from bot.core.ui import Rows
from bot.runtime.clock import SystemClock
from tests.contracts.chat_offer import PlainVoice

SECONDS = 30.0
NAMES = ("Ada", "Bea", "Cid", "Dov", "Eve", "Fay", "Gus", "Hal")


@dataclass(frozen=True)
class Who:
    """A person; ``native`` is whatever the stage needs to let them act."""

    user: UserRef
    name: str
    handle: str
    native: object


@dataclass(frozen=True)
class Seen:
    """A message as the network's own app shows it.

    ``marks`` are its formatted stretches as (kind, words, target): bold, code, quote, link, mention, moment, or
    whatever else the app would make of it. ``pings`` are the people whom it calls.
    """

    ref: MessageRef
    words: str
    marks: tuple[tuple[str, str, str], ...] = ()
    pings: frozenset[UserRef] = frozenset()
    buttons: tuple[str, ...] = ()
    files: tuple[File, ...] = ()
    answers: str = ""


class NotOffered(Exception):  # noqa: N818  # it reads as what happened
    """The app itself does not let a person do this, so no adapter will ever meet it."""


class Stage(ABC):
    """One adapter, connected, in a fresh space for every test (``fresh``)."""

    place: Place
    space: SpaceRef
    owner: Who

    def __init__(self, platform):
        self.platform = platform
        self.events: list[Event] = []
        self.readies = 0
        self.poison = ""
        self._nonces = count(1)
        self._names = count()

    # ---- the rest of the bot

    async def sink(self, event):
        if self.poison and self.poison in repr(event):
            raise RuntimeError("this event is too much for the rest of the bot")
        self.events.append(event)

    async def ready(self):
        self.readies += 1

    def now(self):
        return SystemClock().now()

    async def perform(self, action, nonce=None, content=None):
        return await self.platform.perform(action, PlainVoice(), nonce or f"nonce-{next(self._nonces)}", content)

    async def answer(self, event, *spans, rows: Rows = (), audience=Audience.ONLY_ACTOR, files=()):
        body = Rich(spans)
        return await self.perform(
            Answer(event.ticket, event.place, event.actor.user, body, rows, audience, files=files)
        )

    async def until(self, condition: Callable[[], object], why: str):
        """Wait until the condition holds, and give what it gave."""
        deadline = asyncio.get_running_loop().time() + SECONDS
        while not (found := condition()):
            assert asyncio.get_running_loop().time() < deadline, f"{why} did not come about; heard {self.events}"
            await asyncio.sleep(0.005)
        return found

    async def heard(self, kind, when=lambda _: True, many=1):
        """The ``many``-th event of this kind that fits."""
        fitting = lambda: [e for e in self.events if isinstance(e, kind) and when(e)][many - 1 :]  # noqa: E731
        return (await self.until(fitting, f"{kind.__name__} no. {many}"))[0]

    async def until_it_can(self, true):
        """Wait until what the adapter claims for the place is so."""
        async with asyncio.timeout(SECONDS):
            while not true(await self.can()):  # noqa: ASYNC110  # what is waited for happens inside the adapter
                await asyncio.sleep(0.005)

    async def can(self, place=None):
        return (await self.platform.capabilities(place or self.place)).has

    async def invoked(self, who, path, **values):
        """Give a command, and the event it became."""
        before = sum(isinstance(event, CommandInvoked) for event in self.events)
        await self.invoke(who, path, **values)
        return await self.heard(CommandInvoked, many=before + 1)

    def someone(self):
        """A first name and a handle that nobody has yet."""
        number = next(self._names)
        name = NAMES[number % len(NAMES)]
        return name, f"{name.lower()}_{number}"

    def seen(self, ref: MessageRef) -> Seen | None:
        """The bot's message, if it stands."""
        return next((one for one in self.standing(ref.place) if one.ref == ref), None)

    # ---- who is there

    @abstractmethod
    async def fresh(self):
        """Begin anew: a space with the bot, with every right, and an owner. The adapter knows of it on return."""

    @abstractmethod
    async def person(self, rank=Rank.MEMBER, *, reachable=True) -> Who:
        """Somebody who has been in the space for long; their native rights are those of this rank."""

    @abstractmethod
    def nobody(self) -> UserRef:
        """The id of no account."""

    @abstractmethod
    def nowhere(self) -> Place:
        """A place the bot is not in."""

    @abstractmethod
    def direct(self, who) -> Place:
        """The private chat with somebody."""

    # ---- what people do

    @abstractmethod
    async def join(self) -> Who: ...

    async def ask_in(self) -> Who:
        """Somebody asks to be let in and waits outside; raises NotOffered where nobody can."""
        raise NotOffered

    @abstractmethod
    async def leave(self, who): ...

    @abstractmethod
    async def promote(self, who, rank): ...

    @abstractmethod
    async def post(self, who, text, reply_to=None) -> MessageRef: ...

    @abstractmethod
    async def post_file(self, who, name, content: str) -> MessageRef:
        """Post a file without a word."""

    @abstractmethod
    async def lose_files(self):
        """Let the network forget every file, with the messages that they hung on."""

    @abstractmethod
    async def edit(self, who, ref, text): ...

    @abstractmethod
    async def take_back(self, who, ref):
        """Delete one's own message."""

    @abstractmethod
    def called(self, who) -> str:
        """How one writes somebody's name so that they are called."""

    @abstractmethod
    async def press(self, who, ref, label): ...

    @abstractmethod
    async def fill(self, who, **values):
        """Answer the form that the bot put before this person, field by field; None leaves one out."""

    @abstractmethod
    async def invoke(self, who, path, **values):
        """Use a command as the app offers it; raises NotOffered where it does not."""

    @abstractmethod
    async def invoke_in_private(self, who, path):
        """The same in the private chat with the bot, without values."""

    # ---- what stands

    @abstractmethod
    def standing(self, place) -> list[Seen]:
        """The bot's messages that everybody in the place can see, oldest first."""

    @abstractmethod
    def told(self, who) -> list[Seen]:
        """What the bot showed to this person alone: private messages, hidden answers, pop-ups."""

    @abstractmethod
    def exists(self, ref) -> bool: ...

    @abstractmethod
    def acknowledged(self) -> bool:
        """Whether the app has stopped waiting for the bot after the last press."""

    @abstractmethod
    def muted(self, who) -> bool: ...

    @abstractmethod
    def present(self, who) -> bool: ...

    @abstractmethod
    def banned(self, who) -> bool: ...

    @abstractmethod
    def may_speak(self, who) -> bool:
        """Whether the app lets this person write in the place."""

    @abstractmethod
    def pace(self) -> float:
        """The seconds that the place's own slow mode asks for between two messages."""

    @abstractmethod
    def roles(self, who) -> set[str]:
        """The names of the roles this person has, besides those the stage gave."""

    @abstractmethod
    def a_role(self) -> str:
        """A role that can be given, by the name a manager writes; raises NotOffered where there are none."""

    def knows_role(self, name) -> bool:
        """Whether the adapter has heard of the role."""
        return bool(name)

    @abstractmethod
    def offered(self, who) -> set[str]:
        """The first words of the commands that this person's app offers."""


class Wired(Stage):
    """A stage with a wire, on which things get lost, come twice and go wrong."""

    @abstractmethod
    async def again(self):
        """Deliver the last event once more."""

    @abstractmethod
    async def shake(self):
        """Break what brings the events; it can be mended."""

    @abstractmethod
    async def take_right(self, capability: Capability):
        """Take one native right from the bot; the adapter knows of it on return."""

    @abstractmethod
    def order(self, trouble: str, times: int = 1):
        """Let the next requests meet trouble, polling aside.

        One of "unavailable", "error", "page", "garbled", "reset", "lost", "flood" (90 s), "short flood".
        """

    @abstractmethod
    def stranger_to_it(self):
        """An adapter with a token that is none."""
