"""What the bot may do in each pretend messenger: the promises the real ones make."""

from bot.core.capabilities import Capabilities, Capability, Limits
from bot.core.events import Event, MemberJoined, MemberLeft, MessageDeleted, MessageEdited, MessagePosted
from bot.core.ids import DISCORD, Platform
from bot.core.interactions import ButtonPressed, CommandInvoked, FormSubmitted
from bot.core.people import Rank

_BASIC = frozenset({Capability.SEND, Capability.WHISPER, Capability.BUTTONS, Capability.FORM, Capability.EDIT})
_RIGHTS = frozenset({Capability.DELETE, Capability.MUTE, Capability.KICK, Capability.BAN, Capability.RIGHTS})
_SEES: frozenset[type[Event]] = frozenset(
    {
        MessagePosted,
        MessageEdited,
        MemberJoined,
        MemberLeft,
        CommandInvoked,
        ButtonPressed,
        FormSubmitted,
    }
)
_DISCORD = Limits(text=2000)
_TELEGRAM = Limits(
    text=4096,
    buttons_per_row=8,
    rows=25,
)


def capabilities(dialect: Platform, *, direct: bool) -> Capabilities:
    """What the bot can do in a private chat, or in a place of the space."""
    limits = _DISCORD if dialect == DISCORD else _TELEGRAM
    if direct:
        return Capabilities(_BASIC | {Capability.PRIVATE_ANSWER, Capability.NONCE}, limits, _SEES)
    if dialect == DISCORD:
        doors = {Capability.PACE, Capability.ROLES}
        can = _BASIC | _RIGHTS | doors | {Capability.PRIVATE_ANSWER, Capability.NONCE}
        return Capabilities(can, limits, _SEES | {MessageDeleted})
    # Telegram never tells of deletions, and its groups know no message for one reader.
    return Capabilities(_BASIC | _RIGHTS | {Capability.DEEP_LINK, Capability.ALERT}, limits, _SEES)


def is_out_of_reach(rank: Rank) -> bool:
    """Whether the messenger itself protects this person from the bot: its administrators, everywhere."""
    return rank >= Rank.MODERATOR
