"""What the bot can do in a private chat and in a group, by the rights it has there."""

from bot.adapters.telegram.standing import Standing
from bot.adapters.telegram.views import BUTTONS_PER_ROW, MOST_ROWS
from bot.core.capabilities import Capabilities, Capability, Limits
from bot.core.events import (
    Event,
    JoinRequested,
    MemberJoined,
    MemberLeft,
    MessageEdited,
    MessagePosted,
    ReactionChanged,
    RightsChanged,
    ServiceLine,
    ThreadNamed,
)
from bot.core.interactions import ButtonPressed, CommandInvoked, FormSubmitted
from bot.core.native_polls import PollVoted

_LIMITS = Limits(
    text=4096,
    buttons_per_row=BUTTONS_PER_ROW,
    rows=MOST_ROWS,
    delete_batch=100,
    file=50 * 1024 * 1024,
)
_HEARD: frozenset[type[Event]] = frozenset({CommandInvoked, ButtonPressed, FormSubmitted, RightsChanged})
_PRIVATE = frozenset(
    {
        Capability.SEND,
        Capability.RESEND,
        Capability.PRIVATE_ANSWER,
        Capability.WHISPER,
        Capability.BUTTONS,
        Capability.EDIT,
        Capability.FORM,
        Capability.DELETE,
    }
)
_BY_RIGHT = {
    "can_delete_messages": frozenset({Capability.DELETE, Capability.REMOVE_THREAD}),
    "can_restrict_members": frozenset({Capability.KICK, Capability.BAN, Capability.MUTE, Capability.RIGHTS}),
    "can_invite_users": frozenset({Capability.ADMIT}),
    "can_manage_topics": frozenset({Capability.THREADS}),  # a group without topics says so when it is asked for one
}
_SUPERGROUPS_ONLY = frozenset({Capability.MUTE, Capability.RIGHTS})
_GROUP = frozenset(
    {
        Capability.SEND,
        Capability.RESEND,
        Capability.WHISPER,
        Capability.DEEP_LINK,
        Capability.ALERT,
        Capability.BUTTONS,
        Capability.FORM,
        Capability.EDIT,
    }
)
IN_PRIVATE = Capabilities(_PRIVATE, _LIMITS, _HEARD | {MessagePosted, MessageEdited})


def in_group(own: Standing, *, reads_all: bool, is_super: bool) -> Capabilities:
    """What can be done in a group now; ``reads_all`` where the bot has no privacy mode."""
    has = {c for c in _GROUP if own.present}
    for right, abilities in _BY_RIGHT.items():
        if right in own.may:
            has |= abilities
    if not is_super:
        has -= _SUPERGROUPS_ONLY
    sees = set(_HEARD)
    if own.admin or reads_all:
        sees |= {MessagePosted, MessageEdited, ThreadNamed}
    sees |= {ServiceLine, PollVoted}
    if own.admin:
        sees |= {MemberJoined, MemberLeft, ReactionChanged}
    if "can_invite_users" in own.may:
        sees.add(JoinRequested)
    return Capabilities(frozenset(has), _LIMITS, frozenset(sees))
