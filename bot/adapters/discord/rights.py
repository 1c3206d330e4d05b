"""Discord's permissions as ranks and capabilities."""

from collections.abc import Iterable

import discord

from bot.core.capabilities import Capabilities, Capability, Limits
from bot.core.events import (
    Event,
    MemberJoined,
    MemberLeft,
    MemberRenamed,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    ReactionChanged,
    RightsChanged,
    ServiceLine,
    ThreadNamed,
)
from bot.core.interactions import ButtonPressed, CommandInvoked, FormSubmitted
from bot.core.native_filters import NativelyBlocked
from bot.core.native_polls import PollRecounted, PollVoted
from bot.core.people import Rank

LARGEST_FILE = 10 * 1024 * 1024
"""Bytes that a bot may send where nobody pays for more."""
LIMITS = Limits(text=2000, buttons_per_row=5, rows=5, delete_batch=100, file=LARGEST_FILE)

_DIRECT = frozenset(
    {
        Capability.SEND,
        Capability.PRIVATE_ANSWER,
        Capability.WHISPER,
        Capability.BUTTONS,
        Capability.EDIT,
        Capability.FORM,
        Capability.NONCE,
    }
)
_ANYWHERE = _DIRECT - {Capability.SEND}  # answering an interaction needs no permission in the channel
_BY_RIGHT = (
    (discord.Permissions(manage_messages=True), Capability.DELETE),
    (discord.Permissions(moderate_members=True), Capability.MUTE),
    (discord.Permissions(kick_members=True), Capability.KICK),
    (discord.Permissions(ban_members=True), Capability.BAN),
)
_DOORS = (
    (discord.Permissions(manage_channels=True), Capability.PACE),
    (discord.Permissions(manage_roles=True), Capability.RIGHTS),
    (discord.Permissions(manage_roles=True), Capability.ROLES),
)
_MANAGES = discord.Permissions(administrator=True), discord.Permissions(manage_guild=True)
_MODERATES = tuple(right for right, _ in _BY_RIGHT)

_ASKED: frozenset[type[Event]] = frozenset({CommandInvoked, ButtonPressed, FormSubmitted})
_SEEN: frozenset[type[Event]] = frozenset({MessagePosted, MessageEdited, MessageDeleted, ServiceLine})
_SPACE_ONLY: frozenset[type[Event]] = frozenset({ReactionChanged, ThreadNamed, PollVoted, PollRecounted})
_PEOPLE: frozenset[type[Event]] = frozenset({MemberJoined, MemberLeft, MemberRenamed, RightsChanged})


def rank(*, is_owner: bool, permissions: Iterable[discord.Permissions], pending: bool = False) -> Rank:
    """What the permissions of somebody's roles, taken together, make of them here."""
    if is_owner:
        return Rank.OWNER
    held = discord.Permissions()
    for each in permissions:
        held |= each
    if any(right.is_subset(held) for right in _MANAGES):
        return Rank.MANAGER
    if any(right.is_subset(held) for right in _MODERATES):
        return Rank.MODERATOR
    return Rank.GUEST if pending else Rank.MEMBER


def native(asked: Rank) -> discord.Permissions | None:
    """The permission behind which Discord hides a command of this rank; None for everybody's."""
    if asked >= Rank.OWNER:
        return discord.Permissions(administrator=True)
    if asked >= Rank.MANAGER:
        return discord.Permissions(manage_guild=True)
    if asked >= Rank.MODERATOR:
        return discord.Permissions(moderate_members=True)
    return None


def in_private() -> Capabilities:
    """What can be done in a direct conversation."""
    return Capabilities(_DIRECT, LIMITS, _ASKED | _SEEN)


def nothing() -> Capabilities:
    """What can be done in a space that the bot is not in."""
    return Capabilities(frozenset(), LIMITS)


def in_channel(
    held: discord.Permissions, *, is_thread: bool = False, is_forum: bool = False, has_threads: bool = True
) -> Capabilities:
    """What the bot's effective permissions in one channel allow."""
    held = discord.Permissions.all() if held.administrator else held
    has = set(_ANYWHERE)
    may_write = held.send_messages_in_threads if is_thread else held.send_messages
    if held.view_channel and may_write and not is_forum:
        has.add(Capability.SEND)
    # A post in a forum is a message; in a thread it is about closing it, which its opener may.
    may_open = held.create_public_threads and held.send_messages_in_threads
    if held.view_channel and has_threads and (may_write if is_forum or is_thread else may_open):
        has.add(Capability.THREADS)
    has.update(ability for right, ability in (*_BY_RIGHT, *_DOORS) if right.is_subset(held))
    if held.manage_threads:
        has.add(Capability.REMOVE_THREAD)
    if held.manage_guild:
        has.add(Capability.FILTER)
    if held.manage_events or held.create_events:
        has.add(Capability.SCHEDULE)
    if not held.view_channel:
        has.discard(Capability.DELETE)
    seen = _SEEN | _SPACE_ONLY if held.view_channel else frozenset[type[Event]]()
    # Discord tells of its AutoMod only those who may manage it.
    told = frozenset[type[Event]]({NativelyBlocked} if held.manage_guild else ())
    return Capabilities(frozenset(has), LIMITS, _ASKED | _PEOPLE | seen | told)
