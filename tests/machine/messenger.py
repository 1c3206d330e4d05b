"""A messenger that is as hard on the bot as any real one, so that nothing comes out right by luck.

Who leaves loses her mute, a mute of the one ends after 28 days whatever was asked for and one of the other never,
bans end only when somebody lifts them, and whoever is not there can be neither muted nor kicked.
"""

from datetime import timedelta

from bot.core.actions import Pardon, Punish, Sanction
from bot.core.ids import DISCORD, Platform, SpaceRef, UserRef
from bot.core.people import Member, Rank
from bot.core.receipts import Done, Receipt, Refusal, Refused
from tests.fakes.clock import StillClock
from tests.fakes.platform import FakePlatform

LONGEST_MUTE = timedelta(days=28)


class HardMessenger(FakePlatform):
    """Knows of everybody separately whether she is there, muted, or banned."""

    def __init__(self, name: Platform, clock: StillClock) -> None:
        super().__init__(name)
        self._clock = clock
        self._muted: dict[tuple[SpaceRef, UserRef], object] = {}
        self._banned: set[tuple[SpaceRef, UserRef]] = set()

    def is_there(self, space: SpaceRef, user: UserRef) -> bool:
        return (space, user) in self.members

    def is_muted(self, space: SpaceRef, user: UserRef) -> bool:
        if (space, user) not in self._muted:
            return False
        end = self._muted[space, user]
        return end is None or end > self._clock.now()

    def is_banned(self, space: SpaceRef, user: UserRef) -> bool:
        return (space, user) in self._banned

    def goes(self, space: SpaceRef, user: UserRef) -> None:
        self.members.pop((space, user), None)
        self._muted.pop((space, user), None)

    def comes(self, space: SpaceRef, who: Member) -> None:
        assert (space, who.user) not in self._banned
        self.members[space, who.user] = who

    def _sanction(self, action: Punish | Pardon) -> Receipt:
        key = (action.space, action.user)
        known = self.members.get(key)
        if known is not None and known.rank >= Rank.MODERATOR:
            return Refused(Refusal.OUTRANKED)
        if action.sanction is not Sanction.BAN and known is None:
            return Refused(Refusal.GONE)
        if isinstance(action, Pardon):
            self._lift(action.sanction, key)
        else:
            self._impose(action, key)
        return Done()

    def _lift(self, sanction: Sanction, key: tuple[SpaceRef, UserRef]) -> None:
        if sanction is Sanction.BAN:
            self._banned.discard(key)
        else:
            self._muted.pop(key, None)

    def _impose(self, action: Punish, key: tuple[SpaceRef, UserRef]) -> None:
        match action.sanction:
            case Sanction.MUTE:
                latest = self._clock.now() + LONGEST_MUTE
                self._muted[key] = min(action.until or latest, latest) if self.name == DISCORD else None
            case Sanction.KICK:
                self.goes(*key)
            case Sanction.BAN:
                self.goes(*key)
                self._banned.add(key)
            case _:
                raise AssertionError(f"{action.sanction} is no deed of a messenger")
