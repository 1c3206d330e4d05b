"""Who waits before the gate, how that is kept, and what keeps people out, lets them in and takes them away."""

import json
from dataclasses import dataclass

from bot.core.actions import Pardon, Punish, Sanction
from bot.core.decisions import Step
from bot.core.doors import Admit, GiveRole
from bot.core.ids import DISCORD, Platform, SpaceRef, UserRef
from bot.core.text import say
from bot.core.ui import Button, Rows, Tone
from bot.domain.gate.plan import GatePlan
from bot.domain.gate.presses import Enter


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody before the gate. ``requested``: outside the space, by a request to join."""

    tries: int = 0
    requested: bool = False


def kept_out(plan: GatePlan, space: SpaceRef, user: UserRef) -> list[Step]:
    """Discord keeps people out by roles, Telegram by restricting them; what is left, the bot takes away itself."""
    unverified = plan.unverified.get(space.platform)
    if unverified is not None:
        return [GiveRole(space, user, unverified, reason="new here")]
    if _has_roles(space.platform):
        return []
    return [Punish(space, user, Sanction.MUTE, "new here")]


def let_in(plan: GatePlan, space: SpaceRef, user: UserRef, still: Punish | None = None) -> list[Step]:
    """What opens the space to somebody; ``still`` is the mute that holds for another reason, and outlives the gate."""
    role, unverified = plan.role.get(space.platform), plan.unverified.get(space.platform)
    steps: list[Step] = []
    if role is not None:
        steps.append(GiveRole(space, user, role, reason="passed the gate"))
    if unverified is not None:
        steps.append(GiveRole(space, user, unverified, take=True, reason="passed the gate"))
    if not _has_roles(space.platform):
        steps.append(still or Pardon(space, user, Sanction.MUTE, "passed the gate"))
    return steps


def _has_roles(platform: Platform) -> bool:
    return str(platform).endswith(str(DISCORD))


def removed(space: SpaceRef, user: UserRef, waiting: Waiting) -> Step:
    if waiting.requested:
        return Admit(space, user, welcome=False, reason="did not pass the gate")
    return Punish(space, user, Sanction.KICK, "did not pass the gate")


def enter(space: SpaceRef, user: UserRef | None = None) -> Rows:
    """The button at the gate; only where it stands in public for one person is it hers alone."""
    return ((Button(say("button-gate"), Enter(space), Tone.GOOD, only=user, private=True),),)


def name_of(what: str, space: SpaceRef, user: UserRef) -> str:
    return f"{what} {space} {user}"


def written(waiting: Waiting) -> str:
    return json.dumps([waiting.tries, waiting.requested])


def read(text: str | None) -> Waiting | None:
    return None if text is None else Waiting(*json.loads(text))
