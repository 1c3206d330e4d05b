"""What may happen twice, and what may not: the classes of effects that docs/architecture.md tells of."""

from datetime import datetime, timedelta
from enum import StrEnum, auto
from typing import assert_never

from bot.core.actions import (
    Action,
    Answer,
    Ask,
    CloseThread,
    Delete,
    Edit,
    OpenThread,
    Pardon,
    Punish,
    RemoveThread,
    Sanction,
    Schedule,
    Send,
    Whisper,
)
from bot.core.capabilities import Capabilities, Capability
from bot.core.decisions import Step
from bot.core.doors import Admit, GiveRole, Invite, SetPace, SetRights, Survey
from bot.core.native_filters import SetFilters
from bot.core.native_polls import ClosePoll, OpenPoll

NONCE_HOLDS = timedelta(minutes=3)
"""Discord deduplicates a nonce for "the past few minutes"."""


class Effect(StrEnum):
    """What an unknown outcome means for an action."""

    NATURAL = auto()
    """Done twice is done once: delete, edit, punish, pardon."""
    KEYED = auto()
    """The platform deduplicates by our nonce, for a while."""
    PLAIN = auto()
    """Nobody can tell: a message that may or may not have been sent."""


def effect(action: Action, can: Capabilities) -> Effect:
    """The class of ``action`` where it is going to happen."""
    match action:
        case Delete() | CloseThread() | RemoveThread() | Edit() | Punish() | Pardon() | SetFilters():
            return Effect.NATURAL
        case Survey() | SetRights() | SetPace() | Admit() | GiveRole() | Invite() | Schedule():
            return Effect.NATURAL
        case ClosePoll():
            return Effect.NATURAL
        case Send() | Whisper() | OpenPoll():
            return Effect.KEYED if Capability.NONCE in can else Effect.PLAIN
        case Answer() | Ask() | OpenThread():
            return Effect.PLAIN
    assert_never(action)


def may_repeat(kind: Effect, tried_at: datetime, now: datetime) -> bool:
    """Whether trying again after an unknown outcome cannot be seen by anybody."""
    return kind is Effect.NATURAL or (kind is Effect.KEYED and now - tried_at < NONCE_HOLDS)


def vanishes(action: Action) -> bool:
    """Whether "not there" after an attempt whose answer was lost means that it worked."""
    match action:
        case Delete() | RemoveThread() | Pardon() | Admit() | Punish(sanction=Sanction.KICK):
            return True
        case _:
            return False


def is_fleeting(action: Step) -> bool:
    """Whether nothing is lost when it is not kept: words that answer a press in a group die with its ticket anyway."""
    if not isinstance(action, Answer) or action.rows or action.files:
        return False
    return action.ticket.is_press and not action.place.is_direct


def is_important(action: Action) -> bool:
    """Whether it is rather said twice, visibly repeated, than not at all."""
    # An empty thread too many is closed by a hand; a conversation that nobody sees is lost.
    return isinstance(action, OpenThread | OpenPoll) or (isinstance(action, Send | Whisper) and action.important)
