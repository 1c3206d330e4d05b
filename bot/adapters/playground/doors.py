"""What everybody may do in the pretend space, and its slow mode."""

from bot.adapters.playground.world import Side
from bot.core.doors import Admit, DoorAction, GiveRole, Invite, Right, SetPace, SetRights, Snapshot, Survey
from bot.core.ids import DISCORD, TELEGRAM
from bot.core.receipts import Done, Refusal, Refused

WORDS = {
    Right.SPEAK: "write",
    Right.LINKS: "show links",
    Right.MEDIA: "send media",
    Right.INVITE: "invite",
    Right.JOIN: "join",
}


class Doors:
    """As each real messenger would: Telegram has no slow mode for bots, and no roles."""

    def __init__(self, side: Side) -> None:
        self._side = side

    def carry_out(self, action: DoorAction) -> Done | Refused:
        match action:
            case Survey():
                shut = ",".join(sorted(right.value for right in self._side.shut))
                paces = tuple((place, self._side.pace) for place in action.places if self._side.dialect == DISCORD)
                return Done(found=Snapshot(shut, paces))
            case SetRights():
                before = {Right(word) for word in action.before.native.split(",") if word}
                self._side.shut = frozenset(before | action.shut)
                return Done()
            case SetPace() if self._side.dialect == DISCORD:
                return self._slow(action)
            case GiveRole() if self._side.dialect == DISCORD:
                return self._give(action)
            case Invite() if self._side.dialect == TELEGRAM:
                self._side.links += 1
                return Done(link=f"https://t.me/+playground{self._side.links}")
            case SetPace() | Admit() | GiveRole() | Invite():
                return Refused(Refusal.UNSUPPORTED, "this messenger lets no bot do that")

    def _slow(self, action: SetPace) -> Done | Refused:
        if self._side.chat(action.place) is None:
            return Refused(Refusal.GONE, "no such place")
        self._side.pace = action.every
        return Done()

    def _give(self, action: GiveRole) -> Done | Refused:
        if action.user.native not in self._side.people:
            return Refused(Refusal.GONE, "no such account")
        held = self._side.roles.setdefault(action.user.native, set())
        (held.discard if action.take else held.add)(action.role)
        return Done()
