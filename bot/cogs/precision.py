"""Measured precision: when people take back too much of what a rule did, staff are asked if it should only watch."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from bot.core.actions import Send
from bot.core.decisions import Decision, Intent, Report, decide
from bot.core.ids import Platform, UserRef
from bot.core.text import Code, Rich, lines, say
from bot.domain.cases.acts import OnlyWatch
from bot.domain.cases.precision import AGAIN, FLOOR, is_too_low, proposal, switched
from bot.domain.moderation.policy import Mode, Rule, guards_against_scams
from bot.runtime.auditing import line_of
from bot.runtime.cog import Cog, composes, pressed
from bot.runtime.community import Community
from bot.runtime.context import Context, Scene
from bot.runtime.services import Host, Services
from bot.runtime.stores import Tally, Whys

SHOWN = 1500
ITSELF = "townkeeper"
"""Who changed the config file, when a rule was made to watch by itself."""


class Precision(Cog):
    """Counts what the record holds; ``cogs: {precision: {floor: 0.9}}`` asks for more than four right out of five."""

    name: ClassVar[str] = "precision"

    def __init__(self, whys: Whys, host: Host) -> None:
        self._whys = whys
        self._host = host
        self._proposed: dict[tuple[str, str], int] = {}

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.whys, services.host)

    @composes("rule-precision")
    async def overturned(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Look at a rule that was just found to be wrong, and ask staff about it, not again at every case."""
        del report
        name, community, platform = str(args["rule"]), scene.community, Platform(str(args["platform"]))
        rule = _acting(community, name)
        if community.cogs.get(self.name) is False or rule is None:
            return ()
        tally = (await self._whys.tallies(community.key)).get(name, Tally())
        if not is_too_low(tally.verdicts, tally.overturned, _floor(community, rule)):
            return ()
        staff = scene.directory.staff_for(platform)
        if rule.watches_by_itself and not guards_against_scams(rule):
            # Writing the file is repeatable, so it may happen before anything is committed.
            check = await self._host.only_watch(community.key, name, UserRef(platform, ITSELF))
            if not check.faults:
                body, rows = switched(name, tally.verdicts, tally.overturned)
                return () if staff is None else (Intent(Send(staff, body, rows, important=True)),)
        before = self._proposed.get((community.key, name))
        if staff is None or (before is not None and before <= tally.verdicts < before + AGAIN):
            return ()
        self._proposed[community.key, name] = tally.verdicts
        body, rows = proposal(name, tally.verdicts, tally.overturned)
        return (Intent(Send(staff, body, rows, important=True)),)

    @pressed(OnlyWatch)
    async def only_watch(self, ctx: Context, press: OnlyWatch) -> Decision:
        """Let a rule watch that acted so far."""
        check = await self._host.only_watch(ctx.community.key, press.rule, ctx.actor.user)
        if check.faults:
            faults = "\n\n".join(check.faults)[:SHOWN]
            return ctx.answer(lines(say("config-faults", count=len(check.faults)), Rich((Code(faults),))))
        audit = line_of(ctx, "only watch", press.rule)
        return decide(ctx.say(say("watching-now", rule=press.rule)), rows=(audit,))


def _acting(community: Community, name: str) -> Rule | None:
    return next((one for one in community.policy.rules if one.name == name and one.mode is Mode.ON), None)


def _floor(community: Community, rule: Rule) -> float:
    """The rule's own, else the community's, else ours."""
    if rule.floor is not None:
        return rule.floor
    settings = community.cogs.get(Precision.name)
    wanted = settings.get("floor") if isinstance(settings, Mapping) else None
    return float(wanted) if isinstance(wanted, int | float) else FLOOR
