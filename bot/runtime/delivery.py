"""Carry one action out, here or where it can be: lower, seal, perform, and what to try after a no."""

import asyncio
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core.actions import Action, Delete, Send, Whisper
from bot.core.capabilities import Capabilities
from bot.core.decisions import Decision
from bot.core.ids import MessageRef, Place, Platform
from bot.core.lowering import after_refusal, lower
from bot.core.ports import ChatPlatform, Clock
from bot.core.receipts import Attempt, Done, Refusal, Refused
from bot.core.record import Timer
from bot.core.routing import reader, where
from bot.core.text import Voice, Voices
from bot.runtime.breaker import NOT_TRIED, Breaker, key_of
from bot.runtime.carrying import Carrying
from bot.runtime.communities import Communities
from bot.runtime.languages import Languages
from bot.runtime.presses import Sealer
from bot.runtime.queue import Ledger, Presses

VANISH = "vanish"
"""The kind of timer that takes a message away again."""

_UNASKED = Capabilities(frozenset())


@dataclass(frozen=True, slots=True)
class Speech:
    """Who is spoken to in which words."""

    voices: Voices
    languages: Languages
    communities: Communities


class Delivery:
    """Performs single actions on the platform they name, once that platform is connected."""

    def __init__(
        self,
        platforms: Mapping[Platform, ChatPlatform],
        speech: Speech,
        buttons: tuple[Sealer, Presses],
        ledger: Ledger,
        clock: Clock,
    ) -> None:
        self._platforms = platforms
        self._speech = speech
        self._sealer, self._presses = buttons
        self._ledger = ledger
        self._clock = clock
        self.breaker = Breaker()
        self._carrying = Carrying(platforms)
        self._connected = {name: asyncio.Event() for name in platforms}
        self._wake: Callable[[], None] | None = None

    def wakes(self, wake: Callable[[], None]) -> None:
        """Say whom to wake when a message got its time to vanish."""
        self._wake = wake

    def connected(self, platform: Platform) -> None:
        """Let actions for this platform go; until then they wait."""
        self._connected[platform].set()

    def is_connected(self, platform: Platform) -> bool:
        return self._connected[platform].is_set()

    async def capabilities(self, place: Place) -> Capabilities | None:
        """What can be done there; None for a platform that is not configured."""
        platform = self._platforms.get(place.platform)
        if platform is None:
            return None
        await self._connected[place.platform].wait()
        return await platform.capabilities(place)

    async def attempt(self, community: str, action: Action, nonce: str) -> Attempt:
        """Try ``action`` and, after a refusal that has one, its fallback."""
        attempt = await self._lowered(community, action, nonce)
        if not isinstance(attempt, Refused):
            return attempt
        otherwise = after_refusal(action, attempt)
        if otherwise is None:
            return attempt
        second = await self.attempt(community, otherwise, nonce + "o")
        if isinstance(second, Done) and isinstance(action, Whisper) and isinstance(otherwise, Send):
            return replace(second, aloud=True)
        return attempt if isinstance(second, Refused) else second

    async def _lowered(self, community: str, action: Action, nonce: str) -> Attempt:
        here = where(action)
        can = await self.capabilities(here)
        if can is None:
            return Refused(Refusal.UNREACHABLE, f"{here.platform} is not connected")
        attempt: Attempt = Refused(Refusal.UNREACHABLE)
        worst: Attempt | None = None
        for number, step in enumerate(lower(action, can)):
            native = where(step) == here
            carry = self._native if native else self.attempt
            attempt = await carry(community, step, f"{nonce}.{number}")
            if not isinstance(attempt, Done):
                # One batch of a deletion that is refused must not keep the others from going.
                worst = worst or attempt
                if not isinstance(action, Delete):
                    break
        return worst or attempt

    async def _native(self, community: str, action: Action, nonce: str) -> Attempt:
        home = self._speech.communities.get(community)
        if home is None:
            return Refused(Refusal.GONE, f"no community is called {community}")
        now = self._clock.now()
        sealed, rows = self._sealer.seal(action, community, now)
        if rows:
            # Committed before they are sent: a button that somebody can press always means something.
            await self._presses.keep(rows)
        in_public = isinstance(action, Send) and not action.place.is_direct
        language = await self._speech.languages.of(home.community, reader(action), in_public=in_public)
        attempt = await self._guarded(sealed, self._speech.voices.of(language), short_nonce(nonce))
        if isinstance(action, Send) and action.vanish_after and isinstance(attempt, Done) and attempt.message:
            await self._vanish(community, attempt.message, now + action.vanish_after)
        return attempt

    async def _guarded(self, action: Action, voice: Voice, nonce: str) -> Attempt:
        """Perform it, unless the platform has forbidden the like again and again."""
        here, key = where(action), key_of(action)
        platform = self._platforms[here.platform]
        if key is None:
            return await self._carrying.perform(action, voice, nonce)
        async with self.breaker.turn(key):
            if self.breaker.is_blown(key, await platform.capabilities(here), self._clock.now()):
                return Refused(Refusal.FORBIDDEN, NOT_TRIED)
            attempt = await self._carrying.perform(action, voice, nonce)
            if isinstance(attempt, Refused) and attempt.why is Refusal.FORBIDDEN:
                can = await platform.capabilities(here)
                self.breaker.note(key, attempt, can, self._clock.now())
            else:
                self.breaker.note(key, attempt, _UNASKED, self._clock.now())
        return attempt

    async def _vanish(self, community: str, message: MessageRef, at: datetime) -> None:
        subject = f"{message.place.channel}/{message.native}"
        timer = Timer(VANISH, subject, at, {"message": message})
        await self._ledger.commit(community, "", Decision(rows=(timer,)), self._clock.now())
        if self._wake is not None:
            self._wake()


def short_nonce(name: str) -> str:
    """At most 25 characters (Discord's limit), the same for the same name."""
    return hashlib.sha256(name.encode()).hexdigest()[:25]
