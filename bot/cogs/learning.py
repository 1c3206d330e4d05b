"""Learning: what moderators decide by hand teaches the models that rules ask."""

import asyncio
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Literal, Self

from bot.core.cases import Case, Evidence, Overturned
from bot.core.commands import command
from bot.core.complaints import Complaint, ComplaintState
from bot.core.decisions import NOTHING, Asker, Decision, Intent, Later, Report, decide
from bot.core.events import MessageDeleted, MessageEdited, MessagePosted
from bot.core.ids import MessageRef, SpaceRef
from bot.core.interactions import CommandInvoked
from bot.core.lessons import Lesson
from bot.core.people import Member, Rank
from bot.core.privacy import forgotten
from bot.core.record import Row
from bot.core.text import say
from bot.domain.moderation.models.features import SCHEME
from bot.domain.moderation.models.heard import Heard, TeachNext, about_of, asked, question, since
from bot.domain.moderation.models.taught import Lessons, Pupil
from bot.domain.moderation.models.teaching import Teach, beside, lesson_of, pupils, texts_in
from bot.domain.moderation.policy import Policy
from bot.domain.moderation.sample import Sample, sample
from bot.runtime.cog import Cog, composes, guards, on, pressed, witnesses
from bot.runtime.context import Context, Scene
from bot.runtime.services import Services
from bot.runtime.stores import Cases
from bot.runtime.stores import Lessons as LessonStore

EVERY = 16
"""Of so many messages one is remembered for a while, to stand beside verdicts: as a rule nobody minds it."""
REMEMBERED = 8
FEWEST_WORDS = 3
HARMLESS = 0.5
PLAUSIBLE = 0.3
"""From this score on, a message that moderators acted upon is taken for what the model looks for."""


@dataclass(slots=True)
class _School:
    """What is in memory of one community; ``fitted`` is the policy whose triggers know all of it."""

    lessons: dict[str, Lessons] = field(default_factory=dict[str, Lessons])
    pupils: dict[str, list[Pupil]] = field(default_factory=dict[str, list[Pupil]])
    fitted: Policy | None = None
    quiet: deque[Sample] = field(default_factory=lambda: deque[Sample](maxlen=REMEMBERED))
    counted: int = 0
    heard: Heard = field(default_factory=Heard)


class Learning(Cog):
    """Keeps each model's lessons; a later word about a message takes the place of an earlier one."""

    name: ClassVar[str] = "learning"

    def __init__(self, cases: Cases, lessons: LessonStore) -> None:
        self._cases = cases
        self._lessons = lessons
        self._schools: dict[str, _School] = {}

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.cases, services.lessons)

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Take lessons that were just written, and let go of who is forgotten; triggers hear before a message."""
        school = self._schools.get(community)
        if school is None:
            return
        for row in rows:
            if isinstance(row, Lesson) and row.model in school.lessons:
                school.lessons[row.model].take(row)
                school.fitted = None
        gone = forgotten(rows)
        if gone:
            school.heard.forget_people(gone)
            left = [seen for seen in school.quiet if seen.message.author.user not in gone]
            school.quiet.clear()
            school.quiet.extend(left)

    @guards(MessagePosted, MessageEdited, CommandInvoked)
    async def ready(self, scene: Scene, event: MessagePosted | MessageEdited | CommandInvoked) -> Decision:
        """Tell the triggers what was taught, where they do not know it yet: after a start, a new config, a verdict."""
        del event
        await self._fitted(scene)
        return NOTHING

    async def _fitted(self, scene: Scene) -> _School:
        policy = scene.community.policy
        school = self._schools.setdefault(scene.community.key, _School())
        if school.fitted is policy:
            return school
        school.pupils = pupils(policy)
        for name, those in school.pupils.items():
            if name not in school.lessons:
                school.lessons[name] = Lessons(await self._lessons.of(scene.community.key, name))
            await _teach(school.lessons[name], those)
        school.fitted = policy
        return school

    @on(MessagePosted)
    async def quiet(self, scene: Scene, event: MessagePosted) -> Decision:
        """Remember what may be asked about, and now and then a message that no rule stopped and no model suspects."""
        school, place = self._schools[scene.community.key], event.message.place
        if not school.pupils or place.space is None or event.message.author.is_bot:
            return NOTHING
        if not scene.directory.is_staff(place):
            school.heard.take(event.message)
        school.counted += 1
        if school.counted % EVERY == 0:
            seen = sample(event.message)
            harmless = all((those[0].score(seen) or 0.0) < HARMLESS for those in school.pupils.values())
            if harmless and len(seen.reading.words) >= FEWEST_WORDS:
                school.quiet.append(seen)
        return NOTHING

    @on(MessageDeleted)
    async def gone(self, scene: Scene, event: MessageDeleted) -> Decision:
        """What was deleted is not asked about."""
        if (school := self._schools.get(scene.community.key)) is not None:
            school.heard.lose(event.ref)
        return NOTHING

    @command("teach", rank=Rank.MODERATOR)
    async def teach(self, ctx: Context, model: Literal["spam", "toxicity"] = "spam") -> Decision:
        """Answer a few questions about messages: nothing teaches me more."""
        return decide(_next_question(ctx, model, None))

    @composes("teach-next")
    async def ask(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Ask about the message that the model is least sure of by now, in the place of the question before."""
        del report
        asker, model, over, space = args["asker"], str(args["model"]), args["over"], args["space"]
        assert isinstance(asker, Asker)
        school = await self._fitted(scene)
        if model not in school.pupils:
            return (Intent(asker.answer(say("teach-no-rule", model=model))),)
        pupil, heard = school.pupils[model][0], school.heard
        chosen = await asyncio.to_thread(
            question, pupil, since(heard.messages, scene.now), school.lessons[model], frozenset(heard.passed)
        )
        space = space if isinstance(space, SpaceRef) else None
        body, rows = (say("teach-nothing"), ()) if chosen is None else asked(model, chosen, space)
        answer = asker.answer(body, rows)
        return (Intent(replace(answer, over=over) if isinstance(over, MessageRef) else answer),)

    @pressed(TeachNext)
    async def answered(self, ctx: Context, press: TeachNext) -> Decision:
        """Take the answer, and ask the next question."""
        following = _next_question(ctx, press.model, ctx.message)
        if not press.features:
            self._schools.setdefault(ctx.community.key, _School()).heard.passed.add(press.about)
            return decide(following)
        features = bytes.fromhex(press.features)
        row = Lesson(press.model, press.about, press.label, ctx.now, features, (), press.variant, SCHEME)
        return decide(following, rows=(row,))

    @pressed(Teach)
    async def taught(self, ctx: Context, press: Teach) -> Decision:
        """Take a moderator's answer on a card."""
        school = self._schools.setdefault(ctx.community.key, _School())
        those = pupils(ctx.community.policy).get(press.model, [])
        stood = beside(those[0], press.variant, school.quiet) if those else ()
        features = bytes.fromhex(press.features)
        row = Lesson(press.model, press.about, press.label, ctx.now, features, stood, press.variant, SCHEME)
        return decide(ctx.say(say("learning-taken")), rows=(row,))

    @witnesses(Overturned)
    async def overturned(self, scene: Scene, row: Overturned) -> Decision:
        """What a rule was wrong about is fine, to every model."""
        case = await self._cases.find(scene.community.key, row.number)
        if case is None:
            return NOTHING
        return Decision(rows=tuple(self._verdicts(scene, _texts(case.evidence, case), label=False)))

    @witnesses(Case)
    async def undone(self, scene: Scene, row: Case) -> Decision:
        """Unlearn what a case taught that is taken back."""
        undone = None if row.undoes is None else await self._cases.find(scene.community.key, row.undoes)
        if undone is None:
            return NOTHING
        refs = [one.message for one in undone.evidence if one.message is not None]
        models = pupils(scene.community.policy)
        return Decision(rows=tuple(Lesson(name, about_of(ref), None, scene.now) for name in models for ref in refs))

    @witnesses(Complaint)
    async def settled(self, scene: Scene, row: Complaint) -> Decision:
        """A report that was settled tells what moderators think of the message."""
        if row.about is None or row.for_managers:
            return NOTHING
        texts = list(texts_in(row.evidence, Member(row.about, row.about_name), row.at))
        match row.state:
            case ComplaintState.DECLINED:
                return Decision(rows=tuple(self._verdicts(scene, texts, label=False)))
            case ComplaintState.UPHELD:
                return Decision(rows=tuple(self._verdicts(scene, texts, label=True, said=row.text.casefold())))
            case _:
                return NOTHING

    def _verdicts(self, scene: Scene, texts: Iterable[Sample], *, label: bool, said: str = "") -> Iterator[Lesson]:
        """Make lessons; what moderators acted upon is one only for models that suspect it, or that are named."""
        school = self._schools.setdefault(scene.community.key, _School())
        for seen in texts:
            for name, (pupil, *_) in pupils(scene.community.policy).items():
                if not label or name in said or (pupil.score(seen) or 0.0) >= PLAUSIBLE:
                    yield lesson_of(pupil, seen, scene.now, school.quiet, label=label)


def _next_question(ctx: Context, model: str, over: MessageRef | None) -> Later:
    return Later("teach-next", {"asker": ctx.asker, "model": model, "over": over, "space": ctx.space})


def _texts(evidence: Iterable[Evidence], case: Case) -> Iterator[Sample]:
    return texts_in(evidence, Member(case.user, case.user_name), case.at)


async def _teach(lessons: Lessons, those: Sequence[Pupil]) -> None:
    """Going through many lessons takes a while: other communities' messages must not wait for it."""
    learnt = await asyncio.to_thread(lessons.learnt, those[0].base, those[0].taught.rate) if len(lessons) else {}
    for pupil in those:
        pupil.taught.learnt = learnt
