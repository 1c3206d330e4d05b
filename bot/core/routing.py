"""How an action travels: how urgently, through which place's messenger, and in whose language."""

from enum import IntEnum
from typing import assert_never

from bot.core.actions import (
    Action,
    Answer,
    Ask,
    Audience,
    CloseThread,
    Delete,
    Edit,
    OpenThread,
    Pardon,
    Punish,
    RemoveThread,
    Schedule,
    Send,
    Whisper,
)
from bot.core.doors import Admit, GiveRole, Invite, SetPace, SetRights, Survey
from bot.core.ids import ChannelRef, Place, UserRef
from bot.core.native_filters import SetFilters
from bot.core.native_polls import ClosePoll, OpenPoll


class Lane(IntEnum):
    """How urgent an action is; a lower lane waits for a higher one."""

    PUNISH = 0
    ANSWER = 1
    NOTICE = 2
    BULK = 3


def lane(action: Action) -> Lane:
    """The lane in which a platform's flood control should let ``action`` pass."""
    match action:
        case Delete() | RemoveThread() | Punish() | Pardon():
            return Lane.PUNISH
        case Survey() | SetRights() | SetPace() | Admit() | GiveRole() | Invite():
            return Lane.PUNISH
        case Answer() | Ask():
            return Lane.ANSWER
        case Whisper(quiet=True) | SetFilters() | Schedule():
            return Lane.BULK
        case Whisper() | Edit() | Send() | OpenThread() | CloseThread() | OpenPoll() | ClosePoll():
            return Lane.NOTICE
    assert_never(action)


def where(action: Action) -> Place:
    """The place whose platform carries ``action`` out, and whose capabilities count."""
    match action:
        case Send() | Answer() | Ask() | OpenThread() | CloseThread() | RemoveThread() | SetPace() | OpenPoll():
            return action.place
        case Edit() | ClosePoll():
            return action.message.place
        case Delete():
            return action.messages[0].place
        case Whisper():
            return Place(ChannelRef(action.user.platform, action.user.native))
        case Punish() | Pardon() | Survey() | SetRights() | Admit() | GiveRole() | Invite() | SetFilters() | Schedule():
            return Place(ChannelRef(action.space.platform, action.space.native), action.space)
    assert_never(action)


def reader(action: Action) -> UserRef | None:
    """The one person it speaks to, in whose language it should be said; None for a public."""
    match action:
        case Answer():
            return action.actor if action.audience is Audience.ONLY_ACTOR else None
        case Whisper():
            return action.user
        case Ask():
            return action.actor
        case Send():
            return action.reader
        case Edit() | Delete() | Punish() | Pardon() | OpenThread() | CloseThread() | RemoveThread() | SetFilters():
            return None
        case (
            Survey() | SetRights() | SetPace() | Admit() | GiveRole() | Invite() | Schedule() | OpenPoll() | ClosePoll()
        ):
            return None
    assert_never(action)
