"""How appeals are judged: by somebody else than who acted, in time, and told to the one who appealed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any, ClassVar, Self, TypeAlias

from bot.core.actions import Ask, Edit, Pardon, Punish, Sanction, Send, Whisper
from bot.core.appeals import Appeal, AppealState
from bot.core.cases import Case
from bot.core.decisions import NOTHING, Decision, Intent, Later, Reply, Report, decide
from bot.core.durations import parse_duration
from bot.core.events import TimerFired
from bot.core.people import Member, Rank
from bot.core.receipts import Refused
from bot.core.text import Body, Lines, Mention, Moment, Say, lines, say
from bot.core.ui import Button, Rows
from bot.domain.cases.acts import overturned
from bot.domain.cases.appeal import (
    DUE,
    REMIND,
    Bench,
    Judged,
    Judging,
    is_open,
    judged,
    late,
    recusal,
    refreshed,
    taken,
    timers,
    told,
)
from bot.domain.cases.appeal_card import again, appeal_card, appeal_rows, outcome, verdict_form
from bot.domain.cases.notice import headline
from bot.domain.cases.reversal import Judge, is_milder, is_reducible, reducing
from bot.domain.cases.standing import family
from bot.runtime.acting import Acting
from bot.runtime.case_cards import refreshes_case, shows_case
from bot.runtime.cog import Cog, composes, due, filled, pressed
from bot.runtime.colleagues import colleagues
from bot.runtime.context import Context, Scene
from bot.runtime.fairness import Fairness
from bot.runtime.finding import TEAM, until_found
from bot.runtime.services import Members, Services
from bot.runtime.stores import Cases, Complaints
from bot.runtime.timed import about

Team: TypeAlias = tuple[Acting, Members]
"""Those who act, and what is known of them."""
OVER_NOW = timedelta(0)


class JudgesAppeals(Cog):
    """Judges what was appealed against; cannot be switched off, for what was filed must be answered."""

    name: ClassVar[str] = "judging"
    essential: ClassVar[bool] = True

    def __init__(self, cases: Cases, complaints: Complaints, team: Team, fairness: Fairness) -> None:
        self._cases = cases
        self._complaints = complaints
        self._acting, self._members = team
        self._fair = fairness

    @classmethod
    def create(cls, services: Services) -> Self:
        team = (Acting.of(services), services.members)
        return cls(services.cases, services.complaints, team, services.fairness)

    @pressed(Judging)
    async def judging(self, ctx: Context, press: Judging) -> Decision:
        """Take an appeal, or ask for the words of a judgement."""
        found = await self._to_judge(ctx, press.appeal)
        if isinstance(found, Decision):
            return found
        appeal, case = found
        if press.how == "take":
            mine = taken(appeal, ctx.actor)
            return decide(ctx.say(say("appeal-taken", number=appeal.number)), refreshed(mine), rows=(mine,))
        return decide(Ask(ctx.ticket, ctx.place, ctx.actor.user, verdict_form(appeal, case, press)))

    @filled(Judged)
    async def judged(self, ctx: Context, press: Judged, values: Mapping[str, str]) -> Decision:
        """Judge, carry it out, and tell the one who appealed."""
        found = await self._to_judge(ctx, press.appeal)
        if isinstance(found, Decision):
            return found
        appeal, case = found
        typed = values.get("lasts", "").strip()
        lasts = OVER_NOW if typed == "0" else parse_duration(typed)
        if press.how == "reduce" and (lasts is None or not is_milder(case, lasts)):
            return ctx.answer(*self._not_milder(appeal, case, typed))
        over = judged(appeal, ctx.actor, press.how, values.get("answer", ""))
        wrong = overturned(case, ctx.now) if press.how == "overturn" else NOTHING
        undone = await self._cases.undone_by(ctx.community.key, case.number)
        if press.how == "stand" or undone is not None:
            done = decide(ctx.say(say("appeal-settled", number=over.number)))
            return done.and_then(told(replace(over, outcome=undone), ctx.now)).and_then(wrong)
        if press.how == "reduce" and lasts is not None:
            return await self._reduced(ctx, over, case, lasts)
        back = await self._acting.take_back(ctx, case, lambda _: _reply(ctx, over, case))
        return self._carried_out(ctx, over, back).and_then(wrong)

    async def _reduced(self, ctx: Context, over: Appeal, case: Case, lasts: timedelta) -> Decision:
        key = ctx.community.key
        acts = await self._cases.acts(key, case.space, case.user, family(case.sanction))
        judge = Judge(await self._cases.next_number(key), ctx.actor.user, ctx.actor.name, ctx.now)
        done = reducing(case, lasts, acts, judge)
        cards = (shows_case(done.case.number, case.user), refreshes_case(case.number, case.user))
        acted = decide(*done.actions, _reply(ctx, over, case), *cards, rows=(done.case, *done.rows), case=judge.number)
        return self._carried_out(ctx, over, acted)

    def _carried_out(self, ctx: Context, over: Appeal, acted: Decision) -> Decision:
        """Both together, if anything was filed: else whoever judges was only answered why not."""
        filed = next((row.number for row in acted.rows if isinstance(row, Case)), None)
        return acted if filed is None else acted.and_then(told(replace(over, outcome=filed), ctx.now))

    def _not_milder(self, appeal: Appeal, case: Case, typed: str) -> tuple[Body, Rows]:
        press = Judging(appeal.number, "reduce")
        button = Button(say("button-again"), press, rank=Rank.MODERATOR, space=case.space)
        return again(say("appeal-not-milder"), press, typed[:40], button)

    async def _to_judge(self, ctx: Context, number: int) -> tuple[Appeal, Case] | Decision:
        key = ctx.community.key
        appeal = await self._fair.appeals.find(key, number)
        case = None if appeal is None else await self._cases.find(key, appeal.case)
        if appeal is None or case is None:
            return ctx.answer(say("error-button-stale"))
        if not is_open(appeal):
            who = Mention(appeal.owner or appeal.user, appeal.owner_name or appeal.user_name)
            return ctx.answer(say("appeal-already", number=number, who=who))
        accounts = await self._fair.links.accounts(key, ctx.actor.user)
        others = await colleagues(ctx.scene, self._fair, self._members, case.space, ctx.actor.user)
        why = recusal(appeal, case, Bench(accounts, ctx.actor.rank >= Rank.MANAGER, others))
        if why is not None:
            return ctx.answer(why)
        target = await self._acting.hold_over(ctx, case.space, Member(case.user, case.user_name, Rank.GUEST))
        return ctx.answer(target) if isinstance(target, Say) else (appeal, case)

    # --- cards and words

    @composes("appeal-card")
    async def show(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Put an appeal before the moderators, and an overdue one before the managers."""
        del report
        found = await self._shown(scene, int(args["appeal"]))
        if found is None:
            return ()
        appeal, case, body, rows = found
        platform = case.space.platform
        place = scene.directory.staff_for(platform, managers=appeal.escalated)
        if place is not None:
            return (Intent(Send(place, body, rows, important=True), complaint=appeal.number),)
        if not appeal.escalated:
            return ()
        managers = sorted(m for m in scene.community.team.managers if m not in {case.user, appeal.user})
        return tuple(Intent(Whisper(m, body, rows, important=True), complaint=appeal.number) for m in managers)

    @composes("appeal-refresh")
    async def refresh(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Bring every card of an appeal up to date."""
        del report
        found = await self._shown(scene, int(args["appeal"]))
        if found is None:
            return ()
        appeal, _, body, rows = found
        cards = await self._complaints.cards(scene.community.key, appeal.number)
        return tuple(Intent(Edit(sent, body, rows)) for sent in cards)

    @composes("appeal-outcome")
    async def tell(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Tell the one who appealed how it ended, and what the platform would not do."""
        appeal = await self._fair.appeals.find(scene.community.key, int(args["appeal"]))
        if appeal is None:
            return ()
        refused = any(isinstance(s, Pardon | Punish) and isinstance(r, Refused) for s, r in report)
        told = Whisper(appeal.user, await self._outcome(scene, appeal, refused=refused), important=True)
        return Intent(told), Intent(Later("appeal-told", {"appeal": appeal.number, "refused": refused}))

    @composes("appeal-told")
    async def told(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Whom no message reaches on the one messenger is told on the other, if she linked her accounts."""
        appeal = await self._fair.appeals.find(scene.community.key, int(args["appeal"]))
        sent = [receipt for step, receipt in report if isinstance(step, Whisper)]
        if appeal is None or not sent or not isinstance(sent[-1], Refused):
            return ()
        _, *others = await self._fair.links.accounts(scene.community.key, appeal.user)
        body = await self._outcome(scene, appeal, refused=bool(args["refused"]))
        return tuple(Intent(Whisper(account, body, important=True)) for account in others)

    async def _outcome(self, scene: Scene, appeal: Appeal, *, refused: bool) -> Lines:
        """What she hears, with what holds from now on where it was made milder."""
        number = appeal.outcome if appeal.state is AppealState.REDUCED else None
        milder = None if number is None else await self._cases.find(scene.community.key, number)
        holds = milder is not None and milder.sanction is not Sanction.NOTE and not refused
        now = headline(milder, scene.community.name) if milder is not None and holds else None
        return lines(outcome(appeal, refused=refused), now)

    async def _shown(self, scene: Scene, number: int) -> tuple[Appeal, Case, Body, Rows] | None:
        appeal = await self._fair.appeals.find(scene.community.key, number)
        case = None if appeal is None else await self._cases.find(scene.community.key, appeal.case)
        if appeal is None or case is None:
            return None
        rows = appeal_rows(appeal, case, reducible=is_reducible(case, scene.now))
        return appeal, case, appeal_card(appeal, case), rows

    # --- time

    @due(REMIND)
    async def remind(self, scene: Scene, event: TimerFired) -> Decision:
        """Remind the moderators of an appeal that waits."""
        appeal, case = await self._waiting(scene, event)
        if appeal is None or case is None:
            return NOTHING
        place = scene.directory.staff_for(case.space.platform, managers=appeal.escalated)
        rows = timers(appeal, scene.now, scene.community.appeals.remind)
        if place is None:
            return until_found(scene, event, TEAM) or Decision(rows)
        reminder = say("appeal-reminder", number=appeal.number, case=case.number, until=Moment(appeal.due))
        return decide(Send(place, reminder), rows=rows)

    @due(DUE)
    async def overdue(self, scene: Scene, event: TimerFired) -> Decision:
        """Ask the managers the first time; the second time it expires, and both sides hear of it."""
        appeal, case = await self._waiting(scene, event)
        if appeal is None or case is None:
            return NOTHING
        rules = scene.community.appeals
        now = late(appeal, scene.now, rules.deadline)
        rows = (now, *timers(now, scene.now, rules.remind)) if now is not appeal else ()
        if now.state is AppealState.EXPIRED:
            return told(now, scene.now)
        if not rows:
            return NOTHING
        card = Later("appeal-card", {"appeal": now.number}, turn=refreshed(now).turn)
        return decide(refreshed(now), card, rows=rows)

    async def _waiting(self, scene: Scene, event: TimerFired) -> tuple[Appeal | None, Case | None]:
        appeal = await about(self._fair.appeals.find, scene, event, "appeal")
        if appeal is None or not is_open(appeal):
            return None, None
        return appeal, await self._cases.find(scene.community.key, appeal.case)


def _reply(ctx: Context, over: Appeal, case: Case) -> Reply:
    return ctx.reply(say("appeal-settled", number=over.number), refused=say("undo-refused", case=case.number))
