"""From a sentence on a message to its case and steps: one case for a burst, and one for what was seen in two ways."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.core.actions import Action, Delete, RemoveThread, Sanction, Send
from bot.core.cases import Case, CaseEvidence, Explained
from bot.core.decisions import NOTHING, Decision, Intent, Step, decide
from bot.core.ids import SpaceRef, UserRef
from bot.core.record import Row
from bot.domain.cases.acts import steps
from bot.domain.cases.card import CardFacts, card, card_rows
from bot.domain.cases.notice import Cite, Manner, tell
from bot.domain.cases.standing import family, holding, lifting, outlasts
from bot.domain.moderation.explain import Facts, explain
from bot.domain.moderation.history import History
from bot.domain.moderation.models.teaching import teaching_rows
from bot.domain.moderation.sample import Sample, Source
from bot.domain.moderation.sentence import Sentence, sentence
from bot.domain.moderation.triggers import Counting
from bot.domain.moderation.verdict import Verdict
from bot.runtime.case_cards import shows_case
from bot.runtime.codes import Codes
from bot.runtime.community import Community
from bot.runtime.context import Scene
from bot.runtime.stores import Cases
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


class Sentencing:
    """Files what the rules decided, and remembers just enough not to file it twice."""

    def __init__(self, cases: Cases, codes: Codes) -> None:
        self._cases = cases
        self._codes = codes
        self._bursts: dict[tuple[SpaceRef, UserRef, str], _Burst] = {}
        self._watched: dict[tuple[str, UserRef, str], datetime] = {}
        self._filed: dict[tuple[SpaceRef, UserRef, str], _Burst] = {}

    async def sentence(self, scene: Scene, verdict: Verdict) -> tuple[int, Sentence | None]:
        """Answer with the strikes the author had before, and with what follows; None where nothing does."""
        key, user, policy = scene.community.key, verdict.seen.message.author.user, scene.community.policy
        since = scene.now - policy.forget_after if policy.forget_after else None
        prior = await self._cases.strikes(key, user, since)
        broken = {rule.guideline for rule, _ in verdict.hits} & policy.ladders.keys()
        own = {guideline: await self._cases.strikes(key, user, since, guideline) for guideline in sorted(broken)}
        return prior, sentence(verdict, prior, policy, own)

    async def carry(self, scene: Scene, seen: Sample, space: SpaceRef, found: Sentence) -> Decision:
        """Turn a sentence into a case and steps, or add to the case that the same burst has already."""
        if found.watched:
            return self._watch(scene, seen, space, found)
        if (filed := await self.already(scene, space, seen)) is not None:
            return _gone_too(seen, filed.case, found)
        trigger = found.rule.trigger
        if not isinstance(trigger, Counting) or not trigger.within:
            return self.decision(scene, seen, await self.case(scene, seen, space, found), found)
        key, until = (space, seen.message.author.user, found.rule.name), scene.now + trigger.within
        burst = await self._burst(scene, key)
        if burst is not None:
            self._bursts[key] = replace(burst, until=until)
            return NOTHING if seen.source is Source.REACTION else _gone_too(seen, burst.case, found)
        case = await self.case(scene, seen, space, found)
        self._start_burst(key, _Burst(case.number, until))
        return self.decision(scene, seen, case, found)

    def forget_people(self, users: Collection[UserRef]) -> None:
        """Let go of what was filed of these accounts: it stands in the record as long as it is needed."""
        self._bursts = {key: burst for key, burst in self._bursts.items() if key[1] not in users}
        self._watched = {key: until for key, until in self._watched.items() if key[1] not in users}
        self._filed = {key: filed for key, filed in self._filed.items() if key[1] not in users}

    async def _burst(self, scene: Scene, key: tuple[SpaceRef, UserRef, str]) -> _Burst | None:
        """The flood that goes on, if its case was really filed: what failed to be written is decided anew."""
        burst = self._bursts.get(key)
        if burst is None or burst.until <= scene.now:
            return None
        filed = await self._cases.find(scene.community.key, burst.case)
        return None if filed is None else burst

    async def already(self, scene: Scene, space: SpaceRef, seen: Sample) -> _Burst | None:
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

    async def case(self, scene: Scene, seen: Sample, space: SpaceRef, found: Sentence) -> Case:
        """Make the case that a sentence is filed as, under the next number."""
        author = seen.message.author
        number = await self._cases.next_number(scene.community.key)
        if scene.community.native_automod or _has_titles(scene):
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
            until=await self._until(scene, space, author.user, found),
            place=None if seen.source is Source.NAME else seen.message.place,
            config=scene.community.version,
        )

    async def _until(self, scene: Scene, space: SpaceRef, user: UserRef, found: Sentence) -> datetime | None:
        """When it ends: no rule cuts short what holds already, or who is muted could edit herself free."""
        until = scene.now + found.lasts if found.lasts is not None else None
        kinds = family(found.sanction)
        if until is None or not kinds:
            return until
        standing = holding(await self._cases.acts(scene.community.key, space, user, kinds), scene.now)
        return standing.until if standing is not None and outlasts(standing, until) else until

    def decision(self, scene: Scene, seen: Sample, case: Case, found: Sentence) -> Decision:
        """Give the case's rows, and its steps in the order that lets each still work."""
        notices = scene.community.notices
        aloud = None if found.whole_thread else case.place
        ways, kept = ways_out(scene, case, self._codes)
        manner = Manner(notices.private_first, aloud, notices.public_for, ways)
        cite = _cite(scene.community, found.rule.guideline)
        # Where only moderators are asked, nothing has happened to the member yet.
        happened = found.delete or found.whole_thread or found.sanction is not Sanction.NOTE
        notice = tell(case, scene.community.name, cite, manner) if happened else None
        reason = f"rule {found.rule.name}, case {case.number}"
        acts: tuple[Step, ...] = steps(case, notice, found.delete, reason, is_channel=seen.message.author.is_channel)
        if found.whole_thread:
            acts = (RemoveThread(seen.message.place, reason), *acts)
        shown = shows_case(case.number, case.user, asks=found.asks)
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


def explained(decision: Decision, verdict: Verdict, history: History, facts: Facts) -> Decision:
    """The same, with every rule's answer kept beside the case it files."""
    filed = [row for row in decision.rows if isinstance(row, Case)]
    rows = tuple(Explained(case.number, explain(verdict, facts, history), case.at) for case in filed)
    return replace(decision, rows=decision.rows + rows)


def _gone_too(seen: Sample, case: int, found: Sentence) -> Decision:
    """The same flood goes on: its case stands, the new message only has to go, if the rule deletes at all."""
    ref = seen.message.ref
    doomed: tuple[Action, ...] = (Delete((ref,)),) if ref in found.delete else ()
    if found.whole_thread:
        doomed = (RemoveThread(ref.place, f"rule {found.rule.name}, case {case}"),)
    return decide(*doomed, rows=(CaseEvidence(case, found.evidence[0]),), case=case, stop=bool(doomed))


def _has_titles(scene: Scene) -> bool:
    return any(Source.TITLE in rule.looks_at for rule in scene.community.policy.rules)


def _way(seen: Sample) -> str:
    if seen.source is not Source.MESSAGE:
        return seen.source.value
    return "messages" if seen.message.ref.native else "native"


def _cite(community: Community, key: str) -> Cite | None:
    guideline = community.guideline(key)
    return None if guideline is None else Cite(guideline.number, guideline.text)
