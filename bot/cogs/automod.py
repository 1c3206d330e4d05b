"""Automatic moderation: the rules judge, this cog turns their sentence into a case and steps."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import ClassVar, Self

from bot.core.actions import Action, Delete, RemoveThread, Sanction, Send
from bot.core.decisions import NOTHING, Decision, Intent, Later, decide
from bot.core.events import (
    MemberJoined,
    MemberRenamed,
    Message,
    MessageEdited,
    MessagePosted,
    NativelyBlocked,
    ReactionChanged,
    ThreadNamed,
)
from bot.core.ids import Place, SpaceRef, UserRef
from bot.core.people import Member
from bot.core.record import Arrival, Case, CaseEvidence, Explained, Row
from bot.core.text import say
from bot.domain.cases.acts import steps
from bot.domain.cases.card import CardFacts, card, card_rows
from bot.domain.cases.notice import Cite, Manner, tell
from bot.domain.cases.standing import lifting
from bot.domain.moderation.asides import reaction_sample, title_sample
from bot.domain.moderation.explain import Facts, explain
from bot.domain.moderation.history import History
from bot.domain.moderation.mind import Mind
from bot.domain.moderation.models.teaching import teaching_rows
from bot.domain.moderation.outer import as_hit, rule_of
from bot.domain.moderation.policy import Policy, Rule
from bot.domain.moderation.sample import Sample, Source, name_sample, sample
from bot.domain.moderation.sentence import Sentence, sentence
from bot.domain.moderation.triggers import Counting
from bot.domain.moderation.verdict import Verdict
from bot.runtime.codes import Codes
from bot.runtime.cog import Cog, guards
from bot.runtime.community import Community
from bot.runtime.context import Scene
from bot.runtime.directory import MANAGERS, STAFF, lift
from bot.runtime.faults import Faults
from bot.runtime.services import Services
from bot.runtime.stores import Arrivals, Cases
from bot.runtime.trace import Judged, Trace
from bot.runtime.ways import ways_out

TWICE = timedelta(minutes=1)
"""The same words by the same member in so short a time are the same trial, whether a filter or the bot saw them."""
QUIET = timedelta(minutes=2)
"""A rule that only watches speaks about the same member at most this often."""
MANY = 5_000


@dataclass(frozen=True, slots=True)
class _Burst:
    case: int
    until: datetime
    way: str = ""
    """How it was seen, where the same may be seen in another way as well."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the rules of a policy ask for beside plain messages; looked up once for each policy."""

    policy: Policy
    sources: frozenset[Source]
    newcomers: int | None


class Automod(Cog):
    """Guards every message in a space of the community; remembers just enough to see floods."""

    name: ClassVar[str] = "automod"

    def __init__(self, cases: Cases, trace: Trace, arrivals: Arrivals, codes: Codes) -> None:
        self._cases = cases
        self._arrivals = arrivals
        self._trace = trace
        self._codes = codes
        self._minds: dict[str, Mind] = {}
        self._faults = Faults()
        self._bursts: dict[tuple[SpaceRef, UserRef, str], _Burst] = {}
        self._watched: dict[tuple[str, UserRef, str], datetime] = {}
        self._named: dict[tuple[SpaceRef, UserRef], tuple[str, str]] = {}
        self._asked: dict[str, _Asked] = {}
        self._filed: dict[tuple[SpaceRef, UserRef, str], _Burst] = {}

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.cases, services.trace, services.arrivals, services.codes)

    @guards(MessagePosted)
    async def posted(self, scene: Scene, event: MessagePosted) -> Decision:
        """Judge a new message."""
        return await self._judge(scene, event.message, is_edit=False)

    @guards(MessageEdited)
    async def edited(self, scene: Scene, event: MessageEdited) -> Decision:
        """Judge a message again after its author changed it."""
        return await self._judge(scene, event.message, is_edit=True)

    @guards(NativelyBlocked)
    async def blocked(self, scene: Scene, event: NativelyBlocked) -> Decision:
        """File what the messenger's own filter did for one of our rules as if the rule had done it; delete nothing."""
        space, policy = event.message.place.space, scene.community.policy
        rule = rule_of(event.filter, policy)
        if space is None or rule is None or event.message.author.is_bot:
            return NOTHING
        author = lift(event.message.author, scene.community.team, scene.directory)
        message = replace(event.message, author=author)
        # Nobody read it, so it counts for no flood: like an edit, it is judged and not remembered.
        seen = sample(message, scene.directory.role_of(message.place), is_edit=True)
        if await self._already(scene, space, seen) is not None:
            return NOTHING
        mind = await self._mind(scene)
        verdict = as_hit(mind.judge(seen, policy)[0], rule, event.found, event.listed)
        self._trace.note(Judged(verdict, scene.now))
        prior, found = await self._sentence(scene, verdict)
        if found is None or found.watched:
            return NOTHING
        gone = tuple(replace(one, message=None) for one in found.evidence)
        found = replace(found, delete=tuple(ref for ref in found.delete if ref.native), evidence=gone)
        case = await self._case(scene, seen, space, found)
        facts = Facts(scene.community.version, prior, found.strikes)
        return _explained(self._decision(scene, seen, case, found), verdict, mind.history, facts)

    @guards(MemberJoined)
    async def came_in(self, scene: Scene, event: MemberJoined) -> Decision:
        """Remember when somebody came in, and judge what they are called."""
        policy = scene.community.policy
        if event.member.is_bot or not policy.rules:
            return NOTHING
        (await self._mind(scene)).history.arrived(event.space, event.member, event.at)
        kept = NOTHING
        if self._asks(scene).newcomers is not None:
            kept = Decision(rows=(Arrival(event.space, event.member.user, event.at),))
        if not self._looks_at(scene, Source.NAME):
            return kept
        member = lift(event.member, scene.community.team, scene.directory)
        self._is_new_name(member, event.space)
        return kept.and_then(await self._decide(scene, name_sample(member, event.space, event.at), event.space))

    @guards(MemberRenamed)
    async def renamed(self, scene: Scene, event: MemberRenamed) -> Decision:
        """Judge what a member is called from now on."""
        if event.member.is_bot:
            return NOTHING
        return await self._name(scene, lift(event.member, scene.community.team, scene.directory), event.space)

    @guards(ThreadNamed)
    async def titled(self, scene: Scene, event: ThreadNamed) -> Decision:
        """Judge what a thread is called. Where nobody tells who renamed it, moderators decide about the person."""
        space, role = event.place.space, self._role(scene, event.place, event.by)
        if space is None or role is None or not self._looks_at(scene, Source.TITLE):
            return NOTHING
        by = lift(event.by, scene.community.team, scene.directory)
        seen = title_sample(event.title, event.place, by, event.at, role)
        return await self._decide(scene, seen, space, nobody=event.renamed)

    @guards(ReactionChanged)
    async def reacted(self, scene: Scene, event: ReactionChanged) -> Decision:
        """Count a reaction, and judge whether it was one too many."""
        place = event.message.place
        space, role = place.space, self._role(scene, place, event.by)
        if space is None or role is None or not self._looks_at(scene, Source.REACTION):
            return NOTHING
        by = lift(event.by, scene.community.team, scene.directory)
        seen = reaction_sample(event.message, event.emoji, by, event.at, role)
        (await self._mind(scene)).history.reactions.remember(seen)
        return await self._decide(scene, seen, space)

    async def _judge(self, scene: Scene, message: Message, *, is_edit: bool) -> Decision:
        place = message.place
        if place.space is None or message.author.is_bot or not scene.community.policy.rules:
            return NOTHING
        role = scene.directory.role_of(place)
        if role in {STAFF, MANAGERS}:
            return NOTHING
        author = lift(message.author, scene.community.team, scene.directory)
        if author is not message.author:
            message = replace(message, author=author)
        seen = sample(message, role, is_edit=is_edit)
        decision = (await self._decide(scene, seen, place.space)).and_then(
            await self._counted(scene, seen, place.space)
        )
        if decision.stop or not self._looks_at(scene, Source.NAME):
            return decision
        return (await self._name(scene, author, place.space)).and_then(decision)

    async def _counted(self, scene: Scene, seen: Sample, space: SpaceRef) -> Decision:
        """Keep which message of a newcomer this was, as long as a rule asks: a restart makes nobody an old member."""
        most = self._asks(scene).newcomers
        if not most or seen.is_edit:
            return NOTHING
        history = (await self._mind(scene)).history
        nth = history.nth(seen)
        if nth is None or nth > most:
            return NOTHING
        came = history.joined_at(seen) or seen.message.sent_at
        return Decision(rows=(Arrival(space, seen.message.author.user, came, nth),))

    async def _name(self, scene: Scene, member: Member, space: SpaceRef) -> Decision:
        """Judge a name that was not judged yet; what is on record about it already is not filed again."""
        if not self._looks_at(scene, Source.NAME) or not self._is_new_name(member, space):
            return NOTHING
        seen = name_sample(member, space, scene.now)
        decision = await self._decide(scene, seen, space)
        filed = next((row for row in decision.rows if isinstance(row, Case)), None)
        if filed is None:
            return decision
        before = await self._cases.of(scene.community.key, member.user)
        return NOTHING if any(c.rule == filed.rule and c.evidence == filed.evidence for c in before) else decision

    def _is_new_name(self, member: Member, space: SpaceRef) -> bool:
        key, called = (space, member.user), (member.name, member.handle)
        if self._named.get(key) == called:
            return False
        if len(self._named) >= MANY:
            self._named.clear()
        self._named[key] = called
        return True

    def _looks_at(self, scene: Scene, source: Source) -> bool:
        return source in self._asks(scene).sources

    def _asks(self, scene: Scene) -> _Asked:
        policy = scene.community.policy
        known = self._asked.get(scene.community.key)
        if known is None or known.policy is not policy:
            sources = frozenset[Source]().union(*(rule.looks_at for rule in policy.rules))
            known = self._asked[scene.community.key] = _Asked(policy, sources, policy.newcomers)
        return known

    def _role(self, scene: Scene, place: Place, by: Member) -> str | None:
        """What the place is called; None where, and about whom, rules are not asked."""
        role = scene.directory.role_of(place)
        return None if by.is_bot or role in {STAFF, MANAGERS} else role

    async def _decide(self, scene: Scene, seen: Sample, space: SpaceRef, *, nobody: bool = False) -> Decision:
        mind = await self._mind(scene)
        mind.history.crisis = scene.crisis
        verdict, given_up = mind.judge(seen, scene.community.policy)
        if mind.history.broke:
            self._faults.note(scene.community.key, mind.history.broke)
        self._trace.note(Judged(verdict, scene.now))
        if verdict.is_clean:
            return _told_of(NOTHING, scene, given_up) if given_up else NOTHING
        prior, found = await self._sentence(scene, verdict)
        if found is None:
            return _told_of(NOTHING, scene, given_up)
        if nobody:
            found = replace(found, sanction=Sanction.NOTE, lasts=None, strikes=0, asks=True)
        decision = await self._carry(scene, seen, space, found)
        facts = Facts(scene.community.version, prior, found.strikes)
        return _told_of(_explained(decision, verdict, mind.history, facts), scene, given_up)

    async def _sentence(self, scene: Scene, verdict: Verdict) -> tuple[int, Sentence | None]:
        key, user, policy = scene.community.key, verdict.seen.message.author.user, scene.community.policy
        since = scene.now - policy.forget_after if policy.forget_after else None
        prior = await self._cases.strikes(key, user, since)
        broken = {rule.guideline for rule, _ in verdict.hits} & policy.ladders.keys()
        own = {guideline: await self._cases.strikes(key, user, since, guideline) for guideline in sorted(broken)}
        return prior, sentence(verdict, prior, policy, own)

    async def _mind(self, scene: Scene) -> Mind:
        """What is remembered of the community; who is new there survives a restart."""
        mind = self._minds.get(scene.community.key)
        if mind is None:
            mind = Mind()
            for one in await self._arrivals.of(scene.community.key):
                mind.history.restore(one.space, one.user, one.at, one.said)
            self._minds[scene.community.key] = mind
        return mind

    async def _carry(self, scene: Scene, seen: Sample, space: SpaceRef, found: Sentence) -> Decision:
        if found.watched:
            return self._watch(scene, seen, space, found)
        if (filed := await self._already(scene, space, seen)) is not None:
            return _gone_too(seen, filed.case, found)
        trigger = found.rule.trigger
        if not isinstance(trigger, Counting) or not trigger.within:
            return self._decision(scene, seen, await self._case(scene, seen, space, found), found)
        key, until = (space, seen.message.author.user, found.rule.name), scene.now + trigger.within
        burst = await self._burst(scene, key)
        if burst is not None:
            self._bursts[key] = replace(burst, until=until)
            return NOTHING if seen.source is Source.REACTION else _gone_too(seen, burst.case, found)
        case = await self._case(scene, seen, space, found)
        self._start_burst(key, _Burst(case.number, until))
        return self._decision(scene, seen, case, found)

    async def _burst(self, scene: Scene, key: tuple[SpaceRef, UserRef, str]) -> _Burst | None:
        """The flood that goes on, if its case was really filed: what failed to be written is decided anew."""
        burst = self._bursts.get(key)
        if burst is None or burst.until <= scene.now:
            return None
        filed = await self._cases.find(scene.community.key, burst.case)
        return None if filed is None else burst

    async def _already(self, scene: Scene, space: SpaceRef, seen: Sample) -> _Burst | None:
        """The case about these very words, where they were seen in two ways, and it was really filed.

        A filter holds back what the bot sees too; opening a thread is a message with its title.
        """
        filed = self._filed.get((space, seen.message.author.user, seen.text.strip()))
        if filed is None or filed.until <= scene.now or filed.way == _way(seen):
            return None
        return filed if await self._cases.find(scene.community.key, filed.case) is not None else None

    def _note_filed(self, space: SpaceRef, seen: Sample, filed: _Burst) -> None:
        if len(self._filed) >= MANY:
            self._filed.clear()
        self._filed[space, seen.message.author.user, seen.text.strip()] = filed

    async def _case(self, scene: Scene, seen: Sample, space: SpaceRef, found: Sentence) -> Case:
        author = seen.message.author
        number = await self._cases.next_number(scene.community.key)
        if scene.community.native_automod or self._looks_at(scene, Source.TITLE):
            self._note_filed(space, seen, _Burst(number, scene.now + TWICE, _way(seen)))
        return Case(
            number,
            space,
            author.user,
            author.name,
            found.sanction,
            scene.now,
            strikes=found.strikes,
            guideline=found.rule.guideline,
            rule=found.rule.name,
            evidence=found.evidence,
            until=scene.now + found.lasts if found.lasts is not None else None,
            place=None if seen.source is Source.NAME else seen.message.place,
            config=scene.community.version,
        )

    def _decision(self, scene: Scene, seen: Sample, case: Case, found: Sentence) -> Decision:
        notices = scene.community.notices
        aloud = None if found.whole_thread else case.place
        ways, kept = ways_out(scene, case, self._codes)
        manner = Manner(notices.private_first, aloud, notices.public_for, ways)
        cite = _cite(scene.community, found.rule.guideline)
        # Where only moderators are asked, nothing has happened to the member yet.
        happened = found.delete or found.whole_thread or found.sanction is not Sanction.NOTE
        notice = tell(case, scene.community.name, cite, manner) if happened else None
        reason = f"rule {found.rule.name}, case {case.number}"
        acts: tuple[Action, ...] = steps(case, notice, found.delete, reason, is_channel=seen.message.author.is_channel)
        if found.whole_thread:
            acts = (RemoveThread(seen.message.place, reason), *acts)
        shown = Later("case-card", {"case": case.number, "asks": found.asks}, turn=f"card {case.user}")
        rows: tuple[Row, ...] = (case, *lifting(case), *kept)
        stays = seen.source is Source.NAME and found.sanction not in {Sanction.KICK, Sanction.BAN}
        return Decision(rows, tuple(Intent(step, case.number) for step in (*acts, shown)), stop=not stays)

    def _watch(self, scene: Scene, seen: Sample, space: SpaceRef, found: Sentence) -> Decision:
        """Tell staff what would have happened, not more than once in a while about the same member and rule."""
        author = seen.message.author
        key = (scene.community.key, author.user, found.rule.name)
        staff = scene.directory.staff_for(author.user.platform)
        if staff is None or self._watched.get(key, scene.now) > scene.now:
            return NOTHING
        if len(self._watched) >= MANY:
            self._watched.clear()
        self._watched[key] = scene.now + QUIET
        shown = Case(
            0,
            space,
            author.user,
            author.name,
            Sanction.NOTE,
            scene.now,
            rule=found.rule.name,
            evidence=found.evidence,
            guideline=found.rule.guideline,
        )
        facts = CardFacts(_cite(scene.community, found.rule.guideline), (), watched=True)
        taught = () if scene.community.cogs.get("learning") is False else teaching_rows(found.rule, seen, space)
        return decide(Send(staff, card(shown, facts), (*card_rows(shown, facts), *taught), important=True))

    def _start_burst(self, key: tuple[SpaceRef, UserRef, str], burst: _Burst) -> None:
        if len(self._bursts) >= MANY:
            self._bursts.clear()
        self._bursts[key] = burst


def _explained(decision: Decision, verdict: Verdict, history: History, facts: Facts) -> Decision:
    """The same, with every rule's answer kept beside the case it files."""
    filed = [row for row in decision.rows if isinstance(row, Case)]
    rows = tuple(Explained(case.number, explain(verdict, facts, history), case.at) for case in filed)
    return replace(decision, rows=decision.rows + rows)


def _told_of(decision: Decision, scene: Scene, given_up: Sequence[Rule]) -> Decision:
    """The same, and staff hear of rules that broke too often and are not asked any more until they change."""
    staff = scene.directory.place(STAFF)
    if staff is None or not given_up:
        return decision
    told = (Send(staff, say("automod-given-up", rule=rule.name), important=True) for rule in given_up)
    return replace(decision, intents=(*decision.intents, *map(Intent, told)))


def _gone_too(seen: Sample, case: int, found: Sentence) -> Decision:
    """The same flood goes on: its case stands, the new message only has to go, if the rule deletes at all."""
    ref = seen.message.ref
    doomed: tuple[Action, ...] = (Delete((ref,)),) if ref in found.delete else ()
    if found.whole_thread:
        doomed = (RemoveThread(ref.place, f"rule {found.rule.name}, case {case}"),)
    return decide(*doomed, rows=(CaseEvidence(case, found.evidence[0]),), case=case, stop=bool(doomed))


def _way(seen: Sample) -> str:
    if seen.source is not Source.MESSAGE:
        return seen.source.value
    return "messages" if seen.message.ref.native else "native"


def _cite(community: Community, key: str) -> Cite | None:
    guideline = community.guideline(key)
    return None if guideline is None else Cite(guideline.number, guideline.text)
