"""A fuse for each space and ability: what the platform forbids again and again is not asked for any more.

Discord bans an address after 10,000 invalid answers in ten minutes, and a bot that was demoted in the middle of a raid
gets there in no time. A fuse blows after a few refusals, is told to staff once, and is whole again when the rights
change, when the ability is there again, or after a while.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
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
from bot.core.doors import Admit, GiveRole, Invite, SetPace, SetRights, Survey
from bot.core.ids import Place, SpaceRef
from bot.core.native_filters import SetFilters
from bot.core.native_polls import ClosePoll, OpenPoll
from bot.core.receipts import Attempt, Refusal, Refused

MOST_REFUSALS = 3
AT_ONCE = 2
"""Calls of one ability in one space at a time: when the bot is demoted, no more than these are on their way."""
RESTS = timedelta(minutes=10)
MOST_FUSES = 2_000
NOT_TRIED = "not tried: the platform has forbidden this again and again"


@dataclass(frozen=True, slots=True)
class Key:
    """One ability in one spot of a space; ``spot`` is a channel where the right may differ by channel, else empty."""

    space: SpaceRef
    ability: Capability
    spot: str = ""


_SANCTIONS = {
    Sanction.MUTE: Capability.MUTE,
    Sanction.KICK: Capability.KICK,
    Sanction.BAN: Capability.BAN,
}


@dataclass(slots=True)
class _Fuse:
    refusals: int = 0
    last: datetime | None = None
    turn: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))


class Breaker:
    """Asked before each call that needs a right, and told how it went."""

    def __init__(self) -> None:
        self._blown: Callable[[SpaceRef, Capability], None] = _nobody
        self._fuses: dict[Key, _Fuse] = {}
        self._lost: dict[tuple[SpaceRef, Capability], datetime] = {}

    def tells(self, blown: Callable[[SpaceRef, Capability], None]) -> None:
        """Say whom to tell, once, when a fuse blows."""
        self._blown = blown

    def turn(self, key: Key) -> asyncio.Semaphore:
        """A place among the few calls of this kind that may be under way."""
        return self._fuse(key).turn

    def is_blown(self, key: Key, can: Capabilities, now: datetime) -> bool:
        """Whether there is no point in asking now."""
        lost = self._lost.get((key.space, key.ability))
        if lost is not None and key.ability not in can and now - lost < RESTS:
            return True
        fuse = self._fuses.get(key)
        return fuse is not None and fuse.refusals >= MOST_REFUSALS and fuse.last is not None and now - fuse.last < RESTS

    def note(self, key: Key, attempt: Attempt, can: Capabilities, now: datetime) -> None:
        """Learn from how a call went; ``can`` is what the platform says afterwards."""
        fuse, whole = self._fuse(key), (key.space, key.ability)
        if not (isinstance(attempt, Refused) and attempt.why is Refusal.FORBIDDEN):
            fuse.refusals = 0
            return
        fuse.refusals, fuse.last = fuse.refusals + 1, now
        if fuse.refusals < MOST_REFUSALS and key.ability in can:
            return
        told = self._lost.get(whole)
        self._lost[whole] = now
        if told is None:
            self._blown(*whole)

    def mend(self, space: SpaceRef) -> None:
        """The rights in this space changed: try again."""
        self._lost = {whole: at for whole, at in self._lost.items() if whole[0] != space}
        for key, fuse in self._fuses.items():
            if key.space == space:
                fuse.refusals = 0

    def _fuse(self, key: Key) -> _Fuse:
        fuse = self._fuses.get(key)
        if fuse is None:
            if len(self._fuses) >= MOST_FUSES:
                self._fuses = {k: f for k, f in self._fuses.items() if f.refusals or f.turn.locked()}
            fuse = self._fuses[key] = _Fuse()
        return fuse


def _nobody(_space: SpaceRef, _ability: Capability) -> None:
    """Nobody asked to be told yet."""


def key_of(action: Action) -> Key | None:  # noqa: PLR0911, C901  # one line for each kind of action
    """The space and the ability that an action leans on; None where nothing can be taken from the bot."""
    match action:
        case Punish(space=space, sanction=sanction) | Pardon(space=space, sanction=sanction):
            ability = _SANCTIONS.get(sanction)
            return None if ability is None else Key(space, ability)
        case Delete(messages=messages):
            return _in_place(messages[0].place, Capability.DELETE)
        case RemoveThread(place=place):
            return _in_place(place, Capability.REMOVE_THREAD)
        case OpenThread(place=place) | CloseThread(place=place):
            return _in_place(place, Capability.THREADS)
        case SetFilters(space=space):
            return Key(space, Capability.FILTER)
        case SetRights(space=space):
            return Key(space, Capability.RIGHTS)
        case SetPace(place=place):
            return _in_place(place, Capability.PACE)
        case Admit(space=space) | Invite(space=space):
            return Key(space, Capability.ADMIT)
        case GiveRole(space=space):
            return Key(space, Capability.ROLES)
        case Send() | Answer() | Whisper() | Ask() | Edit() | Survey() | Schedule() | OpenPoll() | ClosePoll():
            # What is said has somewhere else to be said, and must be tried; to look on takes nothing from anybody.
            return None
    assert_never(action)


def _in_place(place: Place, ability: Capability) -> Key | None:
    return None if place.space is None else Key(place.space, ability, place.channel.native)
