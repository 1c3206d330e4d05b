"""Whose an event is: found by its space, by the button that was pressed, or by who says it in private."""

from bot.core.events import (
    Event,
    MemberJoined,
    MemberRenamed,
    MessageEdited,
    MessagePosted,
    ReactionChanged,
    ThreadNamed,
)
from bot.core.interactions import ButtonPressed, CommandInvoked, FormSubmitted, Interaction
from bot.core.native_filters import NativelyBlocked
from bot.core.people import Member
from bot.core.ports import Clock
from bot.runtime.communities import Communities, Home
from bot.runtime.context import Scene
from bot.runtime.interactions import Interactions


class Belonging:
    """Finds the community of an event."""

    def __init__(self, communities: Communities, interactions: Interactions, clock: Clock) -> None:
        self._communities = communities
        self._interactions = interactions
        self._clock = clock

    async def home(self, event: Event, who: Member | None) -> Home | None:
        """The community of an event that ``who`` caused; None where it is nobody's."""
        home = self._communities.of(event, None if who is None else who.user)
        if isinstance(event, CommandInvoked | ButtonPressed | FormSubmitted) and event.place.is_direct:
            return await self._in_private(event, home)
        if home is None and isinstance(event, MessagePosted | MessageEdited) and event.message.place.is_direct:
            return await self._of(event.message.author, event)
        if home is None and isinstance(event, CommandInvoked) and event.path == "bind":
            # In a space that nobody bound it goes to the community there is, which asks for the code.
            return next(iter(self._communities), None)
        return home

    async def _in_private(self, event: Interaction, home: Home | None) -> Home | None:
        if not isinstance(event, CommandInvoked):
            return self._communities.get(await self._interactions.community_of(event.token)) or home
        return home or await self._of(event.actor, event)

    async def _of(self, who: Member, event: Event) -> Home | None:
        """The first community that has anything to do with this person."""
        for each in self._communities:
            scene = Scene(each.community, each.directory, self._clock.now(), each.crisis)
            if await self._interactions.knows(scene, who.user, event):
                return each
        return None


def person(event: Event) -> Member | None:
    """Who did it, where the event knows."""
    match event:
        case MessagePosted(message=message) | MessageEdited(message=message) | NativelyBlocked(message=message):
            return message.author
        case MemberJoined(member=member) | MemberRenamed(member=member):
            return member
        case ReactionChanged(by=by) | ThreadNamed(by=by):
            return by
        case CommandInvoked(actor=actor) | ButtonPressed(actor=actor) | FormSubmitted(actor=actor):
            return actor
        case _:
            return None
