"""What moderators do by hand: warn, mute, kick, ban, and take it back."""

from datetime import timedelta
from typing import Annotated, ClassVar, Self

from bot.core.actions import Pardon, Sanction
from bot.core.commands import Rest, command
from bot.core.decisions import NOTHING, Decision, Intent, Later, decide
from bot.core.events import TimerFired
from bot.core.people import Member, Rank
from bot.core.record import Case, Row
from bot.core.text import Body, Mention, Say, say
from bot.domain.cases.acts import LIFT, Undo, WasFine, lifting, overturned, place_of, steps, undoing
from bot.domain.cases.notice import Cite, Manner, tell
from bot.runtime.authorise import Ask, Denied, authorise
from bot.runtime.cog import Cog, due, pressed
from bot.runtime.context import Context, Scene
from bot.runtime.services import Members, Services
from bot.runtime.stores import Cases

LONGEST_MUTE = timedelta(days=28)
"""Discord's limit for a time-out; the same for both, so that one rule holds for the whole community."""
LONGEST_BAN = timedelta(days=366)
"""Telegram takes anything longer for ever."""
SHORTEST = timedelta(seconds=30)
"""Telegram takes anything shorter for ever."""


class Sanctions(Cog):
    """Every act is a numbered case: the member is told first, and the moderator hears what really happened."""

    name: ClassVar[str] = "sanctions"

    def __init__(self, cases: Cases, members: Members) -> None:
        self._cases = cases
        self._members = members

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.cases, services.members)

    @command("warn", rank=Rank.MODERATOR, target="member")
    async def warn(self, ctx: Context, member: Member, reason: Annotated[str, Rest()] = "") -> Decision:
        """Warn a member."""
        return await self._act(ctx, member, Sanction.WARN, None, reason)

    @command("mute", rank=Rank.MODERATOR, target="member")
    async def mute(
        self, ctx: Context, member: Member, lasts: timedelta, reason: Annotated[str, Rest()] = ""
    ) -> Decision:
        """Keep a member from writing for a while."""
        if not SHORTEST <= lasts <= LONGEST_MUTE:
            return ctx.answer(say("mute-too-long", shortest=SHORTEST, longest=LONGEST_MUTE))
        return await self._act(ctx, member, Sanction.MUTE, lasts, reason)

    @command("kick", rank=Rank.MODERATOR, target="member")
    async def kick(self, ctx: Context, member: Member, reason: Annotated[str, Rest()] = "") -> Decision:
        """Remove a member, who may come back."""
        return await self._act(ctx, member, Sanction.KICK, None, reason)

    @command("ban", rank=Rank.MODERATOR, target="member")
    async def ban(
        self, ctx: Context, member: Member, lasts: timedelta | None = None, reason: Annotated[str, Rest()] = ""
    ) -> Decision:
        """Remove a member, for good or for a while."""
        if lasts is not None and not SHORTEST <= lasts <= LONGEST_BAN:
            return ctx.answer(say("ban-too-long", shortest=SHORTEST, longest=LONGEST_BAN))
        return await self._act(ctx, member, Sanction.BAN, lasts, reason)

    @due(LIFT)
    async def lift(self, scene: Scene, event: TimerFired) -> Decision:
        """End a ban that was for a while, unless a newer one holds or somebody took it back."""
        number = event.args.get("case")
        case = await self._cases.find(scene.community.key, number) if isinstance(number, int) else None
        if case is None or await self._cases.undone_by(scene.community.key, case.number) is not None:
            return NOTHING
        history = await self._cases.of(scene.community.key, case.user, most=50)
        bans = (c for c in history if c.sanction is Sanction.BAN and c.space == case.space)
        newest = next(bans, case)
        if newest.number != case.number:
            return NOTHING
        return decide(Pardon(case.space, case.user, Sanction.BAN, f"case {case.number} is over"), case=case.number)

    @pressed(Undo)
    async def undo(self, ctx: Context, press: Undo) -> Decision:
        """Take a case back, as a linked case."""
        return await self._take_back(ctx, press.case, "undo-done")

    @pressed(WasFine)
    async def was_fine(self, ctx: Context, press: WasFine) -> Decision:
        """Take a case back, and count it against its rule."""
        return await self._take_back(ctx, press.case, "fine-done")

    async def _take_back(self, ctx: Context, wanted: int, key: str) -> Decision:
        community = ctx.community.key
        case = await self._cases.find(community, wanted)
        if case is None:
            return ctx.answer(say("case-unknown", case=wanted))
        before = await self._cases.undone_by(community, case.number)
        if before is not None:
            return ctx.answer(say("undo-already", case=case.number, by=before))
        target = await self._members.find(ctx.scene, case.space, case.user)
        known = target or Member(case.user, case.user_name, Rank.GUEST)
        ruling = authorise(ctx.actor, Ask(Rank.MODERATOR, known, acts_on_target=True))
        if isinstance(ruling, Denied):
            return ctx.answer(ruling.why)
        number = await self._cases.next_number(community)
        back, lifted = undoing(case, number, ctx.actor.user, ctx.actor.name, ctx.now)
        done = ctx.reply(say(key, case=case.number, by=number), refused=say("undo-refused", case=case.number))
        cards = (_card(back), Later("case-refresh", {"case": case.number}, turn=f"card {case.user}"))
        taken = Decision((back,), tuple(Intent(step, number) for step in (*lifted, done, *cards)))
        return taken.and_then(overturned(case, ctx.now)) if key == "fine-done" else taken

    async def _act(
        self, ctx: Context, member: Member, sanction: Sanction, lasts: timedelta | None, reason: str
    ) -> Decision:
        if ctx.space is None:
            return ctx.answer(say("error-not-here"))
        number = await self._cases.next_number(ctx.community.key)
        cite, words = _cite(ctx, reason)
        case = Case(
            number,
            ctx.space,
            member.user,
            member.name,
            sanction,
            ctx.now,
            by=ctx.actor.user,
            by_name=ctx.actor.name,
            strikes=1,
            guideline=reason.strip() if cite is not None else "",
            reason=words,
            until=ctx.now + lasts if lasts is not None else None,
            place=ctx.place,
            config=ctx.community.version,
        )
        aloud = None if ctx.scene.directory.is_staff(ctx.place) else place_of(ctx.space, ctx.place)
        notices = ctx.community.notices
        told = tell(case, ctx.community.name, cite, Manner(notices.private_first, aloud, notices.public_for))
        acts = steps(case, told, reason=_audit(ctx, case), is_channel=member.is_channel)
        reply = ctx.reply(_done(case), untold=_untold(case), refused=_refused(case))
        rows: tuple[Row, ...] = (case, *lifting(case))
        return Decision(rows, tuple(Intent(step, number) for step in (*acts, reply, _card(case))))


def _card(case: Case) -> Later:
    return Later("case-card", {"case": case.number}, turn=f"card {case.user}")


def _cite(ctx: Context, reason: str) -> tuple[Cite | None, str]:
    """A reason that is just the key of a guideline cites it, in the member's language."""
    guideline = ctx.community.guideline(reason.strip())
    if guideline is None:
        return None, reason.strip()
    return Cite(guideline.number, guideline.text), ""


def _audit(ctx: Context, case: Case) -> str:
    return f"case {case.number} by {ctx.actor.name}: {case.reason}"[:400]


def _who(case: Case) -> Mention:
    return Mention(case.user, case.user_name)


def _done(case: Case) -> Body:
    return say(f"{case.sanction}-done", who=_who(case), case=case.number)


def _untold(case: Case) -> Body:
    return say(f"{case.sanction}-done-untold", who=_who(case), case=case.number)


def _refused(case: Case) -> Say:
    return say("punish-refused", who=_who(case), case=case.number)
