"""Automatic moderation: the rules judge, this cog turns their sentence into a case and steps."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar, Self

from bot.core.actions import Sanction, Send
from bot.core.cases import Case
from bot.core.decisions import NOTHING, Decision, Intent
from bot.core.events import MemberJoined, MemberRenamed, MessageEdited, MessagePosted, ReactionChanged, ThreadNamed
from bot.core.ids import Place, SpaceRef, UserRef
from bot.core.messages import Message
from bot.core.native_filters import NativelyBlocked
from bot.core.people import Member
from bot.core.privacy import forgotten
from bot.core.record import Arrival, Row
from bot.core.text import say
from bot.domain.moderation.asides import reaction_sample, title_sample
from bot.domain.moderation.asked import AskedOf
from bot.domain.moderation.explain import Facts
from bot.domain.moderation.mind import Mind
from bot.domain.moderation.outer import as_hit, rule_of
from bot.domain.moderation.policy import Rule
from bot.domain.moderation.sample import Sample, Source, name_sample, sample
from bot.runtime.codes import Codes
from bot.runtime.cog import Cog, guards
from bot.runtime.context import Scene
from bot.runtime.directory import MANAGERS, STAFF, lift
from bot.runtime.faults import Faults
from bot.runtime.sentencing import Sentencing, explained
from bot.runtime.services import Services
from bot.runtime.stores import Arrivals, Cases
from bot.runtime.trace import Judged, Trace

MANY = 5_000


class Automod(Cog):
    """Guards every message in a space of the community; remembers just enough to see floods."""

    name: ClassVar[str] = "automod"

    def __init__(self, cases: Cases, trace: Trace, arrivals: Arrivals, codes: Codes) -> None:
        self._cases = cases
        self._arrivals = arrivals
        self._trace = trace
        self._sentencing = Sentencing(cases, codes)
        self._minds: dict[str, Mind] = {}
        self._faults = Faults()
        self._named: dict[tuple[SpaceRef, UserRef], tuple[str, str]] = {}
        self._asked = AskedOf()

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.cases, services.trace, services.arrivals, services.codes)

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Let go of whoever is forgotten."""
        gone = forgotten(rows)
        if not gone:
            return
        if community in self._minds:
            self._minds[community].history.forget_people(gone)
        self._sentencing.forget_people(gone)
        self._named = {one: called for one, called in self._named.items() if one[1] not in gone}

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
        if await self._sentencing.already(scene, space, seen) is not None:
            return NOTHING
        mind = await self._mind(scene)
        verdict = as_hit(mind.judge(seen, policy)[0], rule, event.found, event.listed)
        self._trace.note(Judged(verdict, scene.now))
        prior, found = await self._sentencing.sentence(scene, verdict)
        if found is None or found.watched:
            return NOTHING
        gone = tuple(replace(one, message=None) for one in found.evidence)
        found = replace(found, delete=tuple(ref for ref in found.delete if ref.native), evidence=gone)
        case = await self._sentencing.case(scene, seen, space, found)
        facts = Facts(scene.community.version, prior, found.strikes)
        return explained(self._sentencing.decision(scene, seen, case, found), verdict, mind.history, facts)

    @guards(MemberJoined)
    async def came_in(self, scene: Scene, event: MemberJoined) -> Decision:
        """Remember when somebody came in, and judge what they are called."""
        policy = scene.community.policy
        if event.member.is_bot or not policy.rules:
            return NOTHING
        (await self._mind(scene)).history.arrived(event.space, event.member, event.at)
        kept = NOTHING
        if self._asked.of(scene.community.key, scene.community.policy).newcomers is not None:
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
        most = self._asked.of(scene.community.key, scene.community.policy).newcomers
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
        return source in self._asked.of(scene.community.key, scene.community.policy).sources

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
        prior, found = await self._sentencing.sentence(scene, verdict)
        if found is None:
            return _told_of(NOTHING, scene, given_up)
        if nobody:
            found = replace(found, sanction=Sanction.NOTE, lasts=None, strikes=0, asks=True)
        decision = await self._sentencing.carry(scene, seen, space, found)
        facts = Facts(scene.community.version, prior, found.strikes)
        return _told_of(explained(decision, verdict, mind.history, facts), scene, given_up)

    async def _mind(self, scene: Scene) -> Mind:
        """What is remembered of the community; who is new there survives a restart."""
        mind = self._minds.get(scene.community.key)
        if mind is None:
            mind = Mind()
            for one in await self._arrivals.of(scene.community.key):
                mind.history.restore(one.space, one.user, one.at, one.said)
            self._minds[scene.community.key] = mind
        return mind


def _told_of(decision: Decision, scene: Scene, given_up: Sequence[Rule]) -> Decision:
    """The same, and staff hear of rules that broke too often and are not asked any more until they change."""
    staff = scene.directory.place(STAFF)
    if staff is None or not given_up:
        return decision
    told = (Send(staff, say("automod-given-up", rule=rule.name), important=True) for rule in given_up)
    return replace(decision, intents=(*decision.intents, *map(Intent, told)))
