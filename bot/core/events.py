"""What happened. Adapters make these (and the runtime its timers); nobody else does.

``key`` names the event for good: the same event delivered twice has the same key. Adapters build it: on
Telegram of bot, update id and date; on Discord of channel, message id, edit stamp and a hash of what is shown, or
it is the interaction's id or the audit entry's.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias, assert_never

from bot.core.actions import Sanction
from bot.core.ids import MessageRef, Place, SpaceRef, UserRef
from bot.core.interactions import ButtonPressed, CommandInvoked, FormSubmitted, Interaction
from bot.core.messages import Message
from bot.core.native_filters import NativelyBlocked
from bot.core.native_polls import PollEvent, PollRecounted, PollVoted
from bot.core.people import Member


@dataclass(frozen=True, slots=True)
class MessagePosted:
    key: str
    message: Message


@dataclass(frozen=True, slots=True)
class MessageEdited:
    key: str
    message: Message


@dataclass(frozen=True, slots=True)
class MessageDeleted:
    key: str
    ref: MessageRef
    at: datetime


@dataclass(frozen=True, slots=True)
class ReactionChanged:
    """Somebody added a reaction to a message. Reactions that were taken back are told by nobody."""

    key: str
    message: MessageRef
    by: Member
    emoji: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ThreadNamed:
    """A thread or forum topic was opened, or got another title. ``place`` is the thread itself.

    ``by`` is who opened it; with ``renamed`` nobody tells who did that.
    """

    key: str
    place: Place
    title: str
    by: Member
    at: datetime
    renamed: bool = False


@dataclass(frozen=True, slots=True)
class MemberRenamed:
    """Somebody goes by another name here now: a nickname, a shown name or an @name."""

    key: str
    space: SpaceRef
    member: Member
    at: datetime


@dataclass(frozen=True, slots=True)
class SanctionLifted:
    """Somebody ended a mute or a ban with the messenger's own means, not through the bot."""

    key: str
    space: SpaceRef
    user: UserRef
    sanction: Sanction
    by: UserRef
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class MemberJoined:
    """Somebody came in; ``added_by`` is who brought her in by hand, where the messenger tells."""

    key: str
    space: SpaceRef
    member: Member
    at: datetime
    added_by: UserRef | None = None


@dataclass(frozen=True, slots=True)
class MemberLeft:
    key: str
    space: SpaceRef
    user: UserRef
    at: datetime


@dataclass(frozen=True, slots=True)
class JoinRequested:
    """Somebody asks to be let in and waits outside; ``about`` is what they say of themselves."""

    key: str
    space: SpaceRef
    member: Member
    at: datetime
    about: str = ""


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """The messenger's own line in a chat about people who came (``came``) or went."""

    key: str
    ref: MessageRef
    came: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class RightsChanged:
    """The bot's own rights in a space changed, it was added (``added_by``) or removed (``present`` is False)."""

    key: str
    space: SpaceRef
    present: bool
    at: datetime
    added_by: UserRef | None = None


@dataclass(frozen=True, slots=True)
class SpaceReady:
    """A space can be acted in from now on: its messenger has connected, or the config was read anew.

    The runtime makes it, not an adapter.
    """

    key: str
    space: SpaceRef
    at: datetime


@dataclass(frozen=True, slots=True)
class TimerFired:
    """A timer of the runtime's table came due."""

    key: str
    community: str
    kind: str
    subject: str
    args: Mapping[str, object] = field(default_factory=dict[str, object])
    at: datetime = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class AbilityLost:
    """The platform forbids again and again what the bot tries in a space; the runtime has stopped trying.

    ``ability`` is the capability's name, as staff are told it.
    """

    key: str
    space: SpaceRef
    ability: str
    at: datetime


Event: TypeAlias = (
    MessagePosted
    | MessageEdited
    | MessageDeleted
    | NativelyBlocked
    | ReactionChanged
    | PollEvent
    | ThreadNamed
    | MemberRenamed
    | SanctionLifted
    | MemberJoined
    | MemberLeft
    | JoinRequested
    | ServiceLine
    | RightsChanged
    | SpaceReady
    | AbilityLost
    | Interaction
    | TimerFired
)


def space_of(event: Event) -> SpaceRef | None:  # one line for each kind
    """The space an event belongs to; None for private chats and timers."""
    match event:
        case MessagePosted(message=message) | MessageEdited(message=message) | NativelyBlocked(message=message):
            return message.ref.place.space
        case (
            MessageDeleted(ref=ref)
            | ReactionChanged(message=ref)
            | ServiceLine(ref=ref)
            | PollVoted(message=ref)
            | PollRecounted(message=ref)
        ):
            return ref.place.space
        case (
            MemberRenamed(space=space)
            | SanctionLifted(space=space)
            | MemberJoined(space=space)
            | MemberLeft(space=space)
            | JoinRequested(space=space)
        ):
            return space
        case RightsChanged(space=space) | SpaceReady(space=space) | AbilityLost(space=space):
            return space
        case (
            ThreadNamed(place=place)
            | CommandInvoked(place=place)
            | ButtonPressed(place=place)
            | FormSubmitted(place=place)
        ):
            return place.space
        case TimerFired():
            return None
    assert_never(event)
